/** What has to hold of every course of scans, however it looks, and the best response of it. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bestResponse } from '#core/response/best.ts'
import { type Followed, follow } from '#core/response/follow.ts'
import type { Category, Lesion, Scan } from '#core/response/lesion.ts'
import { mrecistRules, recistRules } from '#core/response/rules.ts'
import fc from '#test/support/properties.ts'
import { fresh, scan, target } from './lesions.ts'

const keys = ['A', 'B', 'C', 'D', 'E']
const size = fc.integer({ min: 0, max: 900 }).map((tenths) => tenths / 10)
const state = fc.constantFrom('gone', 'present', 'progressed', 'not-evaluated')
const rules = fc.constantFrom(recistRules, mrecistRules)

/** A baseline of some targets and non-targets, and scans of them with sizes missing now and then. */
const course = fc
  .record({
    targets: fc.integer({ min: 1, max: 5 }),
    others: fc.integer({ min: 0, max: 2 }),
    scans: fc.nat(5),
  })
  .chain(({ targets, others, scans }) => {
    const sizes = fc.array(fc.option(size, { nil: undefined, freq: 12 }), {
      minLength: targets,
      maxLength: targets,
    })
    const states = fc.array(state, { minLength: others, maxLength: others })
    const first = fc.array(fc.integer({ min: 100, max: 900 }), { minLength: targets, maxLength: targets })
    return fc.record({
      first: fc.tuple(first, states).map(([mm, said]) =>
        lesionsOf(
          mm.map((each) => each / 10),
          said,
        ),
      ),
      later: fc.array(
        fc.tuple(sizes, states).map(([mm, said]) => lesionsOf(mm, said)),
        {
          minLength: scans,
          maxLength: scans,
        },
      ),
    })
  })
  .map(({ first, later }) => ({
    baseline: scan('2026-01-01', first),
    scans: later.map((lesions, i) => scan(`2026-0${i + 2}-01`, lesions)),
  }))

function lesionsOf(sizes: readonly (number | undefined)[], states: readonly string[]): Lesion[] {
  return [
    ...sizes.map((mm, i) => target(keys[i] ?? '', mm)),
    ...states.map(
      (said, i): Lesion => ({
        ...{ key: `N${i}`, organ: 'bone', kind: 'non-target' as const },
        state: said as NonNullable<Lesion['state']>,
      }),
    ),
  ]
}

const overalls = ({ points }: Followed) => points.map(({ overall }) => overall)
const mapped = (scans: readonly Scan[], change: (lesions: readonly Lesion[]) => readonly Lesion[]) =>
  scans.map((each) => ({ ...each, lesions: change(each.lesions) }))

describe('response, of any course', () => {
  it('does not depend on the order in which lesions are listed', () => {
    fc.assert(
      fc.property(course, rules, ({ baseline, scans }, rule) => {
        const [turned] = mapped([baseline], (lesions) => lesions.toReversed())
        assert.ok(turned)
        const others = mapped(scans, (lesions) => lesions.toReversed())
        assert.deepEqual(overalls(follow(turned, others, rule)), overalls(follow(baseline, scans, rule)))
      }),
    )
  })

  it('does not depend on what lesions are called', () => {
    const renamed = (lesions: readonly Lesion[]) => lesions.map((each) => ({ ...each, key: `x${each.key}` }))
    fc.assert(
      fc.property(course, rules, ({ baseline, scans }, rule) => {
        const [other] = mapped([baseline], renamed)
        assert.ok(other)
        assert.deepEqual(
          overalls(follow(other, mapped(scans, renamed), rule)),
          overalls(follow(baseline, scans, rule)),
        )
      }),
    )
  })

  it('by mRECIST does not depend on the unit of length; by RECIST 1.1 larger lesions only add progression', () => {
    const scaled = (lesions: readonly Lesion[]) =>
      lesions.map((each) => (each.diameter === undefined ? each : { ...each, diameter: each.diameter * 3 }))
    fc.assert(
      fc.property(course, ({ baseline, scans }) => {
        const [large] = mapped([baseline], scaled)
        assert.ok(large)
        const both = (rule: typeof recistRules) =>
          [follow(baseline, scans, rule), follow(large, mapped(scans, scaled), rule)] as const
        const [one, other] = both(mrecistRules)
        assert.deepEqual(overalls(other), overalls(one))
        const [small, bigger] = both(recistRules)
        // From its progression on, the larger course has another past.
        const end = bigger.points.findIndex(({ overall }) => overall === 'PD')
        const before = end < 0 ? bigger.points : bigger.points.slice(0, end)
        before.forEach((point, i) => {
          assert.equal(point.overall, small.points[i]?.overall)
        })
      }),
    )
  })

  it('is progression wherever a new lesion is added', () => {
    fc.assert(
      fc.property(course, rules, ({ baseline, scans }, rule) => {
        const added = mapped(scans, (lesions) => [...lesions, fresh('X')])
        for (const overall of overalls(follow(baseline, added, rule))) assert.equal(overall, 'PD')
      }),
    )
  })

  it('is never better when a target is larger', () => {
    const rank: readonly (Category | null)[] = ['CR', 'PR', 'SD', 'PD']
    fc.assert(
      fc.property(course, rules, size, ({ baseline, scans }, rule, more) => {
        const [last] = scans.slice(-1)
        if (!last) return
        const worse = last.lesions.map((each) =>
          each.kind === 'target' && each.diameter !== undefined
            ? { ...each, diameter: each.diameter + more }
            : each,
        )
        const now = follow(baseline, scans, rule).points.at(-1)?.overall ?? null
        const then = follow(baseline, [...scans.slice(0, -1), { ...last, lesions: worse }], rule).points.at(
          -1,
        )
        if (rank.includes(now) && then) assert.ok(rank.indexOf(then.overall) >= rank.indexOf(now))
      }),
    )
  })

  it('at a scan does not depend on the scans after it', () => {
    fc.assert(
      fc.property(course, rules, ({ baseline, scans }, rule) => {
        const whole = overalls(follow(baseline, scans, rule))
        scans.forEach((_, i) => {
          assert.deepEqual(overalls(follow(baseline, scans.slice(0, i), rule)), whole.slice(0, i))
        })
      }),
    )
  })

  it('never says NaN, and its smallest sum never grows', () => {
    fc.assert(
      fc.property(course, rules, ({ baseline, scans }, rule) => {
        let nadir = Number.POSITIVE_INFINITY
        for (const point of follow(baseline, scans, rule).points) {
          for (const number of [point.sumMm, point.fromBaseline, point.fromNadir, point.growthMm])
            assert.ok(number === null || Number.isFinite(number))
          assert.ok(point.nadirMm !== null && point.nadirMm <= nadir)
          nadir = point.nadirMm
        }
      }),
    )
  })

  it('confirmed is never better than unconfirmed', () => {
    const rank: readonly Category[] = ['CR', 'PR', 'SD', 'non-CR-non-PD', 'PD', 'NE']
    fc.assert(
      fc.property(course, rules, ({ baseline, scans }, rule) => {
        const { best, bestConfirmed } = follow(baseline, scans, rule)
        assert.equal(best === null, bestConfirmed === null)
        if (best && bestConfirmed)
          assert.ok(rank.indexOf(bestConfirmed.category) >= rank.indexOf(best.category))
      }),
    )
  })
})

describe('the best response', () => {
  /** Sums of one target of 100 mm at the baseline, by day. */
  const of = (...scans: readonly [day: string, size: number | undefined][]) => {
    const followed = follow(
      scan('2026-01-01', [target('A', 100)]),
      scans.map(([day, mm]) => scan(day, [target('A', mm)])),
      recistRules,
    )
    return [followed.best?.category, followed.bestConfirmed?.category]
  }

  it('is the best before progression, and what comes after does not count', () => {
    assert.deepEqual(
      of(['2026-03-01', 90], ['2026-05-01', 60], ['2026-07-01', 80], ['2026-09-01', 50])[0],
      'PR',
    )
    assert.deepEqual(of(['2026-03-01', 130], ['2026-05-01', 50])[0], 'PD')
  })

  it('needs to be seen again after four weeks where confirmation is asked', () => {
    assert.deepEqual(of(['2026-03-01', 60], ['2026-03-29', 60]), ['PR', 'PR'])
    assert.deepEqual(of(['2026-03-01', 60], ['2026-03-28', 60]), ['PR', 'SD'])
    assert.deepEqual(of(['2026-03-01', 0], ['2026-03-29', 0]), ['CR', 'CR'])
    assert.deepEqual(of(['2026-03-01', 60]), ['PR', 'SD'])
  })

  it('is confirmed by a better one, and across a scan that could not be evaluated', () => {
    assert.deepEqual(of(['2026-03-01', 60], ['2026-04-01', 0]), ['CR', 'PR'])
    assert.deepEqual(of(['2026-03-01', 60], ['2026-03-20', undefined], ['2026-04-10', 55]), ['PR', 'PR'])
  })

  it('is none where there is no scan', () => {
    assert.deepEqual(of(), [undefined, undefined])
  })

  it('counts stable disease only from a protocol’s interval where one is given', () => {
    const { points } = follow(
      scan('2026-01-01', [target('A', 100)]),
      [scan('2026-01-20', [target('A', 95)])],
      recistRules,
    )
    assert.equal(bestResponse(points)?.category, 'SD')
    assert.equal(bestResponse(points, { stableFromDays: 42, since: '2026-01-01' })?.category, 'NE')
    assert.equal(bestResponse(points, { stableFromDays: 20, since: '2026-01-01' })?.category, 'NE')
    assert.equal(bestResponse(points, { stableFromDays: 19, since: '2026-01-01' })?.category, 'SD')
    // A moment counts by its day.
    const since = '2026-01-01T00:30:00.000Z'
    assert.equal(bestResponse(points, { stableFromDays: 19, since })?.category, 'SD')
    // What was not confirmed counts as stable disease does: from the same day on.
    const shrunk = follow(
      scan('2026-01-01', [target('A', 100)]),
      [scan('2026-01-20', [target('A', 50)])],
      recistRules,
    )
    const early = { confirmAfterDays: 28, since: '2026-01-01' }
    assert.equal(bestResponse(shrunk.points, { ...early, stableFromDays: 42 })?.category, 'NE')
    assert.equal(bestResponse(shrunk.points, { ...early, stableFromDays: 19 })?.category, 'SD')
    assert.equal(bestResponse(shrunk.points, { stableFromDays: 42, since: '2026-01-01' })?.category, 'PR')
  })
})
