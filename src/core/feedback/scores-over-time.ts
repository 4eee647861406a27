/** What a patient's answers to questionnaires that others own come to over time, where their scoring is public. */

import type { Course } from '../pathway/course.ts'
import { instrumentAnswers } from '../pathway/kinds/instrument-answers.ts'
import { type Instrument, instrumentById, type Scale, type Scored, scoreOf } from '../registry/instruments.ts'

export interface QuestionnaireOver {
  readonly instrument: Instrument
  /** One for each time that it was answered, in order. */
  readonly times: readonly {
    readonly entry: string
    readonly occurredAt: string
    /** How many of its items are answered. */
    readonly answered: number
  }[]
  /** The scales that are scored by a public rule, each with its score at each of these times. */
  readonly scales: readonly { readonly scale: Scale; readonly scores: readonly Scored[] }[]
  /** Scales that are scored by a table of the owner's, of which nothing can be said here. */
  readonly ownersOnly: readonly Scale[]
}

/** By instrument, in the order in which they were first answered; what was corrected counts as it stands. */
export function questionnairesOver(course: Course): readonly QuestionnaireOver[] {
  const said = course.of<ReturnType<(typeof instrumentAnswers)['schema']['parse']>>(instrumentAnswers)
  return [...Map.groupBy(said, ({ body }) => body.instrument)].flatMap(([id, times]) => {
    const instrument = instrumentById(id)
    if (!instrument) return []
    const answers = times.map(({ body }) =>
      Object.fromEntries(body.answers.map(({ item, value }) => [item, value])),
    )
    const isPublic = ({ scoring }: Scale) => scoring.by !== 'table'
    return [
      {
        instrument,
        times: times.map(({ entry, occurredAt, body }) => ({
          ...{ entry, occurredAt, answered: body.answers.length },
        })),
        scales: instrument.scales.filter(isPublic).map((scale) => ({
          scale,
          scores: answers.map((given) => scoreOf(scale, given)),
        })),
        ownersOnly: instrument.scales.filter((scale) => !isPublic(scale)),
      },
    ]
  })
}

/** The highest score that a scale can come to; the lowest is 0. */
export const highestOf = ({ items, scoring }: Scale): number =>
  scoring.by === 'prorated-sum' ? items.length * scoring.highest : 100
