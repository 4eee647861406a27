/** The solver's threads: searches by id, given up, overdue or killed; and the program's own thread, which never waits. */

import assert from 'node:assert/strict'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { after, describe, it } from 'node:test'
import type { SitingProblem } from '#core/network/siting/problem.ts'
import { openPool, type PoolOptions, SolverError } from '#solver/pool.ts'
import {
  closeSolver,
  type Progress,
  solveCovering,
  solveFewestPathways,
  solvePMedian,
} from '#solver/solve.ts'
import { instanceOf } from '../../bench/siting/instances.ts'

/** Costs without any geography: no bound is near, so that a search takes as long as it may. */
function endless(): SitingProblem {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const count = 150
  return {
    areas: Array.from({ length: count }, (_, a) => ({ code: `A${a}`, weight: 1 + Math.floor(random() * 9) })),
    sites: Array.from({ length: 100 }, (_, s) => ({ code: `S${s}`, fixed: false })),
    minutes: Float32Array.from({ length: count * 100 }, () => 1 + Math.floor(random() * 100)),
    p: 7,
  }
}

const small: SitingProblem = {
  areas: [
    { code: 'A', weight: 1 },
    { code: 'B', weight: 2 },
  ],
  sites: [
    { code: 'X', fixed: false },
    { code: 'Y', fixed: false },
  ],
  minutes: Float32Array.of(1, 9, 9, 1),
  p: 1,
}

describe('the solver', () => {
  after(closeSolver)
  const pools: ReturnType<typeof openPool>[] = []
  const pool = (options: Partial<PoolOptions> = {}) => {
    const opened = openPool({ threads: 1, ...options })
    pools.push(opened)
    return opened
  }
  after(() => Promise.all(pools.map((each) => each.close())))

  it('answers each of its three questions', async () => {
    const run = { timeLimitSeconds: 30 }
    assert.deepEqual((await solvePMedian(small, run)).open, ['Y'])
    assert.equal((await solveCovering({ ...small, within: 1 }, run)).objective, 2)
    const pathways = await solveFewestPathways(
      { areas: small.areas, options: [{ from: 'X', to: 'Y', areas: Int32Array.of(1) }], need: 2 },
      run,
    )
    assert.deepEqual(pathways.pathways, [{ from: 'X', to: 'Y' }])
  })

  it('tells how far it is, and stops when its time is up with a bound below its answer', async () => {
    const told: Progress[] = []
    const began = performance.now()
    const answer = await solvePMedian(endless(), {
      timeLimitSeconds: 2,
      onProgress: (state) => told.push(state),
      pool: pool(),
    })
    assert.ok(performance.now() - began < 15_000)
    assert.equal(answer.outcome, 'stopped')
    assert.match(answer.why ?? '', /time was up/)
    assert.equal(answer.open.length, 7)
    assert.ok(answer.bound < answer.objective && answer.gap > 0 && answer.gap < 1)
    assert.ok(told.length >= 3, `${told.length} times`)
    for (const [at, state] of told.entries()) {
      assert.ok(state.bound <= state.best && state.gap >= 0 && state.seconds >= 0)
      assert.ok(at === 0 || state.seconds >= (told[at - 1] as Progress).seconds)
    }
  })

  it('ends at once when it is given up, with the reason that was given', async () => {
    const control = new AbortController()
    const threads = pool()
    const search = solvePMedian(endless(), { timeLimitSeconds: 60, signal: control.signal, pool: threads })
    setTimeout(() => control.abort(new Error('no longer wanted')), 300)
    await assert.rejects(search, { message: 'no longer wanted' })
    assert.equal(threads.threads(), 0)
    await assert.rejects(
      solvePMedian(small, { timeLimitSeconds: 1, signal: AbortSignal.abort(), pool: threads }),
      { name: 'AbortError' },
    )
    assert.equal((await solvePMedian(small, { timeLimitSeconds: 30, pool: threads })).outcome, 'optimal')
  })

  it('has no more threads than it may, and those who wait keep their turn or give up', async () => {
    const threads = pool({ waiting: 2 })
    const first = new AbortController()
    const waiting = new AbortController()
    const long = solvePMedian(endless(), { timeLimitSeconds: 60, signal: first.signal, pool: threads })
    const given = solvePMedian(small, { timeLimitSeconds: 30, signal: waiting.signal, pool: threads })
    const next = solvePMedian(small, { timeLimitSeconds: 30, pool: threads })
    assert.equal(threads.threads(), 1)
    await assert.rejects(solvePMedian(small, { timeLimitSeconds: 1, pool: threads }), {
      name: 'SolverError',
      code: 'too-many',
    })
    waiting.abort()
    await assert.rejects(given, { name: 'AbortError' })
    first.abort()
    await assert.rejects(long, { name: 'AbortError' })
    assert.deepEqual((await next).open, ['Y'])
  })

  it('fails by name where a thread is ended under it, and goes on with the next', async () => {
    const threads = pool()
    const search = solvePMedian(endless(), { timeLimitSeconds: 60, pool: threads })
    setTimeout(() => void threads.close(), 300)
    await assert.rejects(search, (error) => error instanceof SolverError && error.code === 'killed')
    assert.deepEqual((await solvePMedian(small, { timeLimitSeconds: 30, pool: threads })).open, ['Y'])
  })

  it('fails by name where a thread crashes, and goes on with the next', async () => {
    const threads = pool()
    const broken = { ...small, areas: null as never }
    await assert.rejects(
      solvePMedian(broken, { timeLimitSeconds: 30, pool: threads }),
      (error) => error instanceof SolverError && error.code === 'crashed' && error.cause instanceof Error,
    )
    assert.deepEqual((await solvePMedian(small, { timeLimitSeconds: 30, pool: threads })).open, ['Y'])
  })

  it('never lets the program’s own thread wait, nor for 15,090 areas', async () => {
    const threads = pool()
    const instance = instanceOf(15_090, (_, at) => at % 4 === 0)
    await solvePMedian(small, { timeLimitSeconds: 30, pool: threads })
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const began = performance.now()
    const answer = await solvePMedian({ ...instance, p: 3 }, { timeLimitSeconds: 60, pool: threads })
    delay.disable()
    assert.equal(answer.outcome, 'optimal')
    assert.ok(answer.gap <= 2e-9)
    const [longest, whole] = [delay.max / 1e6, performance.now() - began]
    // Solved here it would wait for the whole of it; a loaded machine takes turns of some tens of milliseconds.
    assert.ok(longest < whole / 2, `waited ${longest} ms of ${whole}`)
  })
})
