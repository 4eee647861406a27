/** When interventional radiology can be had, region by region, as organisations said in the census. */

import { type Figure, figure } from '../census/percent.ts'
import { CANNOT_SAY, provisionOf } from '../census/provision.ts'
import type { Answers } from '../census/questionnaire.ts'

export interface CoverMember {
  readonly nation: string
  readonly region: string
  /** Null: no answer. */
  readonly answers: Answers | null
}

export interface Cover {
  /** Null: of all. */
  readonly nation: string | null
  readonly region: string | null
  readonly asked: number
  readonly here: number
  readonly network: number
  readonly extended: number
  readonly workingHours: number
  /** They said that they have no department of interventional radiology. */
  readonly noDepartment: number
  /** They did not answer, or did not say when. */
  readonly notSaid: number
  /** Around the clock, here or through a network, out of those that said. `missing`: did not say. */
  readonly aroundTheClock: Figure
}

type Kind = 'here' | 'network' | 'extended' | 'workingHours' | 'noDepartment' | 'notSaid'

const kinds: Readonly<Record<string, Kind>> = {
  'round-the-clock-here': 'here',
  'round-the-clock-network': 'network',
  'extended-hours': 'extended',
  'working-hours': 'workingHours',
  [CANNOT_SAY]: 'notSaid',
}

/**
 * What one organisation's answers say of its cover. Whether there is a department is as the census's own provision
 * has it: what stands off its branch decides nothing.
 */
export function coverOf(answers: Answers | null): Kind {
  if (answers === null) return 'notSaid'
  const { irDepartment } = provisionOf(answers)
  if (irDepartment === false) return 'noDepartment'
  if (irDepartment === null) return 'notSaid'
  const said = answers.cover
  return (typeof said === 'string' ? kinds[said] : undefined) ?? 'notSaid'
}

/** All, then each region in the order of its nation's name and its own; a nation that is one region is one row. */
export function coverByRegion(members: readonly CoverMember[]): {
  readonly all: Cover
  readonly regions: readonly Cover[]
} {
  const groups = Map.groupBy(members, ({ nation, region }) => `${nation}\n${region}`)
  const regions = [...groups.values()].map((group) =>
    coverIn(group, group[0]?.nation ?? null, group[0]?.region ?? null),
  )
  const rank = (nation: string | null) =>
    ['England', 'Scotland', 'Wales', 'Northern Ireland'].indexOf(nation ?? '')
  return {
    all: coverIn(members, null, null),
    regions: regions.toSorted(
      (a, b) => rank(a.nation) - rank(b.nation) || (a.region ?? '').localeCompare(b.region ?? '', 'en'),
    ),
  }
}

function coverIn(members: readonly CoverMember[], nation: string | null, region: string | null): Cover {
  const counts: Record<Kind, number> = {
    ...{ here: 0, network: 0, extended: 0, workingHours: 0, noDepartment: 0, notSaid: 0 },
  }
  for (const { answers } of members) counts[coverOf(answers)] += 1
  const said = members.length - counts.notSaid
  return {
    ...{ nation, region, asked: members.length },
    ...counts,
    aroundTheClock: figure(counts.here + counts.network, said, counts.notSaid),
  }
}
