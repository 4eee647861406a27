/** Who could take the patients of each gap: the recipients of each, ranked with reasons, and the sentence on them all. */

import { procedureWithin } from '../../catalogue/procedures.ts'
import { gapsOf } from '../gaps.ts'
import type { Area } from '../network.ts'
import { offering } from '../offering.ts'
import { type Activity, type Reason, type Recipient, recipientsFor } from '../siting/recipients.ts'
import { homesOf } from '../siting/what-if.ts'
import type { Answer, AnswerGap, AnswerSite } from './answer.ts'
import { minutesBetween } from './between.ts'
import { explained } from './explained.ts'
import { countWords, minutesWords, placeWords, type RecipientsQuestion } from './question.ts'
import { basisOf, type Situation, standings } from './situation.ts'

/** Kept of each gap; the rest are farther and less suitable. */
const mostKept = 10

export function recipientsAnswer(question: RecipientsQuestion, situation: Situation): Answer {
  const { network } = situation
  const what = procedureWithin(question.procedure)
  const place = placeWords(question)
  if (offering(network, question.procedure).length === 0)
    return explained(
      situation,
      question,
      `No service says that it offers ${what}, so there is nobody to refer to: ask where new services should be`,
    )
  const sites = gapsOf(network, question.procedure).gaps.filter(
    ({ nation }) => !question.nation || nation === question.nation,
  )
  if (sites.length === 0)
    return explained(
      situation,
      question,
      `There is no gap in ${place}: every service that said so offers ${what} or refers for it`,
    )
  const people = peopleAbout(situation)
  const gaps = sites
    .map(
      ({ code }): AnswerGap => ({
        code,
        people: people.get(code) ?? 0,
        recipients: recipientsOf(question.procedure, code, situation)
          .slice(0, mostKept)
          .map(({ site, minutes, reasons }) => ({
            code: site.code,
            minutes: finite(minutes),
            reasons: reasons.map(reasonWords),
          })),
      }),
    )
    .sort((one, other) => other.people - one.people)
  const standing = standings(network, question.procedure)
  return {
    outcome: 'optimal',
    sentence: sentenceOf(gaps, place, what),
    why: null,
    sites: network.sites.map(
      ({ code, name, nation, latitude, longitude }): AnswerSite => ({
        ...{ code, name, nation, latitude, longitude },
        role: roles[standing.get(code) ?? 'no-answer'],
        saves: null,
      }),
    ),
    pathways: gaps.flatMap(({ code, recipients: [best] }) =>
      best ? [{ from: code, to: best.code, isNew: true }] : [],
    ),
    gaps,
    steps: [],
    change: null,
    proof: null,
    unreachable: { people: 0, areas: 0 },
    basis: basisOf(situation, question),
  }
}

/**
 * All who could take the patients of one service, the most suitable first.
 *
 * @param activity how much of the procedure each does, by code, where that is known
 */
export function recipientsOf(
  procedure: string,
  from: string,
  situation: Situation,
  activity: ReadonlyMap<string, Activity> = new Map(),
): readonly Recipient[] {
  const between = minutesBetween(situation)
  return recipientsFor(situation.network, { procedure, from, minutes: (to) => between(from, to), activity })
}

/** The reason, and what it counts for in the ranking. */
export function reasonWords({ about, counts, words }: Reason): string {
  if (about === 'travel' || counts === 0 || !Number.isFinite(counts)) return words
  const minutes = minutesWords(Math.abs(counts))
  return `${words} It counts as ${minutes} ${counts < 0 ? 'nearer' : 'farther'}.`
}

/** How many live nearest to each site. */
export function peopleAbout({
  times,
  areas,
}: Pick<Situation, 'times' | 'areas'>): ReadonlyMap<string, number> {
  const homes = homesOf(times)
  const people = new Map<string, number>()
  for (let area = 0; area < areas.length; area++) {
    const code = times.sites[homes[area] as number]
    if (code) people.set(code, (people.get(code) ?? 0) + (areas[area] as Area).population)
  }
  return people
}

const roles = { here: 'offers', 'by-pathway': 'by-pathway', gap: 'gap', 'no-answer': 'other' } as const

const finite = (minutes: number): number | null => (Number.isFinite(minutes) ? minutes : null)

function sentenceOf(gaps: readonly AnswerGap[], place: string, what: string): string {
  const near = gaps.filter(({ recipients: [best] }) => best && best.minutes !== null && best.minutes <= 60)
  const none = gaps.filter(({ recipients }) => recipients.length === 0)
  const rest = none.length > 0 ? ` For ${none.length} of them no road leads to one.` : ''
  const have = `${countWords(gaps.length, 'service', 'services')} in ${place} ${gaps.length === 1 ? 'has' : 'have'} no way to ${what}`
  return `${have}; ${nearWords(near.length, gaps.length)}.${rest}`.replace(/^one/, 'One')
}

/** For how many of so many gaps a suitable recipient is near. */
function nearWords(near: number, all: number): string {
  if (near === 0)
    return all === 1
      ? 'no suitable recipient is within an hour of it'
      : 'for none of them is a suitable recipient within an hour'
  const whom = near < all ? String(near) : all === 1 ? 'it' : 'all of them'
  return `for ${whom} a suitable recipient is within an hour`
}
