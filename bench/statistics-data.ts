/** Invented subjects for the bench of statistics, from a seed, and the file in which R reads the same ones. */

import { writeFileSync } from 'node:fs'

export interface BenchSubjects {
  readonly time: Float64Array
  /** 0 censored, 1 progression, 2 death. */
  readonly cause: Uint8Array
  readonly event: Uint8Array
  readonly group: Uint8Array
  /** Two that vary without steps, and one that is yes or no. */
  readonly covariates: readonly [Float64Array, Float64Array, Float64Array]
}

const longest = 3650
export const groups = 4

/**
 * Subjects of four groups followed for up to ten years, about a fifth of them censored.
 *
 * @param unit whole days, as registries have them and with as many ties, or fractions of days, all different
 */
export function benchSubjects(count: number, unit: 'days' | 'fractions', seed = 2017): BenchSubjects {
  const chance = seeded(seed)
  const time = new Float64Array(count)
  const cause = new Uint8Array(count)
  const group = new Uint8Array(count)
  const covariates = [new Float64Array(count), new Float64Array(count), new Float64Array(count)] as const
  for (let at = 0; at < count; at += 1) {
    const own = Math.floor(chance() * groups)
    const [x1, x2, x3] = [chance() + chance() + chance() - 1.5, chance(), chance() < 0.4 ? 1 : 0]
    const hazard = (Math.exp(0.4 * x1 - 0.3 * x2 + 0.25 * x3) * (1 + 0.1 * own)) / 900
    const progression = -Math.log(chance()) / hazard
    const death = -Math.log(chance()) / (0.6 * hazard)
    const lost = chance() * longest
    const first = Math.min(progression, death, lost)
    time[at] = unit === 'days' ? 1 + Math.floor(first) : first
    cause[at] = first === lost ? 0 : first === progression ? 1 : 2
    group[at] = own
    covariates[0][at] = x1
    covariates[1][at] = x2
    covariates[2][at] = x3
  }
  return { time, cause, event: cause.map((each) => Math.min(each, 1)), group, covariates }
}

/** Columns of doubles one after another: time, cause, group and the covariates. */
export function writeSubjects(path: string, { time, cause, group, covariates }: BenchSubjects): void {
  const columns = [time, Float64Array.from(cause), Float64Array.from(group), ...covariates]
  writeFileSync(path, Buffer.concat(columns.map(({ buffer }) => new Uint8Array(buffer))))
}

/** Numbers above 0 and below 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296
  }
}
