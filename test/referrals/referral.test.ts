/** A referral through the site: from the form to the answer, onward, once, and to nobody else. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import {
  caseOfDraft,
  details,
  draftReferral,
  fillService,
  locationOf,
  nhsNumber,
  pathway,
  patientAt,
  refer,
  referralFields,
  type Someone,
  seenIn,
  someone,
} from './setting.ts'

const site = await testSite()
const referrer = await someone(site, 'referrer', 'ZTA')
const radiologist = await someone(site, 'interventional-radiologist', 'ZTB')
const stranger = await someone(site, 'interventional-radiologist', 'ZTC')
await pathway(site, 'ZTA', 'ZTB')

const page = async (path: string, by: Someone) => {
  const response = await site.get(path, by.cookie)
  return { status: response.status, text: await response.text() }
}

describe('a referral', () => {
  it('goes from nobody known to sent in six forms, and says its reference', async () => {
    const searched = locationOf(
      await site.post(paths.patients({ for: 'refer' }), { number: nhsNumber() }, referrer.cookie),
    )
    assert.match(searched, /^\/patients\?search=[0-9a-f-]{36}&for=refer$/)
    assert.match((await page(searched, referrer)).text, /Register a new patient/)
    const registered = await site.post(paths.patientNew({ for: 'refer' }), details(), referrer.cookie)
    const draft = locationOf(registered).split('/')[2] ?? ''
    const services = await site.post(
      paths.referPart(draft, 'service'),
      { procedure: 'liver-ablation', shown: '', do: 'show' },
      referrer.cookie,
    )
    assert.match(await services.text(), /Your own service[\s\S]*Test Hospitals ZTB/)
    await fillService(site, referrer, draft, 'ZTB', 'liver-ablation')
    const checked = await site.post(paths.referPart(draft, 'form'), referralFields, referrer.cookie)
    assert.match((await page(locationOf(checked), referrer)).text, /Is ablation of the lesion/)
    const sent = locationOf(await site.post(paths.referPart(draft, 'check'), {}, referrer.cookie))
    assert.match((await page(sent, referrer)).text, /Referral sent[\s\S]*[0-9A-Z]{4}-[0-9A-Z]{4}/)
    const caseId = await caseOfDraft(site, draft)
    assert.match((await page(paths.referral(caseId), referrer)).text, /waits for an answer/)
    assert.match((await page(paths.cases({ list: 'to-answer' }), radiologist)).text, /QUACKENBUSH/)
    assert.match((await page(paths.myWork(), radiologist)).text, /Referrals to answer/)
  })

  it('is sent once, however often its button is pressed', async () => {
    const patient = await patientAt(site, referrer, { familyName: 'Twice' })
    const draft = await draftReferral(site, referrer, patient, 'ZTB')
    const presses = await Promise.all(
      [1, 2, 3].map(() => site.post(paths.referPart(draft, 'check'), {}, referrer.cookie)),
    )
    for (const press of presses) assert.equal(locationOf(press), paths.referPart(draft, 'sent'))
    const back = await site.post(paths.referPart(draft, 'form'), referralFields, referrer.cookie)
    assert.equal(locationOf(back), paths.referPart(draft, 'sent'))
    const { rows } = await site.store.owner.query('select id from care_case where patient = $1', [patient])
    assert.equal(rows.length, 1)
    const sent = await site.store.owner.query('select fields, reason from referral_draft where id = $1', [
      draft,
    ])
    assert.deepEqual(sent.rows, [{ fields: {}, reason: null }], 'what it said is in the record alone')
    const again = await draftReferral(site, referrer, patient, 'ZTB')
    assert.match((await page(paths.referPart(again, 'check'), referrer)).text, /Referred before/)
  })

  it('keeps what was typed until it is sent', async () => {
    const patient = await patientAt(site, referrer, { familyName: 'Kept' })
    const started = locationOf(await site.post(paths.refer(), { patient }, referrer.cookie))
    const draft = started.split('/')[2] ?? ''
    await fillService(site, referrer, draft, 'ZTB', 'liver-ablation')
    const half = await site.post(
      paths.referPart(draft, 'form'),
      { question: 'Half a question', urgency: '' },
      referrer.cookie,
    )
    assert.equal(half.status, 422)
    assert.match((await page(paths.refer(), referrer)).text, /KEPT, Wilhelmina/)
    assert.match((await page(paths.referPart(draft, 'form'), referrer)).text, /Half a question/)
    assert.equal(
      locationOf(await site.post(paths.refer(), { patient }, referrer.cookie)),
      paths.referPart(draft, 'service'),
    )
    const other = await someone(site, 'referrer', 'ZTA')
    assert.equal((await page(paths.referPart(draft, 'form'), other)).status, 404)
  })

  it('is answered, and the referrer is told without a word about the patient', async () => {
    const patient = await patientAt(site, referrer, { familyName: 'Answered' })
    const caseId = await refer(site, referrer, patient, 'ZTB')
    const { text } = await page(paths.referral(caseId), radiologist)
    const form = { seen: seenIn(text), answer: 'refused', words: '' }
    const empty = await site.post(paths.referralPart(caseId, 'answer'), form, radiologist.cookie)
    assert.equal(empty.status, 422)
    const given = { ...form, words: 'The lesion lies against the bile duct.' }
    for (let press = 0; press < 2; press++)
      locationOf(await site.post(paths.referralPart(caseId, 'answer'), given, radiologist.cookie))
    const mails = await site.store.db
      .selectFrom('mail_message')
      .select(['recipient', 'purpose', 'occasion'])
      .where('occasion', '=', caseId)
      .execute()
    assert.equal(mails.length, 1)
    assert.match((await page(paths.cases({ list: 'answered' }), referrer)).text, /ANSWERED/)
    assert.match((await page(paths.referrals(), referrer)).text, /Refused[\s\S]{0,80}Not read/)
    assert.match((await page(paths.referral(caseId), referrer)).text, /against the bile duct/)
    assert.doesNotMatch((await page(paths.cases({ list: 'answered' }), referrer)).text, /ANSWERED, /)
    assert.doesNotMatch((await page(paths.referrals(), referrer)).text, /Not read/)
  })

  it('is answered once where the same answer is sent again from the page that came after it', async () => {
    const patient = await patientAt(site, referrer, { familyName: 'Again' })
    const caseId = await refer(site, referrer, patient, 'ZTB')
    for (let press = 0; press < 2; press++) {
      const seen = seenIn((await page(paths.referral(caseId), radiologist)).text)
      locationOf(
        await site.post(
          paths.referralPart(caseId, 'answer'),
          { seen, answer: 'accepted' },
          radiologist.cookie,
        ),
      )
    }
    const { rows } = await site.store.owner.query(
      `select id from record_entry where subject = $1 and kind = 'referral-answer'`,
      [`case:${caseId}`],
    )
    assert.equal(rows.length, 1)
    assert.match((await page(paths.referral(caseId), referrer)).text, /Accepted/)
  })

  it('is replied to by the referrer where advice was given, from the page that shows it', async () => {
    const patient = await patientAt(site, referrer, { familyName: 'Advised' })
    const caseId = await refer(site, referrer, patient, 'ZTB')
    const reply = `href="${paths.caseRecord(caseId, 'clinical-discussion')}"`
    assert.ok(!(await page(paths.referral(caseId), referrer)).text.includes(reply))
    const seen = seenIn((await page(paths.referral(caseId), radiologist)).text)
    const advice = { seen, answer: 'advice', words: 'Is warfarin stopped?' }
    locationOf(await site.post(paths.referralPart(caseId, 'answer'), advice, radiologist.cookie))
    const { text } = await page(paths.referral(caseId), referrer)
    assert.match(text, /Is warfarin stopped\?/)
    assert.ok(text.includes(reply))
    assert.ok(text.includes(paths.caseAttach(caseId)))
    // The form is opened for them: kept under an id.
    assert.equal((await page(paths.caseRecord(caseId, 'clinical-discussion'), referrer)).status, 303)
  })

  it('is answered by one of two radiologists; the other is told, and keeps their words', async () => {
    const caseId = await refer(
      site,
      referrer,
      await patientAt(site, referrer, { familyName: 'Contested' }),
      'ZTB',
    )
    const second = await someone(site, 'interventional-radiologist', 'ZTB')
    const seen = seenIn((await page(paths.referral(caseId), radiologist)).text)
    locationOf(
      await site.post(paths.referralPart(caseId, 'answer'), { seen, answer: 'accepted' }, radiologist.cookie),
    )
    const late = await site.post(
      paths.referralPart(caseId, 'answer'),
      { seen, answer: 'refused', words: 'Better by surgery.' },
      second.cookie,
    )
    assert.equal(late.status, 409)
    const text = await late.text()
    assert.match(text, /Test interventional-radiologist answered while you wrote/)
    assert.match(text, /Better by surgery\./)
    const again = { seen: seenIn(text), answer: 'refused', words: 'Better by surgery.' }
    locationOf(await site.post(paths.referralPart(caseId, 'answer'), again, second.cookie))
  })

  it('is referred onward: a case opens there, and the first keeps its link', async () => {
    await pathway(site, 'ZTB', 'ZTD')
    const patient = await patientAt(site, referrer, { familyName: 'Onward' })
    const caseId = await refer(site, referrer, patient, 'ZTB')
    const started = locationOf(await site.post(paths.referralPart(caseId, 'onward'), {}, radiologist.cookie))
    const draft = started.split('/')[2] ?? ''
    await fillService(site, radiologist, draft, 'ZTD', 'liver-ablation', 'Our ablation suite is closed.')
    const { text } = await page(paths.referPart(draft, 'form'), radiologist)
    assert.match(text, /Is ablation of the lesion in segment 6 possible/)
    locationOf(await site.post(paths.referPart(draft, 'form'), referralFields, radiologist.cookie))
    locationOf(await site.post(paths.referPart(draft, 'check'), {}, radiologist.cookie))
    const opened = await caseOfDraft(site, draft)
    const there = await someone(site, 'interventional-radiologist', 'ZTD')
    assert.match((await page(paths.cases({ list: 'to-answer' }), there)).text, /ONWARD/)
    const { rows } = await site.store.owner.query<{ body: { case: string; to: string } }>(
      `select b.body from record_entry e join record_body b on b.entry = e.id
       where e.subject = $1 and e.kind = 'onward-referral'`,
      [`case:${caseId}`],
    )
    assert.equal(rows.length, 1)
    assert.equal(rows[0]?.body.case, opened)
    assert.match((await page(paths.referral(caseId), referrer)).text, /referred onward/)
  })

  it('does not exist for an organisation that takes no part: page, list, count, search, answer', async () => {
    const number = nhsNumber()
    const patient = await patientAt(site, referrer, { familyName: 'Unseen', number })
    const caseId = await refer(site, referrer, patient, 'ZTB')
    const never = paths.referral(crypto.randomUUID())
    const nobody = await page(never, stranger)
    for (const path of [
      paths.referral(caseId),
      paths.patient(patient),
      paths.patientPart(patient, 'merge'),
    ]) {
      const { status, text } = await page(path, stranger)
      assert.equal(status, 404, path)
      assert.equal(text, nobody.text, path)
    }
    const answered = await site.post(
      paths.referralPart(caseId, 'answer'),
      { seen: '2', answer: 'accepted' },
      stranger.cookie,
    )
    assert.equal(answered.status, 404)
    const onward = await site.post(paths.referralPart(caseId, 'onward'), {}, stranger.cookie)
    assert.equal(onward.status, 404)
    assert.equal((await site.post(paths.refer(), { patient }, stranger.cookie)).status, 404)
    for (const words of [{ number }, { name: 'Unseen' }]) {
      const found = locationOf(await site.post(paths.patients(), words, stranger.cookie))
      assert.match((await page(found, stranger)).text, /Nobody was found/)
      // Another person’s search is nothing to them either.
      assert.doesNotMatch((await page(found, referrer)).text, /UNSEEN|Nobody was found/)
    }
    for (const path of [paths.cases(), paths.cases({ list: 'to-answer' }), paths.myWork(), paths.referrals()])
      assert.doesNotMatch((await page(path, stranger)).text, /UNSEEN|Referrals to answer<\/span>/, path)
    assert.match((await page(paths.cases(), stranger)).text, />0 cases/)
  })

  it('puts neither name nor number in any address or title', async () => {
    const number = nhsNumber()
    const patient = await patientAt(site, referrer, { familyName: 'Zzyzx', number })
    const caseId = await refer(site, referrer, patient, 'ZTB')
    const found = locationOf(await site.post(paths.patients(), { name: 'Zzyzx' }, referrer.cookie))
    const places = [
      found,
      paths.patient(patient),
      paths.patientPart(patient, 'correct'),
      paths.patientPart(patient, 'merge'),
      paths.referral(caseId),
      paths.referrals(),
      paths.cases(),
    ]
    for (const place of places) {
      const { status, text } = await page(place, referrer)
      assert.equal(status, 200, place)
      assert.doesNotMatch(text.match(/<title>[^<]*/)?.[0] ?? '', /zzyzx/i, place)
      for (const [, href = ''] of text.matchAll(/(?:href|action)="([^"]*)"/g))
        assert.ok(!href.toLowerCase().includes('zzyzx') && !href.includes(number), href)
    }
  })
})
