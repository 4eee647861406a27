import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { firstUnanswered, leftOut, progressOf, questionAfter } from '#core/census/progress.ts'
import {
  type Answers,
  isEmpty,
  optionsOf,
  type Question,
  visibleQuestions,
} from '#core/census/questionnaire.ts'
import { CURRENT_QUESTIONNAIRE } from '#core/census/questionnaires/all.ts'
import fc from '#test/support/properties.ts'

const { questions } = CURRENT_QUESTIONNAIRE
const firstWave = questions.filter(({ wave }) => wave === 'first')

describe('progress through the questionnaire', () => {
  it('counts the longest branch that is still possible, and is exact once nothing is open', () => {
    assert.deepEqual(progressOf(CURRENT_QUESTIONNAIRE, {}, 'first', 'ioOffered'), {
      number: 1,
      total: 12,
      about: true,
    })
    const answers: Answers = { ioOffered: 'no', referralPathway: 'no', irDepartment: 'no' }
    const progress = progressOf(CURRENT_QUESTIONNAIRE, answers, 'first', 'comment')
    const asked = visibleQuestions(CURRENT_QUESTIONNAIRE, answers, 'first').length
    assert.deepEqual(progress, { number: asked, total: asked, about: false })
    assert.equal(progressOf(CURRENT_QUESTIONNAIRE, answers, 'first', 'kinds'), null)
  })

  it('never grows while one goes on, whatever is answered', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 20, maxLength: 20 }), (choices) => {
        let answers: Answers = {}
        let total = Number.POSITIVE_INFINITY
        let question: Question | null = firstWave[0] ?? null
        for (let step = 0; question !== null; step += 1) {
          const progress = progressOf(CURRENT_QUESTIONNAIRE, answers, 'first', question.id)
          assert.ok(progress && progress.number <= progress.total)
          assert.ok(progress.total <= total, `${question.id}: ${progress.total} after ${total}`)
          total = progress.total
          const options = optionsOf(question)
          const value = options[(choices[step] ?? 0) % Math.max(options.length, 1)]?.value ?? 'x'
          answers = { ...answers, [question.id]: question.type === 'many' ? [value] : value }
          question = questionAfter(CURRENT_QUESTIONNAIRE, answers, 'first', question.id)
        }
        assert.equal(firstUnanswered(CURRENT_QUESTIONNAIRE, answers, 'first'), null)
        assert.deepEqual(leftOut(CURRENT_QUESTIONNAIRE, answers, 'first'), [])
      }),
    )
  })

  it('leaves out what was answered and is no longer asked', () => {
    const answers: Answers = {
      ioOffered: 'no',
      kinds: 'both',
      diseaseModifyingProcedures: ['liver-ablation'],
    }
    const ids = leftOut(CURRENT_QUESTIONNAIRE, answers, 'first').map(({ id }) => id)
    assert.deepEqual(ids, ['kinds', 'diseaseModifyingProcedures'])
    assert.ok(ids.every((id) => !isEmpty(answers[id])))
  })
})
