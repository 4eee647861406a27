/** Entries a second through the whole write path, beside bare single-row commits on the same PostgreSQL. */

import { randomBytes } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
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
import { bareRows, entryBytes, floorTable } from './floor.ts'
import { breakDown, clientWords, perSecond, type Rates, rates } from './slices.ts'

export const services = 179
const clientCounts = [1, 8]

export interface RecordFigure extends Rates {
  readonly clients: number
}

/** Ours is checked, authorised, chained, written with a projection and committed; the floor is a bare row of as many bytes. */
export function benchRecord(print: (line: string) => void): Promise<RecordFigure[]> {
  return withDurableStore('record', tables, async (store, url) => {
    const bare = bareRows(url)
    const bytes = entryBytes(draftOf(0))
    print(`The record: ${bytes} bytes an entry, ${services} chains, fsync on.`)
    const figures: RecordFigure[] = []
    for (const clients of clientCounts) {
      const found = await rates(clients, { ours: () => write(store), floor: () => bare.write(bytes) })
      print(`  ${clientWords(clients)}: ${ratesInWords(found)}`)
      figures.push({ clients, ...found })
    }
    await breakDown(
      stepsOf(store, () => bare.write(bytes)),
      print,
    )
    await bare.close()
    await verifyAll(store, print)
    return figures
  })
}

export function ratesInWords({ ours, floor, ratio }: Rates): string {
  return `${ours} entries/s, floor ${floor} rows/s, ratio ${ratio.toFixed(2)} (at least 0.25)`
}

export async function verifyAll(store: Store, print: (line: string) => void): Promise<void> {
  const began = performance.now()
  const { entries, firstFault } = await verifyStore(store.db, { publicKeys: [] })
  if (firstFault) throw new Error(`the benchmark broke the record: ${JSON.stringify(firstFault)}`)
  print(`  verify: ${perSecond(entries, performance.now() - began)} entries/s over all ${entries} of them`)
}

export const tables = `
  ${floorTable}
  insert into census_edition (id, title, census_on, questionnaire, questionnaire_version, state, opened_at)
    values ('bench', 'Bench', '2026-11-01', 'io-census', 2, 'open', now());
  insert into organisation (code, name, nation, region, latitude, longitude, main_site, fictional, source)
    select 'B' || n, 'Bench ' || n, 'England', 'London', 51.5, -0.1, 'Bench', true, 'made for the benchmark'
    from generate_series(0, ${services - 1}) n;
  insert into census_member (edition, organisation) select 'bench', code from organisation;`

/** The whole path: may this person, is it right, after what, with what it changes. */
async function write(store: Store): Promise<void> {
  if (!allows([{ role: 'interviewer', organisation: null }], 'census:telephone'))
    throw new Error('not allowed')
  const answer = await append(store.db, draftOf(Math.floor(Math.random() * services)), {
    alongside: attemptProjection,
  })
  if (answer.outcome !== 'appended') throw new Error(`not appended: ${JSON.stringify(answer)}`)
}

function stepsOf(store: Store, writeBare: () => Promise<void>): [string, () => unknown][] {
  const draft = draftOf(1)
  const checked = checkDraft(draft)
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  const salt = randomBytes(32)
  const signed = { ...signedLike(draft), bodyDigest: bodyDigest(salt, checked.canonicalBody) }
  return [
    ['check the draft', () => checkDraft(draft)],
    ['digests of body and entry', () => bodyDigest(salt, checked.canonicalBody) + entryDigest(signed)],
    ['one round trip (select 1)', () => store.db.executeQuery(CompiledQuery.raw('select 1'))],
    ['an empty transaction', () => store.db.transaction().execute((tx) => sql`select 1`.execute(tx))],
    ['append alone', () => append(store.db, draft)],
    ['append with projection', () => append(store.db, draft, { alongside: attemptProjection })],
    ['bare row', writeBare],
  ]
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
