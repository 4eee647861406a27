/** Tallies of an edition by nation and by region, and what each of them adds up to. */
import { type Figure, figure } from './percent.ts'
import { PROVISION_CLASSES, type ProvisionClass } from './provision.ts'
import { classified, emptyTally, type Tally } from './tally.ts'

/** An organisation that the edition asks. */
export interface Member {
  readonly code: string
  readonly nation: string
  readonly region: string
}

/** The overall result of all members, or of those of one nation or region. */
export interface GroupResult {
  /** Null: of all. */
  readonly nation: string | null
  /** Null: of the whole nation. */
  readonly region: string | null
  readonly asked: number
  readonly answered: number
  /** Answered, but not enough to tell the class. */
  readonly undecided: number
  /** Each class, out of the organisations whose class is known. */
  readonly classes: Readonly<Record<ProvisionClass, Figure>>
  /** Offers IO or has a formal referral pathway, out of the organisations whose class is known. */
  readonly providesOrPathway: Figure
  readonly provides: Figure
  /** Out of those that provide or have a pathway: the paper's 57 and 70 of England's 127. */
  readonly bothOfProviding: Figure
  readonly supportiveOnlyOfProviding: Figure
}

interface Group {
  readonly nation: string | null
  readonly region: string | null
  readonly tally: Tally
}

/** The tallies that one member counts in. */
export interface Groups {
  readonly all: Tally
  of(member: Member): readonly Tally[]
  /** In the order in which the members first name them. */
  nations(): readonly GroupResult[]
  regions(): readonly GroupResult[]
}

/** Groups without a member yet. */
export function emptyGroups(): Groups {
  const all = emptyTally()
  const nations = new Map<string, Group>()
  const regions = new Map<string, Map<string, Group>>()
  const results = (groups: Iterable<Group>) => [...groups].map(groupResult)
  return {
    all,
    of: ({ nation, region }) => {
      const within = regions.get(nation) ?? new Map<string, Group>()
      regions.set(nation, within)
      return [all, groupIn(nations, nation, nation, null), groupIn(within, region, nation, region)]
    },
    nations: () => results(nations.values()),
    regions: () => [...regions.values()].flatMap((within) => results(within.values())),
  }
}

function groupIn(groups: Map<string, Group>, key: string, nation: string, region: string | null): Tally {
  const known = groups.get(key)
  if (known !== undefined) return known.tally
  const made = { nation, region, tally: emptyTally() }
  groups.set(key, made)
  return made.tally
}

/** What a group's tally adds up to. */
export function groupResult({ nation, region, tally }: Group): GroupResult {
  const known = classified(tally)
  const ofKnown = (numerator: number) => figure(numerator, known, tally.asked - known)
  const providing =
    tally.classes.both + tally.classes['supportive-only'] + tally.classes['referral-pathway-only']
  const ofProviding = (numerator: number) => figure(numerator, providing, tally.asked - known)
  return {
    nation,
    region,
    asked: tally.asked,
    answered: tally.answered,
    undecided: tally.answered - known,
    classes: classFigures((of) => ofKnown(tally.classes[of])),
    providesOrPathway: ofKnown(providing),
    provides: figure(tally.provides, tally.providesKnown, tally.asked - tally.providesKnown),
    bothOfProviding: ofProviding(tally.classes.both),
    supportiveOnlyOfProviding: ofProviding(tally.classes['supportive-only']),
  }
}

function classFigures(of: (provisionClass: ProvisionClass) => Figure): Record<ProvisionClass, Figure> {
  const entries = PROVISION_CLASSES.map((provisionClass) => [provisionClass, of(provisionClass)] as const)
  return Object.fromEntries(entries) as Record<ProvisionClass, Figure> // every class is in the list
}
