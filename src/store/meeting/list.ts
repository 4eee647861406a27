/** The list of a meeting: filled from what waits, ordered, cut off, carried over. */

import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Candidate, listFor, moved } from '#core/meeting/list.ts'
import type { Database, Transaction } from '../open.ts'
import { type Meeting, meetingById, raise } from './meeting.ts'

/**
 * What waits for a team's meeting: cases to be discussed and owed a discussion by `case_due` (fresh: call
 * `freshen` before), and those that an earlier meeting of the team carried over. Not those that stand on
 * the list of a planned meeting of any team already. In one query.
 */
async function candidatesFor(db: Database | Transaction, meeting: Meeting): Promise<readonly Candidate[]> {
  const { rows } = await sql<Omit<Candidate, 'since'> & { readonly since: Date }>`
    with waiting as (
      select d.case_id, case d.list when 'owed-discussion' then 'owed' else 'to-discuss' end as because,
        d.opens_at as since
      from case_due d where d.organisation = ${meeting.organisation}
        and d.list in ('to-discuss', 'owed-discussion') and d.opens_at <= ${meeting.at}
      union all
      select i.case_id, 'carried-over', m.at from mdt_item i join mdt_meeting m on m.id = i.meeting
      where m.team = ${meeting.team} and m.at < ${meeting.at} and i.state = 'carried-over'
        and not exists (select from mdt_item later join mdt_meeting lm on lm.id = later.meeting
          where later.case_id = i.case_id and later.state = 'discussed' and lm.at > m.at)
    )
    select w.case_id as "caseId", w.because, c.urgency, c.tumour_site as "tumourSite", w.since
    from waiting w join care_case c on c.id = w.case_id
    where c.stage <> 'closed' and not exists (
      select from mdt_item i join mdt_meeting m on m.id = i.meeting
      where i.case_id = w.case_id and i.state = 'waiting' and m.state in ('planned', 'under-way'))
      and not exists (select from mdt_item i where i.case_id = w.case_id and i.meeting = ${meeting.id})`.execute(
    db,
  )
  return listFor(
    rows.map((row) => ({ ...row, since: row.since.toISOString() })),
    meeting.tumourSites,
  )
}

/** Puts on the list whatever waits; answers how many were added. */
export async function fillList(db: Database, id: string, now: Date, by: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, id)
    if (!meeting || !isOpen(meeting)) return 0
    const candidates = await candidatesFor(tx, meeting)
    await addItems(tx, meeting, candidates, now, by)
    return candidates.length
  })
}

export type Put = 'added' | 'there-already' | 'no-such-case' | 'meeting-over'

/** Puts one case on the list by hand, also after the cut-off. */
export async function addCase(db: Database, id: string, caseId: string, now: Date, by: string): Promise<Put> {
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, id)
    if (!meeting || !isOpen(meeting)) return 'meeting-over'
    const found = await tx
      .selectFrom('care_case')
      .select(['id', 'treating'])
      .where('id', '=', caseId)
      .where('treating', '=', meeting.organisation)
      .executeTakeFirst()
    if (!found) return 'no-such-case'
    const there = await tx
      .selectFrom('mdt_item')
      .select('state')
      .where('meeting', '=', id)
      .where('case_id', '=', caseId)
      .where('state', '<>', 'removed')
      .executeTakeFirst()
    if (there) return 'there-already'
    const candidate: Candidate = {
      caseId,
      because: 'added',
      urgency: null,
      tumourSite: null,
      since: now.toISOString(),
    }
    await addItems(tx, meeting, [candidate], now, by)
    return 'added'
  })
}

async function addItems(
  tx: Transaction,
  meeting: Meeting,
  candidates: readonly Candidate[],
  now: Date,
  by: string,
): Promise<void> {
  if (candidates.length === 0) return
  const { last } = await tx
    .selectFrom('mdt_item')
    .select(({ fn }) => fn.coalesce(fn.max('place'), sql<number>`0`).as('last'))
    .where('meeting', '=', meeting.id)
    .executeTakeFirstOrThrow()
  const cases = candidates.map(({ caseId }) => caseId)
  const questions = await questionsOf(tx, cases)
  await tx
    .insertInto('mdt_item')
    .values(
      candidates.map(({ caseId, because }, at) => ({
        id: uuid(),
        meeting: meeting.id,
        organisation: meeting.organisation,
        case_id: caseId,
        place: last + at + 1,
        because,
        question: questions.get(caseId) ?? '',
        changed_by: by,
        added_late: now > meeting.cutOffAt,
      })),
    )
    .execute()
  await raise(tx, meeting.id)
}

/** What the last referral of each case asks: the item's question to begin with. */
async function questionsOf(tx: Transaction, cases: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ caseId: string; question: string }>`
    select distinct on (e.subject) substr(e.subject, 6) as "caseId", e.body ->> 'question' as question
    from record_entries_shown(${cases.map((id) => `case:${id}`)}::text[], 0) e
    where e.kind = 'referral' and e.body is not null order by e.subject, e.position desc`.execute(tx)
  return new Map(rows.map(({ caseId, question }) => [caseId, question]))
}

/** Moves a case up or down by one place. */
export async function moveItem(
  db: Database,
  id: string,
  item: string,
  direction: 'up' | 'down',
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await lockMeeting(tx, id))) return
    const items = await tx
      .selectFrom('mdt_item')
      .select('id')
      .where('meeting', '=', id)
      .where('state', '<>', 'removed')
      .orderBy('place')
      .orderBy('id')
      .execute()
    const order = moved(items, item, direction).map((each) => each.id)
    await sql`update mdt_item set place = o.place from unnest(${order}::uuid[]) with ordinality as o (id, place)
      where mdt_item.id = o.id and mdt_item.place <> o.place`.execute(tx)
    await raise(tx, id)
  })
}

/** Takes a case off the list, carries it over to the next meeting, or puts a carried one back. */
export async function setItemState(
  db: Database,
  id: string,
  item: string,
  state: 'waiting' | 'carried-over' | 'removed',
  by: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await lockMeeting(tx, id))) return
    const { numUpdatedRows } = await tx
      .updateTable('mdt_item')
      .set({ state, changed_by: by, revision: sql<number>`revision + 1` })
      .where('id', '=', item)
      .where('meeting', '=', id)
      .where('state', '<>', 'discussed')
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await raise(tx, id)
  })
}

const isOpen = ({ state }: Meeting) => state === 'planned' || state === 'under-way'

/** One writer at a time for a meeting's order and state. */
export async function lockMeeting(tx: Transaction, id: string): Promise<Meeting | null> {
  await sql`select from mdt_meeting where id = ${id} for update`.execute(tx)
  return meetingById(tx, id)
}
