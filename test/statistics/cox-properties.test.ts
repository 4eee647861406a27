/** What holds of Cox regression whatever the data. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { coxRows } from '#core/statistics/cox/rows.ts'
import { scoreResiduals } from '#core/statistics/cox/score-residuals.ts'
import { type CoxFit, type CoxInput, coxRegression } from '#core/statistics/cox.ts'
import fc from '#test/support/properties.ts'

const subject = fc.record({
  time: fc.integer({ min: 1, max: 20 }),
  early: fc.double({ min: 0, max: 0.99, noNaN: true }),
  event: fc.boolean(),
  stratum: fc.integer({ min: 0, max: 2 }),
  weight: fc.integer({ min: 1, max: 3 }),
  x: fc.integer({ min: -5, max: 5 }),
  z: fc.integer({ min: 0, max: 40 }),
})
type Subject = typeof subject extends fc.Arbitrary<infer S> ? S : never
const subjects = fc.array(subject, { minLength: 12, maxLength: 60 })

describe('Cox regression, whatever the data', () => {
  it('does not depend on the order of the subjects', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const there = coxRegression(inputOf(rows))
        const back = coxRegression(inputOf([...rows].reverse()))
        assert.equal(there.outcome, back.outcome)
        if (there.outcome === 'fitted' && back.outcome === 'fitted') same(there, back)
      }),
    )
  })

  it('divides the estimate by the unit, and does not mind the origin', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const there = coxRegression(inputOf(rows))
        const moved = coxRegression(inputOf(rows.map((row) => ({ ...row, x: 1000 * row.x + 77 }))))
        assert.equal(there.outcome, moved.outcome)
        if (there.outcome !== 'fitted' || moved.outcome !== 'fitted') return
        near(moved.coefficients[0]?.estimate, (there.coefficients[0]?.estimate ?? 0) / 1000)
        near(moved.tests.wald.statistic, there.tests.wald.statistic)
      }),
    )
  })

  it('takes a whole weight as so many subjects, with ties by Breslow', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const weighted = coxRegression(inputOf(rows, { weighted: true }), { ties: 'breslow' })
        const repeated = coxRegression(
          inputOf(rows.flatMap((row) => Array.from({ length: row.weight }, () => row))),
          { ties: 'breslow' },
        )
        assert.equal(weighted.outcome, repeated.outcome)
        if (weighted.outcome === 'fitted' && repeated.outcome === 'fitted') same(weighted, repeated)
      }),
    )
  })

  it('is the same where a subject is followed in two parts', () => {
    fc.assert(
      fc.property(subjects, fc.integer({ min: 1, max: 19 }), (rows, at) => {
        const whole = inputOf(rows)
        const parts = rows.flatMap((row) => {
          const entry = entryOf(row)
          if (!(entry < at && at < row.time)) return [{ row, entry, time: row.time, event: row.event }]
          return [
            { row, entry, time: at, event: false },
            { row, entry: at, time: row.time, event: row.event },
          ]
        })
        const split: CoxInput = {
          ...inputOf(parts.map((part) => part.row)),
          entry: Float64Array.from(parts, (part) => part.entry),
          time: Float64Array.from(parts, (part) => part.time),
          event: Uint8Array.from(parts, (part) => (part.event ? 1 : 0)),
        }
        const one = coxRegression(whole)
        const two = coxRegression(split)
        assert.equal(one.outcome, two.outcome)
        if (one.outcome === 'fitted' && two.outcome === 'fitted') same(one, two)
      }),
    )
  })

  it('adds up the likelihoods of its strata', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const all = coxRegression(inputOf(rows, { stratified: true }))
        if (all.outcome !== 'fitted') return
        const parts = [0, 1, 2].map((stratum) =>
          nullLikelihood(rows.filter((row) => row.stratum === stratum)),
        )
        near(
          all.logLikelihood.null,
          parts.reduce((sum, part) => sum + part, 0),
        )
      }),
    )
  })

  it('has score residuals that sum to zero at the estimate, late entry, strata and weights or not', () => {
    fc.assert(
      fc.property(subjects, fc.constantFrom('efron' as const, 'breslow' as const), (rows, ties) => {
        const input = inputOf(rows, { weighted: true, stratified: true })
        const fit = coxRegression(input, { ties })
        if (fit.outcome !== 'fitted') return
        const prepared = coxRows(input)
        const { scale } = prepared.design
        const scaled = scale.map((unit, j) => unit * (fit.coefficients[j]?.estimate ?? 0))
        const residuals = scoreResiduals(prepared, scaled, ties)
        for (const j of [0, 1]) {
          const sum = residuals.reduce((total, value, cell) => (cell % 2 === j ? total + value : total), 0)
          assert.ok(Math.abs(sum) < 1e-8, `${sum}`)
        }
      }),
    )
  })

  it('has intervals about its estimate and tests that are never negative', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const fit = coxRegression({ ...inputOf(rows), cluster: Int32Array.from(rows, (row) => row.stratum) })
        if (fit.outcome !== 'fitted') return
        for (const { hazardRatio, lower, upper, p } of fit.coefficients) {
          assert.ok(lower <= hazardRatio && hazardRatio <= upper && p >= 0 && p <= 1)
        }
        assert.ok(fit.tests.likelihoodRatio.statistic > -1e-9 && fit.tests.score.statistic >= 0)
      }),
    )
  })
})

function inputOf(
  rows: readonly Subject[],
  uses: { weighted?: boolean; stratified?: boolean } = {},
): CoxInput {
  return {
    time: Float64Array.from(rows, (row) => row.time),
    entry: Float64Array.from(rows, entryOf),
    event: Uint8Array.from(rows, (row) => (row.event ? 1 : 0)),
    weight: uses.weighted ? Float64Array.from(rows, (row) => row.weight) : undefined,
    strata: uses.stratified ? Int32Array.from(rows, (row) => row.stratum) : undefined,
    covariates: [Float64Array.from(rows, (row) => row.x), Float64Array.from(rows, (row) => row.z)],
    names: ['x', 'z'],
  }
}

function entryOf(row: Subject): number {
  return Math.floor(row.early * row.time)
}

/** Of Efron's partial likelihood at no effect: log of how many are at risk, ties taken out one by one. */
function nullLikelihood(rows: readonly Subject[]): number {
  let sum = 0
  for (const time of new Set(rows.filter((row) => row.event).map((row) => row.time))) {
    const atRisk = rows.filter((row) => entryOf(row) < time && row.time >= time).length
    const events = rows.filter((row) => row.event && row.time === time).length
    for (let part = 0; part < events; part += 1) sum -= Math.log(atRisk - part)
  }
  return sum
}

function same(one: CoxFit, other: CoxFit): void {
  for (const [j, { estimate, standardError }] of one.coefficients.entries()) {
    near(other.coefficients[j]?.estimate, estimate, standardError)
    near(other.coefficients[j]?.standardError, standardError)
  }
  near(other.logLikelihood.fitted, one.logLikelihood.fitted)
}

function near(ours: number | undefined, theirs: number, size = Math.abs(theirs)): void {
  assert.ok(Math.abs((ours ?? Number.NaN) - theirs) <= 1e-7 * size + 1e-9, `${ours} and ${theirs}`)
}
