/** How letters write days, names, lists and choices. */

import type { z } from 'zod'
import { ukDay } from '../calendar/uk-day.ts'
import { dayWords } from '../calendar/uk-time.ts'
import { fieldOf } from '../record/field.ts'

/** The day in the United Kingdom of a moment, as 22 November 2026. */
export function onDay(moment: string): string {
  return dayWords(ukDay(moment))
}

/** `one, two and three`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The label of a choice's value; the value itself for one that the field does not know. */
export function labelOf(schema: z.core.$ZodType | undefined, value: string): string {
  const field = schema ? fieldOf(schema) : undefined
  if (!field || !('options' in field)) return value
  return field.options.find((option) => option.value === value)?.label ?? value
}

/** What somebody typed, with a full stop where it has no end. */
export function sentence(words: string): string {
  return /[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`
}

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

export function ordinal(count: number): string {
  return ordinals[count - 1] ?? `number ${count}`
}
