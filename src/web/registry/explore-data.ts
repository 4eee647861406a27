/** What the explorer reads from a snapshot: counts of a cohort and of each choice, through the gate. */

import type { FilterColumn } from '#core/registry/cohort/columns.ts'
import type { Cohort } from '#core/registry/cohort.ts'
import { gateCohort } from '#core/registry/disclosure/gate-cohort.ts'
import { loneAmong } from '#core/registry/disclosure/lone.ts'
import { releaseAreas } from '#core/registry/disclosure/release.ts'
import { everywhere, inPlace, type Place, placeOf } from '#core/registry/explore/counts.ts'
import type { Snapshot } from '#store/snapshot/open.ts'
import type { CohortCounts, OptionCounts, Shown } from './counts.tsx'
import { audience } from './explore-view.ts'

export async function cohortCounts(snapshot: Snapshot, cohort: Cohort): Promise<CohortCounts> {
  const place = placeOf(cohort)
  if (place === null) return snapshot.count(cohort)
  const places = await inEachPlace(snapshot, cohort, (each) => snapshot.count(each))
  const shown = (what: 'treatments' | 'patients') => places.released((each) => each[what], place)
  const treatments = shown('treatments')
  const services = places.at(place)?.organisations ?? 0
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
  if (filter.group === 'where') return ofAllPlaces(snapshot, asked, filter.name)
  const place = placeOf(others)
  if (place === null) return known(await snapshot.countsBy(others, filter.name))
  const places = await inEachPlace(snapshot, others, async (each) =>
    known(await snapshot.countsBy(each, filter.name)),
  )
  const values = new Set(places.all.flatMap((each) => [...each.keys()]))
  return new Map(
    [...values].map((value): [string, Shown] => [
      value,
      places.released((each) => each.get(value) ?? 0, place),
    ]),
  )
}

/** Of every place in which anybody was treated, those of the cohort: none is a count, too. */
async function ofAllPlaces(snapshot: Snapshot, cohort: Cohort, column: string): Promise<OptionCounts> {
  const [regions, found] = await Promise.all([
    regionsOf(snapshot),
    snapshot.countsBy(cohort, 'region').then(known),
  ])
  const shown = releaseAreas(
    regions.map((each) => ({ ...each, value: found.get(each.area) ?? 0 })),
    loneOf(regions),
  )
  return column === 'region' ? shown.regions : shown.nations
}

/** The same question of every region and of every nation: no place is weighed without the others. */
async function inEachPlace<Answer>(
  snapshot: Snapshot,
  cohort: Cohort,
  ask: (cohort: Cohort) => Promise<Answer>,
) {
  const regions = await regionsOf(snapshot)
  const answersOf = async (column: Place['column'], names: readonly string[]) =>
    new Map(
      await Promise.all(
        names.map(
          async (value): Promise<[string, Answer]> => [value, await ask(inPlace(cohort, { column, value }))],
        ),
      ),
    )
  const [ofRegions, ofNations] = await Promise.all([
    answersOf(
      'region',
      regions.map(({ area }) => area),
    ),
    answersOf('nation', [...new Set(regions.map(({ nation }) => nation))]),
  ])
  const listOf = ({ column }: Place) => (column === 'region' ? ofRegions : ofNations)
  return {
    all: [...ofRegions.values()],
    at: (place: Place) => listOf(place).get(place.value),
    released: (value: (answer: Answer) => number, place: Place): Shown => {
      const shown = releaseAreas(
        regions.map((each) => ({ ...each, value: value(ofRegions.get(each.area) as Answer) })),
        loneOf(regions),
        new Map([...ofNations].map(([name, answer]) => [name, value(answer)])),
      )
      return (place.column === 'region' ? shown.regions : shown.nations).get(place.value) ?? 0
    },
  }
}

interface RegionOfNation {
  readonly area: string
  readonly nation: string
  /** Organisations of it that are in the snapshot. */
  readonly services: number
}
const loneOf = (regions: readonly RegionOfNation[]) =>
  loneAmong(
    regions.flatMap(({ area, nation, services }) =>
      Array.from({ length: services }, () => ({ region: area, nation })),
    ),
  )
const regionsKept = new WeakMap<Snapshot, Promise<readonly RegionOfNation[]>>()

/** Every region in which anybody was treated, with its nation; of one snapshot they are always the same. */
function regionsOf(snapshot: Snapshot): Promise<readonly RegionOfNation[]> {
  const kept = regionsKept.get(snapshot) ?? readRegions(snapshot)
  regionsKept.set(snapshot, kept)
  return kept
}

async function readRegions(snapshot: Snapshot): Promise<readonly RegionOfNation[]> {
  const nations = [...known(await snapshot.countsBy({ conditions: [] }, 'nation')).keys()]
  const lists = await Promise.all(
    nations.map(async (nation) => {
      const cohort = inPlace({ conditions: [] }, { column: 'nation', value: nation })
      const areas = [...known(await snapshot.countsBy(cohort, 'region')).keys()]
      return Promise.all(
        areas.map(async (area) => {
          const own = inPlace({ conditions: [] }, { column: 'region', value: area })
          return { area, nation, services: (await snapshot.count(own)).organisations }
        }),
      )
    }),
  )
  return lists.flat()
}

function known(counts: Awaited<ReturnType<Snapshot['countsBy']>>): Map<string, number> {
  return new Map(counts.flatMap(({ value, treatments }) => (value === null ? [] : [[value, treatments]])))
}
