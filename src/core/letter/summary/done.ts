/** What was done, what it led to, and what the scans said since: the past of a summary letter. */

import type { z } from 'zod'
import { procedureById, procedureName } from '../../catalogue/procedures.ts'
import type { Course, Stated } from '../../pathway/course.ts'
import {
  complication,
  followUpContact,
  responseAssessment,
  safetyReview,
  symptomScore,
} from '../../pathway/kinds/follow-up.ts'
import { agents } from '../../pathway/kinds/preparation.ts'
import { treatment } from '../../pathway/kinds/procedure.ts'
import { treatedOnOtherSide } from '../../pathway/reading/side.ts'
import { about } from '../../pathway/reading/treatments.ts'
import { fieldOf } from '../../record/field.ts'
import { inSentence } from '../../sentence.ts'
import { notRecorded, type Part, type Section, text } from '../letter.ts'
import { labelOf, onDay, ordinal, sentence } from '../words.ts'

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
  yes: 'Technically successful',
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
      ...treatedOnOtherSide(course).map(({ asked, said, done }) =>
        text(
          `The treatment of ${onDay(done.occurredAt)} was on ${said === 'both sides' ? said : `the ${said}`}; the referral asked for the ${asked}.`,
        ),
      ),
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
  const parts: Part[] = ungraded(course).map((day) =>
    text(`The treatment of ${day} had a complication, whose grade and outcome are not recorded yet.`),
  )
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
    parts.push(text(gradesInWords))
  }
  if (looked && reviewed?.body.noComplication === 'none' && parts.length === 0)
    parts.push(text(`There was no complication up to ${looked}.`))
  else if (looked) parts.push(text(`This was last looked at on ${looked}.`))
  else if (parts.length === 0) parts.push(text(notReviewed(course)))
  const since = course.latest(treatment)
  if (since && reviewed && since.occurredAt > reviewed.occurredAt && !isSpokenOf(course, since))
    parts.push(
      text(`Nobody has yet written whether the treatment of ${onDay(since.occurredAt)} had a complication.`),
    )
  return { heading: 'Complications', parts }
}

/** Not every reader knows the systems. */
const gradesInWords =
  'CIRSE grades run from 1 (dealt with in the same procedure) to 6 (death), CTCAE grades from 1 (mild) to 5 (death).'

const isSpokenOf = (course: Course, done: Stated<Treatment>) =>
  done.body.complicationNow || about(course, complication, done).length > 0

/** The days of treatments that say there was a complication which nobody has graded. */
/** What an operator said at the end of the procedure is no word on the days after it. */
function notReviewed(course: Course): string {
  const complicated = treatmentsOf(course).some(({ body }) => body.complicationNow)
  const last = treatmentsOf(course).at(-1)
  return last && !complicated
    ? `No complication during the procedure of ${onDay(last.occurredAt)}. Nobody has yet written whether there was one since.`
    : `${notRecorded}: nobody has yet written whether there was a complication.`
}

const ungraded = (course: Course) =>
  treatmentsOf(course)
    .filter((done) => done.body.complicationNow && about(course, complication, done).length === 0)
    .map(({ occurredAt }) => onDay(occurredAt))

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
  } else if (treatmentsOf(course).some(({ body }) => body.intent === 'disease-modifying'))
    parts.push(text(`${notRecorded}: no scan since the treatment has been read.`))
  const said = course.of(followUpContact).findLast(({ body }) => body.relief !== undefined)
  if (said?.body.relief)
    parts.push(
      text(
        `The symptom that was to be relieved, on ${onDay(said.occurredAt)}: ${inSentence(labelOf(followUpContact.fields.relief, said.body.relief))}.`,
      ),
    )
  const effects = course.of(followUpContact).findLast(({ body }) => body.sideEffects !== undefined)
  if (effects?.body.sideEffects)
    parts.push(text(`Side effects, on ${onDay(effects.occurredAt)}: ${sentence(effects.body.sideEffects)}`))
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
  return {
    heading: 'Result so far',
    parts: parts.length > 0 ? parts : [text(`${notRecorded}: nothing since the treatment says.`)],
  }
}

/** The one sentence on the last treatment. */
export function lastTreatmentSentence(course: Course, name: string): string | null {
  const last = treatmentsOf(course).at(-1)
  if (!last) return null
  const { body } = last
  const series = body.course > 1 ? `, the ${ordinal(body.course)} of a series` : ''
  const went = {
    yes: 'It was technically successful.',
    partial: 'It was done in part.',
    no: 'It could not be done.',
  }[body.technicalSuccess]
  const why = body.whyNot ? ` ${sentence(body.whyNot)}` : ''
  const came = body.technicalSuccess === 'no' ? 'came for treatment' : 'was treated'
  return `${name} ${came} on ${onDay(last.occurredAt)}: ${inSentence(procedureName(body.procedure))}${series}. ${went}${why}`
}
