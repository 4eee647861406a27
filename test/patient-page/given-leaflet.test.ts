/** Which version a patient reads again: the service's variant or the master, where both bear the same number. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nephrostomy } from '#core/leaflet/content/nephrostomy.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { handIn, type LeafletAuthor, publish } from '#store/leaflet/write.ts'
import { makePatientLink, openPatientLink, patientVisit } from '#store/patient-page/link.ts'
import { readPatientPage } from '#store/patient-page/read.ts'
import { caseSite, readOn } from '../case-page/setting.ts'
import type { Statement } from '../case-page/stories.ts'

const site = await caseSite()
const { db } = site.store
const author: LeafletAuthor = { id: 'person:nia', name: 'Nia', role: 'cancer-nurse-specialist' }

await enterShippedLeaflets(db, new Date('2026-01-01T09:00:00Z'), [nephrostomy])
const variantOf = async (organisation: string) => {
  const at = new Date('2026-02-10T09:00:00Z')
  const leaflet = { ...nephrostomy, local: { ...nephrostomy.local, telephone: '020 7946 0000' } }
  const handed = await handIn(db, {
    ...{ leaflet, organisation, base: nephrostomy.version, reasons: {}, note: 'Our number.', author, at },
  })
  assert.ok(handed.outcome === 'handed-in')
  assert.equal(handed.version, nephrostomy.version)
  assert.equal((await publish(db, { entry: handed.entry, author, at })).outcome, 'published')
  // The record takes the present as the time: here the variant was published in the middle of the story.
  await db
    .updateTable('leaflet_version')
    .set({ published_at: at })
    .where('entry', '=', handed.entry)
    .execute()
  return handed.entry
}
const ours = await variantOf('ZTREAT')
const theirs = await variantOf('ZELSE')
const { entry: master } = await db
  .selectFrom('leaflet_version')
  .select('entry')
  .where('procedure', '=', 'nephrostomy')
  .where('organisation', 'is', null)
  .executeTakeFirstOrThrow()

/** What the patient's own page leads to, after the leaflet was given on a day, in a version. */
async function givenOn(occurredAt: string, leafletVersion: string): Promise<string | null> {
  const given: Statement = {
    kind: 'information',
    occurredAt,
    body: () => ({
      ...{ procedure: 'nephrostomy', where: 'clinic', withRadiologist: true, leaflet: 'given' },
      ...{ leafletTitle: nephrostomy.title, leafletVersion, language: 'English', format: 'print' },
      adoption: '00000000-0000-7000-8000-000000000001',
    }),
  }
  const read = await readAfter([given])
  assert.equal(read?.leaflets.length, 1)
  return read?.leaflets[0]?.entry ?? null
}

async function readAfter(said: readonly Statement[]) {
  const { id: caseId, patient } = await site.tell(said)
  const link = await site.whole((whole) =>
    makePatientLink(
      whole,
      { caseId, patient, organisation: 'ZTREAT', madeBy: 'test', leaflet: null },
      readOn,
    ),
  )
  const visit = await openPatientLink(db, { token: link.token, birthOn: '1951-04-12', now: readOn })
  const opened = await patientVisit(db, visit?.secret ?? '', readOn)
  assert.ok(opened)
  return readPatientPage(db, opened, { now: readOn, fictional: false })
}

describe('the leaflet that a patient was given', () => {
  it('is the service’s own once it is published', async () => {
    assert.equal(await givenOn('2026-02-20T09:00:00.000Z', nephrostomy.version), ours)
  })

  it('is the master where it was given before the service had its own', async () => {
    assert.equal(await givenOn('2026-02-01T09:00:00.000Z', nephrostomy.version), master)
  })

  it('is never that of another service', async () => {
    for (const day of ['2026-02-01', '2026-02-20'])
      assert.notEqual(await givenOn(`${day}T09:00:00.000Z`, nephrostomy.version), theirs)
  })

  it('on paper, in a version that we have not, has no address', async () => {
    assert.equal(await givenOn('2026-02-20T09:00:00.000Z', '7.7'), null)
  })
})

describe('a patient of whom no leaflet is recorded', () => {
  const booking: Statement = {
    kind: 'booking',
    occurredAt: '2026-02-20T09:00:00.000Z',
    body: () => ({
      procedure: 'nephrostomy',
      plannedFor: '2026-03-20T09:00:00.000Z',
      operator: { name: 'Dr Ada Test' },
    }),
  }

  it('is offered the published one of what is planned', async () => {
    const read = await readAfter([booking])
    assert.deepEqual(read?.leaflets, [])
    assert.deepEqual(
      read?.toRead.map(({ procedure, isPlanned }) => [procedure, isPlanned]),
      [['nephrostomy', true]],
    )
  })

  it('is offered none before anything is planned, and none twice that was given', async () => {
    assert.deepEqual((await readAfter([]))?.toRead, [])
    const given: Statement = {
      kind: 'information',
      occurredAt: '2026-02-20T10:00:00.000Z',
      body: () => ({
        ...{ procedure: 'nephrostomy', where: 'clinic', withRadiologist: true, leaflet: 'given' },
        ...{ leafletTitle: 'Ours', leafletVersion: '1', language: 'English', format: 'print' },
        adoption: '00000000-0000-7000-8000-000000000001',
      }),
    }
    assert.deepEqual((await readAfter([booking, given]))?.toRead, [])
  })
})
