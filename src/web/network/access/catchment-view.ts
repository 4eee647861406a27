/** Supply against demand within reach, put together from what services counted and what is expected. */

import { z } from 'zod'
import { meanAccess, twoStepFloatingCatchment } from '#core/network/catchment.ts'
import { type Cell, peopleByCell } from '#core/network/demand/people.ts'
import { expectedProcedures } from '#core/network/demand.ts'
import { statedActivity } from '#core/network/supply.ts'
import { supplyBandOf, supplyBandWords } from '#core/network/supply-bands.ts'
import { activityCounts } from '#store/network/activity.ts'
import { demandLines } from '#store/network/demand.ts'
import type { PageContext } from '../../environment.ts'
import type { AccessAt } from './at.ts'

/** What is typed over what is known: patients a year per million residents, treatments a year of a service that states none. */
export interface CatchmentAsked {
  readonly rate: number | null
  readonly each: number | null
  readonly problems: readonly { readonly field: 'rate' | 'each'; readonly words: string }[]
  readonly typed: { readonly rate: string; readonly each: string }
}

const amount = z
  .string()
  .trim()
  .regex(/^\d{1,6}(\.\d+)?$/)
  .transform(Number)

export function catchmentAsked(c: PageContext): CatchmentAsked {
  const typed = { rate: c.req.query('rate') ?? '', each: c.req.query('each') ?? '' }
  const read = (words: string) => (words.trim() === '' ? null : amount.safeParse(words))
  const [rate, each] = [read(typed.rate), read(typed.each)]
  const wrong = (field: 'rate' | 'each', words: string) => ({ field, words })
  return {
    rate: rate?.data ?? null,
    each: each?.data ?? null,
    problems: [
      ...(rate && (!rate.success || rate.data === 0)
        ? [wrong('rate', 'Patients a year per million residents are a number above 0, such as 12.5')]
        : []),
      ...(each && !each.success ? [wrong('each', 'Treatments a year are a number, such as 40')] : []),
    ],
    typed,
  }
}

/** What one unit of the result is. */
export type CatchmentUnit = 'per-patient' | 'per-100000' | 'services-per-million'

export interface PlaceSupply {
  readonly name: string
  readonly nation: string | null
  readonly people: number
  /** Patients a year; null where no rate is known or typed. */
  readonly patients: number | null
  /** In the unit; null where nobody lives, or nobody is expected. */
  readonly access: number | null
  /** Of its people, those with nothing within reach. */
  readonly without: number
}

export interface CatchmentView {
  readonly unit: CatchmentUnit
  readonly whole: PlaceSupply
  readonly nations: readonly PlaceSupply[]
  readonly regions: readonly PlaceSupply[]
  readonly districts: readonly PlaceSupply[]
  /** Services that offer it, and of those the ones that stated how many they do. */
  readonly services: number
  readonly stated: number
  /** By small area, and the mean of all: shares of a treatment or a service, for one patient or resident. */
  readonly access: Float64Array
  readonly mean: number
  /** People by the band of their small area. */
  readonly people: readonly number[]
}

const cells = new WeakMap<object, readonly Cell[]>()

/** Who lives where: the same for as long as the sites are. */
function cellsOf({ areas, network: { sites } }: AccessAt): readonly Cell[] {
  const known = cells.get(sites)
  if (known) return known
  const made = peopleByCell(areas, sites)
  cells.set(sites, made)
  return made
}

/** Computes it: a few milliseconds over travel times that are kept. */
export async function catchmentView(
  c: PageContext,
  at: AccessAt,
  asked: CatchmentAsked,
  within: number,
): Promise<CatchmentView> {
  const { db } = c.var.store
  const { areas, times, providers, procedure, regions } = at
  const codes = providers.map(({ code }) => code)
  const [counts, lines] = await Promise.all([activityCounts(db, codes), demandLines(db)])
  const stated = new Map(
    codes.flatMap((code): [string, number][] => {
      const sessions = statedActivity(counts.get(code) ?? [], procedure)
      return sessions === null ? [] : [[code, sessions]]
    }),
  )
  const isCounted = stated.size > 0 || asked.each !== null
  const supply = new Map(codes.map((code) => [code, isCounted ? (stated.get(code) ?? asked.each ?? 0) : 1]))
  const expected = expectedProcedures(cellsOf(at), lines, procedure, 'district')
  const rates = new Map(expected.map((row) => [`${row.nation}|${row.district}`, row.perMillion]))
  const perMillion = areas.map(
    ({ nation, district }) => asked.rate ?? rates.get(`${nation}|${district}`) ?? null,
  )
  const hasRate = isCounted && perMillion.every((rate) => rate !== null)
  const unit: CatchmentUnit = !isCounted ? 'services-per-million' : hasRate ? 'per-patient' : 'per-100000'
  const demand = areas.map(({ population }, area) =>
    hasRate ? (population * (perMillion[area] ?? 0)) / 1e6 : population,
  )
  const { access } = twoStepFloatingCatchment({ times, supply, demand, within })
  const times1 = { 'per-patient': 1, 'per-100000': 1e5, 'services-per-million': 1e6 }[unit]
  const placeOf = (name: string, nation: string | null, own: readonly number[]): PlaceSupply => {
    const mean = meanAccess({ access }, demand, own)
    const sum = (of: (area: number) => number) => own.reduce((total, area) => total + of(area), 0)
    const people = (area: number) => areas[area]?.population ?? 0
    return {
      name,
      nation,
      people: sum(people),
      patients: hasRate ? sum((area) => demand[area] ?? 0) : null,
      access: mean === null ? null : mean * times1,
      without: sum((area) => (access[area] === 0 ? people(area) : 0)),
    }
  }
  const grouped = (nameOf: (area: number) => string | null) =>
    [...Map.groupBy(areas.keys(), (area) => `${areas[area]?.nation}|${nameOf(area) ?? ''}`)]
      .filter(([key]) => !key.endsWith('|'))
      .map(([key, own]) => placeOf(key.slice(key.indexOf('|') + 1), key.slice(0, key.indexOf('|')), own))
  const mean = meanAccess({ access }, demand, [...areas.keys()]) ?? 0
  const people = supplyBandWords.map(() => 0)
  areas.forEach(({ population }, area) => {
    const band = supplyBandOf(access[area] ?? 0, mean)
    people[band] = (people[band] ?? 0) + population
  })
  const lowestFirst = (one: PlaceSupply, other: PlaceSupply) =>
    (one.access ?? 0) - (other.access ?? 0) ||
    other.without - one.without ||
    one.name.localeCompare(other.name, 'en')
  return {
    unit,
    whole: placeOf('United Kingdom', null, [...areas.keys()]),
    nations: grouped((area) => areas[area]?.nation ?? null),
    regions: grouped((area) => regions[area] ?? null).sort(
      (one, other) =>
        (one.nation ?? '').localeCompare(other.nation ?? '', 'en') ||
        one.name.localeCompare(other.name, 'en'),
    ),
    districts: grouped((area) => areas[area]?.district ?? null)
      .filter(({ people }) => people > 0)
      .sort(lowestFirst),
    services: providers.length,
    stated: stated.size,
    ...{ access, mean, people },
  }
}
