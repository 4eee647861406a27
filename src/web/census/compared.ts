/** Two editions laid side by side: the earlier on the left, what only one of them asks left out of what was gained and lost. */

import { z } from 'zod'
import { procedureName } from '#core/catalogue/procedures.ts'
import {
  CHANGES,
  type Change,
  type Comparison,
  compareEditions,
  type ServiceChange,
} from '#core/census/compare.ts'
import { PROVISION_WORDS, type ProvisionClass } from '#core/census/provision.ts'
import { type Answers, optionsOf, questionOf } from '#core/census/questionnaire.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import type { ProvisionView } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { editionNamed, type RoomEdition } from './edition.ts'
import { viewOf } from './view.ts'

export interface Compared {
  readonly from: RoomEdition
  readonly to: RoomEdition
  readonly comparison: Comparison
}

/** The earlier census date is always on the left, whichever way round the address names them. */
export async function comparedIn(
  c: PageContext,
): Promise<{ edition: RoomEdition; compared: Compared } | null> {
  const [edition, other] = await Promise.all([editionNamed(c), editionNamed(c, c.req.param('other') ?? '')])
  if (!edition || !other || edition.id === other.id) return null
  const [from, to] = edition.censusOn < other.censusOn ? [edition, other] : [other, edition]
  const [fromView, toView, organisations] = await Promise.all([
    viewOf(c, from),
    viewOf(c, to),
    allOrganisations(c.var.store.db),
  ])
  if (!fromView || !toView) return null
  const comparison = compareEditions(sideOf(from, fromView), sideOf(to, toView), organisations)
  return { edition, compared: { from, to, comparison: askedInBoth(comparison, from, to) } }
}

/** A procedure that only one of the questionnaires asks about was neither gained nor lost. */
function askedInBoth(comparison: Comparison, from: RoomEdition, to: RoomEdition): Comparison {
  const before = proceduresAskedIn(from)
  const after = proceduresAskedIn(to)
  const both = (procedure: string) => before.has(procedure) && after.has(procedure)
  return {
    ...comparison,
    services: comparison.services.map((service) => ({
      ...service,
      gained: service.gained.filter(both),
      lost: service.lost.filter(both),
    })),
    procedures: comparison.procedures.map((row) =>
      both(row.procedure) ? row : { ...row, gained: 0, lost: 0 },
    ),
  }
}

export function proceduresAskedIn({ questionnaire }: RoomEdition): ReadonlySet<string> {
  const lists = ['supportiveProcedures', 'diseaseModifyingProcedures'].flatMap(
    (id) => questionOf(questionnaire, id) ?? [],
  )
  return new Set(lists.flatMap(optionsOf).map(({ value }) => value))
}

function sideOf({ id, censusOn }: RoomEdition, { members }: ProvisionView) {
  const responses = new Map<string, Answers>(
    members.flatMap(({ code, answers }) => (answers ? [[code, answers]] : [])),
  )
  return { id, censusOn, members: members.map(({ code }) => code), responses }
}

export const changeWords: Readonly<Record<Change, string>> = {
  'same-class': 'Same class',
  'changed-class': 'Changed class',
  opened: 'Organisation opened',
  closed: 'Organisation closed',
  merged: 'Merged into another',
  formed: 'Formed by merger',
  'not-asked': 'Not asked in one of them',
  'not-answered': 'Not answered in one of them',
}

export const shownSchema = z.enum([...CHANGES, 'any-change', 'gained', 'lost', 'all']).catch('any-change')
export type Shown = z.infer<typeof shownSchema>

export const shownWords: Readonly<Record<Shown, string>> = {
  'any-change': 'Anything that changed',
  all: 'All organisations',
  gained: 'Gained a procedure',
  lost: 'Lost a procedure',
  ...changeWords,
}

/** /census/:edition/compare: with which other edition. One other: goes to it at once. */

export function isShown(service: ServiceChange, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true
    case 'gained':
      return service.gained.length > 0
    case 'lost':
      return service.lost.length > 0
    case 'any-change':
      return (
        !['same-class', 'not-answered'].includes(service.change) ||
        service.gained.length + service.lost.length > 0
      )
    default:
      return service.change === shown
  }
}

export function becameWords({ change, service, successor, predecessors }: ServiceChange): string {
  const parts = [
    changeWords[change],
    service === 'begun' ? 'its service began' : service === 'ended' ? 'its service ended' : null,
    change === 'merged' && successor ? `now ${successor}` : null,
    predecessors.length > 0 ? `carries on ${predecessors.join(', ')}` : null,
  ]
  return parts.filter((part) => part !== null).join('; ')
}

export function classWords(of: ProvisionClass | null, asked: boolean, answered: boolean): string {
  if (of) return PROVISION_WORDS[of]
  if (!asked) return 'Not asked'
  return answered ? 'Not known' : 'Not answered'
}

export function namesOf(procedures: readonly string[]): string {
  return procedures.length === 0 ? 'None' : procedures.map(procedureName).join('; ')
}
