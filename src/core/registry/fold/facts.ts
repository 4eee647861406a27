/**
 * What was told of a patient in one case, or in one service's uploads, in one shape: rows are made from it without
 * asking where it came from. Days are the United Kingdom's; what is not known is null.
 */

import type { Lesion } from '../../response/lesion.ts'
import type { OrganisationFacts } from '../patient-for-registry.ts'

export interface TargetFacts {
  /** Its letter, in capitals, where it has one: the same in every scan. */
  readonly letter: string | null
  readonly organ: string | null
  readonly segment: string | null
  readonly laterality: string | null
  readonly size: number | null
  readonly margin: number | null
  /** As an upload said; of a case it is read from the scans. */
  readonly efficacy: boolean | null
  readonly progressedOn: string | null
}

/** One visit in which the patient was treated. */
export interface SessionFacts {
  /** Of the first statement, so that a correction does not change it. */
  readonly id: string
  /** For the order of two on one day. */
  readonly at: string
  readonly on: string
  readonly procedure: string
  readonly intent: string
  readonly course: number
  /** Within the organisation. */
  readonly operator: string | null
  readonly technicalSuccess: 'yes' | 'partial' | 'no' | null
  /** A complication during it, graded or not. */
  readonly complicationNow: boolean
  readonly targets: readonly TargetFacts[]
  readonly modality: string | null
  readonly embolic: string | null
  readonly selectivity: string | null
  readonly anaesthesia: string | null
  readonly minutes: number | null
  readonly activityDelivered: number | null
  readonly doseAreaProduct: number | null
  readonly airKerma: number | null
  readonly fluoroscopy: number | null
  readonly doseLength: number | null
  /** What an upload said of the outcome itself. */
  readonly given: GivenOutcome | null
}

/** An outcome that was uploaded as such, not read from scans. */
export interface GivenOutcome {
  readonly localProgressionOn: string | null
  readonly bestResponse: string | null
  readonly criteria: string | null
  readonly bestChange: number | null
  readonly severeOn: string | null
}

export interface AssessmentFacts {
  readonly id: string
  readonly at: string
  readonly on: string
  /** The session that it names; null where it names none. */
  readonly session: string | null
  readonly baseline: boolean
  readonly criteria: string | null
  readonly modality: string | null
  readonly zone: string | null
  /** The letter of the only tumour whose zone it is; null: of all. */
  readonly zoneOf: string | null
  readonly read: string | null
  readonly lesions: readonly Lesion[]
  readonly computed: string | null
  /** mm */
  readonly sum: number | null
  /** Per cent, against the baseline of `baselineOn`. */
  readonly change: number | null
  readonly baselineOn: string | null
  /** False: only the day of a scan is known, from an upload; it makes no row of its own. */
  readonly isRow: boolean
}

export interface ComplicationFacts {
  readonly id: string
  readonly session: string
  readonly on: string | null
  readonly cirse: string | null
  readonly ctcae: string | null
  readonly relation: string | null
  readonly outcome: string | null
}

export interface ReviewFacts {
  readonly session: string
  readonly on: string
  readonly says: 'none' | 'recorded'
}

export interface ScoreFacts {
  readonly at: string
  readonly symptom: string
  readonly value: number
  readonly moment: 'before' | 'after'
  readonly session: string | null
}

export interface ReliefFacts {
  readonly at: string
  readonly relief: string
  readonly session: string | null
}

export interface FeedbackFacts {
  readonly id: string
  readonly at: string
  /** Null: the day was not uploaded. */
  readonly on: string | null
  readonly session: string | null
  readonly state: string
  readonly experience: string | null
  readonly by: string | null
}

/** What stands behind a treatment: who was referred with what, when it was discussed. */
export interface Background {
  readonly urgency: string | null
  readonly tumourSite: string | null
  readonly icd10: string | null
  readonly stageGroup: string | null
  readonly ecog: string | null
  readonly referredOn: string | null
  readonly discussedOn: string | null
  readonly childPugh: string | null
  readonly albi: string | null
}

/** All lists by time. */
export interface Told {
  readonly origin: 'record' | 'upload'
  readonly organisation: OrganisationFacts
  readonly sessions: readonly SessionFacts[]
  readonly assessments: readonly AssessmentFacts[]
  readonly complications: readonly ComplicationFacts[]
  readonly reviews: readonly ReviewFacts[]
  readonly scores: readonly ScoreFacts[]
  readonly reliefs: readonly ReliefFacts[]
  readonly feedbacks: readonly FeedbackFacts[]
  /** Days on which the patient was alive, as somebody saw. */
  readonly seen: readonly string[]
  readonly deaths: readonly string[]
  backgroundOf(session: SessionFacts): Background
}
