/** What cannot well be: dates in the wrong order, numbers outside of what is usual. */

import { ukDay } from '../../calendar/uk-day.ts'
import { dayWords } from '../../calendar/uk-time.ts'
import type { Course, Stated } from '../../pathway/course.ts'
import { death } from '../../pathway/kinds/follow-up.ts'
import { treatment } from '../../pathway/kinds/procedure.ts'
import { caseKindNamed } from '../../pathway/kinds.ts'
import { activityWarnings } from '../../pathway/rules/warnings/treatment.ts'
import { type Fields, fieldOf } from '../../record/field.ts'
import { type FindQueries, saidAt } from './query.ts'

/** What is said of a treatment and can only come after it. */
const after = new Set([
  'follow-up-contact',
  'response-assessment',
  'symptom-score',
  'complication',
  'safety-review',
  'feedback',
])

export const beforeTreatment: FindQueries = (course) =>
  course.said
    .filter(({ kind }) => after.has(kind))
    .flatMap((each) => {
      const done = treatmentOf(course, each)
      if (!done || ukDay(each.occurredAt) >= ukDay(done.occurredAt)) return []
      return [
        {
          rule: 'before-treatment' as const,
          about: each.first,
          words: `${titleOf(each)} of ${dayWords(ukDay(each.occurredAt))}, and the treatment was on ${dayWords(ukDay(done.occurredAt))}`,
          answer: 'correction',
          opensAt: saidAt(each),
        },
      ]
    })

/** The treatment that an entry names, itself or through its plan. */
function treatmentOf(course: Course, each: Stated): Stated | undefined {
  const body = each.body as {
    readonly treatment?: string
    readonly plan?: string
    readonly baseline?: boolean
  }
  if (body.baseline) return undefined
  if (body.treatment !== undefined) return course.standing(body.treatment)
  const plan = body.plan === undefined ? undefined : course.standing(body.plan)
  const named = (plan?.body as { readonly treatment?: string } | undefined)?.treatment
  return named === undefined ? undefined : course.standing(named)
}

const alive = new Set([
  'treatment',
  'recovery',
  'discharge',
  'symptom-score',
  'response-assessment',
  'consent',
])

export const afterDeath: FindQueries = (course) => {
  const died = course.latest(death)
  if (!died) return []
  const day = ukDay(died.occurredAt)
  return course.said
    .filter((each) => isAlive(each) && ukDay(each.occurredAt) > day)
    .map((each) => ({
      rule: 'after-death',
      about: each.first,
      words: `${titleOf(each)} of ${dayWords(ukDay(each.occurredAt))}, after the death on ${dayWords(day)}`,
      answer: 'correction',
      opensAt: saidAt(each) > saidAt(died) ? saidAt(each) : saidAt(died),
    }))
}

const isAlive = ({ kind, body }: Stated) =>
  alive.has(kind) ||
  (kind === 'follow-up-contact' && (body as { readonly how: string }).how !== 'not-reached')

/** Each number beside the limits that its field declares: the form warned, and it was recorded. */
export const unusualValue: FindQueries = (course) =>
  course.said.flatMap((each) => {
    const fields = caseKindNamed(each.kind)?.fields
    const [unusual] = fields ? unusualIn(fields, each.body) : []
    if (!unusual) return []
    return [
      {
        rule: 'unusual-value' as const,
        about: each.first,
        words: `${titleOf(each)}: ${unusual}`,
        answer: 'correction',
        opensAt: saidAt(each),
      },
    ]
  })

function unusualIn(fields: Fields, body: unknown): readonly string[] {
  const values = body as Readonly<Record<string, unknown>>
  return Object.entries(fields).flatMap(([name, schema]) => {
    const [field, value] = [fieldOf(schema), values[name]]
    if (!field || value === undefined) return []
    if (field.input === 'group') return unusualIn(field.fields, value)
    if (field.input === 'list')
      return (value as readonly unknown[]).flatMap((item) => unusualIn(field.fields, item))
    if (field.input !== 'number' || !field.plausible || typeof value !== 'number') return []
    const [from, to] = field.plausible
    if (value >= from && value <= to) return []
    const unit = field.unit ? ` ${field.unit}` : ''
    return [`${field.label} ${value}${unit}, usually ${from} to ${to}${unit}`]
  })
}

/** An activity only decays, and what stayed behind was not delivered: as the form warned. */
export const activityWrong: FindQueries = (course) =>
  course.of(treatment).flatMap((done) =>
    activityWarnings(done.body, done.occurredAt)
      .slice(0, 1)
      .map(({ words }) => ({
        rule: 'activity-wrong' as const,
        about: done.first,
        words,
        answer: 'correction',
        opensAt: saidAt(done),
      })),
  )

const titleOf = ({ kind }: Stated) => caseKindNamed(kind)?.title ?? kind
