/** Where fictional organisations stand: spread as people are, apart from one another and from real sites. */
import { readFileSync } from 'node:fs'
import { NATIONS, type Nation, type Organisation } from '#core/catalogue/organisations.ts'
import type { Chance } from './random.ts'

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

export interface Area extends Point {
  readonly nation: Nation
  readonly population: number
}

const file = new URL('../../data/population.csv', import.meta.url)

/**
 * The small areas of data/population.csv. Names and sources are the only quoted cells, so the numbers are
 * read from the bare ones: a whole CSV reader would take ten times as long at each start of the demonstration.
 */
export function populationAreas(): readonly Area[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)
  return lines.map((line, at) => {
    const cells = /,(England|Scotland|Wales|Northern Ireland),([\d.]+),(-?[\d.]+),(\d+),/.exec(line)
    const nation = NATIONS.find((each) => each === cells?.[1])
    if (cells === null || nation === undefined)
      throw new Error(`data/population.csv, line ${at + 2}, is no area`)
    return { nation, latitude: Number(cells[2]), longitude: Number(cells[3]), population: Number(cells[4]) }
  })
}

/** Kilometres between neighbours to begin with; where a nation is too full, they draw closer. */
const APART_KM: Readonly<Record<Nation, number>> = {
  England: 9,
  Scotland: 40,
  Wales: 28,
  'Northern Ireland': 28,
}
const APART_AT_LEAST_KM = 4
const FROM_REAL_SITE_KM = 1.5

/** So many points of a nation: an area with twice the people is twice as likely to have one. */
export function placesIn(
  chance: Chance,
  nation: Nation,
  count: number,
  areas: readonly Area[],
  real: readonly Point[],
): readonly Point[] {
  const candidates = areas.filter((area) => area.nation === nation)
  const places: Point[] = []
  let apartKm = APART_KM[nation]
  for (let tries = 0; places.length < count; tries += 1) {
    if (tries % 400 === 399) apartKm = Math.max(APART_AT_LEAST_KM, apartKm * 0.94)
    if (tries > 200_000) throw new Error(`${nation} has no room for ${count} organisations`)
    const area = byPopulation(chance, candidates)
    const clear = (points: readonly Point[], km: number) =>
      points.every((point) => kilometres(point, area) >= km)
    if (clear(places, apartKm) && clear(real, FROM_REAL_SITE_KM)) {
      places.push({ latitude: area.latitude, longitude: area.longitude })
    }
  }
  return places
}

const totals = new WeakMap<readonly Area[], readonly number[]>()

function byPopulation(chance: Chance, areas: readonly Area[]): Area {
  const sums = totals.get(areas) ?? runningTotals(areas)
  totals.set(areas, sums)
  const at = chance.next() * (sums.at(-1) ?? 0)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  const area = areas[low]
  if (area === undefined) throw new Error('there are no areas to choose from')
  return area
}

function runningTotals(areas: readonly Area[]): readonly number[] {
  let sum = 0
  return areas.map(({ population }) => {
    sum += population
    return sum
  })
}

/** Kilometres over the sphere between two points. */
export function kilometres(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const [north, east] = [(b.latitude - a.latitude) * radians, (b.longitude - a.longitude) * radians]
  const across = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians)
  const chord = Math.sin(north / 2) ** 2 + across * Math.sin(east / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** The nearest of some points; they are never none. */
export function nearest<Place extends Point>(to: Point, places: readonly Place[]): Place {
  const [first, ...rest] = places
  if (first === undefined) throw new Error('there is no place to be near to')
  return rest.reduce((best, place) => (kilometres(to, place) < kilometres(to, best) ? place : best), first)
}

/** People for whom each organisation is the nearest of their nation, in the order of the organisations. */
export function catchments(
  organisations: readonly Organisation[],
  areas: readonly Area[],
): ReadonlyMap<string, number> {
  const people = new Map(organisations.map(({ code }) => [code, 0]))
  for (const nation of NATIONS) {
    const own = organisations.filter((organisation) => organisation.nation === nation)
    for (const area of areas.filter((each) => each.nation === nation)) {
      const { code } = nearest(area, own)
      people.set(code, (people.get(code) ?? 0) + area.population)
    }
  }
  return people
}
