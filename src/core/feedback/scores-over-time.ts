/** What a patient's answers to questionnaires that others own come to over time: by public rules, and by owners' tables that were loaded. */

import type { Course } from '../pathway/course.ts'
import { instrumentAnswers } from '../pathway/kinds/instrument-answers.ts'
import {
  type Instrument,
  type InstrumentId,
  instrumentById,
  type Scale,
  type Scored,
  scoreOf,
} from '../registry/instruments.ts'
import { type ScoreTable, scoreByTable, type TableScale } from './score-table.ts'

export interface ScaleOver {
  readonly scale: Pick<Scale, 'name' | 'title' | 'lowIsBetter'>
  /** The least and the most that it can come to. */
  readonly lowest: number
  readonly highest: number
  /** At each of the times that the questionnaire was answered. */
  readonly scores: readonly Scored[]
}

export interface QuestionnaireOver {
  readonly instrument: Instrument
  /** One for each time that it was answered, in order. */
  readonly times: readonly {
    readonly entry: string
    readonly occurredAt: string
    /** How many of its items are answered. */
    readonly answered: number
  }[]
  /** Those that are scored by a public rule, then those by a table that was loaded. */
  readonly scales: readonly ScaleOver[]
  /** The licence under which the owner's table was loaded; null: none was. */
  readonly tableLicence: string | null
  /** Scales that are scored by a table of the owner's, of which nothing can be said here. */
  readonly ownersOnly: readonly Scale[]
}

/** Owners' tables by instrument, each with the reference of its licence. */
export type Tables = ReadonlyMap<InstrumentId, ScoreTable & { readonly licence: string }>

type Answers = Readonly<Record<string, number>>

/** By instrument, in the order in which they were first answered; what was corrected counts as it stands. */
export function questionnairesOver(course: Course, tables: Tables = new Map()): readonly QuestionnaireOver[] {
  const said = course.of<ReturnType<(typeof instrumentAnswers)['schema']['parse']>>(instrumentAnswers)
  return [...Map.groupBy(said, ({ body }) => body.instrument)].flatMap(([id, times]) => {
    const instrument = instrumentById(id)
    if (!instrument) return []
    const table = tables.get(instrument.id)
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
        scales: [
          ...instrument.scales.filter(isPublic).map((scale) => byRule(scale, answers)),
          ...(table?.scales ?? []).map((scale) => byTable(scale, answers)),
        ],
        tableLicence: table?.licence ?? null,
        ownersOnly: table ? [] : instrument.scales.filter((scale) => !isPublic(scale)),
      },
    ]
  })
}

function byRule(scale: Scale, answers: readonly Answers[]): ScaleOver {
  return {
    ...{ scale, lowest: 0, highest: highestOf(scale) },
    scores: answers.map((given) => scoreOf(scale, given)),
  }
}

function byTable(scale: TableScale, answers: readonly Answers[]): ScaleOver {
  const all = Object.values(scale.scores)
  return {
    ...{ scale, lowest: Math.min(...all), highest: Math.max(...all) },
    scores: answers.map((given) => scoreByTable(scale, given)),
  }
}

const highestOf = ({ items, scoring }: Scale): number =>
  scoring.by === 'prorated-sum' ? items.length * scoring.highest : 100

/** A score as it is written: an index that ends at 1 to three decimals, any other to one. */
export function scoreText(score: number, { lowest, highest }: Pick<ScaleOver, 'lowest' | 'highest'>): string {
  const isIndex = highest <= 1 && lowest >= -1
  return String(Number(score.toFixed(isIndex ? 3 : 1)))
}
