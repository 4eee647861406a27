/** The cross-check of a plan: which methods apply, what they come to, the lung, and when to look again. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { crossCheck, crossCheckLabel } from '#core/dosimetry/cross-check.ts'
import { crossCheckOver, deliveredOver } from '#core/dosimetry/over-course.ts'
import type { SirtWorkUp } from '#core/dosimetry/work-up.ts'
import { courseOf } from '#core/pathway/course.ts'
import type { Entry } from '#core/record/entry.ts'
import fc from '#test/support/properties.ts'

/** The vectors of docs/sources.md, Dosimetry as one whole-liver work-up with resin. */
const resin: SirtWorkUp = {
  ...{ device: 'resin', height: 170, weight: 70, lungShunt: 5 },
  ...{ liverVolume: 1300, tumourVolume: 200, treatedVolume: 1500 },
  ...{ tumourToNormal: 5, method: 'bsa', plannedActivity: 1.74 },
}
const glass: SirtWorkUp = {
  ...resin,
  ...{ device: 'glass', method: 'single', targetDose: 120, plannedActivity: 3.79 },
}
const activityOf = (workUp: SirtWorkUp, method: string) => {
  const found = crossCheck(workUp).methods.find((each) => each.method === method)
  if (!found) return undefined
  return found.result.computable ? found.result.activityGBq : found.result.words
}

describe('the cross-check', () => {
  it('is labelled as a check and not a prescription', () => {
    assert.equal(crossCheck(resin).label, 'An independent check, not a prescription')
    assert.equal(crossCheckLabel, crossCheck(glass).label)
  })

  it('agrees with a resin plan by body surface area', () => {
    const { verdict, reasons } = crossCheck(resin)
    assert.deepEqual([verdict, reasons], ['agrees', []])
    assert.equal(Number(activityOf(resin, 'bsa')).toFixed(4), '1.7430')
  })

  it('agrees with a glass plan by single compartment', () => {
    assert.equal(crossCheck(glass).verdict, 'agrees')
    assert.equal(Number(activityOf(glass, 'single')).toFixed(4), '3.7895')
  })

  it('computes the partition model for the dose to normal liver, and for that to the tumour', () => {
    const plan = { ...resin, method: 'partition', plannedActivity: 1.5 } as const
    const normal = { ...plan, targetDose: 30.774, targetDoseTo: 'normal-liver' } as const
    assert.equal(Number(activityOf(normal, 'partition')).toFixed(3), '1.500')
    const tumour = { ...plan, targetDose: 153.869, targetDoseTo: 'tumour' } as const
    assert.equal(Number(activityOf(tumour, 'partition')).toFixed(3), '1.500')
    assert.equal(crossCheck(normal).verdict, 'agrees')
    assert.deepEqual(
      crossCheck(normal).doses.map(({ gy }) => gy.toFixed(1)),
      ['47.5', '153.9', '30.8'],
    )
  })

  it('looks again at a plan that is far from its own method', () => {
    const { verdict, reasons } = crossCheck({ ...resin, plannedActivity: 2.6 })
    assert.equal(verdict, 'look-again')
    assert.deepEqual(reasons, ['The plan is 49% above what its own method comes to (body surface area)'])
    assert.deepEqual(crossCheck({ ...resin, plannedActivity: 1.2 }).reasons, [
      'The plan is 31% below what its own method comes to (body surface area)',
    ])
  })

  it('takes ten per cent as the edge of agreement with its own method', () => {
    const exact = Number(activityOf(resin, 'bsa'))
    assert.equal(crossCheck({ ...resin, plannedActivity: exact * 1.099 }).verdict, 'agrees')
    assert.equal(crossCheck({ ...resin, plannedActivity: exact * 1.101 }).verdict, 'look-again')
    assert.equal(crossCheck({ ...resin, plannedActivity: exact * 0.899 }).verdict, 'look-again')
  })

  it('reduces by the older label, and does not compute above a shunt of 20 %', () => {
    const reduced = crossCheck({ ...resin, lungShunt: 12 })
    assert.equal(Number(activityOf({ ...resin, lungShunt: 12 }, 'bsa')).toFixed(4), (1.743 * 0.8).toFixed(4))
    assert.match(reduced.methods[0]?.assumptions.join() ?? '', /Reduced by 20%/)
    assert.match(String(activityOf({ ...resin, lungShunt: 21 }, 'bsa')), /does not treat above/)
    assert.equal(crossCheck({ ...resin, lungShunt: 21 }).verdict, 'look-again')
  })

  it('says that scaling to a part of the liver was not verified', () => {
    const lobar = { ...resin, treatedVolume: 750, plannedActivity: 0.87 }
    assert.equal(Number(activityOf(lobar, 'bsa')).toFixed(3), '0.872')
    assert.deepEqual(crossCheck(lobar).methods[0]?.assumptions, [
      'Scaled to the 50% of the liver that is treated: a step not verified',
    ])
    assert.deepEqual(crossCheck(resin).methods[0]?.assumptions, [])
  })

  it('says what is missing, and never guesses to what a target dose is', () => {
    assert.match(String(activityOf({ ...glass, targetDose: undefined }, 'single')), /target dose is missing/)
    assert.match(String(activityOf({ ...resin, tumourToNormal: undefined }, 'partition')), /are missing/)
    assert.match(String(activityOf(resin, 'partition')), /: target dose is missing/)
    assert.match(
      String(activityOf({ ...glass, tumourToNormal: undefined }, 'partition')),
      /: tumour to normal ratio is missing/,
    )
    assert.match(String(activityOf(glass, 'partition')), /it is not said whether/)
    const byPartition = { ...glass, method: 'partition' } as const
    assert.match(String(activityOf(byPartition, 'single')), /not said to what the target dose is/)
    assert.match(String(activityOf({ ...glass, targetDoseTo: 'tumour' }, 'single')), /to the tumour/)
  })

  it('looks again where its own method cannot be computed, or it names none and is near to none', () => {
    const unsaid = crossCheck({ ...glass, targetDose: undefined })
    assert.equal(unsaid.verdict, 'look-again')
    assert.match(
      unsaid.reasons[0] ?? '',
      /single compartment\) could not be computed: target dose is missing/,
    )
    assert.equal(crossCheck({ ...resin, method: 'other' }).verdict, 'agrees')
    assert.equal(crossCheck({ ...resin, method: 'other', plannedActivity: 5 }).verdict, 'look-again')
    // Near to one of two is enough.
    const two = { ...resin, method: 'other', targetDose: 60, targetDoseTo: 'normal-liver' } as const
    assert.deepEqual(
      crossCheck(two).methods.map(({ result }) => result.computable && result.agrees),
      [true, false],
    )
    assert.equal(crossCheck(two).verdict, 'agrees')
  })

  it('holds the lung against 30 Gy for one treatment and 50 Gy in all', () => {
    const at = (lungShunt: number, earlier = 0) =>
      crossCheck({ ...glass, targetDose: 60, lungShunt, plannedActivity: 1.895 }, earlier).lung
    assert.equal(at(5).doseGy.toFixed(2), '4.71')
    assert.equal(at(5).withinTreatment, true)
    assert.equal(at(40).withinTreatment, false)
    const second = at(20, 35)
    assert.deepEqual([second.withinTreatment, second.withinCumulative], [true, false])
    assert.match(second.reasons.join(), /in all: the limit is 50 Gy/)
    assert.equal(at(0).mostGBq, null)
  })

  it('holds glass against the activity that its label lets reach the lung', () => {
    const over = crossCheck({ ...glass, lungShunt: 20, plannedActivity: 3.2 })
    assert.equal(over.lung.withinGlassCap, false)
    assert.equal(crossCheck(resin).lung.withinGlassCap, null)
    // 0.61 GBq, all of which reaches the lung, is within what the label takes.
    const exactly = crossCheck({ ...glass, lungShunt: 100, plannedActivity: 0.61 })
    assert.equal(exactly.lung.withinGlassCap, true)
  })

  it('refuses volumes that cannot be', () => {
    const small = crossCheck({ ...resin, treatedVolume: 150 })
    assert.deepEqual([small.verdict, small.doses], ['look-again', []])
    assert.match(small.reasons[0] ?? '', /^[A-Z].* smaller than the tumour/)
    assert.ok(small.methods.length > 0)
    for (const { result } of small.methods) assert.equal(result.computable, false)
    assert.match(
      crossCheck({ ...resin, treatedVolume: 1600 }).reasons[0] ?? '',
      /larger than the whole liver/,
    )
  })

  it('never says NaN or Infinity, whatever the work-up', () => {
    const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    const any = fc.record({
      ...{
        device: fc.constantFrom('resin', 'glass'),
        method: fc.constantFrom('bsa', 'single', 'partition', 'other'),
      },
      ...{
        height: amount(50, 250),
        weight: amount(20, 350),
        lungShunt: fc.oneof(amount(0, 100), fc.constant(100)),
      },
      ...{ liverVolume: amount(100, 8000), tumourVolume: amount(0.1, 6000), treatedVolume: amount(1, 10000) },
      tumourToNormal: fc.option(amount(0.1, 100), { nil: undefined }),
      lungMass: fc.option(amount(0.2, 3), { nil: undefined }),
      targetDose: fc.option(amount(1, 2000), { nil: undefined }),
      targetDoseTo: fc.constantFrom('volume', 'tumour', 'normal-liver', undefined),
      plannedActivity: amount(0.05, 20),
    })
    fc.assert(
      fc.property(any, (workUp) => {
        const check = crossCheck(workUp as SirtWorkUp)
        const bad = (_: string, value: unknown) => {
          if (typeof value === 'number') assert.ok(Number.isFinite(value))
          if (typeof value === 'string') assert.doesNotMatch(value, /NaN|Infinity|undefined/)
          return value
        }
        JSON.stringify(check, bad)
        assert.equal(check.verdict === 'agrees', check.reasons.length === 0)
      }),
    )
  })
})

describe('dosimetry over a course', () => {
  const entry = (id: string, position: number, kind: string, occurredAt: string, body: unknown): Entry => ({
    ...{ id, subject: 'case:1', position, kind, version: 1, occurredAt, recordedAt: occurredAt },
    ...{ author: 'person:1', role: 'physicist', organisation: 'ZTEST', body },
    ...{ corrects: null, bodyDigest: '', previous: '', digest: '' },
  })
  const activity = {
    ...{ calibrated: 2, calibratedAt: '2026-03-02T12:00:00.000Z', residual: 0.05, delivered: 1.49 },
  }
  const course = courseOf('case:1', [
    entry('w1', 1, 'work-up', '2026-02-20T00:00:00.000Z', { sirt: { ...resin, lungShunt: 20 } }),
    entry('t1', 2, 'treatment', '2026-03-03T12:00:00.000Z', { activity }),
    entry('w2', 3, 'work-up', '2026-06-20T00:00:00.000Z', { sirt: { ...resin, lungShunt: 30 } }),
    entry('w3', 4, 'work-up', '2026-06-21T00:00:00.000Z', {}),
  ])

  it('adds the lung dose of earlier treatments', () => {
    assert.equal(crossCheckOver(course, 'w1')?.lung.earlierGy, 0)
    const second = crossCheckOver(course, 'w2')
    assert.equal(second?.lung.earlierGy.toFixed(2), (49.67 * 1.49 * 0.2).toFixed(2))
    assert.equal(second?.unknownLung, 0)
    assert.equal(crossCheckOver(course, 'w3'), undefined)
    assert.equal(crossCheckOver(course, 't1'), undefined)
  })

  it('takes the lung shunt of the last work-up before each treatment', () => {
    const again = courseOf('case:1', [
      entry('w1', 1, 'work-up', '2026-02-20T00:00:00.000Z', { sirt: { ...resin, lungShunt: 20 } }),
      entry('w2', 2, 'work-up', '2026-02-27T00:00:00.000Z', { sirt: { ...resin, lungShunt: 10 } }),
      entry('t1', 3, 'treatment', '2026-03-03T12:00:00.000Z', { activity }),
      entry('w3', 4, 'work-up', '2026-06-20T00:00:00.000Z', { sirt: { ...resin, lungShunt: 30 } }),
    ])
    assert.equal(deliveredOver(again)[0]?.lungGy?.toFixed(2), (49.67 * 1.49 * 0.1).toFixed(2))
  })

  it('compares with nothing where nothing was left to deliver', () => {
    const emptied = { ...activity, residual: 2 * 0.5 ** (24 / 64.1) }
    const spent = courseOf('case:1', [
      entry('t1', 1, 'treatment', '2026-03-03T12:00:00.000Z', { activity: emptied }),
    ])
    const [delivered] = deliveredOver(spent)
    assert.ok(Math.abs(delivered?.computed.deliveredGBq ?? 1) < 1e-9)
    assert.equal(delivered?.differencePercent, null)
  })

  it('recomputes what was delivered, decayed to the injection', () => {
    const [delivered] = deliveredOver(course)
    assert.equal(delivered?.computed.deliveredGBq.toFixed(4), (2 * 0.771423 - 0.05).toFixed(4))
    assert.ok(Math.abs(delivered?.differencePercent ?? 99) < 1)
  })
})
