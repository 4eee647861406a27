/**
 * The isotope chain of a radioembolisation: work-up, cross-check, prescription, order, delivery, precautions;
 * each step with what is there, what is wrong and what is missing.
 */

import { ukDay } from '../calendar/uk-day.ts'
import { dayWords, momentWords, ukClock } from '../calendar/uk-time.ts'
import { techniquesFor } from '../catalogue/techniques.ts'
import { crossCheckOver } from '../dosimetry/over-course.ts'
import type { Course, Stated } from '../pathway/course.ts'
import { workUp } from '../pathway/kinds/planning.ts'
import { agents, prescription } from '../pathway/kinds/preparation.ts'
import { discharge, recovery, treatment } from '../pathway/kinds/procedure.ts'
import { endOf, referralOf } from '../pathway/reading/referral.ts'
import { openBookings, procedureOf } from '../pathway/reading/treatments.ts'
import { licenceCovering } from '../service/standing.ts'

export type StepState =
  | 'done'
  | 'wrong' // there, and it breaks a rule
  | 'missing' // its time has come, or a later step was taken without it
  | 'waits' // something before it has to happen first

export interface Step {
  readonly name: 'work-up' | 'cross-check' | 'prescription' | 'order' | 'delivery' | 'precautions'
  readonly title: string
  readonly state: StepState
  readonly lines: readonly string[]
  /** The entry that it rests on. */
  readonly entry?: string
  /** The kind that would fill it. */
  readonly kind?: string
}

export interface IsotopeChain {
  readonly steps: readonly Step[]
  /** The work-up whose activity is cross-checked. */
  readonly workUp: string | undefined
}

const yttrium: readonly string[] = ['y90-resin', 'y90-glass', 'ho166']
const isSirt = (procedure: string | undefined) =>
  procedure !== undefined && techniquesFor(procedure).includes('radioembolisation')

interface Parts {
  readonly worked: Stated<ReturnType<typeof workUp.schema.parse>> | undefined
  readonly prescribed: Stated<ReturnType<typeof prescription.schema.parse>> | undefined
  readonly treated: Stated<ReturnType<typeof treatment.schema.parse>> | undefined
}

/**
 * The chain that the case is in: of the course in preparation, else of the one given last. Null for a case
 * that has nothing to do with radioembolisation, and for one refused or closed before any of it.
 *
 * @param now ISO 8601, UTC
 */
export function isotopeChain(course: Course, service: Course, now: string): IsotopeChain | null {
  const parts = partsOf(course)
  const isBegun = Object.values(parts).some((part) => part !== undefined)
  const answered = referralOf(course)
  const answer = answered?.decision?.body.answer
  if (!isBegun && (!isSirt(procedureOf(course)) || answer === 'refused' || endOf(course))) return null
  const isTaken = answer === 'accepted' || openBookings(course).length > 0
  const isTooEarly = !isBegun && answered !== undefined && !isTaken
  const steps = [
    isTooEarly ? afterAcceptance('work-up', 'Work-up') : workedUp(parts),
    crossChecked(parts, course),
    isTooEarly ? afterAcceptance('prescription', 'Prescription') : prescribedBy(parts, service),
    ordered(parts, now),
    delivered(parts, now),
    precautions(parts, course),
  ]
  return { steps, workUp: parts.worked?.entry }
}

const afterAcceptance = (name: 'work-up' | 'prescription', title: string): Step => ({
  ...{ name, title, state: 'waits', lines: ['After the referral is accepted'] },
})

/** After the last treatment a new prescription or work-up begins a chain of its own. */
function partsOf(course: Course): Parts {
  const treatments = course.of(treatment).filter(({ body }) => isSirt(body.procedure))
  const prescriptions = course.of(prescription).filter(({ body }) => yttrium.includes(body.agent))
  const workUps = course.of(workUp).filter(({ body }) => body.sirt)
  const last = treatments.at(-1)
  const begunAnew =
    last && [...prescriptions, ...workUps].some(({ occurredAt }) => occurredAt > last.occurredAt)
  const treated = begunAnew ? undefined : last
  const until = treated?.occurredAt ?? '9999'
  const since = (begunAnew ? last : treatments.at(-2))?.occurredAt ?? ''
  return {
    treated,
    // One work-up may serve two courses, a prescription never.
    worked: workUps.findLast(({ occurredAt }) => occurredAt <= until),
    prescribed: prescriptions.findLast(({ occurredAt }) => occurredAt > since && occurredAt <= until),
  }
}

function workedUp({ worked, prescribed, treated }: Parts): Step {
  const step = { name: 'work-up', title: 'Work-up', kind: 'work-up' } as const
  const sirt = worked?.body.sirt
  if (!worked || !sirt) {
    const late = prescribed !== undefined || treated !== undefined
    return {
      ...step,
      state: 'missing',
      lines: [late ? 'Not recorded, though later steps are' : 'To be recorded'],
    }
  }
  const embolised = sirt.vesselsEmbolised ? [`Embolised: ${sirt.vesselsEmbolised}`] : []
  const lines = [
    `Mapping on ${dayWords(sirt.mappingOn)}, lung shunt ${sirt.lungShunt}%`,
    `${sirt.plannedActivity} GBq planned by ${sirt.physicist.name}`,
    ...embolised,
  ]
  if (worked.body.result === 'suitable') return { ...step, state: 'done', lines, entry: worked.entry }
  const not = worked.body.result === 'not-suitable' ? 'Result: not suitable' : 'Result: more is needed'
  return { ...step, state: 'wrong', lines: [not, ...lines], entry: worked.entry }
}

function crossChecked({ worked }: Parts, course: Course): Step {
  const step = { name: 'cross-check', title: 'Cross-check of the activity' } as const
  const found = worked && crossCheckOver(course, worked.entry)
  if (!found) return { ...step, state: 'waits', lines: ['Computed from the work-up'] }
  const agrees = found.verdict === 'agrees'
  const lines = agrees
    ? [`${found.plannedGBq} GBq agrees with the published methods`]
    : ['Look again', ...found.reasons]
  return { ...step, state: agrees ? 'done' : 'wrong', lines, entry: found.entry }
}

function prescribedBy({ prescribed, treated }: Parts, service: Course): Step {
  const step = { name: 'prescription', title: 'Prescription', kind: 'prescription' } as const
  if (!prescribed) {
    return treated
      ? { ...step, state: 'wrong', lines: ['Treated without a prescription on record'] }
      : { ...step, state: 'missing', lines: ['To be prescribed'] }
  }
  const { body, entry } = prescribed
  const day = ukDay(body.injectionAt ?? prescribed.occurredAt)
  const procedure = treated?.body.procedure ?? 'selective-internal-radiation-therapy'
  const own = licenceCovering(service, procedure, day, 'practitioner', body.prescriber)
  const site = licenceCovering(service, procedure, day, 'employer')
  const on = `on ${dayWords(day)}`
  const lines = [
    `${agents[body.agent]} ${body.dose} ${body.unit} by ${body.prescriber.name}`,
    body.signed ? 'Signed' : 'Not signed',
    own
      ? `Practitioner’s licence ${own.body.number} covers it, to ${dayWords(own.body.expires)}`
      : `No licence of ${body.prescriber.name} covers it ${on}`,
    site
      ? `Employer’s licence ${site.body.number} covers it, to ${dayWords(site.body.expires)}`
      : `No licence of the employer covers it ${on}`,
  ]
  const isRight = body.signed && own !== undefined && site !== undefined
  return { ...step, state: isRight ? 'done' : 'wrong', lines, entry }
}

function ordered({ prescribed, treated }: Parts, now: string): Step {
  const step = { name: 'order', title: 'Order' } as const
  if (!prescribed) return { ...step, state: 'waits', lines: ['After the prescription'] }
  const { orderBy, injectionAt } = prescribed.body
  const forWhen = injectionAt ? `For injection on ${momentWords(injectionAt)}, ${ukClock(injectionAt)}` : null
  const lines = forWhen ? [forWhen] : []
  if (!orderBy)
    return { ...step, state: 'missing', lines: ['The last day to order is not recorded', ...lines] }
  if (treated) return { ...step, state: 'done', lines: [`Order by ${dayWords(orderBy)}`, ...lines] }
  const passed = orderBy < ukDay(now)
  return {
    ...step,
    state: passed ? 'missing' : 'waits',
    lines: [passed ? `Was to be ordered by ${dayWords(orderBy)}` : `Order by ${dayWords(orderBy)}`, ...lines],
  }
}

function delivered({ prescribed, treated }: Parts, now: string): Step {
  const step = { name: 'delivery', title: 'Calibrated and delivered', kind: 'treatment' } as const
  if (!treated) {
    const due = prescribed?.body.injectionAt !== undefined && prescribed.body.injectionAt < now
    return {
      ...step,
      state: due ? 'missing' : 'waits',
      lines: [due ? 'The injection is not recorded' : 'On the day'],
    }
  }
  const { activity } = treated.body
  if (!activity)
    return { ...step, state: 'missing', lines: ['The treatment holds no activity'], entry: treated.entry }
  const calibrated = `${activity.calibrated} GBq at ${momentWords(activity.calibratedAt)}, ${ukClock(activity.calibratedAt)}`
  return {
    ...step,
    state: 'done',
    lines: [
      `Calibrated: ${calibrated}`,
      `Delivered: ${activity.delivered} GBq, residual ${activity.residual} GBq`,
    ],
    entry: treated.entry,
  }
}

function precautions({ treated }: Parts, course: Course): Step {
  const step = { name: 'precautions', title: 'Radiation precautions', kind: 'recovery' } as const
  if (!treated) return { ...step, state: 'waits', lines: ['After the treatment'] }
  const since = ({ occurredAt }: Stated) => occurredAt >= treated.occurredAt
  const left = course.of(discharge).find(since)
  const said = [course.of(recovery).findLast(since), left].flatMap((each) =>
    each?.body.precautionsUntil ? [{ until: each.body.precautionsUntil, entry: each.entry }] : [],
  )
  const last = said.sort((one, other) => (one.until < other.until ? -1 : 1)).at(-1)
  if (!last) return { ...step, state: 'missing', lines: ['Until when is not recorded'] }
  const card = left?.body.radiationCard
  const cardLine = left ? [card ? 'Radiation card given' : 'Radiation card: not recorded as given'] : []
  return {
    ...step,
    state: left && !card ? 'missing' : 'done',
    lines: [`Until ${dayWords(last.until)}`, ...cardLine],
    entry: last.entry,
    ...(left && !card ? { kind: 'discharge' } : {}),
  }
}
