/**
 * Which counts below national level are withheld: the small ones, and as many others as it takes that none of them
 * follows from the rest.
 *
 * The reader is taken to know every national count exactly (they are published) and how counts are rounded, and to
 * take a star for a small count, until there are too many of them for that. Each count is then an interval; sums
 * narrow intervals down. While a small count is left with fewer than three values, another count beside it is
 * withheld; the two kinds of star look the same, so that nobody can tell which is which.
 *
 * @see Hundepool A et al. Statistical disclosure control. Wiley, 2012; chapter 4 (audit by feasibility intervals)
 */

import type { Count, Shown, Sum } from '../figure/figure.ts'
import type { Rule } from './policy.ts'

interface Cell extends Count {
  readonly isSmall: boolean
  isHidden: boolean
}
interface Interval {
  low: number
  high: number
}
interface Constraint {
  readonly parts: readonly number[]
  /** The place of the cell that they come to, or the number. */
  readonly whole: number | { readonly exactly: number }
}

/** A small count must be left with this many values more than one. */
const doubt = 2

/** What is shown of each count, by its key; the counts' areas together are the nation. */
export function protect(
  counts: readonly Count[],
  sums: readonly Sum[],
  rule: Rule,
): ReadonlyMap<string, Shown> {
  const cells: Cell[] = counts.map((count) => ({
    ...count,
    isSmall: count.value >= 1 && count.value <= rule.largestWithheld,
    isHidden: false,
  }))
  // First what is counted, each by itself: so that one count is treated alike in every figure that has it.
  for (const what of new Set(counts.map((count) => count.what))) {
    const alike = cells.filter((cell) => cell.what === what)
    hideUntilSafe(alike, acrossAreas(alike), rule)
  }
  if (sums.length > 0) hideUntilSafe(cells, [...acrossAreas(cells), ...withinAreas(cells, sums)], rule)
  return new Map(cells.map((cell) => [cell.key, shownAs(cell, rule)]))
}

/** A count as it is shown: a star, or a multiple of the rounding. */
export function rounded(value: number, rule: Rule): Shown {
  if (value === 0) return 0
  return value <= rule.largestWithheld ? '*' : multipleOf(value, rule)
}

/**
 * The nearest multiple; the one below it where the nearest would lie beyond so many times the largest count that is
 * withheld, and the count does not: two stars under a total of '20' would both have to be 9.
 */
function multipleOf(value: number, { largestWithheld, rounding }: Rule): number {
  const nearest = Math.round(value / rounding) * rounding
  const starsFill = Math.ceil(value / largestWithheld) * largestWithheld
  return starsFill < nearest ? nearest - rounding : nearest
}

/** All counts that are shown as this multiple. */
function shownBy(multiple: number, rule: Rule): Interval {
  const { largestWithheld, rounding } = rule
  const reach = Math.floor(rounding / 2)
  let high = multiple + reach
  while (multipleOf(high + 1, rule) === multiple) high += 1
  let low = Math.max(largestWithheld + 1, multiple - reach)
  while (low < high && multipleOf(low, rule) !== multiple) low += 1
  return { low, high }
}

function shownAs(cell: Cell, rule: Rule): Shown {
  return cell.isHidden ? '*' : rounded(cell.value, rule)
}

function acrossAreas(cells: readonly Cell[]): readonly Constraint[] {
  const places = new Map<string, number[]>()
  cells.forEach(({ what, area }, at) => {
    if (area !== null) places.set(what, [...(places.get(what) ?? []), at])
  })
  return [...places.values()].map((parts) => ({
    parts,
    whole: { exactly: parts.reduce((sum, at) => sum + (cells[at]?.value ?? 0), 0) },
  }))
}

function withinAreas(cells: readonly Cell[], sums: readonly Sum[]): readonly Constraint[] {
  const place = new Map(cells.map(({ area, what }, at) => [`${area}\n${what}`, at]))
  const areas = new Set(cells.map(({ area }) => area))
  return [...areas].flatMap((area) =>
    sums.flatMap(({ whole, parts }) => {
      const at = place.get(`${area}\n${whole}`)
      const found = parts.map((part) => place.get(`${area}\n${part}`))
      return at === undefined || found.includes(undefined)
        ? []
        : [{ parts: found as number[], whole: at } satisfies Constraint]
    }),
  )
}

function hideUntilSafe(cells: readonly Cell[], constraints: readonly Constraint[], rule: Rule): void {
  for (let left = cells.length; left > 0; left -= 1) {
    // One beside which nothing is left to hide is as safe as it gets: every count of its kind is a star.
    let next: Cell | undefined
    for (const exposed of exposedIn(cells, constraints, rule)) {
      next = toHide(cells, constraints, exposed)
      if (next) break
    }
    if (next === undefined) return
    next.isHidden = true
  }
}

/**
 * The places of small counts that a reader can work out, or nearly: either a careful one, who takes no star for a
 * small count where others are withheld beside it; or a bold one, who takes each for small until that cannot be.
 */
function exposedIn(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  rule: Rule,
): readonly number[] {
  const careful = feasible(cells, constraints, rule, false)
  const narrower = (known: readonly Interval[], least: number) =>
    cells.flatMap(({ isSmall }, at) => {
      const { low, high } = known[at] as Interval
      return isSmall && high - low < least ? [at] : []
    })
  const found = narrower(careful, doubt)
  if (!cells.some(({ isHidden }) => isHidden)) return found
  const bold = feasible(cells, constraints, rule, true)
  return bold.some(({ low, high }) => low > high) ? found : [...found, ...narrower(bold, 1)]
}

/** Beside an exposed count: the smallest shown one of the same kind, else of the same area; zeros last. */
function toHide(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  exposed: number,
): Cell | undefined {
  const what = cells[exposed]?.what
  const beside = constraints
    .map(({ parts, whole }) => (typeof whole === 'number' ? [...parts, whole] : parts))
    .filter((places) => places.includes(exposed))
    .flat()
  return [...new Set(beside)]
    .map((at) => cells[at] as Cell)
    .filter((cell) => !cell.isHidden && !cell.isSmall)
    .sort((a, b) => rank(a) - rank(b) || a.value - b.value || (a.key < b.key ? -1 : 1))[0]

  function rank(cell: Cell): number {
    const kind = cell.what === what ? 0 : 4
    return kind + (cell.value === 0 ? 1 : 0)
  }
}

/** What a reader can work out of each count: the intervals that all sums leave. */
function feasible(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  rule: Rule,
  isBold: boolean,
): Interval[] {
  const mixed = new Set(cells.filter(({ isHidden }) => isHidden).map(({ what }) => what))
  const known = cells.map((cell) => intervalOf(cell, !isBold && mixed.has(cell.what), rule, isBold))
  for (let round = 0, changed = true; changed && round < 60; round += 1) {
    changed = false
    for (const constraint of constraints) if (narrow(known, constraint)) changed = true
  }
  return known
}

/** What is known of a count that is shown so; `isMixed`: among its stars are some that stand for other counts. */
function intervalOf(cell: Cell, isMixed: boolean, rule: Rule, isBold: boolean): Interval {
  const { largestWithheld } = rule
  if (cell.isHidden && isBold) return { low: 1, high: largestWithheld }
  if (cell.isHidden || (cell.isSmall && isMixed)) return { low: 0, high: Number.POSITIVE_INFINITY }
  if (cell.isSmall) return { low: 1, high: largestWithheld }
  if (cell.value === 0) return { low: 0, high: 0 }
  return shownBy(multipleOf(cell.value, rule), rule)
}

function narrow(known: Interval[], { parts, whole }: Constraint): boolean {
  const total = typeof whole === 'number' ? (known[whole] as Interval) : undefined
  const least = total ? total.low : (whole as { exactly: number }).exactly
  const most = total ? total.high : (whole as { exactly: number }).exactly
  let low = 0
  let high = 0
  let endless = 0
  for (const at of parts) {
    const part = known[at] as Interval
    low += part.low
    if (part.high === Number.POSITIVE_INFINITY) endless += 1
    else high += part.high
  }
  let changed = false
  for (const at of parts) {
    const part = known[at] as Interval
    const othersLow = low - part.low
    const isEndless = part.high === Number.POSITIVE_INFINITY
    const othersEndless = endless - (isEndless ? 1 : 0) > 0
    const othersHigh = othersEndless ? Number.POSITIVE_INFINITY : high - (isEndless ? 0 : part.high)
    const newHigh = Math.min(part.high, most - othersLow)
    const newLow = Math.max(part.low, least - othersHigh)
    if (newHigh < newLow) {
      // Only of a bold reader: what was taken for small cannot be.
      part.low = newLow
      part.high = newHigh
      return false
    }
    if (newHigh < part.high || newLow > part.low) {
      low += newLow - part.low
      if (isEndless && newHigh < part.high) {
        endless -= 1
        high += newHigh
      } else if (!isEndless) high += newHigh - part.high
      part.low = newLow
      part.high = newHigh
      changed = true
    }
  }
  if (total) {
    const sumHigh = endless > 0 ? Number.POSITIVE_INFINITY : high
    if (low > total.low || sumHigh < total.high) {
      total.low = Math.max(total.low, low)
      total.high = Math.min(total.high, sumHigh)
      changed = true
    }
  }
  return changed
}
