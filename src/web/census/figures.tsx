/** A figure in words: how many of how many, the percentage, and how many are not known. */

import type { Figure } from '#core/census/percent.ts'

/** 70 of 179 (39%) */
export function figureWords({ numerator, denominator, percent }: Figure): string {
  if (denominator === 0) return 'None to count'
  return `${numerator} of ${denominator} (${percent}%)`
}

export function percentWords({ percent }: Figure): string {
  return percent === null ? 'Not known' : `${percent}%`
}
