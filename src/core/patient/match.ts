/** Is this the same person? How alike two identities are, and why, for someone to decide. */

import type { Identity } from './patient.ts'

export type Likeness =
  /** A number of theirs is the same. */
  | 'same-number'
  /** Birth date and name are the same. */
  | 'same-name-and-birth'
  /** The birth date is the same and the name similar: spelt otherwise, or given and family name swapped. */
  | 'similar-name-same-birth'
  /** The name is the same and the birth date differs in one part, or its day and month are swapped. */
  | 'same-name-similar-birth'

export interface Match {
  readonly likeness: Likeness
  /** 0 to 100: which to show first. Not a probability. */
  readonly score: number
}

type Compared = Pick<Identity, 'givenName' | 'familyName' | 'birthOn' | 'identifiers'>

/** How two identities match; null where nothing speaks for the same person. */
export function matchOf(one: Compared, other: Compared): Match | null {
  const names = likenessOfNames(one, other)
  if (one.identifiers.some((mine) => other.identifiers.some((its) => same(mine, its)))) {
    return {
      likeness: 'same-number',
      score: 80 + Math.round(names * 10) + (one.birthOn === other.birthOn ? 10 : 0),
    }
  }
  if (one.birthOn === other.birthOn) {
    if (names === 1) return { likeness: 'same-name-and-birth', score: 75 }
    if (names >= similarEnough) return { likeness: 'similar-name-same-birth', score: Math.round(names * 70) }
    return null
  }
  if (names === 1 && isSimilarDay(one.birthOn, other.birthOn)) {
    return { likeness: 'same-name-similar-birth', score: 50 }
  }
  return null
}

function same(one: Identity['identifiers'][number], other: Identity['identifiers'][number]): boolean {
  return one.system === other.system && one.value === other.value
}

const similarEnough = 0.75

/** 1 for the same, swapped or not; 0 for names that share nothing. */
function likenessOfNames(one: Compared, other: Compared): number {
  const [given, family] = [nameKey(one.givenName), nameKey(one.familyName)]
  const [otherGiven, otherFamily] = [nameKey(other.givenName), nameKey(other.familyName)]
  const straight = pair(given, otherGiven, family, otherFamily)
  const swapped = pair(given, otherFamily, family, otherGiven)
  return Math.max(straight, swapped === 1 ? 0.99 : swapped * 0.95)
}

function pair(given: string, otherGiven: string, family: string, otherFamily: string): number {
  return (likeness(given, otherGiven) + likeness(family, otherFamily)) / 2
}

/**
 * A name for comparing and searching: lower case, no accents, words apart by one space.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** 1 minus the edits between two words by the longer one's length; a name within a double name counts as near. */
function likeness(one: string, other: string): number {
  if (one === other) return 1
  if (one === '' || other === '') return 0
  const [mine, its] = [one.split(' '), other.split(' ')]
  const within = mine.every((word) => its.includes(word)) || its.every((word) => mine.includes(word))
  const byEdits = 1 - edits(one, other) / Math.max(one.length, other.length)
  return within ? Math.max(0.9, byEdits) : byEdits
}

/** Insertions, deletions, replacements and swaps of neighbours from one word to the other. */
function edits(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      const swaps = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (swaps) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[other.length] ?? 0
}

/** One of year, month and day differs, or day and month are swapped. */
function isSimilarDay(one: string, other: string): boolean {
  const [year, month, day] = one.split('-')
  const [otherYear, otherMonth, otherDay] = other.split('-')
  const apart = [year !== otherYear, month !== otherMonth, day !== otherDay].filter(Boolean).length
  return apart === 1 || (year === otherYear && month === otherDay && day === otherMonth)
}
