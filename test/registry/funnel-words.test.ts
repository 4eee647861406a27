/** What a public funnel says of itself: how many are drawn, how many are not and why, how many cannot be placed. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import { readingOf } from '#core/registry/figure/funnel-words.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { around, randomRows, vectorsOf } from './random-rows.ts'

const spec = figureSpecSchema.parse({
  ...{ kind: 'funnel', cohort: { conditions: [] }, adjustedFor: [] },
  endpoint: endpointNamed('mortality-30')?.endpoint,
})
const funnel = (seed: number) =>
  release(computeFigure(spec, vectorsOf(randomRows(900, seed), neededFor(spec)), around), { who: 'public' })
const rule = { largestWithheld: 9 }
const point = (size: number, low: number, high: number) => ({
  ...{ name: null, own: false, size, low, high },
  zone: 'inside' as const,
})

describe('a public funnel', () => {
  it('accounts for every organisation: drawn and not drawn come to all, in picture, words and table', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { chart, table, reading, finding } = funnel(seed)
      if (chart.draws !== 'funnel') continue
      const all = table.rows.reduce((sum, [, count]) => sum + Number(count), 0)
      const undrawn = all - chart.points.length
      const said = reading?.[0] ?? ''
      assert.match(
        said,
        undrawn === 0 ? /^All \d+ organisations/ : /^\d+ of \d+ organisations/,
        `seed ${seed}`,
      )
      const numbers = [...said.matchAll(/\d+/g)].map(([number]) => Number(number))
      assert.deepEqual(
        numbers.slice(0, 3),
        undrawn === 0 ? [all] : [chart.points.length, all, undrawn],
        `seed ${seed}`,
      )
      const placed = table.rows.slice(0, 3).reduce((sum, [, count]) => sum + Number(count), 0)
      assert.equal(finding.includes(`${all - placed} cannot be placed`), placed < all, finding)
      assert.match(finding, /: \d+\.\d% in all; /)
    }
  })
  it('says why some are not drawn', () => {
    const [first] = readingOf(
      12,
      [point(100, 0.1, 0.1), point(90, 0.1, 0.1), point(80, 0.1, 0.1)],
      'session',
      rule,
    )
    assert.equal(
      first,
      '3 of 12 organisations with a known outcome are drawn; 9 are not: fewer than 10 sessions of it are known, or what is shown would give another’s small count away.',
    )
  })
  it('says what a bar is, and a number beside one', () => {
    const words = readingOf(2, [point(100, 0.01, 0.09), point(100, 0.01, 0.09)], 'session', rule).join(' ')
    assert.match(words, /All of them are bars: a count between 1 and 9 that is withheld/)
    assert.match(words, /A number beside a mark/)
    assert.doesNotMatch(readingOf(1, [point(100, 0.1, 0.1)], 'session', rule).join(' '), /bar|number beside/)
  })
})
