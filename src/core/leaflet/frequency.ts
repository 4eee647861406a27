/** How often something happens: in a word, in numbers, and as a picture of 100 people. */

import type { Frequency } from './leaflet.ts'

/** What is said where no source that we read gives a number. */
export const notKnownToUs = 'How often is not known to us. Ask your team what happens in their hospital.'

/**
 * A word for how often, by the middle of the range.
 *
 * @see Royal College of Obstetricians and Gynaecologists, Clinical governance advice 7, for the bands: very
 * common from 1 in 10, common from 1 in 100, uncommon from 1 in 1,000, rare from 1 in 10,000
 */
export function frequencyWord({ from, to, per }: Frequency): string {
  const share = (from + to) / 2 / per
  if (share >= 0.1) return 'Very common'
  if (share >= 0.01) return 'Common'
  if (share >= 0.001) return 'Uncommon'
  if (share >= 0.0001) return 'Rare'
  return 'Very rare'
}

/** "Between 5 and 10 in every 100 people"; "about 3 in every 100 people"; "fewer than 1 in every 100 people". */
export function frequencyNumbers({ from, to, per }: Frequency): string {
  const of = `in every ${per.toLocaleString('en-GB')} people`
  if (from === 0) return `fewer than ${to} ${of}`
  if (to === per) return `more than ${from} ${of}`
  if (from === to) return `about ${from} ${of}`
  return `between ${from} and ${to} ${of}`
}

export function frequencyInWords(frequency: Frequency): string {
  return `${frequencyWord(frequency)}: ${frequencyNumbers(frequency)}.`
}

/** Of 100 people: how many it happens to, how many more it may happen to, and the rest. */
export interface Of100 {
  readonly happens: number
  readonly may: number
  readonly not: number
}

/**
 * The picture of 100 people. The lower end is rounded down and the upper end up, so that the picture never
 * shows less than the numbers say. Less than one in 100 is one person drawn as "may".
 */
export function of100({ from, to, per }: Frequency): Of100 {
  const scale = 100 / per
  if (to === per && from < per)
    return { happens: Math.floor(from * scale), may: 0, not: 100 - Math.floor(from * scale) }
  const happens = Math.floor(from * scale)
  const upTo = Math.max(1, Math.ceil(to * scale))
  return { happens, may: upTo - happens, not: 100 - upTo }
}

/** What the picture shows, for those who do not see it. */
export function of100InWords(name: string, frequency: Frequency): string {
  const { happens, may, not } = of100(frequency)
  const said = frequencyNumbers(frequency)
  if (happens === 0 && may === 1)
    return `Picture of 100 people. ${name}: ${said}. At most one of the 100 is marked, ${not} are not.`
  if (frequency.to === frequency.per)
    return `Picture of 100 people. ${name}: ${said}. ${happens} are marked; it may be more.`
  const more = may > 0 ? ` up to ${may} more are marked as possible,` : ''
  return `Picture of 100 people. ${name}: ${said}. ${happens} are marked,${more} ${not} are not.`
}
