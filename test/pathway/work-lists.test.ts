/** How many wait on a work list, counted by what one of its rows is. */

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { countOn } from '#core/pathway/due/due.ts'

it('a work list counts what is on it: questions as questions, and cases where each has one row', () => {
  assert.equal(countOn('patient-question', 1), '1 question')
  assert.equal(countOn('patient-question', 3), '3 questions')
  assert.equal(countOn('data-query', 2), '2 queries')
  assert.equal(countOn('to-book', 1), '1 case')
  assert.equal(countOn('on-ward', 0), '0 cases')
})
