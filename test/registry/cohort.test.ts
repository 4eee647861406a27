/** Cohorts: read from a link, brought into one form, said as a sentence. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { checkCohort } from '#core/registry/cohort/check.ts'
import { columnOf, filterColumns } from '#core/registry/cohort/columns.ts'
import { dayMeant, earliestDay, latestDay } from '#core/registry/cohort/days.ts'
import { cohortFromQuery, queryOf } from '#core/registry/cohort/link.ts'
import { sentenceOf } from '#core/registry/cohort/sentence.ts'
import { type Names, valuesOf } from '#core/registry/cohort/values.ts'
import { type Cohort, type Condition, cohortSchema } from '#core/registry/cohort.ts'
import fc from '#test/support/properties.ts'

const names: Names = {
  organisations: new Map([
    ['ZTA', 'Northfield Hospitals'],
    ['ZTB', 'Southmoor Hospitals'],
  ]),
  regions: new Set(['North West', 'London']),
}
const read = (query: string) => cohortFromQuery(new URLSearchParams(query), names)
const words = (query: string) => sentenceOf(read(query).cohort, names)
const problems = (query: string) => read(query).problems.map((each) => each.words)

describe('a cohort as a sentence', () => {
  it('says what, where, whom and when', () => {
    assert.equal(
      words('procedure=liver-ablation,kidney-ablation&nation=Scotland&age=60..80&startedOn=2023..2025'),
      'Treatments by kidney ablation or liver ablation in Scotland, of patients aged 60 to 80, started 2023 to 2025.',
    )
  })
  it('says all where nothing is chosen', () => {
    assert.equal(words(''), 'All treatments in the registry.')
  })
  it('says open ranges, one day, one month, one year, one number', () => {
    assert.equal(words('age=60..'), 'Treatments, of patients aged 60 or over.')
    assert.equal(words('largestTumour=..30'), 'Treatments, largest tumour up to 30 mm.')
    assert.equal(words('startedOn=2023-04-17'), 'Treatments, started on 17 April 2023.')
    assert.equal(words('startedOn=2023-04'), 'Treatments, started in April 2023.')
    assert.equal(words('startedOn=2023'), 'Treatments, started in 2023.')
    assert.equal(words('startedOn=..2023-04'), 'Treatments, started up to April 2023.')
    assert.equal(words('tumours=1'), 'Treatments, with 1 tumour.')
    assert.equal(words('tumours=1..3'), 'Treatments, with 1 to 3 tumours.')
  })
  it('says what is known and what is not', () => {
    assert.equal(
      words('known=bestResponse,childPugh&not-known=stageGroup'),
      'Treatments, with Child-Pugh class and best response known and stage group not known.',
    )
  })
  it('names a service, and one that left the directory without its code', () => {
    assert.equal(words('organisation=ZTB'), 'Treatments, at Southmoor Hospitals.')
    const gone: Cohort = { conditions: [{ column: 'organisation', is: 'one-of', values: ['ZZZ'] }] }
    assert.equal(sentenceOf(gone, names), 'Treatments, at an organisation no longer known.')
  })
})

describe('a cohort as a link', () => {
  it('is the same in whichever order it was chosen', () => {
    const one = read('age=60..80&procedure=liver-ablation,kidney-ablation&known=childPugh')
    const other = read('known=childPugh&procedure=kidney-ablation,liver-ablation,liver-ablation&age=60..80')
    assert.equal(queryOf(one.cohort), 'procedure=kidney-ablation,liver-ablation&age=60..80&known=childPugh')
    assert.equal(queryOf(other.cohort), queryOf(one.cohort))
  })
  it('takes several conditions of one column together', () => {
    assert.equal(queryOf(read('age=50..80&age=60..').cohort), 'age=60..80')
    assert.equal(
      queryOf(read('procedure=liver-ablation,nephrostomy&procedure=liver-ablation').cohort),
      'procedure=liver-ablation',
    )
    assert.equal(queryOf(read('age=60..&known=age').cohort), 'age=60..')
  })
  it('keeps what holds and says the rest', () => {
    const old = 'procedure=liver-ablation,laser-lobotomy&colour=blue&nation=Atlantis&age=60..80'
    assert.equal(queryOf(read(old).cohort), 'procedure=liver-ablation&age=60..80')
    assert.deepEqual(problems(old), [
      'A cohort cannot be chosen by “colour”',
      'There is no procedure “laser-lobotomy”',
      'There is no nation “Atlantis”',
    ])
  })
  it('says what is impossible', () => {
    assert.deepEqual(problems('age=80..60'), ['Age cannot be from 80 and up to 60'])
    assert.deepEqual(problems('age=200'), ['Age has to be from 0 to 90'])
    assert.deepEqual(problems('age=old'), ['“old” says no numbers for age'])
    assert.deepEqual(problems('startedOn=2023-13'), ['“2023-13” says no days for day of treatment'])
    assert.deepEqual(problems('startedOn=2023-02-30..'), ['“2023-02-30..” says no days for day of treatment'])
    assert.deepEqual(problems('startedOn=2025..2023'), [
      'Day of treatment cannot be from 2025-01-01 and up to 2023-12-31',
    ])
    assert.deepEqual(problems('stageGroup=I&not-known=stageGroup'), [
      'Stage group cannot be known and not known at once',
    ])
    assert.deepEqual(problems('not-known=procedure'), ['Procedure is never missing'])
    assert.deepEqual(problems('died30=yes'), ['Of survival to day 30 only whether it is known can be asked'])
    assert.deepEqual(problems('patient=abc'), ['A cohort cannot be chosen by “patient”'])
    assert.deepEqual(problems('known=__proto__'), ['A cohort cannot be chosen by “__proto__”'])
  })
  it('takes any age up to 90 as every age, for 90 stands for 90 and over', () => {
    assert.equal(queryOf(read('age=70..90').cohort), 'age=70..')
  })
})

const someCondition: fc.Arbitrary<Condition> = fc.constantFrom(...filterColumns).chain((filter) => {
  const column = filter.name
  const asked: fc.Arbitrary<Condition>[] = []
  if (!filter.always) asked.push(fc.constantFrom('known', 'not-known').map((is) => ({ column, is }) as const))
  if (filter.asks === 'values') {
    const known = valuesOf(filter, names).map(({ value }) => value)
    const values = known.length > 0 ? fc.constantFrom(...known) : fc.constantFrom('C22', 'C64', 'C78')
    asked.push(
      fc
        .array(values, { minLength: 1, maxLength: 6 })
        .map((list) => ({ column, is: 'one-of', values: list })),
    )
  }
  if (filter.asks === 'range' || filter.asks === 'days') {
    const [min, max] = filter.asks === 'days' ? [earliestDay, latestDay] : (filter.within ?? [0, 1])
    const ends = fc.tuple(
      fc.integer({ min, max }),
      fc.integer({ min, max }),
      fc.constantFrom('both', 'from', 'to'),
    )
    asked.push(
      ends.map(([a, b, which]) => ({
        ...({ column, is: 'between' } as const),
        ...(which === 'to' ? {} : { from: Math.min(a, b) }),
        ...(which === 'from' ? {} : { to: Math.max(a, b) }),
      })),
    )
  }
  return fc.oneof(...asked)
})
const someCohort = fc.array(someCondition, { maxLength: 12 }).map((conditions): Cohort => ({ conditions }))

describe('any cohort', () => {
  it('is what its link says, and one form has one link', () => {
    fc.assert(
      fc.property(someCohort, (any) => {
        const { cohort } = checkCohort(any, names)
        cohortSchema.parse(cohort)
        const link = queryOf(cohort)
        assert.deepEqual(read(link), { cohort, problems: [] })
        const turned = checkCohort({ conditions: any.conditions.toReversed() }, names)
        assert.equal(queryOf(turned.cohort), link)
      }),
      { numRuns: 500 },
    )
  })
  it('reads as a sentence without a code in it', () => {
    const ids = [
      ...PROCEDURES.map(({ id }) => id),
      ...names.organisations.keys(),
      ...filterColumns.flatMap((filter) => {
        const column = columnOf(filter)
        if (column.type !== 'choice') return []
        return column.options
          .filter(({ value, label }) => value.includes('-') && !label.toLowerCase().includes(value))
          .map(({ value }) => value)
      }),
    ].filter((id) => id.includes('-') || id.startsWith('ZT'))
    fc.assert(
      fc.property(someCohort, (any) => {
        const sentence = sentenceOf(any, names)
        assert.match(sentence, /^[A-Z].*\.$/)
        assert.doesNotMatch(sentence, /undefined|null|NaN| {2}| ,|\[object/)
        for (const id of ids) assert.ok(!sentence.includes(id), `${id} in: ${sentence}`)
        for (const { name } of filterColumns.filter(({ name }) => /[A-Z]/.test(name)))
          assert.ok(!sentence.includes(name), `${name} in: ${sentence}`)
      }),
      { numRuns: 500 },
    )
  })
  it('of whatever a link holds is read without falling over', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 8 }), (pairs) => {
        const { cohort } = cohortFromQuery(new URLSearchParams(pairs.map(([a, b]) => [a, b])), names)
        cohortSchema.parse(cohort)
      }),
    )
  })
})

describe('a day of a link', () => {
  it('begins or ends a month, leap years too', () => {
    assert.equal(dayMeant('2024-02', 'to'), dayMeant('2024-02-29', 'to'))
    assert.equal(dayMeant('2023-02-29', 'to'), null)
    assert.equal(dayMeant('2024', 'from'), dayMeant('2024-01-01', 'from'))
  })
})
