/** The card that a patient carries after a radioactive treatment: what was given, what to keep to, until when. */

import { dayWords } from '../calendar/uk-time.ts'
import { procedureById } from '../catalogue/procedures.ts'
import { isRadioactive } from '../catalogue/techniques.ts'
import { agents, radioactiveAgents } from '../pathway/kinds/preparation.ts'
import { treatment } from '../pathway/kinds/procedure.ts'
import { type LetterFacts, organisationName } from './facts.ts'
import { facts, type Letter, notRecorded } from './letter.ts'
import { precautionsUntil } from './summary/told.ts'
import { aboutPatient } from './summary-letter.ts'
import { onDay } from './words.ts'

/** Null where no radioactive treatment is recorded. */
export function radiationCard(letter: LetterFacts): Letter | null {
  const { course, treating, contact, today } = letter
  const last = course.of(treatment).findLast(({ body }) => isRadioactive(body.procedure))
  const precautions = precautionsUntil(course)
  if (!last || !precautions) return null
  const { until } = precautions
  const radioactive: readonly string[] = radioactiveAgents
  const given = (last.body.agents ?? []).filter(({ agent }) => radioactive.includes(agent))
  const activity = last.body.activity?.delivered
  return {
    paper: 'card',
    title: 'Radiation card',
    heading: 'Radiation card',
    from: {
      name: contact?.department ?? 'Interventional radiology',
      lines: [organisationName(letter, treating)],
    },
    to: [],
    dated: dayWords(today),
    about: aboutPatient(letter).slice(0, 3),
    opening: [
      'Carry this card with you. Show it to every doctor, nurse, dentist or paramedic who treats you.',
    ],
    sections: [
      {
        heading: 'Precautions',
        parts: [
          {
            kind: 'notice',
            heading: until ? `Until the end of ${dayWords(until)}` : 'Until when is not recorded',
            lines: [
              until
                ? 'Keep until then to the advice in the leaflet that you were given.'
                : 'Ask the department below before you leave.',
            ],
          },
        ],
      },
      {
        heading: 'What was given',
        parts: [
          facts(
            ['Treatment', procedureById(last.body.procedure)?.plainName ?? last.body.procedure],
            ['Date', onDay(last.occurredAt)],
            ['Radioactive agent', given.map(({ agent }) => agents[agent]).join(', ') || undefined],
            ['Activity delivered', activity === undefined ? undefined : `${activity} GBq`],
          ),
        ],
      },
      {
        heading: 'Questions, or an emergency',
        parts: [
          facts(
            ['Telephone', contact?.telephone],
            ['At night and at weekends', contact?.outOfHours ?? contact?.telephone ?? notRecorded],
          ),
        ],
      },
    ],
    foot: `Made from the record on ${dayWords(today)}.`,
    fictional: letter.fictional,
  }
}
