/** The digest of a figure: who computes the same numbers from the same snapshot gets the same one. */

import { canonical, portableHash } from '../../record/digest.ts'
import type { FigureData } from './figure.ts'

/** Of numbers: more digits differ between machines by how they add. */
const significantDigits = 12

/**
 * SHA-256 over the canonical form (RFC 8785) of snapshot, specification, audience, policy and every released number:
 * of picture, tables and denominators, rounded to 12 significant digits. Words are left out, but for the numbers and
 * stars in them, so that a later version that says the same otherwise still reproduces an earlier figure.
 */
export function figureDigest(figure: FigureData, snapshot: string): string {
  const { spec, asOf, audience, policy, withheld, chart, table, further, denominators } = figure
  const numbers = withoutWords({ chart, tables: [table, ...further].map(({ rows }) => rows), denominators })
  const said = { snapshot, spec, asOf, audience, policy: policy.id, withheld, numbers }
  return portableHash(new TextEncoder().encode(canonical(rounded(said))))
}

/** Numbers and stars of a text, in order; a comma between thousands is no part of a number. */
const saidInText = (text: string): readonly string[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?|\*/g)].map(([found]) => found.replaceAll(',', ''))

function withoutWords(value: unknown): unknown {
  if (typeof value === 'string') return saidInText(value)
  if (Array.isArray(value)) return value.map(withoutWords)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, withoutWords(held)]))
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return plain(value)
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, held]) => (held === undefined ? [] : [[name, rounded(held)]])),
  )
}

function plain(value: number): number | null {
  if (!Number.isFinite(value)) return null
  const short = Number(value.toPrecision(significantDigits))
  return short === 0 ? 0 : short
}
