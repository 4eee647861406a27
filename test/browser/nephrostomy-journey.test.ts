/** An urgent nephrostomy treated before any discussion: exempt before, owed after; met at the next meeting, late after it. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { paths } from '#web/paths.ts'
import type { Identity } from './identifiers.ts'
import {
  address,
  follow,
  type Given,
  journey,
  openCase,
  type Recording,
  record,
  somebody,
  type Traveller,
} from './journey.ts'
import { accept, fillMeeting, holdMeeting, makeTeam, referPatient, referralGiven } from './steps.ts'

const nephrostomy = 'nephrostomy'
const procedures = [{ procedure: nephrostomy }]
const reviewDue = '2028-01-01'
const first = somebody('1949-11-23')
const second = somebody('1956-05-27')

const way = await journey('2026-03-02T20:00:00Z')
await way.says('ZRE', 'referral-pathway', { to: 'ZTR', procedures, through: 'Urology', reviewDue })

const referrer = await way.person('Dr Ann Lee', 'referrer', 'ZRE')
const radiologist = await way.person('Dr Rowan Ash', 'interventional-radiologist', 'ZTR')
const coordinator = await way.person('Mr Co Ordinator', 'mdt-coordinator', 'ZTR')

const urgent: Given = {
  ...referralGiven,
  specialty: 'urology',
  urgency: 'urgent',
  urgencyReason: 'An obstructed and infected kidney',
  'tumour.site': 'bladder-ureter',
  'tumour.icd10': 'C67.9',
  'tumour.laterality': 'left',
  intent: 'supportive',
  symptom: 'Sepsis',
  question: 'Nephrostomy tonight?',
}
const treated: Given = {
  intent: 'supportive',
  course: '1',
  'operators.0.who': 'Dr Rowan Ash',
  'operators.0.role': 'first',
  'targets.0.organ': 'kidney',
  'targets.0.laterality': 'left',
  guidance: ['ultrasound', 'fluoroscopy'],
  anaesthesia: 'local',
  minutes: '25',
  technicalSuccess: 'yes',
  complicationNow: 'no',
}

/** Someone's line on the list of those who are owed a discussion; nothing where they are not on it. */
async function owed({ givenName }: Identity): Promise<string> {
  await coordinator.page.goto(address(way, paths.cases({ list: 'owed-discussion' })))
  const lines = await coordinator.page.getByRole('row').filter({ hasText: givenName }).allInnerTexts()
  return lines.join('\n')
}

let caseId = ''
let meeting = ''
const { step } = follow(way, { by: radiologist, caseId: () => caseId })
const says =
  (by: Traveller, kind: string, given: Given, how: Recording = {}) =>
  () =>
    record(way, by, caseId, kind, given, how)

describe('an urgent nephrostomy', () => {
  after(() => way.close())
  after(() => way.watch.assertNobody([first, second]))

  describe('discussed at the meeting that follows', () => {
    it('has an MDT that meets each Friday', async () => {
      await makeTeam(way, coordinator, 'Urology', 'bladder-ureter', 'Dr Rowan Ash')
    })
    step(
      'is exempt from discussion before it',
      '2026-03-02T20:00:00Z',
      async () => {
        caseId = await referPatient(way, referrer, first, nephrostomy, urgent)
      },
      {
        clauses: [
          '3.4: none -> Exempt',
          '3.5: none -> Met',
          '3.7: none -> Exempt',
          '4.1.1: none -> Not yet due',
          '4.1.3: none -> Exempt',
          '4.1.4: none -> Not yet due',
          '4.1.5: none -> Not yet due',
          '4.2.1: none -> Not yet due',
          '4.2.2: none -> Not yet due',
          '4.3: none -> Not yet due',
        ],
        due: ['+ Referral to answer, urgent', '+ Talk the referral over with Dr Ann Lee'],
        sentence: 'Referred on 2 March, waits for an answer',
      },
    )
    step(
      'is accepted by telephone',
      '2026-03-02T20:20:00Z',
      async () => {
        await record(way, radiologist, caseId, 'clinical-discussion', {
          how: 'telephone',
          conclusion: 'Tonight.',
        })
        await accept(way, radiologist, caseId)
      },
      {
        clauses: ['4.1.1: Not yet due -> Met'],
        due: [
          '+ Book: Nephrostomy',
          '+ Say who the cancer nurse specialist is',
          '- Referral to answer, urgent',
          '- Talk the referral over with Dr Ann Lee',
        ],
        sentence: 'Accepted, to be booked',
      },
    )
    step(
      'consents in the room',
      '2026-03-02T21:00:00Z',
      says(radiologist, 'consent', {
        decision: 'given',
        courses: 'one',
        by: 'Dr Rowan Ash',
        as: 'operator',
        where: 'room',
        interpreter: 'not-needed',
      }),
      { clauses: ['4.3: Not yet due -> Not met'], due: [], sentence: 'In preparation, not booked yet' },
    )
    step(
      'is treated in the night, and owed a discussion',
      '2026-03-02T21:30:00Z',
      says(
        radiologist,
        'treatment',
        { ...treated },
        {
          breach: {
            shows: /No admission with an assessment of fitness/,
            because: 'At night, from the emergency department',
          },
        },
      ),
      {
        clauses: [
          '3.7: Exempt -> Not yet due',
          '3.8: none -> Not yet due',
          '4.1.3: Exempt -> Not yet due',
          '4.1.4: Not yet due -> Not met',
          '4.1.5: Not yet due -> Not met',
          '4.2.1: Not yet due -> Not met',
          '4.2.2: Not yet due -> Not met',
          '4.4.1: none -> Met',
          '4.5.1: none -> Not met',
          '4.5.2: none -> Not met',
          '4.6: none -> Not met',
          '4.7.1: none -> Not yet due',
          '4.7.2: none -> Not yet due',
          '5.1: none -> Not yet due',
          '5.2: none -> Not yet due',
          '5.4 plan: none -> Not yet due',
          '5.5: none -> Not yet due',
          '6.4: none -> Not yet due',
          '6.5 efficacy: none -> Not yet due',
          '6.5 feedback: none -> Not yet due',
          '6.5 safety: none -> Not yet due',
        ],
        due: [
          '+ After nephrostomy',
          '+ Any complication of nephrostomy?',
          '+ Ask for feedback on nephrostomy',
          '+ Discuss after nephrostomy',
          '+ Plan the follow-up of nephrostomy',
          '+ Say who is responsible during the admission',
          '- Book: Nephrostomy',
        ],
        sentence: 'Treated on 2 March, on the ward',
      },
    )
    it('says why it was exempt, and until when it is owed', async () => {
      const { reasons } = await openCase(way, radiologist, caseId)
      assert.equal(
        reasons.get('3.4'),
        'The need was urgent: the discussion is owed at the first meeting after it (3.8).',
      )
      assert.equal(
        reasons.get('3.8'),
        'Treated urgently: a discussion is owed by the first meeting after it, on 6 March 2026.',
      )
    })
    it('is on the list of those who are owed a discussion', async () => {
      way.at('2026-03-04T09:00:00Z')
      assert.match(await owed(first), /Discuss after nephrostomy\s+6 March 2026/)
    })
    step(
      'is discussed at the next meeting',
      '2026-03-06T08:35:00Z',
      async () => {
        meeting = await fillMeeting(way, coordinator)
        await holdMeeting(way, coordinator, meeting)
      },
      {
        clauses: [
          '3.2: none -> Met',
          '3.7: Not yet due -> Met',
          '3.8: Not yet due -> Met',
          '4.1.3: Not yet due -> Met',
          '4.7.1: Not yet due -> Not met',
        ],
        due: ['- Discuss after nephrostomy'],
        sentence: 'Treated on 2 March, on the ward',
      },
    )
    it('is no longer on the list', async () => {
      assert.equal(await owed(first), '')
    })
  })

  describe('when the meeting passes without it', () => {
    step(
      'is treated in the night, without a word of consent',
      '2026-03-10T20:00:00Z',
      async () => {
        caseId = await referPatient(way, referrer, second, nephrostomy, urgent)
        way.at('2026-03-10T21:00:00Z')
        await record(way, radiologist, caseId, 'treatment', treated, {
          breach: {
            shows: /There is no consent to nephrostomy on record before it/i,
            because: 'The patient lacked capacity, at night',
          },
        })
      },
      {
        clauses: [
          '3.2: Met -> none',
          '3.7: Met -> Not yet due',
          '3.8: Met -> Not yet due',
          '4.1.1: Met -> Not met',
          '4.1.3: Met -> Not yet due',
          '4.7.1: Not met -> Not yet due',
        ],
        due: [
          '+ Discuss after nephrostomy',
          '+ Referral to answer, urgent',
          '- Say who the cancer nurse specialist is',
        ],
        sentence: 'Treated on 10 March, on the ward',
      },
    )
    step('is late once the meeting has passed', '2026-03-14T09:00:00Z', async () => {}, {
      clauses: [
        '3.7: Not yet due -> Late',
        '3.8: Not yet due -> Late',
        '4.1.3: Not yet due -> Late',
        '4.7.1: Not yet due -> Not met',
      ],
      due: [],
      sentence: 'Treated on 10 March, on the ward',
    })
    it('is overdue on the list', async () => {
      assert.match(await owed(second), /Discuss after nephrostomy\s+13 March 2026, 1 day overdue/)
    })
    step(
      'stays late when it is discussed at a later meeting',
      '2026-03-20T08:35:00Z',
      async () => {
        await holdMeeting(way, coordinator, await fillMeeting(way, coordinator))
      },
      {
        clauses: ['3.2: none -> Met', '3.7: Late -> Met'],
        due: ['- Discuss after nephrostomy'],
        sentence: 'Treated on 10 March, on the ward',
      },
    )
    it('is no longer on the list, and says why it is late', async () => {
      assert.equal(await owed(second), '')
      const { reasons } = await openCase(way, radiologist, caseId)
      assert.match(reasons.get('3.8') ?? '', /it was owed by the first meeting after it, on 13 March 2026/)
    })
  })
})
