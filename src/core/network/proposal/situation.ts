/** What a question is asked about: the network of a day, where people live, and how long the ways are. */

import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical, portableHash } from '../../record/digest.ts'
import { type SiteAvailability, standingAt } from '../gaps.ts'
import type { Area, Network, Site, TravelTimes } from '../network.ts'
import type { Basis } from './answer.ts'
import type { Candidates, Question, ServicesQuestion } from './question.ts'

export interface Situation {
  readonly network: Network
  /** In the order of `areas`. */
  readonly times: TravelTimes
  readonly areas: readonly Area[]
}

/** How each site stands to a procedure, by code. */
export function standings(network: Network, procedure: string): ReadonlyMap<string, SiteAvailability> {
  return new Map(network.sites.map(({ code }) => [code, standingAt(network, procedure, code).availability]))
}

/** The organisations that could become a service, in the network's order: not those that are one, unless they may move. */
export function candidateSites(
  network: Network,
  question: Pick<ServicesQuestion, 'procedure' | 'nation' | 'existing' | 'candidates'>,
): readonly Site[] {
  const standing = standings(network, question.procedure)
  return network.sites.filter(({ code, nation }) => {
    if (question.nation && nation !== question.nation) return false
    if (standing.get(code) === 'here') return question.existing === 'free'
    return mayBecome(network, code, question.candidates)
  })
}

function mayBecome({ provisions }: Network, code: string, candidates: Candidates): boolean {
  const provision = provisions.get(code)
  switch (candidates) {
    case 'all':
      return true
    case 'department':
      return provision?.irDepartment === true
    case 'supportive':
      return provision?.class === 'supportive-only'
  }
}

export function basisOf({ network, times, areas }: Situation, question: Pick<Question, 'nation'>): Basis {
  const own = areas.filter(({ nation }) => !question.nation || nation === question.nation)
  return {
    day: network.day,
    edition: network.edition?.title ?? null,
    travel: times.basis,
    travelKey: times.key,
    areas: own.length,
    people: own.reduce((sum, { population }) => sum + population, 0),
    fictional: network.fictional,
  }
}

/**
 * The digest of a question and of all that its answer rests on: sites, how they stand to the procedure, pathways for
 * it, travel times. The same on another day on which nothing of that is different.
 */
export function proposalKey({ network, times }: Situation, question: Question): string {
  const standing = standings(network, question.procedure)
  const sites = network.sites.map(({ code, latitude, longitude, nation, alliance }) => {
    const provision = network.provisions.get(code)
    return [
      ...[code, latitude, longitude, nation, alliance, standing.get(code) ?? null],
      ...[provision?.irDepartment ?? null, provision?.class ?? null],
    ]
  })
  const pathways = network.pathways
    .filter(({ procedures }) => procedures.includes(question.procedure))
    .map(({ from, to, basis }) => [from, to, basis])
    .sort((one, other) => (String(one) < String(other) ? -1 : 1))
  const known = { question, sites, pathways, times: times.key, version: methodVersion }
  return portableHash(utf8ToBytes(canonical(known)))
}

/** Counted up when the same question over the same inputs would be answered otherwise. */
const methodVersion = 1
