/** Where each organisation stands in an edition, and what there is to do about it: derived from facts, never kept. */
import { type Figure, figure } from './percent.ts'

/** What is known of one organisation that an edition asks. */
export interface MemberFacts {
  readonly code: string
  readonly name: string
  readonly nation: string
  readonly region: string
  /** How its answers came; null: none yet. */
  readonly channel: 'web' | 'telephone' | 'import' | null
  readonly firstSentAt: Date | null
  /** On its receipt; null: no answers yet. */
  readonly reference: string | null
  readonly provision: string | null
  /** Incomplete or contradictory answers. */
  readonly problems: number
  readonly followUpAnswered: boolean
  /** Someone has begun to answer and not sent. */
  readonly started: boolean
  /** When its first link was made. */
  readonly invitedAt: Date | null
  readonly followUpInvitedAt: Date | null
  /** Addresses in use that take mail, and those that sent it back. */
  readonly addresses: number
  readonly bounced: number
  readonly attempts: number
  readonly lastAttemptAt: Date | null
  readonly lastOutcome: string | null
  readonly nextAttemptAt: Date | null
  /** Messages to the respondent that nobody has settled. */
  readonly messages: number
}

/** What the edition itself says that matters here. */
export interface EditionClock {
  readonly state: 'draft' | 'open' | 'closed'
  readonly openedAt: Date | null
  readonly telephoneAfterDays: number
}

/** Exclusive, in the order in which the bar shows them. */
export const STANDINGS = ['web', 'telephone', 'import', 'started', 'not-started', 'bounced'] as const
export type Standing = (typeof STANDINGS)[number]

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  web: 'Answered on the web',
  telephone: 'Answered by telephone',
  import: 'Answered by import',
  started: 'Started, not sent',
  'not-started': 'Not started',
  bounced: 'Not reached: no address takes mail',
}

/** One standing for each organisation: answered, begun, out of reach of mail, or none of them. */
export function standingOf(facts: MemberFacts): Standing {
  if (facts.channel !== null) return facts.channel
  if (facts.started) return 'started'
  return facts.bounced > 0 && facts.addresses === 0 ? 'bounced' : 'not-started'
}

/** What the lead can do something about; an organisation may be on several of these lists. */
export const LEAD_TASKS = [
  'not-answered',
  'telephone-today',
  'problems',
  'follow-up',
  'bounced-address',
  'messages',
] as const
export type LeadTask = (typeof LEAD_TASKS)[number]

const dayInMs = 24 * 60 * 60 * 1000

/** When organisations without an answer go to the telephone list; null before the edition opens. */
export function telephoneFrom(edition: EditionClock): Date | null {
  return edition.openedAt && new Date(edition.openedAt.getTime() + edition.telephoneAfterDays * dayInMs)
}

/**
 * Whether an organisation is to be rung now: no answer when the telephone wave has begun (or no address
 * takes mail, or it was rung before), not declined, and no later time agreed.
 */
export function isToRing(facts: MemberFacts, edition: EditionClock, at: Date): boolean {
  const from = telephoneFrom(edition)
  if (edition.state !== 'open' || from === null || facts.channel !== null) return false
  if (from > at && facts.addresses > 0 && facts.attempts === 0) return false
  if (facts.nextAttemptAt !== null && facts.nextAttemptAt > at) return false
  return facts.lastOutcome !== 'declined'
}

/** A service that offers supportive procedures only and has not said where it refers for the others. */
export function owesFollowUp(facts: MemberFacts): boolean {
  return facts.provision === 'supportive-only' && !facts.followUpAnswered
}

/** Whether an organisation is on a list. */
export function isOn(task: LeadTask, facts: MemberFacts, edition: EditionClock, at: Date): boolean {
  switch (task) {
    case 'not-answered':
      return facts.channel === null
    case 'telephone-today':
      return isToRing(facts, edition, at)
    case 'problems':
      return facts.problems > 0
    case 'follow-up':
      return owesFollowUp(facts)
    case 'bounced-address':
      return facts.bounced > 0
    case 'messages':
      return facts.messages > 0
  }
}

export interface NationResponse {
  /** Null: all. */
  readonly nation: string | null
  readonly answered: Figure
  readonly standings: Readonly<Record<Standing, number>>
}

/** Response of all, then of each nation in the order in which the members first name them. */
export function responseByNation(members: readonly MemberFacts[]): readonly NationResponse[] {
  const nations = [...new Set(members.map(({ nation }) => nation))]
  const of = (nation: string | null) =>
    responseOf(
      nation,
      members.filter((member) => nation === null || member.nation === nation),
    )
  return [of(null), ...nations.map(of)]
}

function responseOf(nation: string | null, members: readonly MemberFacts[]): NationResponse {
  const standings = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number> // every standing is in the list
  for (const member of members) standings[standingOf(member)] += 1
  const answered = members.filter(({ channel }) => channel !== null).length
  return { nation, answered: figure(answered, members.length, members.length - answered), standings }
}

export interface WaveResponse {
  readonly wave: 'e-mail' | 'telephone' | 'import' | 'follow-up'
  /** How many of those whom the wave asked answered in it. */
  readonly answered: Figure
}

/**
 * Response by wave. E-mail asks those with a link; the telephone wave those who had not answered when it
 * began, or were rung before; the follow-up the services that offer supportive procedures only.
 */
export function responseByWave(
  members: readonly MemberFacts[],
  edition: EditionClock,
  at: Date,
): readonly WaveResponse[] {
  const from = telephoneFrom(edition)
  const begun = from !== null && from <= at
  const late = (facts: MemberFacts) => begun && (facts.firstSentAt === null || facts.firstSentAt > from)
  const asked = {
    'e-mail': members.filter(({ invitedAt }) => invitedAt !== null),
    telephone: members.filter((facts) => facts.channel === 'telephone' || facts.attempts > 0 || late(facts)),
    import: members.filter(({ channel }) => channel === 'import'),
    'follow-up': members.filter(({ provision }) => provision === 'supportive-only'),
  }
  const wave = (name: WaveResponse['wave'], by: (facts: MemberFacts) => boolean): WaveResponse => {
    const answered = asked[name].filter(by).length
    return { wave: name, answered: figure(answered, asked[name].length, asked[name].length - answered) }
  }
  return [
    wave('e-mail', ({ channel }) => channel === 'web'),
    wave('telephone', ({ channel }) => channel === 'telephone'),
    wave('import', () => true),
    wave('follow-up', ({ followUpAnswered }) => followUpAnswered),
  ]
}
