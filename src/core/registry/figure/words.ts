/** Numbers and sentences of a figure. */

import type { Shown } from './figure.ts'

export const daysInMonth = 365.25 / 12

/** A number with so many digits after the point, for a table. */
export function fixed(value: number | null, digits: number): string {
  return value === null || Number.isNaN(value) ? 'not reached' : value.toFixed(digits)
}

/** "16.5 (14.2 to 19.3)". */
export function withInterval(
  value: number | null,
  lower: number | null,
  upper: number | null,
  digits: number,
): string {
  if (value === null) return '*'
  const limit = (each: number | null) =>
    each === null || !Number.isFinite(each) ? 'not reached' : each.toFixed(digits)
  if (Number.isNaN(value)) return 'not reached'
  return lower === null && upper === null
    ? value.toFixed(digits)
    : `${value.toFixed(digits)} (${limit(lower)} to ${limit(upper)})`
}

export function percentWords(share: number | null, digits?: number): string {
  if (share === null) return '*'
  const shown = digits ?? (share > 0 && share < 0.1 ? 1 : 0)
  return `${(share * 100).toFixed(shown)}%`
}

/** "0.032", "below 0.001". */
export function pWords(p: number): string {
  if (p < 0.001) return 'p below 0.001'
  return `p = ${p < 0.1 ? p.toFixed(3) : p.toFixed(2)}`
}

/** "1,234 patients", "1 patient", "a withheld number of patients". */
export function counted(count: Shown, unit: string): string {
  if (count === '*') return `a withheld number of ${unit}s`
  return `${grouped(count)} ${unit}${count === 1 ? '' : 's'}`
}

/** 12345 as 12,345. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

export function share(of: Shown, among: Shown): number | null {
  return of === '*' || among === '*' || among === 0 ? null : Math.min(1, of / among)
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
