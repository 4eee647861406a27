/** What is missing: without it a figure counts the treatment as not known. */

import { daysAfter, ukDay } from '../../calendar/uk-day.ts'
import { ukMoment } from '../../calendar/uk-time.ts'
import { procedureWithin } from '../../catalogue/procedures.ts'
import type { Stated } from '../../pathway/course.ts'
import { closure, death, responseAssessment } from '../../pathway/kinds/follow-up.ts'
import { treatment } from '../../pathway/kinds/procedure.ts'
import { lastSeenAlive } from '../../pathway/reading/alive.ts'
import type { ResponseAssessment } from '../../pathway/reading/follow-up.ts'
import { repeatedBy, type Treatment } from '../../pathway/reading/treatments.ts'
import { type FindQueries, type Query, saidAt } from './query.ts'

/** Days of grace: a contact on day 90 is recorded by then. The project's own choice. */
const graceDays = 28

/** Mortality is counted to day 30 of every treatment, and to day 90 of those that treat the disease. */
export const aliveAt30: FindQueries = (course) =>
  lastOfEachSeries(course, 'supportive').flatMap((done) => aliveAt(course, done, 30, 'alive-at-30'))

export const aliveAt90: FindQueries = (course) =>
  lastOfEachSeries(course, 'disease-modifying').flatMap((done) => aliveAt(course, done, 90, 'alive-at-90'))

export const aliveAt365: FindQueries = (course) =>
  lastOfEachSeries(course, 'disease-modifying').flatMap((done) => aliveAt(course, done, 365, 'alive-at-365'))

function aliveAt(
  course: Parameters<FindQueries>[0],
  done: Stated<Treatment>,
  days: number,
  rule: 'alive-at-30' | 'alive-at-90' | 'alive-at-365',
): readonly Query[] {
  if (course.latest(death) || course.of(closure).some(({ body }) => body.why === 'opened-in-error')) return []
  const day = daysAfter(ukDay(done.occurredAt), days)
  const seen = lastSeenAlive(course)
  if (seen !== undefined && seen >= day) return []
  return [
    {
      rule,
      about: done.first,
      words: `Alive ${days === 365 ? 'a year' : `${days} days`} after ${procedureWithin(done.body.procedure)}?`,
      answer: { record: 'follow-up-contact' },
      opensAt: ukMoment(daysAfter(day, graceDays)),
    },
  ]
}

/** A treatment that was followed by another of its procedure asks through the later one. */
function lastOfEachSeries(
  course: Parameters<FindQueries>[0],
  intent: Treatment['intent'],
): readonly Stated<Treatment>[] {
  return course
    .of(treatment)
    .filter((done) => done.body.intent === intent && repeatedBy(course, done) === undefined)
}

export const baselineMissing: FindQueries = (course) => {
  const measured = course
    .of<ResponseAssessment>(responseAssessment)
    .filter(({ body }) => body.criteria === 'recist-1.1' || body.criteria === 'mrecist')
  const [first] = measured.filter(({ body }) => !body.baseline)
  if (!first || measured.some(({ body }) => body.baseline)) return []
  return [
    {
      rule: 'baseline-missing',
      about: first.first,
      words: 'Baseline to compare the response with',
      answer: { record: 'response-assessment' },
      opensAt: saidAt(first),
      by: first.body.reader.name,
    },
  ]
}

export const tumourSizeMissing: FindQueries = (course) =>
  course
    .of(treatment)
    .filter(({ body }) => body.intent === 'disease-modifying')
    .filter(({ body }) => body.targets.some(({ size }) => size === undefined))
    .map((done) => ({
      rule: 'tumour-size-missing',
      about: done.first,
      words: `Diameter of the target of ${procedureWithin(done.body.procedure)}`,
      answer: 'correction',
      opensAt: saidAt(done),
      ...operatorOf(done),
    }))

function operatorOf({ body }: Stated<Treatment>): { readonly by?: string } {
  const first = body.operators.find(({ role }) => role === 'first')
  return first ? { by: first.who.name } : {}
}
