/** Cox regression where there is little, nothing or too much to tell, and what it refuses. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { proportionalHazards } from '#core/statistics/cox/proportional-hazards.ts'
import { type CoxInput, coxRegression } from '#core/statistics/cox.ts'

describe('Cox regression at the edges', () => {
  it('has the hazard ratio that paper and pencil give', () => {
    // events at 1 (x = 1) and 2 (x = 0), then x = 1 censored: the score is zero where the ratio is 1 / sqrt 2
    const fit = fitted({ time: [1, 2, 3], event: [1, 1, 0], x: [1, 0, 1] })
    near(fit.coefficients[0]?.hazardRatio, Math.SQRT1_2)
    near(fit.logLikelihood.null, -Math.log(3) - Math.log(2))
    assert.equal(fit.events, 2)
  })

  it('finds no events', () => {
    assert.deepEqual(coxRegression(of({ time: [1, 2, 3], event: [0, 0, 0], x: [1, 0, 1] })), {
      outcome: 'no-events',
      subjects: 3,
      events: 0,
      covariates: [],
      converged: false,
    })
    assert.equal(coxRegression(of({ time: [], event: [], x: [] })).outcome, 'no-events')
  })

  it('learns nothing from one subject, whose covariate is the same for all at risk', () => {
    const none = coxRegression(of({ time: [4], event: [1], x: [2] }))
    assert.ok(none.outcome === 'collinear')
    assert.deepEqual(none.covariates, ['x'])
  })

  it('finds no effect where all have the event at one time', () => {
    for (const ties of ['efron', 'breslow'] as const) {
      const fit = coxRegression(of({ time: [5, 5, 5, 5], event: [1, 1, 1, 1], x: [1, 4, 2, 7] }), { ties })
      assert.ok(fit.outcome === 'fitted')
      assert.ok(Math.abs(fit.coefficients[0]?.estimate ?? 1) < 1e-12)
      const parts = ties === 'efron' ? Math.log(4 * 3 * 2) : 4 * Math.log(4)
      near(fit.logLikelihood.null, -parts)
    }
  })

  it('says which covariate rises without end', () => {
    // whoever has x has the event first
    const none = coxRegression({
      ...of({ time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 1, 0, 1], x: [1, 1, 1, 0, 0, 0] }),
      covariates: [Float64Array.of(1, 1, 1, 0, 0, 0), Float64Array.of(3, 1, 2, 2, 1, 3)],
      names: ['device', 'size'],
    })
    assert.ok(none.outcome === 'separated')
    assert.deepEqual(none.covariates, ['device'])
  })

  it('says so too where rounding ends the climb, however the rows are split', () => {
    // Of two events, each has the highest value at risk; found by the properties.
    const x = [3, 0, 0, 0, 0, 0, 2, 0, 0, -2, 2, 3, -1]
    const z = [35, 35, 0, 0, 18, 0, 3, 0, 6, 8, 35, 32, 14]
    const time = [1, 1, 1, 1, 15, 1, 2, 1, 1, 2, 1, 1, 1]
    const entry = time.map((at) => (at === 15 ? 2 : 0))
    const event = time.map((_, at) => (at === 0 || at === 9 ? 1 : 0))
    const whole = time.map((until, at) => ({ at, from: entry[at] ?? 0, until, event: event[at] ?? 0 }))
    const split = whole.flatMap((row) =>
      row.from < 1 && row.until > 1
        ? [
            { ...row, until: 1, event: 0 },
            { ...row, from: 1 },
          ]
        : [row],
    )
    for (const rows of [whole, split]) {
      const none = coxRegression({
        time: Float64Array.from(rows, (row) => row.until),
        entry: Float64Array.from(rows, (row) => row.from),
        event: Uint8Array.from(rows, (row) => row.event),
        covariates: [x, z].map((values) => Float64Array.from(rows, (row) => values[row.at] ?? 0)),
        names: ['x', 'z'],
      })
      assert.equal(none.outcome, 'separated')
    }
  })

  it('fits a rare covariate all the same', () => {
    const count = 5000
    const x = new Float64Array(count)
    for (const at of [10, 2000, 4000]) x[at] = 1
    const time = Float64Array.from(x, (_, at) => 1 + ((at * 37) % count))
    const event = Uint8Array.from(x, (_, at) => (at === 2000 || at % 2 === 1 ? 1 : 0))
    assert.equal(coxRegression({ time, event, covariates: [x], names: ['rare'] }).outcome, 'fitted')
  })

  it('names the covariate that others already give, and one that never varies', () => {
    const base = of({ time: [1, 2, 3, 4], event: [1, 1, 0, 1], x: [1, 3, 2, 2] })
    const x = base.covariates[0] ?? new Float64Array()
    const twice = { covariates: [x, x.map((value) => 2 * value - 0.1)], names: ['months', 'weeks'] }
    const none = coxRegression({ ...base, ...twice })
    assert.ok(none.outcome === 'collinear')
    assert.deepEqual(none.covariates, ['weeks'])
    const constant = coxRegression({ ...base, covariates: [x, x.map(() => 0.1)], names: ['x', 'same'] })
    assert.ok(constant.outcome === 'collinear')
    assert.deepEqual(constant.covariates, ['same'])
  })

  it('cannot say how clusters vary where there is one', () => {
    const input = of({ time: [1, 2, 3, 4], event: [1, 1, 0, 1], x: [1, 3, 2, 2] })
    assert.equal(coxRegression({ ...input, cluster: new Int32Array(4) }).outcome, 'too-few-clusters')
    assert.equal(coxRegression({ ...input, cluster: Int32Array.of(0, 1, 2, 3) }).outcome, 'fitted')
  })

  it('counts a subject of weight 0 as absent', () => {
    const some = { time: [1, 2, 3, 4], event: [1, 1, 0, 1], x: [1, 3, 2, 2] }
    const more = { time: [...some.time, 2, 9], event: [...some.event, 1, 0], x: [...some.x, 8, -3] }
    const weight = Float64Array.of(1, 1, 1, 1, 0, 0)
    assert.deepEqual(coxRegression({ ...of(more), weight }), coxRegression(of(some)))
    const nobody = coxRegression({ ...of(some), weight: new Float64Array(4) })
    assert.deepEqual([nobody.outcome, nobody.subjects], ['no-events', 0])
  })

  it('counts nobody as at risk before or at entry', () => {
    const some = { time: [2, 3, 4, 6], event: [1, 1, 1, 0], x: [1, 0, 1, 0] }
    const late = { time: [...some.time, 9], event: [...some.event, 0], x: [...some.x, 1] }
    const entry = Float64Array.of(0, 0, 0, 0, 4)
    near(
      fitted(late, { entry }).coefficients[0]?.estimate,
      fitted(some).coefficients[0]?.estimate ?? Number.NaN,
    )
  })

  it('has nothing to test time with where there is one event time', () => {
    const input = of({ time: [5, 5, 5, 6], event: [1, 1, 0, 0], x: [1, 4, 2, 7] })
    assert.equal(proportionalHazards(input, [0]), null)
    assert.equal(proportionalHazards(of({ time: [5, 6], event: [0, 0], x: [1, 2] }), [0]), null)
  })

  it('refuses what cannot be, and says where', () => {
    const good = of({ time: [1, 2, 3], event: [1, 1, 0], x: [1, 0, 1] })
    const refused: readonly [Partial<CoxInput>, RegExp][] = [
      [{ time: Float64Array.of(1, Number.NaN, 3) }, /time\[1\] is NaN/],
      [{ time: Float64Array.of(1, 2, -3) }, /time\[2\] is -3/],
      [{ time: Float64Array.of(1, 2, Number.POSITIVE_INFINITY) }, /time\[2\] is Infinity/],
      [{ event: Uint8Array.of(1, 2, 0) }, /event\[1\] is 2/],
      [{ event: Uint8Array.of(1, 0) }, /event has 2/],
      [{ entry: Float64Array.of(0, 2, 0) }, /entry\[1\] is 2/],
      [{ entry: Float64Array.of(0, -1, 0) }, /entry\[1\] is -1/],
      [{ weight: Float64Array.of(1, 1, -0.5) }, /weight\[2\] is -0.5/],
      [{ weight: Float64Array.of(Number.NaN, 1, 1) }, /weight\[0\] is NaN/],
      [{ covariates: [Float64Array.of(1, 0, Number.NaN)] }, /covariate x\[2\] is NaN/],
      [{ covariates: [Float64Array.of(1, 0)] }, /covariate x has 2 values for 3/],
      [{ covariates: [], names: [] }, /needs a covariate/],
      [{ names: [] }, /1 covariates but 0 names/],
      [{ cluster: Int32Array.of(1) }, /cluster has 1/],
      [{ strata: Int32Array.of(1) }, /strata has 1/],
    ]
    for (const [change, words] of refused) {
      assert.throws(() => coxRegression({ ...good, ...change }), { name: 'RangeError', message: words })
    }
    assert.throws(() => coxRegression(good, { level: 1 }), RangeError)
    assert.throws(() => proportionalHazards(good, [1, 2]), RangeError)
  })
})

interface Told {
  readonly time: readonly number[]
  readonly event: readonly number[]
  readonly x: readonly number[]
}

function of({ time, event, x }: Told): CoxInput {
  return {
    time: Float64Array.from(time),
    event: Uint8Array.from(event),
    covariates: [Float64Array.from(x)],
    names: ['x'],
  }
}

function fitted(told: Told, more: Partial<CoxInput> = {}) {
  const fit = coxRegression({ ...of(told), ...more })
  assert.ok(fit.outcome === 'fitted', fit.outcome)
  return fit
}

function near(ours: number | undefined, theirs: number): void {
  assert.ok(
    Math.abs((ours ?? Number.NaN) - theirs) < 1e-10 * Math.max(1, Math.abs(theirs)),
    `${ours}, ${theirs}`,
  )
}
