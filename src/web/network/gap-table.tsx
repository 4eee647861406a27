/** Procedures with how the services stand to each: a bar, the numbers, a link to the gaps. */

import { inPaperTable, procedureName } from '#core/catalogue/procedures.ts'
import { isDiseaseModifying } from '#core/census/availability.ts'
import { type Gaps, gapsOf } from '#core/network/gaps.ts'
import type { Network } from '#core/network/network.ts'
import { DataTable } from '../components/table.tsx'
import { paths } from '../paths.ts'
import { GapBar, STANDING_WORDS } from './standing-bar.tsx'

const kept = new WeakMap<Network, readonly Gaps[]>()

/** The procedures that the census asks about: of others nobody said whether they are offered. */
export const askedProcedures = {
  'disease-modifying': inPaperTable('disease-modifying'),
  supportive: inPaperTable('supportive'),
} as const

/** The gaps of every procedure that the census asks about, counted once for each network. */
export function allGaps(network: Network): readonly Gaps[] {
  const known =
    kept.get(network) ??
    Object.values(askedProcedures)
      .flat()
      .map(({ id }) => gapsOf(network, id))
  kept.set(network, known)
  return known
}

/** The disease-modifying procedures with the most gaps. */
export function mostGaps(network: Network, most: number): readonly Gaps[] {
  return allGaps(network)
    .filter(({ procedure }) => isDiseaseModifying(procedure))
    .toSorted((one, other) => other.all.gap - one.all.gap)
    .slice(0, most)
}

interface GapTableProps {
  readonly caption: string
  readonly gaps: readonly Gaps[]
  readonly edition: string | undefined
}

export function GapTable({ caption, gaps, edition }: GapTableProps) {
  return (
    <DataTable
      stacks
      caption={caption}
      rows={gaps}
      keyOf={({ procedure }) => procedure}
      columns={[
        {
          heading: 'Procedure',
          names: true,
          cell: ({ procedure }) => (
            <a href={paths.networkGaps({ procedure, edition })}>{procedureName(procedure)}</a>
          ),
        },
        {
          heading: 'Services',
          cell: ({ procedure, all }) => <GapBar counts={all} of={procedureName(procedure)} />,
        },
        { heading: STANDING_WORDS.here, number: true, cell: ({ all }) => all.here },
        { heading: STANDING_WORDS['by-pathway'], number: true, cell: ({ all }) => all['by-pathway'] },
        { heading: STANDING_WORDS.gap, number: true, cell: ({ all }) => <strong>{all.gap}</strong> },
        { heading: STANDING_WORDS['no-answer'], number: true, cell: ({ all }) => all['no-answer'] },
      ]}
    />
  )
}
