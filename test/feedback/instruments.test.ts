/** Instruments that others own: nothing of their words is shipped, none is asked without a licence, scores are the owners'. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instrumentAnswers } from '#core/pathway/kinds/instrument-answers.ts'
import { instrumentById, instruments, type Scale, scoreOf } from '#core/registry/instruments.ts'
import { instrumentLicence, itemsToAsk } from '#core/service/kinds/instrument-licence.ts'

const eq5d = instrumentById('eq-5d-5l')
const c30 = instrumentById('eortc-qlq-c30')
assert.ok(eq5d && c30)
const answers = 'one\ntwo\nthree\n\nfour\nfive'
const items = eq5d.items.map((item) => ({ item, text: `Words of ${item}, loaded for the test`, answers }))
const licence = (over: object = {}) => ({
  occurredAt: '2026-01-01T00:00:00.000Z',
  body: {
    ...{ instrument: 'eq-5d-5l' as const, reference: 'EQ-1', holder: 'Trust', expires: '2026-12-31', items },
    ...over,
  },
})

describe('an instrument that others own', () => {
  it('is asked only with a licence that is recorded and in force, and the words of every item', () => {
    const why = (licences: Parameters<typeof itemsToAsk>[1], on = '2026-06-01') => {
      const asked = itemsToAsk(eq5d, licences, on)
      return asked.outcome === 'refused' ? asked.why : asked.items.map(({ item }) => item)
    }
    assert.equal(why([]), 'no-licence')
    assert.equal(why([licence({ instrument: 'fact-hep' })]), 'no-licence')
    assert.equal(why([licence({ reference: ' ' })]), 'no-licence')
    assert.equal(why([licence()], '2027-01-01'), 'expired')
    assert.equal(why([licence()], '2025-12-31'), 'expired')
    assert.equal(why([licence({ items: items.slice(1) })]), 'words-missing')
    assert.equal(why([licence({ items: undefined })]), 'words-missing')
    const fewAnswers = items.map((each) => (each.item === 'SC' ? { ...each, answers: 'one\ntwo' } : each))
    assert.equal(why([licence({ items: fewAnswers })]), 'words-missing')
    assert.deepEqual(why([licence()]), ['MO', 'SC', 'UA', 'PD', 'AD', 'VAS'])
  })

  it('has a licence without reference refused by its kind', () => {
    const { body } = licence({ reference: '' })
    assert.equal(instrumentLicence.schema.safeParse(body).success, false)
  })

  it('is here as numbers and titles, without the words of an item', () => {
    for (const { items: numbers } of instruments)
      for (const item of numbers) assert.match(item, /^[A-Z]{1,3}\d{0,2}$/)
    for (const { scales, items: all } of instruments)
      for (const scale of scales) for (const item of scale.items) assert.ok(all.includes(item), item)
  })
})

describe('a score', () => {
  const scale = (name: string): Scale => {
    const found = instruments.flatMap(({ scales }) => scales).find((each) => each.name === name)
    assert.ok(found, name)
    return found
  }
  it('of EORTC goes from 0 to 100: much function is high, many symptoms are high, half of the items are enough', () => {
    const all = (answer: number) => Object.fromEntries(c30.items.map((item) => [item, answer]))
    assert.deepEqual(scoreOf(scale('PF2'), all(1)), { outcome: 'scored', score: 100 })
    assert.deepEqual(scoreOf(scale('PF2'), all(4)), { outcome: 'scored', score: 0 })
    assert.deepEqual(scoreOf(scale('FA'), all(4)), { outcome: 'scored', score: 100 })
    assert.deepEqual(scoreOf(scale('QL2'), { Q29: 7, Q30: 7 }), { outcome: 'scored', score: 100 })
    assert.deepEqual(scoreOf(scale('EF'), { Q21: 1, Q22: 1 }), { outcome: 'scored', score: 100 })
    assert.deepEqual(scoreOf(scale('EF'), { Q21: 1 }), { outcome: 'too-few' })
  })

  it('of FACIT is a sum, turned where the item is, and prorated for what was left out', () => {
    const worst = Object.fromEntries(scale('PWB').items.map((item) => [item, 4]))
    assert.deepEqual(scoreOf(scale('PWB'), worst), { outcome: 'scored', score: 0 })
    assert.deepEqual(scoreOf(scale('FWB'), { GF1: 4, GF2: 4, GF3: 4, GF4: 4 }), {
      outcome: 'scored',
      score: 28,
    })
    assert.deepEqual(scoreOf(scale('FWB'), { GF1: 4, GF2: 4, GF3: 4 }), { outcome: 'too-few' })
  })

  it('by a table is none without the table, which comes with the licence', () => {
    const answers = { MO: 1, SC: 1, UA: 2, PD: 1, AD: 3 }
    assert.deepEqual(scoreOf(scale('index'), answers), { outcome: 'table-missing' })
  })
})

describe('the line of an entry', () => {
  const line = (instrument: 'eortc-qlq-c30' | 'fact-hep' | 'eq-5d-5l', value: number) =>
    instrumentAnswers.line({
      ...{ instrument, licence: 'L-1' },
      answers: (instrumentById(instrument)?.items ?? []).map((item) => ({ item, value })),
    })
  it('names the first of many scores, and says how many there are besides', () => {
    assert.equal(
      line('eortc-qlq-c30', 1),
      'EORTC QLQ-C30: 30 of 30 items answered. Global health status 0.0, and 14 more scores',
    )
    assert.equal(line('eq-5d-5l', 5), 'EQ-5D-5L: 6 of 6 items answered. EQ VAS 5.0')
  })
})
