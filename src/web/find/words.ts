/** Distances and travel times as a member of the public reads them: rounded, with what they are. */

import type { Way } from '#core/network/find.ts'

/** "about 35 minutes by car", "about 2 hours 10 minutes by car and ferry". */
export function wayWords({ minutes, overWater }: Way): string {
  if (minutes === Number.POSITIVE_INFINITY) return 'no road or car ferry that we know of leads there'
  return `about ${minutesWords(minutes)} by car${overWater ? ' and ferry' : ''}`
}

/** To five minutes, to ten from two hours on: the estimate is no finer. */
export function minutesWords(minutes: number): string {
  if (minutes < 5) return '5 minutes or less'
  const step = minutes < 120 ? 5 : 10
  const whole = Math.max(step, Math.round(minutes / step) * step)
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  const parts = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 ? [`${rest} minutes`] : []),
  ]
  return parts.join(' ')
}

export function kilometresWords(km: number): string {
  if (km < 1) return 'less than 1 km'
  return `${Math.round(km)} km (${Math.max(1, Math.round(km * MILES_A_KM))} ${Math.round(km * MILES_A_KM) <= 1 ? 'mile' : 'miles'})`
}

/** The international mile is 1.609344 km. */
const MILES_A_KM = 1 / 1.609344
