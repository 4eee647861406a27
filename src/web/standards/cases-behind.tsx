/** The cases behind a figure: one verdict at a time, each with its reason and the entries that it rests on. */

import { dayWords, monthWords } from '#core/calendar/uk-time.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { nameOf } from '#core/patient/patient.ts'
import type { FindingRow } from '#store/standards/cases.ts'
import { dateWords } from '../components/dates.ts'
import { Pager } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import { paths } from '../paths.ts'
import type { Shown } from './clause-page.tsx'
import type { Tally } from './tally.ts'

interface CasesBehindProps {
  readonly tally: Tally
  readonly shown: Shown
  readonly hrefOf: (verdict: Shown, page?: number) => string
  readonly page: number
  readonly pages: number
  readonly total: number
  readonly rows: readonly FindingRow[]
}

const words: Readonly<Record<Shown, string>> = {
  'not-met': 'not met',
  late: 'late',
  'not-yet-due': 'not yet due',
  exempt: 'exempt',
  met: 'met',
}

export function CasesBehind({ tally, shown, hrefOf, page, pages, total, rows }: CasesBehindProps) {
  const counts: readonly (readonly [Shown, number])[] = [
    ['not-met', tally.notMet],
    ['late', tally.late],
    ['not-yet-due', tally.notYetDue],
    ['exempt', tally.exempt],
    ['met', tally.met],
  ]
  return (
    <>
      <nav aria-label="Which findings">
        <ul className="fp-standards__tabs">
          {counts.map(([verdict, count]) => (
            <li key={verdict}>
              <a href={`${hrefOf(verdict)}#cases`} aria-current={verdict === shown ? 'true' : undefined}>
                {sentence(words[verdict])} <strong>{count}</strong>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <DataTable
        stacks
        caption={`${total} ${total === 1 ? 'finding' : 'findings'} ${words[shown]}`}
        rows={rows}
        keyOf={(row) => `${row.caseId}-${row.about}-${row.reason}`}
        empty={`There is none that is ${words[shown]} in this period.`}
        columns={[
          {
            heading: 'Case',
            names: true,
            cell: (row) => (
              <>
                <a href={paths.caseOf(row.caseId)}>{nameOf(row)}</a>
                <span className="fp-standards__born">Born {dayWords(row.birthOn)}</span>
              </>
            ),
          },
          {
            heading: 'Procedure',
            cell: ({ procedure }) => (procedure ? procedureName(procedure) : 'Not recorded'),
          },
          { heading: 'Month', cell: ({ month }) => (month ? monthWords(month) : 'To come') },
          { heading: 'Why', cell: (row) => <Why row={row} shown={shown} /> },
          { heading: 'Rests on', cell: (row) => <RestsOn row={row} /> },
        ]}
      />
      <Pager page={page} pages={pages} hrefOf={(number) => `${hrefOf(shown, number)}#cases`} />
    </>
  )
}

function Why({ row, shown }: { readonly row: FindingRow; readonly shown: Shown }) {
  return (
    <>
      {row.late && shown === 'not-met' ? <strong>Late. </strong> : null}
      {row.reason}
    </>
  )
}

function RestsOn({ row: { caseId, entries } }: { readonly row: FindingRow }) {
  if (entries.length === 0) return <span className="fp-quiet">No entry of the case</span>
  return (
    <ul className="fp-plain-list">
      {entries.map(({ id, kind, occurredAt }) => (
        <li key={id}>
          <a href={paths.caseEntry(caseId, id)}>
            {caseKindNamed(kind)?.title ?? kind}, {dateWords(occurredAt)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
