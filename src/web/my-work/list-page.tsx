/** One work list: who, what for, what is due and when, and one button that leads to the form. */

import { Button, Checkboxes, Select } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import type { Membership } from '#core/access/role.ts'
import { countOn, type WorkList, workLists } from '#core/pathway/due/due.ts'
import { ageWords } from '#core/patient/age.ts'
import { displayed, IDENTIFIER_WORDS } from '#core/patient/identifiers.ts'
import { nameOf, type Patient } from '#core/patient/patient.ts'
import { queryRuleNames, queryRules } from '#core/registry/quality/rules.ts'
import type { ListRow } from '#store/case/lists.ts'
import { dateWords, isoDay } from '../components/dates.ts'
import { PageLinks } from '../components/pager.tsx'
import { PrintedNote } from '../components/printed-note.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { answeringOf, closingOf, daysOverdue, dueWords, procedureWords, urgencyWords } from './list-words.tsx'

export interface ShownList {
  readonly list: WorkList
  readonly filter: {
    readonly procedure: string
    readonly mine: boolean
    readonly overdue: boolean
    readonly rule: string
  }
  readonly total: number
  readonly rows: readonly ListRow[]
  /** Of a list that is printed: the patients on it, by id. */
  readonly patients: ReadonlyMap<string, Patient>
  /** The address of the next page; null on the last. */
  readonly next: string | null
  readonly isFirst: boolean
  readonly procedures: readonly { readonly id: string; readonly name: string }[]
  /** Names of organisations by code, where the person works for several. */
  readonly places: ReadonlyMap<string, string>
}

/** Lists that are printed and carried about: the theatre's, the ward's. */
export const isPrinted = (list: WorkList): boolean => list === 'today' || list === 'on-ward'

export function ListPage({ c, shown }: { readonly c: PageContext; readonly shown: ShownList }) {
  const { list, filter, total, rows, next, isFirst, places } = shown
  const { title, none } = workLists[list]
  const isNarrowed = Boolean(filter.procedure || filter.mine || filter.overdue || filter.rule)
  return (
    <Page
      c={c}
      title={title}
      here={paths.myWork()}
      breadcrumbs={[{ text: 'My work', href: paths.myWork() }]}
      wide
    >
      <h1 className="nhsuk-heading-l">{title}</h1>
      <ListFilterForm shown={shown} />
      {isPrinted(list) ? <PrintedNote now={c.var.now()} of="patients" /> : null}
      <DataTable
        stacks
        caption={captionOf(list, total, isNarrowed)}
        rows={rows}
        keyOf={({ caseId, key }) => caseId + key}
        empty={isNarrowed ? 'Nothing on this list is like that.' : none}
        columns={[
          {
            heading: 'Patient',
            names: true,
            cell: (row) => <Who row={row} known={shown.patients.get(row.patient)} at={c.var.now()} />,
          },
          { heading: 'For', cell: (row) => <WhatFor row={row} /> },
          { heading: list === 'on-ward' ? 'Where' : 'Due', cell: (row) => <What row={row} /> },
          {
            heading: whenHeadings[list] ?? 'By',
            cell: (row) => <When row={row} at={c.var.now()} toTheHour={list === 'today'} />,
          },
          ...(places.size > 1
            ? [{ heading: 'At', cell: (row: ListRow) => places.get(row.organisation) ?? row.organisation }]
            : []),
          {
            heading: <span className="fp-screen-only">What to do</span>,
            cell: (row) => <Answering row={row} by={c.var.person?.memberships ?? []} />,
          },
        ]}
      />
      <PageLinks first={isFirst ? null : hrefOf(list, filter)} next={next} />
    </Page>
  )
}

function captionOf(list: WorkList, total: number, isNarrowed: boolean): string {
  const order =
    list === 'today'
      ? 'in the order of the day'
      : list === 'on-ward'
        ? 'who is to leave first at the top'
        : 'the longest due first'
  return `${countOn(list, total)}${isNarrowed ? ' like that' : ''}, ${order}`
}

const whenHeadings: Readonly<Partial<Record<WorkList, string>>> = { today: 'Time', 'on-ward': 'Leaves by' }

export function hrefOf(list: WorkList, filter: ShownList['filter'], after?: string): string {
  return paths.cases({
    list,
    procedure: filter.procedure,
    mine: filter.mine ? 'yes' : '',
    overdue: filter.overdue ? 'yes' : '',
    rule: filter.rule,
    after,
  })
}

interface WhoProps {
  readonly row: ListRow
  readonly known: Patient | undefined
  readonly at: Date
}

function Who({ row, known, at }: WhoProps) {
  return (
    <>
      <a href={paths.caseOf(row.caseId)}>{nameOf(row)}</a>
      <br />
      <span className="fp-quiet">{ageWords(row, isoDay(at))}</span>
      {known ? (
        <>
          <span className="fp-quiet">, born {dateWords(row.birthOn)}</span>
          <br />
          <span className="fp-quiet">{numberWords(known)}</span>
        </>
      ) : null}
    </>
  )
}

/** The national number, else a hospital’s: they stand in this order. */
function numberWords({ identifiers: [first] }: Patient): string {
  return first ? `${IDENTIFIER_WORDS[first.system]} ${displayed(first)}` : 'No number recorded'
}

function WhatFor({ row }: { readonly row: ListRow }) {
  const urgency = row.urgency && row.urgency !== 'elective' ? urgencyWords[row.urgency] : null
  return (
    <>
      {procedureWords(row.procedure)}
      {urgency ? (
        <>
          {' '}
          <strong className="nhsuk-tag nhsuk-tag--orange">{urgency}</strong>
        </>
      ) : null}
    </>
  )
}

function What({ row: { detail } }: { readonly row: ListRow }) {
  return (
    <>
      {detail.what}
      {detail.by ? <span className="fp-quiet">, {detail.by}</span> : null}
      {detail.note ? (
        <>
          <br />
          <strong>{detail.note}</strong>
        </>
      ) : null}
    </>
  )
}

interface WhenProps {
  readonly row: ListRow
  readonly at: Date
  readonly toTheHour: boolean
}

function When({ row, at, toTheHour }: WhenProps): ReactNode {
  const words = dueWords(row.dueAt, at, toTheHour)
  return daysOverdue(row.dueAt, at) > 0 ? <strong className="fp-overdue">{words}</strong> : words
}

function Answering({ row, by }: { readonly row: ListRow; readonly by: readonly Membership[] }) {
  const { href, words } = answeringOf(row, by)
  const closing = closingOf(row, by)
  return (
    <>
      <a className="nhsuk-button nhsuk-button--secondary nhsuk-button--small fp-row-button" href={href}>
        {words}
        <span className="nhsuk-u-visually-hidden"> for {nameOf(row)}</span>
      </a>
      {closing ? (
        <>
          {' '}
          <a href={closing} className="fp-row-link">
            Close with a reason<span className="nhsuk-u-visually-hidden"> for {nameOf(row)}</span>
          </a>
        </>
      ) : null}
    </>
  )
}

function ListFilterForm({ shown: { list, filter, procedures } }: { readonly shown: ShownList }) {
  return (
    <form
      method="get"
      action={paths.cases()}
      className="fp-inline-form fp-screen-only"
      aria-label="Which cases"
    >
      <input type="hidden" name="list" value={list} />
      <Select id="procedure" name="procedure" label="Procedure" defaultValue={filter.procedure}>
        <Select.Option value="">Any</Select.Option>
        {procedures.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      {list === 'data-query' ? (
        <Select id="rule" name="rule" label="Query" defaultValue={filter.rule}>
          <Select.Option value="">Any</Select.Option>
          {queryRuleNames.map((name) => (
            <Select.Option key={name} value={name}>
              {queryRules[name].title}
            </Select.Option>
          ))}
        </Select>
      ) : null}
      <Checkboxes id="only" small>
        <Checkboxes.Item name="mine" value="yes" defaultChecked={filter.mine}>
          Mine only
        </Checkboxes.Item>
        <Checkboxes.Item name="overdue" value="yes" defaultChecked={filter.overdue}>
          Overdue only
        </Checkboxes.Item>
      </Checkboxes>
      <Button secondary small>
        Show
      </Button>
    </form>
  )
}
