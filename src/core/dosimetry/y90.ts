/** Yttrium-90: its decay, and the dose that its activity gives to a mass. */

/** Hours. @see docs/sources.md, Dosimetry, D1; EANM 2022 prints 2.67 days, 64.2 hours (D2) */
const halfLifeHours = 64.1

/** Gy.kg/GBq: the dose from all of the activity, to the tissue that holds it. @see docs/sources.md, Dosimetry, D3 */
export const dosePerActivity = 49.67

/** Gy.kg/GBq: the same as it is rounded in the single-compartment formula. @see docs/sources.md, Dosimetry, D4, D5 */
export const dosePerActivityRounded = 50

/**
 * The activity, in GBq, of what was `activityGBq` so many hours before; hours below 0 go back in time.
 *
 * @see docs/sources.md, Dosimetry: half-life 64.1 h
 */
export function decayed(activityGBq: number, hours: number): number {
  return activityGBq * 2 ** (-hours / halfLifeHours)
}

/** Hours from one moment to another; both ISO 8601 with a zone. */
export function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000
}

/** The mean dose, in Gy, of an activity to the mass, in kg, that holds it. */
export function doseGy(activityGBq: number, massKg: number): number {
  return (dosePerActivity * activityGBq) / massKg
}
