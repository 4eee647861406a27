/** What a new referral begins with: what stays true of the patient, and of the need where it is referred onward. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownOf } from '#store/referral/known.ts'
import { withinScope } from '#store/scope.ts'
import { testSite } from '#test/support/site.ts'
import { pathway, patientAt, refer, referralFields, someone } from './setting.ts'

const site = await testSite()
const referrer = await someone(site, 'referrer', 'ZLA')
await pathway(site, 'ZLA', 'ZLB')
const scope = { person: referrer.id, organisations: ['ZLA'] }

async function knownAfter(fields: Readonly<Record<string, string>>, isOnward = false) {
  const patient = await patientAt(site, referrer)
  const caseId = await refer(site, referrer, patient, 'ZLB', { ...referralFields, ...fields })
  const asked = { patient, author: `person:${referrer.id}`, onwardOf: isOnward ? caseId : null }
  return withinScope(site.store.db, scope, (db) => knownOf(db, asked))
}

describe('a new referral', () => {
  it('begins with the patient’s last, not with the need of that day, and with what the referrer is', async () => {
    const { body, sources } = await knownAfter({})
    assert.deepEqual(Object.keys(body).sort(), [
      'consultantInCharge',
      'earlierTreatment',
      'oncologistInvolved',
      'specialty',
      'tumour',
    ])
    assert.equal(sources.tumour, 'From the patient’s last referral')
    assert.equal(sources.specialty, 'From your last referral')
  })

  it('of a patient who is referred onward begins with the need as well', async () => {
    const { body, sources } = await knownAfter({}, true)
    for (const name of ['urgency', 'ecog', 'intent', 'question', 'tumour'])
      assert.equal(sources[name], 'From the referral to you', name)
    assert.equal(body.question, referralFields.question)
  })

  it('asks each referrer anew whether they are the oncologist', async () => {
    for (const isOnward of [false, true]) {
      const { body, sources } = await knownAfter(
        { oncologistInvolved: 'yes', oncologistIsReferrer: 'no', oncologist: 'Dr Ona Oncologist' },
        isOnward,
      )
      for (const name of ['oncologistInvolved', 'oncologistIsReferrer', 'oncologist'])
        assert.ok(!(name in body) && !(name in sources), name)
    }
  })
})
