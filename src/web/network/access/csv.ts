/** Access and floating catchments as files: the same numbers as the pages, of every place. */

import { z } from 'zod'
import { csvOf } from '#core/census/csv.ts'
import { districtsOf, type PlaceReach, reachByNation, reachByRegion } from '#core/network/access.ts'
import type { PageContext } from '../../environment.ts'
import { notFound } from '../../layout/refusals.tsx'
import { accessAsked } from './asked.ts'
import { type AccessAt, accessFor, travelAt } from './at.ts'
import { basisWord } from './basis.tsx'

const levelSchema = z.enum(['nations', 'regions', 'districts', 'areas']).catch('nations')
type Rows = Parameters<typeof csvOf>[0]

export async function accessCsv(c: PageContext) {
  const { procedure } = accessAsked(c)
  const level = levelSchema.parse(c.req.query('level'))
  const found = await travelAt(c)
  if (!found || !procedure) return notFound(c)
  const at = accessFor(found, procedure)
  return csvFile(
    c,
    `access-${procedure}-${level}-${at.day}`,
    level === 'areas' ? areaRows(at) : placeRows(at, level),
  )
}

function placeRows(at: AccessAt, level: 'nations' | 'regions' | 'districts'): Rows {
  const { access, areas, regions, procedure } = at
  const places: readonly PlaceReach[] =
    level === 'nations'
      ? reachByNation(access, areas)
      : level === 'regions'
        ? reachByRegion(access, areas, regions)
        : districtsOf(access, areas)
  return [
    [
      ...['procedure', 'day', 'travel_times', 'nation', 'place', 'people', 'up_to_30_min', 'over_30_to_45'],
      ...['over_45_to_60', 'over_60_to_90', 'over_90', 'no_way_by_road', 'mean_minutes'],
    ],
    ...places.map(({ nation, name, reach }) => [
      ...[procedure, at.day, basisWord(at.times), nation ?? '', name, reach.people, ...reach.bands],
      reach.meanMinutes === null ? '' : reach.meanMinutes.toFixed(1),
    ]),
  ]
}

function areaRows({ access, areas, regions, procedure, day, times }: AccessAt): Rows {
  return [
    [
      ...['procedure', 'day', 'travel_times', 'nation', 'region', 'district', 'area_code', 'area_name'],
      ...['people', 'minutes', 'nearest_service'],
    ],
    ...areas.map((area, at) => {
      const minutes = access.minutes[at] ?? Number.POSITIVE_INFINITY
      return [
        ...[
          procedure,
          day,
          basisWord(times),
          area.nation,
          regions[at] ?? '',
          area.district,
          area.code,
          area.name,
        ],
        area.population,
        Number.isFinite(minutes) ? minutes.toFixed(1) : '',
        times.sites[access.nearest[at] ?? -1] ?? '',
      ]
    }),
  ]
}

export function csvFile(c: PageContext, name: string, rows: Rows) {
  return c.body(csvOf(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'no-store',
  })
}
