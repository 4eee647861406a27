/** Costly work in turn: so much at once, the rest in the order in which it came. */

export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Between two pieces of work whatever else waits goes on, such as requests that cost little. */
export function turnsFor(atOnce: number): InTurn {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running < atOnce) running += 1
    else await new Promise<void>((turn) => waiting.push(turn))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) setImmediate(next)
      else running -= 1
    }
  }
}
