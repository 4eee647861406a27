/**
 * The cross-check: a physicist's planned activity beside what each published method comes to, and the lung dose
 * against its limits. It never writes a prescription.
 */

import { type Computable, notComputable } from '../clinical/computable.ts'
import { inSentence } from '../sentence.ts'
import { type LungCheck, lungCheck } from './lung-check.ts'
import { methodsFor } from './methods.ts'
import { partition } from './partition.ts'
import { singleCompartmentDose } from './single-compartment.ts'
import { massesOf, type SirtWorkUp, volumeProblems } from './work-up.ts'

/** Said wherever the check is shown. */
export const crossCheckLabel = 'An independent check, not a prescription'

/**
 * How far, in per cent, a plan may be from a method and still agree with it. Ours, printed beside the result: no
 * source that was read gives one. Methods differ among themselves by more than a plan may from its own method.
 */
export const tolerancePercent = { ownMethod: 10, otherMethod: 30 } as const

export interface MethodCheck {
  readonly method: 'bsa' | 'single' | 'partition'
  readonly title: string
  /** True: the method that the physicist names. */
  readonly own: boolean
  readonly result: Computable<{
    readonly activityGBq: number
    /** The plan above (or below, less than 0) the method. */
    readonly differencePercent: number
    readonly agrees: boolean
  }>
  /** What was assumed, and what of it nobody here verified. */
  readonly assumptions: readonly string[]
}

export interface CrossCheck {
  readonly label: typeof crossCheckLabel
  readonly plannedGBq: number
  readonly verdict: 'agrees' | 'look-again'
  /** Why one has to look again; empty where all agrees. */
  readonly reasons: readonly string[]
  readonly methods: readonly MethodCheck[]
  readonly lung: LungCheck
  /** What the planned activity would give, in Gy, by each model. */
  readonly doses: readonly { readonly what: string; readonly gy: number }[]
}

/**
 * Checks the plan of a SIRT work-up. A plan agrees when it is within tolerance of its own method (or, where that is
 * none of the three, of one of them), and the lung within its limits.
 *
 * @param earlierLungGy the lung dose of earlier treatments, where it is known
 */
export function crossCheck(workUp: SirtWorkUp, earlierLungGy = 0): CrossCheck {
  const planned = workUp.plannedActivity
  const impossible = volumeProblems(workUp)
  const methods = methodsFor(workUp).map(({ compute, ...method }): MethodCheck => {
    const computed = impossible[0] ? notComputable(impossible[0]) : compute()
    if (!computed.computable) return { ...method, result: computed }
    const { activityGBq } = computed
    const differencePercent = (100 * (planned - activityGBq)) / activityGBq
    const tolerance = method.own ? tolerancePercent.ownMethod : tolerancePercent.otherMethod
    const agrees = Math.abs(differencePercent) <= tolerance
    return { ...method, result: { computable: true, activityGBq, differencePercent, agrees } }
  })
  const lung = lungCheck(workUp, earlierLungGy)
  const reasons = [...impossible.map(sentence), ...methodReasons(methods), ...lung.reasons]
  return {
    label: crossCheckLabel,
    plannedGBq: planned,
    verdict: reasons.length > 0 ? 'look-again' : 'agrees',
    reasons,
    methods,
    lung,
    doses: impossible.length > 0 ? [] : dosesOf(workUp),
  }
}

function methodReasons(methods: readonly MethodCheck[]): string[] {
  const own = methods.find((method) => method.own)
  if (own?.result.computable) {
    const percent = Math.abs(own.result.differencePercent).toFixed(0)
    const side = own.result.differencePercent > 0 ? 'above' : 'below'
    return own.result.agrees
      ? []
      : [`The plan is ${percent}% ${side} what its own method comes to (${inSentence(own.title)})`]
  }
  const computed = methods.flatMap(({ result }) => (result.computable ? [result] : []))
  if (computed.some(({ agrees }) => agrees)) return own ? [ownMissing(own)] : []
  if (computed.length > 0) return ['The plan is near to none of the methods that could be computed']
  return own ? [ownMissing(own)] : ['No method could be computed']
}

function ownMissing({ title, result }: MethodCheck): string {
  const words = result.computable ? '' : result.words.replace('Not computable: ', '')
  return `Its own method (${inSentence(title)}) could not be computed: ${words}`
}

/** Masses count 1 g a ml. */
function dosesOf(workUp: SirtWorkUp): CrossCheck['doses'] {
  const { plannedActivity, tumourToNormal } = workUp
  const masses = massesOf(workUp)
  const lungShuntFraction = workUp.lungShunt / 100
  const mean = singleCompartmentDose(plannedActivity, { massKg: masses.treatedKg, lungShuntFraction })
  if (tumourToNormal === undefined || masses.normalKg <= 0)
    return [{ what: 'Volume treated, on average', gy: mean }]
  const doses = partition(plannedActivity, {
    ...{ ...masses, concentrationRatio: tumourToNormal, lungShuntFraction },
  })
  return [
    { what: 'Volume treated, on average', gy: mean },
    { what: 'Tumour, by the partition model', gy: doses.tumour },
    { what: 'Normal liver in the volume treated, by the partition model', gy: doses.normal },
  ]
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
