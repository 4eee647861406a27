/** A case as it is told: what was said, when, by whom; told only up to the present. */

import { v7 as uuid } from 'uuid'
import type { CaseKind } from '#core/pathway/case-kind.ts'
import type { Chance } from '../random.ts'
import type { Speaker, Team } from './team.ts'

export interface Saying {
  readonly id: string
  readonly kind: CaseKind
  readonly body: unknown
  readonly at: Date
  readonly by: Speaker
  readonly organisation: string
  readonly corrects?: string
}

export interface Story {
  readonly chance: Chance
  readonly team: Team
  /** Up to when it is told. */
  readonly now: Date
  /** How careful the service is: the share of steps that nobody forgets. */
  readonly care: number
  readonly said: Saying[]
}

const dayMs = 86_400_000

export const days = (from: Date, count: number): Date => new Date(from.getTime() + count * dayMs)
export const minutes = (from: Date, count: number): Date => new Date(from.getTime() + count * 60_000)
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** The same day at a time of the working day. */
export function at(day: Date, hour: number, minute = 0): Date {
  return new Date(Math.floor(day.getTime() / dayMs) * dayMs + (hour * 60 + minute) * 60_000)
}

/** The first working day from this one on. */
export function workingDay(day: Date): Date {
  const weekday = day.getUTCDay()
  return weekday === 6 ? days(day, 2) : weekday === 0 ? days(day, 1) : day
}

export interface Telling<Body> {
  readonly kind: CaseKind<string, Body>
  readonly body: NoInfer<Body>
  readonly at: Date
  readonly by: Speaker
  readonly organisation?: string
  readonly corrects?: string
}

/** Says something, unless it lies ahead; answers the entry's id, or null where the story has not come so far. */
export function say<Body>(story: Story, telling: Telling<Body>): string | null {
  if (telling.at > story.now) return null
  const { chance, team, said } = story
  const id = uuid({ msecs: telling.at.getTime(), random: chance.bytes(16) })
  const { kind, body, at: when, by, organisation = team.organisation } = telling
  const corrects = telling.corrects === undefined ? {} : { corrects: telling.corrects }
  said.push({ id, kind: kind as unknown as CaseKind, body, at: when, by, organisation, ...corrects })
  return id
}

/** Whether a step was not forgotten. */
export function remembered(story: Story, share = 1): boolean {
  return story.chance.next() < story.care * share
}

/** From low to high, in steps. */
export function between(chance: Chance, low: number, high: number, decimals = 0): number {
  const scale = 10 ** decimals
  return Math.round((low + chance.next() * (high - low)) * scale) / scale
}

/** One by weight. */
export function weighted<const Item>(chance: Chance, items: readonly (readonly [Item, number])[]): Item {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0)
  let left = chance.next() * total
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  const last = items.at(-1)
  if (!last) throw new Error('there is nothing to choose from')
  return last[0]
}
