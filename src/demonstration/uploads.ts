/** Past treatments that one fictional service uploaded, by a file and by a program, and links that its patients were given. */

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { ukDay } from '#core/calendar/uk-day.ts'
import { symptomsOf } from '#core/feedback/answers.ts'
import { feedback, symptomScore } from '#core/pathway/kinds/follow-up.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import type { PastTreatmentBody } from '#core/registry/past-treatment.ts'
import { guessMapping } from '#core/registry/upload/mapping.ts'
import { rowReader } from '#core/registry/upload/row.ts'
import { findPersonByEmail } from '#store/access/people.ts'
import { readCase } from '#store/case/read.ts'
import { giveFeedback } from '#store/feedback/answer.ts'
import { makeFeedbackLink } from '#store/feedback/link.ts'
import { streamTable } from '#store/files/stream-table.ts'
import type { Database, Store } from '#store/open.ts'
import { type Scope, withinScope } from '#store/scope.ts'
import { keyShown, makeKey } from '#store/upload/key.ts'
import { receiveFile } from '#store/upload/receive.ts'
import { keepSent } from '#store/upload/send.ts'
import { claim, work } from '#store/upload/work.ts'
import { servicesWithCases } from './cases/answers.ts'
import { generateCsv } from './registry/generate-csv.ts'
import { demonstrationPeople } from './staff.ts'

interface Place {
  readonly db: Database
  readonly organisation: string
  readonly person: string
  readonly scope: Scope
  readonly now: Date
}

/** Through the functions that pages and programs call. A second call changes nothing. */
export async function seedUploads({ db }: Pick<Store, 'db'>, now: Date): Promise<void> {
  const [organisation] = await servicesWithCases(db)
  const email = demonstrationPeople.find(({ key }) => key === 'io-lead')?.email
  const lead = email ? await findPersonByEmail(db, email) : undefined
  if (!organisation || !lead) return
  const scope = { person: lead.id, organisations: [organisation], ownOnly: true }
  const place = { db, organisation, person: lead.id, scope, now }
  const done = await withinScope(db, scope, (own) =>
    own
      .selectFrom('upload')
      .select('id')
      .where('organisation', '=', organisation)
      .limit(1)
      .executeTakeFirst(),
  )
  if (done) return
  await uploadFile(place, 'Ablations and TACE, kept elsewhere.csv', lines(60, now), true)
  await uploadFile(place, 'Second hospital, to put right.csv', withFaults(lines(6, now, 2)), false)
  await sendByKey(place)
  await handOverLinks(place)
}

function* lines(treatments: number, now: Date, seed = 1): Generator<string> {
  yield* generateCsv({ treatments, seed, asOf: ukDay(now.toISOString()) })
}

/** What a real file has wrong: a follow-up before the treatment, a decimal comma. */
function* withFaults(rows: Iterable<string>): Generator<string> {
  const [header = '', first = '', second = '', ...rest] = rows
  const names = header.trim().split(',')
  const set = (line: string, name: string, value: string) =>
    `${line
      .trimEnd()
      .split(',')
      .map((cell, at) => (names[at] === name ? value : cell))
      .join(',')}\r\n`
  yield header
  yield set(first, 'lastSeenOn', '2001-01-01')
  yield set(second, 'target1Size', '"2,5"')
  yield* rest
}

async function* bytesOf(text: Iterable<string>): AsyncGenerator<Buffer> {
  for (const line of text) yield Buffer.from(line)
}

async function uploadFile(
  place: Place,
  fileName: string,
  text: Iterable<string>,
  isKept: boolean,
): Promise<void> {
  const { db, scope, organisation, person, now } = place
  const received = await receiveFile(db, scope, { organisation, person, fileName }, bytesOf(text), now)
  if (received.outcome === 'refused') throw new Error(received.words)
  const task = { upload: received.id, organisation, person, role: 'io-lead' }
  for (const step of isKept ? (['check', 'keep'] as const) : (['check'] as const))
    if (await claim(db, { ...task, step }, now)) await work(db, { ...task, step })
}

/** A program's key, named, and what the program sent with it. */
async function sendByKey({ db, scope, organisation, person, now }: Place): Promise<void> {
  const name = 'Radiology system, nightly export'
  const made = await withinScope(db, scope, (own) =>
    makeKey(own, { organisation, name, person, days: 365 }, now),
  )
  const bodies: PastTreatmentBody[] = []
  let read: ReturnType<typeof rowReader> | null = null
  for await (const { cells } of streamTable(bytesOf(lines(8, now, 3)), 'utf8')) {
    const row = read?.(cells)
    if (row?.body) bodies.push({ ...row.body, localKey: `RIS-${row.body.localKey}` })
    read ??= rowReader(guessMapping(cells), ukDay(now.toISOString()))
  }
  await keyShown(db, made.key, now)
  const key = { id: made.id, organisation, name }
  await keepSent(db, { key, once: 'night-1', request: randomBytes(32), bytes: 0 }, bodies, now)
}

/** For the latest of its patients who were not asked yet: one has answered, the others can. */
async function handOverLinks({ db, scope, organisation, person, now }: Place): Promise<void> {
  const { rows } = await withinScope(db, scope, (own) =>
    sql<{ id: string }>`select id from care_case where treating = ${organisation} and treated_at is not null
      and closed_at is null order by treated_at desc limit 40`.execute(own),
  )
  let made = 0
  for (const { id } of rows) {
    if (made === 3) break
    const opened = await withinScope(db, scope, (own) => readCase(own, id))
    const last = opened?.course.latest(treatment)
    if (!opened || !last || opened.patient.diedOn) continue
    if (opened.course.of(feedback).some(({ occurredAt }) => occurredAt >= last.occurredAt)) continue
    const symptoms = symptomsOf(opened.course.of(symptomScore))
    const given = { caseId: id, organisation, treatment: last.first, symptoms, madeBy: person, mailTo: null }
    const { token } = await withinScope(db, scope, (own) =>
      own.transaction().execute((tx) => makeFeedbackLink(tx, given, now)),
    )
    if (made === 0)
      await giveFeedback(
        db,
        token,
        {
          experience: 'very-good',
          by: 'patient',
          words: 'Everything was explained before it was done. The wait on the day was long.',
          scores: symptoms.map(() => 2),
          instruments: [],
        },
        now,
      )
    made += 1
  }
}
