/**
 * To whom a service without a procedure could refer: the nearest suitable recipients, ranked, each with its reasons. A
 * judgement made visible: every reason says what it counts for, in minutes, and whoever disagrees can change it.
 */

import { procedureWithin } from '../../catalogue/procedures.ts'
import { offersIt } from '../../census/availability.ts'
import type { Network, ReferralPathway, Site } from '../network.ts'
import { distanceKm } from '../travel/distance.ts'

/** What each fact counts for, in minutes of travel: a link makes a recipient nearer, a border or a crowd farther. */
export interface Allowances {
  /** The two refer to each other already, for whatever procedure, in whichever direction. */
  readonly linked: number
  readonly sameAlliance: number
  /** Only where they are not known to share an alliance. */
  readonly sameRegion: number
  readonly otherNation: number
  /** For each service that refers there for the procedure already. */
  readonly eachSender: number
  /** That it offers the procedure is not in its answers: others' confirmed pathways say so. */
  readonly unanswered: number
}

/** Our own choice: no study of interventional oncology weighs these against travel. @unverified */
export const USUAL_ALLOWANCES: Allowances = {
  linked: -20,
  sameAlliance: -15,
  sameRegion: -5,
  otherNation: 30,
  eachSender: 1,
  unanswered: 15,
}

/**
 * How much of a procedure a service says that it does a year, where it says so. What the registry observed there is not
 * told: no named organisation's count passes the gate but to itself (docs/decisions/0021), and beside the regions'
 * counts a single service's would undo what they withhold.
 */
export interface Activity {
  readonly perYear: number
}

export interface Reason {
  readonly about: 'travel' | 'offers' | 'link' | 'alliance' | 'region' | 'nation' | 'senders' | 'activity'
  /** Minutes that it adds to the ranking, or takes off; 0: told, and not weighed. */
  readonly counts: number
  /** One sentence. */
  readonly words: string
}

export interface Recipient {
  readonly site: Site
  /** By car; Infinity: no way by road. */
  readonly minutes: number
  readonly distanceKm: number
  /** True: it says so in the census. Null: it did not answer, but confirmed a pathway for the procedure. */
  readonly offers: true | null
  /** The referral pathways between the two, in either direction, for any procedure. */
  readonly existing: readonly ReferralPathway[]
  readonly sameNation: boolean
  readonly sameRegion: boolean
  /** Null: not known of one of the two. */
  readonly sameAlliance: boolean | null
  /** How many other services refer to it for the procedure. */
  readonly senders: number
  readonly activity: Activity | null
  /** The minutes with all allowances: by this they are ranked. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

interface Asked {
  readonly procedure: string
  /** The service with the gap. */
  readonly from: string
  /** Minutes by car from it to another site; Infinity: no way. */
  minutes(to: string): number
  /** How much of the procedure each does, by code, where known. */
  readonly activity?: ReadonlyMap<string, Activity>
  readonly allowances?: Allowances
}

/**
 * Every service that could take the procedure's referrals from another, the fittest first. Those without a way by road
 * come last, by distance. Empty: nobody offers it, or the network does not know `from`.
 */
export function recipientsFor(network: Network, asked: Asked): readonly Recipient[] {
  const { procedure, from } = asked
  const here = network.sites.find(({ code }) => code === from)
  if (!here) return []
  const inUse = network.pathways.filter(({ procedures }) => procedures.includes(procedure))
  const sendersTo = Map.groupBy(
    inUse.filter((pathway) => pathway.from !== from),
    ({ to }) => to,
  )
  const confirmed = new Set(inUse.filter(({ basis }) => basis === 'confirmed').map(({ to }) => to))
  return network.sites
    .flatMap((site): readonly Recipient[] => {
      if (site.code === from) return []
      const offers = offersIt(procedure, network.provisions.get(site.code))
      if (offers !== true && !(offers === null && confirmed.has(site.code))) return []
      const senders = new Set(sendersTo.get(site.code)?.map((pathway) => pathway.from)).size
      return [recipient(network, asked, here, site, offers, senders)]
    })
    .sort(
      (one, other) =>
        compare(one.score, other.score) ||
        one.distanceKm - other.distanceKm ||
        compare(one.site.code, other.site.code),
    )
}

function recipient(
  network: Network,
  { procedure, minutes: minutesTo, activity: known, allowances = USUAL_ALLOWANCES }: Asked,
  here: Site,
  site: Site,
  offers: true | null,
  senders: number,
): Recipient {
  const minutes = minutesTo(site.code)
  const existing = network.pathways.filter(
    ({ from, to }) => (from === here.code && to === site.code) || (from === site.code && to === here.code),
  )
  const facts = {
    site,
    minutes,
    distanceKm: distanceKm(here, site),
    offers,
    existing,
    sameNation: here.nation === site.nation,
    sameRegion: here.nation === site.nation && here.region === site.region,
    sameAlliance: here.alliance && site.alliance ? here.alliance === site.alliance : null,
    senders,
    activity: known?.get(site.code) ?? null,
  }
  const reasons = reasonsOf(facts, here, procedureWithin(procedure), allowances)
  return { ...facts, reasons, score: reasons.reduce((sum, { counts }) => sum + counts, 0) }
}

function reasonsOf(
  facts: Omit<Recipient, 'score' | 'reasons'>,
  here: Site,
  procedure: string,
  allowances: Allowances,
): readonly Reason[] {
  const { site, existing, senders, activity } = facts
  const reasons: Reason[] = [travel(facts)]
  const because = (about: Reason['about'], counts: number, words: string) =>
    reasons.push({ about, counts, words })
  if (facts.offers) because('offers', 0, `It says in the census that it offers ${procedure}.`)
  else
    because(
      'offers',
      allowances.unanswered,
      `It has not said in the census that it offers ${procedure}, but has confirmed a referral pathway for it.`,
    )
  if (existing.length > 0) because('link', allowances.linked, linkWords(here, site, existing))
  if (facts.sameAlliance)
    because('alliance', allowances.sameAlliance, `Both belong to ${site.alliance as string}.`)
  else if (facts.sameRegion) because('region', allowances.sameRegion, `Both are in ${site.region}.`)
  if (!facts.sameNation)
    because(
      'nation',
      allowances.otherNation,
      `It is in ${site.nation}, so that a referral crosses a border between health services.`,
    )
  if (senders > 0)
    because(
      'senders',
      senders * allowances.eachSender,
      senders === 1
        ? `One other service refers to it for ${procedure} already.`
        : `${senders} other services refer to it for ${procedure} already.`,
    )
  if (activity) because('activity', 0, `It says that it does ${activity.perYear} of these procedures a year.`)
  return reasons
}

function travel({ minutes, distanceKm: km }: Omit<Recipient, 'score' | 'reasons'>): Reason {
  const far = `${Math.round(km)} km in a straight line`
  if (minutes === Number.POSITIVE_INFINITY)
    return { about: 'travel', counts: minutes, words: `There is no way to it by road; it is ${far} away.` }
  return {
    about: 'travel',
    counts: minutes,
    words: `It is ${Math.round(minutes)} minutes away by car, ${far}.`,
  }
}

function linkWords(here: Site, there: Site, existing: readonly ReferralPathway[]): string {
  const out = existing.filter(({ from }) => from === here.code)
  const [first, ...more] = [...new Set(existing.flatMap(({ procedures }) => procedures))]
  const others = more.length === 1 ? ' and one other procedure' : ` and ${more.length} other procedures`
  const what = first === undefined ? '' : ` for ${procedureWithin(first)}${more.length > 0 ? others : ''}`
  if (out.length > 0 && out.length < existing.length)
    return `${here.name} and ${there.name} refer to each other already${what}.`
  const [from, to] = out.length > 0 ? [here, there] : [there, here]
  return `${from.name} refers to ${to.name} already${what}.`
}

function compare<T extends number | string>(one: T, other: T): number {
  return one === other ? 0 : one < other ? -1 : 1
}
