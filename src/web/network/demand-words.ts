/** Numbers of demand as pages, files and reports write them. */

import type { Shown } from '#core/registry/figure/figure.ts'

/** 1,240; 12.4 below a hundred, so that small expectations are not rounded away; `Not stated` where nothing is. */
export function expectedWords(value: number | null): string {
  if (value === null) return 'Not stated'
  if (value > 0 && value < 0.05) return 'Below 0.1'
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB')
}

export const shownWords = (value: Shown | null): string =>
  value === null ? 'Not observed' : value === '*' ? '*' : value.toLocaleString('en-GB')

export const rateWords = (value: number | null, withheld = false): string =>
  value === null ? (withheld ? '*' : 'Not observed') : value.toFixed(1)

export const wholeWords = (value: number): string => Math.round(value).toLocaleString('en-GB')

export const valueWords = (what: 'incidence' | 'share', value: number | null): string =>
  value === null ? 'Taken back' : what === 'share' ? `${value}%` : `${value} per 100,000`
