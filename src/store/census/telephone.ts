/** The telephone list: whom to ring, one interviewer at a time for an organisation, and what came of it. */

import { CompiledQuery, sql } from 'kysely'
import {
  type AttemptOutcome,
  serviceSubject,
  type TelephoneAttempt,
  telephoneAttempt,
} from '#core/census/kinds.ts'
import type { Database, Transaction } from '../open.ts'
import { type Appended, append } from '../record/append.ts'
import type { Unplaced } from '../record/insert.ts'
import { bumpRevision, revisionBump } from './edition.ts'

/** A claim not renewed ends after this. */
const claimMinutes = 30

export interface Claim {
  /** The person who holds it, by id. */
  readonly interviewer: string
  readonly expiresAt: Date
}

export interface Attempt {
  readonly entry: string
  readonly organisation: string
  readonly interviewer: string
  readonly contact: string | null
  readonly outcome: AttemptOutcome
  readonly note: string | null
  readonly nextAt: Date | null
  readonly attemptedAt: Date
}

export interface ToRing {
  readonly organisation: string
  readonly name: string
  readonly nation: string
  readonly contacts: readonly {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly telephone: string | null
    readonly email: string | null
    readonly bounced: boolean
  }[]
  readonly attempts: number
  readonly lastAttempt: {
    readonly outcome: AttemptOutcome
    readonly at: Date
    readonly note: string | null
  } | null
  /** Agreed for later; null: any time. */
  readonly nextAt: Date | null
  /** Someone else, or the one who asks, is at it. */
  readonly claim: Claim | null
  /** Answered in part, on the web. */
  readonly started: boolean
  readonly state: 'due' | 'later' | 'declined'
}

interface ToRingRow extends Omit<ToRing, 'claim' | 'lastAttempt' | 'state' | 'contacts'> {
  readonly contacts: ToRing['contacts'] | null
  readonly interviewer: string | null
  readonly expiresAt: Date | null
  readonly lastOutcome: AttemptOutcome | null
  readonly lastAt: Date | null
  readonly lastNote: string | null
}

/**
 * Organisations without an answer, once the edition has been open for its days before telephoning, or
 * at once where no address takes mail. Those due come first, the longest not rung before the others.
 */
export async function telephoneList(db: Database, edition: string, now: Date): Promise<readonly ToRing[]> {
  const { rows } = await sql<ToRingRow>`
    select m.organisation, o.name, o.nation, c.contacts, coalesce(a.attempts, 0) as attempts,
      a.outcome as "lastOutcome", a.attempted_at as "lastAt", a.note as "lastNote", a.next_at as "nextAt",
      k.interviewer, k.expires_at as "expiresAt", d.organisation is not null as started
    from census_member m
    join census_edition e on e.id = m.edition
    join organisation o on o.code = m.organisation
    left join census_response r on r.edition = m.edition and r.organisation = m.organisation
    left join census_draft d on d.edition = m.edition and d.organisation = m.organisation
      and d.wave = 'first' and d.revision > 0
    left join census_claim k on k.edition = m.edition and k.organisation = m.organisation and k.expires_at > ${now}
    left join lateral (
      select json_agg(json_build_object('id', id, 'name', name, 'role', role, 'telephone', telephone,
          'email', email, 'bounced', bounced_at is not null) order by telephone is null, name) as contacts,
        bool_or(email is not null and bounced_at is null) as reachable
      from census_contact where organisation = m.organisation and retired_at is null
    ) c on true
    left join lateral (
      select outcome, attempted_at, note, next_at, (count(*) over ())::int as attempts
      from census_attempt where edition = m.edition and organisation = m.organisation
      order by attempted_at desc limit 1
    ) a on true
    where m.edition = ${edition} and e.state = 'open' and r.organisation is null
      and (e.opened_at + make_interval(days => e.telephone_after_days) <= ${now}
        or not coalesce(c.reachable, false) or a.attempts > 0)
    order by a.attempted_at nulls first, o.name`.execute(db)
  const list = rows.map((row) => toRing(row, now))
  const order = { due: 0, later: 1, declined: 2 }
  return list.toSorted((one, other) => order[one.state] - order[other.state])
}

function toRing(row: ToRingRow, now: Date): ToRing {
  const { interviewer, expiresAt, lastOutcome, lastAt, lastNote, contacts, ...facts } = row
  const later = facts.nextAt !== null && facts.nextAt > now
  return {
    ...facts,
    contacts: contacts ?? [],
    claim: interviewer && expiresAt ? { interviewer, expiresAt } : null,
    lastAttempt: lastOutcome && lastAt ? { outcome: lastOutcome, at: lastAt, note: lastNote } : null,
    state: later ? 'later' : lastOutcome === 'declined' ? 'declined' : 'due',
  }
}

export type ClaimOutcome =
  | { readonly outcome: 'claimed'; readonly claim: Claim }
  | { readonly outcome: 'held'; readonly claim: Claim }

/** Takes an organisation to ring, or renews one's own claim: nobody else can for half an hour. */
export async function claimOrganisation(
  db: Database,
  given: { readonly edition: string; readonly organisation: string; readonly interviewer: string },
  now: Date,
): Promise<ClaimOutcome> {
  const expiresAt = new Date(now.getTime() + claimMinutes * 60_000)
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Claim & { before: string | null }>`
      insert into census_claim (edition, organisation, interviewer, claimed_at, expires_at)
      values (${given.edition}, ${given.organisation}, ${given.interviewer}, ${now}, ${expiresAt})
      on conflict (edition, organisation) do update
        set interviewer = excluded.interviewer, claimed_at = excluded.claimed_at, expires_at = excluded.expires_at
        where census_claim.interviewer = excluded.interviewer or census_claim.expires_at <= ${now}
      returning interviewer, expires_at as "expiresAt"`.execute(tx)
    if (rows[0]) {
      await bumpRevision(tx, given.edition)
      return { outcome: 'claimed', claim: { interviewer: given.interviewer, expiresAt } }
    }
    const held = await claimOf(tx, given.edition, given.organisation, now)
    return { outcome: 'held', claim: held ?? { interviewer: given.interviewer, expiresAt } }
  })
}

/** Who is at an organisation now. */
export async function claimOf(
  db: Database | Transaction,
  edition: string,
  organisation: string,
  now: Date,
): Promise<Claim | null> {
  const found = await db
    .selectFrom('census_claim')
    .select(['interviewer', 'expires_at as expiresAt'])
    .where('edition', '=', edition)
    .where('organisation', '=', organisation)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return found ?? null
}

/** Keeps one's claim for another half hour while the interview goes on; nobody's list changes by it. */
export async function renewClaim(
  db: Database,
  given: { readonly edition: string; readonly organisation: string; readonly interviewer: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('census_claim')
    .set({ expires_at: new Date(now.getTime() + claimMinutes * 60_000) })
    .where('edition', '=', given.edition)
    .where('organisation', '=', given.organisation)
    .where('interviewer', '=', given.interviewer)
    .execute()
}

/** Gives an organisation back to the list. */
export async function releaseOrganisation(
  db: Database,
  given: { readonly edition: string; readonly organisation: string; readonly interviewer: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('census_claim')
      .where('edition', '=', given.edition)
      .where('organisation', '=', given.organisation)
      .where('interviewer', '=', given.interviewer)
      .execute()
    await bumpRevision(tx, given.edition)
  })
}

export type AttemptRecorded =
  | Appended<TelephoneAttempt>
  /** Someone else has claimed the organisation. */
  | { readonly outcome: 'held'; readonly claim: Claim }

/** Records a call in the service's record. The claim stays: one call may lead to the next. */
export async function recordAttempt(
  db: Database,
  given: {
    readonly edition: string
    readonly organisation: string
    readonly interviewer: string
    readonly role: string
    readonly contact: string | null
    readonly outcome: AttemptOutcome
    readonly note: string | null
    readonly nextAt: Date | null
  },
  now: Date,
): Promise<AttemptRecorded> {
  const claim = await claimOf(db, given.edition, given.organisation, now)
  if (claim && claim.interviewer !== given.interviewer) return { outcome: 'held', claim }
  const { edition, outcome, contact, note } = given
  return append(
    db,
    {
      subject: serviceSubject(given.organisation),
      kind: telephoneAttempt,
      occurredAt: now,
      author: `person:${given.interviewer}`,
      role: given.role,
      organisation: null,
      body: { edition, outcome, contact, note, nextAt: given.nextAt?.toISOString() ?? null },
    },
    { alongside: attemptProjection },
  )
}

/** What an attempt changes elsewhere, alongside its entry: its row, and that the edition has changed. */
export function attemptProjection({ id, subject, author, occurredAt, body }: Unplaced<TelephoneAttempt>) {
  if (body === null) return []
  const { edition, outcome, contact, note, nextAt } = body
  const organisation = subject.replace(/^service:/, '')
  const interviewer = author.replace(/^person:/, '')
  const values = [id, edition, organisation, interviewer, contact, outcome, note, nextAt, occurredAt]
  return [{ compile: () => CompiledQuery.raw(attemptRow, values) }, revisionBump(edition)]
}

const attemptRow = `
  insert into census_attempt (entry, edition, organisation, interviewer, contact, outcome, note, next_at, attempted_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

/** Every call to an organisation in an edition, the latest first. */
export async function attemptsOf(
  db: Database,
  edition: string,
  organisation: string,
): Promise<readonly Attempt[]> {
  const found = await db
    .selectFrom('census_attempt')
    .select([
      'entry',
      'organisation',
      'interviewer',
      'contact',
      'outcome',
      'note',
      'next_at as nextAt',
      'attempted_at as attemptedAt',
    ])
    .where('edition', '=', edition)
    .where('organisation', '=', organisation)
    .orderBy('attempted_at', 'desc')
    .execute()
  // The entries that these rows are made from hold one of the outcomes, by their schema.
  return found.map((attempt) => ({ ...attempt, outcome: attempt.outcome as AttemptOutcome }))
}
