/** Medicines, radiation precautions, the leaflet that was given, and who is responsible. */

import { dayWords } from '../../calendar/uk-time.ts'
import { isRadioactive } from '../../catalogue/techniques.ts'
import type { Course } from '../../pathway/course.ts'
import { followUpPlan } from '../../pathway/kinds/follow-up.ts'
import { information } from '../../pathway/kinds/preparation.ts'
import { discharge, recovery, treatment } from '../../pathway/kinds/procedure.ts'
import { responsibility } from '../../pathway/kinds/referral.ts'
import { staysOf } from '../../pathway/reading/stay.ts'
import { inSentence } from '../../sentence.ts'
import type { LetterFacts } from '../facts.ts'
import { organisationName } from '../facts.ts'
import { facts, notRecorded, type Section, text } from '../letter.ts'
import { labelOf, listed, onDay } from '../words.ts'

export function medicines(course: Course): Section | null {
  if (course.of(treatment).length === 0) return null
  const stay = staysOf(course).at(-1)
  const left = stay?.discharge?.body
  const since = stay && course.latest(discharge) && !left ? ` since ${onDay(stay.treatment.occurredAt)}` : ''
  return {
    heading: 'Medicines',
    parts: left
      ? [
          facts(
            [
              'Discharged',
              `${onDay(stay?.discharge?.occurredAt ?? '')}, to: ${inSentence(labelOf(discharge.fields.to, left.to))}`,
            ],
            ['Medicines on leaving', left.medicines],
            ['Pain relief', labelOf(discharge.fields.analgesia, left.analgesia)],
            ['Against sickness', labelOf(discharge.fields.antiemetics, left.antiemetics)],
          ),
        ]
      : [text(`${notRecorded}: no discharge has been written${since}.`)],
  }
}

/** The last day of radiation precautions that the record names, of the last radioactive treatment. */
export function precautionsUntil(course: Course): { readonly until: string | null } | null {
  const last = course.of(treatment).findLast(({ body }) => isRadioactive(body.procedure))
  if (!last) return null
  const said = [...course.of(recovery), ...course.of(discharge)]
    .filter(({ occurredAt }) => occurredAt >= last.occurredAt)
    .map(({ body }) => body.precautionsUntil)
    .filter((day) => day !== undefined)
  return { until: said.sort().at(-1) ?? null }
}

export function radiation(course: Course, today: string): Section | null {
  const precautions = precautionsUntil(course)
  if (!precautions) return null
  const { until } = precautions
  const card = staysOf(course).findLast(({ treatment: { body } }) => isRadioactive(body.procedure))?.discharge
    ?.body.radiationCard
  const cardWords = card === undefined ? `${notRecorded}.` : card ? 'Given.' : 'Not given.'
  return {
    heading: 'Radiation precautions',
    parts: [
      {
        kind: 'notice',
        heading: until
          ? until < today
            ? `They ended on ${dayWords(until)}`
            : `Until ${dayWords(until)}`
          : 'Until when is not recorded',
        lines: [
          until
            ? until < today
              ? 'The record names no precautions after that day.'
              : 'Whoever treats the patient before then has to know that a radioactive agent was given.'
            : 'Ask the department below before treating the patient or taking samples.',
          `Radiation card: ${cardWords}`,
        ],
      },
    ],
  }
}

export function informationGiven(course: Course): Section {
  const last = course.latest(information)
  const body = last?.body
  const words = () => {
    if (!last || !body) return `${notRecorded}.`
    if (body.leaflet === 'none') return 'There is no leaflet for this procedure.'
    if (body.leaflet === 'not-given') return `No leaflet was given (${onDay(last.occurredAt)}).`
    const leaflet = `“${body.leafletTitle ?? notRecorded}”, version ${body.leafletVersion ?? notRecorded}`
    const how = [
      body.language,
      body.format ? inSentence(labelOf(information.fields.format, body.format)) : '',
    ]
      .filter(Boolean)
      .join(', ')
    const was = body.leaflet === 'given' ? 'was given' : 'was offered, and the patient did not want it'
    return `The leaflet ${leaflet}${how ? ` (${how})` : ''} ${was} on ${onDay(last.occurredAt)}.`
  }
  return { heading: 'What the patient was told', parts: [text(words())] }
}

export function whoIsResponsible(letter: LetterFacts): Section {
  const { course, contact, treating } = letter
  const agreed = course.latest(responsibility)?.body
  const during = agreed
    ? listed([agreed.consultant.name, ...(agreed.secondConsultant ? [agreed.secondConsultant.name] : [])])
    : undefined
  const followUp = course.latest(followUpPlan)?.body.clinician.name ?? agreed?.followUp?.name
  return {
    heading: 'Who is responsible, and how to reach us',
    parts: [
      facts(
        ['During the admission', during],
        ['For follow-up', followUp],
        [
          'Department',
          contact
            ? `${contact.department}, ${organisationName(letter, treating)}`
            : organisationName(letter, treating),
        ],
        ['Telephone', contact?.telephone],
        ...(contact?.email ? ([['E-mail', contact.email]] as const) : []),
        ...(contact?.outOfHours ? ([['At night and at weekends', contact.outOfHours]] as const) : []),
      ),
    ],
  }
}
