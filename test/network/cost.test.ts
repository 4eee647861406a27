/** The cost model on hand-worked numbers: present values, break-even, sensitivity, what is refused. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  COST_NAMES,
  type CostInputs,
  costInput,
  exampleInputs,
  readCostInputs,
} from '#core/network/cost/inputs.ts'
import { sensitivityOf } from '#core/network/cost/sensitivity.ts'
import { compareCosts } from '#core/network/cost.ts'

const near = (found: number, wanted: number) =>
  assert.ok(Math.abs(found - wanted) < 1e-6 * Math.max(1, Math.abs(wanted)), `${found} is not ${wanted}`)

/** 10 patients, one treatment each at 1,000; 2 journeys of 50 km at £0.50; new: 2,000 a year, 12,100 once; 2 years. */
const worked: CostInputs = {
  ...{ patientsPerYear: 10, treatmentsPerPatient: 1, unitCostRecipient: 1000, unitCostNew: 900 },
  ...{ pathwayPerYear: 500, pathwayOnce: 100, newPerYear: 2000, newOnce: 12_100 },
  ...{ journeysPerPatient: 2, kmOneWay: 50, costPerKm: 0.5, minutesOneWay: 60, costPerMinute: 0.25 },
  ...{ transfersPerPatient: 0.1, costPerTransfer: 300, horizonYears: 2, discountRate: 10 },
}

describe('a referral pathway beside a new service', () => {
  const compared = compareCosts(worked)

  it('costs what a hand adds up', () => {
    // 2 journeys x 2 ways x (50 x 0.50 + 60 x 0.25) = 160, and a tenth of 300.
    assert.equal(compared.pathway.travel, 190)
    assert.equal(compared.pathway.perPatient, 1190)
    assert.equal(compared.pathway.perYear, 12_400)
    assert.equal(compared.newService.perYear, 11_000)
    // The first year counts whole, the second by 1 / 1.1.
    near(compared.annuity, 1 + 1 / 1.1)
    near(compared.pathway.presentValue, 100 + 12_400 * (1 + 1 / 1.1))
    near(compared.newService.presentValue, 12_100 + 11_000 + 10_000)
    near(compared.difference, 33_100 - 100 - 12_400 * (21 / 11))
    assert.equal(compared.newService.undiscounted, 34_100)
    near(compared.newService.presentValuePerPatient ?? 0, 1655)
  })

  it('year by year comes to the same difference', () => {
    near(compared.years.at(-1)?.differenceSoFar ?? 0, compared.difference)
    assert.equal(compared.years.length, 3)
    assert.equal(compared.years[0]?.newService, 12_100)
  })

  it('costs the same at the break-even', () => {
    const { breakEven } = compared
    assert.ok(breakEven.kind === 'at')
    assert.equal(breakEven.cheaperAbove, 'new-service')
    near(compareCosts({ ...worked, patientsPerYear: breakEven.patientsPerYear }).difference, 0)
    // Fixed: 12,000 + 1,500 x 21/11; each patient a year saves 290 x 21/11.
    near(breakEven.patientsPerYear, (12_000 + (1500 * 21) / 11) / ((290 * 21) / 11))
  })

  it('has no break-even where one costs less whatever the activity', () => {
    assert.deepEqual(compareCosts({ ...worked, unitCostNew: 2000 }).breakEven, {
      kind: 'always',
      cheaper: 'pathway',
    })
    assert.deepEqual(compareCosts({ ...worked, newOnce: 0, newPerYear: 0 }).breakEven, {
      kind: 'always',
      cheaper: 'new-service',
    })
    const same = { ...worked, unitCostNew: 1190, newPerYear: 500, newOnce: 100 }
    assert.deepEqual(compareCosts(same).breakEven, { kind: 'equal' })
    const onlyFixed = compareCosts({ ...same, newOnce: 101 }).breakEven
    assert.deepEqual(onlyFixed, { kind: 'always', cheaper: 'pathway' })
    const turned = compareCosts({ ...worked, unitCostNew: 2000, newOnce: 0, newPerYear: 0 }).breakEven
    assert.equal(turned.kind === 'at' && turned.cheaperAbove, 'pathway')
  })

  it('without discounting is a plain sum', () => {
    const plain = compareCosts({ ...worked, discountRate: 0 })
    assert.equal(plain.pathway.presentValue, plain.pathway.undiscounted)
    assert.equal(plain.annuity, 2)
  })

  it('stays a number at the largest inputs', () => {
    const largest = Object.fromEntries(COST_NAMES.map((name) => [name, costInput(name).most])) as CostInputs
    assert.ok(Number.isFinite(compareCosts(largest).difference))
  })
})

describe('sensitivity', () => {
  it('takes one input at a time lower and higher, the one that matters most first', () => {
    const found = sensitivityOf(worked, 10)
    assert.equal(found.length, COST_NAMES.length)
    for (let at = 1; at < found.length; at += 1)
      assert.ok((found[at - 1]?.swing ?? 0) >= (found[at]?.swing ?? 0))
    const recipient = found.find(({ name }) => name === 'unitCostRecipient')
    // 100 more for each of 10 patients, over 21/11 years.
    near((recipient?.atLow ?? 0) - compareCosts(worked).difference, 1000 * (21 / 11))
    near(recipient?.swing ?? 0, 2000 * (21 / 11))
  })

  it('leaves an input of 0 at 0, and keeps whole ones whole', () => {
    const found = sensitivityOf({ ...worked, costPerMinute: 0 }, 20)
    assert.equal(found.find(({ name }) => name === 'costPerMinute')?.swing, 0)
    const years = found.find(({ name }) => name === 'horizonYears')
    assert.deepEqual([years?.low, years?.high], [2, 2])
  })

  it('says where the cheaper one changes', () => {
    const { breakEven } = compareCosts(worked)
    assert.ok(breakEven.kind === 'at')
    const found = sensitivityOf({ ...worked, patientsPerYear: breakEven.patientsPerYear }, 10)
    assert.equal(found.find(({ name }) => name === 'patientsPerYear')?.turns, true)
  })
})

describe('inputs of an address', () => {
  const asText = (inputs: CostInputs) =>
    Object.fromEntries(COST_NAMES.map((name) => [name, String(inputs[name])]))

  it('are read back as they were', () => {
    assert.deepEqual(readCostInputs(asText(worked)).inputs, worked)
    assert.deepEqual(readCostInputs(asText(exampleInputs())).inputs, exampleInputs())
    assert.equal(readCostInputs({ ...asText(worked), newOnce: '£12,100' }).inputs?.newOnce, 12_100)
  })

  it('are asked for without complaint while none is given', () => {
    const { isEmpty, inputs, problems } = readCostInputs({})
    assert.deepEqual([isEmpty, inputs, problems], [true, null, []])
  })

  it('are refused beside their field: missing, negative, zero, huge, no number', () => {
    const words = (name: (typeof COST_NAMES)[number], text: string) => {
      const { problems, inputs } = readCostInputs({ ...asText(worked), [name]: text })
      assert.equal(inputs, null)
      assert.deepEqual(
        problems.map(({ field }) => field),
        [name],
      )
      return problems[0]?.words
    }
    assert.match(words('newOnce', '') ?? '', /^Enter setting up the new service, once; 0 where there is none/)
    assert.match(words('costPerKm', '-1') ?? '', /cannot be below 0/)
    assert.match(words('patientsPerYear', '0') ?? '', /has to be 0.1 or more/)
    assert.match(words('newOnce', '9999999999999') ?? '', /1,000,000,000 or less/)
    assert.match(words('horizonYears', '2.5') ?? '', /whole number/)
    assert.match(words('discountRate', 'three') ?? '', /enter a number/)
    assert.match(words('discountRate', '1e400') ?? '', /enter a number/)
    assert.match(words('discountRate', 'NaN') ?? '', /enter a number/)
  })
})
