/** What each procedure of a service has and lacks. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { censusAnswer } from '#core/census/kinds.ts'
import { coverageOf, offeredBy } from '#core/service/coverage.ts'
import { competence, leafletAdoption, licence, protocol } from '#core/service/kinds.ts'
import { said, service } from './record.ts'

const answered = (
  on: string,
  answers: Record<string, string | string[]>,
  wave: 'first' | 'follow-up' = 'first',
) =>
  said(censusAnswer, on, {
    edition: 'uk-2026',
    questionnaire: { id: 'io-census', version: 2 },
    wave,
    channel: 'web' as const,
    reference: 'AB',
    answers,
    respondentRole: null,
    late: false,
  })
const offers = (...diseaseModifyingProcedures: string[]) => ({
  ioOffered: 'yes',
  kinds: 'both',
  supportiveProcedures: ['image-guided-biopsy', 'nephrostomy'],
  diseaseModifyingProcedures,
})
const sirt = 'selective-internal-radiation-therapy'

describe('what a service offers', () => {
  it('is what it told the census last, by that day', () => {
    const course = service(
      answered('2025-01-01', offers('liver-ablation')),
      answered('2026-01-01', offers(sirt)),
    )
    assert.deepEqual(offeredBy(course, '2024-12-31'), { source: 'nothing', procedures: [] })
    assert.deepEqual(offeredBy(course, '2025-12-31').procedures, [
      'image-guided-biopsy',
      'nephrostomy',
      'liver-ablation',
    ])
    assert.deepEqual(offeredBy(course, '2026-01-01').procedures, ['image-guided-biopsy', 'nephrostomy', sirt])
    assert.equal(offeredBy(course, '2026-01-01').saidOn, '2026-01-01')
  })

  it('is not taken from the follow-up question, which asks of referral pathways only', () => {
    const course = service(
      answered('2025-01-01', offers('liver-ablation')),
      answered('2026-01-01', { diseaseModifyingPathway: 'yes' }, 'follow-up'),
    )
    assert.equal(offeredBy(course, '2026-02-01').procedures.length, 3)
  })

  it('is what its record names where the census got no detail', () => {
    const course = service(
      answered('2025-01-01', { ioOffered: 'yes', kinds: 'both', supportiveProcedures: ['cannot-say'] }),
      said(leafletAdoption, '2025-02-01', {
        procedure: 'nephrostomy',
        title: 'Nephrostomy',
        version: '1',
        language: 'English',
        source: 'This hospital',
        reviewDue: '2027-01-01',
      }),
    )
    assert.deepEqual(offeredBy(course, '2025-03-01'), { source: 'record', procedures: ['nephrostomy'] })
  })

  it('may be nothing', () => {
    const course = service(
      answered('2025-01-01', { ioOffered: 'no', referralPathway: 'no', plannedWithin12Months: 'no' }),
    )
    assert.deepEqual(coverageOf(course, '2025-02-01'), {
      source: 'census',
      saidOn: '2025-01-01',
      procedures: [],
      missing: 0,
    })
  })
})

describe('what a procedure has', () => {
  const course = service(
    answered('2025-01-01', offers(sirt)),
    said(licence, '2021-01-01', {
      holder: 'employer',
      number: 'E',
      procedures: [{ procedure: sirt }],
      expires: '2026-06-30',
    }),
    said(protocol, '2023-01-01', {
      area: 'recovery',
      title: 'Ward',
      version: '1',
      procedures: [{ procedure: sirt }, { procedure: 'nephrostomy' }],
      reviewDue: '2026-01-01',
    }),
    said(competence, '2020-01-01', {
      who: { name: 'Ann Lee' },
      role: 'operator',
      procedures: [{ procedure: sirt }],
      evidence: 'Logbook',
    }),
  )
  const at = (day: string, procedure: string) => {
    const row = coverageOf(course, day).procedures.find((each) => each.procedure === procedure)
    assert.ok(row)
    return Object.fromEntries(row.needs.map(({ need, state }) => [need.key, state]))
  }

  it('is there, late, missing or not asked of it, each by its day', () => {
    assert.deepEqual(at('2025-12-31', sirt), {
      leaflet: 'missing',
      operator: 'there',
      'practitioner-licence': 'missing',
      'employer-licence': 'there',
      'therapeutic-agents': 'missing',
      fitness: 'missing',
      recovery: 'there',
      aftercare: 'missing',
      'radiation-protection': 'missing',
      'follow-up': 'missing',
      'response-assessment': 'missing',
    })
    assert.equal(at('2026-01-02', sirt).recovery, 'late')
    assert.equal(at('2026-07-01', sirt)['employer-licence'], 'missing')
  })

  it('is asked of a procedure only where it belongs', () => {
    const nephrostomy = at('2025-12-31', 'nephrostomy')
    for (const key of [
      'practitioner-licence',
      'employer-licence',
      'therapeutic-agents',
      'radiation-protection',
      'response-assessment',
    ])
      assert.equal(nephrostomy[key], 'not-needed', key)
    assert.equal(at('2025-12-31', 'image-guided-biopsy')['follow-up'], 'not-needed')
  })

  it('adds up', () => {
    const { procedures, missing } = coverageOf(course, '2025-12-31')
    assert.equal(
      missing,
      procedures.reduce((sum, row) => sum + row.needs.filter(({ state }) => state === 'missing').length, 0),
    )
    assert.equal(missing, 8 + 5 + 5)
  })
})
