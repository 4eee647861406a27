/** Logistic regression where there is little or too much to tell, and what holds of it whatever the data. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseMix } from '#core/statistics/case-mix.ts'
import { type LogisticInput, logisticRegression } from '#core/statistics/logistic.ts'
import fc from '#test/support/properties.ts'

describe('logistic regression at the edges', () => {
  it('is the odds ratio of a table of four', () => {
    // 3 of 10 without, 6 of 10 with
    const fit = fitted(
      input(
        [...times(3, 1), ...times(7, 0), ...times(6, 1), ...times(4, 0)],
        [...times(10, 0), ...times(10, 1)],
      ),
    )
    near(fit.coefficients[1]?.oddsRatio, 6 / 4 / (3 / 7))
    near(fit.coefficients[1]?.standardError, Math.sqrt(1 / 3 + 1 / 7 + 1 / 6 + 1 / 4))
    near(fit.coefficients[0]?.estimate, Math.log(3 / 7))
    near(fit.probabilities[0], 0.3)
  })

  it('says so where there is nobody, no event, or nothing else', () => {
    const outcomes = [input([], []), input([0, 0], [1, 2]), input([1, 1], [1, 2]), input([1], [3])].map(
      (told) => logisticRegression(told).outcome,
    )
    assert.deepEqual(outcomes, ['no-subjects', 'no-events', 'all-events', 'all-events'])
  })

  it('says which covariate tells all events apart', () => {
    const none = logisticRegression(input([0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 6]))
    assert.ok(none.outcome === 'separated')
    assert.deepEqual(none.covariates, ['x'])
    // nobody with x had the event: quasi-complete separation
    const quasi = logisticRegression(input([0, 1, 0, 1, 0, 0], [0, 0, 0, 0, 1, 1]))
    assert.equal(quasi.outcome, 'separated')
  })

  it('names the covariate that others already give, and one that never varies', () => {
    const base = input([0, 1, 1, 0, 1], [1, 2, 3, 4, 5])
    const x = base.covariates[0] ?? new Float64Array()
    const none = logisticRegression({ ...base, covariates: [x, x.map((v) => 7 - v)], names: ['x', 'rest'] })
    assert.ok(none.outcome === 'collinear')
    assert.deepEqual(none.covariates, ['rest'])
    const same = logisticRegression({ ...base, covariates: [x.map(() => 3)], names: ['same'] })
    assert.ok(same.outcome === 'collinear')
    assert.deepEqual(same.covariates, ['same'])
  })

  it('counts a subject of weight 0 as absent, and still says its chance', () => {
    const some = input([0, 1, 1, 0, 1], [1, 2, 3, 4, 5])
    const more = {
      ...input([0, 1, 1, 0, 1, 0], [1, 2, 3, 4, 5, 40]),
      weight: Float64Array.of(1, 1, 1, 1, 1, 0),
    }
    const [one, other] = [fitted(some), fitted(more)]
    assert.deepEqual(one.coefficients, other.coefficients)
    assert.deepEqual([other.subjects, other.probabilities.length], [5, 6])
    assert.ok((other.probabilities[5] ?? 0) > 0.9)
    assert.equal(logisticRegression({ ...some, weight: new Float64Array(5) }).outcome, 'no-subjects')
  })

  it('refuses what cannot be, and says where', () => {
    const good = input([0, 1, 1, 0], [1, 2, 3, 4])
    const refused: readonly [Partial<LogisticInput>, RegExp][] = [
      [{ event: Uint8Array.of(0, 1, 2, 0) }, /event\[2\] is 2/],
      [{ weight: Float64Array.of(1, -1, 1, 1) }, /weight\[1\] is -1/],
      [{ weight: Float64Array.of(1, 1) }, /weight has 2/],
      [{ offset: Float64Array.of(0, 0, 0, Number.NaN) }, /offset\[3\] is NaN/],
      [{ covariates: [Float64Array.of(1, Number.NaN, 3, 4)] }, /covariate x\[1\] is NaN/],
      [{ covariates: [] }, /0 covariates but 1 names/],
    ]
    for (const [change, message] of refused) {
      assert.throws(() => logisticRegression({ ...good, ...change }), { name: 'RangeError', message })
    }
    assert.throws(() => logisticRegression(good, 0), RangeError)
  })
})

describe('logistic regression, whatever the data', () => {
  const patient = fc.record({
    event: fc.integer({ min: 0, max: 1 }),
    x: fc.integer({ min: -4, max: 4 }),
    weight: fc.integer({ min: 1, max: 3 }),
    unit: fc.integer({ min: 0, max: 3 }),
  })
  const patients = fc.array(patient, { minLength: 8, maxLength: 60 })

  it('expects as many events as there were', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const told = {
          ...input(
            rows.map((r) => r.event),
            rows.map((r) => r.x),
          ),
          weight: Float64Array.from(rows, (r) => r.weight),
        }
        const fit = logisticRegression(told)
        if (fit.outcome !== 'fitted') return
        const unit = Int32Array.from(rows, (row) => row.unit)
        const { observed, expected, denominator } = caseMix(
          told.event,
          fit.probabilities,
          unit,
          4,
          told.weight,
        )
        near(total(expected), total(observed))
        near(total(denominator), total(told.weight))
      }),
    )
  })

  it('takes a whole weight as so many patients', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const weighted = logisticRegression({
          ...input(
            rows.map((r) => r.event),
            rows.map((r) => r.x),
          ),
          weight: Float64Array.from(rows, (r) => r.weight),
        })
        const repeated = rows.flatMap((row) => times(row.weight, row))
        const plain = logisticRegression(
          input(
            repeated.map((r) => r.event),
            repeated.map((r) => r.x),
          ),
        )
        assert.equal(weighted.outcome, plain.outcome)
        if (weighted.outcome !== 'fitted' || plain.outcome !== 'fitted') return
        near(weighted.deviance, plain.deviance)
        for (const [j, { estimate, standardError }] of weighted.coefficients.entries()) {
          near(plain.coefficients[j]?.estimate, estimate, standardError)
        }
      }),
    )
  })
})

describe('case-mix', () => {
  it('has nothing where there is nobody', () => {
    const sums = caseMix(new Uint8Array(), new Float64Array(), new Int32Array(), 2)
    assert.deepEqual([...sums.denominator, ...sums.observed, ...sums.expected], [0, 0, 0, 0, 0, 0])
  })

  it('refuses what is no chance, no event and no unit', () => {
    const ask =
      (event: number, chance: number, unit: number, weight = 1) =>
      () =>
        caseMix(
          Uint8Array.of(event),
          Float64Array.of(chance),
          Int32Array.of(unit),
          2,
          Float64Array.of(weight),
        )
    assert.throws(ask(2, 0.5, 0), /event\[0\] is 2/)
    assert.throws(ask(1, 1.5, 0), /probability\[0\] is 1.5/)
    assert.throws(ask(1, Number.NaN, 0), /probability\[0\] is NaN/)
    assert.throws(ask(1, 0.5, 2), /unit\[0\] is 2/)
    assert.throws(ask(1, 0.5, -1), /unit\[0\] is -1/)
    assert.throws(ask(1, 0.5, 1, -1), /weight\[0\] is -1/)
    assert.throws(
      () => caseMix(new Uint8Array(2), new Float64Array(1), new Int32Array(2), 1),
      /1 values for 2/,
    )
  })
})

function input(event: readonly number[], x: readonly number[]): LogisticInput {
  return { event: Uint8Array.from(event), covariates: [Float64Array.from(x)], names: ['x'] }
}

function fitted(told: LogisticInput) {
  const fit = logisticRegression(told)
  assert.ok(fit.outcome === 'fitted', fit.outcome)
  return fit
}

function times<Value>(count: number, value: Value): Value[] {
  return Array.from({ length: count }, () => value)
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function near(ours: number | undefined, theirs: number, size = Math.abs(theirs)): void {
  assert.ok(Math.abs((ours ?? Number.NaN) - theirs) <= 1e-8 * size + 1e-9, `${ours} and ${theirs}`)
}
