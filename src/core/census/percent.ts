/** A share of a whole as a whole percentage, rounded half up by integer arithmetic. */

/** A count out of a count. `missing`: those asked whose answer to this is not known. */
export interface Figure {
  readonly numerator: number
  readonly denominator: number
  readonly missing: number
  /** Whole percent, half up; null when the denominator is 0. */
  readonly percent: number | null
}

/**
 * `numerator` out of `denominator` in whole percent, rounded half up: 1 of 8 is 13. Null for 0 of 0.
 * Integer arithmetic, so that no binary fraction tips a half the wrong way.
 */
export function percent(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  return Math.floor((200 * numerator + denominator) / (2 * denominator))
}

/** A figure from its counts. */
export function figure(numerator: number, denominator: number, missing: number): Figure {
  return { numerator, denominator, missing, percent: percent(numerator, denominator) }
}
