/** Clinical panels, each at the head of the stage that it belongs to. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import { precautionsUntil } from '#core/letter/summary/told.ts'
import type { Course } from '#core/pathway/course.ts'
import { symptomScore } from '#core/pathway/kinds/follow-up.ts'
import { workUp } from '#core/pathway/kinds/planning.ts'
import { responseOver } from '#core/response/over-course.ts'
import { CrossCheck, DeliveredActivity } from '../components/clinical/cross-check.tsx'
import { LesionTable } from '../components/clinical/lesion-table.tsx'
import { LiverFunction } from '../components/clinical/liver-function.tsx'
import { dateWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import { Questionnaires } from './questionnaires.tsx'
import { ResponseChart } from './response-chart.tsx'
import type { StagePanels } from './timeline.tsx'
import type { CaseView } from './view.ts'

export function panelsOf({ course, now, surroundings, scoreTables }: CaseView): StagePanels {
  const worked = course.latest(workUp)
  const { lines, unanswered } = responseOver(course)
  const hasResponse = lines.length > 0 || unanswered.length > 0
  return {
    'follow-up': (
      <>
        {hasResponse ? (
          <>
            <h4 className="nhsuk-heading-xs">Response over time</h4>
            {lines.map((line) => (
              <ResponseChart key={line.baseline.id} line={line} />
            ))}
            <LesionTable course={course} />
          </>
        ) : null}
        <Symptoms course={course} />
        <Questionnaires course={course} tables={scoreTables} />
      </>
    ),
    recovery: <Precautions course={course} now={now} />,
    procedure: <DeliveredActivity course={course} />,
    planning: worked ? (
      <>
        <LiverFunction workUp={worked.body} />
        <CrossCheck course={course} entry={worked.entry} service={surroundings.service} />
      </>
    ) : null,
  }
}

interface SymptomRow {
  readonly symptom: string
  readonly before: string
  readonly after: string
}

/** Each symptom with its last score before treatment, and every one after. */
function Symptoms({ course }: { readonly course: Course }) {
  const scores = course.of(symptomScore)
  if (scores.length === 0) return null
  const bySymptom = Map.groupBy(scores, ({ body }) => body.symptom.trim().toLowerCase())
  const rows = [...bySymptom.values()].map((said): SymptomRow => {
    const words = ({ body, occurredAt }: (typeof said)[number]) => `${body.value} on ${dateWords(occurredAt)}`
    const before = said.filter(({ body }) => body.moment === 'before').at(-1)
    const after = said.filter(({ body }) => body.moment === 'after')
    return {
      symptom: said[0]?.body.symptom ?? '',
      before: before ? words(before) : 'not recorded',
      after: after.map(words).join(', ') || 'not recorded',
    }
  })
  return (
    <DataTable
      stacks
      caption="Symptoms, from 0 (none) to 10 (worst)"
      keyOf={({ symptom }) => symptom}
      rows={rows}
      columns={[
        { heading: 'Symptom', names: true, cell: ({ symptom }) => symptom },
        { heading: 'Before treatment', cell: ({ before }) => before },
        { heading: 'After treatment', cell: ({ after }) => after },
      ]}
    />
  )
}

function Precautions({ course, now }: { readonly course: Course; readonly now: string }) {
  const precautions = precautionsUntil(course)
  if (!precautions) return null
  const { until } = precautions
  if (!until) return <p className="fp-case-panel__line">Radiation precautions: until when is not recorded.</p>
  const ended = until < ukDay(now)
  return (
    <p className="fp-case-panel__line">
      {ended ? 'Radiation precautions ended on ' : 'Radiation precautions until the end of '}
      <strong>{dayWords(until)}</strong>.
    </p>
  )
}
