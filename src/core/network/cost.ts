/**
 * What a referral pathway costs beside a new service, over some years, in pounds: nothing but what was put in.
 *
 * Per year: patients x (treatments per patient x unit cost + travel) + what runs whatever the activity. Over the
 * horizon: set-up now, and each year's cost discounted, the first year not at all.
 *
 * @see HM Treasury, The Green Book, annex on discounting: present value = sum of cost / (1 + r)^t, t from 0
 * @unverified that annex: from knowledge
 */

import type { CostInputs } from './cost/inputs.ts'

export interface Option {
  /** Pounds for each patient: what grows with activity. */
  readonly perPatient: number
  /** Pounds a year, whatever the activity. */
  readonly fixedPerYear: number
  /** Pounds, once, at the start. */
  readonly once: number
  /** Of `perPatient`: treatments. */
  readonly treatment: number
  /** Of `perPatient`: journeys and transfers. */
  readonly travel: number
  /** Pounds in an undiscounted year. */
  readonly perYear: number
  /** Pounds over the horizon, discounted. */
  readonly presentValue: number
  /** Pounds over the horizon, as paid. */
  readonly undiscounted: number
  /** Present value for each patient of the horizon; null where there are none. */
  readonly presentValuePerPatient: number | null
}

/** From how many patients a year on the new service costs less, or why there is no such number. */
export type BreakEven =
  | {
      readonly kind: 'at'
      readonly patientsPerYear: number
      readonly cheaperAbove: 'new-service' | 'pathway'
    }
  | { readonly kind: 'always'; readonly cheaper: 'new-service' | 'pathway' }
  | { readonly kind: 'equal' }

export interface Comparison {
  readonly inputs: CostInputs
  /** Sum of the discount factors of the years: what a pound a year is worth over the horizon. */
  readonly annuity: number
  readonly pathway: Option
  readonly newService: Option
  /** Present value of the new service less that of the referral pathway: above 0 the pathway costs less. */
  readonly difference: number
  readonly breakEven: BreakEven
  /** Pounds as paid, undiscounted, and the running sum discounted; year 0 is the set-up. */
  readonly years: readonly {
    readonly year: number
    readonly pathway: number
    readonly newService: number
    readonly differenceSoFar: number
  }[]
}

/** Compares the two. Inputs are taken as they are: `readCostInputs` refuses what cannot be. */
export function compareCosts(inputs: CostInputs): Comparison {
  const { horizonYears, discountRate } = inputs
  const factors = Array.from({ length: horizonYears }, (_, year) => (1 + discountRate / 100) ** -year)
  const annuity = factors.reduce((sum, factor) => sum + factor, 0)
  const pathway = optionOf(inputs, annuity, {
    treatment: inputs.treatmentsPerPatient * inputs.unitCostRecipient,
    travel: travelPerPatient(inputs),
    fixedPerYear: inputs.pathwayPerYear,
    once: inputs.pathwayOnce,
  })
  const newService = optionOf(inputs, annuity, {
    treatment: inputs.treatmentsPerPatient * inputs.unitCostNew,
    travel: 0,
    fixedPerYear: inputs.newPerYear,
    once: inputs.newOnce,
  })
  let soFar = newService.once - pathway.once
  const years = [
    { year: 0, pathway: pathway.once, newService: newService.once, differenceSoFar: soFar },
    ...factors.map((factor, index) => {
      soFar += (newService.perYear - pathway.perYear) * factor
      return {
        year: index + 1,
        pathway: pathway.perYear,
        newService: newService.perYear,
        differenceSoFar: soFar,
      }
    }),
  ]
  return {
    inputs,
    annuity,
    pathway,
    newService,
    difference: newService.presentValue - pathway.presentValue,
    breakEven: breakEvenOf(pathway, newService, annuity),
    years,
  }
}

/**
 * What one patient's way to the recipient costs beyond going to the own hospital: journeys there and back by car, and
 * transfers by ambulance.
 */
function travelPerPatient(inputs: CostInputs): number {
  const { journeysPerPatient, kmOneWay, costPerKm, minutesOneWay, costPerMinute } = inputs
  const journey = 2 * (kmOneWay * costPerKm + minutesOneWay * costPerMinute)
  return journeysPerPatient * journey + inputs.transfersPerPatient * inputs.costPerTransfer
}

function optionOf(
  { patientsPerYear, horizonYears }: CostInputs,
  annuity: number,
  parts: Pick<Option, 'treatment' | 'travel' | 'fixedPerYear' | 'once'>,
): Option {
  const perPatient = parts.treatment + parts.travel
  const perYear = patientsPerYear * perPatient + parts.fixedPerYear
  const presentValue = parts.once + perYear * annuity
  const patients = patientsPerYear * horizonYears
  return {
    ...parts,
    perPatient,
    perYear,
    presentValue,
    undiscounted: parts.once + perYear * horizonYears,
    presentValuePerPatient: patients > 0 ? presentValue / patients : null,
  }
}

/** Where the two lines cross: fixed costs over the horizon by what each patient saves or costs more. */
function breakEvenOf(pathway: Option, newService: Option, annuity: number): BreakEven {
  const fixed = newService.once - pathway.once + (newService.fixedPerYear - pathway.fixedPerYear) * annuity
  const saved = (pathway.perPatient - newService.perPatient) * annuity
  if (Math.abs(saved) < 1e-9) {
    if (Math.abs(fixed) < 1e-9) return { kind: 'equal' }
    return { kind: 'always', cheaper: fixed > 0 ? 'pathway' : 'new-service' }
  }
  const at = fixed / saved
  if (at <= 0) return { kind: 'always', cheaper: saved > 0 ? 'new-service' : 'pathway' }
  return { kind: 'at', patientsPerYear: at, cheaperAbove: saved > 0 ? 'new-service' : 'pathway' }
}
