/** What two entries say against each other: one of them is wrong. */

import { ukDay } from '../../calendar/uk-day.ts'
import { dayWords } from '../../calendar/uk-time.ts'
import type { Course, Stated } from '../../pathway/course.ts'
import {
  complication,
  death,
  followUpContact,
  responseAssessment,
  safetyReview,
  symptomScore,
} from '../../pathway/kinds/follow-up.ts'
import type { ResponseAssessment } from '../../pathway/reading/follow-up.ts'
import { responseOver } from '../../response/over-course.ts'
import { type FindQueries, saidAt } from './query.ts'

type Complication = ReturnType<(typeof complication)['schema']['parse']>

const isDeath = ({ body }: Stated<Complication>) =>
  body.outcome === 'died' || body.cirse === '6' || body.ctcae === '5'

export const deathNotRecorded: FindQueries = (course) => {
  if (course.latest(death)) return []
  return course
    .of<Complication>(complication)
    .filter(isDeath)
    .map((each) => ({
      rule: 'death-not-recorded',
      about: each.first,
      words: 'A complication ended in death: when did the patient die?',
      answer: { record: 'death' },
      opensAt: saidAt(each),
    }))
}

export const deathWithoutComplication: FindQueries = (course) => {
  const died = course.latest(death)
  if (died?.body.relation !== 'yes' || course.of<Complication>(complication).some(isDeath)) return []
  return [
    {
      rule: 'death-without-complication',
      about: died.first,
      words: 'Which complication led to death?',
      answer: { record: 'complication' },
      opensAt: saidAt(died),
    },
  ]
}

export const noComplicationBut: FindQueries = (course) =>
  course
    .of(safetyReview)
    .filter(({ body }) => body.noComplication === 'none')
    .flatMap((review) => {
      const one = course
        .of<Complication>(complication)
        .find((each) => sameTreatment(course, each, review) && each.occurredAt <= review.occurredAt)
      if (!one) return []
      return [
        {
          rule: 'no-complication-but' as const,
          about: review.first,
          words: `No complication to ${dayWords(ukDay(review.occurredAt))}, and one on ${dayWords(ukDay(one.occurredAt))}`,
          answer: 'correction',
          opensAt: later(saidAt(review), saidAt(one)),
        },
      ]
    })

type OfTreatment = Stated<{ readonly treatment: string }>

function sameTreatment(course: Course, one: OfTreatment, other: OfTreatment): boolean {
  return course.standing(one.body.treatment)?.first === course.standing(other.body.treatment)?.first
}

/** 'Neither complete response nor progression' is read as stable disease by most. */
const readAs: Readonly<Record<string, string>> = { 'non-CR-non-PD': 'SD' }

export const responseDiffers: FindQueries = (course) => {
  const over = responseOver(course)
  return course
    .of<ResponseAssessment>(responseAssessment)
    .filter(({ body }) => !body.baseline)
    .flatMap((each) => {
      const rule = over.pointOf(each.entry)?.overall
      if (!rule || (readAs[rule] ?? rule) === each.body.read) return []
      return [
        {
          rule: 'response-differs' as const,
          about: each.first,
          words: `Read as ${each.body.read}, by the measurements ${rule}`,
          answer: 'correction',
          opensAt: saidAt(each),
          by: each.body.reader.name,
        },
      ]
    })
}

export const reliefAgainstScore: FindQueries = (course) => {
  const scores = course.of(symptomScore)
  return course
    .of(followUpContact)
    .filter(({ body }) => body.relief === 'gone' || body.relief === 'better')
    .flatMap((contact) => {
      const before = scores.findLast(
        ({ body, occurredAt }) => body.moment === 'before' && occurredAt <= contact.occurredAt,
      )
      const after = scores.findLast(
        ({ body, occurredAt }) => body.moment === 'after' && ukDay(occurredAt) === ukDay(contact.occurredAt),
      )
      if (!before || !after || after.body.symptom !== before.body.symptom) return []
      if (after.body.value <= before.body.value) return []
      return [
        {
          rule: 'relief-against-score' as const,
          about: contact.first,
          words: `${contact.body.relief === 'gone' ? 'Gone' : 'Better'}, with a score of ${after.body.value} after ${before.body.value}`,
          answer: 'correction',
          opensAt: later(saidAt(contact), saidAt(after)),
          by: contact.body.by.name,
        },
      ]
    })
}

const later = (one: string, other: string) => (one > other ? one : other)
