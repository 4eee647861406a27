/** What a meeting said of a case, when the case's own page corrects it, and when it is erased by law. */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { mdtDiscussion } from '#core/pathway/kinds/planning.ts'
import { draftsIn, keepDraft } from '#store/case/draft.ts'
import { readCase } from '#store/case/read.ts'
import { recordInCase } from '#store/case/record.ts'
import { recordOutcome, turnMeeting } from '#store/meeting/hold.ts'
import { addCase } from '#store/meeting/list.ts'
import { meetingsBetween, openMeeting } from '#store/meeting/meeting.ts'
import { saveTeam } from '#store/meeting/team.ts'
import type { Database } from '#store/open.ts'
import { erase } from '#store/record/erase.ts'
import { withinScope } from '#store/scope.ts'
import { paths } from '#web/paths.ts'
import { caseSite, readOn as now } from '../case-page/setting.ts'
import { chemoembolisation } from '../case-page/stories.ts'

const site = await caseSite()
const { id: person, cookie } = await site.personAs('mdt-coordinator', 'ZTREAT')
const scoped = <T>(work: (db: Database) => Promise<T>, organisation = 'ZTREAT') =>
  withinScope(site.store.db, { person, organisations: [organisation] }, work)
const team = {
  ...{ organisation: 'ZTREAT', name: 'Liver board', tumourSites: ['hepatocellular'], weekday: 2 as const },
  ...{ time: '08:00', everyWeeks: 1, minutes: 60, cutOffHours: 24, place: '' },
}
await scoped((db) => saveTeam(db, team, now))
const month = new Date(now.getTime() + 28 * 86_400_000)
const [meeting] = await scoped((db) => meetingsBetween(db, ['ZTREAT'], now, month))
const id = meeting?.id ?? ''
await scoped((db) => turnMeeting(db, id, 'under-way'))

const signed = { author: `person:${person}`, role: 'mdt-coordinator' }
const outcome = {
  ...{ question: 'Segment 8?', images: 'PACS', recommendation: 'treat' as const, atPlace: 'ZTREAT' },
  ...{ procedure: 'transarterial-chemoembolisation', actsNext: null, notes: 'As first said' },
}

/** A case of its own on the list, discussed. */
async function discussed() {
  const { id: caseId } = await site.tell(chemoembolisation.slice(0, 1))
  await scoped((db) => addCase(db, id, caseId, now, 'Milo'))
  assert.deepEqual(await record(caseId, outcome, 0), { outcome: 'written' })
  return caseId
}

async function itemOf(caseId: string) {
  const opened = await scoped((db) => openMeeting(db, id))
  const item = opened?.items.find((each) => each.caseId === caseId)
  assert.ok(opened && item)
  return { opened, item }
}

async function record(caseId: string, words: typeof outcome, revision: number) {
  const { opened, item } = await itemOf(caseId)
  return scoped((db) =>
    recordOutcome(db, opened.meeting, item, words, { ...signed, by: 'Milo', now, revision }),
  )
}

/** On the case's page, by somebody of the referring organisation, who does not see the meeting. */
async function correct(caseId: string, notes: string, organisation = 'ZREF') {
  const found = await scoped((db) => readCase(db, caseId))
  const said = found?.course.latest(mdtDiscussion)
  assert.ok(said)
  const corrected = await scoped(
    (db) =>
      recordInCase(db, {
        ...{ caseId, kind: mdtDiscussion, occurredAt: now, corrects: said.entry, organisation },
        ...{ ...signed, role: 'referrer', body: { ...said.body, notes } },
      }),
    organisation,
  )
  assert.equal(corrected.outcome, 'appended')
}

const minutes = async () => (await site.get(paths.meetingPart(id, 'minutes'), cookie)).text()

describe('a discussion that is corrected on the case’s own page', () => {
  it('stands corrected in the minutes and on the meeting’s page', async () => {
    const caseId = await discussed()
    await correct(caseId, 'As corrected once')
    await correct(caseId, 'As corrected twice')
    const sheet = await minutes()
    assert.match(sheet, /As corrected twice/)
    assert.doesNotMatch(sheet, /As first said|As corrected once/)
    const { item } = await itemOf(caseId)
    assert.equal(item.changedBy, 'Test mdt-coordinator')
    assert.equal((await itemOf(caseId)).item.revision, item.revision, 'taken over once')
  })

  it('overtakes a form that was open, and can then be corrected at the meeting', async () => {
    const caseId = await discussed()
    const { item: seen } = await itemOf(caseId)
    await correct(caseId, 'Of the case')
    const words = { ...outcome, notes: 'Of the meeting' }
    assert.equal((await record(caseId, words, seen.revision)).outcome, 'overtaken')
    const { item: now } = await itemOf(caseId)
    assert.deepEqual(await record(caseId, words, now.revision), { outcome: 'written' })
    const found = await scoped((db) => readCase(db, caseId))
    const [standing, ...others] = found?.course.of(mdtDiscussion) ?? []
    assert.equal(others.length, 0)
    assert.equal(standing?.body.notes, 'Of the meeting')
    assert.equal(standing?.replaced.length, 2)
  })
})

describe('a discussion that is erased by law', () => {
  it('leaves no copy: not on the list of the meeting, not in a correction that somebody began', async () => {
    const caseId = await discussed()
    await correct(caseId, 'To be erased')
    const { item } = await itemOf(caseId)
    const corrects = item.entry ?? ''
    const draft = { id: randomUUID(), caseId, kind: mdtDiscussion.name, corrects, seen: 1, person }
    await scoped((db) => keepDraft(db, { ...draft, fields: { notes: ['To be erased'] } }))
    await scoped((db) => keepDraft(db, { ...draft, id: randomUUID(), corrects: null, fields: {} }))
    const order = { reason: 'Of another patient', authority: 'Court', ...signed, organisation: 'ZTREAT' }
    const eraseOne = (entry: string) =>
      site.whole((db) => erase(db, { ...order, subject: `case:${caseId}`, entry, occurredAt: now }))
    assert.equal((await eraseOne(corrects)).outcome, 'appended')
    const { rows } = await site.store.owner.query(
      'select recommendation, procedure, at_place, acts_next, notes, question from mdt_item where case_id = $1',
      [caseId],
    )
    const nothing = { recommendation: null, procedure: null, at_place: null, acts_next: null, notes: null }
    assert.deepEqual(rows, [{ ...nothing, question: 'Segment 8?' }])
    assert.doesNotMatch(await minutes(), /To be erased/)
    const left = await scoped((db) => draftsIn(db, person, caseId))
    assert.deepEqual(
      left.map((each) => each.corrects),
      [null],
    )
  })

  it('takes the referral’s question off the list with the referral', async () => {
    const { id: caseId } = await site.tell(chemoembolisation.slice(0, 1))
    await scoped((db) => addCase(db, id, caseId, now, 'Milo'))
    const { item } = await itemOf(caseId)
    assert.notEqual(item.question, '')
    const found = await scoped((db) => readCase(db, caseId))
    const entry = found?.entries.find(({ kind }) => kind === 'referral')?.id ?? ''
    const order = { reason: 'Of another patient', authority: 'Court', ...signed, organisation: 'ZTREAT' }
    await site.whole((db) => erase(db, { ...order, subject: `case:${caseId}`, entry, occurredAt: now }))
    assert.equal((await itemOf(caseId)).item.question, '')
  })
})
