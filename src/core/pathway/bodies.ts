/** The bodies of the kinds of a case, by the names of their kinds. */

import type { z } from 'zod'
import type { Course } from './course.ts'
import type * as followUp from './kinds/follow-up.ts'
import type * as planning from './kinds/planning.ts'
import type * as preparation from './kinds/preparation.ts'
import type * as procedure from './kinds/procedure.ts'
import type * as referral from './kinds/referral.ts'
import type { Surroundings } from './surroundings.ts'

type BodyOf<Kind extends { readonly schema: z.ZodType }> = z.output<Kind['schema']>

export interface Bodies {
  readonly referral: BodyOf<typeof referral.referral>
  readonly 'mdt-discussion': BodyOf<typeof planning.mdtDiscussion>
  readonly booking: BodyOf<typeof planning.booking>
  readonly information: BodyOf<typeof preparation.information>
  readonly consent: BodyOf<typeof preparation.consent>
  readonly 'consent-confirmation': BodyOf<typeof preparation.consentConfirmation>
  readonly prescription: BodyOf<typeof preparation.prescription>
  readonly admission: BodyOf<typeof preparation.admission>
  readonly treatment: BodyOf<typeof procedure.treatment>
  readonly recovery: BodyOf<typeof procedure.recovery>
  readonly discharge: BodyOf<typeof procedure.discharge>
  readonly 'follow-up-plan': BodyOf<typeof followUp.followUpPlan>
  readonly 'follow-up-contact': BodyOf<typeof followUp.followUpContact>
  readonly 'response-assessment': BodyOf<typeof followUp.responseAssessment>
  readonly 'symptom-score': BodyOf<typeof followUp.symptomScore>
  readonly complication: BodyOf<typeof followUp.complication>
}

/** What a rule looks at: a body that keeps its kind's schema, and the case that it would be added to. */
export interface Judged<Body> {
  readonly body: Body
  readonly course: Course
  readonly surroundings: Surroundings
  /** ISO 8601, UTC. */
  readonly occurredAt: string
}
