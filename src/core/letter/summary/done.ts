/** What was done, what it led to, and what the scans said since: the past of a summary letter. */

import type { z } from 'zod'
import { procedureById, procedureName } from '../../catalogue/procedures.ts'
import type { Course, Stated } from '../../pathway/course.ts'
import {
  complication,
  responseAssessment,
  safetyReview,
  symptomScore,
} from '../../pathway/kinds/follow-up.ts'
import { agents } from '../../pathway/kinds/preparation.ts'
import { treatment } from '../../pathway/kinds/procedure.ts'
import { fieldOf } from '../../record/field.ts'
import { notRecorded, type Part, type Section, text } from '../letter.ts'
import { inSentence, labelOf, onDay, ordinal } from '../words.ts'

type Treatment = z.infer<typeof treatment.schema>

/** `Chemotherapy beads into the liver (TACE)`, then the profession's name where it says more. */
export function procedureWords(id: string): string {
  const found = procedureById(id)
  return found ? found.plainName : procedureName(id)
}

export function treatmentsOf(course: Course): readonly Stated<Treatment>[] {
  return course.of(treatment)
}

const wentWords: Readonly<Record<Treatment['technicalSuccess'], string>> = {
  yes: 'Done as planned',
  partial: 'Done in part',
  no: 'Could not be done',
}

const targetFields = () => {
  const targets = treatment.fields.targets && fieldOf(treatment.fields.targets)
  return targets?.input === 'list' ? targets.fields : {}
}

function targetWords(body: Treatment): string {
  const { organ, laterality } = targetFields()
  return body.targets
    .map((target) => {
      const side = target.laterality && !['not-applicable', 'midline'].includes(target.laterality)
      const where = labelOf(organ, target.organ)
      const place = [
        side ? `${labelOf(laterality, target.laterality ?? '')} ${inSentence(where)}` : where,
        target.segment ? `(${target.segment})` : null,
      ]
      return [place.filter(Boolean).join(' '), ...(target.size ? [`${target.size} mm`] : [])].join(', ')
    })
    .join('; ')
}

function agentWords(body: Treatment): string | null {
  const given = (body.agents ?? []).map(
    ({ agent, dose, unit }) => `${inSentence(agents[agent])} ${dose} ${unit}`,
  )
  const activity = body.activity ? [`activity delivered ${body.activity.delivered} GBq`] : []
  return [...given, ...activity].join(', ') || null
}

/** One row a treatment, oldest first. */
export function whatWasDone(course: Course): Section | null {
  const treatments = treatmentsOf(course)
  if (treatments.length === 0) return null
  return {
    heading: 'What was done',
    parts: [
      {
        kind: 'table',
        caption: 'Treatments, oldest first',
        columns: ['When', 'What', 'Where', 'By', 'How it went'],
        rows: treatments.map(({ occurredAt, body }) => [
          onDay(occurredAt),
          [
            `${procedureName(body.procedure)}${body.course > 1 ? `, course ${body.course}` : ''}`,
            agentWords(body),
          ]
            .filter(Boolean)
            .join('; '),
          targetWords(body),
          body.operators.map(({ who }) => who.name).join(', '),
          [wentWords[body.technicalSuccess], body.whyNot].filter(Boolean).join(': '),
        ]),
      },
    ],
  }
}

/** Complications by treatment; that there was none only where somebody looked and said so. */
export function complications(course: Course): Section | null {
  if (treatmentsOf(course).length === 0) return null
  const found = course.of(complication)
  const reviewed = course.latest(safetyReview)
  const looked = reviewed ? onDay(reviewed.occurredAt) : null
  const parts: Part[] = []
  if (found.length > 0) {
    parts.push({
      kind: 'table',
      caption: 'Complications, oldest first',
      columns: ['When', 'What', 'Grade', 'What was done', 'Outcome'],
      rows: found.map(({ occurredAt, body }) => [
        onDay(occurredAt),
        body.what,
        [`CIRSE ${body.cirse}`, body.ctcae ? `CTCAE ${body.ctcae}` : null].filter(Boolean).join(', '),
        body.management,
        labelOf(complication.fields.outcome, body.outcome),
      ]),
    })
  }
  if (looked && reviewed?.body.noComplication === 'none' && found.length === 0)
    parts.push(text(`There was no complication up to ${looked}.`))
  else if (looked) parts.push(text(`This was last looked at on ${looked}.`))
  else if (found.length === 0)
    parts.push(text(`${notRecorded}: nobody has yet written whether there was a complication.`))
  return { heading: 'Complications', parts }
}

/** The latest reading of the scans and the scores of symptoms; absent where there is neither. */
export function result(course: Course): Section | null {
  const readings = course.of(responseAssessment).filter(({ body }) => !body.baseline)
  const last = readings.at(-1)
  const scores = course.of(symptomScore)
  if (treatmentsOf(course).length === 0) return null
  const parts: Part[] = []
  if (last) {
    const by = labelOf(responseAssessment.fields.modality, last.body.modality)
    const read = last.body.zone
      ? labelOf(responseAssessment.fields.zone, last.body.zone)
      : labelOf(responseAssessment.fields.read, last.body.read)
    const criteria = labelOf(responseAssessment.fields.criteria, last.body.criteria)
    parts.push(
      text(
        `${by} on ${onDay(last.occurredAt)}: ${inSentence(read)} (${criteria}), read by ${last.body.reader.name}.`,
      ),
    )
  } else parts.push(text(`${notRecorded}: no scan since the treatment has been read.`))
  if (scores.length > 0) {
    parts.push({
      kind: 'table',
      caption: 'Symptoms, scored from 0 (none) to 10 (worst)',
      columns: ['Symptom', 'When', 'Score', 'Moment'],
      rows: scores.map(({ occurredAt, body }) => [
        body.symptom,
        onDay(occurredAt),
        String(body.value),
        labelOf(symptomScore.fields.moment, body.moment),
      ]),
    })
  }
  return { heading: 'Result so far', parts }
}

/** The one sentence on the last treatment. */
export function lastTreatmentSentence(course: Course, name: string): string | null {
  const last = treatmentsOf(course).at(-1)
  if (!last) return null
  const { body } = last
  const series = body.course > 1 ? `, the ${ordinal(body.course)} of a series` : ''
  const went = {
    yes: 'It was done as planned.',
    partial: 'It was done in part.',
    no: 'It could not be done.',
  }[body.technicalSuccess]
  const why = body.whyNot ? ` ${sentence(body.whyNot)}` : ''
  return `${name} was treated on ${onDay(last.occurredAt)}: ${inSentence(procedureName(body.procedure))}${series}. ${went}${why}`
}

const sentence = (words: string) => (/[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`)
