/**
 * Siting problems from the project's own data: the residents of `data/population.csv` merged into as many areas as
 * asked, the sites of `data/organisations.csv`. Nothing is drawn by chance, so that a judge's answer can be committed.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

interface Place {
  readonly code: string
  readonly latitude: number
  readonly longitude: number
  readonly weight: number
}

export interface Instance {
  readonly areas: readonly { readonly code: string; readonly weight: number }[]
  readonly sites: readonly { readonly code: string; readonly fixed: boolean }[]
  /** Row by row of sites; hundredths of a minute are whole, so that text carries them exactly. */
  readonly minutes: Float32Array
}

const data = join(import.meta.dirname, '..', '..', 'data')

/** The nation in `count` areas; `fixed` says which sites are open already. */
export function instanceOf(
  count: number,
  fixed: (code: string, at: number) => boolean = () => false,
): Instance {
  const sites = rows('organisations.csv').map((row) => placeOf(row, 'ods_code'))
  const areas = merged(
    rows('population.csv').map((row) => placeOf(row, 'area_code')),
    count,
  )
  const minutes = new Float32Array(sites.length * areas.length)
  sites.forEach((site, s) => {
    areas.forEach((area, a) => {
      minutes[s * areas.length + a] = estimate(kilometresBetween(site, area))
    })
  })
  return {
    areas: areas.map(({ code, weight }) => ({ code, weight })),
    sites: sites.map(({ code }, at) => ({ code, fixed: fixed(code, at) })),
    minutes,
  }
}

/** Great-circle kilometres on a sphere, kept here: committed answers of the judges must not move with a better distance. */
function kilometresBetween(one: Place, other: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const across = radians(other.latitude - one.latitude)
  const along = radians(other.longitude - one.longitude)
  const h =
    Math.sin(across / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(along / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

/** Minutes by car: 3.3 x km^0.774, here over water too. */
function estimate(km: number): number {
  return Math.round(330 * km ** 0.774) / 100
}

/** Halves the most populous group across its wider side, at the middle of its people, until there are `count`. */
function merged(places: readonly Place[], count: number): readonly Place[] {
  if (count >= places.length) return places
  const groups = [[...places]]
  const weights = [weightOf(places)]
  while (groups.length < count) {
    const heaviest = weights.reduce(
      (best, weight, at) =>
        (groups[at] as Place[]).length > 1 && (best < 0 || weight > (weights[best] as number)) ? at : best,
      -1,
    )
    const [one, other] = halves(groups[heaviest] as Place[])
    groups[heaviest] = one
    weights[heaviest] = weightOf(one)
    groups.push(other)
    weights.push(weightOf(other))
  }
  return groups.map(centreOf)
}

function halves(group: readonly Place[]): [Place[], Place[]] {
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  const latitudes = group.map(({ latitude }) => latitude)
  const squeeze = Math.cos(((latitudes[0] as number) * Math.PI) / 180)
  const wide = spread(group.map(({ longitude }) => longitude)) * squeeze > spread(latitudes)
  const along = (place: Place) => (wide ? place.longitude : place.latitude)
  const sorted = [...group].sort((a, b) => along(a) - along(b) || (a.code < b.code ? -1 : 1))
  const half = weightOf(group) / 2
  let at = 0
  for (let sum = 0; at < sorted.length - 1 && sum < half; at += 1) sum += (sorted[at] as Place).weight
  at = Math.max(1, at)
  return [sorted.slice(0, at), sorted.slice(at)]
}

/** Where a group's people live on average; its code is that of its first area. */
function centreOf(group: readonly Place[]): Place {
  const weight = weightOf(group)
  const mean = (of: (place: Place) => number) =>
    group.reduce((sum, place) => sum + of(place) * place.weight, 0) / weight
  return {
    code: (group[0] as Place).code,
    latitude: mean(({ latitude }) => latitude),
    longitude: mean(({ longitude }) => longitude),
    weight,
  }
}

function weightOf(places: readonly Place[]): number {
  return places.reduce((sum, { weight }) => sum + weight, 0)
}

function placeOf(row: Readonly<Record<string, string>>, code: string): Place {
  return {
    code: row[code] as string,
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    weight: Number(row.population ?? 0),
  }
}

function rows(file: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(join(data, file)), { columns: true, skip_empty_lines: true })
}
