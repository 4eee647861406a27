/** What holds of curves and tests whatever the subjects. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aalenJohansen, aalenJohansenBy } from '#core/statistics/aalen-johansen.ts'
import { grayTest } from '#core/statistics/gray-test.ts'
import { kaplanMeier, kaplanMeierBy, type Survival } from '#core/statistics/kaplan-meier.ts'
import { logRank } from '#core/statistics/log-rank.ts'
import { restrictedMean } from '#core/statistics/restricted-mean.ts'
import { order } from '#core/statistics/sort.ts'
import { tallies } from '#core/statistics/tally.ts'
import { tallySorted } from '#core/statistics/tally-sorted.ts'
import fc from '#test/support/properties.ts'

interface Row {
  readonly time: number
  readonly cause: number
  readonly group: number
  readonly weight: number
  readonly entry: number
}

/** Few distinct days, so that everything ties with everything; or times in fractions. */
const rowsOf = (time: fc.Arbitrary<number>) =>
  fc.array(
    fc
      .record({
        time,
        cause: fc.nat({ max: 2 }),
        group: fc.nat({ max: 2 }),
        weight: fc.nat({ max: 3 }),
        entry: fc.double({ min: 0, max: 0.99, noNaN: true }),
      })
      .map((row) => ({ ...row, entry: row.entry < 0.5 ? 0 : row.time * row.entry })),
    { maxLength: 40 },
  )
const days = rowsOf(fc.integer({ min: 1, max: 12 }))
const fractions = rowsOf(fc.double({ min: 0.01, max: 1e5, noNaN: true }))
const anyRows = fc.oneof(days, fractions)

const column = (rows: readonly Row[], name: keyof Row) => Float64Array.from(rows, (row) => row[name])
const bytes = (rows: readonly Row[], value: (row: Row) => number) => Uint8Array.from(rows, value)
const event = (rows: readonly Row[]) => bytes(rows, ({ cause }) => Math.min(cause, 1))
const plain = (rows: readonly Row[]) => ({ time: column(rows, 'time'), event: event(rows) })
const late = (rows: readonly Row[]) => ({ ...plain(rows), entry: column(rows, 'entry') })
const competing = (rows: readonly Row[]) => ({
  time: column(rows, 'time'),
  cause: bytes(rows, ({ cause }) => cause),
})
const grouping = (rows: readonly Row[]) => ({ group: bytes(rows, ({ group }) => group), groups: 3 })

function holds<Value>(arbitrary: fc.Arbitrary<Value>, check: (value: Value) => void): void {
  fc.assert(fc.property(arbitrary, check), { numRuns: 300 })
}

function near(a: ArrayLike<number>, b: ArrayLike<number>, what: string): void {
  assert.equal(a.length, b.length, what)
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [a[at] as number, b[at] as number]
    if (Number.isNaN(x) && Number.isNaN(y)) continue
    assert.ok(Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x)), `${what}[${at}]: ${x}, ${y}`)
  }
}

function sameCurve(a: Survival, b: Survival): void {
  for (const part of [
    'time',
    'atRisk',
    'events',
    'censored',
    'survival',
    'standardError',
    'lower',
    'upper',
  ] as const)
    near(a[part], b[part], part)
}

describe('a Kaplan-Meier curve', () => {
  it('falls from 1, stays in [0, 1], and lies within its limits', () =>
    holds(anyRows, (rows) => {
      for (const interval of ['log-log', 'log', 'plain'] as const) {
        const { survival, lower, upper } = kaplanMeier(late(rows), { interval })
        survival.forEach((each, at) => {
          assert.ok(each >= 0 && each <= (survival[at - 1] ?? 1))
          const [low, high] = [lower[at] as number, upper[at] as number]
          if (!Number.isNaN(low))
            assert.ok(low >= 0 && low <= each + 1e-12 && each <= high + 1e-12 && high <= 1)
        })
      }
    }))

  it('is the share still free of the event where nobody is censored', () =>
    holds(anyRows, (rows) => {
      const { time, survival } = kaplanMeier({ ...plain(rows), event: bytes(rows, () => 1) })
      time.forEach((limit, at) => {
        const free = rows.filter((row) => row.time > limit).length / rows.length
        assert.ok(Math.abs((survival[at] as number) - free) < 1e-12)
      })
    }))

  it('does not depend on the order of subjects, and numbers of subjects are subjects', () =>
    holds(anyRows, (rows) => {
      const weighted = (of: readonly Row[]) => ({ ...late(of), weight: column(of, 'weight') })
      const repeated = rows.flatMap((row) => Array.from({ length: row.weight }, () => row))
      sameCurve(kaplanMeier(weighted(rows)), kaplanMeier(weighted(rows.toReversed())))
      sameCurve(kaplanMeier(weighted(rows)), kaplanMeier(late(repeated)))
    }))

  it('by group is that of each group alone', () =>
    holds(anyRows, (rows) => {
      for (const make of [plain, late]) {
        const { group, groups } = grouping(rows)
        kaplanMeierBy(make(rows), group, groups).forEach((curve, at) => {
          sameCurve(curve, kaplanMeier(make(rows.filter((row) => row.group === at))))
        })
      }
    }))

  it('of whole days is the same from a table of days as from sorted times', () =>
    holds(days, (rows) => {
      const followed = { time: column(rows, 'time'), weight: column(rows, 'weight') }
      const cause = bytes(rows, (row) => row.cause)
      assert.deepEqual(
        tallies(followed, cause, 2, grouping(rows)),
        tallySorted(followed, cause, 2, grouping(rows)),
      )
    }))

  it('with the jackknife does not change when all weights are scaled', () =>
    holds(anyRows, (rows) => {
      const scaled = (factor: number) =>
        kaplanMeier(
          { ...late(rows), weight: column(rows, 'weight').map((weight) => weight * factor) },
          {
            variance: 'jackknife',
          },
        )
      near(scaled(1).standardError, scaled(0.37).standardError, 'standardError')
    }))

  it('has as its restricted mean the average of times cut at the horizon where nobody is censored', () =>
    holds(fc.tuple(anyRows, fc.double({ min: 0.5, max: 2e4, noNaN: true })), ([rows, horizon]) => {
      if (rows.length === 0) return
      const { mean } = restrictedMean(kaplanMeier({ ...plain(rows), event: bytes(rows, () => 1) }), horizon)
      const average = rows.reduce((sum, { time }) => sum + Math.min(time, horizon), 0) / rows.length
      near([mean / horizon], [average / horizon], 'mean')
    }))
})

describe('a cumulative incidence', () => {
  it('rises, and with the others adds up to what Kaplan-Meier of any cause leaves', () =>
    holds(anyRows, (rows) => {
      const entry = column(rows, 'entry')
      const { eventFree, causes } = aalenJohansen({ ...competing(rows), entry }, 2)
      const curve = kaplanMeier(late(rows))
      near(eventFree.estimate, curve.survival, 'event-free')
      const sum = eventFree.estimate.map(
        (each, at) => each + causes.reduce((all, { estimate }) => all + (estimate[at] as number), 0),
      )
      near(
        sum,
        sum.map(() => 1),
        'sum',
      )
      for (const { estimate } of causes)
        estimate.forEach((each, at) => {
          assert.ok(each >= (estimate[at - 1] ?? 0) && each <= 1 + 1e-12)
        })
    }))

  it('of one cause alone is one less survival, with the same error', () =>
    holds(anyRows, (rows) => {
      const one = aalenJohansen({ ...late(rows), cause: event(rows) }, 1)
      const curve = kaplanMeier(late(rows), { variance: 'jackknife' })
      near(
        one.causes[0]?.estimate ?? [],
        curve.survival.map((each) => 1 - each),
        'estimate',
      )
      near(one.causes[0]?.standardError ?? [], curve.standardError, 'error of the incidence')
      near(one.eventFree.standardError, curve.standardError, 'error of being free')
    }))

  it('has the jackknife variance that differentiating by each weight gives', () =>
    holds(rowsOf(fc.integer({ min: 1, max: 6 })), (rows) => {
      const subjects = { ...competing(rows), entry: column(rows, 'entry') }
      const weight = rows.map(() => 1)
      const at = (weights: readonly number[]) =>
        aalenJohansen({ ...subjects, weight: Float64Array.from(weights) }, 2).causes[0]?.estimate ?? []
      const { causes, time } = aalenJohansen(subjects, 2)
      const step = 1e-5
      const variance = new Float64Array(time.length)
      rows.forEach((_, row) => {
        const [more, less] = [step, -step].map((by) => at(weight.with(row, 1 + by)))
        for (let place = 0; place < variance.length; place += 1)
          (variance[place] as number) += (((more?.[place] ?? 0) - (less?.[place] ?? 0)) / (2 * step)) ** 2
      })
      variance.forEach((each, place) => {
        const error = causes[0]?.standardError[place] as number
        assert.ok(Math.abs(Math.sqrt(each) - error) < 1e-5, `${place}: ${Math.sqrt(each)}, ${error}`)
      })
    }))

  it('by group is that of each group alone', () =>
    holds(anyRows, (rows) => {
      aalenJohansenBy(competing(rows), 2, grouping(rows)).forEach((ours, at) => {
        const alone = aalenJohansen(competing(rows.filter((row) => row.group === at)), 2)
        near(ours.causes[1]?.standardError ?? [], alone.causes[1]?.standardError ?? [], 'error')
        near(ours.causes[1]?.estimate ?? [], alone.causes[1]?.estimate ?? [], 'estimate')
      })
    }))
})

describe('tests of groups', () => {
  const tripled = (rows: readonly Row[]) =>
    [0, 1, 2].flatMap((group) => rows.map((row) => ({ ...row, group })))

  it('find nothing between groups that are alike', () =>
    holds(anyRows, (rows) => {
      const all = tripled(rows)
      const test = logRank(late(all), grouping(all), { scores: [1, 2, 3] })
      assert.ok(test.statistic < 1e-12, String(test.statistic))
      assert.ok((test.trend?.statistic ?? 1) < 1e-12)
      assert.ok(grayTest(competing(all), 2, 1, grouping(all)).statistic < 1e-12)
    }))

  it('expect as many events as there were', () =>
    holds(anyRows, (rows) => {
      for (const strata of [undefined, { stratum: bytes(rows, ({ weight }) => weight), strata: 4 }]) {
        const { observed, expected, variance } = logRank(late(rows), grouping(rows), { strata })
        const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)
        near([sum(observed), sum(expected)], [sum(event(rows)), sum(event(rows))], 'events')
        for (const row of variance) near([sum(row)], [0], 'a row of covariances')
      }
    }))

  it('do not depend on how groups are numbered', () =>
    holds(anyRows, (rows) => {
      const turned = rows.map((row) => ({ ...row, group: (row.group + 1) % 3 }))
      for (const rho of [0, 1]) {
        const [one, other] = [rows, turned].map((each) => logRank(late(each), grouping(each), { rho }))
        assert.equal(one?.degrees, other?.degrees)
        near([one?.statistic ?? 0], [other?.statistic ?? 1], 'statistic')
      }
    }))

  it('count numbers of subjects as subjects', () =>
    holds(anyRows, (rows) => {
      const repeated = rows.flatMap((row) => Array.from({ length: row.weight }, () => row))
      const weighted = { ...late(rows), weight: column(rows, 'weight') }
      const [ours, theirs] = [logRank(weighted, grouping(rows)), logRank(late(repeated), grouping(repeated))]
      near([ours.statistic, ours.degrees], [theirs.statistic, theirs.degrees], 'test')
    }))
})

describe('an order', () => {
  it('is that of a stable comparison', () =>
    holds(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (values) => {
      const expected = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
      assert.deepEqual(Array.from(order(Float64Array.from(values))), expected)
    }))
})
