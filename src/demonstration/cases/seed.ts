/** Writes the demonstration's services, their people and their cases into a store, a service at a time. */

import { sql } from 'kysely'
import { serviceSubject } from '#core/census/kinds.ts'
import { caseSubject } from '#core/pathway/course.ts'
import { death } from '#core/pathway/kinds/follow-up.ts'
import { caseOpened } from '#core/pathway/kinds/referral.ts'
import type { Draft } from '#core/record/entry.ts'
import { freshen } from '#store/case/freshen.ts'
import { openCase } from '#store/case/open.ts'
import type { Database, Store, Transaction } from '#store/open.ts'
import { registerPatient } from '#store/patient/register.ts'
import { appendMany } from '#store/record/append-many.ts'
import { withinScope } from '#store/scope.ts'
import { writeQuality } from '../registry/quality.ts'
import { demonstrationPeople } from '../staff.ts'
import { closedAnswers } from './answers.ts'
import type { PathwaysTold } from './pathways.ts'
import {
  type DemonstrationCase,
  type DemonstrationService,
  demonstrationServices,
  serviceCount,
} from './services.ts'
import { authorOf, type Colleague, colleagues } from './team.ts'
import { type Discussed, discussionsOf, fillNextMeetings, writeItems, writeTeams } from './write-meetings.ts'

/** The cases that everybody sees. */
const seed = 2017
const casesAtOnce = 25

export interface Progress {
  /** The one that is being written, from 1. */
  readonly services: number
  readonly of: number
}

/**
 * Writes what is not there yet: each service with its cases is all there or not at all, so that a second
 * call after an interruption goes on where the first stopped. Answers how many services were written.
 *
 * @param stopped asked between services; true ends it early
 */
export async function seedCases(
  store: Pick<Store, 'db'>,
  now: Date,
  options: {
    readonly count?: number
    readonly stopped?: () => boolean
    readonly told?: (progress: Progress) => void
  } = {},
): Promise<number> {
  const { db } = store
  const closed = await closedAnswers(db)
  if (closed.size === 0) return 0
  const known = await knownPeople(db)
  const neighbours = await neighboursOf(db)
  const { count, stopped, told } = options
  let written = 0
  let services = 0
  for (const service of demonstrationServices({
    seed,
    closed,
    neighbours,
    known,
    now,
    ...(count ? { count } : {}),
  })) {
    if (stopped?.()) break
    services += 1
    told?.({ services, of: serviceCount })
    if (await isWritten(db, service.team.organisation)) continue
    const wrote = await withinScope(db, 'whole', (whole) =>
      whole.transaction().execute((tx) => writeOnce(tx, service, now)),
    )
    if (!wrote) continue
    written += 1
    // Whoever looks first would wait for it.
    await withinScope(db, 'whole', async (whole) => {
      await freshen(whole, [service.team.organisation], now)
      await fillNextMeetings(whole, service.team, now)
      await writeQuality(whole, service, now)
    })
  }
  return written
}

/** Those whom one can enter the demonstration as, at the organisations where they have their roles. */
async function knownPeople(db: Database): Promise<ReadonlyMap<string, readonly Colleague[]>> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person', 'person.id')
    .where(
      'person.email',
      'in',
      demonstrationPeople.map(({ email }) => email),
    )
    .where('membership.organisation', 'is not', null)
    .select(['person.id as person', 'person.name', 'membership.role', 'membership.organisation'])
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, role: row.role as Colleague['role'] })),
    ({ organisation }) => organisation ?? '',
  )
}

/** For each fictional organisation the six nearest others, which refer to it. */
async function neighboursOf(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ code: string; near: string[] }>`
    select o.code, array(
      select n.code from organisation n where n.fictional and n.code <> o.code and n.closed_on is null
      order by power(n.latitude - o.latitude, 2) + power((n.longitude - o.longitude) * 0.6, 2), n.code limit 6
    ) as near from organisation o where o.fictional`.execute(db)
  return new Map(rows.map(({ code, near }) => [code, near]))
}

/** Of two processes that write one service at once, one finds that the other has done so. */
async function writeOnce(tx: Transaction, service: DemonstrationService, now: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('demonstration cases'))`.execute(tx)
  const found = await tx
    .selectFrom('care_case')
    .select('id')
    .where('treating', '=', service.team.organisation)
    .limit(1)
    .executeTakeFirst()
  if (found) return false
  await writeService(tx, service, now)
  return true
}

async function isWritten(db: Database, organisation: string): Promise<boolean> {
  return withinScope(db, { person: '', organisations: [organisation] }, async (own) => {
    const found = await own
      .selectFrom('care_case')
      .select('id')
      .where('treating', '=', organisation)
      .limit(1)
      .executeTakeFirst()
    return found !== undefined
  })
}

async function writeService(tx: Transaction, service: DemonstrationService, now: Date): Promise<void> {
  const { team, record, cases, teams, pathways } = service
  const authors = cases.flatMap(({ said }) =>
    said.flatMap(({ by, organisation }) => (by.role === 'patient' ? [] : [{ by, organisation }])),
  )
  await writePeople(tx, [
    ...colleagues(team).map((by) => ({ by, organisation: team.organisation })),
    ...authors,
    ...pathways.said,
  ])
  await append(
    tx,
    record.said.map(({ id, kind, body, at, by }) => ({
      id,
      subject: serviceSubject(team.organisation),
      kind,
      body,
      occurredAt: at,
      author: authorOf(by),
      role: by.role,
      organisation: team.organisation,
    })),
  )
  await writePathways(tx, pathways)
  await writeTeams(tx, team.organisation, teams, now)
  const discussed: Discussed[] = []
  for (let at = 0; at < cases.length; at += casesAtOnce)
    discussed.push(...(await writeCases(tx, cases.slice(at, at + casesAtOnce))))
  await writeItems(tx, team.organisation, discussed)
  await sql`
    update patient set died_on = (e.occurred_at at time zone 'Europe/London')::date
    from record_entry e join care_case c on e.subject = 'case:' || c.id
    where e.kind = ${death.name} and c.treating = ${team.organisation} and patient.id = c.patient`.execute(tx)
}

/** In the records of both ends, with the row that says which records to read. */
async function writePathways(tx: Transaction, { said, pathways }: PathwaysTold): Promise<void> {
  if (pathways.length === 0) return
  await append(
    tx,
    said.map(({ id, kind, body, at, by, organisation }) => ({
      id,
      subject: serviceSubject(organisation),
      kind,
      body,
      occurredAt: at,
      author: authorOf(by),
      role: by.role,
      organisation,
    })),
  )
  await tx
    .insertInto('referral_pathway')
    .values(
      pathways.map(({ id, from, to }) => ({ pathway: id, from_organisation: from, to_organisation: to })),
    )
    .execute()
}

interface Author {
  readonly by: Colleague
  readonly organisation: string
}

/** People of the record with their roles. Nobody can sign in as them: they have no password and no way to get one. */
async function writePeople(tx: Transaction, authors: readonly Author[]): Promise<void> {
  const people = [...new Map(authors.map((each) => [each.by.person, each])).values()]
  const made = people.filter(({ by }) => by.person.startsWith('fictional-'))
  if (made.length === 0) return
  await tx
    .insertInto('person')
    .values(
      made.map(({ by }) => ({
        id: by.person,
        name: by.name,
        email: `${by.person}@people.fictional.example`,
        email_verified: false,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('membership')
    .values(made.map(({ by, organisation }) => ({ person: by.person, role: by.role, organisation })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Answers what was said at MDT meetings. */
async function writeCases(
  tx: Transaction,
  cases: readonly DemonstrationCase[],
): Promise<readonly Discussed[]> {
  const drafts: Draft[] = []
  const discussed: Discussed[] = []
  for (const told of cases) {
    const { patient, treating, referring, said } = told
    const [opening, ...rest] = said
    if (!opening) continue
    const signed = {
      author: authorOf(opening.by),
      role: opening.by.role,
      organisation: opening.organisation,
      at: opening.at,
    }
    const { givenName, familyName, birthOn, sex, postcode, gpPractice, nhsNumber } = patient
    const identifiers = [{ system: 'nhs' as const, value: nhsNumber }]
    const identity = { givenName, familyName, birthOn, sex, identifiers, postcode, gpPractice, diedOn: null }
    const registered = await registerPatient(tx, { ...signed, identity })
    if (registered.outcome !== 'registered')
      throw new Error(
        `a patient of the demonstration was ${registered.outcome}: ${JSON.stringify(registered)}`,
      )
    const id = await openCase(tx, { patient: registered.id, treating, referring, ...signed })
    discussed.push(...discussionsOf(told, id))
    drafts.push(
      ...rest
        .filter(({ kind }) => kind.name !== caseOpened.name)
        .map(({ id: entry, kind, body, at, by, organisation, corrects }) => ({
          id: entry,
          subject: caseSubject(id),
          kind,
          body,
          occurredAt: at,
          author: authorOf(by),
          role: by.role,
          organisation,
          ...(corrects ? { corrects } : {}),
        })),
    )
  }
  await append(tx, drafts)
  return discussed
}

async function append(tx: Transaction, drafts: readonly Draft[]): Promise<void> {
  const answer = await appendMany(tx, drafts)
  if (answer.outcome === 'refused') {
    const { kind, body } = drafts[answer.draft] ?? {}
    throw new Error(`the demonstration's ${kind?.name} was refused: ${JSON.stringify({ ...answer, body })}`)
  }
}
