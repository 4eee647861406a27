/** The distributions give R's answers, in the middle and far out in both tails. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { betaCdf, betaQuantile, betaUpper } from '#core/statistics/distributions/beta.ts'
import {
  binomialCdf,
  binomialDensity,
  binomialQuantile,
  binomialUpper,
} from '#core/statistics/distributions/binomial.ts'
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpper,
  gammaCdf,
  gammaQuantile,
  gammaUpper,
} from '#core/statistics/distributions/gamma.ts'
import { normalCdf, normalQuantile, normalUpper } from '#core/statistics/distributions/normal.ts'
import {
  poissonCdf,
  poissonDensity,
  poissonQuantile,
  poissonUpper,
} from '#core/statistics/distributions/poisson.ts'
import { allAgree, fromR } from './agreement.ts'

type Grid = Readonly<Record<string, readonly number[]>>
type Answer = (...point: number[]) => number

const grids = fromR<Readonly<Record<string, Grid>>>('distributions.json')
const results = ['lower', 'upper', 'value']

const ours: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  normal: { lower: on(normalCdf), upper: on(normalUpper) },
  normalQuantile: { value: on(normalQuantile) },
  gamma: { lower: on(gammaCdf), upper: on(gammaUpper) },
  gammaQuantile: { value: on(gammaQuantile) },
  chiSquare: { lower: on(chiSquareCdf), upper: on(chiSquareUpper) },
  chiSquareQuantile: { value: on(chiSquareQuantile) },
  beta: { lower: on(betaCdf), upper: on(betaUpper) },
  betaQuantile: { value: on(betaQuantile) },
  binomial: { lower: on(binomialCdf), upper: on(binomialUpper) },
  binomialDensity: { value: on(binomialDensity) },
  binomialQuantile: { value: on(binomialQuantile) },
  poisson: { lower: on(poissonCdf), upper: on(poissonUpper) },
  poissonDensity: { value: on(poissonDensity) },
  poissonQuantile: { value: on(poissonQuantile) },
}

describe('distributions beside R', () => {
  it('covers every grid that R printed', () => {
    assert.deepEqual(Object.keys(ours).sort(), Object.keys(grids).sort())
  })

  for (const [name, grid] of Object.entries(grids)) {
    it(name, () => {
      const axes = Object.keys(grid).filter((key) => !results.includes(key))
      const points = (grid[axes[0] ?? ''] ?? []).map((_, at) =>
        axes.map((axis) => grid[axis]?.[at] ?? Number.NaN),
      )
      for (const [key, answer] of Object.entries(ours[name] ?? {})) {
        const values = points.map((point) => answer(...point))
        allAgree(values, grid[key] ?? [], `${name} ${key}`)
      }
    })
  }
})

/** A function of however many numbers; the grids have as many as it takes. */
function on(f: (a: number, b: number, c: number) => number): Answer {
  return (...[a = Number.NaN, b = Number.NaN, c = Number.NaN]) => f(a, b, c)
}
