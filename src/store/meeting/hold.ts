/** Holding a meeting: begun, attended, each case discussed and written into its record, ended. */

import { sql } from 'kysely'
import { type MemberRole, radiologistPresent } from '#core/meeting/team.ts'
import { mdtDiscussion } from '#core/pathway/kinds/planning.ts'
import { judgeAnew } from '../case/freshen.ts'
import { recordInCase } from '../case/record.ts'
import type { Database, Transaction } from '../open.ts'
import type { Appended } from '../record/append.ts'
import { lockMeeting } from './list.ts'
import { type Attendance, type Meeting, raise } from './meeting.ts'
import type { MeetingState } from './tables.ts'

export type Turned = 'turned' | 'not-from-here'

const allowed: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  planned: ['under-way', 'cancelled'],
  'under-way': ['held'],
  held: ['under-way'],
  cancelled: ['planned'],
}

/**
 * Begins a meeting (its team's members are put down as expected), ends it (what was not discussed is
 * carried over), cancels it or takes that back, or opens a held one again.
 */
export async function turnMeeting(db: Database, id: string, to: MeetingState): Promise<Turned> {
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, id)
    if (!meeting || !allowed[meeting.state].includes(to)) return 'not-from-here'
    if (to === 'under-way') await expectMembers(tx, meeting)
    if (to === 'held' || to === 'cancelled') {
      await sql`update mdt_item set state = 'carried-over', revision = revision + 1
        where meeting = ${id} and state = 'waiting'`.execute(tx)
    }
    await tx.updateTable('mdt_meeting').set({ state: to }).where('id', '=', id).execute()
    await raise(tx, id)
    await judgeAnew(tx, meeting.organisation)
    return 'turned'
  })
}

async function expectMembers(tx: Transaction, meeting: Meeting): Promise<void> {
  await sql`insert into mdt_attendance (meeting, organisation, name, role, core, present)
    select ${meeting.id}, ${meeting.organisation}, m.name, m.role, m.core, false from mdt_member m
    where m.team = ${meeting.team} on conflict do nothing`.execute(tx)
}

/** Puts somebody down as present or absent; somebody who is no member is added. */
export async function setAttendance(
  db: Database,
  meeting: Meeting,
  who: Pick<Attendance, 'name' | 'role' | 'present'>,
): Promise<void> {
  const { name, role, present } = who
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('mdt_attendance')
      .values({ meeting: meeting.id, organisation: meeting.organisation, name, role, core: false, present })
      .onConflict((conflict) => conflict.columns(['meeting', 'name']).doUpdateSet({ present }))
      .execute()
    await raise(tx, meeting.id)
  })
}

/** Shows a case to everybody who has the page open. */
export async function showItem(db: Database, id: string, item: string): Promise<void> {
  await sql`update mdt_meeting set case_shown = ${item}, revision = revision + 1 where id = ${id}
    and exists (select from mdt_item i where i.id = ${item} and i.meeting = ${id})`.execute(db)
}

export interface ItemWords {
  readonly question: string
  readonly images: string
  readonly recommendation: string | null
  readonly procedure: string | null
  readonly atPlace: string | null
  readonly actsNext: string | null
  readonly notes: string | null
}

export type Written =
  | { readonly outcome: 'written' }
  /** Somebody else wrote in between; what is there now is on the page. */
  | { readonly outcome: 'overtaken'; readonly by: string | null }

/** Keeps what was written about a case, unless somebody else wrote since the writer saw it. */
export function writeItem(
  db: Database,
  id: string,
  item: string,
  words: ItemWords,
  seen: { readonly revision: number; readonly by: string },
): Promise<Written> {
  return db.transaction().execute(async (tx) => {
    // Whoever writes into a meeting holds the meeting first, then the item: nobody waits in a circle.
    await lockMeeting(tx, id)
    return write(tx, id, item, words, seen)
  })
}

async function write(
  tx: Transaction,
  id: string,
  item: string,
  words: ItemWords,
  seen: { readonly revision: number; readonly by: string },
): Promise<Written> {
  const { question, images, recommendation, procedure, atPlace, actsNext, notes } = words
  const { rows } = await sql<{ wrote: boolean; by: string | null }>`
    with wrote as (
      update mdt_item set question = ${question}, images = ${images}, recommendation = ${recommendation},
        procedure = ${procedure}, at_place = ${atPlace}, acts_next = ${actsNext}, notes = ${notes},
        changed_by = ${seen.by}, revision = revision + 1
      where id = ${item} and meeting = ${id} and revision = ${seen.revision} returning id
    ), raised as (
      update mdt_meeting set revision = revision + 1 where id = ${id} and exists (select from wrote)
    )
    select exists (select from wrote) as wrote, (select changed_by from mdt_item where id = ${item}) as by`.execute(
    tx,
  )
  const [answer] = rows
  return answer?.wrote ? { outcome: 'written' } : { outcome: 'overtaken', by: answer?.by ?? null }
}

export interface Signed {
  readonly author: string
  readonly role: string
}

export type Recommendation = Parameters<typeof mdtDiscussion.line>[0]['recommendation']

export interface Outcome extends Omit<ItemWords, 'recommendation'> {
  readonly recommendation: Recommendation
}

export type Recorded =
  | Written
  /** It has not begun, or is cancelled: nothing was discussed. */
  | { readonly outcome: 'not-meeting' }
  | { readonly outcome: 'refused'; readonly answer: Exclude<Appended, { outcome: 'appended' }> }

/**
 * Writes the outcome of a discussion into the case's record, as of the meeting; a second time as a
 * correction. The item and the record are written together or not at all.
 */
export async function recordOutcome(
  db: Database,
  meeting: Meeting,
  item: { readonly id: string; readonly caseId: string; readonly entry: string | null },
  outcome: Outcome,
  seen: Signed & { readonly revision: number; readonly by: string; readonly now: Date },
): Promise<Recorded> {
  return db
    .transaction()
    .execute(async (tx) => {
      const now = await lockMeeting(tx, meeting.id)
      if (now?.state !== 'under-way' && now?.state !== 'held') return { outcome: 'not-meeting' as const }
      const wrote = await write(tx, meeting.id, item.id, outcome, seen)
      if (wrote.outcome === 'overtaken') return wrote
      const attendance = await tx
        .selectFrom('mdt_attendance')
        .select(['role', 'present'])
        .where('meeting', '=', meeting.id)
        .execute()
      const answer = await recordInCase(tx, {
        caseId: item.caseId,
        kind: mdtDiscussion,
        body: discussionBody(meeting, outcome, attendance),
        // A meeting that began early is not ahead of the clock.
        occurredAt: meeting.at < seen.now ? meeting.at : seen.now,
        author: seen.author,
        role: seen.role,
        organisation: meeting.organisation,
        ...(item.entry ? { corrects: item.entry } : {}),
      })
      if (answer.outcome !== 'appended') throw new Refusal(answer)
      await tx
        .updateTable('mdt_item')
        .set({ state: 'discussed', entry: answer.entry.id })
        .where('id', '=', item.id)
        .execute()
      return wrote
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal) return { outcome: 'refused' as const, answer: error.answer }
      throw error
    })
}

/** Undoes the transaction. */
class Refusal extends Error {
  readonly answer: Exclude<Appended, { outcome: 'appended' }>
  constructor(answer: Exclude<Appended, { outcome: 'appended' }>) {
    super('refused')
    this.answer = answer
  }
}

function discussionBody(
  meeting: Meeting,
  outcome: Outcome,
  attendance: readonly { readonly role: MemberRole; readonly present: boolean }[],
): Parameters<typeof mdtDiscussion.line>[0] {
  const { recommendation, procedure, atPlace, actsNext, notes } = outcome
  const treats = recommendation === 'treat' || recommendation === 'treat-otherwise'
  return {
    organisation: meeting.organisation,
    team: meeting.teamName,
    meeting: meeting.id,
    radiologistPresent: radiologistPresent(attendance),
    recommendation,
    ...(treats && procedure ? { procedure } : {}),
    ...((treats || recommendation === 'refer-onward') && atPlace ? { place: atPlace } : {}),
    ...(actsNext ? { actsNext } : {}),
    ...(notes ? { notes } : {}),
  }
}
