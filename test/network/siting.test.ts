/** Siting on problems small enough to try every choice, and on questions that make no sense or leave no choice. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { covering } from '#core/network/siting/covering.ts'
import { pMedian } from '#core/network/siting/p-median.ts'
import { fewestPathways, type PathwaysProblem, pathwayOptions } from '#core/network/siting/pathways.ts'
import type { SitingAnswer, SitingProblem } from '#core/network/siting/problem.ts'
import { loadExact } from '../../src/solver/highs.ts'

const exact = await loadExact()
const none = Number.POSITIVE_INFINITY
const watch = { exact, stop: () => false, secondsLeft: () => 1e6, report: () => undefined }

/** Numbers in [0, 1) from a seed. @see Numerical Recipes, 3rd edition, 7.1: the quick generator */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Ties, twins, areas without weight, arcs without a way and fixed sites all occur. */
function randomProblem(seed: number): SitingProblem {
  const random = randomFrom(seed)
  const areas = 1 + Math.floor(random() * 9)
  const sites = 1 + Math.floor(random() * 7)
  const rough = random() < 0.5
  const lost = random() < 0.4 ? 0.7 : 0
  return {
    areas: Array.from({ length: areas }, (_, a) => ({
      code: `A${a}`,
      weight: random() < 0.1 && a > 0 ? 0 : 1 + Math.floor(random() * 50),
    })),
    sites: Array.from({ length: sites }, (_, s) => ({ code: `S${s}`, fixed: random() < 0.2 })),
    minutes: Float32Array.from({ length: areas * sites }, () => {
      if (random() < lost) return none
      return rough ? 5 * Math.floor(random() * 8) : random() * 120
    }),
    p: 1 + Math.floor(random() * 4),
    ...(random() < 0.3 ? { unreachedMinutes: 200 } : {}),
  }
}

/** Every choice of at most p of the sites that are not fixed. */
function* choices({ sites, p }: SitingProblem): Generator<readonly number[]> {
  const free = sites.flatMap(({ fixed }, s) => (fixed ? [] : [s]))
  for (let bits = 0; bits < 2 ** free.length; bits += 1) {
    const chosen = free.filter((_, at) => (bits >> at) & 1)
    if (chosen.length <= p) yield chosen
  }
}

function awayOf({ areas, sites, minutes }: SitingProblem, area: number, chosen: readonly number[]): number {
  const open = sites.flatMap(({ fixed }, s) => (fixed || chosen.includes(s) ? [s] : []))
  return Math.min(none, ...open.map((s) => minutes[s * areas.length + area] as number))
}

function reachable(
  { areas, sites, minutes }: SitingProblem,
  area: number,
  within = Number.MAX_VALUE,
): boolean {
  return sites.some((_, s) => (minutes[s * areas.length + area] as number) <= within)
}

function medianCost(problem: SitingProblem, chosen: readonly number[]): number {
  return problem.areas.reduce((sum, { weight }, area) => {
    if (weight === 0 || !reachable(problem, area)) return sum
    const away = awayOf(problem, area, chosen)
    return sum + weight * (away === none ? (problem.unreachedMinutes ?? none) : away)
  }, 0)
}

function covers(problem: SitingProblem, within: number, chosen: readonly number[]): number {
  return problem.areas.reduce(
    (sum, { weight }, area) => sum + (awayOf(problem, area, chosen) <= within ? weight : 0),
    0,
  )
}

const close = (one: number, other: number, words: string) =>
  assert.ok(
    Math.abs(one - other) <= 1e-7 * Math.max(1, Math.abs(other)),
    `${words}: ${one}, and not ${other}`,
  )

const freeOf = ({ sites }: SitingProblem) => sites.filter(({ fixed }) => !fixed).length
const fixedOf = ({ sites }: SitingProblem) => sites.filter(({ fixed }) => fixed).map(({ code }) => code)
const indexOf = ({ sites }: SitingProblem, codes: readonly string[]) =>
  codes.map((code) => sites.findIndex((site) => site.code === code))

function holds(problem: SitingProblem, answer: SitingAnswer, sense: 'least' | 'most'): void {
  assert.ok(sense === 'least' ? answer.bound <= answer.objective : answer.bound >= answer.objective, 'bound')
  assert.ok(answer.opened.length <= problem.p, 'no more than p')
  for (const code of fixedOf(problem)) assert.ok(answer.open.includes(code), 'fixed stays open')
  assert.deepEqual(new Set(answer.open), new Set([...fixedOf(problem), ...answer.opened]))
}

describe('siting, beside every choice there is', () => {
  it('a p-median is the least of all, or none reaches everybody', () => {
    let infeasible = 0
    for (let seed = 1; seed <= 600; seed += 1) {
      const problem = randomProblem(seed)
      if (
        problem.p > freeOf(problem) ||
        !problem.areas.some(({ weight }, a) => weight > 0 && reachable(problem, a))
      )
        continue
      const best = Math.min(...Array.from(choices(problem), (chosen) => medianCost(problem, chosen)))
      const answer = pMedian(problem, watch)
      if (best === none) {
        infeasible += 1
        assert.equal(answer.outcome, 'infeasible', `seed ${seed}`)
        continue
      }
      assert.equal(answer.outcome, 'optimal', `seed ${seed}`)
      close(answer.objective, best, `seed ${seed}`)
      close(medianCost(problem, indexOf(problem, answer.opened)), best, `seed ${seed}, its sites`)
      assert.ok(answer.gap <= 2e-9, `seed ${seed}`)
      holds(problem, answer, 'least')
    }
    assert.ok(infeasible > 10, `${infeasible} infeasible ones`)
  })

  it('a covering is the most of all', () => {
    for (let seed = 1; seed <= 600; seed += 1) {
      const problem = randomProblem(seed)
      const within = 30
      if (problem.p > freeOf(problem)) continue
      if (!problem.areas.some(({ weight }, a) => weight > 0 && reachable(problem, a, within))) continue
      const best = Math.max(...Array.from(choices(problem), (chosen) => covers(problem, within, chosen)))
      const answer = covering({ ...problem, within }, watch)
      assert.equal(answer.outcome, 'optimal', `seed ${seed}`)
      close(answer.objective, best, `seed ${seed}`)
      close(covers(problem, within, indexOf(problem, answer.opened)), best, `seed ${seed}, its sites`)
      holds(problem, answer, 'most')
    }
  })

  it('the fewest pathways are the fewest of all', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = randomFrom(seed)
      const areas = Array.from({ length: 8 }, (_, a) => ({
        code: `A${a}`,
        weight: 1 + Math.floor(random() * 20),
      }))
      const options = Array.from({ length: 7 }, (_, o) => ({
        from: `F${o}`,
        to: 'T',
        areas: areas.flatMap((_, a) => (random() < 0.35 ? [a] : [])),
      }))
      const need = random() * areas.reduce((sum, { weight }) => sum + weight, 0)
      const reached = (bits: number) =>
        areas.reduce(
          (sum, { weight }, a) =>
            sum + (options.some((option, o) => (bits >> o) & 1 && option.areas.includes(a)) ? weight : 0),
          0,
        )
      const enough = Array.from({ length: 2 ** options.length }, (_, bits) => bits).filter(
        (bits) => reached(bits) >= need,
      )
      const answer = fewestPathways({ areas, options, need }, watch)
      if (enough.length === 0) {
        assert.equal(answer.outcome, 'infeasible', `seed ${seed}`)
        assert.equal(answer.largest, reached(2 ** options.length - 1))
        continue
      }
      const sizeOf = (bits: number) => bits.toString(2).replaceAll('0', '').length
      const fewest = Math.min(...enough.map(sizeOf))
      assert.equal(answer.outcome, 'optimal', `seed ${seed}`)
      assert.equal(answer.objective, fewest, `seed ${seed}`)
      assert.equal(answer.pathways.length, fewest)
      const most = Math.max(...enough.filter((bits) => sizeOf(bits) === fewest).map(reached))
      close(answer.reached, most, `seed ${seed}, of the smallest sets the one that reaches most`)
    }
  })
})

describe('siting, as p grows', () => {
  const problem: SitingProblem = {
    areas: Array.from({ length: 40 }, (_, a) => ({ code: `A${a}`, weight: 1 + ((a * 7) % 11) })),
    sites: Array.from({ length: 15 }, (_, s) => ({ code: `S${s}`, fixed: s === 4 })),
    minutes: Float32Array.from({ length: 600 }, (_, at) =>
      Math.abs(((at % 40) * 3 - Math.floor(at / 40) * 8) % 97),
    ),
    p: 1,
  }

  it('people travel no more, and no fewer are covered', () => {
    let least = none
    let most = 0
    for (let p = 1; p <= 14; p += 1) {
      const { objective } = pMedian({ ...problem, p }, watch)
      assert.ok(objective <= least)
      least = objective
      const covered = covering({ ...problem, p, within: 12 }, watch).objective
      assert.ok(covered >= most)
      most = covered
    }
  })

  it('says so where fewer sites do as well', () => {
    const answer = covering({ ...problem, p: 14, within: 60 }, watch)
    assert.ok(answer.opened.length < 14)
    assert.match(answer.why ?? '', /as many as 14/)
  })
})

describe('questions of siting without sense or choice', () => {
  const problem: SitingProblem = {
    areas: [
      { code: 'A', weight: 10 },
      { code: 'B', weight: 20 },
      { code: 'ISLE', weight: 5 },
    ],
    sites: [
      { code: 'X', fixed: false },
      { code: 'Y', fixed: false },
    ],
    minutes: Float32Array.of(10, 30, none, 30, 10, none),
    p: 1,
  }
  const why = (more: Partial<SitingProblem>, outcome: string) => {
    const asked = { ...problem, ...more }
    const answers = [pMedian(asked, watch), covering({ ...asked, within: 20 }, watch)]
    for (const answer of answers) assert.equal(answer.outcome, outcome, answer.why ?? '')
    return answers.map((answer) => answer.why ?? '').join(' ')
  }

  it('leave out an area that no site reaches, and name it', () => {
    const answer = pMedian(problem, watch)
    assert.equal(answer.outcome, 'optimal')
    assert.deepEqual(answer.unreachable, ['ISLE'])
    assert.deepEqual(answer.open, ['Y'])
    assert.equal(answer.objective, 500)
  })

  it('with more new sites than there are: all of them, and said', () => {
    assert.match(why({ p: 3 }, 'degenerate'), /3 new sites cannot be opened: only 2 of the 2 sites/)
    assert.equal(pMedian({ ...problem, p: 3 }, watch).objective, 300)
  })

  it('with none: as it stands, or nothing at all', () => {
    assert.match(why({ p: 0 }, 'degenerate'), /No site is open, and none may be opened/)
    const fixed = problem.sites.map((site) => ({ ...site, fixed: site.code === 'X' }))
    assert.match(why({ p: 0, sites: fixed }, 'degenerate'), /this is how it stands/)
    assert.equal(pMedian({ ...problem, p: 0, sites: fixed }, watch).objective, 700)
  })

  it('with a p that is no count', () => {
    for (const p of [-1, 1.5, Number.NaN]) assert.match(why({ p }, 'degenerate'), /whole number/)
  })

  it('where nobody lives', () => {
    const areas = problem.areas.map((area) => ({ ...area, weight: 0 }))
    assert.match(why({ areas }, 'degenerate'), /No area has any weight/)
    assert.match(why({ areas: [], minutes: new Float32Array() }, 'degenerate'), /no areas/)
    const isle = problem.areas.map((area) => ({ ...area, weight: area.code === 'ISLE' ? 5 : 0 }))
    assert.match(pMedian({ ...problem, areas: isle }, watch).why ?? '', /No site has a way/)
  })

  it('without sites', () => {
    assert.match(why({ sites: [], minutes: new Float32Array() }, 'degenerate'), /no sites/)
  })

  it('with amounts that are none, naming where', () => {
    const minutes = problem.minutes.slice()
    minutes[4] = Number.NaN
    assert.match(why({ minutes }, 'degenerate'), /site Y to area B is NaN/)
    const areas = problem.areas.map((area) => ({
      ...area,
      weight: area.code === 'B' ? Number.NaN : area.weight,
    }))
    assert.match(why({ areas }, 'degenerate'), /area B is NaN/)
    assert.match(
      why({ minutes: new Float32Array(5) }, 'degenerate'),
      /5 travel times for 2 sites and 3 areas/,
    )
  })

  it('with too few sites to reach everybody say how many it takes, and are answered with a price on it', () => {
    const apart = { ...problem, minutes: Float32Array.of(10, none, none, none, 10, none) }
    const answer = pMedian(apart, watch)
    assert.equal(answer.outcome, 'infeasible')
    assert.match(answer.why ?? '', /at least 2 are needed/)
    const priced = pMedian({ ...apart, unreachedMinutes: 120 }, watch)
    assert.equal(priced.outcome, 'optimal')
    assert.deepEqual(priced.open, ['Y'])
    assert.deepEqual(priced.unreached, ['A'])
    assert.equal(priced.objective, 20 * 10 + 10 * 120)
  })

  it('where a share cannot be reached say the largest that can', () => {
    const asked: PathwaysProblem = {
      areas: problem.areas,
      options: [{ from: 'F', to: 'X', areas: [0] }],
      need: 15,
    }
    const answer = fewestPathways(asked, watch)
    assert.equal(answer.outcome, 'infeasible')
    assert.equal(answer.largest, 10)
    assert.equal(fewestPathways({ ...asked, need: 0 }, watch).outcome, 'degenerate')
    assert.equal(fewestPathways({ ...asked, need: Number.NaN }, watch).outcome, 'degenerate')
  })

  it('stopped at once, answer with what is known and how far it is from proven', () => {
    const answer = pMedian(
      { ...problem, unreachedMinutes: 90 },
      { ...watch, stop: () => true, secondsLeft: () => 0 },
    )
    assert.equal(answer.outcome, 'stopped')
    assert.ok(answer.bound <= answer.objective && answer.gap > 0)
  })
})

describe('what a pathway would bring', () => {
  it('is its service’s people who are near enough to the recipient', () => {
    const options = pathwayOptions({
      areas: [
        { code: 'A', weight: 1, home: 'F' },
        { code: 'B', weight: 1, home: 'F' },
        { code: 'C', weight: 1, home: 'G' },
      ],
      pairs: [
        { from: 'F', to: 'T' },
        { from: 'G', to: 'T' },
        { from: 'F', to: 'CLOSED' },
      ],
      times: { sites: ['F', 'T'], areas: ['C', 'B', 'A'], minutes: Float32Array.of(0, 0, 0, 70, 61, 60) },
      within: 60,
    })
    assert.deepEqual(
      options.map(({ from, to, areas }) => [from, to, [...Array.from(areas)]]),
      [['F', 'T', [0]]],
    )
  })
})
