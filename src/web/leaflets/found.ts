/** Looks for leaflets by a word: in titles, names, conditions and the profession's words. */

import { CONDITIONS } from '#core/catalogue/conditions.ts'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { GLOSSARY } from '#core/plain/glossary.ts'
import type { LeafletTitle } from '#store/leaflet/titles.ts'

/** The leaflets that have every word of what is looked for, by what stands where; the best first. */
export function leafletsFor(titles: readonly LeafletTitle[], sought: string): readonly LeafletTitle[] {
  const words = folded(sought).split(/\s+/).filter(Boolean)
  if (words.length === 0) return titles
  const scored = titles.map((each) => ({ each, score: scoreOf(each, words) }))
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.each.title.localeCompare(b.each.title, 'en'))
    .map(({ each }) => each)
}

/** Three for a word of the title or name, two of a condition, one of a term or the sentence on it; 0: one is nowhere. */
function scoreOf({ procedure, title }: LeafletTitle, words: readonly string[]): number {
  const found = PROCEDURES.find(({ id }) => id === procedure)
  const named = folded(`${title} ${found?.name ?? ''} ${found?.plainName ?? ''}`)
  const conditions = folded(
    CONDITIONS.filter(({ mayBeUsed }) => mayBeUsed.some((each) => each.procedure === procedure))
      .map(({ name, alsoCalled }) => `${name} ${alsoCalled.join(' ')}`)
      .join(' '),
  )
  const terms = folded(
    `${found?.plainly ?? ''} ${GLOSSARY.filter((term) => term.procedure === procedure)
      .map(({ term, alsoAs = [] }) => `${term} ${alsoAs.join(' ')}`)
      .join(' ')}`,
  )
  const scores = words.map((word) =>
    named.includes(word) ? 3 : conditions.includes(word) ? 2 : terms.includes(word) ? 1 : 0,
  )
  return scores.some((score) => score === 0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 0)
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ize', 'ise')
    .replaceAll('izat', 'isat')
}
