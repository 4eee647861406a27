/** How a quantile is found where no formula gives it: Newton's method on the log of the smaller tail, kept in a bracket. */

interface At {
  readonly lower: number
  readonly upper: number
  /** of the lower tail, by the scale on which the search runs */
  readonly slope: number
}

/**
 * The place where the lower tail is `p` (strictly between 0 and 1), from a start anywhere, on a scale that is
 * unbounded both ways. The log of a tail is concave there, so that Newton's steps overshoot at most once; a step
 * that leaves the bracket is replaced by its middle.
 */
export function solveMonotone(p: number, start: number, evaluate: (at: number) => At): number {
  const usesUpper = p > 0.5
  const target = Math.log(usesUpper ? 1 - p : p)
  let low = -745
  let high = 745
  let at = Math.min(Math.max(start, low), high)
  for (let step = 0; step < 400; step += 1) {
    const { lower, upper, slope } = evaluate(at)
    const tail = usesUpper ? upper : lower
    const excess = (tail > 0 ? Math.log(tail) - target : -Infinity) * (usesUpper ? -1 : 1)
    if (excess === 0) return at
    if (excess < 0) low = at
    else high = at
    const newton = at - (excess * tail) / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - at) <= 2e-16 * Math.max(1, Math.abs(at)) || next === low || next === high) return next
    at = next
  }
  return at
}
