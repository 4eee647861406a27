/** What a case's record tells the registry: the course up to a day, in the registry's shape. */

import { ukDay } from '../../calendar/uk-day.ts'
import type { Course, Stated } from '../../pathway/course.ts'
import {
  complication,
  death,
  feedback,
  followUpContact,
  followUpPlan,
  safetyReview,
  symptomScore,
} from '../../pathway/kinds/follow-up.ts'
import { treatment } from '../../pathway/kinds/procedure.ts'
import { seenIn } from '../../pathway/reading/alive.ts'
import type { Treatment } from '../../pathway/reading/treatments.ts'
import type { CaseForRegistry } from '../patient-for-registry.ts'
import { assessmentsOf } from './assessments.ts'
import { backgroundIn } from './background.ts'
import type { SessionFacts, TargetFacts, Told } from './facts.ts'

/** What stands of a case, of what had happened by the end of a day. */
export function toldByCase({ course: whole, organisation }: CaseForRegistry, asOf: string): Told {
  const course = upTo(whole, asOf)
  const sessions = course.of(treatment).map(sessionOf)
  const known = new Set(sessions.map(({ id }) => id))
  /** The session that an entry names; undefined where it names one that was erased or lies ahead. */
  const named = (id: string | undefined): string | null | undefined => {
    if (id === undefined) return null
    const first = course.standing(id)?.first
    return first !== undefined && known.has(first) ? first : undefined
  }
  const sessionOfPlan = (plan: string | undefined) => {
    if (plan === undefined) return null
    const planned = course.standing(plan)
    if (planned?.kind !== followUpPlan.name) return null
    return named((planned.body as { readonly treatment: string }).treatment)
  }
  return {
    origin: 'record',
    organisation,
    sessions,
    assessments: assessmentsOf(course, named),
    complications: course.of(complication).flatMap(({ first, occurredAt, body }) => {
      const session = named(body.treatment)
      if (!session) return []
      const { cirse, ctcae = null, relation, outcome } = body
      return [{ id: first, session, on: ukDay(occurredAt), cirse, ctcae, relation, outcome }]
    }),
    reviews: course.of(safetyReview).flatMap(({ occurredAt, body }) => {
      const session = named(body.treatment)
      return session ? [{ session, on: ukDay(occurredAt), says: body.noComplication }] : []
    }),
    scores: course.of(symptomScore).flatMap(({ occurredAt, body }) => {
      const session = named(body.treatment)
      const { symptom, value, moment } = body
      return session === undefined
        ? []
        : [{ at: occurredAt, symptom: symptom.trim().toLowerCase(), value, moment, session }]
    }),
    reliefs: course.of(followUpContact).flatMap(({ occurredAt, body }) => {
      const session = sessionOfPlan(body.plan)
      if (body.relief === undefined || body.how === 'not-reached' || session === undefined) return []
      return [{ at: occurredAt, relief: body.relief, session }]
    }),
    feedbacks: course.of(feedback).flatMap(({ first, occurredAt, body }) => {
      const session = named(body.treatment)
      if (session === undefined) return []
      const { state, experience = null, by = null } = body
      return [{ id: first, at: occurredAt, on: ukDay(occurredAt), session, state, experience, by }]
    }),
    seen: seenIn(course),
    deaths: course.of(death).map(({ occurredAt }) => ukDay(occurredAt)),
    backgroundOf: backgroundIn(course),
  }
}

/** The course without what happened after a day. */
function upTo(course: Course, asOf: string): Course {
  const isLater = ({ occurredAt }: Stated) => ukDay(occurredAt) > asOf
  if (!course.said.some(isLater)) return course
  return {
    ...course,
    said: course.said.filter((each) => !isLater(each)),
    of: (kind) => course.of(kind).filter((each) => !isLater(each)),
    latest: (kind) => course.of(kind).findLast((each) => !isLater(each)),
  }
}

function sessionOf({ first, occurredAt, body }: Stated<Treatment>): SessionFacts {
  const operator = (body.operators.find(({ role }) => role === 'first') ?? body.operators[0])?.who
  return {
    id: first,
    at: occurredAt,
    on: ukDay(occurredAt),
    procedure: body.procedure,
    intent: body.intent,
    course: body.course,
    operator: operator?.person ?? operator?.name ?? null,
    technicalSuccess: body.technicalSuccess,
    complicationNow: body.complicationNow,
    targets: body.targets.map(targetOf),
    modality: body.modality ?? null,
    embolic: body.embolic ?? null,
    selectivity: body.selectivity ?? null,
    anaesthesia: body.anaesthesia,
    minutes: body.minutes,
    activityDelivered: body.activity?.delivered ?? null,
    doseAreaProduct: body.radiation?.dap ?? null,
    airKerma: body.radiation?.airKerma ?? null,
    fluoroscopy: body.radiation?.fluoroscopy ?? null,
    doseLength: body.radiation?.dlp ?? null,
    given: null,
  }
}

function targetOf({ lesion, organ, segment, laterality, size, margin }: Treatment['targets'][number]) {
  return {
    letter: lesion?.trim().toUpperCase() ?? null,
    organ,
    segment: segment?.trim().toLowerCase() ?? null,
    laterality: laterality ?? null,
    size: size ?? null,
    margin: margin ?? null,
    efficacy: null,
    progressedOn: null,
  } satisfies TargetFacts
}
