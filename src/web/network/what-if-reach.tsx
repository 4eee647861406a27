/** Access before and after, as tables: by band of minutes, by nation, by district. */

import { bandWords, type Reach } from '#core/network/siting/reach.ts'
import type { Change, PlaceChange, WhatIf } from '#core/network/siting/what-if.ts'
import { type Column, DataTable } from '../components/table.tsx'

/** Of a table of districts; the rest is one line that says how many. */
const mostDistricts = 20

interface ReachTablesProps {
  readonly change: WhatIf
  /** What it means to be in the last band. */
  readonly noWay?: string
}

export function ReachTables({ change, noWay = 'No way by road' }: ReachTablesProps) {
  const { nations, districts } = change
  return (
    <>
      <BandTable change={change} noWay={noWay} />
      <DataTable
        stacks
        caption="By nation"
        rows={nations}
        keyOf={({ name }) => name}
        columns={[{ heading: 'Nation', names: true, cell: ({ name }) => name }, ...placeColumns]}
      />
      {districts.length > 0 ? (
        <>
          <DataTable
            stacks
            caption="By district: where most changes first"
            rows={districts.slice(0, mostDistricts)}
            keyOf={({ nation, name }) => `${nation} ${name}`}
            columns={[
              { heading: 'District', names: true, cell: ({ name }) => name },
              { heading: 'Nation', cell: ({ nation }) => nation },
              ...placeColumns,
            ]}
          />
          {districts.length > mostDistricts ? (
            <p className="fp-quiet">
              {districts.length - mostDistricts} more districts in which less changes are not listed; the
              nations above count them.
            </p>
          ) : null}
        </>
      ) : null}
    </>
  )
}

const placeColumns: readonly Column<PlaceChange>[] = [
  { heading: 'People', number: true, cell: ({ before }) => whole(before.people) },
  { heading: 'Gain', number: true, cell: ({ gain }) => changeWords(gain, 'shorter') },
  { heading: 'Lose', number: true, cell: ({ lose }) => changeWords(lose, 'longer') },
  { heading: 'Minutes before', number: true, cell: ({ before }) => minutes(before) },
  { heading: 'Minutes after', number: true, cell: ({ after }) => minutes(after) },
]

function BandTable({ change: { before, after }, noWay }: Required<ReachTablesProps>) {
  const rows = bandWords.map((words, band) => ({
    words: band === bandWords.length - 1 ? noWay : words,
    before: before.bands[band] ?? 0,
    after: after.bands[band] ?? 0,
  }))
  return (
    <DataTable
      stacks
      caption={`People by the minutes of their way: ${minutes(before)} on average before, ${minutes(after)} after, of those who have a way`}
      rows={rows}
      keyOf={({ words }) => words}
      columns={[
        { heading: 'Minutes', names: true, cell: ({ words }) => words },
        { heading: 'Before', number: true, cell: (row) => shared(row.before, before) },
        { heading: 'After', number: true, cell: (row) => shared(row.after, after) },
        { heading: 'Change', number: true, cell: (row) => signed(row.after - row.before) },
      ]}
    />
  )
}

const whole = (people: number): string => people.toLocaleString('en-GB')

const signed = (people: number): string =>
  people === 0 ? 'None' : `${people > 0 ? '+' : '−'}${whole(Math.abs(people))}`

const shared = (people: number, { people: all }: Reach): string =>
  `${whole(people)} (${((100 * people) / Math.max(1, all)).toFixed(1)}%)`

const minutes = ({ meanMinutes }: Reach): string => (meanMinutes === null ? 'No way' : meanMinutes.toFixed(1))

/** `12,300, 18 minutes shorter`. */
function changeWords({ people, meanMinutes, waysChanged }: Change, how: 'shorter' | 'longer'): string {
  if (people === 0) return 'Nobody'
  const way =
    meanMinutes === null
      ? how === 'shorter'
        ? 'who had no way'
        : 'who would have no way'
      : `${meanMinutes < 1 ? 'under a minute' : `${meanMinutes.toFixed(0)} min`} ${how}`
  const also =
    meanMinutes !== null && waysChanged > 0
      ? `; ${whole(waysChanged)} ${how === 'shorter' ? 'had no way' : 'would have none'}`
      : ''
  return `${whole(people)}, ${way}${also}`
}
