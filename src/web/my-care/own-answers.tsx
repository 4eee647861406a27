/** What a patient answered to questionnaires: how each score was the first time and how it is now. Their own words for it, nobody’s opinion. */

import type { OwnAnswers } from '#core/patient-page/patient-page.ts'
import { dateWords } from '../components/dates.ts'
import { type Column, DataTable } from '../components/table.tsx'

type Score = OwnAnswers['scores'][number]

export function Answers({ answers }: { readonly answers: readonly OwnAnswers[] }) {
  if (answers.length === 0) return null
  return (
    <section aria-labelledby="answers">
      <h2 className="nhsuk-heading-m" id="answers">
        What you told us
      </h2>
      <p>
        These are your own answers, counted by the rules of each questionnaire. They go up and down. If
        something worries you, ring your team.
      </p>
      {answers.map((each) => (
        <One key={each.title} answers={each} />
      ))}
    </section>
  )
}

function One({ answers: { title, on, scores } }: { readonly answers: OwnAnswers }) {
  const [first = '', ...later] = on
  const latest = later.at(-1)
  if (scores.length === 0)
    return (
      <p>
        {title}: you answered it on {on.map((day) => dateWords(day)).join(', ')}.
      </p>
    )
  const columns: readonly Column<Score>[] = [
    {
      heading: 'What you were asked about',
      names: true,
      cell: (score) => (
        <>
          {score.title} <span className="fp-my-care__state">{rangeWords(score)}</span>
        </>
      ),
    },
    { heading: dateWords(first), number: true, cell: (score) => scoreWords(score.first, score) },
    ...(latest === undefined
      ? []
      : [
          {
            heading: dateWords(latest),
            number: true,
            cell: (score: Score) => scoreWords(score.latest ?? null, score),
          },
        ]),
  ]
  return (
    <DataTable
      caption={timesWords(title, on.length)}
      rows={scores}
      keyOf={(score) => score.title}
      columns={columns}
      stacks
    />
  )
}

const timesWords = (title: string, count: number): string =>
  count === 1
    ? `${title}: you answered it once`
    : count === 2
      ? `${title}: you answered it twice`
      : `${title}: you answered it ${count} times; the first and the latest`

const rangeWords = ({ lowest, highest, lowIsBetter }: Score): string =>
  lowIsBetter ? `${lowest} is best, ${highest} is worst` : `${lowest} is worst, ${highest} is best`

/** Whole numbers, but of an index that ends at 1. */
const scoreWords = (score: number | null, { highest }: Score): string =>
  score === null ? 'Too few answers' : String(Number(score.toFixed(highest <= 1 ? 2 : 0)))
