/** Exact intervals of shares with few events, and the interval of a median, where figures show them: R's numbers. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { release } from '#core/registry/disclosure/release.ts'
import type { Audience } from '#core/registry/disclosure.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import type { ReleasedFigure, Table } from '#core/registry/figure/figure.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { columns, fromR } from '../statistics/agreement.ts'
import { around, type Row, randomRows, vectorsOf } from './random-rows.ts'

function figureOf(asked: object, rows: readonly Row[], audience: Audience = { who: 'public' }) {
  const spec = figureSpecSchema.parse({ cohort: { conditions: [] }, ...asked })
  return release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), audience)
}

interface Answers {
  readonly proportions: readonly {
    readonly events: number
    readonly denominator: number
    readonly level: number
    readonly exact: readonly [number, number]
  }[]
  readonly medians: readonly {
    readonly count: number
    readonly level: number
    readonly median: number
    readonly ends: readonly [number | null, number | null]
  }[]
}

const answers = fromR<Answers>('intervals.json')

/** Of one service, so that they are shown as they are. */
const own = { conditions: [{ column: 'organisation', is: 'one-of', values: ['Z00'] }] }
const service: Audience = { who: 'service', organisation: 'Z00' }

describe('a share with few events', () => {
  const endpoint = endpointNamed('mortality-30')?.endpoint
  const shareOf = (events: number, among: number) => {
    const rows = randomRows(among, 3).map(
      (row, at): Row => ({ ...row, startedOn: 15_000, died30: at < events ? 1 : 0 }),
    )
    return figureOf({ kind: 'proportion', endpoint }, rows)
  }
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`

  it('has the exact interval of Clopper and Pearson beside Wilson’s', () => {
    const few = answers.proportions.filter(
      ({ events, denominator, level }) =>
        level === 0.95 &&
        denominator > 0 &&
        denominator <= 2000 &&
        Math.min(events, denominator - events) < 5,
    )
    assert.ok(few.length > 2)
    for (const { events, denominator, exact } of few) {
      const [table] = shareOf(events, denominator).further
      const words = `${percent(events / denominator)} (${percent(exact[0])} to ${percent(exact[1])})`
      assert.deepEqual(table?.rows, [['All', denominator, events, words]])
    }
  })
  it('has none where there are enough, and none of rounded counts', () => {
    assert.deepEqual(shareOf(40, 200).further, [])
    const cohort = { conditions: [{ column: 'region', is: 'one-of', values: ['North West'] }] }
    assert.deepEqual(figureOf({ kind: 'proportion', endpoint, cohort }, randomRows(3000, 7)).further, [])
  })
})

describe('a waterfall', () => {
  const waits = columns('waits.csv')('value')
  const waterfallOf = (changes: readonly number[], audience: Audience, cohort: object): ReleasedFigure =>
    figureOf(
      { kind: 'waterfall', cohort },
      randomRows(changes.length, 3).map(
        (row, at): Row => ({
          ...row,
          ...{ organisation: 'Z00', region: 'London', nation: 'England', bestChange: changes[at] ?? null },
          ...{
            procedure: 'selective-internal-radiation-therapy',
            intent: 'disease-modifying',
            bestResponse: 'SD',
          },
        }),
      ),
      audience,
    )
  it('has the median of all changes with R’s interval', () => {
    const of95 = answers.medians.filter(({ level, count }) => level === 0.95 && count > 0)
    assert.ok(of95.length > 1)
    for (const { count, median, ends } of of95) {
      const [lower, upper] = ends
      const [table]: readonly Table[] = waterfallOf([...waits.slice(0, count)], service, own).further
      const words = (value: number | null) => `${value?.toFixed(0)}%`
      const expected =
        lower === null
          ? `${words(median)} (too few for an interval)`
          : `${words(median)} (${words(lower)} to ${words(upper)})`
      assert.deepEqual(table?.rows, [['All', count, expected]])
    }
  })
  it('has that of the rounded changes for others, so that nobody’s own is told', () => {
    const changes = Array.from({ length: 101 }, (_, at) => -33 + (at % 7) * 0.1)
    const [table] = waterfallOf(changes, { who: 'public' }, { conditions: [] }).further
    assert.deepEqual(table?.rows, [['All', 101, '-35% (-35% to -35%)']])
    assert.deepEqual(waterfallOf([-30, -40], { who: 'public' }, { conditions: [] }).further, [])
  })
})
