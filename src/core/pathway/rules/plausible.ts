/** Numbers outside of the usual range of their field: accepted, with a word beside them. */

import { type Field, type Fields, fieldOf } from '../../record/field.ts'
import { meantWords } from '../../record/other-units.ts'
import type { Warning } from './remark.ts'

/** A warning for each number of a body that is outside of what its field calls plausible. */
export function implausibleIn(
  fields: Fields,
  body: Readonly<Record<string, unknown>>,
  under = '',
): Warning[] {
  return Object.entries(fields).flatMap(([name, schema]) => {
    const field = fieldOf(schema)
    const value = body[name]
    return field && value !== undefined ? implausibleAt(field, value, `${under}${name}`) : []
  })
}

function implausibleAt(field: Field, value: unknown, path: string): Warning[] {
  if (field.input === 'group') return implausibleIn(field.fields, asObject(value), `${path}.`)
  if (field.input === 'list') {
    const rows = Array.isArray(value) ? value : []
    return rows.flatMap((row, at) => implausibleIn(field.fields, asObject(row), `${path}.${at}.`))
  }
  if (field.input !== 'number' || !field.plausible || typeof value !== 'number') return []
  const [low, high] = field.plausible
  if (value >= low && value <= high) return []
  const unit = field.unit ? ` ${field.unit}` : ''
  const words = `${value}${unit} is outside of the usual ${low} to ${high}${unit}`
  return [{ path, words: [words, meantWords(value, field)].filter(Boolean).join('. ') }]
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
