/** Supply within reach as it is shown: the map with its key, and the tables of places. */

import { procedureWithin } from '#core/catalogue/procedures.ts'
import { supplyBandOf, supplyBandWords } from '#core/network/supply-bands.ts'
import { DataTable } from '../../components/table.tsx'
import type { AccessAsked } from './asked.ts'
import type { AccessAt } from './at.ts'
import { BandKey } from './bands.tsx'
import type { CatchmentUnit, CatchmentView, PlaceSupply } from './catchment-view.ts'
import { AccessMap } from './map.tsx'
import { bandedMap } from './squares.ts'
import { manyPeople, people } from './words.ts'

export const UNIT_WORDS: Readonly<Record<CatchmentUnit, string>> = {
  'per-patient': 'Treatments a year for each expected patient',
  'per-100000': 'Treatments a year for each 100,000 residents',
  'services-per-million': 'Services for each million residents',
}

export function SupplyKey({ view }: { readonly view: CatchmentView }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">How many people have how much within reach</h2>
      <BandKey
        of="supply within reach, beside the mean of the United Kingdom"
        bands={supplyBandWords}
        people={view.people}
      />
      <p>
        The mean is {amountOf(view.whole)}: {UNIT_WORDS[view.unit].toLowerCase()}. Each square of the map is 5
        km wide and takes the mean of those who live in it. Dots are services that offer it.
      </p>
    </>
  )
}

interface SupplyMapProps {
  readonly asked: AccessAsked
  readonly at: AccessAt
  readonly view: CatchmentView
  readonly words: string
}

/** The land by its supply within reach; `words`: what it comes to. */
export function SupplyMap({ asked, at, view, words }: SupplyMapProps) {
  return (
    <AccessMap
      title={`Supply of ${procedureWithin(at.procedure)} within ${asked.within} minutes, beside the mean`}
      description={`${words} The tables below say the same by nation, region and district.`}
      banded={bandedMap(at.areas, view.access, (supply) => supplyBandOf(supply, view.mean))}
      providers={at.providers}
    />
  )
}

interface SupplyTableProps {
  readonly caption: string
  readonly heading: string
  readonly rows: readonly PlaceSupply[]
  readonly view: CatchmentView
}

export function SupplyTable({ caption, heading, rows, view }: SupplyTableProps) {
  const most = Math.max(view.whole.access ?? 0, ...rows.map(({ access }) => access ?? 0))
  return (
    <DataTable
      stacks
      caption={caption}
      rows={rows}
      keyOf={({ nation, name }) => `${nation} ${name}`}
      columns={[
        { heading, names: true, cell: ({ name }) => name },
        { heading: 'People', number: true, cell: ({ people: count }) => people(count) },
        ...(view.unit === 'per-patient'
          ? [
              {
                heading: 'Patients a year',
                number: true,
                cell: ({ patients }: PlaceSupply) => (patients ?? 0).toFixed(1),
              },
            ]
          : []),
        { heading: 'Picture', cell: (row) => <SupplyBar row={row} whole={view.whole} most={most} /> },
        { heading: UNIT_WORDS[view.unit], number: true, cell: (row) => <strong>{amountOf(row)}</strong> },
        { heading: 'Nothing within reach', number: true, cell: ({ without }) => withoutWords(without) },
      ]}
    />
  )
}

const withoutWords = (without: number): string => (without === 0 ? 'Nobody' : manyPeople(without))

export const amountOf = ({ access }: PlaceSupply): string =>
  access === null
    ? 'Nobody expected'
    : access === 0
      ? 'None'
      : access < 0.01
        ? 'Under 0.01'
        : access.toFixed(2)

/** A bar from nothing, with a line at the mean of the United Kingdom. */
function SupplyBar({
  row,
  whole,
  most,
}: {
  readonly row: PlaceSupply
  readonly whole: PlaceSupply
  readonly most: number
}) {
  const share = (value: number | null) => `${most > 0 ? ((100 * (value ?? 0)) / most).toFixed(2) : 0}%`
  return (
    <svg
      className="fp-supply"
      role="img"
      aria-label={`${row.name}: ${amountOf(row)}; United Kingdom: ${amountOf(whole)}`}
    >
      <rect className="fp-supply__bar" width={share(row.access)} height="100%" />
      <line className="fp-supply__mean" x1={share(whole.access)} x2={share(whole.access)} y1="0" y2="100%" />
    </svg>
  )
}
