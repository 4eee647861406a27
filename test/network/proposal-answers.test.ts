/** Answers of the network on small nations in plain data: the fewest pathways against every set there is, and plain words where there is nothing to compute. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '#core/census/questionnaire.ts'
import type { Area, Network, Site, TravelTimes } from '#core/network/network.ts'
import { proofWords } from '#core/network/proposal/answer.ts'
import { answerTo } from '#core/network/proposal/answer-to.ts'
import { pathwaysModel } from '#core/network/proposal/pathways-problem.ts'
import type { PathwaysQuestion, Question, ServicesQuestion } from '#core/network/proposal/question.ts'
import { proposalKey, type Situation } from '#core/network/proposal/situation.ts'
import type { Solver } from '#core/network/proposal/solver.ts'
import { covering } from '#core/network/siting/covering.ts'
import { pMedian } from '#core/network/siting/p-median.ts'
import { fewestPathways } from '#core/network/siting/pathways.ts'
import fc from '#test/support/properties.ts'
import { networkFrom, site } from './nation.ts'

const procedure = 'lung-ablation'
const watch = { stop: () => false, report: () => undefined, secondsLeft: () => 60 }
const solver: Solver = {
  pMedian: async (problem) => pMedian(problem, watch),
  covering: async (problem) => covering(problem, watch),
  fewestPathways: async (problem) => fewestPathways(problem, watch),
}
const run = { timeLimitSeconds: 10 }

const offers: Answers = {
  ...{ ioOffered: 'yes', kinds: 'both', irDepartment: 'yes' },
  ...{ supportiveProcedures: ['nephrostomy'], diseaseModifyingProcedures: [procedure] },
}
const gap: Answers = {
  ...{ ioOffered: 'yes', kinds: 'supportive-only', irDepartment: 'yes' },
  ...{ supportiveProcedures: ['nephrostomy'], diseaseModifyingPathway: 'no' },
}
const refersTo = (...to: string[]): Answers => ({
  ...gap,
  ...{ diseaseModifyingPathway: 'yes', diseaseModifyingPathwayTo: to },
})

interface Small {
  readonly sites: Readonly<Record<string, Answers | null>>
  /** By site, minutes to each area. */
  readonly rows: Readonly<Record<string, readonly number[]>>
  readonly people: readonly number[]
  readonly more?: Readonly<Record<string, Partial<Site>>>
}

function small({ sites, rows, people, more = {} }: Small): Situation {
  const codes = Object.keys(sites)
  const answers = Object.fromEntries(Object.entries(sites).filter(([, given]) => given !== null)) as Record<
    string,
    Answers
  >
  const { network } = networkFrom({
    day: '2026-11-22',
    sites: codes.map((code) => site(code, more[code] ?? {})),
    answers,
  })
  const areas = people.map(
    (population, at): Area => ({
      ...{ code: `A${at}`, name: `A${at}`, district: 'D', nation: 'England', population },
      ...{ latitude: 53, longitude: -2 },
    }),
  )
  const times: TravelTimes = {
    sites: codes,
    areas: areas.map(({ code }) => code),
    minutes: Float32Array.from(codes.flatMap((code) => rows[code] ?? [])),
    basis: 'file',
    key: 'by hand',
  }
  return { network, times, areas }
}

const pathways = (share: number, within = 60): PathwaysQuestion => ({
  ...{ kind: 'pathways', procedure, nation: null, share, count: null, within },
})
const services = (more: Partial<ServicesQuestion>): ServicesQuestion => ({
  ...{ kind: 'services', procedure, nation: null, aim: 'mean', count: 1, within: null },
  ...{ existing: 'fixed', candidates: 'all', ...more },
})
const ask = (question: Question, situation: Situation) => answerTo(question, situation, solver, run)

/** P offers it; G and H are gaps, H farther from P than from the edge of reach. */
const three = small({
  sites: { P: offers, G: gap, H: gap },
  rows: { P: [5, 40, 50, 130], G: [50, 10, 10, 100], H: [90, 70, 70, 10] },
  people: [100, 60, 40, 300],
})

describe('the fewest new referral pathways', () => {
  it('finds the one that is enough, and says who is within reach before and after', async () => {
    const answer = await ask(pathways(40), three)
    assert.equal(answer.outcome, 'optimal')
    assert.deepEqual(answer.pathways, [{ from: 'G', to: 'P', isNew: true }])
    assert.equal(answer.steps[0]?.people, 100)
    assert.match(answer.sentence, /^One new referral pathway \(Hospital G to Hospital P\) is enough: 40% of/)
    assert.match(answer.sentence, /today it is 20%/)
    assert.equal(answer.change?.before.bands.at(-1), 400)
    assert.equal(answer.change?.gain.waysChanged, 100)
    assert.equal(
      proofWords(answer.proof as NonNullable<typeof answer.proof>),
      'Proven best: no other choice does better',
    )
  })

  it('finds the best so many, and takes all where there are no more', async () => {
    const best = await ask({ ...pathways(1, 90), share: null, count: 1 }, three)
    assert.deepEqual(best.pathways, [{ from: 'G', to: 'P', isNew: true }])
    assert.match(best.sentence, /would bring 100 people within reach, more than any others: 40% of/)
    const all = await ask({ ...pathways(1, 150), share: null, count: 9 }, three)
    assert.equal(all.pathways.length, 2)
    const none = await ask({ ...pathways(1, 1), share: null, count: 2 }, three)
    assert.match(
      none.sentence,
      /No new referral pathway would bring anybody .* within 1 minute of lung ablation/,
    )
  })

  it('explains a share that cannot be reached, and one that is reached today', async () => {
    const much = await ask(pathways(100), three)
    assert.equal(much.outcome, 'infeasible')
    assert.match(
      much.sentence,
      /100% cannot be reached: with every possible referral pathway it would be 40%/,
    )
    assert.match(much.sentence, /300 people live over 60 minutes from every service that could treat them/)
    const little = await ask(pathways(20), three)
    assert.equal(little.outcome, 'explained')
    assert.match(little.sentence, /No new referral pathway is needed: 20% .* are within reach today/)
  })

  it('counts a pathway of today, and says whose service did not answer', async () => {
    const situation = small({
      sites: { P: offers, G: refersTo('P'), S: null },
      rows: { P: [5, 40, 30], G: [50, 10, 60], S: [60, 60, 5] },
      people: [100, 60, 40],
    })
    const model = pathwaysModel(pathways(100), situation)
    assert.equal(model.reachedToday, 160)
    assert.equal(model.silent, 40)
    const answer = await ask(pathways(100), situation)
    assert.match(answer.sentence, /The service nearest to 40 people did not say what it offers/)
  })

  it('says that there is nobody to refer to where nobody offers it', async () => {
    const situation = small({ sites: { G: gap }, rows: { G: [5] }, people: [10] })
    const answer = await ask(pathways(50), situation)
    assert.equal(answer.outcome, 'explained')
    assert.match(
      answer.sentence,
      /No service says that it offers lung ablation, so there is nobody to refer to/,
    )
  })

  it('takes as few as the best of all sets, on random nations', async () => {
    const minutes = fc.integer({ min: 1, max: 120 })
    const nation = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 8 }))
      .chain(([providers, gaps, width]) =>
        fc.record({
          providers: fc.constant(providers),
          gaps: fc.constant(gaps),
          rows: fc.array(fc.array(minutes, { minLength: width, maxLength: width }), {
            ...{ minLength: providers + gaps, maxLength: providers + gaps },
          }),
          people: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: width, maxLength: width }),
          share: fc.integer({ min: 1, max: 100 }),
        }),
      )
    await fc.assert(
      fc.asyncProperty(nation, async ({ providers, gaps, rows, people, share }) => {
        const codes = [...Array(providers + gaps).keys()].map((at) => (at < providers ? `P${at}` : `G${at}`))
        const situation = small({
          sites: Object.fromEntries(codes.map((code) => [code, code.startsWith('P') ? offers : gap])),
          rows: Object.fromEntries(codes.map((code, at) => [code, rows[at] as number[]])),
          people,
        })
        const answer = await ask(pathways(share), situation)
        const fewest = byEverySet(codes, providers, rows, people, share)
        if (fewest === null) assert.equal(answer.outcome, 'infeasible')
        else if (fewest === 0) assert.match(answer.sentence, /No new referral pathway is needed/)
        else {
          assert.equal(answer.outcome, 'optimal')
          assert.equal(answer.pathways.length, fewest)
        }
      }),
      { numRuns: 150 },
    )
  })
})

/** The least number of pathways by trying every set; null: no set is enough. */
function byEverySet(
  codes: readonly string[],
  providers: number,
  rows: readonly (readonly number[])[],
  people: readonly number[],
  share: number,
): number | null {
  const total = people.reduce((sum, one) => sum + one, 0)
  const need = (share / 100) * total
  const home = people.map((_, area) => {
    let best = 0
    for (let at = 1; at < codes.length; at++)
      if ((rows[at]?.[area] as number) < (rows[best]?.[area] as number)) best = at
    return best
  })
  const pairs = codes.flatMap((_, from) =>
    from < providers ? [] : [...Array(providers).keys()].map((to) => [from, to] as const),
  )
  const reached = (set: readonly (readonly [number, number])[]) =>
    people.reduce((sum, one, area) => {
      const own = home[area] as number
      const places = own < providers ? [own] : set.filter(([from]) => from === own).map(([, to]) => to)
      return places.some((place) => (rows[place]?.[area] as number) <= 60) ? sum + one : sum
    }, 0)
  if (reached(pairs) < need - 1e-6) return null
  let fewest: number | null = null
  for (let bits = 0; bits < 2 ** pairs.length; bits++) {
    const set = pairs.filter((_, at) => (bits >> at) % 2 === 1)
    if (fewest !== null && set.length >= fewest) continue
    if (reached(set) >= need - 1e-6) fewest = set.length
  }
  return fewest
}

describe('where new services should be', () => {
  it('finds the place with the shortest way on average, beside today’s', async () => {
    const answer = await ask(services({}), three)
    assert.deepEqual(
      answer.sites.filter(({ role }) => role === 'new').map(({ code }) => code),
      ['H'],
    )
    assert.match(answer.sentence, /^One new service for lung ablation, at Hospital H, would shorten the way/)
    const minutes = (100 * 5 + 60 * 40 + 40 * 50 + 300 * 10) / 500
    assert.ok(Math.abs((answer.proof?.objective ?? 0) - minutes) < 1e-6)
    assert.ok((answer.proof?.gap ?? 1) < 1e-8)
  })

  it('moves today’s where one may begin anew, and says which would not be chosen', async () => {
    const answer = await ask(services({ existing: 'free', aim: 'covering', within: 15 }), three)
    const roles = Object.fromEntries(answer.sites.map(({ code, role }) => [code, role]))
    assert.deepEqual(roles, { P: 'left-out', G: 'other', H: 'new' })
    assert.match(answer.sentence, /^If one could begin anew, one service for lung ablation, at Hospital H,/)
  })

  it('explains more services than places, no place at all, and a nation in which nobody lives', async () => {
    assert.match((await ask(services({ count: 3 }), three)).sentence, /only 2 organisations to choose from/)
    const none = await ask(services({ nation: 'Wales' }), three)
    assert.equal(none.outcome, 'explained')
    assert.match(none.sentence, /Nobody is known to live in Wales/)
    const all = small({ sites: { P: offers }, rows: { P: [5] }, people: [10] })
    assert.match(
      (await ask(services({}), all)).sentence,
      /No organisation in the United Kingdom could become/,
    )
  })

  it('begins from nothing where nobody offers it', async () => {
    const situation = small({ sites: { G: gap, H: gap }, rows: { G: [5, 50], H: [50, 5] }, people: [10, 90] })
    const answer = await ask(services({}), situation)
    assert.match(
      answer.sentence,
      /at Hospital H, would put the people .* 10 minutes away on average, where nobody offers it today/,
    )
  })
})

describe('recipients for each gap', () => {
  it('ranks them with reasons, and counts whom the gap is nearest to', async () => {
    const answer = await ask({ kind: 'recipients', procedure, nation: null }, three)
    assert.deepEqual(
      answer.gaps.map(({ code, people }) => [code, people]),
      [
        ['H', 300],
        ['G', 100],
      ],
    )
    assert.equal(answer.gaps[0]?.recipients[0]?.code, 'P')
    assert.match(
      answer.gaps[0]?.recipients[0]?.reasons.join(' ') ?? '',
      /minutes away by car.*An alliance.*counts as 15 minutes nearer/,
    )
  })

  it('says for how many a suitable one is near', async () => {
    // Every service of a small situation stands in its first area.
    const sentenceOf = async (minutes: number, gaps: readonly string[]) => {
      const situation = small({
        sites: { P: offers, ...Object.fromEntries(gaps.map((code) => [code, gap])) },
        rows: { P: [minutes], ...Object.fromEntries(gaps.map((code) => [code, [5]])) },
        people: [10],
      })
      return (await ask({ kind: 'recipients', procedure, nation: null }, situation)).sentence
    }
    const two = ['G', 'H']
    assert.match(await sentenceOf(40, two), /^2 services .*; for all of them a suitable .* within an hour\.$/)
    assert.match(await sentenceOf(80, two), /; for none of them is a suitable recipient within an hour\.$/)
    assert.match(
      await sentenceOf(40, ['G']),
      /^One service .*; for it a suitable recipient is within an hour\.$/,
    )
    assert.match(await sentenceOf(80, ['G']), /; no suitable recipient is within an hour of it\.$/)
  })

  it('says so where there is no gap', async () => {
    const situation = small({ sites: { P: offers }, rows: { P: [5] }, people: [10] })
    assert.match(
      (await ask({ kind: 'recipients', procedure, nation: null }, situation)).sentence,
      /There is no gap in the United Kingdom/,
    )
  })
})

describe('the key of a question', () => {
  it('is the same on another day on which nothing changed, and another where a pathway is new', () => {
    const key = proposalKey(three, pathways(40))
    const later: Network = { ...three.network, day: '2026-12-24' }
    assert.equal(proposalKey({ ...three, network: later }, pathways(40)), key)
    const pathway = { from: 'G', to: 'P', procedures: [procedure], basis: 'confirmed' } as const
    const more = { through: null, agreedOn: null, reviewDue: null, entry: null }
    const agreed: Network = { ...three.network, pathways: [{ ...pathway, ...more }] }
    assert.notEqual(proposalKey({ ...three, network: agreed }, pathways(40)), key)
    assert.notEqual(proposalKey(three, pathways(41)), key)
  })
})
