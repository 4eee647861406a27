/** Mail to send, queued in the transaction that wants it sent; its text is made when it is posted. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { jobsSchema, mailQueue } from '../jobs.ts'
import type { Database, Transaction } from '../open.ts'
import type { MessageRow } from './tables.ts'

export type Purpose = MessageRow['purpose']
export type MessageState = 'queued' | 'sent' | 'deferred' | 'refused'

export interface NewMessage {
  readonly purpose: Purpose
  readonly recipient: string
  readonly edition?: string | null
  readonly organisation?: string | null
  readonly link?: string | null
  readonly note?: string | null
  /** Tells apart several of one purpose for one link: 'after-7-days'. The same is queued once. */
  readonly occasion?: string
}

/** Queues messages, each with its job. Answers how many are new. */
export async function queueMail(
  tx: Transaction,
  messages: readonly NewMessage[],
  now: Date,
): Promise<number> {
  if (messages.length === 0) return 0
  const rows = messages.map((message) => ({ id: randomUUID(), occasion: '', ...message }))
  const queued = await sql<{ id: string }>`
    insert into mail_message (id, purpose, recipient, edition, organisation, link, note, occasion, queued_at)
    select id, purpose, recipient, edition, organisation, link, note, occasion, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, purpose text,
      recipient text, edition text, organisation text, link uuid, note uuid, occasion text)
    on conflict (link, purpose, occasion) where purpose in ('invitation', 'reminder', 'follow-up') do nothing
    returning id`.execute(tx)
  await addJobs(
    tx,
    queued.rows.map(({ id }) => id),
  )
  return queued.rows.length
}

/** A job for each message. pg-boss takes rows that others insert: it says so in its manual. */
async function addJobs(
  db: Database | Transaction,
  messages: readonly string[],
  afterSeconds = 0,
): Promise<void> {
  if (messages.length === 0) return
  await sql`
    insert into ${sql.table(`${jobsSchema}.job`)}
      (name, data, retry_limit, retry_delay, expire_in, singleton_key, start_after, keep_until)
    select ${mailQueue}, jsonb_build_object('message', id), 5, 5, interval '5 minutes', id,
      now() + ${afterSeconds} * interval '1 second', now() + interval '30 days'
    from unnest(${[...messages]}::text[]) as id`.execute(db)
}

export interface Message {
  readonly id: string
  readonly purpose: Purpose
  readonly recipient: string
  readonly edition: string | null
  readonly organisation: string | null
  readonly link: string | null
  readonly note: string | null
  readonly occasion: string
  readonly state: MessageState
  readonly attempts: number
  readonly error: string | null
  readonly queuedAt: Date
  readonly triedAt: Date | null
  readonly sentAt: Date | null
}

const columns = [
  'id',
  'purpose',
  'recipient',
  'edition',
  'organisation',
  'link',
  'note',
  'occasion',
  'state',
  'attempts',
  'error',
  'queued_at as queuedAt',
  'tried_at as triedAt',
  'sent_at as sentAt',
] as const

export interface MessageFilter {
  readonly state?: MessageState
  readonly purpose?: Purpose
  readonly edition?: string
  readonly organisation?: string
  /** Part of the recipient's address. */
  readonly recipient?: string
}

/** A page of messages, the newest first, and how many there are of each state under the other filters. */
export async function listMessages(
  db: Database,
  filter: MessageFilter,
  page: { readonly number: number; readonly size: number },
): Promise<{
  readonly messages: readonly Message[]
  readonly total: number
  readonly states: Readonly<Record<MessageState, number>>
}> {
  const filtered = db
    .selectFrom('mail_message')
    .$if(filter.purpose !== undefined, (query) => query.where('purpose', '=', filter.purpose ?? 'invitation'))
    .$if(filter.edition !== undefined, (query) => query.where('edition', '=', filter.edition ?? ''))
    .$if(filter.organisation !== undefined, (query) =>
      query.where('organisation', '=', filter.organisation ?? ''),
    )
    .$if(filter.recipient !== undefined, (query) =>
      query.where(sql<boolean>`strpos(lower(recipient), lower(${filter.recipient ?? ''})) > 0`),
    )
  const [counts, messages] = await Promise.all([
    filtered
      .select(['state', sql<number>`count(*)::int`.as('count')])
      .groupBy('state')
      .execute(),
    filtered
      .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state ?? 'queued'))
      .select(columns)
      .orderBy('queued_at', 'desc')
      .orderBy('id')
      .limit(page.size)
      .offset((page.number - 1) * page.size)
      .execute(),
  ])
  const states = { queued: 0, sent: 0, deferred: 0, refused: 0 }
  for (const { state, count } of counts) states[state] = count
  const total = filter.state
    ? states[filter.state]
    : Object.values(states).reduce((sum, each) => sum + each, 0)
  return { messages, total, states }
}

export async function messageById(db: Database | Transaction, id: string): Promise<Message | null> {
  return (await db.selectFrom('mail_message').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
}

export interface KeptMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What the demonstration would have posted. */
export async function keptMail(db: Database, message: string): Promise<KeptMail | null> {
  return (
    (await db
      .selectFrom('mail_kept')
      .select(['subject', 'text', 'html'])
      .where('message', '=', message)
      .executeTakeFirst()) ?? null
  )
}

/** Keeps what would have been posted, in place of an earlier try. */
export async function keepMail(db: Database, message: string, mail: KeptMail): Promise<void> {
  await db
    .insertInto('mail_kept')
    .values({ message, ...mail })
    .onConflict((conflict) => conflict.column('message').doUpdateSet({ ...mail }))
    .execute()
}

export async function markSent(db: Database, id: string, now: Date): Promise<void> {
  await sql`update mail_message set state = 'sent', attempts = attempts + 1, error = null,
    tried_at = ${now}, sent_at = ${now} where id = ${id}`.execute(db)
}

/** The server could not take it now: to be tried again after a while, for a reason that the lead reads. */
export async function markDeferred(
  db: Database,
  id: string,
  reason: string,
  afterSeconds: number,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await markTried(tx, id, 'deferred', reason, now)
    await addJobs(tx, [id], afterSeconds)
  })
}

/** It will not be tried again. A refused address is its contact's too, until the contact is changed. */
export async function markRefused(
  db: Database,
  message: Pick<Message, 'id' | 'link' | 'recipient'>,
  reason: string,
  { bounced, now }: { readonly bounced: boolean; readonly now: Date },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await markTried(tx, message.id, 'refused', reason, now)
    if (!bounced || message.link === null) return
    await sql`
      update census_contact set bounced_at = ${now}, bounce_reason = ${reason}
      from census_link l where l.id = ${message.link} and census_contact.id = l.contact
        and lower(email) = lower(${message.recipient})`.execute(tx)
  })
}

async function markTried(
  tx: Transaction,
  id: string,
  state: 'deferred' | 'refused',
  reason: string,
  now: Date,
): Promise<void> {
  await sql`update mail_message set state = ${state}, attempts = attempts + 1, error = ${reason},
    tried_at = ${now} where id = ${id} and state <> 'sent'`.execute(tx)
}

/** To be posted again now, pressed by the lead: those that wait, were deferred or were refused. */
export async function requeueMail(db: Database, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update mail_message set state = 'queued' where id = any(${[...ids]}::uuid[]) and state <> 'sent'
      returning id`.execute(tx)
    await sql`delete from ${sql.table(`${jobsSchema}.job`)} where name = ${mailQueue}
      and singleton_key = any(${rows.map(({ id }) => id)}::text[]) and state in ('created', 'retry')`.execute(
      tx,
    )
    await addJobs(
      tx,
      rows.map(({ id }) => id),
    )
    return rows.length
  })
}

/** Messages that wait and whose job is gone, given a new one: a queue that was emptied loses no mail. */
export async function rescueMail(db: Database): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select m.id::text as id from mail_message m
    where m.state in ('queued', 'deferred') and not exists (
      select from ${sql.table(`${jobsSchema}.job`)} j
      where j.name = ${mailQueue} and j.singleton_key = m.id::text and j.state in ('created', 'retry', 'active'))
    limit 10000`.execute(db)
  await addJobs(
    db,
    rows.map(({ id }) => id),
  )
  return rows.length
}
