/** How services stand to one procedure by nation, region or alliance: bars and numbers in one table. */

import { NATIONS } from '#core/catalogue/organisations.ts'
import type { CountedGroup, Gaps } from '#core/network/gaps.ts'
import { DataTable } from '../components/table.tsx'
import { GROUPS, type Grouping } from './gaps-asked.ts'
import { GapBar, STANDING_WORDS } from './standing-bar.tsx'

const groupName = ({ name }: CountedGroup): string => name ?? 'Alliance not known'

/** In the order of the nations, within one by name. */
function orderedGroups(groups: readonly CountedGroup[]): readonly CountedGroup[] {
  return groups.toSorted(
    (one, other) =>
      NATIONS.indexOf(one.nation) - NATIONS.indexOf(other.nation) ||
      groupName(one).localeCompare(groupName(other), 'en-GB'),
  )
}

export function GroupTable({ gaps, by }: { readonly gaps: Gaps; readonly by: Grouping }) {
  return (
    <DataTable
      stacks
      caption={`By ${GROUPS[by].toLowerCase()}`}
      rows={orderedGroups(gaps[by])}
      keyOf={({ nation, name }) => `${nation} ${name ?? ''}`}
      empty="There is no service here."
      columns={[
        { heading: GROUPS[by], names: true, cell: groupName },
        ...(by === 'nations' ? [] : [{ heading: 'Nation', cell: ({ nation }: CountedGroup) => nation }]),
        { heading: 'Picture', cell: (group) => <GapBar counts={group.counts} of={groupName(group)} /> },
        { heading: 'Services', number: true, cell: ({ counts }) => counts.sites },
        { heading: STANDING_WORDS.here, number: true, cell: ({ counts }) => counts.here },
        { heading: STANDING_WORDS['by-pathway'], number: true, cell: ({ counts }) => counts['by-pathway'] },
        { heading: STANDING_WORDS.gap, number: true, cell: ({ counts }) => <strong>{counts.gap}</strong> },
        { heading: STANDING_WORDS['no-answer'], number: true, cell: ({ counts }) => counts['no-answer'] },
      ]}
    />
  )
}
