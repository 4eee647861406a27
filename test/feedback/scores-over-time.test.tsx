/** Scores of licensed questionnaires over time: those whose rule is public, and none that is the owner's. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { questionnairesOver } from '#core/feedback/scores-over-time.ts'
import { caseOf, type Said } from '#test/pathway/case-of.ts'
import { Questionnaires } from '#web/cases/questionnaires.tsx'

const answered = (on: string, instrument: string, answers: Readonly<Record<string, number>>): Said => ({
  kind: 'instrument-answers',
  on,
  body: {
    ...{ instrument, licence: 'L-1' },
    answers: Object.entries(answers).map(([item, value]) => ({ item, value })),
  },
})
const eq = { MO: 1, SC: 1, UA: 2, PD: 3, AD: 1 }
const course = caseOf(
  answered('2026-01-05', 'eq-5d-5l', { ...eq, VAS: 60 }),
  answered('2026-04-05', 'eortc-qlq-c30', { Q9: 4, Q19: 4, Q29: 7, Q30: 7 }),
  answered('2026-04-06', 'eq-5d-5l', { ...eq, VAS: 75 }),
  answered('2026-05-06', 'eq-5d-5l', eq),
)

describe('questionnaires over time', () => {
  it('hold each score by its public rule, at each time, in order', () => {
    const [eq5d, c30] = questionnairesOver(course)
    assert.deepEqual(
      eq5d?.scales.map(({ scale, scores }) => [scale.name, scores]),
      [['VAS', [{ outcome: 'scored', score: 60 }, { outcome: 'scored', score: 75 }, { outcome: 'too-few' }]]],
    )
    assert.deepEqual(
      eq5d?.times.map((time) => time.answered),
      [6, 6, 5],
    )
    const score = (name: string) => c30?.scales.find(({ scale }) => scale.name === name)?.scores[0]
    assert.deepEqual(score('PA'), { outcome: 'scored', score: 100 })
    assert.deepEqual(score('QL2'), { outcome: 'scored', score: 100 })
    assert.deepEqual(score('PF2'), { outcome: 'too-few' })
  })
  it('name what only its owner can score, and give it no number', () => {
    const [eq5d] = questionnairesOver(course)
    assert.deepEqual(
      eq5d?.ownersOnly.map(({ title }) => title),
      ['Index value'],
    )
  })
  it('stand on the case, with whose table it is that is missing', () => {
    const html = renderToStaticMarkup(<Questionnaires course={course} />)
    assert.match(html, /EQ-5D-5L over time/)
    assert.match(
      html,
      /Not scored here: Index value\. The table for it belongs to EuroQol Research Foundation/,
    )
    assert.match(html, />60</)
    assert.match(html, /EORTC QLQ-C30 over time, 0 to 100; high is better unless said/)
    assert.match(html, /Pain <span class="fp-quiet">low is better/)
    assert.doesNotMatch(html, /functioning <span class="fp-quiet">low/)
    assert.equal(renderToStaticMarkup(<Questionnaires course={caseOf()} />), '')
  })
})
