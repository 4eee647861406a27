/** The words that stand around every leaflet, in its language: one dictionary a language, and what one still lacks. */

import { dayWords } from '../../calendar/uk-time.ts'
import type { Language } from '../leaflet.ts'
import { ENGLISH, type LeafletWords } from './english.ts'
import { WELSH } from './welsh.ts'

/** What a translator has supplied so far: any group, any phrase of it. */
export type SuppliedWords = { readonly [Group in keyof LeafletWords]?: Partial<LeafletWords[Group]> }

const SUPPLIED: Readonly<Record<Language, SuppliedWords>> = { en: ENGLISH, cy: WELSH }

/** English stands where a phrase is missing: such a leaflet can be previewed and not published. */
export function wordsOf(language: Language): LeafletWords {
  return completed(SUPPLIED[language])
}

export function completed(supplied: SuppliedWords): LeafletWords {
  const groups = Object.entries(ENGLISH).map(([group, phrases]) => [
    group,
    { ...phrases, ...supplied[group as keyof LeafletWords] },
  ])
  return Object.fromEntries(groups) as LeafletWords
}

/**
 * What keeps a dictionary from being used: phrases that are missing or empty, and phrases that lost a part such as
 * `{day}` or have one that the English has not. By their addresses, `page.signedOff`; empty where nothing is.
 */
export function faultsOf(supplied: SuppliedWords): readonly string[] {
  return Object.entries(ENGLISH).flatMap(([group, phrases]) => {
    const own: Readonly<Record<string, string>> = supplied[group as keyof LeafletWords] ?? {}
    return Object.entries(phrases as Readonly<Record<string, string>>)
      .filter(([id, english]) => !own[id]?.trim() || partsIn(own[id]) !== partsIn(english))
      .map(([id]) => `${group}.${id}`)
  })
}

const faults = new Map<Language, readonly string[]>()

/** What the dictionary of a language still lacks. Nothing in that language is shown as approved before. */
export function missingWords(language: Language): readonly string[] {
  const known = faults.get(language) ?? faultsOf(SUPPLIED[language])
  faults.set(language, known)
  return known
}

const partsIn = (phrase: string): string => [...new Set(phrase.match(/\{\w+\}/g) ?? [])].toSorted().join(' ')

/** A phrase with its parts filled in: `{day}` and the like. */
export function filled(phrase: string, parts: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/\{(\w+)\}/g, (mark, name: string) =>
    Object.hasOwn(parts, name) ? String(parts[name]) : mark,
  )
}

/** A day as the language writes it. */
export function dayIn(language: Language, day: string): string {
  if (language === 'en') return dayWords(day)
  return new Intl.DateTimeFormat(`${language}-GB`, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(day.slice(0, 10)),
  )
}
