/** On a case: what the patient's answers to licensed questionnaires come to over time, and what is scored by their owner only. */

import {
  type QuestionnaireOver,
  questionnairesOver,
  type ScaleOver,
  scoreText,
  type Tables,
} from '#core/feedback/scores-over-time.ts'
import type { Course } from '#core/pathway/course.ts'
import { dateWords } from '../components/dates.ts'
import { type Column, DataTable } from '../components/table.tsx'

interface QuestionnairesProps {
  readonly course: Course
  /** Owners' tables that were loaded into this node. */
  readonly tables?: Tables
}

export function Questionnaires({ course, tables }: QuestionnairesProps) {
  return questionnairesOver(course, tables).map((each) => <OneOver key={each.instrument.id} {...each} />)
}

interface Row {
  readonly name: string
  readonly words: string
  readonly cells: readonly string[]
}

function OneOver({ instrument, times, scales, tableLicence, ownersOnly }: QuestionnaireOver) {
  const ranges = new Set(scales.map(rangeOf))
  const [common] = ranges
  const wordsOf = (over: ScaleOver) =>
    [ranges.size === 1 ? '' : rangeOf(over), over.scale.lowIsBetter === true ? 'low is better' : '']
      .filter(Boolean)
      .join(', ')
  const range =
    scales.length === 0 ? '' : `${ranges.size === 1 ? `, ${common}` : ''}; high is better unless said`
  const answered: Row = {
    ...{ name: 'Items answered', words: `of ${instrument.items.length}` },
    cells: times.map((time) => String(time.answered)),
  }
  const rows = scales.map(
    (over): Row => ({
      ...{ name: over.scale.title, words: wordsOf(over), cells: wordsAt(over) },
    }),
  )
  const columns: readonly Column<Row>[] = [
    {
      heading: 'Scale',
      names: true,
      cell: ({ name, words }) => (
        <>
          {name} <span className="fp-quiet">{words}</span>
        </>
      ),
    },
    ...times.map(({ occurredAt }, at) => ({
      heading: dateWords(occurredAt),
      number: true,
      cell: ({ cells }: Row) => cells[at],
    })),
  ]
  return (
    <>
      <DataTable
        caption={`${instrument.title} over time${range}`}
        rows={[...rows, answered]}
        keyOf={({ name }) => name}
        columns={columns}
      />
      {tableLicence === null ? null : (
        <p className="fp-quiet nhsuk-u-reading-width">
          Scored with a table of {instrument.owner}, under licence {tableLicence}.
        </p>
      )}
      {ownersOnly.length === 0 ? null : (
        <p className="fp-quiet nhsuk-u-reading-width">
          Not scored here: {ownersOnly.map(({ title }) => title).join(', ')}. The table for it belongs to{' '}
          {instrument.owner}; each answer stands in its entry, for whoever holds the licence to score.
        </p>
      )}
    </>
  )
}

const rangeOf = ({ lowest, highest }: ScaleOver): string => `${lowest} to ${highest}`

const wordsAt = (over: ScaleOver): readonly string[] =>
  over.scores.map((scored) =>
    scored.outcome === 'scored' ? scoreText(scored.score, over) : 'Too few answers',
  )
