/** What is said of a body before it is signed: stops, breaches, warnings, what cannot be. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { without } from '#core/pathway/without.ts'
import {
  admitted,
  answer,
  booked,
  caseOf,
  confirmed,
  consented,
  discussed,
  idOf,
  licences,
  NEPHROSTOMY,
  planned,
  prescribedSpheres,
  referral,
  type Said,
  SIRT,
  serviceOf,
  surroundingsWith,
  TACE,
  treated,
  withdrawn,
} from './case-of.ts'
import { breaches, clauses, impossible, now, plain, stops, warnings } from './said-of.ts'

describe('a booking', () => {
  const plan = booked('2026-03-01', '2026-03-12T09:00:00.000Z')

  it('is stopped without consent, unless it is said when consent will be asked for', () => {
    assert.deepEqual(clauses(stops(plan)), ['rcr-2013/4.3'])
    assert.equal(stops(plan)[0]?.path, 'consentPlan')
    const onTheDay = booked('2026-03-01', '2026-03-12T09:00:00.000Z', { consentPlan: 'on-the-day' })
    assert.deepEqual(stops(onTheDay), [])
    assert.deepEqual(stops(plan, caseOf(consented('2026-02-20'))), [])
  })

  it('is stopped after consent was withdrawn or declined, whatever is promised', () => {
    const course = caseOf(consented('2026-02-20'), withdrawn('2026-02-25'))
    const onTheDay = booked('2026-03-01', '2026-03-12T09:00:00.000Z', { consentPlan: 'on-the-day' })
    assert.match(stops(onTheDay, course)[0]?.words ?? '', /withdrew consent .* on 25 February 2026/)
    const declined = caseOf(consented('2026-02-20', { decision: 'declined', courses: undefined }))
    assert.match(stops(onTheDay, declined)[0]?.words ?? '', /declined/)
  })

  it('needs a new consent for a second course, unless the first was for the series', () => {
    const second = booked('2026-03-01', '2026-04-12T09:00:00.000Z')
    const once = caseOf(consented('2026-01-20'), treated('2026-02-01'))
    assert.match(stops(second, once)[0]?.words ?? '', /for an earlier treatment/)
    const series = caseOf(consented('2026-01-20', { courses: 'series' }), treated('2026-02-01'))
    assert.deepEqual(stops(second, series), [])
  })

  it('is stopped in a case that has ended', () => {
    const died = caseOf({ kind: 'death', on: '2026-02-01', body: { cause: 'Tumour', relation: 'no' } })
    assert.match(stops(plan, died)[0]?.words ?? '', /died on 1 February 2026/)
  })

  it('that is recorded after its day is history, and not stopped', () => {
    assert.deepEqual(stops(plan, caseOf(), plain, '2026-03-13T00:00:00.000Z'), [])
  })

  it('warns where nothing was discussed, and where no licence covers the day', () => {
    const course = caseOf(referral('2026-02-01'), answer('2026-02-02'))
    assert.match(
      warnings(plan, course)
        .map(({ words }) => words)
        .join(),
      /not been discussed/,
    )
    const spheres = booked('2026-03-01', '2026-03-12T09:00:00.000Z', { procedure: SIRT })
    assert.equal(warnings(spheres).filter(({ words }) => /licence/.test(words)).length, 2)
    const licensed = surroundingsWith(serviceOf(...licences()))
    assert.deepEqual(warnings(spheres, caseOf(), licensed), [])
  })
})

describe('a radioactive prescription', () => {
  const order = prescribedSpheres('2026-03-01', '2026-03-05T10:00:00.000Z')
  const licensed = surroundingsWith(serviceOf(...licences()))

  it('is stopped before injection without both licences', () => {
    assert.deepEqual(clauses(stops(order)), ['rcr-2013/4.4.3', 'rcr-2013/4.4.3'])
    assert.deepEqual(stops(order, caseOf(), licensed), [])
  })

  it('is stopped when a licence ends before the day of injection, or is for another procedure', () => {
    const ends = surroundingsWith(serviceOf(...licences('2026-03-04')))
    assert.equal(stops(order, caseOf(), ends).length, 2)
    const lastDay = surroundingsWith(serviceOf(...licences('2026-03-05')))
    assert.deepEqual(stops(order, caseOf(), lastDay), [])
    const another = surroundingsWith(serviceOf(...licences('2027-01-01', 'image-guided-brachytherapy')))
    assert.equal(stops(order, caseOf(), another).length, 2)
  })

  it('is stopped where the prescriber is not the practitioner who holds the licence', () => {
    const ben = prescribedSpheres('2026-03-01', '2026-03-05T10:00:00.000Z', {
      prescriber: { name: 'Dr Ben Marsh' },
    })
    assert.match(stops(ben, caseOf(), licensed)[0]?.words ?? '', /Dr Ben Marsh holds no practitioner/)
  })

  it('after injection is accepted, with the breach', () => {
    const later = '2026-03-06T00:00:00.000Z'
    assert.deepEqual(stops(order, caseOf(), plain, later), [])
    assert.deepEqual(breaches(order, caseOf(), plain, later), [
      'rcr-2013/4.4.2',
      'rcr-2013/4.4.3',
      'rcr-2013/4.4.3',
    ])
  })

  it('before injection is not a breach of licences as well', () => {
    assert.deepEqual(breaches(order, caseOf(), plain, now), ['rcr-2013/4.4.2'])
  })
})

describe('a treatment', () => {
  const done = treated('2026-03-12T10:00:00.000Z')
  const proper: readonly Said[] = [
    referral('2026-02-01'),
    answer('2026-02-02'),
    discussed('2026-02-10'),
    consented('2026-02-20'),
    admitted('2026-03-12T07:00:00.000Z'),
    confirmed('2026-03-12T08:00:00.000Z'),
  ]

  it('that kept every rule breaks none', () => {
    assert.deepEqual(breaches(done, caseOf(...proper)), [])
  })

  it('that kept none breaks each, in the order of the guidance, and is never stopped', () => {
    const course = caseOf(referral('2026-02-01'))
    const drug = treated('2026-03-12', { agents: [{ agent: 'doxorubicin', dose: 50, unit: 'mg' }] })
    assert.deepEqual(breaches(drug, course), [
      'rcr-2013/3.4',
      'rcr-2013/4.3',
      'rcr-2013/4.4.2',
      'rcr-2013/4.5.1',
      'rcr-2013/4.5.2',
    ])
    assert.deepEqual(stops(drug, course), [])
  })

  it('that was urgent, or supports, needs no discussion before it', () => {
    const urgent = caseOf(referral('2026-02-01', { urgency: 'urgent' }), ...proper.slice(3))
    assert.deepEqual(breaches(done, urgent), [])
    const drain = treated('2026-03-12T10:00:00.000Z', { procedure: NEPHROSTOMY, intent: 'supportive' })
    const elective = caseOf(
      referral('2026-02-01', { intent: 'supportive', procedure: NEPHROSTOMY }),
      consented('2026-02-20', { procedure: NEPHROSTOMY }),
      ...proper.slice(4),
    )
    assert.deepEqual(breaches(drain, elective), [])
  })

  it('by an operator who is not on the register breaks 4.6; without a register it is not judged here', () => {
    const register = (procedure: string): Said => ({
      kind: 'competence',
      on: '2024-01-01',
      body: {
        who: { name: 'Dr Ada Quill' },
        role: 'operator',
        procedures: [{ procedure }],
        evidence: 'Logbook',
      },
    })
    assert.deepEqual(breaches(done, caseOf(...proper), surroundingsWith(serviceOf(register(TACE)))), [])
    assert.deepEqual(breaches(done, caseOf(...proper), surroundingsWith(serviceOf(register(NEPHROSTOMY)))), [
      'rcr-2013/4.6',
    ])
  })

  it('after consent by an operator who did not operate breaks 4.3', () => {
    const course = caseOf(
      ...proper.slice(0, 3),
      consented('2026-02-20', { by: { name: 'Dr Ben Marsh' } }),
      ...proper.slice(4),
    )
    assert.deepEqual(breaches(done, course), ['rcr-2013/4.3'])
  })

  it('is judged for its correction without itself', () => {
    const course = caseOf(...proper, done)
    const later = treated('2026-03-12T11:00:00.000Z', { minutes: 75 })
    assert.deepEqual(breaches(later, without(course, idOf(7))), [])
    // Otherwise the treatment itself would seem to have used up its consent.
    assert.notDeepEqual(breaches(later, course), [])
  })

  it('on the other side than the referral’s has to be confirmed', () => {
    const tumour = { site: 'kidney', icd10: 'C64', laterality: 'left' }
    const course = caseOf(referral('2026-02-01', { tumour, procedure: 'kidney-ablation' }))
    const right = treated('2026-03-12', {
      procedure: 'kidney-ablation',
      targets: [{ organ: 'kidney', laterality: 'right' }],
    })
    assert.deepEqual(warnings(right, course), [
      {
        path: 'targets.0.laterality',
        words: 'The referral says left, this says right. Confirm the side that was treated',
      },
    ])
    const left = treated('2026-03-12', {
      procedure: 'kidney-ablation',
      targets: [{ organ: 'kidney', laterality: 'left' }],
    })
    assert.deepEqual(warnings(left, course), [])
    const words = (targets: readonly object[], procedure = 'kidney-ablation') =>
      warnings(treated('2026-03-12', { procedure, targets }), course)
        .filter(({ path }) => path.endsWith('laterality'))
        .map((each) => each.words)
    assert.deepEqual(words([{ organ: 'kidney', laterality: 'both' }]), [
      'The referral says left, this says both sides. Confirm the side that was treated',
    ])
    assert.deepEqual(words([{ organ: 'kidney' }]), [
      'The referral says left, this says no side. Select the side that was treated',
    ])
    assert.deepEqual(words([{ organ: 'spine' }], 'vertebroplasty'), [])
    assert.deepEqual(words([{ organ: 'vein', laterality: 'right' }], 'central-venous-catheter'), [])
  })

  it('before its referral, on an organ that it is not of, or twice on a day is warned of', () => {
    const course = caseOf(referral('2026-02-01'), treated('2026-03-12'))
    const early = treated('2026-01-12', { course: 2, targets: [{ organ: 'kidney' }] })
    const paths = warnings(early, course).map(({ path }) => path)
    assert.ok(paths.includes('occurredAt') && paths.includes('targets.0.organ'))
    const again = warnings(treated('2026-03-12'), course).find(({ path }) => path === 'occurredAt')
    assert.match(again?.words ?? '', /on this day is on record already. Confirm that it was done twice/)
  })

  it('with more activity delivered than was there is warned of', () => {
    const activity = {
      calibrated: 1.8,
      calibratedAt: '2026-03-12T08:00:00.000Z',
      residual: 0.1,
      delivered: 2,
    }
    const spheres = treated('2026-03-12T10:00:00.000Z', { procedure: SIRT, activity })
    assert.ok(warnings(spheres).some(({ path }) => path === 'activity.delivered'))
  })
})

describe('what cannot be', () => {
  it('is a fact of the future; clocks that differ by minutes are tolerated', () => {
    assert.deepEqual(impossible(treated('2026-03-01T09:09:00.000Z')), [])
    assert.equal(impossible(treated('2026-03-01T09:11:00.000Z'))[0]?.code, 'future')
    assert.deepEqual(impossible(discussed('2026-03-01T23:00:00.000Z')), [])
    assert.equal(impossible(discussed('2026-03-02'))[0]?.code, 'future')
  })

  it('is anything before birth, and a treatment after death; late letters and reviews are not', () => {
    assert.equal(impossible(treated('1950-03-13'))[0]?.code, 'before-birth')
    const dead = { birthOn: '1950-03-14', diedOn: '2026-02-01' }
    assert.equal(impossible(treated('2026-02-02'), caseOf(), now, dead)[0]?.code, 'after-death')
    assert.deepEqual(impossible(treated('2026-02-01'), caseOf(), now, dead), [])
    assert.deepEqual(impossible(discussed('2026-02-10'), caseOf(), now, dead), [])
  })

  it('is an item of a plan that ends before it begins', () => {
    const item = { key: '1', what: 'clinic', by: 'Radiologist', from: '2026-04-02', to: '2026-04-01' }
    assert.equal(impossible(planned('2026-02-28', 1, [item]))[0]?.path, 'items.0.to')
  })

  it('is an activity in MBq typed as GBq: the words name what was probably meant', () => {
    const [problem] = impossible(prescribedSpheres('2026-02-28', '2026-03-05T10:00:00.000Z', { dose: 2100 }))
    assert.deepEqual(problem, {
      code: 'unit',
      path: 'dose',
      words: '2100 GBq is more than can be given. Did you mean 2.1 GBq?',
    })
    const treatment = caseKindNamed('treatment')
    const activity = { calibrated: 2100, calibratedAt: '2026-03-12T08:00:00.000Z', residual: 0, delivered: 2 }
    const parsed = treatment?.schema.safeParse({ ...(treated('2026-03-12').body as object), activity })
    assert.equal(
      parsed?.error?.issues[0]?.message,
      'Calibrated activity has to be between 0.05 and 25 GBq. Did you mean 2.1 GBq?',
    )
  })

  it('is a drug in GBq, and an isotope in milligrams', () => {
    const order = (change: object) => prescribedSpheres('2026-02-28', '2026-03-05T10:00:00.000Z', change)
    assert.equal(impossible(order({ unit: 'mg' }))[0]?.path, 'unit')
    const drug = order({ agent: 'doxorubicin', injectionAt: undefined })
    assert.match(impossible(drug)[0]?.words ?? '', /not radioactive/)
  })
})

describe('a referral', () => {
  const tumour = (change: object) =>
    warnings(
      referral('2026-02-01', { tumour: { site: 'kidney', icd10: 'C64', laterality: 'left', ...change } }),
    ).map(({ path }) => path)

  it('with a code of another tumour, or of a paired organ without its side, is warned of', () => {
    assert.deepEqual(tumour({}), [])
    assert.deepEqual(tumour({ icd10: 'C22.0' }), ['tumour.icd10'])
    assert.deepEqual(tumour({ laterality: undefined }), ['tumour.laterality'])
  })
})
