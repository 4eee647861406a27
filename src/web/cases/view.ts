/** What the pages of one case are drawn from, read in a small and constant number of queries. */

import { organisationsOf } from '#core/access/may.ts'
import { signatureFor } from '#core/access/record.ts'
import type { Person } from '#core/access/role.ts'
import { dueForPage } from '#core/pathway/due/for-page.ts'
import { type Due, dueOf } from '#core/pathway/due.ts'
import { instrumentAnswers } from '#core/pathway/kinds/instrument-answers.ts'
import { caseKinds } from '#core/pathway/kinds.ts'
import type { Entry } from '#core/record/entry.ts'
import type { Finding } from '#core/standards/finding.ts'
import { findingsOf } from '#core/standards/findings.ts'
import { type CaseDraft, draftsIn } from '#store/case/draft.ts'
import { noteLook } from '#store/case/look.ts'
import { type OpenedCase, readCase } from '#store/case/read.ts'
import { authorNames } from '#store/census/room/authors.ts'
import { type ScoreTables, scoreTables } from '#store/feedback/score-table.ts'
import type { Database } from '#store/open.ts'
import { organisationNames } from '#store/service/read.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { inScope } from '../scope.ts'

export interface CaseView extends OpenedCase {
  readonly treating: string
  readonly due: readonly Due[]
  readonly findings: readonly Finding[]
  /** Forms that the person who looks began here. */
  readonly drafts: readonly CaseDraft[]
  /** Names of the organisations that the record names, by code. */
  readonly organisations: ReadonlyMap<string, string>
  /** Names behind `person:<id>`. */
  readonly authors: ReadonlyMap<string, string>
  /** The kinds that the one who looks may write here. */
  readonly recordable: ReadonlySet<string>
  /** Owners' tables of scores, where the record holds answers that one could score. */
  readonly scoreTables: ScoreTables
  /** The present; ISO 8601, UTC. */
  readonly now: string
}

/** Which kind of page, for the log of looks. */
export type CasePageKind =
  | 'case'
  | 'case entry'
  | 'case findings'
  | 'case letter'
  | 'radiation card'
  | 'case attachment'

/**
 * Reads the case that the address names and shows it: what is asked for, logged as a look. One that is not
 * there and one that the person may not see are the same page, not found.
 */
export async function onCase(
  c: PageContext,
  page: CasePageKind,
  then: (view: CaseView) => Response | Promise<Response>,
): Promise<Response> {
  const view = await inScope(c, 'case:see', (db) => caseView(c, db, page))
  return view ? then(view) : notFound(c)
}

async function caseView(c: PageContext, db: Database, page: CasePageKind): Promise<CaseView | null> {
  const { person } = c.var
  const opened = await readCase(db, c.req.param('id') ?? '')
  if (!opened || !person) return null
  const { id, row, course, entries, surroundings } = opened
  const now = c.var.now().toISOString()
  const hasAnswers = course.latest(instrumentAnswers) !== undefined
  const [drafts, organisations, authors, tables] = await Promise.all([
    draftsIn(db, person.id, id),
    organisationNames(db, codesIn(opened)),
    authorNames(
      db,
      entries.map(({ author }) => author),
    ),
    hasAnswers ? scoreTables(db) : new Map(),
    noteLook(db, {
      person: person.id,
      organisation: lookingFor(person, row.organisations),
      patient: row.patient,
      caseId: id,
      page,
    }),
  ])
  return {
    ...opened,
    treating: row.treating,
    due: dueForPage(
      course,
      dueOf(course, surroundings),
      person.memberships.flatMap(({ organisation }) => organisation ?? []),
    ),
    findings: findingsOf(course, surroundings, now),
    drafts,
    organisations,
    authors,
    scoreTables: tables,
    recordable: opened.onlyToLook ? new Set() : recordableBy(person, row),
    now,
  }
}

/** For which organisation somebody looks: one that takes part in the case, where they act for one. */
export function lookingFor(person: Person, organisations: readonly string[]): string | null {
  const own = organisationsOf(person.memberships, 'case:see')
  return own.find((code) => organisations.includes(code)) ?? own[0] ?? null
}

function recordableBy(
  person: Person,
  row: { readonly treating: string; readonly organisations: readonly string[] },
): ReadonlySet<string> {
  const names = caseKinds.map(({ name }) => name)
  return new Set(names.filter((name) => signatureFor(person.memberships, name, row) !== null))
}

/** The organisations that a case's entries were written for or name. */
function codesIn({ row, entries }: OpenedCase): ReadonlySet<string> {
  const named = entries.flatMap(({ organisation, body }) => [organisation, ...codesOf(body)])
  return new Set([...row.organisations, ...named].filter((code) => code !== null))
}

const organisationFields = ['from', 'to', 'organisation', 'place', 'treating'] as const

function codesOf(body: Entry['body']): readonly string[] {
  if (typeof body !== 'object' || body === null) return []
  const values = body as Readonly<Record<string, unknown>>
  return organisationFields
    .map((name) => values[name])
    .filter((value): value is string => typeof value === 'string' && /^[A-Z0-9]{2,12}$/.test(value))
}

export function organisationWords({ organisations }: Pick<CaseView, 'organisations'>, code: string): string {
  return organisations.get(code) ?? code
}
