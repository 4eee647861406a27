/** How the access pages say people, minutes and shares. */

/** 12,345 */
export const people = (count: number): string => count.toLocaleString('en-GB')

/** 66.9 million, 12,345 */
export const manyPeople = (count: number): string =>
  count >= 1_000_000 ? `${(count / 1_000_000).toFixed(1)} million` : people(count)

/** 84%, 99.6%: one decimal where a whole number would say all or none and it is not so. */
export function percent(share: number | null): string {
  if (share === null) return 'No residents'
  const whole = Math.round(share * 100)
  const exact = share === 0 || share === 1 || (whole > 0 && whole < 100)
  if (exact) return `${whole}%`
  const fine = (share * 100).toFixed(1)
  return fine === '0.0' ? 'Under 0.1%' : fine === '100.0' ? 'Over 99.9%' : `${fine}%`
}

/** 52 minutes, 3 h 20 min, no way by road */
export function minutesWords(minutes: number | null): string {
  if (minutes === null || minutes === Number.POSITIVE_INFINITY) return 'No way by road'
  const whole = Math.round(minutes)
  if (whole < 120) return `${whole} min`
  const rest = whole % 60
  return `${Math.floor(whole / 60)} h${rest === 0 ? '' : ` ${rest} min`}`
}
