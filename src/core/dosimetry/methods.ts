/** The methods that a plan is held against: those usual for its microspheres, and the one that it names. */

import { type Computable, notComputable } from '../clinical/computable.ts'
import { bsaActivity, bsaActivityOfPart, shuntReduction } from './bsa.ts'
import { defaultLungMassKg } from './lung.ts'
import { partitionActivity, partitionActivityForTumour } from './partition.ts'
import { singleCompartment } from './single-compartment.ts'
import { massAssumption, massesOf, type SirtWorkUp } from './work-up.ts'

export interface Method {
  readonly method: 'bsa' | 'single' | 'partition'
  readonly title: string
  readonly own: boolean
  readonly assumptions: readonly string[]
  compute(): Computable<{ readonly activityGBq: number }>
}

/** Body surface area for resin, single compartment for glass, partition for both; the plan's own first. */
export function methodsFor(workUp: SirtWorkUp): readonly Method[] {
  const { device, method } = workUp
  const all = [
    { ...bsa(workUp), usual: device === 'resin' },
    { ...single(workUp), usual: device === 'glass' },
    { ...partitionMethod(workUp), usual: true },
  ]
  return all
    .map(({ usual, ...each }) => ({ each: { ...each, own: each.method === method }, usual }))
    .filter(({ each, usual }) => usual || each.own)
    .map(({ each }) => each)
    .sort((one, other) => Number(other.own) - Number(one.own))
}

type WithoutOwn = Omit<Method, 'own'>

function bsa(workUp: SirtWorkUp): WithoutOwn {
  const { height, weight, tumourVolume, liverVolume, treatedVolume, lungShunt } = workUp
  const inputs = {
    ...{ heightCm: height, weightKg: weight, tumourVolumeMl: tumourVolume, liverVolumeMl: liverVolume },
  }
  const share = treatedVolume / (tumourVolume + liverVolume)
  const isPart = share < 0.98
  const reduction = shuntReduction(lungShunt / 100)
  const reduced =
    reduction.treat && reduction.by > 0
      ? [`Reduced by ${100 * reduction.by}% for the lung shunt, as the older label does`]
      : []
  return {
    method: 'bsa',
    title: 'Body surface area',
    assumptions: [
      ...reduced,
      ...(lungShunt >= 15 && reduction.treat
        ? ['One group prefers no treatment from a lung shunt of 15%']
        : []),
      ...(isPart
        ? [`Scaled to the ${(100 * share).toFixed(0)}% of the liver that is treated: a step not verified`]
        : []),
    ],
    compute: () => {
      if (!reduction.treat) return notComputable('the older label does not treat above a lung shunt of 20%')
      const whole = isPart ? bsaActivityOfPart(inputs, treatedVolume) : bsaActivity(inputs)
      return activity(whole * (1 - reduction.by))
    },
  }
}

function single(workUp: SirtWorkUp): WithoutOwn {
  const { targetDose, lungShunt, method } = workUp
  // The method has one volume only; of another method's target dose nobody can say.
  const targetDoseTo = workUp.targetDoseTo ?? (method === 'single' ? 'volume' : undefined)
  return {
    method: 'single',
    title: 'Single compartment',
    assumptions: [massAssumption, 'Nothing stays in the vial'],
    compute: () => {
      if (targetDose === undefined) return notComputable('target dose is missing', ['target dose'])
      if (targetDoseTo === undefined) return notComputable('it is not said to what the target dose is')
      if (targetDoseTo !== 'volume')
        return notComputable(
          `the target dose is to the ${targetWords[targetDoseTo]}, not to all of the volume`,
        )
      if (lungShunt >= 100) return allToLung()
      const inputs = { massKg: massesOf(workUp).treatedKg, lungShuntFraction: lungShunt / 100 }
      return activity(singleCompartment(targetDose, inputs))
    },
  }
}

function partitionMethod(workUp: SirtWorkUp): WithoutOwn {
  const { targetDose, targetDoseTo, tumourToNormal, lungMass } = workUp
  return {
    method: 'partition',
    title: 'Partition model',
    assumptions: [
      massAssumption,
      'Tumour to normal ratio taken as one of concentrations',
      ...(lungMass === undefined ? [`Lung counted as ${defaultLungMassKg.toFixed(1)} kg`] : []),
    ],
    compute: () => {
      const missing = [
        ...(targetDose === undefined ? ['target dose'] : []),
        ...(tumourToNormal === undefined ? ['tumour to normal ratio'] : []),
      ]
      if (targetDose === undefined || tumourToNormal === undefined)
        return notComputable(`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing`, missing)
      if (targetDoseTo === undefined || targetDoseTo === 'volume')
        return notComputable(
          targetDoseTo
            ? 'the target dose is to all of the volume, not to the tumour or the normal liver'
            : 'it is not said whether the target dose is to the tumour or to the normal liver',
        )
      if (workUp.lungShunt >= 100) return allToLung()
      const inputs = {
        ...massesOf(workUp),
        concentrationRatio: tumourToNormal,
        lungShuntFraction: workUp.lungShunt / 100,
      }
      const forTarget = targetDoseTo === 'tumour' ? partitionActivityForTumour : partitionActivity
      return activity(forTarget(targetDose, inputs))
    },
  }
}

const targetWords = { tumour: 'tumour', 'normal-liver': 'normal liver' } as const

function allToLung() {
  return notComputable('with a lung shunt of 100% nothing reaches the liver')
}

function activity(activityGBq: number): Computable<{ readonly activityGBq: number }> {
  return Number.isFinite(activityGBq) && activityGBq > 0
    ? { computable: true, activityGBq }
    : notComputable('these measurements come to no activity')
}
