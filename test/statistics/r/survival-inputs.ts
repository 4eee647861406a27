/**
 * Writes the inputs of survival.R from a seed: `node --import tsx test/statistics/r/survival-inputs.ts`.
 *
 * Nobody is in them. Days have many ties, also of events with censoring; the fractional times are all different.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname
const chance = seeded(20_261_122)

writeFileSync(join(folder, 'survival-days.csv'), table(260, true))
writeFileSync(join(folder, 'survival-continuous.csv'), table(180, false))
writeFileSync(join(folder, 'survival-edges.csv'), edges())

function table(rows: number, days: boolean): string {
  const lines = ['time,entry,cause,group,stratum,count,weight']
  for (let row = 0; row < rows; row += 1) {
    const group = Math.floor(chance() * 4)
    const stratum = Math.floor(chance() * 3)
    const pace = 40 + 12 * group + 8 * stratum
    const progression = -Math.log(chance()) * pace
    const death = -Math.log(chance()) * 1.8 * pace
    const lost = 10 + chance() * 110
    const first = Math.min(progression, death, lost)
    const cause = first === lost ? 0 : first === progression ? 1 : 2
    const time = days ? 1 + Math.floor(first) : first
    const late = chance() < 0.4 ? time * chance() * 0.8 : 0
    const entry = days ? Math.min(Math.floor(late), time - 1) : late
    const count = Math.floor(chance() * 4)
    const weight = chance() < 0.05 ? 0 : 0.25 + 2 * chance()
    lines.push([time, entry, cause, group, stratum, count, weight].join())
  }
  return `${lines.join('\n')}\n`
}

/** Cases at the edge of what the methods are defined for, each a few subjects. */
function edges(): string {
  const cases: Record<string, readonly (readonly [time: number, event: number, entry: number])[]> = {
    'one subject with the event': [[5, 1, 0]],
    'one subject censored': [[5, 0, 0]],
    'all censored': [
      [2, 0, 0],
      [3, 0, 0],
      [3, 0, 0],
      [8, 0, 0],
    ],
    'all at one time': [
      [4, 1, 0],
      [4, 1, 0],
      [4, 1, 0],
    ],
    'event and censoring at the same time': [
      [1, 1, 0],
      [2, 1, 0],
      [2, 0, 0],
      [2, 0, 0],
      [3, 1, 0],
      [3, 0, 0],
    ],
    'no censoring': [
      [1, 1, 0],
      [2, 1, 0],
      [2, 1, 0],
      [4, 1, 0],
    ],
    'at time zero': [
      [0, 1, 0],
      [0, 0, 0],
      [1, 1, 0],
      [2, 0, 0],
    ],
    'level at one half': [
      [1, 1, 0],
      [2, 1, 0],
      [3, 0, 0],
      [5, 1, 0],
    ],
    'level at one half to the end': [
      [1, 1, 0],
      [2, 1, 0],
      [3, 0, 0],
      [5, 0, 0],
    ],
    'late entry': [
      [3, 1, 0],
      [4, 1, 2],
      [6, 0, 3],
      [7, 1, 4],
      [7, 1, 1],
      [9, 0, 5],
    ],
    'late entry after all had the event': [
      [1, 1, 0],
      [2, 1, 0],
      [6, 1, 3],
      [7, 0, 4],
    ],
  }
  const rows = Object.entries(cases).flatMap(([name, subjects]) =>
    subjects.map(([time, event, entry]) => [name, time, event, entry].join()),
  )
  return `case,time,event,entry\n${rows.join('\n')}\n`
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
