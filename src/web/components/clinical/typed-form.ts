/** What is typed in a form, for server and island alike: text by field, numbers as the form reads them. */

import type { ReadNumber, Typed } from '#core/clinical/typed.ts'
import { readDay } from '../kind-form/moment.ts'
import { readNumber } from '../kind-form/number.ts'

/** Of several values of one field, the first; as the form itself reads it. */
export function typedFrom(pairs: Iterable<readonly [string, unknown]>): Typed {
  const typed: Record<string, string> = {}
  for (const [name, value] of pairs) {
    const text = Array.isArray(value) ? value[0] : value
    if (typeof text === 'string' && !(name in typed)) typed[name] = text
  }
  return typed
}

/** A number as the form's fields read it, with its unit after it or without. */
export const numberTyped: ReadNumber = (text, unit) => {
  if (!text?.trim()) return undefined
  const read = readNumber(text, unit)
  return 'number' in read && read.number >= 0 ? read.number : undefined
}

/** The day on which it happened, as 2026-11-22; undefined while it is not a whole day. */
export function dayTyped(typed: Typed, path = 'occurredAt'): string | undefined {
  const read = readDay({
    day: typed[`${path}-day`] ?? '',
    month: typed[`${path}-month`] ?? '',
    year: typed[`${path}-year`] ?? '',
  })
  return 'value' in read ? read.value : undefined
}
