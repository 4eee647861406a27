/**
 * What in a story might say who somebody is: telephone numbers, addresses, NHS numbers, names with a title. Hints for
 * a person who reads; nothing is decided by them.
 */

import { checkChi, checkNhsNumber } from '../patient/identifiers.ts'

export type HintKind = 'e-mail' | 'web' | 'nhs-number' | 'telephone' | 'postcode' | 'name'

export interface Hint {
  readonly kind: HintKind
  /** Where it stands: characters from the beginning. */
  readonly from: number
  readonly to: number
  readonly words: string
}

export const HINT_WORDS: Readonly<Record<HintKind, string>> = {
  'e-mail': 'an e-mail address',
  web: 'a web address',
  'nhs-number': 'an NHS number',
  telephone: 'a telephone number',
  postcode: 'a postcode',
  name: 'somebody’s name',
}

/** Those of which an author is told before sending; a name may be anybody's, so the moderators alone see it marked. */
export const TOLD_TO_AUTHORS: readonly HintKind[] = ['e-mail', 'web', 'nhs-number', 'telephone', 'postcode']

const email = /[^\s@<>()"',;]{1,64}@[^\s@<>()"',;]+\.[a-z]{2,}/giu
const web =
  /\b(?:https?:\/\/|www\.)[^\s<>"']+|\b[a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.(?:co\.uk|org\.uk|nhs\.uk|com|org|net|uk|info|io)\b(?:\/[^\s<>"']*)?/giu
/** Ten digits as NHS numbers are written: in one, or in threes and four. */
const tenDigits = /(?<![\d+])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d])/gu
/** From 0 or +, nine digits and more; or six and more in a row, which a year or a dose is not. */
const telephone =
  /(?<![\d.])(?:\+|00?|\(0)(?:[ ()-]{0,2}\d){8,14}(?!\d)|(?<![\d.,])\d{3}[ -]?\d{3,8}(?![\d.,]\d|\d)/gu
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/giu
const titled =
  /\b(?:Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Nurse|Sister|Matron|Consultant|Surgeon)\.? +(?:[A-Z]\.? *){0,2}[A-Z][\p{L}’'-]+(?: +[A-Z][\p{L}’'-]+)?/gu

const finders: readonly (readonly [HintKind, RegExp, ((found: string) => boolean)?])[] = [
  ['e-mail', email],
  ['web', web],
  [
    'nhs-number',
    tenDigits,
    (found) => [checkNhsNumber, checkChi].some((check) => check(found).problem === undefined),
  ],
  ['telephone', telephone, (found) => found.replace(/\D/g, '').length >= 6],
  ['postcode', postcode],
  ['name', titled],
]

/** Every hint in a text, in its order; where two would overlap, the one that is named first above. */
export function hintsIn(text: string): readonly Hint[] {
  const hints: Hint[] = []
  for (const [kind, pattern, holds] of finders) {
    for (const match of text.matchAll(pattern)) {
      const [words] = match
      const [from, to] = [match.index, match.index + words.length]
      if (holds && !holds(words)) continue
      if (hints.every((other) => to <= other.from || from >= other.to)) hints.push({ kind, from, to, words })
    }
  }
  return hints.toSorted((a, b) => a.from - b.from)
}

/** The text in pieces, each with the hint that it is, or null. */
export function markedText(text: string): readonly { readonly text: string; readonly hint: Hint | null }[] {
  const pieces: { text: string; hint: Hint | null }[] = []
  let at = 0
  for (const hint of hintsIn(text)) {
    if (hint.from > at) pieces.push({ text: text.slice(at, hint.from), hint: null })
    pieces.push({ text: hint.words, hint })
    at = hint.to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hint: null })
  return pieces
}
