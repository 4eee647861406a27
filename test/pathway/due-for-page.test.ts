/** What the page of a case says is due: each thing once, and only to whom it falls. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Course } from '#core/pathway/course.ts'
import { dueForPage } from '#core/pathway/due/for-page.ts'
import type { Due } from '#core/pathway/due.ts'

/** A course in which `t1` is a treatment and `p1` the plan for it. */
const course = {
  of: () => [{ entry: 'p1', body: { treatment: 't1' } }],
  standing: (id: string) => (id === 't1' ? { first: 't1' } : undefined),
} as unknown as Course

const due = (key: string, more: Partial<Due>): Due => ({
  key,
  list: 'follow-up',
  what: key,
  kind: 'feedback',
  opensAt: '2026-11-01T00:00:00.000Z',
  dueAt: '2026-12-01T00:00:00.000Z',
  organisation: 'X001',
  about: 'p1',
  ...more,
})
const keys = (all: readonly Due[]) => dueForPage(course, all, ['X001']).map(({ key }) => key)

describe('what is due on the page of a case', () => {
  it('asks once for the feedback that the plan and the clause both ask for, by the earlier day', () => {
    const clause = due('clause', {
      list: 'feedback-to-ask',
      about: 't1',
      dueAt: '2026-11-20T00:00:00.000Z',
    })
    assert.deepEqual(keys([due('planned', {}), clause]), ['clause'])
    assert.deepEqual(keys([clause, due('planned', { dueAt: '2026-11-10T00:00:00.000Z' })]), ['planned'])
  })

  it('keeps what is asked for in other forms', () => {
    const call = due('call', { kind: 'follow-up-contact' })
    assert.deepEqual(keys([call, due('planned', {}), due('clinic', { kind: 'follow-up-contact' })]), [
      'call',
      'planned',
      'clinic',
    ])
  })

  it('shows an answer to read to those who asked, and to nobody else', () => {
    const answer = { list: 'answered', kind: null, about: 'r1', dueAt: null } as const
    assert.deepEqual(keys([due('ours', answer), due('theirs', { ...answer, organisation: 'X002' })]), [
      'ours',
    ])
  })
})
