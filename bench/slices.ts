/** Two ways of doing something, in alternating slices of time, so that what else the machine does falls on both. */

const sliceMs = 200
const slices = 28

export interface Rates {
  /** Done a second. */
  readonly ours: number
  readonly floor: number
  readonly ratio: number
}

type Work = () => Promise<void>

/** How often a second each is done, by so many clients at once; the first slice of each warms up. */
export async function rates(
  clients: number,
  ways: { readonly ours: Work; readonly floor: Work },
): Promise<Rates> {
  const done = { ours: 0, floor: 0 }
  const spentMs = { ours: 0, floor: 0 }
  for (let slice = -2; slice < slices * 2; slice++) {
    const way = slice % 2 === 0 ? 'ours' : 'floor'
    const ran = await during(sliceMs, clients, ways[way])
    if (slice < 0) continue
    done[way] += ran.count
    spentMs[way] += ran.ms
  }
  const ours = perSecond(done.ours, spentMs.ours)
  const floor = perSecond(done.floor, spentMs.floor)
  return { ours, floor, ratio: Math.round((ours / floor) * 100) / 100 }
}

/** Where the rest goes: each step alone, one client, in microseconds. */
export async function breakDown(
  steps: readonly (readonly [name: string, step: () => unknown])[],
  print: (line: string) => void,
): Promise<void> {
  for (const [name, step] of steps) {
    const ran = await during(700, 1, async () => void (await step()))
    print(`  ${name}: ${Math.round((ran.ms / ran.count) * 1000)} µs`)
  }
}

/** Runs `work` over and over by so many clients at once; each waits for its own answer. */
async function during(ms: number, clients: number, work: Work) {
  const started = performance.now()
  let count = 0
  const client = async () => {
    while (performance.now() - started < ms) {
      await work()
      count++
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { count, ms: performance.now() - started }
}

export function perSecond(count: number, ms: number): number {
  return Math.round((count / ms) * 1000)
}

export const clientWords = (clients: number) => (clients === 1 ? '1 client' : `${clients} clients`)

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
