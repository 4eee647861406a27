/** RECIST 1.1 and mRECIST: each row of the table, each threshold, and what has to hold of every course. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mrecist, recist, type TimePoint } from '#core/response/follow.ts'
import type { Lesion, Scan } from '#core/response/lesion.ts'
import { overallRow, overallTable } from '#core/response/overall.ts'
import { fresh, node, nonTarget, scan, target } from './lesions.ts'

const first = (points: readonly TimePoint[]): TimePoint => {
  const [point] = points
  assert.ok(point)
  return point
}
/** The response of one scan of targets with these sizes. */
const after = (before: readonly number[], now: readonly number[], follow = recist) =>
  first(
    follow(
      scan(
        '2026-01-01',
        before.map((size, i) => target(`T${i}`, size)),
      ),
      [
        scan(
          '2026-03-01',
          now.map((size, i) => target(`T${i}`, size)),
        ),
      ],
    ).points,
  )

describe('the overall response', () => {
  for (const row of overallTable) {
    for (const one of row.target) {
      for (const other of row.nonTarget) {
        for (const isNew of row.newLesion) {
          it(`of targets ${one}, non-targets ${other}, ${isNew ? 'a' : 'no'} new lesion is decided`, () => {
            const found = overallRow(one, other, isNew)
            const expected = isNew || one === 'PD' || other === 'PD' ? 'PD' : row.overall
            assert.equal(found.overall, expected)
          })
        }
      }
    }
  }

  it('has a row for everything that can be', () => {
    for (const one of ['CR', 'PR', 'SD', 'PD', 'NE', 'none'] as const)
      for (const other of ['CR', 'non-CR-non-PD', 'PD', 'NE', 'none'] as const)
        for (const isNew of [true, false]) assert.ok(overallRow(one, other, isNew))
  })

  // As printed, each row with lesions that lead to it.
  const printed: readonly [words: string, now: readonly Lesion[], overall: string][] = [
    ['CR, CR, no new lesion', [target('A', 0), nonTarget('N', 'gone')], 'CR'],
    ['CR, non-CR/non-PD, no new lesion', [target('A', 0), nonTarget('N', 'present')], 'PR'],
    ['CR, not evaluated, no new lesion', [target('A', 0), nonTarget('N', 'not-evaluated')], 'PR'],
    ['PR, non-PD, no new lesion', [target('A', 20), nonTarget('N', 'present')], 'PR'],
    ['PR, not all evaluated, no new lesion', [target('A', 20), nonTarget('N', 'not-evaluated')], 'PR'],
    ['CR, not evaluated, no new lesion', [target('A', 0), nonTarget('N', 'not-evaluated')], 'PR'],
    ['SD, non-PD, no new lesion', [target('A', 42), nonTarget('N', 'present')], 'SD'],
    ['SD, not all evaluated, no new lesion', [target('A', 42), nonTarget('N', 'not-evaluated')], 'SD'],
    ['not evaluated, non-PD, no new lesion', [target('A', undefined), nonTarget('N', 'present')], 'NE'],
    ['PD, any, no new lesion', [target('A', 60), nonTarget('N', 'gone')], 'PD'],
    ['any, PD, no new lesion', [target('A', 0), nonTarget('N', 'progressed')], 'PD'],
    ['any, any, a new lesion', [target('A', 0), nonTarget('N', 'gone'), fresh('X')], 'PD'],
  ]
  for (const [words, now, overall] of printed) {
    it(`of ${words} is ${overall}`, () => {
      const baseline = scan('2026-01-01', [target('A', 40), nonTarget('N', 'present')])
      assert.equal(first(recist(baseline, [scan('2026-03-01', now)]).points).overall, overall)
    })
  }

  const withoutTargets = [
    ['gone', 'CR'],
    ['present', 'non-CR-non-PD'],
    ['not-evaluated', 'NE'],
    ['progressed', 'PD'],
  ] as const
  for (const [state, overall] of withoutTargets) {
    it(`without targets, of a non-target that is ${state}, is ${overall}`, () => {
      const baseline = scan('2026-01-01', [nonTarget('N', 'present')])
      const point = first(recist(baseline, [scan('2026-03-01', [nonTarget('N', state)])]).points)
      assert.deepEqual([point.overall, point.unverified], [overall, []])
    })
  }
})

describe('RECIST 1.1 thresholds', () => {
  it('is partial response at exactly 30 % below the baseline, and not a tenth of a millimetre above', () => {
    assert.equal(after([60, 40], [40, 30]).overall, 'PR')
    assert.equal(after([60, 40], [40, 30.1]).overall, 'SD')
    // 0.1 + 0.2 is not 0.3 in a computer's arithmetic; micrometres are whole.
    assert.equal(after([10.1, 10.2, 10.3], [7.07, 7.14, 7.21]).overall, 'PR')
  })

  it('is progression at exactly 20 % and 5 mm, and stable when either is not reached', () => {
    assert.equal(after([25], [30]).overall, 'PD')
    assert.equal(after([25], [29.9]).overall, 'SD')
    assert.equal(after([20], [24]).overall, 'SD', '20 % but only 4 mm')
    assert.equal(after([100], [110]).overall, 'SD', '10 mm but only 10 %')
  })

  it('counts partial response from the baseline and progression from the smallest sum, baseline included', () => {
    const course = (...sums: readonly number[]) =>
      recist(
        scan('2026-01-01', [target('A', 100)]),
        sums.map((sum, i) => scan(`2026-0${i + 2}-01`, [target('A', sum)])),
      ).points
    assert.deepEqual(
      course(60, 50, 61).map(({ overall }) => overall),
      ['PR', 'PR', 'PD'],
    )
    assert.deepEqual(
      course(60, 50, 59).map(({ overall }) => overall),
      ['PR', 'PR', 'PR'],
    )
    assert.deepEqual(
      course(119, 120).map(({ overall }) => overall),
      ['SD', 'PD'],
    )
    const [, , last] = course(60, 50, 61)
    assert.deepEqual([last?.nadirMm, last?.growthMm], [50, 11])
    assert.equal(last?.fromNadir?.toFixed(2), '0.22')
    assert.equal(last?.fromBaseline?.toFixed(2), '-0.39')
  })

  it('is complete response with a sum above 0 where what is left are normal nodes', () => {
    const baseline = scan('2026-01-01', [target('A', 40), node('L', 22)])
    const normal = first(recist(baseline, [scan('2026-03-01', [target('A', 0), node('L', 9.9)])]).points)
    assert.deepEqual([normal.overall, normal.sumMm], ['CR', 9.9])
    const large = first(recist(baseline, [scan('2026-03-01', [target('A', 0), node('L', 10)])]).points)
    assert.equal(large.overall, 'PR')
  })

  it('is progression from what was measured alone, where a target was not evaluated', () => {
    const baseline = scan('2026-01-01', [target('A', 30), target('B', 20)])
    const grown = first(recist(baseline, [scan('2026-03-01', [target('A', 62)])]).points)
    assert.deepEqual([grown.overall, grown.sumMm], ['PD', null])
    const unknown = first(recist(baseline, [scan('2026-03-01', [target('A', 5)])]).points)
    assert.deepEqual([unknown.overall, unknown.reasons], ['NE', ['Target B was not evaluated']])
  })

  it('counts a target said to be gone as 0, and one said to be not evaluated as not measured', () => {
    const baseline = scan('2026-01-01', [target('A', 30)])
    const read = (lesion: Lesion) => first(recist(baseline, [scan('2026-03-01', [lesion])]).points).overall
    assert.equal(read({ ...target('A', undefined), state: 'gone' }), 'CR')
    assert.equal(read({ ...target('A', 12), state: 'not-evaluated' }), 'NE')
    for (const nothing of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      assert.equal(read(target('A', nothing)), 'NE', String(nothing))
  })

  it('is progression when a target comes back after complete response; by mRECIST that was not verified', () => {
    const sizes = [0, 3].map((size, i) => scan(`2026-0${i + 3}-01`, [target('A', size)]))
    for (const [follow, unverified] of [[recist, 0] as const, [mrecist, 1] as const]) {
      const [gone, back] = follow(scan('2026-01-01', [target('A', 40)]), sizes).points
      assert.deepEqual([gone?.overall, back?.overall], ['CR', 'PD'])
      assert.equal(back?.unverified.length, unverified)
    }
  })

  it('is progression when a non-target comes back after complete response, and of a node only when it progresses', () => {
    const course = (organ: string, state: 'present' | 'progressed') => {
      const other = (said: Lesion['state']): Lesion => ({ ...nonTarget('N', 'gone'), organ, state: said })
      const baseline = scan('2026-01-01', [target('A', 40), other('present')])
      const complete = scan('2026-03-01', [target('A', 0), other('gone')])
      return recist(baseline, [complete, scan('2026-04-01', [target('A', 0), other(state)])]).points[1]
        ?.overall
    }
    assert.equal(course('bone', 'present'), 'PD')
    assert.equal(course('lymph-node', 'present'), 'PR')
    assert.equal(course('lymph-node', 'progressed'), 'PD')
    // Without complete response before, what is there again is none.
    const partial = [scan('2026-03-01', [target('A', 9), nonTarget('N', 'gone')])]
    const again = scan('2026-04-01', [target('A', 9), nonTarget('N', 'present')])
    const baseline = scan('2026-01-01', [target('A', 40), nonTarget('N', 'present')])
    assert.equal(recist(baseline, [...partial, again]).points[1]?.overall, 'PR')
  })

  it('is no such progression where it was not evaluated, nor where a node is still normal; a node of 10 mm is back', () => {
    const [, unknown] = recist(scan('2026-01-01', [target('A', 40)]), [
      scan('2026-03-01', [target('A', 0)]),
      scan('2026-04-01', [target('A', undefined)]),
    ]).points
    assert.equal(unknown?.overall, 'NE')
    const after = (mm: number) =>
      recist(scan('2026-01-01', [node('L', 22)]), [
        scan('2026-03-01', [node('L', 8)]),
        scan('2026-04-01', [node('L', mm)]),
      ]).points[1]
    assert.equal(after(9.9)?.overall, 'CR')
    assert.equal(after(10)?.overall, 'PD')
    assert.match(after(10)?.reasons[0] ?? '', /again after complete response: .* image it again first/)
  })

  it('stays partial response once that was confirmed, until progression: the RECIST group’s two examples', () => {
    const course = (first: number, sums: readonly number[], follow = recist) =>
      follow(
        scan('2026-01-01', [target('A', first)]),
        sums.map((sum, i) => scan(`2026-0${i + 2}-01`, [target('A', sum)])),
      ).points.map(({ overall }) => overall)
    assert.deepEqual(course(100, [70, 70, 80, 80, 80]), ['PR', 'PR', 'PR', 'PR', 'PR'])
    assert.deepEqual(course(165, [63, 65]), ['PR', 'PR'])
    assert.deepEqual(course(100, [70, 70, 84]), ['PR', 'PR', 'PD'])
    // Seen once it is not confirmed; after progression it is over; of mRECIST nobody says it.
    assert.deepEqual(course(100, [70, 80, 80]), ['PR', 'SD', 'SD'])
    assert.deepEqual(course(100, [70, 70, 84, 75]), ['PR', 'PR', 'PD', 'SD'])
    assert.deepEqual(course(100, [70, 70, 80], mrecist), ['PR', 'PR', 'SD'])
  })

  it('does not take the scan itself, nor one that was incomplete, as the smallest sum', () => {
    const baseline = scan('2026-01-01', [target('A', 50), target('B', 50)])
    const [, point] = recist(baseline, [
      scan('2026-02-01', [target('A', 10)]),
      scan('2026-03-01', [target('A', 50), target('B', 52)]),
    ]).points
    assert.deepEqual([point?.overall, point?.nadirMm], ['SD', 100])
  })
})

describe('the baseline', () => {
  const departures = (lesions: readonly Lesion[], follow = recist, sliceMm?: number) =>
    follow({ ...scan('2026-01-01', lesions), ...(sliceMm ? { sliceMm } : {}) }, []).baseline.departures

  it('takes 10 mm, and 15 mm of a node’s short axis, as measurable', () => {
    assert.deepEqual(departures([target('A', 10), node('L', 15)]), [])
    assert.deepEqual(departures([target('A', 9.9)]), ['Target A is smaller than 10 mm: it is not measurable'])
    assert.match(departures([node('L', 14.9)])[0] ?? '', /non-target disease/)
    assert.match(departures([node('L', 9)])[0] ?? '', /it is normal/)
  })

  it('asks for 20 mm of a node at the porta hepatis, RECIST 1.1 for 15 of any', () => {
    const nodes = (mm: number, rule: typeof recist) => departures([node('L', mm)], rule).length
    assert.deepEqual([nodes(15, mrecist), nodes(19.9, mrecist), nodes(20, mrecist)], [1, 1, 0])
    assert.match(departures([node('L', 15)], mrecist)[0] ?? '', /at the porta hepatis/)
    assert.deepEqual([nodes(15, recist), nodes(14.9, recist)], [0, 1])
  })

  it('asks twice the slice where slices are thicker than 5 mm', () => {
    assert.deepEqual(departures([target('A', 12)], recist, 5), [])
    assert.deepEqual(departures([target('A', 12)], recist, 7), [
      'Target A is smaller than 14 mm: it is not measurable',
    ])
  })

  it('takes a treated lesion only when it has grown since, by RECIST 1.1', () => {
    const treated = { ...target('A', 30), treatedBefore: true }
    assert.equal(departures([treated]).length, 1)
    assert.equal(departures([{ ...treated, progressedSince: false }]).length, 1)
    assert.deepEqual(departures([{ ...treated, progressedSince: true }]), [])
    assert.deepEqual(departures([treated], mrecist), [], 'mRECIST measures what enhances')
  })

  it('takes at most five targets, two an organ, nodes as one organ', () => {
    const organs = ['liver', 'liver', 'lung', 'lung', 'bone', 'kidney']
    const many = organs.map((organ, i) => ({ ...target(`T${i}`, 20), organ }))
    assert.deepEqual(departures(many.slice(0, 5)), [])
    assert.deepEqual(departures(many), ['There are 6 targets: the rule takes at most 5'])
    assert.match(departures([0, 1, 2].map((i) => target(`T${i}`, 20)))[0] ?? '', /in one organ \(liver\)/)
    assert.match(departures([0, 1, 2].map((i) => node(`L${i}`, 20)))[0] ?? '', /are lymph nodes/)
  })

  it('refuses what it cannot follow: no lesion, none measured, two under one name, a new one', () => {
    const refusals = (lesions: readonly Lesion[]) => recist(scan('2026-01-01', lesions), []).baseline.refusals
    assert.deepEqual(refusals([]), ['The baseline has no lesion to follow'])
    assert.deepEqual(refusals([target('A', undefined)]), ['Target A has no diameter at the baseline'])
    assert.deepEqual(refusals([target('A', 20), target('A', 30)]), ['Lesion A is there twice on one scan'])
    assert.deepEqual(refusals([target('A', 20), fresh('X')]), ['Lesion X cannot be new at the baseline'])
  })

  it('refuses scans whose lesions it does not know, or that change what they are', () => {
    const baseline = scan('2026-01-01', [target('A', 20)])
    const refusals = (lesions: readonly Lesion[]) => {
      const point = first(recist(baseline, [scan('2026-03-01', lesions)]).points)
      assert.equal(point.overall, null)
      return point.refusals
    }
    assert.match(refusals([target('A', 20), target('B', 20)])[0] ?? '', /B was not measured at the baseline/)
    assert.match(refusals([fresh('A')])[0] ?? '', /it is not new/)
    assert.match(refusals([nonTarget('A', 'present')])[0] ?? '', /was a target at the baseline/)
  })

  it('refuses a lesion that has moved to another organ, and takes a name in any case', () => {
    const baseline = scan('2026-01-01', [target('A', 40)])
    const moved = first(
      recist(baseline, [scan('2026-03-01', [{ ...target('A', 20), organ: 'lung' }])]).points,
    )
    assert.deepEqual(moved.refusals, ['Lesion A was in the liver at the baseline and is in the lung here'])
    assert.equal(first(recist(baseline, [scan('2026-03-01', [target(' a', 20)])]).points).overall, 'PR')
  })

  it('gives no response for lesions that split or merged: what is not measured is not evaluated', () => {
    const baseline = scan('2026-01-01', [target('A', 40), target('B', 30)])
    const merged = first(recist(baseline, [scan('2026-03-01', [target('A', 60)])]).points)
    assert.equal(merged.overall, 'NE')
  })
})

describe('mRECIST', () => {
  it('is progression from 20 %, with no least growth', () => {
    assert.equal(after([20], [23.9], mrecist).overall, 'SD')
    assert.equal(after([20], [24], mrecist).overall, 'PD')
    assert.equal(after([20], [24], recist).overall, 'SD', 'RECIST 1.1 asks for 5 mm as well')
    assert.equal(after([20, 20], [20, 20], mrecist).overall, 'SD')
  })

  it('is complete response where nothing enhances, and partial at 30 %', () => {
    assert.equal(after([40], [0], mrecist).overall, 'CR')
    assert.equal(after([40], [28], mrecist).overall, 'PR')
  })

  it('counts a new nodule below 10 mm, and says that this was not verified', () => {
    const small: Scan = scan('2026-03-01', [target('A', 40), { ...fresh('X'), diameter: 8 }])
    const point = first(mrecist(scan('2026-01-01', [target('A', 40)]), [small]).points)
    assert.equal(point.overall, 'PD')
    assert.match(point.unverified[0] ?? '', /below 10 mm/)
  })
})
