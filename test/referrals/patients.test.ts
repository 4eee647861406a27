/** Patients through the site: found, registered, compared, corrected, merged and parted; each look is logged. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import {
  details,
  locationOf,
  nhsNumber,
  pathway,
  patientAt,
  refer,
  type Someone,
  seenIn,
  someone,
} from './setting.ts'

const site = await testSite()
const referrer = await someone(site, 'referrer', 'ZPA')
const radiologist = await someone(site, 'interventional-radiologist', 'ZPB')
await pathway(site, 'ZPA', 'ZPB')

const page = async (path: string, by: Someone) => {
  const response = await site.get(path, by.cookie)
  return { status: response.status, text: await response.text() }
}

describe('a patient', () => {
  it('is registered only with a number that can be one', async () => {
    const wrong = { ...details('943 476 5918'), 'birthOn-year': '2999', sex: '' }
    const refused = await site.post(paths.patientNew(), wrong, referrer.cookie)
    assert.equal(refused.status, 422)
    const text = await refused.text()
    assert.match(text, /has a digit wrong/)
    assert.match(text, /is in the future/)
    assert.match(text, /Select the sex/)
    assert.match(text, /943 476 5918/)
  })

  it('that nobody knows is looked for again where the number has a digit wrong, or the birth lies ahead', async () => {
    const looked = async (asked: Record<string, string>) =>
      site.post(paths.patients({ for: 'refer' }), asked, referrer.cookie)
    const said = async (number: string) => (await page(locationOf(await looked({ number })), referrer)).text
    assert.match(await said('943 476 5918'), /one of them is wrong\. Check the number/)
    assert.doesNotMatch(await said(nhsNumber()), /one of them is wrong/)
    assert.doesNotMatch(await said('RX-4417'), /one of them is wrong/)
    const ahead = { name: 'Ash', 'birthOn-day': '3', 'birthOn-month': '2', 'birthOn-year': '2999' }
    const refused = await looked(ahead)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /The date of birth is in the future/)
  })

  it('is found by a birth date with the month in words, or pasted whole', async () => {
    await patientAt(site, referrer, { familyName: 'Monthly' })
    const look = (birth: Record<string, string>) =>
      site.post(paths.patients(), { name: 'Monthly', ...birth }, referrer.cookie)
    for (const born of [
      { 'birthOn-day': '31', 'birthOn-month': 'Mar', 'birthOn-year': '1958' },
      { 'birthOn-day': '31/03/1958', 'birthOn-month': '', 'birthOn-year': '' },
    ])
      assert.match((await page(locationOf(await look(born)), referrer)).text, /MONTHLY/)
    const short = { 'birthOn-day': '31', 'birthOn-month': '3', 'birthOn-year': '58' }
    assert.equal((await look(short)).status, 422)
  })

  it('is asked about before a second record of the same person, and nothing typed is lost', async () => {
    const typed = { ...details(), familyName: 'Featherstonehaugh' }
    const first = locationOf(await site.post(paths.patientNew(), typed, referrer.cookie))
    const again = { ...typed, number: nhsNumber(), familyName: 'Fetherstonehaugh', postcode: 'm13 9wl' }
    const asked = await site.post(paths.patientNew(), again, referrer.cookie)
    assert.equal(asked.status, 409)
    const text = await asked.text()
    assert.match(text, /Is this the same person\?/)
    assert.match(text, /Differs/)
    assert.ok(text.includes(`href="${first}"`))
    for (const [name, value] of Object.entries(again))
      assert.ok(text.includes(`name="${name}" value="${value}"`), name)
    const back = await site.post(paths.patientNew(), { ...again, back: 'yes' }, referrer.cookie)
    assert.match(await back.text(), /value="m13 9wl"/)
    const apart = await site.post(paths.patientNew(), { ...again, apart: 'yes' }, referrer.cookie)
    assert.notEqual(locationOf(apart), first)
    const same = await site.post(paths.patientNew(), { ...typed, apart: 'yes' }, referrer.cookie)
    assert.equal(same.status, 409)
    assert.match(await same.text(), /Two people cannot have one number/)
  })

  it('is corrected by an entry, the old struck through; the second of two at once is told', async () => {
    const patient = await patientAt(site, referrer, { familyName: 'Mispelt' })
    const form = await page(paths.patientPart(patient, 'correct'), referrer)
    const fields = { ...details(), familyName: 'Misspelt', seen: seenIn(form.text) }
    locationOf(await site.post(paths.patientPart(patient, 'correct'), fields, referrer.cookie))
    const shown = (await page(paths.patient(patient), referrer)).text
    assert.match(shown, /MISSPELT, Wilhelmina/)
    assert.match(shown, /<del>MISPELT, Wilhelmina<\/del>/)
    const late = await site.post(
      paths.patientPart(patient, 'correct'),
      { ...fields, givenName: 'Wilma' },
      referrer.cookie,
    )
    assert.equal(late.status, 422)
    const text = await late.text()
    assert.match(text, /Somebody else corrected these details/)
    assert.match(text, /value="Wilma"/)
  })

  it('whom the receiving service knows already is offered to be merged; and the merge is undone', async () => {
    const known = await patientAt(site, radiologist, { familyName: 'Doublet' })
    const patient = await patientAt(site, referrer, { familyName: 'Doublet' })
    const caseId = await refer(site, referrer, patient, 'ZPB')
    assert.match((await page(paths.referral(caseId), radiologist)).text, /may know this patient already/)
    assert.doesNotMatch((await page(paths.referral(caseId), referrer)).text, /may know this patient/)
    const compared = (await page(paths.patientPart(patient, 'merge'), radiologist)).text
    assert.match(compared, /The same name and date of birth/)
    const merge = paths.patientPart(known, 'merge')
    const noReason = await site.post(merge, { other: patient, reason: '' }, radiologist.cookie)
    assert.equal(noReason.status, 422)
    locationOf(await site.post(merge, { other: patient, reason: 'Rang the GP.' }, radiologist.cookie))
    assert.match((await page(paths.patient(known), radiologist)).text, /Liver ablation[\s\S]*Rang the GP\./)
    assert.equal(locationOf(await site.get(paths.patient(patient), radiologist.cookie)), paths.patient(known))
    const undo = paths.patientPart(patient, 'undo-merge')
    const silent = await site.post(undo, { reason: ' ' }, radiologist.cookie)
    assert.equal(silent.status, 422)
    assert.match(await silent.text(), /There is a problem.*Enter why they are two people after all/s)
    locationOf(await site.post(undo, { reason: 'Twins, it turns out.' }, radiologist.cookie))
    assert.match((await page(paths.patient(patient), radiologist)).text, /A merge was undone/)
    assert.match((await page(paths.patient(patient), radiologist)).text, /Liver ablation/)
  })

  it('is not looked at without a line in the log, in lists too', async () => {
    const patient = await patientAt(site, referrer, { familyName: 'Watched' })
    await refer(site, referrer, patient, 'ZPB')
    const looks = async () => {
      const { rows } = await site.store.owner.query<{ page: string }>(
        'select page from case_look where patient = $1 and person = $2 order by id',
        [patient, radiologist.id],
      )
      return rows.map((row) => row.page)
    }
    const found = locationOf(await site.post(paths.patients(), { name: 'Watched' }, radiologist.cookie))
    for (const path of [found, paths.patient(patient), paths.cases({ list: 'to-answer' }), paths.cases()])
      await page(path, radiologist)
    assert.deepEqual(await looks(), ['patients found', 'patient', 'list to-answer', 'cases'])
  })
})
