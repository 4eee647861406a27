/** Two editions laid side by side: service by service and in total, through openings, closures and mergers. */
import { existsOn, finalSuccessor } from '../catalogue/organisations.ts'
import { PROVISION_CLASSES, type Provision, type ProvisionClass, provisionOf } from './provision.ts'
import type { Answers } from './questionnaire.ts'

/** One edition as the comparison needs it. */
export interface ComparedEdition {
  readonly id: string
  /** The date that it describes, `yyyy-mm-dd`. */
  readonly censusOn: string
  readonly members: readonly string[]
  readonly responses: ReadonlyMap<string, Answers>
}

/** An organisation of the directory. */
export interface ComparedOrganisation {
  readonly code: string
  readonly name: string
  readonly successor: string | null
  readonly openedOn: string | null
  readonly closedOn: string | null
}

/**
 * What became of an organisation between two editions.
 *
 * - `same-class`, `changed-class`: asked in both, with an answer in both that decides a class.
 * - `opened`: came into being in between, and no merger explains it. `closed`: ceased, nobody carries on.
 * - `merged`: ceased, and its successor carries on. `formed`: came into being and carries on others.
 * - `not-asked`: existed at both dates, and one of the editions did not ask it.
 * - `not-answered`: asked in both, and one of them has no answer that decides a class.
 */
export const CHANGES = [
  'same-class',
  'changed-class',
  'opened',
  'closed',
  'merged',
  'formed',
  'not-asked',
  'not-answered',
] as const
export type Change = (typeof CHANGES)[number]

export interface ServiceChange {
  readonly code: string
  readonly name: string
  readonly change: Change
  readonly from: ProvisionClass | null
  readonly to: ProvisionClass | null
  readonly askedFrom: boolean
  readonly askedTo: boolean
  readonly answeredFrom: boolean
  readonly answeredTo: boolean
  /** A service began, or ended, in an organisation that answered in both. */
  readonly service: 'begun' | 'ended' | null
  /** Procedures only in the later, and only in the earlier, edition; empty where either is not known. */
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** After a merger: the organisation that carries on. */
  readonly successor: string | null
  /** Members of the earlier edition that this one carries on; what they offered counts as offered before. */
  readonly predecessors: readonly string[]
}

export interface ProcedureChange {
  readonly procedure: string
  /** Organisations that offered it in each edition, whoever else answered. */
  readonly from: number
  readonly to: number
  /** Among organisations that gave detail in both. */
  readonly gained: number
  readonly lost: number
}

export interface Comparison {
  readonly from: string
  readonly to: string
  /** By name. */
  readonly services: readonly ServiceChange[]
  readonly totals: Readonly<Record<Change, number>>
  readonly servicesBegun: number
  readonly servicesEnded: number
  /** How many moved from which class to which, `same-class` included; only pairs that occur. */
  readonly transitions: readonly {
    readonly from: ProvisionClass
    readonly to: ProvisionClass
    readonly count: number
  }[]
  readonly classes: readonly { readonly class: ProvisionClass; readonly from: number; readonly to: number }[]
  readonly procedures: readonly ProcedureChange[]
}

/**
 * Compares an earlier edition with a later one. Organisations must hold every member of both, and every
 * successor. Where mergers form an organisation, its earlier class is its own, or, if it is new, the class of
 * most provision among those that it carries on.
 */
export function compareEditions(
  from: ComparedEdition,
  to: ComparedEdition,
  organisations: readonly ComparedOrganisation[],
): Comparison {
  const sides = { from: sideOf(from), to: sideOf(to) }
  const directory = new Map(organisations.map((organisation) => [organisation.code, organisation]))
  const carriedOn = predecessorsIn(sides, directory)
  const codes = [...new Set([...from.members, ...to.members])]
  const services = codes
    .map((code) => changeOf(code, sides, directory.get(code), carriedOn.get(code) ?? []))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.code < b.code ? -1 : 1))
  return { from: from.id, to: to.id, services, ...totalsOf(services, sides) }
}

interface Side {
  readonly censusOn: string
  readonly members: ReadonlySet<string>
  readonly provisions: ReadonlyMap<string, Provision>
}
interface Sides {
  readonly from: Side
  readonly to: Side
}

function sideOf(edition: ComparedEdition): Side {
  const members = new Set(edition.members)
  const answered = [...edition.responses].filter(([code]) => members.has(code))
  const provisions = new Map(answered.map(([code, answers]) => [code, provisionOf(answers)]))
  return { censusOn: edition.censusOn, members, provisions }
}

type Directory = ReadonlyMap<string, ComparedOrganisation>

/** For each member of the later edition, the members of the earlier one that it carries on. */
function predecessorsIn({ from, to }: Sides, directory: Directory): ReadonlyMap<string, readonly string[]> {
  const carriedOn = new Map<string, string[]>()
  for (const code of from.members) {
    if (to.members.has(code)) continue
    const last = finalSuccessor(code, (of) => directory.get(of)?.successor ?? null)
    if (last !== code && to.members.has(last)) carriedOn.set(last, [...(carriedOn.get(last) ?? []), code])
  }
  return carriedOn
}

function changeOf(
  code: string,
  { from, to }: Sides,
  organisation: ComparedOrganisation | undefined,
  predecessors: readonly string[],
): ServiceChange {
  const own = from.provisions.get(code)
  const carried = predecessors.flatMap((each) => from.provisions.get(each) ?? [])
  const before = from.members.has(code) ? own : strongest(carried)
  const after = to.provisions.get(code)
  const allBefore = own === undefined ? carried : [own, ...carried]
  return {
    code,
    name: organisation?.name ?? code,
    change: kindOfChange(code, { from, to }, organisation, predecessors, before, after),
    from: before?.class ?? null,
    to: after?.class ?? null,
    askedFrom: from.members.has(code),
    askedTo: to.members.has(code),
    answeredFrom: own !== undefined,
    answeredTo: after !== undefined,
    service: serviceChange(before, after),
    ...procedureChanges(allBefore, after),
    successor: organisation?.successor ?? null,
    predecessors,
  }
}

function kindOfChange(
  code: string,
  { from, to }: Sides,
  organisation: ComparedOrganisation | undefined,
  predecessors: readonly string[],
  before: Provision | undefined,
  after: Provision | undefined,
): Change {
  const existed = (side: Side) => organisation === undefined || existsOn(organisation, side.censusOn)
  if (!to.members.has(code)) {
    if (existed(to)) return 'not-asked'
    return organisation?.successor ? 'merged' : 'closed'
  }
  if (!from.members.has(code)) {
    if (predecessors.length > 0) return 'formed'
    return existed(from) ? 'not-asked' : 'opened'
  }
  if (!before?.class || !after?.class) return 'not-answered'
  return before.class === after.class ? 'same-class' : 'changed-class'
}

function strongest(provisions: readonly Provision[]): Provision | undefined {
  const rank = (provision: Provision) =>
    provision.class === null ? PROVISION_CLASSES.length : PROVISION_CLASSES.indexOf(provision.class)
  return provisions.toSorted((a, b) => rank(a) - rank(b))[0]
}

function serviceChange(
  before: Provision | undefined,
  after: Provision | undefined,
): ServiceChange['service'] {
  if (before?.provides === false && after?.provides) return 'begun'
  return before?.provides && after?.provides === false ? 'ended' : null
}

function procedureChanges(before: readonly Provision[], after: Provision | undefined) {
  const lists = before.map((provision) => provision.procedures)
  if (lists.length === 0 || lists.includes(null) || !after?.procedures) return { gained: [], lost: [] }
  const earlier = new Set(lists.flatMap((list) => list ?? []))
  const later = new Set(after.procedures)
  return {
    gained: [...later].filter((procedure) => !earlier.has(procedure)),
    lost: [...earlier].filter((procedure) => !later.has(procedure)),
  }
}

function totalsOf(services: readonly ServiceChange[], sides: Sides) {
  const many = (test: (service: ServiceChange) => boolean) => services.filter(test).length
  const both = (service: ServiceChange) =>
    service.change === 'same-class' || service.change === 'changed-class'
  const transitions = PROVISION_CLASSES.flatMap((from) =>
    PROVISION_CLASSES.map((to) => ({
      from,
      to,
      count: many((service) => both(service) && service.from === from && service.to === to),
    })),
  )
  const totals = Object.fromEntries(
    CHANGES.map((change) => [change, many((service) => service.change === change)]),
  )
  return {
    totals: totals as Record<Change, number>, // every change is in the list
    servicesBegun: many((service) => service.service === 'begun'),
    servicesEnded: many((service) => service.service === 'ended'),
    transitions: transitions.filter(({ count }) => count > 0),
    classes: PROVISION_CLASSES.map((of) => ({
      class: of,
      from: [...sides.from.provisions.values()].filter((provision) => provision.class === of).length,
      to: [...sides.to.provisions.values()].filter((provision) => provision.class === of).length,
    })),
    procedures: procedureTotals(services, sides),
  }
}

function procedureTotals(
  services: readonly ServiceChange[],
  { from, to }: Sides,
): readonly ProcedureChange[] {
  const offered = (side: Side) =>
    [...side.provisions.values()].flatMap((provision) => provision.procedures ?? [])
  const [before, after] = [countOf(offered(from)), countOf(offered(to))]
  const gained = countOf(services.flatMap((service) => service.gained))
  const lost = countOf(services.flatMap((service) => service.lost))
  return [...new Set([...before.keys(), ...after.keys()])].map((procedure) => ({
    procedure,
    from: before.get(procedure) ?? 0,
    to: after.get(procedure) ?? 0,
    gained: gained.get(procedure) ?? 0,
    lost: lost.get(procedure) ?? 0,
  }))
}

function countOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
