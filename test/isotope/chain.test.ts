/** The isotope chain of a case: six steps, each done, to come, missing or wrong. */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { isotopeChain, type StepState } from '#core/isotope/chain.ts'
import { courseOf } from '#core/pathway/course.ts'
import type { Entry } from '#core/record/entry.ts'
import { licence } from '#core/service/kinds.ts'
import {
  chemoembolisation,
  courseTold,
  radioembolisation,
  radiologist,
  type Statement,
} from '../case-page/stories.ts'

const sirt = 'selective-internal-radiation-therapy'
const now = '2026-03-20T09:00:00.000Z'

function serviceWith(...licences: readonly { readonly holder: string; readonly expires: string }[]) {
  const entries = licences.map(({ holder, expires }, at): Entry => {
    const body = {
      holder,
      ...(holder === 'practitioner' ? { who: radiologist } : {}),
      number: `${holder}-1`,
      procedures: [{ procedure: sirt }],
      expires,
    }
    return {
      ...{ id: randomUUID(), subject: 'service:ZTREAT', position: at + 1, kind: 'licence', version: 1 },
      ...{ occurredAt: '2025-01-01T09:00:00.000Z', recordedAt: '2025-01-01T09:00:00.000Z' },
      ...{ author: 'person:test', role: 'io-lead', organisation: 'ZTREAT', body: licence.schema.parse(body) },
      ...{ corrects: null, bodyDigest: '', previous: '', digest: '' },
    }
  })
  return courseOf('service:ZTREAT', entries)
}

const licensed = serviceWith(
  { holder: 'employer', expires: '2027-01-01' },
  { holder: 'practitioner', expires: '2027-01-01' },
)

const statesOf = (story: readonly Statement[], service = licensed) =>
  isotopeChain(courseTold(story), service, now)?.steps.map(({ state }): StepState => state)

const without = (...kinds: readonly string[]) => radioembolisation.filter(({ kind }) => !kinds.includes(kind))

describe('the isotope chain of a case', () => {
  it('is none where nothing radioactive is asked for', () => {
    assert.equal(isotopeChain(courseTold(chemoembolisation), licensed, now), null)
  })

  it('is whole when each step is on record and licensed', () => {
    assert.deepEqual(statesOf(radioembolisation), ['done', 'done', 'done', 'done', 'done', 'done'])
  })

  it('shows a prescription whose licences do not cover the day of injection', () => {
    const lapsed = serviceWith(
      { holder: 'employer', expires: '2027-01-01' },
      { holder: 'practitioner', expires: '2026-03-09' },
    )
    const chain = isotopeChain(courseTold(radioembolisation), lapsed, now)
    const step = chain?.steps.find(({ name }) => name === 'prescription')
    assert.equal(step?.state, 'wrong')
    assert.ok(step?.lines.includes('No licence of Dr Rowan Ash covers it on 10 March 2026'))
    assert.ok(step?.lines.includes('Employer’s licence employer-1 covers it, to 1 January 2027'))
  })

  it('waits, step after step, before anything is done', () => {
    const accepted = chemoembolisation.filter(({ kind }) => kind === 'referral-answer')
    const story = without('work-up', 'prescription', 'treatment', 'recovery')
    assert.deepEqual(
      statesOf([...story, ...accepted.map((each) => ({ ...each, occurredAt: '2026-02-03T09:00:00.000Z' }))]),
      ['missing', 'waits', 'missing', 'waits', 'waits', 'waits'],
    )
  })

  it('asks for nothing before the referral is accepted, and is none once it is refused', () => {
    const only = (...kinds: readonly string[]) => radioembolisation.filter(({ kind }) => kinds.includes(kind))
    const states = statesOf(only('referral'))
    assert.deepEqual(new Set(states), new Set(['waits']))
    const refused = {
      ...{ kind: 'referral-answer', occurredAt: '2026-02-03T09:00:00.000Z' },
      body: () => ({ answer: 'refused', reason: 'The shunt to the lung is too large' }),
    }
    assert.equal(isotopeChain(courseTold([...only('referral'), refused]), licensed, now), null)
  })

  it('says what a work-up came to that is no go-ahead', () => {
    const worked = (result: string) => {
      const story = radioembolisation.map((each) =>
        each.kind === 'work-up'
          ? { ...each, body: (ref: (name: string) => string) => ({ ...each.body(ref), result }) }
          : each,
      )
      const [step] = isotopeChain(courseTold(story), licensed, now)?.steps ?? []
      return [step?.state, step?.lines[0]]
    }
    assert.deepEqual(worked('not-suitable'), ['wrong', 'Result: not suitable'])
    assert.deepEqual(worked('more-needed'), ['wrong', 'Result: more is needed'])
  })

  it('asks for a work-up of whoever was accepted, or is booked, or of whom no referral is told', () => {
    const only = (...kinds: readonly string[]) => radioembolisation.filter(({ kind }) => kinds.includes(kind))
    const booking = {
      ...{ kind: 'booking', occurredAt: '2026-02-05T09:00:00.000Z' },
      body: () => ({ procedure: sirt, plannedFor: '2026-03-10T09:00:00.000Z', operator: radiologist }),
    }
    assert.equal(statesOf([...only('referral'), booking])?.[0], 'missing')
    assert.equal(statesOf([booking])?.[0], 'missing')
  })

  it('names an order and an injection that should have been, and were not', () => {
    assert.deepEqual(statesOf(without('treatment', 'recovery')), [
      'done',
      'done',
      'done',
      'missing',
      'missing',
      'waits',
    ])
  })

  it('shows a treatment without a prescription, and precautions that nobody wrote', () => {
    assert.deepEqual(statesOf(without('prescription', 'recovery')), [
      'done',
      'done',
      'wrong',
      'waits',
      'done',
      'missing',
    ])
  })
})
