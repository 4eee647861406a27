/** Pounds, and what the comparison comes to, in words. */

import type { BreakEven, Comparison } from '#core/network/cost.ts'

/** £1,240; £12.50 below a hundred. */
export function pounds(value: number): string {
  const plain = Math.abs(value)
  const digits = plain < 100 && !Number.isInteger(plain) ? 2 : 0
  const words = plain.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${value < 0 && Number(plain.toFixed(digits)) !== 0 ? '−' : ''}£${words}`
}

export const plainNumber = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 2 })

export function costFinding({ difference, inputs: { horizonYears } }: Comparison): string {
  const over = horizonYears === 1 ? 'over one year' : `over ${horizonYears} years`
  if (Math.abs(difference) < 0.5) return `By these inputs both cost the same ${over}.`
  const [cheaper, dearer] =
    difference > 0 ? ['referral pathway', 'new service'] : ['new service', 'referral pathway']
  return `By these inputs the ${cheaper} costs ${pounds(Math.abs(difference))} less than the ${dearer} ${over}.`
}

const names = { pathway: 'referral pathway', 'new-service': 'new service' } as const

export function breakEvenWords(breakEven: BreakEven): string {
  if (breakEven.kind === 'equal') return 'Both cost the same whatever the activity.'
  if (breakEven.kind === 'always')
    return `The ${names[breakEven.cheaper]} costs less whatever the activity: there is no break-even.`
  const { patientsPerYear, cheaperAbove } = breakEven
  return `Break-even at ${plainNumber(patientsPerYear)} patients a year: with more, the ${names[cheaperAbove]} costs less; with fewer, the ${names[cheaperAbove === 'pathway' ? 'new-service' : 'pathway']}.`
}
