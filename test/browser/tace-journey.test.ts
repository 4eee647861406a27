/** One patient from a referral by another trust to the second chemoembolisation and its follow-up, step by step in a browser. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { paths } from '#web/paths.ts'
import {
  address,
  follow,
  type Given,
  journey,
  on,
  openCase,
  type Recording,
  record,
  recordFrom,
  somebody,
  type Traveller,
} from './journey.ts'
import { accept, fillMeeting, holdMeeting, makeTeam, referPatient, referralGiven } from './steps.ts'
import { type TaceStep, taceExpected } from './tace-expected.ts'

const tace = 'transarterial-chemoembolisation'
const procedures = [{ procedure: tace }]
const reviewDue = '2028-01-01'
const patient = somebody('1952-07-19')

const way = await journey('2026-03-02T09:00:00Z')
const through = 'Hepatobiliary MDT'
await way.says('ZRE', 'referral-pathway', { to: 'ZTR', procedures, through, reviewDue })
const source = 'This hospital'
const leaflet = {
  procedure: tace,
  title: 'Your TACE',
  version: '2.1',
  language: 'English',
  source,
  reviewDue,
}
await way.says('ZTR', 'leaflet-adoption', leaflet)
for (const area of [
  'recovery',
  'aftercare',
  'analgesia-antiemetics',
  'therapeutic-agents',
  'response-assessment',
  'fitness',
])
  await way.says('ZTR', 'protocol', { area, title: `TACE, ${area}`, version: '3', procedures, reviewDue })
const items = [
  { what: 'telephone', by: 'Nurse Kit Vale', fromDays: 5, toDays: 14 },
  { what: 'imaging', detail: 'CT', by: 'Dr Rowan Ash', fromDays: 56, toDays: 84 },
]
const plan = { area: 'follow-up', title: 'After TACE', version: '3', procedures, reviewDue, items }
await way.says('ZTR', 'protocol', plan)
const who = { name: 'Dr Rowan Ash' }
await way.says('ZTR', 'competence', { who, role: 'operator', procedures, evidence: 'Logbook' })

const referrer = await way.person('Dr Ann Lee', 'referrer', 'ZRE')
const radiologist = await way.person('Dr Rowan Ash', 'interventional-radiologist', 'ZTR')
const coordinator = await way.person('Mr Co Ordinator', 'mdt-coordinator', 'ZTR')
const nurse = await way.person('Nurse Kit Vale', 'cancer-nurse-specialist', 'ZTR')
const ward = await way.person('Nurse Bo Ward', 'ward-nurse', 'ZTR')

let caseId = ''
let meeting = ''
let treatment = ''
const { step: take } = follow(way, { by: radiologist, caseId: () => caseId })
const step = (title: TaceStep, moment: string, act: () => Promise<unknown>) =>
  take(title, moment, act, taceExpected[title])
const says =
  (by: Traveller, kind: string, given: Given, how: Recording = {}) =>
  () =>
    record(way, by, caseId, kind, given, how)

const treated: Given = {
  guidance: ['fluoroscopy', 'cone-beam-ct'],
  'targets.0.organ': 'liver',
  'targets.0.segment': 'segment 8',
  'targets.0.size': '40',
  embolic: 'drug-eluting',
  selectivity: 'superselective',
  endpoint: 'near-stasis',
  anaesthesia: 'sedation',
}
const howItWent: Given = { minutes: '70', technicalSuccess: 'yes', complicationNow: 'no' }
const scan: Given = {
  criteria: 'mrecist',
  modality: 'ct',
  'lesions.0.key': 'A',
  'lesions.0.organ': 'liver',
  'lesions.0.kind': 'target',
  reader: 'Dr Rowan Ash',
  specialist: 'yes',
}
const admitted: Given = {
  type: 'inpatient',
  ward: 'Ward 7',
  fit: 'fit',
  assessedBy: 'Dr Rowan Ash',
  assessorInTeam: 'yes',
  proForma: 'yes',
}
const left: Given = {
  assessedBy: 'Dr Rowan Ash',
  familiar: 'yes',
  to: 'home',
  analgesia: 'prescribed',
  antiemetics: 'prescribed',
  aftercare: 'yes',
}
const prescribed: Given = { agent: 'doxorubicin', dose: '75', unit: 'mg', signed: 'yes' }

describe('a patient of another trust', () => {
  after(() => way.close())
  after(() => way.watch.assertNobody([patient]))

  describe('from the referral to the decision', () => {
    step('is referred by another trust, in the referrer’s form', '2026-03-02T09:00:00Z', async () => {
      caseId = await referPatient(way, referrer, patient, tace, {
        ...referralGiven,
        oncologistInvolved: 'yes',
        oncologistIsReferrer: 'no',
        oncologist: 'Dr Onco Reed',
      })
    })
    step('is accepted', '2026-03-03T10:00:00Z', () => accept(way, radiologist, caseId))
    step(
      'is talked over by referrer and radiologist',
      '2026-03-03T11:00:00Z',
      says(radiologist, 'clinical-discussion', { how: 'telephone', conclusion: 'Suitable.' }),
    )
    step('is put on the list of the next MDT meeting', '2026-03-04T09:00:00Z', async () => {
      await makeTeam(way, coordinator, 'Hepatobiliary', 'hepatocellular', 'Dr Rowan Ash')
      meeting = await fillMeeting(way, coordinator)
    })
    step('is discussed at the meeting, whose outcome is recorded', '2026-03-06T08:35:00Z', () =>
      holdMeeting(way, coordinator, meeting),
    )
    step(
      'is told to the oncologist',
      '2026-03-06T14:00:00Z',
      says(radiologist, 'oncologist-informed', { how: 'letter' }),
    )
    step(
      'has a cancer nurse specialist',
      '2026-03-09T09:00:00Z',
      says(nurse, 'nurse-specialist', { involved: 'involved', name: 'Nurse Kit Vale' }),
    )
  })

  describe('from the decision to the treatment', () => {
    step(
      'is measured for a baseline',
      '2026-03-09T10:00:00Z',
      says(radiologist, 'response-assessment', {
        baseline: 'yes',
        ...scan,
        'lesions.0.diameter': '40',
        read: 'baseline',
      }),
    )
    step(
      'is informed',
      '2026-03-10T09:00:00Z',
      says(nurse, 'information', {
        leaflet: 'given',
        format: 'print',
        where: 'clinic',
        withRadiologist: 'yes',
      }),
    )
    step(
      'consents to the series',
      '2026-03-10T09:30:00Z',
      says(radiologist, 'consent', {
        decision: 'given',
        courses: 'series',
        as: 'operator',
        where: 'clinic',
        interpreter: 'not-needed',
      }),
    )
    step(
      'is worked up',
      '2026-03-10T10:00:00Z',
      says(radiologist, 'work-up', {
        imaging: ['ct'],
        bilirubin: '17',
        albumin: '38',
        inr: '1.1',
        creatinine: '80',
        sodium: '138',
        ascites: 'none',
        encephalopathy: 'none',
        result: 'suitable',
      }),
    )
    step(
      'is booked',
      '2026-03-11T09:00:00Z',
      says(coordinator, 'booking', {
        ...on('plannedFor', '2026-03-24', '08:30'),
        operator: 'Dr Rowan Ash',
        place: 'Room 2',
      }),
    )
    step(
      'has a consultant who is responsible',
      '2026-03-11T10:00:00Z',
      says(radiologist, 'responsibility', {
        admission: 'radiologist',
        consultant: 'Dr Rowan Ash',
        followUp: 'Dr Rowan Ash',
      }),
    )
    step('has a signed prescription', '2026-03-23T09:00:00Z', says(radiologist, 'prescription', prescribed))
    step('is admitted, fit', '2026-03-24T07:30:00Z', says(ward, 'admission', admitted))
    step(
      'confirms consent on the day',
      '2026-03-24T08:00:00Z',
      says(radiologist, 'consent-confirmation', { confirmed: 'yes' }),
    )
    step('is treated', '2026-03-24T08:40:00Z', async () => {
      treatment = await record(way, radiologist, caseId, 'treatment', { ...treated, ...howItWent })
    })
  })

  describe('after the first course', () => {
    step(
      'recovers on the ward',
      '2026-03-24T10:15:00Z',
      says(ward, 'recovery', { ward: 'Ward 7', wardFamiliar: 'yes' }),
    )
    step('is discharged, and a plan is owed', '2026-03-25T09:00:00Z', says(ward, 'discharge', left))
    step(
      'has a plan, filled in from the protocol',
      '2026-03-25T10:00:00Z',
      says(radiologist, 'follow-up-plan', {}),
    )
    step('is not called in time', '2026-04-08T09:00:00Z', async () => {})
    step('is called two days late, from the case page, with the reason', '2026-04-09T09:00:00Z', async () => {
      const called = { how: 'telephone', by: 'Nurse Kit Vale', findings: 'Well; a little tired' }
      const breach = { shows: /This was due by 7 April 2026/, because: 'Two calls were not answered' }
      await recordFrom(way, radiologist, caseId, /: Telephone call$/, called, { breach })
    })
    step(
      'has had no complication',
      '2026-04-09T10:00:00Z',
      says(radiologist, 'safety-review', { noComplication: 'none' }),
    )
    step(
      'gives feedback',
      '2026-04-09T11:00:00Z',
      says(nurse, 'feedback', { state: 'given', experience: 'good', by: 'patient' }),
    )
    step('is scanned: partial response', '2026-05-22T10:00:00Z', () =>
      record(way, radiologist, caseId, 'response-assessment', {
        treatment,
        baseline: 'no',
        ...scan,
        'lesions.0.diameter': '24',
        read: 'PR',
      }),
    )
  })

  describe('the second course', () => {
    step(
      'is booked again',
      '2026-05-26T09:00:00Z',
      says(coordinator, 'booking', { ...on('plannedFor', '2026-06-09', '08:30'), operator: 'Dr Rowan Ash' }),
    )
    step(
      'has a prescription of its own',
      '2026-06-08T09:00:00Z',
      says(radiologist, 'prescription', prescribed),
    )
    step('is admitted again', '2026-06-09T06:40:00Z', says(ward, 'admission', admitted))
    step(
      'confirms consent again',
      '2026-06-09T07:00:00Z',
      says(radiologist, 'consent-confirmation', { confirmed: 'yes' }),
    )
    step(
      'is treated by repeat of the last session',
      '2026-06-09T07:45:00Z',
      says(radiologist, 'treatment', howItWent, { press: /^Repeat the session of 24 March 2026/ }),
    )
    step(
      'recovers again',
      '2026-06-09T10:00:00Z',
      says(ward, 'recovery', { ward: 'Ward 7', wardFamiliar: 'yes' }),
    )
    step('is discharged again', '2026-06-10T09:00:00Z', says(ward, 'discharge', left))
    step('has a plan of its own', '2026-06-10T10:00:00Z', says(radiologist, 'follow-up-plan', {}))
    step(
      'has had no complication again',
      '2026-06-22T10:00:00Z',
      says(radiologist, 'safety-review', { noComplication: 'none' }),
    )
    step(
      'is called in time',
      '2026-06-22T11:00:00Z',
      says(radiologist, 'follow-up-contact', { how: 'telephone', by: 'Nurse Kit Vale', findings: 'Well' }),
    )
    step(
      'is scanned: complete response',
      '2026-08-10T11:00:00Z',
      says(radiologist, 'response-assessment', {
        baseline: 'no',
        ...scan,
        'lesions.0.diameter': '0',
        read: 'CR',
      }),
    )
    it('is seen by the referrer: where the patient is, and how it turned out', async () => {
      const { page } = referrer
      await page.goto(address(way, paths.referral(caseId)))
      const where = await page.locator('section[aria-labelledby="where"]').innerText()
      assert.match(
        where,
        /treated on 9 June, and is home\. Response was assessed on 10 August: complete response\./,
      )
      const { sentence } = await openCase(way, referrer, caseId)
      assert.equal(sentence, 'Treated on 9 June (course 2), nothing more is planned')
      assert.equal(await page.getByRole('link', { name: /^Book/ }).count(), 0)
      await page.goto(address(way, paths.caseLetter(caseId, 'letter')))
      assert.match(await page.locator('main').innerText(), /“Your TACE”, version 2\.1/)
    })
  })
})
