/** Radioembolisation with an expired licence: the plan is stopped and says why; what was done is recorded with the breach. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { paths } from '#web/paths.ts'
import {
  address,
  fill,
  follow,
  type Given,
  journey,
  on,
  openCase,
  problemsOn,
  type Recording,
  record,
  somebody,
  submit,
  type Traveller,
} from './journey.ts'
import { accept, referPatient, referralGiven } from './steps.ts'

const sirt = 'selective-internal-radiation-therapy'
const procedures = [{ procedure: sirt }]
const reviewDue = '2028-01-01'
const patient = somebody('1958-08-14')

const way = await journey('2026-04-13T09:00:00Z')
await way.says('ZRE', 'referral-pathway', { to: 'ZTR', procedures, through: 'Hepatobiliary MDT', reviewDue })
await way.says('ZTR', 'contact', { department: 'Interventional radiology', telephone: '0113 496 0123' })
await way.says('ZTR', 'licence', { holder: 'employer', number: 'E-200', procedures, expires: '2027-12-31' })
const who = { name: 'Dr Rowan Ash' }
await way.says('ZTR', 'licence', {
  holder: 'practitioner',
  who,
  number: 'P-100',
  procedures,
  expires: '2026-04-30',
})
for (const area of [
  'recovery',
  'aftercare',
  'therapeutic-agents',
  'radiation-protection',
  'analgesia-antiemetics',
])
  await way.says('ZTR', 'protocol', { area, title: `SIRT, ${area}`, version: '2', procedures, reviewDue })

const referrer = await way.person('Dr Ann Lee', 'referrer', 'ZRE')
const radiologist = await way.person('Dr Rowan Ash', 'interventional-radiologist', 'ZTR')
const physicist = await way.person('Dr Ola Berg', 'physicist', 'ZTR')
const ward = await way.person('Nurse Bo Ward', 'ward-nurse', 'ZTR')

let caseId = ''
const { step } = follow(way, { by: radiologist, caseId: () => caseId })
const says =
  (by: Traveller, kind: string, given: Given, how: Recording = {}) =>
  () =>
    record(way, by, caseId, kind, given, how)

const workUp: Given = {
  imaging: ['ct', 'angiogram'],
  bilirubin: '17',
  albumin: '40',
  inr: '1.1',
  creatinine: '80',
  sodium: '138',
  ascites: 'none',
  encephalopathy: 'none',
  ...on('sirt.mappingOn', '2026-04-27'),
  'sirt.device': 'resin',
  'sirt.height': '175',
  'sirt.weight': '80',
  'sirt.lungShunt': '5',
  'sirt.liverVolume': '1500',
  'sirt.tumourVolume': '200',
  'sirt.treatedVolume': '1700',
  'sirt.method': 'bsa',
  'sirt.plannedActivity': '1.8',
  'sirt.physicist': 'Dr Ola Berg',
  result: 'suitable',
}
const prescription: Given = {
  agent: 'y90-resin',
  dose: '1.8',
  unit: 'GBq',
  prescriber: 'Dr Rowan Ash',
  signed: 'yes',
  responsible: 'Dr Rowan Ash',
  ...on('injectionAt', '2026-05-12', '10:00'),
}

const expired = {
  shows:
    /Dr Rowan Ash holds no practitioner’s licence that covers selective internal radiation therapy \(SIRT\) on 12 May 2026/,
  because: 'The renewal was in the post',
}

describe('SIRT with the practitioner’s licence expired', () => {
  after(() => way.close())
  after(() => way.watch.assertNobody([patient]))

  step(
    'is referred',
    '2026-04-13T09:00:00Z',
    async () => {
      caseId = await referPatient(way, referrer, patient, sirt, referralGiven)
    },
    {
      clauses: [
        '3.4: none -> Not yet due',
        '3.5: none -> Met',
        '3.7: none -> Not yet due',
        '4.1.1: none -> Not yet due',
        '4.1.3: none -> Not yet due',
        '4.1.4: none -> Not yet due',
        '4.1.5: none -> Not yet due',
        '4.2.1: none -> Not yet due',
        '4.2.2: none -> Not yet due',
        '4.3: none -> Not yet due',
        '4.4.2: none -> Not yet due',
        '4.4.3: none -> Not yet due',
      ],
      due: [
        '+ Discuss: Selective internal radiation therapy (SIRT)',
        '+ Referral to answer, elective',
        '+ Talk the referral over with Dr Ann Lee',
      ],
      sentence: 'Referred on 13 April, waits for an answer',
    },
  )
  step(
    'is accepted and discussed',
    '2026-04-17T09:00:00Z',
    async () => {
      await accept(way, radiologist, caseId)
      await record(way, radiologist, caseId, 'mdt-discussion', {
        team: 'Hepatobiliary',
        organisation: 'ZTR',
        radiologistPresent: 'yes',
        recommendation: 'treat',
        procedure: sirt,
        place: 'ZTR',
      })
    },
    {
      clauses: [
        '3.2: none -> Met',
        '3.4: Not yet due -> Met',
        '3.7: Not yet due -> Met',
        '4.1.1: Not yet due -> Not met',
        '4.1.3: Not yet due -> Met',
      ],
      due: [
        '+ Book: Selective internal radiation therapy (SIRT)',
        '+ Plan the activity for selective internal radiation therapy (SIRT)',
        '+ Say who the cancer nurse specialist is',
        '- Discuss: Selective internal radiation therapy (SIRT)',
        '- Referral to answer, elective',
      ],
      sentence: 'Discussed on 17 April: recommended to treat as asked, to be booked',
    },
  )
  step('is worked up', '2026-04-28T09:00:00Z', says(physicist, 'work-up', workUp), {
    clauses: [],
    due: ['- Plan the activity for selective internal radiation therapy (SIRT)'],
    sentence: 'Discussed on 17 April: recommended to treat as asked, to be booked',
  })
  it('shows the cross-check of the physicist’s activity, as a check and not a prescription', async () => {
    await openCase(way, radiologist, caseId)
    const text = await radiologist.page.locator('main').innerText()
    for (const words of [
      'An independent check, not a prescription',
      '1.80 GBq',
      '1.87 GBq',
      '3.9% below',
      '4.5 Gy',
    ])
      assert.ok(text.includes(words), words)
  })
  step(
    'is booked',
    '2026-04-29T09:00:00Z',
    says(
      radiologist,
      'booking',
      {
        ...on('plannedFor', '2026-05-12', '10:00'),
        operator: 'Dr Rowan Ash',
        consentPlan: 'clinic',
      },
      { sure: /No practitioner’s licence covers this procedure on that day/ },
    ),
    {
      clauses: ['4.5.1: none -> Not yet due', '4.5.2: none -> Not yet due'],
      due: [
        '+ Consent: Selective internal radiation therapy (SIRT)',
        '+ Give the leaflet: Selective internal radiation therapy (SIRT)',
        '+ Prescribe for selective internal radiation therapy (SIRT)',
        '+ Say who is responsible during the admission',
        '- Book: Selective internal radiation therapy (SIRT)',
      ],
      sentence: 'Booked for 12 May, 10:00, consent not given yet',
    },
  )
  it('cannot be prescribed as a plan, and says why', async () => {
    way.at('2026-05-05T09:00:00Z')
    const { page } = radiologist
    await page.goto(address(way, paths.caseRecord(caseId, 'prescription')))
    await fill(page, prescription)
    await submit(page)
    assert.match(await problemsOn(page), expired.shows)
    const { findings, due } = await openCase(way, radiologist, caseId)
    assert.equal(findings.get('4.4.3'), 'Not yet due')
    assert.ok(due.includes('Prescribe for selective internal radiation therapy (SIRT)'))
  })
  step(
    'consents in clinic',
    '2026-05-06T09:00:00Z',
    says(radiologist, 'consent', {
      decision: 'given',
      courses: 'one',
      as: 'operator',
      where: 'clinic',
      interpreter: 'not-needed',
    }),
    {
      clauses: ['4.3: Not yet due -> Met'],
      due: ['- Consent: Selective internal radiation therapy (SIRT)'],
      sentence: 'Booked for 12 May, 10:00, consent given',
    },
  )
  step(
    'is admitted',
    '2026-05-12T07:00:00Z',
    says(ward, 'admission', {
      type: 'inpatient',
      ward: 'Ward 9',
      fit: 'fit',
      assessedBy: 'Dr Rowan Ash',
      assessorInTeam: 'yes',
      proForma: 'yes',
    }),
    {
      clauses: ['4.5.2: Not yet due -> Met'],
      due: [
        '+ Confirm consent: Selective internal radiation therapy (SIRT)',
        '+ Selective internal radiation therapy (SIRT)',
      ],
      sentence: 'Admitted on 12 May, consent to be confirmed',
    },
  )
  step(
    'confirms consent on the day',
    '2026-05-12T07:30:00Z',
    says(radiologist, 'consent-confirmation', { confirmed: 'yes' }),
    {
      clauses: ['4.5.1: Not yet due -> Met'],
      due: ['- Confirm consent: Selective internal radiation therapy (SIRT)'],
      sentence: 'Admitted on 12 May',
    },
  )
  step(
    'has the prescription that was followed, recorded after it with the breach',
    '2026-05-12T11:00:00Z',
    says(
      radiologist,
      'prescription',
      { ...prescription, ...on('occurredAt', '2026-05-12', '09:00') },
      { press: /^Start again/, breach: expired },
    ),
    {
      clauses: ['4.4.2: Not yet due -> Met', '4.4.3: Not yet due -> Not met'],
      due: ['- Prescribe for selective internal radiation therapy (SIRT)'],
      sentence: 'Admitted on 12 May',
    },
  )
  step(
    'has the treatment that was given, recorded with the breach',
    '2026-05-12T11:05:00Z',
    says(
      radiologist,
      'treatment',
      {
        ...on('occurredAt', '2026-05-12', '10:00'),
        'operators.0.who': 'Dr Rowan Ash',
        'operators.0.role': 'first',
        'targets.0.organ': 'liver',
        guidance: ['fluoroscopy'],
        embolic: 'microspheres',
        selectivity: 'lobar',
        anaesthesia: 'local',
        'agents.0.agent': 'y90-resin',
        'agents.0.dose': '1.75',
        'agents.0.unit': 'GBq',
        'activity.calibrated': '1.9',
        ...on('activity.calibratedAt', '2026-05-12', '08:00'),
        'activity.residual': '0.1',
        'activity.delivered': '1.75',
        minutes: '80',
        technicalSuccess: 'yes',
        complicationNow: 'no',
      },
      {
        breach: expired,
      },
    ),
    {
      clauses: [
        '4.1.4: Not yet due -> Not met',
        '4.1.5: Not yet due -> Not met',
        '4.2.1: Not yet due -> Not met',
        '4.2.2: Not yet due -> Not met',
        '4.4.1: none -> Met',
        '4.6: none -> Not met',
        '4.7.1: none -> Not yet due',
        '4.7.2: none -> Not yet due',
        '5.1: none -> Not yet due',
        '5.2: none -> Not yet due',
        '5.3: none -> Not yet due',
        '5.4 plan: none -> Not yet due',
        '5.5: none -> Not yet due',
        '6.5 efficacy: none -> Not yet due',
        '6.5 feedback: none -> Not yet due',
        '6.5 safety: none -> Not yet due',
        '6.6: none -> Not yet due',
      ],
      due: [
        '+ After selective internal radiation therapy (SIRT)',
        '+ Any complication of selective internal radiation therapy (SIRT)?',
        '+ Ask for feedback on selective internal radiation therapy (SIRT)',
        '+ Plan the follow-up of selective internal radiation therapy (SIRT)',
        '- Give the leaflet: Selective internal radiation therapy (SIRT)',
        '- Selective internal radiation therapy (SIRT)',
        '- Talk the referral over with Dr Ann Lee',
      ],
      sentence: 'Treated on 12 May, on Ward 9',
    },
  )
  step(
    'is on the ward',
    '2026-05-12T13:00:00Z',
    says(ward, 'recovery', { ward: 'Ward 9', bed: 'Side room 2', wardFamiliar: 'yes' }),
    {
      clauses: ['4.7.1: Not yet due -> Met', '5.3: Not yet due -> Met'],
      due: [],
      sentence: 'Treated on 12 May, on Ward 9, radiation precautions until 19 May',
    },
  )
  it('shows until when precautions hold: on the ward list, the case and the card', async () => {
    const { page } = ward
    const until = 'Radiation precautions until 19 May 2026'
    await page.goto(address(way, paths.cases({ list: 'on-ward' })))
    const row = await page.getByRole('row').filter({ hasText: patient.givenName }).innerText()
    assert.ok(row.includes('Ward 9'), 'the ward')
    assert.ok(row.includes(until), 'the precautions on the list')
    await openCase(way, ward, caseId)
    assert.ok((await page.locator('.fp-case-header').innerText()).includes(until), 'on the case')
    await page.goto(address(way, paths.caseLetter(caseId, 'radiation-card')))
    assert.match(await page.locator('main').innerText(), /Until the end of 19 May 2026/)
    const pdf = await page.request.get(address(way, paths.caseLetter(caseId, 'radiation-card', 'pdf')))
    assert.equal(pdf.headers()['content-type'], 'application/pdf')
  })
})
