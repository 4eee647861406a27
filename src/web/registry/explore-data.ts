/** What the explorer reads from a snapshot: counts of a cohort and of each choice, through the gate. */

import type { FilterColumn } from '#core/registry/cohort/columns.ts'
import type { Cohort } from '#core/registry/cohort.ts'
import { releaseAreas } from '#core/registry/disclosure/release.ts'
import { everywhere, placeOf, releaseOne } from '#core/registry/explore/counts.ts'
import type { Snapshot } from '#store/snapshot/open.ts'
import type { CohortCounts, OptionCounts, Shown } from './counts.tsx'

/** Nations by region, for each place's policy. */
export type Nations = ReadonlyMap<string, string>

export async function cohortCounts(
  snapshot: Snapshot,
  cohort: Cohort,
  nations: Nations,
): Promise<CohortCounts> {
  const place = placeOf(cohort)
  if (place === null) return snapshot.count(cohort)
  const [own, whole] = await Promise.all([snapshot.count(cohort), snapshot.count(everywhere(cohort))])
  const nation = nations.get(place.value) ?? place.value
  return {
    treatments: releaseOne(own.treatments, whole.treatments, nation),
    patients: releaseOne(own.patients, whole.patients, nation),
    organisations: releaseOne(own.organisations, whole.organisations, nation),
  }
}

/** By value of a column, how many treatments of the cohort it would leave; the cohort's own choice of it is set aside. */
export async function optionCounts(
  snapshot: Snapshot,
  cohort: Cohort,
  filter: FilterColumn,
  nations: Nations,
): Promise<OptionCounts> {
  if (filter.asks !== 'values') return new Map()
  const others: Cohort = { conditions: cohort.conditions.filter(({ column }) => column !== filter.name) }
  const nationOf = (area: string) => nations.get(area) ?? area
  if (filter.group === 'where') {
    const counted = known(await snapshot.countsBy(everywhere(others), filter.name))
    return releaseAreas([...counted].map(([area, value]) => ({ area, nation: nationOf(area), value })))
  }
  const place = placeOf(others)
  const own = known(await snapshot.countsBy(others, filter.name))
  if (place === null) return own
  const whole = known(await snapshot.countsBy(everywhere(others), filter.name))
  const shown = (value: string): Shown =>
    releaseOne(own.get(value) ?? 0, whole.get(value) ?? 0, nationOf(place.value))
  return new Map([...whole.keys()].map((value) => [value, shown(value)]))
}

function known(counts: Awaited<ReturnType<Snapshot['countsBy']>>): Map<string, number> {
  return new Map(counts.flatMap(({ value, treatments }) => (value === null ? [] : [[value, treatments]])))
}
