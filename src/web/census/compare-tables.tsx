/** The tables of a comparison: classes, moves, organisations, procedures, service by service. */

import { procedureName } from '#core/catalogue/procedures.ts'
import { CHANGES, type Comparison, type ServiceChange } from '#core/census/compare.ts'
import { percent } from '#core/census/percent.ts'
import { PROVISION_WORDS, type ProvisionClass } from '#core/census/provision.ts'
import { DataTable } from '../components/table.tsx'
import { paths } from '../paths.ts'
import {
  becameWords,
  type Compared,
  changeWords,
  classWords,
  namesOf,
  proceduresAskedIn,
  type Shown,
  shownWords,
} from './compared.ts'
import type { RoomEdition } from './edition.ts'
import { counted } from './step.tsx'

interface ClassRow {
  readonly of: ProvisionClass
  /** Of all that answered. */
  readonly from: number
  readonly to: number
  /** Of those whose class is known in both. */
  readonly before: number
  readonly after: number
}

export function ClassChanges({ compared: { from, to, comparison } }: { readonly compared: Compared }) {
  const { classes, transitions } = comparison
  const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((all, { count }) => all + count, 0)
  const both = sum(transitions)
  const [allFrom, allTo] = [
    classes.reduce((all, row) => all + row.from, 0),
    classes.reduce((all, row) => all + row.to, 0),
  ]
  const rows: readonly ClassRow[] = classes.map((row) => ({
    of: row.class,
    from: row.from,
    to: row.to,
    before: sum(transitions.filter((move) => move.from === row.class)),
    after: sum(transitions.filter((move) => move.to === row.class)),
  }))
  const share = (count: number, all: number) => `${count} (${percent(count, all) ?? 0}%)`
  return (
    <DataTable
      caption={`By class: of all that answered, and of the ${both} whose class is known in both`}
      rows={rows}
      keyOf={({ of }) => of}
      columns={[
        { heading: 'Class', names: true, cell: ({ of }) => PROVISION_WORDS[of] },
        { heading: `${yearOf(from)}, of ${allFrom}`, number: true, cell: (row) => share(row.from, allFrom) },
        { heading: `${yearOf(to)}, of ${allTo}`, number: true, cell: (row) => share(row.to, allTo) },
        { heading: `Both: ${yearOf(from)}`, number: true, cell: (row) => row.before },
        { heading: `Both: ${yearOf(to)}`, number: true, cell: (row) => row.after },
        { heading: 'Change', number: true, cell: (row) => signed(row.after - row.before) },
      ]}
    />
  )
}

/** The census date's year, for the head of a narrow column. */
const yearOf = ({ censusOn }: RoomEdition) => censusOn.slice(0, 4)

export function Moves({ comparison }: { readonly comparison: Comparison }) {
  const moves = comparison.transitions.filter(({ from, to }) => from !== to)
  return (
    <DataTable
      caption="Moved from class to class"
      rows={moves.toSorted((a, b) => b.count - a.count)}
      keyOf={({ from, to }) => `${from} ${to}`}
      empty="No organisation changed class."
      columns={[
        { heading: 'From', names: true, cell: ({ from }) => PROVISION_WORDS[from] },
        { heading: 'To', cell: ({ to }) => PROVISION_WORDS[to] },
        { heading: 'How many', number: true, cell: ({ count }) => count },
      ]}
    />
  )
}

const signed = (number: number) => (number > 0 ? `+${number}` : number < 0 ? `−${-number}` : '0')

export function OrganisationChanges({
  comparison,
  address,
}: {
  readonly comparison: Comparison
  readonly address: string
}) {
  return (
    <DataTable
      caption="What became of the organisations"
      rows={CHANGES.filter((change) => comparison.totals[change] > 0)}
      keyOf={(change) => change}
      columns={[
        {
          heading: 'Change',
          names: true,
          cell: (change) => <a href={`${address}?show=${change}#services`}>{changeWords[change]}</a>,
        },
        { heading: 'Organisations', number: true, cell: (change) => comparison.totals[change] },
      ]}
    />
  )
}

export function ProcedureChanges({ compared: { from, to, comparison } }: { readonly compared: Compared }) {
  const before = proceduresAskedIn(from)
  const after = proceduresAskedIn(to)
  const change = (procedure: string, count: number) =>
    before.has(procedure) && after.has(procedure) ? count : 'Not known'
  return (
    <DataTable
      caption="By procedure: how many offer it; gained and lost among those that gave detail in both"
      rows={comparison.procedures}
      keyOf={({ procedure }) => procedure}
      columns={[
        { heading: 'Procedure', names: true, cell: ({ procedure }) => procedureName(procedure) },
        {
          heading: from.title,
          number: true,
          cell: (row) => (before.has(row.procedure) ? row.from : 'Not asked'),
        },
        {
          heading: yearOf(to),
          number: true,
          cell: (row) => (after.has(row.procedure) ? row.to : 'Not asked'),
        },
        { heading: 'Gained', number: true, cell: (row) => change(row.procedure, row.gained) },
        { heading: 'Lost', number: true, cell: (row) => change(row.procedure, row.lost) },
      ]}
    />
  )
}

interface ServiceTableProps {
  readonly compared: Compared
  readonly services: readonly ServiceChange[]
  readonly shown: Shown
}

export function ServiceTable({ compared: { from, to }, services, shown }: ServiceTableProps) {
  return (
    <DataTable
      caption={`${shownWords[shown]}: ${counted(services.length, 'organisation')}`}
      rows={services}
      keyOf={({ code }) => code}
      empty="No organisation is like that."
      columns={[
        {
          heading: 'Organisation',
          names: true,
          cell: ({ code, name }) => (
            <>
              <a href={paths.service(code)}>{name}</a> <span className="fp-quiet fp-code">{code}</span>
            </>
          ),
        },
        { heading: 'What became of it', cell: becameWords },
        { heading: yearOf(from), cell: (row) => classWords(row.from, row.askedFrom, row.answeredFrom) },
        { heading: yearOf(to), cell: (row) => classWords(row.to, row.askedTo, row.answeredTo) },
        { heading: 'Gained', cell: ({ gained }) => namesOf(gained) },
        { heading: 'Lost', cell: ({ lost }) => namesOf(lost) },
      ]}
    />
  )
}
