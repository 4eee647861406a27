/** When two names of clinicians mean one person. */

import type { Clinician } from '../record/field.ts'

const titles = /^(?:(?:dr|mr|mrs|ms|miss|mx|prof|professor|sister|nurse)\.?\s+)+/

/**
 * A clinician's name in the form in which two of them are compared: without title, in lower case, one
 * space between words.
 */
export function clinicianKey(who: Pick<Clinician, 'name'> | string): string {
  const name = typeof who === 'string' ? who : who.name
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.,]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(titles, '')
}

/** Whether they are one person: by the account that both carry, else by name. */
export function isSameClinician(one: Clinician | string, other: Clinician | string): boolean {
  const [first, second] = [personOf(one), personOf(other)]
  if (first && second) return first === second
  return clinicianKey(one) === clinicianKey(other)
}

function personOf(who: Clinician | string): string | undefined {
  return typeof who === 'string' ? undefined : who.person
}
