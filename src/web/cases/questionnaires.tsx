/** On a case: what the patient's answers to licensed questionnaires come to over time, and what is scored by their owner only. */

import { highestOf, type QuestionnaireOver, questionnairesOver } from '#core/feedback/scores-over-time.ts'
import type { Course } from '#core/pathway/course.ts'
import type { Scale, Scored } from '#core/registry/instruments.ts'
import { dateWords } from '../components/dates.ts'
import { type Column, DataTable } from '../components/table.tsx'

export function Questionnaires({ course }: { readonly course: Course }) {
  return questionnairesOver(course).map((each) => <OneOver key={each.instrument.id} {...each} />)
}

interface Row {
  readonly name: string
  readonly words: string
  readonly cells: readonly string[]
}

function OneOver({ instrument, times, scales, ownersOnly }: QuestionnaireOver) {
  const highest = new Set(scales.map(({ scale }) => highestOf(scale)))
  const [common] = highest
  const wordsOf = (scale: Scale) =>
    [highest.size === 1 ? '' : `0 to ${highestOf(scale)}`, scale.lowIsBetter === true ? 'low is better' : '']
      .filter(Boolean)
      .join(', ')
  const ranges =
    scales.length === 0 ? '' : `${highest.size === 1 ? `, 0 to ${common}` : ''}; high is better unless said`
  const answered: Row = {
    ...{ name: 'Items answered', words: `of ${instrument.items.length}` },
    cells: times.map((time) => String(time.answered)),
  }
  const rows = scales.map(
    ({ scale, scores }): Row => ({
      ...{ name: scale.title, words: wordsOf(scale), cells: scores.map(scoreWords) },
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
        caption={`${instrument.title} over time${ranges}`}
        rows={[...rows, answered]}
        keyOf={({ name }) => name}
        columns={columns}
      />
      {ownersOnly.length === 0 ? null : (
        <p className="fp-quiet nhsuk-u-reading-width">
          Not scored here: {ownersOnly.map(({ title }) => title).join(', ')}. The table for it belongs to{' '}
          {instrument.owner}; each answer stands in its entry, for whoever holds the licence to score.
        </p>
      )}
    </>
  )
}

const scoreWords = (scored: Scored): string =>
  scored.outcome === 'scored' ? String(Math.round(scored.score * 10) / 10) : 'Too few answers'
