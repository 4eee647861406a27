/** Expected beside observed and declared, place by place, with what is missing said in words. */

import type { Shown } from '../../registry/figure/figure.ts'
import type { Expected } from '../demand.ts'
import type { Network, Site } from '../network.ts'
import type { OwnCounts } from './activity.ts'
import type { Observed } from './observed.ts'
import { CANCERS } from './statement.ts'

export interface Declared {
  readonly services: number
  /** Of them, those whose answer says whether they offer the procedure. */
  readonly answered: number
  readonly offering: number
}

export interface BesideRow {
  readonly place: Expected
  readonly declared: Declared
  /** Treatments in the registry, in the year. Null: no snapshot, no service there takes part, or smaller than a region. */
  readonly observed: Shown | null
  /** A year for each million residents. */
  readonly observedPerMillion: number | null
  /** Sessions that services counted themselves; null where no service did, or the place is smaller than a region. */
  readonly counted: { readonly sessions: Shown; readonly services: number } | null
}

/** Whether a service offers a procedure (`offersIt`); null: no answer, or one without detail. */
export type Offers = (code: string) => boolean | null

export function besideRows(
  rows: readonly Expected[],
  { sites }: Pick<Network, 'sites'>,
  offers: Offers,
  observed: Observed | null,
  counted: OwnCounts | null,
): readonly BesideRow[] {
  return rows.map((place) => {
    const shown = observed && place.district === null ? observedOf(place, sites, observed) : null
    return {
      place,
      declared: declaredBy(
        sites.filter((site) => isIn(site, place)),
        offers,
      ),
      observed: shown,
      observedPerMillion:
        typeof shown === 'number' && observed && place.people > 0 && observed.yearsCovered > 0
          ? (shown / place.people / observed.yearsCovered) * 1_000_000
          : null,
      counted: counted && place.district === null ? countedOf(place, sites, counted) : null,
    }
  })
}

/** A district has no sites of its own in these numbers: what is offered is said of its region. */
function isIn(site: Site, { nation, region, district }: Expected): boolean {
  if (nation === null) return true
  return site.nation === nation && (region === null || site.region === region) && district === null
}

function declaredBy(sites: readonly Site[], offers: Offers): Declared {
  const said = sites.map(({ code }) => offers(code))
  return {
    services: sites.length,
    answered: said.filter((each) => each !== null).length,
    offering: said.filter((each) => each === true).length,
  }
}

const regionsOf = (nation: string, sites: readonly Site[]): readonly string[] => [
  ...new Set(sites.filter((site) => site.nation === nation).map(({ region }) => region)),
]

function observedOf({ nation, region }: Expected, sites: readonly Site[], observed: Observed): Shown | null {
  if (nation === null) return observed.whole
  if (region !== null) return observed.byRegion.get(region) ?? null
  const known = regionsOf(nation, sites).flatMap((each) => observed.byRegion.get(each) ?? [])
  return known.length === 0 ? null : sumOf(known)
}

function countedOf({ nation, region }: Expected, sites: readonly Site[], counted: OwnCounts) {
  if (nation === null) return counted.whole.services === 0 ? null : counted.whole
  const regions = region === null ? regionsOf(nation, sites) : [region]
  const found = regions.flatMap((each) => counted.byRegion.get(each) ?? [])
  const services = found.reduce((sum, each) => sum + each.services, 0)
  return services === 0 ? null : { services, sessions: sumOf(found.map(({ sessions }) => sessions)) }
}

/** A nation is the sum of what its regions show; one star makes it one: the rest would tell it. */
function sumOf(shown: readonly Shown[]): Shown {
  let sum = 0
  for (const each of shown) {
    if (each === '*') return '*'
    sum += each
  }
  return sum
}

/** What the comparison lacks, a sentence each. */
export function missingWords(
  rows: readonly BesideRow[],
  observed: Observed | null,
  counted: OwnCounts | null,
): readonly string[] {
  const whole = rows.at(-1)
  if (!whole) return []
  const { place, declared } = whole
  const words: string[] = []
  if (place.treated === null)
    words.push(
      'No share of new cases is stated for this procedure, so that nothing is expected or ruled out.',
    )
  else if (place.peopleWithoutShare > 0)
    words.push(`For ${grouped(place.peopleWithoutShare)} residents no share is stated; they are left out.`)
  for (const { cancer, peopleWithoutIncidence } of place.ofCancers)
    if (peopleWithoutIncidence > 0)
      words.push(
        `${CANCERS[cancer].name}: a share is stated, and no incidence for ${grouped(peopleWithoutIncidence)} residents; they are left out.`,
      )
  if (!observed) words.push('The registry has no snapshot yet, so that nothing is observed.')
  else if (observed.yearsCovered < 1)
    words.push(`The registry covers ${Math.round(observed.yearsCovered * 12)} months of ${observed.year}.`)
  if (observed && observed.whole !== '*')
    words.push('A service that does not take part in the registry is not observed, whatever it does.')
  if (declared.answered < declared.services)
    words.push(
      `${declared.services - declared.answered} of ${declared.services} services did not say in the census whether they offer it.`,
    )
  if (!counted || counted.whole.services === 0)
    words.push('No service stated a count of its own for this procedure and year.')
  return words
}

const grouped = (value: number): string => Math.round(value).toLocaleString('en-GB')
