/** How often something happens: in a word, in numbers, and as a picture of 100 people. */

import type { Frequency, Language } from './leaflet.ts'
import { filled, wordsOf } from './words/words.ts'

/**
 * A word for how often, by the middle of the range.
 *
 * @see Royal College of Obstetricians and Gynaecologists, Clinical governance advice 7, for the bands: very
 * common from 1 in 10, common from 1 in 100, uncommon from 1 in 1,000, rare from 1 in 10,000
 */
function frequencyWord({ from, to, per }: Frequency, language: Language = 'en'): string {
  const { frequency: words } = wordsOf(language)
  const share = (from + to) / 2 / per
  if (share >= 0.1) return words.veryCommon
  if (share >= 0.01) return words.common
  if (share >= 0.001) return words.uncommon
  if (share >= 0.0001) return words.rare
  return words.veryRare
}

/** "Between 5 and 10 in every 100 people"; "about 3 in every 100 people"; "fewer than 1 in every 100 people". */
function frequencyNumbers({ from, to, per }: Frequency, language: Language = 'en'): string {
  const { fewer, more, about, between } = wordsOf(language).frequency
  const phrase = from === 0 ? fewer : to === per ? more : from === to ? about : between
  return filled(phrase, { from, to, per: per.toLocaleString('en-GB') })
}

export function frequencyInWords(frequency: Frequency, language: Language = 'en'): string {
  return `${frequencyWord(frequency, language)}: ${frequencyNumbers(frequency, language)}.`
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
export function of100InWords(name: string, frequency: Frequency, language: Language = 'en'): string {
  const { people } = wordsOf(language)
  const counts = of100(frequency)
  const { happens, may } = counts
  const phrase =
    happens === 0 && may === 1
      ? people.inWordsFewer
      : frequency.to === frequency.per
        ? people.inWordsMore
        : may > 0
          ? people.inWordsBetween
          : people.inWords
  return filled(phrase, { name, said: frequencyNumbers(frequency, language), ...counts })
}
