/** Y-90 against the computed vectors of docs/sources.md, Dosimetry, to the printed digits, and what has to hold everywhere. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bodySurfaceArea, bsaActivity, bsaActivityOfPart, shuntReduction } from '#core/dosimetry/bsa.ts'
import { deliveredActivity } from '#core/dosimetry/delivered.ts'
import { activityAtLungLimit, lungDose, lungShuntFraction } from '#core/dosimetry/lung.ts'
import { orderDate } from '#core/dosimetry/order.ts'
import {
  concentrationRatioOf,
  energyOf,
  partition,
  partitionActivity,
  partitionActivityForTumour,
  partitionByActivityRatio,
} from '#core/dosimetry/partition.ts'
import { singleCompartment, singleCompartmentDose } from '#core/dosimetry/single-compartment.ts'
import { decayed, dosePerActivity } from '#core/dosimetry/y90.ts'
import fc from '#test/support/properties.ts'

const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const near = (one: number, other: number, within = 1e-9) =>
  assert.ok(Math.abs(one - other) <= within * Math.max(1, Math.abs(one)), `${one} is not ${other}`)

describe('decay of Y-90', () => {
  it('comes to the vectors of 24 and 48 hours', () => {
    assert.equal(decayed(1, 24).toFixed(5), '0.77142')
    assert.equal(decayed(1, 48).toFixed(5), '0.59509')
  })

  it('goes back as it came', () => {
    fc.assert(
      fc.property(positive(0.01, 20), positive(-500, 500), (a, h) => near(decayed(decayed(a, h), -h), a)),
    )
  })
})

describe('body surface area', () => {
  const inputs = { heightCm: 170, weightKg: 70, tumourVolumeMl: 200, liverVolumeMl: 1300 }

  it('comes to the vector', () => {
    assert.equal(bodySurfaceArea(170, 70).toFixed(4), '1.8097')
    assert.equal(bsaActivity(inputs).toFixed(4), '1.7430')
  })

  it('scales for a part of the liver, and not above the whole', () => {
    near(bsaActivityOfPart(inputs, 750), bsaActivity(inputs) / 2)
    near(bsaActivityOfPart(inputs, 5000), bsaActivity(inputs))
  })

  it('reduces by lung shunt as the older label does, each boundary on its milder side', () => {
    const by = (shunt: number) => {
      const reduction = shuntReduction(shunt)
      return reduction.treat ? reduction.by : 'not treated'
    }
    assert.deepEqual([0, 0.1, 0.1001, 0.15, 0.1501, 0.2, 0.2001].map(by), [
      0,
      0,
      0.2,
      0.2,
      0.4,
      0.4,
      'not treated',
    ])
  })
})

describe('single compartment', () => {
  it('comes to the vector', () => {
    assert.equal(singleCompartment(120, { massKg: 1.5, lungShuntFraction: 0.05 }).toFixed(4), '3.7895')
  })

  it('gives the dose that it was computed for', () => {
    fc.assert(
      fc.property(
        positive(1, 500),
        positive(0.05, 5),
        positive(0, 0.9),
        (dose, massKg, lungShuntFraction) => {
          const inputs = { massKg, lungShuntFraction }
          near(singleCompartmentDose(singleCompartment(dose, inputs), inputs), dose)
        },
      ),
    )
  })
})

describe('partition model', () => {
  const vector = {
    ...{ tumourKg: 0.2, normalKg: 1.3, lungKg: 1, concentrationRatio: 5, lungShuntFraction: 0.05 },
  }
  const masses = { tumourKg: positive(0.001, 3), normalKg: positive(0.01, 4), lungKg: positive(0.2, 3) }

  it('comes to the vector, and its energy to that of the activity', () => {
    const doses = partition(1.5, vector)
    assert.equal(doses.normal.toFixed(3), '30.774')
    assert.equal(doses.tumour.toFixed(3), '153.869')
    assert.equal(doses.lung.toFixed(3), '3.725')
    assert.equal(energyOf(doses, vector).toFixed(3), '74.505')
  })

  it('conserves energy, whichever convention of the ratio', () => {
    const shared = {
      ...masses,
      activity: positive(0.05, 20),
      ratio: positive(0.1, 100),
      shunt: positive(0, 0.99),
    }
    fc.assert(
      fc.property(fc.record(shared), ({ activity, ratio, shunt, ...kg }) => {
        const one = partition(activity, { ...kg, concentrationRatio: ratio, lungShuntFraction: shunt })
        const other = partitionByActivityRatio(activity, {
          ...kg,
          activityRatio: ratio,
          tumourLungShunt: shunt,
        })
        near(energyOf(one, kg), dosePerActivity * activity)
        near(energyOf(other, kg), dosePerActivity * activity)
      }),
    )
  })

  it('is the same by both conventions where the ratios say the same and nothing is shunted', () => {
    const shared = { ...masses, activity: positive(0.05, 20), activityRatio: positive(0.1, 100) }
    fc.assert(
      fc.property(fc.record(shared), ({ activity, activityRatio, ...kg }) => {
        const concentrationRatio = concentrationRatioOf(activityRatio, kg)
        const one = partition(activity, { ...kg, concentrationRatio, lungShuntFraction: 0 })
        const other = partitionByActivityRatio(activity, { ...kg, activityRatio, tumourLungShunt: 0 })
        near(one.tumour, other.tumour)
        near(one.normal, other.normal)
      }),
    )
  })

  it('tells the two conventions apart: the same number is not the same dose', () => {
    const kg = { tumourKg: 0.2, normalKg: 1.3, lungKg: 1 }
    const one = partition(1.5, { ...kg, concentrationRatio: 5, lungShuntFraction: 0 })
    const other = partitionByActivityRatio(1.5, { ...kg, activityRatio: 5, tumourLungShunt: 0 })
    assert.ok(other.tumour > 1.5 * one.tumour)
  })

  it('gives the dose that the activity was computed for', () => {
    near(partition(partitionActivity(30, vector), vector).normal, 30)
    near(partition(partitionActivityForTumour(205, vector), vector).tumour, 205)
  })
})

describe('the lung', () => {
  it('gets the dose of the vector', () => {
    assert.equal(lungDose(1.5, 0.05, 1).toFixed(3), '3.725')
  })

  it('is at its limit with the activity at the limit, less what it has had', () => {
    near(lungDose(activityAtLungLimit(0.1, 1), 0.1, 1), 30)
    near(lungDose(activityAtLungLimit(0.1, 1, 35), 0.1, 1), 15)
    assert.equal(activityAtLungLimit(0.1, 1, 60), 0)
  })

  it('has its shunt from the geometric means of two views', () => {
    near(lungShuntFraction({ lung: [100, 100], liver: [1600, 225] }), 100 / 700)
  })
})

describe('the order and the injection', () => {
  it('is ordered so many working days before, over a weekend and a closed day', () => {
    const lead = { product: 'resin', workingDays: 3, closedOn: [] }
    assert.equal(orderDate('2026-11-26', lead), '2026-11-23')
    assert.equal(orderDate('2026-11-24', lead), '2026-11-19')
    assert.equal(orderDate('2026-11-24', { ...lead, closedOn: ['2026-11-20'] }), '2026-11-18')
    assert.equal(orderDate('2026-11-22', { ...lead, workingDays: 0 }), '2026-11-20')
  })

  it('delivers what was calibrated, decayed to the injection, less what stayed behind', () => {
    const given = {
      calibratedGBq: 2,
      calibratedAt: '2026-11-24T12:00:00Z',
      injectedAt: '2026-11-25T12:00:00Z',
    }
    const { deliveredGBq, atInjectionGBq } = deliveredActivity({ ...given, residualGBq: 0.1 })
    near(atInjectionGBq, 2 * 0.77142, 1e-4)
    near(deliveredGBq, atInjectionGBq - 0.1)
    const later = deliveredActivity({
      ...given,
      residualGBq: 0.1,
      residualMeasuredAt: '2026-11-26T12:00:00Z',
    })
    near(later.residualGBq, decayed(0.1, -24))
  })

  it('counts hours, not clocks: a summer time change between calibration and injection', () => {
    const across = deliveredActivity({
      ...{ calibratedGBq: 1, calibratedAt: '2026-10-24T12:00:00+01:00' },
      ...{ injectedAt: '2026-10-25T12:00:00+00:00', residualGBq: 0 },
    })
    near(across.deliveredGBq, decayed(1, 25))
  })
})
