/**
 * What a patient reads on their own page, in plain words and in the second person: where they are, what comes next,
 * what they were given to read, what to keep to and until when, whom to ring. Made from the same record as everything
 * else, and nothing in it that the team has not said to the patient, or the patient to the team: no findings, no
 * opinions, no results.
 */

import { ukDay } from '../calendar/uk-day.ts'
import { questionnairesOver, type Tables } from '../feedback/scores-over-time.ts'
import type { LetterContact } from '../letter/facts.ts'
import { precautionsUntil } from '../letter/summary/told.ts'
import { type Stage, stages } from '../pathway/case-kind.ts'
import type { Course } from '../pathway/course.ts'
import { feedback } from '../pathway/kinds/follow-up.ts'
import { patientQuestion, patientQuestionAnswered } from '../pathway/kinds/patient-question.ts'
import { information } from '../pathway/kinds/preparation.ts'
import { treatment } from '../pathway/kinds/procedure.ts'
import { stageOf } from '../pathway/stage.ts'
import { type Coming, calledOff, comingUp, plainly } from './coming.ts'

export interface Step {
  readonly stage: Stage
  readonly title: string
  readonly state: 'done' | 'now' | 'later'
}

export interface GivenLeaflet {
  readonly procedure: string
  readonly title: string
  readonly version: string
  readonly language: string
  readonly on: string
  /** ISO 8601, UTC: which of two versions of one number was meant. */
  readonly at: string
}

export interface NotedQuestion {
  readonly entry: string
  readonly asks: string
  readonly notedOn: string
  /** Null: not yet talked about. Empty: talked about, and nothing was written down. */
  readonly answer: string | null
}

/** What the patient answered to a questionnaire: each score the first time and the latest, as far as it can be scored here. */
export interface OwnAnswers {
  readonly title: string
  /** Days, the first time it was answered first. */
  readonly on: readonly string[]
  readonly scores: readonly {
    readonly title: string
    readonly lowest: number
    readonly highest: number
    readonly lowIsBetter: boolean
    /** Null: too few of its questions were answered. */
    readonly first: number | null
    /** Undefined where it was answered once. */
    readonly latest: number | null | undefined
  }[]
}

export interface PatientPage {
  readonly steps: readonly Step[]
  /** A sentence or two on where they are. */
  readonly now: string
  readonly coming: readonly Coming[]
  /** Bookings that were called off and would have been to come: a calendar that holds them strikes them out. */
  readonly calledOff: readonly Coming[]
  readonly treated: readonly { readonly what: string; readonly on: string }[]
  readonly leaflets: readonly GivenLeaflet[]
  readonly precautions: { readonly until: string | null; readonly isOver: boolean } | null
  readonly questions: readonly NotedQuestion[]
  readonly answers: readonly OwnAnswers[]
  readonly contact: LetterContact | null
  /** The treatment that feedback can be given about: the last, until it was given or declined. */
  readonly feedbackAbout: string | null
}

/** What each stage is called to a patient, and what it means that they are there. */
const STAGES: Readonly<Record<Stage, { readonly title: string; readonly now: string }>> = {
  referral: {
    title: 'You are referred',
    now: 'Your doctor has asked our team to see you. We are reading what they sent us.',
  },
  planning: {
    title: 'Your team plans',
    now: 'The people who look after you are talking over what would suit you best. They will tell you what they think, and ask what you want.',
  },
  preparation: {
    title: 'You get ready',
    now: 'A procedure is planned. This is the time to read your leaflet and to ask your questions.',
  },
  procedure: { title: 'You have the procedure', now: 'You are in hospital for your procedure.' },
  recovery: {
    title: 'You recover in hospital',
    now: 'The procedure is done. The team on the ward looks after you until you can go home.',
  },
  'follow-up': {
    title: 'You are followed up',
    now: 'You have had your procedure. We keep in touch to see how you are and whether it helped.',
  },
  closed: { title: 'Care here has ended', now: 'Your care with this team has ended. Your GP knows.' },
}

/**
 * @param today `2026-11-22`, in the United Kingdom
 * @param tables owners' tables of scores, where any were loaded
 */
export function patientPage(
  course: Course,
  contact: LetterContact | null,
  today: string,
  tables: Tables = new Map(),
): PatientPage {
  const stage = stageOf(course)
  const precautions = precautionsUntil(course)
  return {
    steps: stepsTo(stage),
    now: STAGES[stage].now,
    coming: comingUp(course, today),
    calledOff: calledOff(course, today),
    treated: course
      .of(treatment)
      .map(({ body, occurredAt }) => ({ what: plainly(body.procedure), on: ukDay(occurredAt) })),
    leaflets: leafletsGiven(course),
    precautions: precautions && {
      until: precautions.until,
      isOver: precautions.until !== null && precautions.until < today,
    },
    questions: questionsOf(course),
    answers: ownAnswers(course, tables),
    contact,
    feedbackAbout: feedbackAbout(course),
  }
}

function stepsTo(stage: Stage): readonly Step[] {
  const at = stages.indexOf(stage)
  return stages.map((each, index) => ({
    stage: each,
    title: STAGES[each].title,
    state: index < at ? 'done' : index === at ? 'now' : 'later',
  }))
}

/** Each version that was given, the latest first; one that was given twice, once. */
function leafletsGiven(course: Course): readonly GivenLeaflet[] {
  const given = course.of(information).flatMap(({ body, occurredAt }): readonly GivenLeaflet[] => {
    if (body.leaflet !== 'given' || !body.leafletTitle || !body.leafletVersion) return []
    return [
      {
        procedure: body.procedure,
        title: body.leafletTitle,
        version: body.leafletVersion,
        language: body.language ?? 'English',
        on: ukDay(occurredAt),
        at: occurredAt,
      },
    ]
  })
  const seen = new Set<string>()
  return given.reverse().filter(({ procedure, version, language }) => {
    const key = `${procedure} ${version} ${language}`
    return seen.has(key) ? false : seen.add(key)
  })
}

function questionsOf(course: Course): readonly NotedQuestion[] {
  const answers = new Map(
    course
      .of(patientQuestionAnswered)
      .map(({ body }) => [course.standing(body.question)?.first, body.answer ?? '']),
  )
  return course.of(patientQuestion).map(({ first, entry, body, occurredAt }) => ({
    entry,
    asks: body.asks,
    notedOn: ukDay(occurredAt),
    answer: answers.get(first) ?? null,
  }))
}

function ownAnswers(course: Course, tables: Tables): readonly OwnAnswers[] {
  return questionnairesOver(course, tables).map(({ instrument, times, scales }) => ({
    title: instrument.title,
    on: times.map(({ occurredAt }) => ukDay(occurredAt)),
    scores: scales.map(({ scale, lowest, highest, scores }) => {
      const [first = null, ...later] = scores.map((each) => (each.outcome === 'scored' ? each.score : null))
      const { title, lowIsBetter = false } = scale
      return { title, lowIsBetter, lowest, highest, first, latest: later.at(-1) }
    }),
  }))
}

function feedbackAbout(course: Course): string | null {
  const last = course.latest(treatment)
  if (!last) return null
  const isAnswered = course
    .of(feedback)
    .some(({ body }) => body.state !== 'asked' && course.standing(body.treatment ?? '')?.first === last.first)
  return isAnswered ? null : last.first
}
