/** An answer as tables: what each new pathway or service does, and who could take each gap's patients. */

import type { Answer, AnswerGap, AnswerStep } from '#core/network/proposal/answer.ts'
import type { Question } from '#core/network/proposal/question.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { may } from '../layout/page.tsx'
import { paths } from '../paths.ts'

interface TableProps {
  readonly c: PageContext
  readonly question: Question
  readonly answer: Answer
}

const namesOf = ({ sites }: Answer): ReadonlyMap<string, string> =>
  new Map(sites.map(({ code, name }) => [code, name]))

const people = (count: number): string => count.toLocaleString('en-GB')

/** The new pathways, or the new services, those that help most first. */
export function StepsTable({ c, question, answer }: TableProps) {
  const names = namesOf(answer)
  const service = (code: string) => <a href={paths.service(code)}>{names.get(code) ?? code}</a>
  return question.kind === 'pathways' ? (
    <DataTable
      stacks
      caption="The new referral pathways"
      rows={answer.steps}
      keyOf={({ code, to }) => `${code} ${to}`}
      columns={[
        { heading: 'From', names: true, cell: ({ code }) => service(code) },
        { heading: 'To', cell: ({ to }) => (to ? service(to) : 'Not said') },
        { heading: 'People it brings within reach', number: true, cell: (step) => people(step.people) },
        { heading: 'Next', cell: ({ code, to }) => <Propose {...{ c, question, code, to }} /> },
      ]}
    />
  ) : (
    <DataTable
      stacks
      caption={
        question.kind === 'services' && question.existing === 'free' ? 'The services' : 'The new services'
      }
      rows={answer.steps}
      keyOf={({ code }) => code}
      columns={[
        { heading: 'Service', names: true, cell: ({ code }) => service(code) },
        { heading: 'People to whom it would be nearest', number: true, cell: (step) => people(step.people) },
        { heading: 'Their way, on average', number: true, cell: savedWords },
      ]}
    />
  )
}

function savedWords({ minutes, people: served }: AnswerStep): string {
  if (served === 0) return 'Nobody’s'
  if (minutes === null) return 'They had none'
  if (Math.abs(minutes) < 0.5) return 'Unchanged'
  return `${Math.abs(minutes).toFixed(0)} minutes ${minutes > 0 ? 'shorter' : 'longer'}`
}

interface ProposeProps {
  readonly c: PageContext
  readonly question: Question
  readonly code: string
  readonly to: string | null
}

/** The referring service's own people state the pathway; everybody else sees who else could take its patients. */
function Propose({ c, question: { procedure }, code, to }: ProposeProps) {
  if (to && may(c, 'service:record', code))
    return <a href={paths.myServiceNew(code, 'referral-pathway', { to, procedure })}>Propose this pathway</a>
  return <a href={paths.networkRecipients({ procedure, service: code })}>Its other recipients</a>
}

/** Of a list of gaps: the first three each; all of them stand on the gap's own page. */
const mostRecipients = 3

export function GapsTable({ question, answer }: TableProps) {
  const names = namesOf(answer)
  const { procedure } = question
  return (
    <DataTable
      stacks
      caption="Each gap, with the recipients that suit it best"
      rows={answer.gaps}
      keyOf={({ code }) => code}
      empty="There is no gap: every service that answered offers it or refers for it."
      columns={[
        {
          heading: 'Service without a way',
          names: true,
          cell: ({ code }) => (
            <a href={paths.networkRecipients({ procedure, service: code })}>{names.get(code) ?? code}</a>
          ),
        },
        { heading: 'People nearest to it', number: true, cell: (gap) => people(gap.people) },
        { heading: 'Recipients, the best first', cell: (gap) => <Recipients gap={gap} names={names} /> },
      ]}
    />
  )
}

function Recipients({
  gap,
  names,
}: {
  readonly gap: AnswerGap
  readonly names: ReadonlyMap<string, string>
}) {
  if (gap.recipients.length === 0) return <>None can be reached by road</>
  return (
    <ol className="fp-proposal-recipients">
      {gap.recipients.slice(0, mostRecipients).map(({ code, reasons }) => (
        <li key={code}>
          <strong>{names.get(code) ?? code}</strong>
          {reasons.length > 0 ? `. ${reasons.join(' ')}` : ''}
        </li>
      ))}
    </ol>
  )
}
