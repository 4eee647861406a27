/** The digest of a figure: who computes the same numbers from the same snapshot gets the same one. */

import { canonical, portableHash } from '../../record/digest.ts'
import type { FigureData } from './figure.ts'

/** Of numbers: more digits differ between machines by how they add. */
const significantDigits = 12

/**
 * SHA-256 over the canonical form (RFC 8785) of specification, snapshot, audience and released result, numbers
 * rounded to 12 significant digits.
 */
export function figureDigest(figure: FigureData, snapshot: string): string {
  return portableHash(new TextEncoder().encode(canonical(rounded({ snapshot, figure }))))
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
