/** What an answer may be, which questions a branch asks, and what a whole set of answers lacks. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkAnswer, checkAnswers } from '#core/census/answers.ts'
import { percent } from '#core/census/percent.ts'
import { provisionOf } from '#core/census/provision.ts'
import {
  type Answers,
  hasFollowUp,
  type Question,
  questionnaireSchema,
  questionOf,
  testsOf,
  visibleQuestions,
} from '#core/census/questionnaire.ts'
import { QUESTIONNAIRES } from '#core/census/questionnaires/all.ts'
import { ioCensus1 } from '#core/census/questionnaires/io-census-1.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'

function question(id: string): Question {
  const found = questionOf(ioCensus2, id)
  assert.ok(found, id)
  return found
}

const asked = (answers: Answers, wave: 'first' | 'follow-up' = 'first') =>
  visibleQuestions(ioCensus2, answers, wave).map(({ id }) => id)

/** The questions whose answers cannot be so beside the others. */
const contradicted = (answers: Answers) =>
  checkAnswers(ioCensus2, answers, 'first').flatMap(({ kind, question: id }) =>
    kind === 'contradictory' ? [id] : [],
  )

const both: Answers = {
  ioOffered: 'yes',
  kinds: 'both',
  supportiveProcedures: ['image-guided-biopsy'],
  diseaseModifyingProcedures: ['liver-ablation'],
  collaboration: ['shared-mdt'],
  clinic: 'no',
  beds: 'no',
  irDepartment: 'yes',
  cover: 'working-hours',
  ioLead: 'yes',
  respondentRole: 'interventional-radiologist',
}

describe('the questionnaires', () => {
  for (const questionnaire of QUESTIONNAIRES) {
    it(`version ${questionnaire.version} is well formed, and its conditions look back only`, () => {
      questionnaireSchema.parse(questionnaire)
      const ids = questionnaire.questions.map(({ id }) => id)
      assert.equal(new Set(ids).size, ids.length)
      for (const [at, { when, exclusive, options, id }] of questionnaire.questions.entries()) {
        const earlier = questionnaire.questions.slice(0, at)
        for (const test of when === undefined ? [] : testsOf(when).tests) {
          assert.ok(
            earlier.some((each) => each.id === test.question),
            `${id} looks at ${test.question}`,
          )
        }
        if (exclusive !== undefined) assert.ok(options?.some(({ value }) => value === exclusive))
        assert.equal(new Set(options?.map(({ value }) => value)).size, options?.length ?? 0)
      }
    })
  }
})

describe('the branches', () => {
  it('ask a department without IO about pathways, plans and barriers, and not about procedures', () => {
    assert.deepEqual(asked({ ioOffered: 'no', referralPathway: 'no' }), [
      'ioOffered',
      'referralPathway',
      'plannedWithin12Months',
      'barriers',
      'irDepartment',
      'ioLead',
      'respondentRole',
      'comment',
    ])
  })

  it('ask to whom, and not for a plan, where there is a pathway', () => {
    const ids = asked({ ioOffered: 'no', referralPathway: 'yes' })
    assert.ok(ids.includes('referralPathwayTo') && !ids.includes('plannedWithin12Months'))
  })

  it('ask for disease-modifying procedures only of those that offer both', () => {
    assert.ok(asked({ ioOffered: 'yes', kinds: 'both' }).includes('diseaseModifyingProcedures'))
    assert.ok(!asked({ ioOffered: 'yes', kinds: 'supportive-only' }).includes('diseaseModifyingProcedures'))
  })

  it('take no notice of answers off the branch: a pathway does not outlive the answer before it', () => {
    assert.ok(!asked({ ioOffered: 'yes', referralPathway: 'yes' }).includes('referralPathwayTo'))
  })

  it('ask about cover where there is an IR department', () => {
    assert.ok(asked({ irDepartment: 'yes' }).includes('cover'))
    assert.ok(!asked({ irDepartment: 'no' }).includes('cover'))
  })

  it('follow up supportive-only services, and nobody else', () => {
    assert.deepEqual(asked({ ioOffered: 'yes', kinds: 'supportive-only' }, 'follow-up'), [
      'diseaseModifyingPathway',
    ])
    assert.equal(hasFollowUp(ioCensus2, both), false)
    assert.equal(hasFollowUp(ioCensus2, { ioOffered: 'no' }), false)
  })
})

describe('an answer', () => {
  it('is kept in the questionnaire’s order, each option once', () => {
    const raw = ['nephrostomy', 'image-guided-biopsy', 'nephrostomy']
    assert.deepEqual(checkAnswer(question('supportiveProcedures'), raw), {
      answer: ['image-guided-biopsy', 'nephrostomy'],
    })
  })

  it('is null when it is empty', () => {
    for (const raw of ['', '  ', [], [''], null, undefined]) {
      assert.deepEqual(checkAnswer(question('kinds'), raw), { answer: null })
    }
  })

  it('says how many characters are too many', () => {
    const checked = checkAnswer(question('comment'), 'a'.repeat(10_000))
    assert.deepEqual(checked, {
      problem: 'Your answer is 8,000 characters too long. Shorten it to 2,000 or fewer',
    })
    assert.deepEqual(checkAnswer(question('comment'), `${'a'.repeat(2000)}\r\n`), {
      answer: 'a'.repeat(2000),
    })
    const one = checkAnswer(question('comment'), '𝛂'.repeat(2001))
    assert.ok('problem' in one && one.problem.includes('1 character too long'))
  })

  it('holds no control characters and no half characters', () => {
    for (const raw of ['a\u0000b', 'a\u0007', 'a\ud800'])
      assert.ok('problem' in checkAnswer(question('comment'), raw))
    assert.deepEqual(checkAnswer(question('comment'), 'a\tb\r\nc'), { answer: 'a\tb\nc' })
  })

  it('is one of the options, and one only where one is asked for', () => {
    assert.ok('problem' in checkAnswer(question('kinds'), 'all'))
    assert.ok('problem' in checkAnswer(question('kinds'), ['both', 'supportive-only']))
    assert.ok('problem' in checkAnswer(question('ioOffered'), 'perhaps'))
    assert.ok('problem' in checkAnswer(question('ioOffered'), { yes: true }))
  })

  it('cannot say both that nothing stands in the way and what does', () => {
    const checked = checkAnswer(question('barriers'), ['nothing', 'staff'])
    assert.ok('problem' in checked && checked.problem.includes('cannot go with another answer'))
  })

  it('names organisations that exist, not itself, and at most twenty', () => {
    const to = question('referralPathwayTo')
    const context = { organisations: new Set(['RR8', 'RM2']), own: 'RM2' }
    assert.deepEqual(checkAnswer(to, [' rr8 '], context), { answer: ['RR8'] })
    assert.ok('problem' in checkAnswer(to, ['R0A'], context))
    assert.ok('problem' in checkAnswer(to, ['RM2'], context))
    const many = Array.from({ length: 21 }, (_, at) => `X${at}1`)
    assert.ok('problem' in checkAnswer(to, many))
  })

  it('never asks politely and never says invalid', () => {
    for (const raw of ['x', ['x'], 5, 'a'.repeat(5000), ['both', 'supportive-only']]) {
      for (const each of ioCensus2.questions) {
        const checked = checkAnswer(each, raw)
        if ('problem' in checked) assert.doesNotMatch(checked.problem, /invalid|please|oops/i)
      }
    }
  })
})

describe('a set of answers', () => {
  it('is complete when every required question of its branch is answered', () => {
    assert.deepEqual(checkAnswers(ioCensus2, both, 'first'), [])
  })

  it('says what is missing', () => {
    const { cover: _, ...answers } = both
    assert.deepEqual(
      checkAnswers(ioCensus2, answers, 'first').map(({ question: id, kind }) => [id, kind]),
      [['cover', 'missing']],
    )
  })

  it('reports answers off its branch instead of dropping them', () => {
    const posted = {
      ...both,
      ioOffered: 'no',
      referralPathway: 'no',
      plannedWithin12Months: 'no',
      barriers: ['staff'],
    }
    const found = contradicted(posted)
    assert.deepEqual(found, [
      'kinds',
      'supportiveProcedures',
      'diseaseModifyingProcedures',
      'collaboration',
      'clinic',
      'beds',
    ])
    assert.equal(provisionOf(posted).class, 'none')
    assert.deepEqual(provisionOf(posted).procedures, [])
  })

  it('reports "cannot say" beside a list as a contradiction', () => {
    const posted = { ...both, supportiveProcedures: ['nephrostomy', 'cannot-say'] }
    assert.deepEqual(contradicted(posted), ['supportiveProcedures'])
    assert.equal(provisionOf(posted).supportiveProcedures, null)
  })

  it('reports a question that the questionnaire does not have', () => {
    const [problem] = checkAnswers(ioCensus1, { ...both, cover: 'x' }, 'first').filter(
      ({ kind }) => kind === 'not-understood',
    )
    assert.equal(problem?.question, 'collaboration')
  })
})

describe('provision', () => {
  it('keeps providing, a pathway, a plan and a department apart', () => {
    const none = { ioOffered: 'no', referralPathway: 'no', plannedWithin12Months: 'no', irDepartment: 'yes' }
    assert.equal(provisionOf(none).class, 'none')
    assert.equal(provisionOf(none).irDepartment, true)
    assert.equal(provisionOf({ ...none, plannedWithin12Months: 'yes' }).class, 'planned')
    assert.equal(provisionOf({ ...none, referralPathway: 'yes' }).class, 'referral-pathway-only')
  })

  it('has no class while the answers do not decide one', () => {
    for (const answers of [
      {},
      { ioOffered: 'yes' },
      { ioOffered: 'no' },
      { ioOffered: 'no', referralPathway: 'no' },
    ]) {
      assert.equal(provisionOf(answers).class, null)
    }
  })

  it('tells "no detail" from "none"', () => {
    const noDetail = provisionOf({
      ioOffered: 'yes',
      kinds: 'supportive-only',
      supportiveProcedures: ['cannot-say'],
    })
    assert.equal(noDetail.procedures, null)
    assert.deepEqual(noDetail.diseaseModifyingProcedures, [])
    assert.deepEqual(provisionOf({ ioOffered: 'no' }).procedures, [])
  })
})

describe('a percentage', () => {
  it('is rounded half up', () => {
    assert.deepEqual(
      [percent(1, 8), percent(1, 200), percent(1, 201), percent(29, 200), percent(2, 3), percent(179, 179)],
      [13, 1, 0, 15, 67, 100],
    )
  })

  it('is none of nothing', () => {
    assert.equal(percent(0, 0), null)
  })
})
