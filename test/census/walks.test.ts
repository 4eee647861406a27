/** Random answers, and what holds of all of them. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { checkAnswer, checkAnswers } from '#core/census/answers.ts'
import { compareEditions } from '#core/census/compare.ts'
import { csvOf } from '#core/census/csv.ts'
import { answersTable, redcapTable } from '#core/census/export.ts'
import { planImport } from '#core/census/import.ts'
import { guessMapping } from '#core/census/import-mapping.ts'
import { PROVISION_CLASSES } from '#core/census/provision.ts'
import {
  type Answer,
  type Answers,
  isAsked,
  optionsOf,
  type Question,
  questionsOnBranch,
  visibleQuestions,
} from '#core/census/questionnaire.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { tabulate } from '#core/census/tabulate.ts'
import fc from '#test/support/properties.ts'

const codes = Array.from({ length: 12 }, (_, at) => `X${String(at + 1).padStart(3, '0')}`)
const organisations = codes.map((code, at) => ({ code, name: `Place, ${at} & Sons` }))
const members = codes.map((code, at) => ({
  code,
  nation: at % 2 ? 'Wales' : 'England',
  region: `Region ${at % 3}`,
}))

/** One walk through the branches, answering each question that is asked from a list of dice. */
function walk(dice: readonly number[], own: string): Answers {
  const answers: Record<string, Answer> = {}
  let at = 0
  const die = () => dice[at++ % dice.length] ?? 0
  for (const wave of ['first', 'follow-up'] as const) {
    for (let asked = visibleQuestions(ioCensus2, answers, wave); ; ) {
      const next = asked.find(({ id, required }) => required && answers[id] === undefined)
      if (next === undefined) break
      answers[next.id] = answerTo(next, die, own)
      asked = visibleQuestions(ioCensus2, answers, wave)
    }
  }
  if (die() % 2) answers.comment = `Text ${die()}, "quoted"; with = signs\nand lines`
  return answers
}

function answerTo(question: Question, die: () => number, own: string): Answer {
  const options = optionsOf(question).map(({ value }) => value)
  if (question.type === 'organisations') {
    const others = codes.filter((code) => code !== own)
    return [others[die() % others.length] ?? '']
  }
  const chosen = options[die() % options.length] ?? ''
  if (question.type !== 'many' || chosen === question.exclusive)
    return question.type === 'many' ? [chosen] : chosen
  const more = options.filter(
    (value) => value !== question.exclusive && (value === chosen || die() % 3 === 0),
  )
  return more
}

const diceOf = fc.array(fc.nat(997), { minLength: 40, maxLength: 60 })
const edition = fc.array(fc.option(diceOf, { freq: 4, nil: null }), { minLength: 12, maxLength: 12 }).map(
  (all) =>
    new Map(
      all.flatMap((dice, at): [string, Answers][] => {
        const code = codes[at] ?? ''
        return dice === null ? [] : [[code, walk(dice, code)]]
      }),
    ),
)
const anything = fc.dictionary(
  fc.oneof(fc.constantFrom(...ioCensus2.questions.map(({ id }) => id)), fc.string()),
  fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom('yes', 'no', 'both')),
)

describe('random answers', () => {
  it('are checked whatever they are, and never throw', () => {
    fc.assert(
      fc.property(anything, fc.anything(), (answers, raw) => {
        for (const wave of ['first', 'follow-up'] as const) {
          for (const { words } of checkAnswers(ioCensus2, answers, wave)) assert.ok(words.length > 0)
        }
        for (const question of ioCensus2.questions) checkAnswer(question, raw)
        const branch = questionsOnBranch(ioCensus2, answers)
        for (const question of ioCensus2.questions) {
          assert.equal(isAsked(ioCensus2, answers, question.id), branch.includes(question))
        }
      }),
    )
  })

  it('of a walk through the branches have no problem, and checking them changes nothing', () => {
    fc.assert(
      fc.property(diceOf, (dice) => {
        const answers = walk(dice, 'X001')
        for (const wave of ['first', 'follow-up'] as const)
          assert.deepEqual(checkAnswers(ioCensus2, answers, wave), [])
        for (const question of ioCensus2.questions) {
          const answer = answers[question.id]
          if (answer !== undefined) assert.deepEqual(checkAnswer(question, answer), { answer })
        }
      }),
    )
  })

  it('fall into classes that partition the members, in all and by nation', () => {
    fc.assert(
      fc.property(edition, (responses) => {
        const result = tabulate(ioCensus2, members, responses)
        for (const group of [result.all, ...result.nations, ...result.regions]) {
          const classed = PROVISION_CLASSES.reduce((sum, of) => sum + group.classes[of].numerator, 0)
          assert.equal(classed + group.undecided, group.answered)
          for (const of of PROVISION_CLASSES) {
            const { denominator, missing } = group.classes[of]
            assert.equal(denominator + missing, group.asked)
          }
        }
        for (const of of PROVISION_CLASSES) {
          const sum = result.nations.reduce((total, group) => total + group.classes[of].numerator, 0)
          assert.equal(sum, result.all.classes[of].numerator)
        }
        assert.equal(result.answered + result.notAnswered, result.asked)
        assert.equal(result.table2.denominator + result.table2.missing, result.asked)
        assert.equal(result.gaveDetail.numerator + result.noDetail, result.gaveDetail.denominator)
        for (const table of [result.table1, result.table2, result.barriers]) {
          for (const { figure } of table.rows) assert.ok(figure.numerator <= figure.denominator)
        }
      }),
    )
  })

  it('come back from a spreadsheet and from REDCap’s raw export as they went', () => {
    fc.assert(
      fc.property(edition, (responses) => {
        fc.pre(responses.size > 0)
        const rows = [...responses].map(([code, answers]) => ({
          ...(members.find((member) => member.code === code) ?? { nation: '', region: '' }),
          code,
          name: organisations.find((each) => each.code === code)?.name ?? '',
          answers,
        }))
        for (const table of [answersTable(ioCensus2, rows), redcapTable(ioCensus2, rows)]) {
          const [header = [], ...cells] = parse(csvOf([table.header, ...table.rows])) as string[][]
          const plan = planImport({
            questionnaire: ioCensus2,
            mapping: guessMapping(ioCensus2, header),
            table: { header, rows: cells.map((each, at) => ({ line: at + 2, cells: each })) },
            organisations,
            members: new Set(codes),
          })
          assert.deepEqual([plan.mappingProblems, plan.problems], [[], []])
          assert.deepEqual(
            new Map(plan.rows.map(({ organisation, answers }) => [organisation, answers])),
            responses,
          )
          assert.ok(plan.rows.every(({ notes }) => notes.length === 0))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('compare the same backwards: what was gained is lost, each move turns round', () => {
    const directory = organisations.map((each) => ({
      ...each,
      successor: null,
      openedOn: null,
      closedOn: null,
    }))
    fc.assert(
      fc.property(edition, edition, (one, other) => {
        const from = { id: 'a', censusOn: '2017-01-01', members: codes, responses: one }
        const to = { id: 'b', censusOn: '2026-01-01', members: codes, responses: other }
        const there = compareEditions(from, to, directory)
        const back = compareEditions(to, from, directory)
        assert.deepEqual(back.totals, there.totals)
        assert.deepEqual([back.servicesBegun, back.servicesEnded], [there.servicesEnded, there.servicesBegun])
        for (const [at, service] of there.services.entries()) {
          const reverse = back.services[at]
          assert.deepEqual(new Set(reverse?.gained), new Set(service.lost))
          assert.deepEqual([reverse?.from, reverse?.to], [service.to, service.from])
        }
        for (const { from: before, to: after, count } of there.transitions) {
          const turned = back.transitions.find((each) => each.from === after && each.to === before)
          assert.equal(turned?.count, count)
        }
        assert.equal(there.services.length, codes.length)
      }),
    )
  })
})
