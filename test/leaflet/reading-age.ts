/**
 * How old one has to be to read a text and take all of it in: the SMOG grade (words of three syllables and
 * more, by sentence), which health services in the United Kingdom use, plus five, for a grade of school in
 * the United States is entered five years later. By the libraries `smog-formula` and `syllable`.
 * `easeAge` is a second opinion, by Flesch and Kincaid (`flesch-kincaid`): who gets most of it.
 *
 * The profession's words of the glossary stand in a leaflet because patients will hear them, each explained
 * where it is first used. They are measured as the plain word "treatment"; local parts as "place". What
 * the page says by itself again and again ("How often is not known to us", "Call 999") is left out, for
 * it would make a leaflet look easier than it is.
 */

import { fleschKincaid } from 'flesch-kincaid'
import { smogFormula } from 'smog-formula'
import { syllable } from 'syllable'
import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import { TEXT_SECTIONS } from '#core/leaflet/sections.ts'
import { withoutTerms } from '#core/plain/glossary.ts'

const yearsBeforeGradeOne = 5

export function readingAge(text: string): number {
  const { sentences, polysyllables } = countsOf(text)
  return smogFormula({ sentence: sentences, polysillabicWord: polysyllables }) + yearsBeforeGradeOne
}

export function easeAge(text: string): number {
  const { sentences, words, syllables } = countsOf(text)
  return fleschKincaid({ sentence: sentences, word: words, syllable: syllables }) + yearsBeforeGradeOne
}

function countsOf(text: string) {
  const plain = withoutTerms(text.replace(/\{\w+\}/g, 'place'))
  const sentences = plain.split(/[.!?]+(?:\s|$)/).filter((sentence) => /[A-Za-z]/.test(sentence)).length
  const words = plain.match(/[A-Za-z0-9’'-]+/g) ?? []
  const each = words.map((word) => syllable(word))
  return {
    sentences,
    words: words.length,
    syllables: each.reduce((sum, count) => sum + count, 0),
    polysyllables: each.filter((count) => count >= 3).length,
  }
}

/** All that the writer of a leaflet says, but for its title and the easy read version. */
export function textOf(leaflet: LeafletBody): string {
  return [
    ...TEXT_SECTIONS.flatMap((section) => leaflet.sections[section].map(({ says }) => says)),
    ...leaflet.risks.flatMap(({ name, says }) => [`${name}.`, says]),
    ...leaflet.calls.map(({ sign }) => `${sign}.`),
    ...leaflet.questions.map(({ asks }) => asks),
  ].join(' ')
}

export function easyTextOf(leaflet: LeafletBody): string {
  return leaflet.easyRead.map(({ says }) => says).join(' ')
}
