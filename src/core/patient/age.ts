/** Ages, from days to days, and in words. */

/**
 * Whole years from a birth date to a day, both as 2026-11-22. Born on 29 February, one is a year older
 * on 1 March in other years.
 */
export function ageAt(birthOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4))
  return day.slice(5) < birthOn.slice(5) ? years - 1 : years
}

interface Lived {
  readonly birthOn: string
  readonly diedOn?: string | null
}

/** `67 years`, `1 year`; of who has died the age then, `died at 67 years`. */
export function ageWords({ birthOn, diedOn }: Lived, day: string): string {
  const age = ageAt(birthOn, diedOn ?? day)
  return `${diedOn ? 'died at ' : ''}${age} ${age === 1 ? 'year' : 'years'}`
}
