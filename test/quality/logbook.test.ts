/** An operator's logbook: own sessions only, in which role, and what is known of each. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { linesOf, logbookOf, sumsOf } from '#core/registry/logbook.ts'
import { caseOf, idOf, NEPHROSTOMY, type Said, treated, treating } from '../pathway/case-of.ts'

const organisation = { code: treating, nation: 'England', region: 'London' }
const of = (id: string, ...said: readonly Said[]) => ({
  ...{ id, organisation, birthOn: '1950-03-14', diedOn: null },
  course: caseOf(...said),
})
const operators = (...roles: readonly (readonly [string, string])[]) => ({
  operators: roles.map(([person, role]) => ({ who: { name: `Dr ${person}`, person }, role })),
})
const complication: Said = {
  kind: 'complication',
  on: '2026-01-08',
  body: {
    ...{ treatment: idOf(1), what: 'Bleeding', cirse: '4', relation: 'likely' },
    ...{ management: 'Transfusion', outcome: 'resolved' },
  },
}
const cases = [
  of('one', treated('2026-01-05', operators(['ada', 'first'], ['bo', 'trainee'])), complication),
  of(
    'two',
    treated('2026-02-05', { ...operators(['bo', 'first']), technicalSuccess: 'partial', whyNot: 'Spasm' }),
  ),
  of('three', treated('2025-06-05', operators(['ada', 'first']))),
  of(
    'four',
    treated('2026-03-05', { ...operators(['ada', 'second']), procedure: NEPHROSTOMY, intent: 'supportive' }),
  ),
]
const year = { from: '2026-01-01', to: '2026-12-31' }
const own = (person: string) => logbookOf(cases, person, year, '2026-11-22')

describe('a logbook', () => {
  it('holds the sessions of the person alone, in the period, the latest first', () => {
    assert.deepEqual(
      own('ada').map(({ caseId, role, on }) => [caseId, role, on]),
      [
        ['four', 'second', '2026-03-05'],
        ['one', 'first', '2026-01-05'],
      ],
    )
    assert.deepEqual(own('nobody'), [])
  })

  it('says how each turned out, and what is not known', () => {
    const [four, one] = own('ada')
    assert.deepEqual([one?.complication, one?.severe, one?.technicalSuccess], [true, true, true])
    assert.deepEqual([four?.complication, four?.died30], [null, null])
    assert.equal(own('bo')[0]?.technicalSuccess, false, 'in part is no')
  })

  it('comes to lines by procedure, of those known', () => {
    const [first, second] = linesOf(own('bo'))
    assert.equal(second, undefined)
    assert.deepEqual(first?.byRole, { first: 1, second: 0, trainee: 1 })
    assert.deepEqual(first?.technicalSuccess, { yes: 1, known: 2 })
    assert.deepEqual(first?.severe, { yes: 1, known: 1 })
  })

  it('comes to all together, and says at which organisation', () => {
    assert.deepEqual(sumsOf(own('ada')).byRole, { first: 1, second: 1, trainee: 0 })
    assert.deepEqual(sumsOf(own('ada')).complication, { yes: 1, known: 1 })
    assert.deepEqual(sumsOf([]).technicalSuccess, { yes: 0, known: 0 })
    assert.deepEqual(
      own('ada').map((each) => each.organisation),
      [treating, treating],
    )
  })
})
