/** Entries a second through the whole write path, beside bare single-row commits on the same PostgreSQL. */

import { randomBytes } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { allows } from '#core/access/may.ts'
import { serviceSubject, type TelephoneAttempt, telephoneAttempt } from '#core/census/kinds.ts'
import { bodyDigest, entryDigest, nothingBefore } from '#core/record/digest.ts'
import { checkDraft } from '#core/record/draft.ts'
import type { Draft } from '#core/record/entry.ts'
import { attemptProjection } from '#store/census/telephone.ts'
import type { Store } from '#store/open.ts'
import { append } from '#store/record/append.ts'
import { verifyStore } from '#store/record/verify.ts'
import { withDurableStore } from './durable.ts'

export const services = 179
const sliceMs = 700
const slices = 8
const clientCounts = [1, 8]

export interface RecordFigure {
  readonly clients: number
  /** Entries a second, checked, authorised, chained, written with a projection and committed. */
  readonly ours: number
  /** Bare single-row commits a second, of as many bytes. */
  readonly floor: number
  readonly ratio: number
}

/** Ours and the floor in alternating slices on one durable cluster, so that drift falls on both. */
export function benchRecord(print: (line: string) => void): Promise<RecordFigure[]> {
  return withDurableStore('record', tables, async (store, url) => {
    const bare = new pg.Pool({ connectionString: url, max: 8 })
    bare.on('error', () => undefined)
    const bytes = entryBytes()
    print(`The record: ${bytes} bytes an entry, ${services} chains, fsync on.`)
    const figures: RecordFigure[] = []
    for (const clients of clientCounts) figures.push(await compare(clients, store, bare, bytes, print))
    await breakDown(store, bare, bytes, print)
    await bare.end()
    await verifyAll(store, print)
    return figures
  })
}

async function verifyAll(store: Store, print: (line: string) => void): Promise<void> {
  const began = performance.now()
  const { entries, firstFault } = await verifyStore(store.db, { publicKeys: [] })
  if (firstFault) throw new Error(`the benchmark broke the record: ${JSON.stringify(firstFault)}`)
  print(`  verify: ${perSecond(entries, performance.now() - began)} entries/s over all ${entries} of them`)
}

export const tables = `
  create table bench_floor (id uuid primary key, bytes text not null);
  grant all on bench_floor to fourth_pillar_app;
  insert into census_edition (id, title, census_on, questionnaire, questionnaire_version, state, opened_at)
    values ('bench', 'Bench', '2026-11-01', 'io-census', 2, 'open', now());
  insert into organisation (code, name, nation, region, latitude, longitude, main_site, fictional, source)
    select 'B' || n, 'Bench ' || n, 'England', 'London', 51.5, -0.1, 'Bench', true, 'made for the benchmark'
    from generate_series(0, ${services - 1}) n;
  insert into census_member (edition, organisation) select 'bench', code from organisation;`

async function compare(
  clients: number,
  store: Store,
  bare: pg.Pool,
  bytes: number,
  print: (line: string) => void,
): Promise<RecordFigure> {
  const row = randomBytes(bytes / 2).toString('hex')
  const ways = { ours: () => write(store), floor: () => writeBare(bare, row) }
  const done = { ours: 0, floor: 0 }
  const spentMs = { ours: 0, floor: 0 }
  for (let slice = -2; slice < slices * 2; slice++) {
    const way = slice % 2 === 0 ? 'ours' : 'floor'
    const ran = await during(sliceMs, clients, ways[way])
    if (slice < 0) continue
    done[way] += ran.count
    spentMs[way] += ran.ms
  }
  const ours = perSecond(done.ours, spentMs.ours)
  const floor = perSecond(done.floor, spentMs.floor)
  const ratio = Math.round((ours / floor) * 100) / 100
  const named = clients === 1 ? '1 client' : `${clients} clients`
  print(`  ${named}: ${ours} entries/s, floor ${floor} rows/s, ratio ${ratio.toFixed(2)} (at least 0.25)`)
  return { clients, ours, floor, ratio }
}

/** The whole path: may this person, is it right, after what, with what it changes. */
async function write(store: Store): Promise<void> {
  if (!allows([{ role: 'interviewer', organisation: null }], 'census:telephone'))
    throw new Error('not allowed')
  const answer = await append(store.db, draftOf(Math.floor(Math.random() * services)), {
    alongside: attemptProjection,
  })
  if (answer.outcome !== 'appended') throw new Error(`not appended: ${JSON.stringify(answer)}`)
}

async function writeBare(bare: pg.Pool, row: string): Promise<void> {
  const text = 'insert into bench_floor (id, bytes) values ($1, $2)'
  await bare.query({ name: 'floor', text, values: [uuid(), row] })
}

/** Where the rest goes: each step alone, one client, in microseconds. */
async function breakDown(store: Store, bare: pg.Pool, bytes: number, print: (line: string) => void) {
  const draft = draftOf(1)
  const checked = checkDraft(draft)
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  const salt = randomBytes(32)
  const signed = { ...signedLike(draft), bodyDigest: bodyDigest(salt, checked.canonicalBody) }
  const row = randomBytes(bytes / 2).toString('hex')
  const steps: [string, () => unknown][] = [
    ['check the draft', () => checkDraft(draft)],
    ['digests of body and entry', () => bodyDigest(salt, checked.canonicalBody) + entryDigest(signed)],
    ['one round trip (select 1)', () => store.db.executeQuery(CompiledQuery.raw('select 1'))],
    ['an empty transaction', () => store.db.transaction().execute((tx) => sql`select 1`.execute(tx))],
    ['append alone', () => append(store.db, draft)],
    ['append with projection', () => append(store.db, draft, { alongside: attemptProjection })],
    ['bare row', () => writeBare(bare, row)],
  ]
  for (const [name, step] of steps) {
    const ran = await during(sliceMs, 1, async () => void (await step()))
    print(`  ${name}: ${Math.round((ran.ms / ran.count) * 1000)} µs`)
  }
}

/** A call recorded by an interviewer: an entry of the real kind, with its real projection. */
export function draftOf(service: number): Draft<TelephoneAttempt> {
  return {
    subject: serviceSubject(`B${service}`),
    kind: telephoneAttempt,
    occurredAt: new Date(),
    author: 'person:0190f3c2-0000-7000-8000-000000000001',
    role: 'interviewer',
    organisation: null,
    body: {
      edition: 'bench',
      outcome: 'call-back',
      contact: null,
      note: 'The superintendent is in theatre until three. She knows the census and has the numbers; ring again then.',
      nextAt: '2026-11-23T15:00:00.000Z',
    },
  }
}

/** What an entry holds: its fields, its body, four digests and salt of 32 bytes. */
function entryBytes(): number {
  const draft = draftOf(0)
  const fields = JSON.stringify({ ...signedLike(draft), previous: '' })
  return fields.length + JSON.stringify(draft.body).length + 4 * 32
}

function signedLike(draft: Draft<TelephoneAttempt>) {
  const { subject, author, role, organisation } = draft
  const at = draft.occurredAt.toISOString()
  const place = {
    id: uuid(),
    position: 1,
    recordedAt: at,
    occurredAt: at,
    corrects: null,
    previous: nothingBefore,
  }
  return { subject, author, role, organisation, kind: draft.kind.name, version: draft.kind.version, ...place }
}

/** Runs `work` over and over by so many clients at once; each waits for its own answer. */
async function during(ms: number, clients: number, work: () => Promise<void>) {
  const started = performance.now()
  let count = 0
  const client = async () => {
    while (performance.now() - started < ms) {
      await work()
      count++
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { count, ms: performance.now() - started }
}

function perSecond(count: number, ms: number): number {
  return Math.round((count / ms) * 1000)
}
