/** The sentence that an answer on new services opens with. */

import { procedureWithin } from '../../catalogue/procedures.ts'
import type { WhatIf } from '../siting/what-if.ts'
import { countWords, minutesWords, placeWords, type ServicesQuestion } from './question.ts'

interface Found {
  /** Of the new places, the most important first. */
  readonly names: readonly string[]
  /** How many of them serve anybody. */
  readonly helping: number
  readonly change: WhatIf
  /** People within the question's minutes; of covering. */
  readonly within: { readonly before: number; readonly after: number } | null
  readonly isBest: boolean
}

export function servicesSentence(question: ServicesQuestion, found: Found): string {
  const { names, helping } = found
  const procedure = procedureWithin(question.procedure)
  const where = `at ${several(names)}`
  const who =
    question.existing === 'fixed'
      ? `${countWords(names.length, 'new service', 'new services')} for ${procedure}, ${where},`
      : `If one could begin anew, ${countWords(names.length, 'service', 'services')} for ${procedure}, ${where},`
  const does = question.within === null ? meanWords(question, found) : withinWords(question, found)
  const idle = names.length - helping
  const rest = idle > 0 ? ` ${idle} of them would bring nobody nearer: fewer do as well.` : ''
  const best = found.isBest ? '' : ' It is the best found so far.'
  return `${capital(who)} would ${does}.${rest}${best}`
}

function meanWords(question: ServicesQuestion, { change: { before, after } }: Found): string {
  const place = placeWords(question)
  const now = after.meanMinutes === null ? 'no way' : `${after.meanMinutes.toFixed(0)} minutes`
  if (before.meanMinutes === null)
    return `put the people of ${place} ${now} away on average, where nobody offers it today`
  const change = before.meanMinutes - (after.meanMinutes ?? before.meanMinutes)
  if (Math.abs(change) < 0.5 && question.existing === 'fixed')
    return `hardly change the way in ${place}, which is ${now} on average`
  const verb = change >= 0 ? 'shorten' : 'lengthen'
  return `${verb} the way in ${place} from ${before.meanMinutes.toFixed(0)} to ${now} on average`
}

function withinWords(question: ServicesQuestion, { within, change }: Found): string {
  const limit = minutesWords(question.within ?? 0)
  const share = (people: number) => `${((100 * people) / Math.max(1, change.before.people)).toFixed(1)}%`
  const { before, after } = within ?? { before: 0, after: 0 }
  const more = after - before
  const people = peopleWords(Math.abs(more)).replace(/ people$/, ` ${more < 0 ? 'fewer' : 'more'} people`)
  return `put ${share(after)} of the people in ${placeWords(question)} within ${limit}, where today it is ${share(before)}: ${people}`
}

/** `A`, `A and B`, `A, B, C and 4 more`. */
export function several(names: readonly string[], most = 4): string {
  if (names.length === 0) return 'none'
  const said = names.length > most + 1 ? names.slice(0, most) : names
  const rest = names.length - said.length
  const all = rest > 0 ? [...said, `${rest} more`] : said
  return all.length === 1 ? (all[0] as string) : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

/** `480 people`, `12,300 people`, `1.24 million people`. */
export function peopleWords(people: number): string {
  if (people >= 999_500) return `${Number((people / 1e6).toPrecision(3))} million people`
  const rounded = people >= 1000 ? Math.round(people / 100) * 100 : people
  return people === 1 ? 'one person' : `${rounded.toLocaleString('en-GB')} people`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
