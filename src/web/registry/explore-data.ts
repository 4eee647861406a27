/** What the explorer reads from a snapshot: counts of a cohort and of each choice, through the gate. */

import type { FilterColumn } from '#core/registry/cohort/columns.ts'
import type { Cohort } from '#core/registry/cohort.ts'
import { gateCohort } from '#core/registry/disclosure/gate-cohort.ts'
import { everywhere, inPlace, type Place, placeOf, releasePlaces } from '#core/registry/explore/counts.ts'
import type { Snapshot } from '#store/snapshot/open.ts'
import type { CohortCounts, OptionCounts, Shown } from './counts.tsx'
import { audience } from './explore-view.ts'

export async function cohortCounts(snapshot: Snapshot, cohort: Cohort): Promise<CohortCounts> {
  const place = placeOf(cohort)
  if (place === null) return snapshot.count(cohort)
  const counts = await inEachPlace(snapshot, cohort, place.column, (each) => snapshot.count(each))
  const shown = (what: 'treatments' | 'patients') =>
    releasePlaces(mapped(counts, (each) => each[what])).get(place.value) ?? 0
  const treatments = shown('treatments')
  const services = counts.get(place.value)?.organisations ?? 0
  // How many services there are is no secret; that each of them did a single treatment may be.
  const organisations = treatments === '*' || services * 2 > treatments ? '*' : services
  return { treatments, patients: treatments === '*' ? '*' : shown('patients'), organisations }
}

/**
 * By value of a column, how many treatments of the cohort it would leave; the cohort's own choice of it is set aside.
 * All are stars where groups by that column would be finer than the gate lets through: below national level each
 * further condition narrows down where somebody was treated.
 */
export async function optionCounts(
  snapshot: Snapshot,
  cohort: Cohort,
  filter: FilterColumn,
): Promise<OptionCounts> {
  if (filter.asks !== 'values') return new Map()
  const others: Cohort = { conditions: cohort.conditions.filter(({ column }) => column !== filter.name) }
  const asked = filter.group === 'where' ? everywhere(others) : others
  if (gateCohort(asked, audience, filter.name).changed.length > 0) {
    const occurring = await snapshot.countsBy({ conditions: [] }, filter.name)
    return new Map([...known(occurring).keys()].map((value): [string, Shown] => [value, '*']))
  }
  if (filter.group === 'where') return releasePlaces(await inAllPlaces(snapshot, asked, filter.name))
  const place = placeOf(others)
  if (place === null) return known(await snapshot.countsBy(others, filter.name))
  const counts = await inEachPlace(snapshot, others, place.column, async (each) =>
    known(await snapshot.countsBy(each, filter.name)),
  )
  const values = new Set([...counts.values()].flatMap((each) => [...each.keys()]))
  return new Map(
    [...values].map((value): [string, Shown] => {
      const everyPlace = mapped(counts, (each) => each.get(value) ?? 0)
      return [value, releasePlaces(everyPlace).get(place.value) ?? 0]
    }),
  )
}

/** Of every place in which anybody was treated, those of the cohort: none is a count, too. */
async function inAllPlaces(snapshot: Snapshot, cohort: Cohort, column: string) {
  const [all, found] = await Promise.all([
    snapshot.countsBy({ conditions: [] }, column),
    snapshot.countsBy(cohort, column),
  ])
  return new Map([...mapped(known(all), () => 0), ...known(found)])
}

/** The same question of every nation, or of every region: no place is weighed without the others. */
async function inEachPlace<Answer>(
  snapshot: Snapshot,
  cohort: Cohort,
  column: Place['column'],
  ask: (cohort: Cohort) => Promise<Answer>,
): Promise<ReadonlyMap<string, Answer>> {
  const places = known(await snapshot.countsBy({ conditions: [] }, column))
  const answers = [...places.keys()].map(
    async (value): Promise<[string, Answer]> => [value, await ask(inPlace(cohort, { column, value }))],
  )
  return new Map(await Promise.all(answers))
}

const mapped = <One, Other>(map: ReadonlyMap<string, One>, change: (one: One) => Other) =>
  new Map([...map].map(([name, one]): [string, Other] => [name, change(one)]))

function known(counts: Awaited<ReturnType<Snapshot['countsBy']>>): Map<string, number> {
  return new Map(counts.flatMap(({ value, treatments }) => (value === null ? [] : [[value, treatments]])))
}
