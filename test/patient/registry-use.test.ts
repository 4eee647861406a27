/** A patient’s decision on the registry, through the site: asked, written into the record, and heeded. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entry } from '#core/record/entry.ts'
import { exclusionOf } from '#core/registry/exclusion.ts'
import { entriesOf } from '#store/record/read.ts'
import { withinScope } from '#store/scope.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { locationOf, patientAt, someone } from '../referrals/setting.ts'

describe('a patient’s decision on the registry', async () => {
  const site = await testSite()
  const nurse = await someone(site, 'cancer-nurse-specialist', 'ZPA')
  const elsewhere = await someone(site, 'cancer-nurse-specialist', 'ZPB')
  const patient = await patientAt(site, nurse, { familyName: 'Undecided' })
  const form = paths.patientPart(patient, 'registry')
  const say = (fields: Record<string, string>, by = nurse) => site.post(form, fields, by.cookie)
  const excluded = async (optedOut = false) => {
    const records: Entry[][] = await withinScope(site.store.db, 'whole', async (db) => [
      [...(await entriesOf(db, `patient:${patient}`))],
    ])
    return exclusionOf({ optedOut, records })
  }

  it('is asked on a form, and refused without an answer', async () => {
    const shown = await (await site.get(form, nurse.cookie)).text()
    assert.match(shown, /Nothing is recorded\./)
    const empty = await say({ says: 'use' })
    assert.equal(empty.status, 422)
    const text = await empty.text()
    assert.match(text, /Select what the patient decided/)
    assert.match(text, /Select how the patient said so/)
    assert.equal((await say({ says: 'use', use: 'perhaps', asked: 'telephone' })).status, 422)
    assert.equal(await excluded(), null)
  })
  it('leaves the patient out once refused, and lets them in again once agreed; the opt-out stays', async () => {
    locationOf(await say({ says: 'use', use: 'refused', asked: 'in-person' }))
    assert.equal(await excluded(), 'refused')
    const page = await (await site.get(paths.patient(patient), nurse.cookie)).text()
    assert.match(page, /left out of every further snapshot/)
    assert.match(page, /Use for the registry refused/)
    locationOf(await say({ says: 'use', use: 'agreed', asked: 'written' }))
    assert.equal(await excluded(), null)
    assert.equal(await excluded(true), 'opted-out')
  })
  it('is not needed of a test patient', async () => {
    assert.equal((await say({ says: 'test' })).status, 422)
    locationOf(await say({ says: 'test', test: 'yes' }))
    assert.equal(await excluded(true), 'test-patient')
    locationOf(await say({ says: 'test', test: 'no' }))
    assert.equal(await excluded(), null)
  })
  it('is not for another organisation to record', async () => {
    assert.equal((await site.get(form, elsewhere.cookie)).status, 404)
    assert.equal((await say({ says: 'use', use: 'refused', asked: 'written' }, elsewhere)).status, 404)
    assert.equal(await excluded(), null)
  })
  it('of one record of several of the same person is enough', async () => {
    const entries = await withinScope(site.store.db, 'whole', (db) => entriesOf(db, `patient:${patient}`))
    const refusing = entries.filter(({ kind }) => kind !== 'test-patient').slice(0, 2)
    assert.equal(exclusionOf({ optedOut: false, records: [entries, refusing] }), 'refused')
  })
})
