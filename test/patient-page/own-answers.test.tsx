/** What a patient answered to questionnaires, on their own page: the first score and the latest, and nothing that is the owner's. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { patientPage } from '#core/patient-page/patient-page.ts'
import { Answers } from '#web/my-care/own-answers.tsx'
import { caseOf, type Said } from '../pathway/case-of.ts'

const answered = (on: string, instrument: string, answers: Readonly<Record<string, number>>): Said => ({
  kind: 'instrument-answers',
  on,
  body: {
    ...{ instrument, licence: 'L-1' },
    answers: Object.entries(answers).map(([item, value]) => ({ item, value })),
  },
})
const shown = (...said: readonly Said[]) =>
  renderToStaticMarkup(<Answers answers={patientPage(caseOf(...said), null, '2026-06-01').answers} />)

describe('what a patient told by questionnaires', () => {
  it('is not there where they were asked none', () => {
    assert.equal(shown(), '')
  })

  it('is each score the first time and the latest, with which end is the good one', () => {
    const page = shown(
      answered('2026-01-05', 'eq-5d-5l', { MO: 2, VAS: 60 }),
      answered('2026-02-05', 'eq-5d-5l', { MO: 4, VAS: 20 }),
      answered('2026-04-05', 'eq-5d-5l', { MO: 1, VAS: 75 }),
      answered('2026-04-05', 'eortc-qlq-c30', { Q9: 4, Q19: 4 }),
    )
    assert.match(page, /answered it 3 times/)
    assert.match(page, /EQ VAS[^§]*0 is worst, 100 is best[^§]*>60<[^§]*>75</)
    assert.doesNotMatch(page, />20</)
    assert.match(page, /Pain[^§]*0 is best, 100 is worst/)
    assert.match(page, /Too few answers/)
    assert.doesNotMatch(page, /Index value/)
  })

  it('says when, where only its owner can score it', () => {
    assert.match(
      shown(answered('2026-01-05', 'promis-29', { P1: 2 })),
      /PROMIS-29: you answered it on 5 January 2026/,
    )
  })
})
