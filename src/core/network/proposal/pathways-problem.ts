/** Which new referral pathways there could be, and whom each would bring within reach: the model of the fewest. */

import { standingAt } from '../gaps.ts'
import type { Area } from '../network.ts'
import { offering } from '../offering.ts'
import type { PathwaysProblem } from '../siting/pathways.ts'
import { homesOf } from '../siting/what-if.ts'
import type { PathwaysQuestion } from './question.ts'
import type { Situation } from './situation.ts'
import { minutesToTreatment, placesOf } from './way-today.ts'

export interface PossiblePathway {
  readonly from: string
  readonly to: string
  /** Whom it alone would bring within reach. */
  readonly people: number
}

export interface PathwaysModel {
  readonly options: readonly PossiblePathway[]
  readonly problem: PathwaysProblem
  /** All the people who count. */
  readonly people: number
  readonly reachedToday: number
  /** Within reach if every possible pathway were agreed. */
  readonly reachable: number
  /** Out of reach because every service that offers it is too far; because their home service did not answer. */
  readonly tooFar: number
  readonly silent: number
}

/**
 * A person is within reach who lives no more than `within` minutes from where their home service treats or refers
 * them. A new pathway leads from a home service that said it does not offer the procedure to one that does. Of two
 * pathways of one service, one that would bring nobody whom the other does not bring is left out.
 */
export function pathwaysModel(question: PathwaysQuestion, situation: Situation): PathwaysModel {
  const { network, times, areas } = situation
  const { within, nation, procedure, share } = question
  const homes = homesOf(times)
  const today = minutesToTreatment(situation, placesOf(situation, procedure))
  const recipients = offering(network, procedure).map(({ code }) => times.sites.indexOf(code))
  const standing = times.sites.map((code) => standingAt(network, procedure, code).availability)
  const sets = new Map<string, Map<string, number>>()
  const count = { people: 0, reachedToday: 0, tooFar: 0, silent: 0 }
  for (let area = 0; area < areas.length; area++) {
    const { population, nation: own } = areas[area] as Area
    if (population === 0 || (nation && own !== nation)) continue
    count.people += population
    if ((today[area] as number) <= within) {
      count.reachedToday += population
      continue
    }
    const home = homes[area] as number
    const near = recipients.filter(
      (site) => site >= 0 && (times.minutes[site * areas.length + area] as number) <= within,
    )
    if (near.length === 0 || home < 0) count.tooFar += population
    else if (standing[home] === 'no-answer') count.silent += population
    else if (standing[home] === 'here') count.tooFar += population
    else
      addTo(
        sets,
        times.sites[home] as string,
        near.map((site) => times.sites[site] as string),
        population,
      )
  }
  const { options, groups } = withoutDominated(sets)
  const need = Math.max(0, Math.ceil(((share ?? 0) / 100) * count.people - 1e-6) - count.reachedToday)
  return {
    ...count,
    options,
    problem: {
      areas: groups.map(({ weight }, at) => ({ code: String(at), weight })),
      options: options.map(({ from, to }, option) => ({
        from,
        to,
        areas: groups.flatMap(({ options: own }, at) => (own.includes(option) ? [at] : [])),
      })),
      need,
    },
    reachable: count.reachedToday + groups.reduce((sum, { weight }) => sum + weight, 0),
  }
}

/** People of one home, by the set of recipients of which each would do. */
function addTo(
  sets: Map<string, Map<string, number>>,
  home: string,
  near: readonly string[],
  people: number,
): void {
  const own = sets.get(home) ?? new Map<string, number>()
  const key = near.join(' ')
  own.set(key, (own.get(key) ?? 0) + people)
  sets.set(home, own)
}

function withoutDominated(sets: ReadonlyMap<string, ReadonlyMap<string, number>>) {
  const options: PossiblePathway[] = []
  const groups: { weight: number; options: number[] }[] = []
  for (const [from, own] of sets) {
    const parts = [...own].map(([key, people]) => ({ near: new Set(key.split(' ')), people }))
    const all = [...new Set(parts.flatMap(({ near }) => [...near]))].map((to) => ({
      to,
      parts: parts.flatMap(({ near }, part) => (near.has(to) ? [part] : [])),
      people: parts.reduce((sum, { near, people }) => sum + (near.has(to) ? people : 0), 0),
    }))
    all.sort((one, other) => other.people - one.people || (one.to < other.to ? -1 : 1))
    const kept = all.filter(
      (one, at) => !all.slice(0, at).some((other) => one.parts.every((part) => other.parts.includes(part))),
    )
    const first = options.length
    options.push(...kept.map(({ to, people }) => ({ from, to, people })))
    parts.forEach(({ people }, part) => {
      const which = kept.flatMap(({ parts: covered }, at) => (covered.includes(part) ? [first + at] : []))
      groups.push({ weight: people, options: which })
    })
  }
  return { options, groups }
}
