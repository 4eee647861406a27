/** Reads single parts of an address; what cannot be read is said and left out. */

import { shown } from '../cohort/check.ts'

export interface Problem {
  /** The part of the address, which is also the field of the form. */
  readonly field: string
  readonly words: string
}

/** One of some words; the first choice where the address says nothing. */
export function oneOf<Word extends string>(
  params: URLSearchParams,
  name: string,
  words: readonly Word[],
  usual: Word,
  problems: Problem[],
): Word {
  const asked = params.get(name)
  if (!asked) return usual
  const found = words.find((word) => word === asked)
  if (!found) problems.push({ field: name, words: `“${shown(asked)}” is not one of the choices` })
  return found ?? usual
}

/** Several of some words, in their order, each once; as `a,b` or as several fields of one name. */
export function listOf<Word extends string>(
  params: URLSearchParams,
  name: string,
  words: readonly Word[],
  problems: Problem[],
): readonly Word[] {
  const asked = params.getAll(name).flatMap((text) => text.split(',').filter(Boolean))
  for (const text of asked.filter((text) => !words.some((word) => word === text)))
    problems.push({ field: name, words: `“${shown(text)}” is not one of the choices` })
  return words.filter((word) => asked.includes(word))
}

/** A whole number within limits; undefined where the address says none, or none that can be. */
export function wholeOf(
  params: URLSearchParams,
  name: string,
  [least, most]: readonly [number, number],
  words: string,
  problems: Problem[],
): number | undefined {
  const asked = (params.get(name) ?? '').trim()
  if (!asked) return undefined
  const number = /^\d{1,5}$/.test(asked) ? Number(asked) : Number.NaN
  if (number >= least && number <= most) return number
  problems.push({ field: name, words })
  return undefined
}
