/** Access as tables: of places with their bars, of districts, of how much rests on the travel times. */

import {
  type Access,
  type DistrictAccess,
  type PlaceReach,
  reachByNation,
  scaled,
  shareWithin,
} from '#core/network/access.ts'
import type { Area, TravelTimes } from '#core/network/network.ts'
import { BANDS } from '#core/network/siting/reach.ts'
import { roadMinutes } from '#core/network/travel/estimate.ts'
import { type Column, DataTable } from '../../components/table.tsx'
import { paths } from '../../paths.ts'
import { type AccessAsked, viewOf } from './asked.ts'
import { BandBar } from './bands.tsx'
import { minutesWords, people, percent } from './words.ts'

interface PlaceTableProps {
  readonly caption: string
  readonly heading: string
  readonly places: readonly PlaceReach[]
  readonly asked: AccessAsked
  readonly hasNation?: boolean
}

export function PlaceTable({ caption, heading, places, asked, hasNation = false }: PlaceTableProps) {
  return (
    <DataTable
      stacks
      caption={caption}
      rows={places}
      keyOf={({ nation, name }) => `${nation} ${name}`}
      columns={[
        { heading, names: true, cell: ({ name }) => name },
        ...(hasNation ? [{ heading: 'Nation', cell: ({ nation }: PlaceReach) => nation }] : []),
        { heading: 'Picture', cell: ({ name, reach }) => <BandBar reach={reach} of={name} /> },
        { heading: 'People', number: true, cell: ({ reach }) => people(reach.people) },
        ...shares(asked),
        { heading: 'Minutes on average', number: true, cell: ({ reach }) => minutesWords(reach.meanMinutes) },
      ]}
    />
  )
}

/** A column a limit; the one that was asked for stands out. */
function shares<Row extends PlaceReach>({ within }: AccessAsked): readonly Column<Row>[] {
  return BANDS.map((limit) => ({
    heading: `Within ${limit} min`,
    number: true,
    cell: ({ reach }) => {
      const words = percent(shareWithin(reach, limit))
      return limit === within ? <strong>{words}</strong> : words
    },
  }))
}

interface DistrictTableProps {
  readonly caption: string
  readonly districts: readonly DistrictAccess[]
  readonly asked: AccessAsked
}

export function DistrictTable({ caption, districts, asked }: DistrictTableProps) {
  return (
    <DataTable
      stacks
      caption={caption}
      rows={districts}
      keyOf={({ nation, name }) => `${nation} ${name}`}
      empty="Nobody lives here."
      columns={[
        {
          heading: 'District',
          names: true,
          cell: ({ name, nation }) => (
            <a href={paths.networkDistrict({ ...viewOf(asked), district: name, nation })}>{name}</a>
          ),
        },
        { heading: 'Nation', cell: ({ nation }) => nation },
        { heading: 'People', number: true, cell: ({ reach }) => people(reach.people) },
        {
          heading: `Within ${asked.within} min`,
          number: true,
          cell: ({ reach }) => percent(shareWithin(reach, asked.within)),
        },
        { heading: 'Minutes on average', number: true, cell: ({ reach }) => minutesWords(reach.meanMinutes) },
        { heading: 'Longest', number: true, cell: ({ longestMinutes }) => minutesWords(longestMinutes) },
      ]}
    />
  )
}

interface SensitivityProps {
  readonly access: Access
  readonly areas: readonly Area[]
  readonly times: TravelTimes
  readonly asked: AccessAsked
}

/** The whole country with other travel times: how far a conclusion may rest on them. */
export function SensitivityTable({ access, areas, times, asked }: SensitivityProps) {
  const winding = (circuity: number) => roadMinutes(1, { circuity }) / roadMinutes(1)
  const rows = [
    { words: 'As they are', factor: 1 },
    { words: 'All ways a fifth shorter (times 0.8)', factor: 0.8 },
    { words: 'All ways a fifth longer (times 1.2)', factor: 1.2 },
    ...(times.basis === 'estimate'
      ? [
          { words: 'Straighter roads: 1.3 times the straight line, not 1.4', factor: winding(1.3) },
          { words: 'More winding roads: 1.5 times the straight line', factor: winding(1.5) },
        ]
      : []),
  ].map(({ words, factor }) => {
    const [whole] = reachByNation(factor === 1 ? access : scaled(access, factor), areas)
    return { name: words, nation: null, reach: (whole as PlaceReach).reach }
  })
  return (
    <DataTable
      stacks
      caption="If travel times were other than these: the whole United Kingdom"
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { heading: 'Travel times', names: true, cell: ({ name }) => name },
        ...shares<PlaceReach>(asked),
      ]}
    />
  )
}
