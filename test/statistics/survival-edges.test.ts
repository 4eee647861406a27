/** The edges of the methods of survival, each with the values that it must have, and what is refused. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aalenJohansen } from '#core/statistics/aalen-johansen.ts'
import { atRiskAt, survivalAt } from '#core/statistics/at-times.ts'
import { followUp } from '#core/statistics/follow-up.ts'
import { grayTest } from '#core/statistics/gray-test.ts'
import { kaplanMeier, kaplanMeierBy } from '#core/statistics/kaplan-meier.ts'
import { landmarkSubjects } from '#core/statistics/landmark.ts'
import { logRank } from '#core/statistics/log-rank.ts'
import { restrictedMean } from '#core/statistics/restricted-mean.ts'
import { order } from '#core/statistics/sort.ts'
import { medianSurvival, survivalQuantile } from '#core/statistics/survival-quantile.ts'

const numbers = (...values: number[]) => Float64Array.from(values)
const codes = (...values: number[]) => Uint8Array.from(values)
const subjects = (time: number[], event: number[]) => ({ time: numbers(...time), event: codes(...event) })
const none = { time: numbers(), event: codes() }
const list = (values: ArrayLike<number>) => Array.from(values)

describe('no subjects', () => {
  it('a curve has no times, no median, and the horizon as its restricted mean', () => {
    const curve = kaplanMeier(none)
    assert.equal(curve.n, 0)
    for (const part of [curve.time, curve.atRisk, curve.survival, curve.standardError, curve.lower])
      assert.equal(part.length, 0)
    assert.deepEqual(medianSurvival(curve), { probability: 0.5, time: NaN, lower: NaN, upper: NaN })
    assert.deepEqual(list(survivalAt(curve, numbers(0, 9)).survival), [1, 1])
    assert.deepEqual(list(survivalAt(curve, numbers(0, 9)).atRisk), [0, 0])
    const { mean, standardError, extrapolated } = restrictedMean(curve, 12)
    assert.deepEqual([mean, standardError, extrapolated], [12, 0, true])
    assert.equal(followUp(none).time.length, 0)
    assert.equal(landmarkSubjects(none, 3).places.length, 0)
  })

  it('tests have nothing to compare', () => {
    const grouping = { group: codes(), groups: 3 }
    const test = logRank(none, grouping, { scores: [0, 1, 2] })
    assert.deepEqual([test.statistic, test.degrees, test.p], [0, 0, NaN])
    assert.deepEqual(list(test.observed), [0, 0, 0])
    assert.deepEqual(test.trend, { statistic: 0, degrees: 0, p: NaN })
    assert.deepEqual(grayTest({ time: numbers(), cause: codes() }, 2, 1, grouping).degrees, 0)
    const [first, second] = kaplanMeierBy(none, codes(), 2)
    assert.deepEqual([first?.n, second?.n], [0, 0])
    assert.deepEqual(aalenJohansen({ time: numbers(), cause: codes() }, 2).causes.length, 2)
  })
})

describe('unless it is said otherwise', () => {
  it('the log-rank test weighs all times alike, and Gray’s too', () => {
    const four = subjects([1, 2, 3, 4, 5, 6], [1, 1, 0, 1, 1, 0])
    const grouping = { group: codes(0, 1, 0, 1, 1, 0), groups: 2 }
    assert.deepEqual(logRank(four, grouping), logRank(four, grouping, { rho: 0 }))
    assert.notEqual(logRank(four, grouping).statistic, logRank(four, grouping, { rho: 1 }).statistic)
    const causes = { time: four.time, cause: codes(1, 1, 0, 2, 1, 0) }
    assert.deepEqual(grayTest(causes, 2, 1, grouping), grayTest(causes, 2, 1, grouping, { rho: 0 }))
    assert.notEqual(
      grayTest(causes, 2, 1, grouping).statistic,
      grayTest(causes, 2, 1, grouping, { rho: 1 }).statistic,
    )
  })

  it('a landmark may be any time from 0', () => {
    const some = subjects([1, 2, 3], [1, 0, 1])
    assert.deepEqual([...landmarkSubjects(some, 0).places], [0, 1, 2])
    assert.deepEqual([...landmarkSubjects(some, 0.5).places], [0, 1, 2])
    assert.throws(() => landmarkSubjects(some, -0.1), RangeError)
  })
})

describe('few subjects', () => {
  it('one with the event: survival falls to 0, with no interval there', () => {
    const curve = kaplanMeier(subjects([5], [1]))
    assert.deepEqual([curve.n, ...curve.time, ...curve.atRisk, ...curve.survival], [1, 5, 1, 0])
    assert.deepEqual([...curve.standardError, ...curve.lower, ...curve.upper], [NaN, NaN, NaN])
    assert.deepEqual(medianSurvival(curve), { probability: 0.5, time: 5, lower: NaN, upper: NaN })
  })

  it('one censored, or all: survival stays 1, the median is not reached', () => {
    for (const time of [[5], [2, 3, 3, 8]]) {
      const curve = kaplanMeier(
        subjects(
          time,
          time.map(() => 0),
        ),
      )
      assert.ok(curve.survival.every((each) => each === 1))
      assert.ok(curve.standardError.every((each) => each === 0))
      assert.ok(curve.lower.every(Number.isNaN), 'log-log has no interval at 1')
      assert.ok(Number.isNaN(medianSurvival(curve).time))
    }
    const plain = kaplanMeier(subjects([2, 3], [0, 0]), { interval: 'plain' })
    assert.deepEqual([...plain.lower, ...plain.upper], [1, 1, 1, 1])
  })

  it('no events in any group: nothing expected, no test', () => {
    const test = logRank(subjects([1, 2, 3], [0, 0, 0]), { group: codes(0, 1, 1), groups: 2 })
    assert.deepEqual([test.statistic, test.degrees, test.p, ...test.expected], [0, 0, NaN, 0, 0])
  })

  it('groups that are never at risk together cannot be compared', () => {
    const late = { ...subjects([1, 2, 5, 6], [1, 1, 1, 1]), entry: numbers(0, 0, 3, 3) }
    const test = logRank(late, { group: codes(0, 0, 1, 1), groups: 2 })
    assert.deepEqual([test.statistic, test.degrees], [0, 0])
  })

  it('an empty group is left out of the test', () => {
    const two = logRank(subjects([1, 2, 3, 4], [1, 1, 1, 0]), { group: codes(0, 1, 0, 1), groups: 2 })
    const four = logRank(subjects([1, 2, 3, 4], [1, 1, 1, 0]), { group: codes(1, 3, 1, 3), groups: 4 })
    assert.equal(four.degrees, 1)
    assert.equal(four.statistic, two.statistic)
    assert.deepEqual([...four.expected.filter((each) => each > 0)], [...two.expected])
  })
})

describe('ties, late entry and weights', () => {
  it('an event comes before a censoring of the same time', () => {
    const curve = kaplanMeier(subjects([2, 2, 2], [0, 1, 0]))
    assert.deepEqual([...curve.atRisk, ...curve.events, ...curve.censored], [3, 1, 2])
    assert.equal(curve.survival[0], 2 / 3)
    assert.equal(curve.standardError[0], Math.sqrt(2 / 27))
  })

  it('who enters at a time is not at risk then', () => {
    const late = { ...subjects([3, 5, 9], [1, 1, 0]), entry: numbers(0, 3, 2) }
    const curve = kaplanMeier(late)
    assert.deepEqual(list(curve.atRisk), [2, 2, 1])
    assert.deepEqual(list(curve.survival), [0.5, 0.25, 0.25])
    assert.deepEqual(list(atRiskAt(late, numbers(10, 3, 3.5, 0, 2, 9))), [0, 2, 2, 0, 1, 1])
  })

  it('once all at risk had the event survival is 0, whoever enters later', () => {
    const late = {
      ...subjects([1, 2, 6, 7], [1, 1, 1, 0]),
      entry: numbers(0, 0, 3, 4),
      weight: numbers(0.1, 0.2, 0.7, 0.3),
    }
    const curve = kaplanMeier(late)
    assert.deepEqual(list(curve.survival.subarray(1)), [0, 0, 0])
    assert.deepEqual(list(curve.standardError.subarray(1)), [0, 0, 0])
    assert.deepEqual(
      list(curve.atRisk).map((each) => each.toFixed(12)),
      ['0.300000000000', '0.200000000000', '1.000000000000', '0.300000000000'],
    )
  })

  it('a subject of weight 0 is as if absent', () => {
    const withNobody = { ...subjects([1, 2, 4, 7], [1, 1, 0, 1]), weight: numbers(1, 0, 1, 1) }
    const without = subjects([1, 4, 7], [1, 0, 1])
    assert.deepEqual(kaplanMeier(withNobody), kaplanMeier(without))
    const grouping = { group: codes(0, 1, 0, 1), groups: 2 }
    assert.deepEqual(logRank(withNobody, grouping), logRank(without, { group: codes(0, 0, 1), groups: 2 }))
    assert.deepEqual(kaplanMeier({ ...withNobody, weight: numbers(0, 0, 0, 0) }), kaplanMeier(none))
  })

  it('time zero is a time', () => {
    const curve = kaplanMeier(subjects([0, 0, 1], [1, 0, 1]))
    assert.deepEqual([...curve.time, ...curve.survival], [0, 1, 2 / 3, 0])
    assert.deepEqual(list(survivalAt(curve, numbers(0)).survival), [2 / 3])
  })

  it('a curve that runs level at one half has its median in the middle of that stretch', () => {
    assert.equal(medianSurvival(kaplanMeier(subjects([1, 2, 3, 5], [1, 1, 0, 1]))).time, 3.5)
    assert.equal(medianSurvival(kaplanMeier(subjects([1, 2, 3, 8], [1, 1, 0, 0]))).time, 5)
  })

  it('a limit that rises again counts where it first came down', () => {
    const late = {
      ...subjects([1, 4, 4, 5, 5, 5, 6, 6, 7], [1, 1, 0, 1, 1, 1, 1, 1, 0]),
      entry: numbers(0, 0, 0, 0, 1, 1, 1, 2, 1),
    }
    const curve = kaplanMeier(late)
    assert.ok((curve.lower[1] as number) > (curve.lower[0] as number))
    assert.equal(survivalQuantile(curve, 0.1).lower, 1)
  })

  it('one subject at risk that has the event: an incidence of 1 without error', () => {
    const late = {
      time: numbers(2, 6),
      cause: codes(1, 2),
      entry: numbers(0.5, 2),
      weight: numbers(0.7, 1.1),
    }
    const [first, second] = aalenJohansen(late, 2).causes
    assert.deepEqual([...(first?.estimate ?? []), ...(first?.standardError ?? [])], [1, 1, 0, 0])
    assert.deepEqual([...(second?.estimate ?? []), ...(second?.standardError ?? [])], [0, 0, 0, 0])
  })

  it('the restricted mean says when follow-up was shorter than the horizon', () => {
    const curve = kaplanMeier(subjects([1, 2, 4], [1, 0, 0]))
    assert.equal(restrictedMean(curve, 4).extrapolated, false)
    assert.equal(restrictedMean(curve, 5).extrapolated, true)
    assert.equal(restrictedMean(curve, 0.5).mean, 0.5)
    assert.ok(Math.abs(restrictedMean(curve, 4).mean - 3) < 1e-12)
    assert.equal(restrictedMean(kaplanMeier(subjects([1], [1])), 5).extrapolated, false)
  })

  it('a landmark keeps those who are followed past it, and started before', () => {
    const { places, subjects: later } = landmarkSubjects(
      { ...subjects([2, 3, 5, 9], [1, 1, 1, 0]), entry: numbers(0, 0, 3, 4), weight: numbers(1, 2, 3, 4) },
      3,
    )
    assert.deepEqual([...places, ...later.time, ...later.event, ...(later.weight ?? [])], [2, 2, 1, 3])
  })
})

describe('what is refused, by its place', () => {
  const good = subjects([1, 2], [1, 0])
  const refuses = (work: () => unknown, message: RegExp) =>
    assert.throws(work, { name: 'RangeError', message })
  it('times, entries, weights and codes that cannot be', () => {
    for (const bad of [NaN, -1, Infinity, -Infinity]) {
      refuses(() => kaplanMeier({ ...good, time: numbers(1, bad) }), /^time\[1\] is /)
      refuses(() => aalenJohansen({ time: numbers(bad, 1), cause: codes(1, 2) }, 2), /^time\[0\] is /)
      refuses(() => kaplanMeier({ ...good, weight: numbers(bad, 1) }), /^weight\[0\] is /)
      refuses(() => kaplanMeier({ ...good, entry: numbers(0, bad) }), /^entry\[1\] is /)
      refuses(() => survivalAt(kaplanMeier(good), numbers(0, bad)), /^time\[1\] is /)
      refuses(() => restrictedMean(kaplanMeier(good), bad), /^horizon is /)
      refuses(() => landmarkSubjects(good, bad), /^landmark is /)
      refuses(() => survivalQuantile(kaplanMeier(good), bad), /^probability is /)
    }
    refuses(() => kaplanMeier({ ...good, entry: numbers(0, 2) }), /^entry\[1\] is 2: .* before time\[1\], 2$/)
    refuses(() => kaplanMeier({ ...good, event: codes(1, 2) }), /^event\[1\] is 2/)
    refuses(() => kaplanMeier({ ...good, event: codes(1) }), /^event has 1 places where time has 2$/)
    refuses(() => kaplanMeier({ ...good, weight: numbers(1) }), /^weight has 1 places/)
    refuses(() => kaplanMeierBy(good, Int32Array.of(0, -1), 2), /^group\[1\] is -1/)
    refuses(() => kaplanMeierBy(good, codes(0, 2), 2), /^group\[1\] is 2/)
    refuses(() => aalenJohansen({ time: numbers(1), cause: codes(3) }, 2), /^cause\[0\] is 3/)
    refuses(() => kaplanMeier(good, { level: 1 }), /^level is 1/)
  })

  it('what a test cannot heed', () => {
    const grouping = { group: codes(0, 1), groups: 2 }
    const halves = numbers(0.5, 1)
    refuses(() => logRank({ ...good, weight: halves }, grouping), /whole numbers/)
    refuses(() => logRank(good, grouping, { scores: [1] }), /1 scores for 2 groups/)
    const strata = { stratum: codes(0, 3), strata: 2 }
    refuses(() => logRank(good, grouping, { strata }), /^stratum\[1\] is 3/)
    const competing = { time: numbers(1, 2), cause: codes(1, 2) }
    refuses(() => grayTest(competing, 2, 3, grouping), /^cause is 3/)
    refuses(() => grayTest({ ...competing, entry: numbers(0, 0) }, 2, 1, grouping), /late entries/)
    refuses(() => grayTest({ ...competing, weight: halves }, 2, 1, grouping), /whole numbers/)
  })
})

describe('the order of times', () => {
  it('is stable, of days, fractions, repeated, crowded and far apart values', () => {
    const n = 6000
    const spread = (value: (at: number) => number) => new Float64Array(n).map((_, at) => value(at))
    const scattered = (at: number) => ((at * 7919) % n) / n
    for (const values of [
      spread((at) => (at * 31) % 977),
      spread((at) => (at * 31) % 977_000_000),
      spread(scattered),
      spread((at) => Math.floor(scattered(at) * 40) / 30.4375),
      spread((at) => Math.exp(200 * scattered(at))),
      spread((at) => (at === 0 ? 1e300 : scattered(at))),
      spread((at) => -scattered(at)),
      spread(() => 0.5),
      spread((at) => Number.MIN_VALUE * (n - at)),
      numbers(-1e308, 1e308, 0),
      numbers(),
      numbers(3),
    ]) {
      const expected = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
      assert.deepEqual(list(order(values)), expected)
    }
  })
})
