/** Every place that a search knows: outward codes, districts, towns and hospitals of services, regions, nations. */

import type { Organisation } from '../catalogue/organisations.ts'
import type { Area, Point } from '../network/network.ts'
import { aliasesOf } from './aliases.ts'
import type { NamedPlace, Place } from './place.ts'
import { plainWords } from './spelling.ts'

export interface Gazetteer {
  /** The middle of each outward code of the United Kingdom. */
  readonly outcodes: ReadonlyMap<string, Point>
  readonly codes: ReadonlySet<string>
  readonly named: readonly NamedPlace[]
  readonly byKey: ReadonlyMap<string, NamedPlace>
}

/** What the gazetteer has to know of an organisation. */
export interface NamedOrganisation
  extends Pick<Organisation, 'code' | 'name' | 'region' | 'latitude' | 'longitude' | 'mainSite'> {
  readonly nation: string
}

/**
 * @param districts as `districtPlaces` makes them, once
 * @param organisations of the directory, those that closed included: people go on to say their names
 */
export function gazetteerOf(
  outcodes: ReadonlyMap<string, Point>,
  districts: readonly NamedPlace[],
  organisations: readonly NamedOrganisation[],
): Gazetteer {
  const services = organisations.map(servicePlace)
  const named = unique([
    ...districts,
    ...organisations.flatMap(townPlace),
    ...services,
    ...regionPlaces(organisations),
  ])
  return {
    outcodes,
    codes: new Set(outcodes.keys()),
    named,
    byKey: new Map(named.map((place) => [place.key, place])),
  }
}

/** What stands for a place in an address; null where it stands for none. */
export function placeAt(key: string, { outcodes, byKey }: Gazetteer): Place | null {
  const outcode = key.toUpperCase()
  const point = outcodes.get(outcode)
  if (point) return postcodeArea(outcode, point)
  return byKey.get(key) ?? null
}

export function postcodeArea(outcode: string, point: Point): Place {
  return { key: outcode, name: outcode, kind: 'postcode-area', within: null, point }
}

/**
 * A district stands at the small area that is nearest to the middle of its people: of an archipelago, the
 * middle itself may lie at sea.
 */
export function districtPlaces(areas: readonly Area[]): readonly NamedPlace[] {
  const districts = Map.groupBy(areas, ({ district, nation }) => `${nation}/${district}`)
  return [...districts.values()].flatMap((members) => {
    const [first] = members
    const point = middleOf(members)
    if (!first || !point) return []
    const { district: name, nation } = first
    return [
      {
        key: `district-${slugOf(name)}`,
        name,
        kind: 'district',
        within: nation,
        point,
        names: aliasesOf(name),
        words: '',
      },
    ]
  })
}

function middleOf(areas: readonly Area[]): Point | null {
  const people = areas.reduce((sum, { population }) => sum + population, 0)
  const mean = (of: (area: Area) => number) =>
    areas.reduce((sum, area) => sum + of(area) * (people === 0 ? 1 : area.population), 0) /
    (people === 0 ? areas.length : people)
  const [latitude, longitude] = [mean((area) => area.latitude), mean((area) => area.longitude)]
  const shrink = Math.cos((latitude * Math.PI) / 180)
  const away = (area: Area) => (area.latitude - latitude) ** 2 + ((area.longitude - longitude) * shrink) ** 2
  const nearest = areas.reduce<Area | null>(
    (best, area) => (best === null || away(area) < away(best) ? area : best),
    null,
  )
  return nearest && { latitude: nearest.latitude, longitude: nearest.longitude }
}

/** `St Mary's Hospital, Newport (PO30 5TG)`: the town that a main site names behind a comma. */
function townPlace({ mainSite, region, nation, code, latitude, longitude }: NamedOrganisation): NamedPlace[] {
  const town = /,\s*([^,(]+?)\s*(?:\([^)]*\))?$/.exec(mainSite)?.[1]
  if (!town) return []
  const within = region === nation ? nation : `${region}, ${nation}`
  const point = { latitude, longitude }
  return [
    {
      key: `town-${slugOf(town)}-${code.toLowerCase()}`,
      name: town,
      kind: 'town',
      within,
      point,
      names: [plainWords(town)],
      words: '',
    },
  ]
}

function servicePlace({ code, name, mainSite, region, latitude, longitude }: NamedOrganisation): NamedPlace {
  const site = mainSite.replace(/\s*\([^)]*\)$/, '')
  return {
    ...{ key: `at-${code}`, name, kind: 'service', within: region, code },
    point: { latitude, longitude },
    names: [plainWords(name), plainWords(site), plainWords(code)],
    words: plainWords(`${name} ${site} ${code}`),
  }
}

function regionPlaces(organisations: readonly NamedOrganisation[]): readonly NamedPlace[] {
  const regions = new Map(organisations.map(({ region, nation }) => [region, nation]))
  const nations = new Set(organisations.map(({ nation }) => nation))
  const place = (name: string, kind: 'region' | 'nation', within: string | null): NamedPlace => ({
    ...{ key: `in-${slugOf(name)}`, name, kind, within, point: null, words: '' },
    names: aliasesOf(name),
  })
  return [
    ...[...nations].map((nation) => place(nation, 'nation', null)),
    ...[...regions]
      .filter(([region]) => !nations.has(region))
      .map(([region, nation]) => place(region, 'region', nation)),
  ]
}

function slugOf(name: string): string {
  return plainWords(name).replaceAll(' ', '-')
}

/** The first of each key; a town that is also a district, close by, is that district. */
function unique(places: readonly NamedPlace[]): readonly NamedPlace[] {
  const byKey = new Map<string, NamedPlace>()
  for (const place of places) if (!byKey.has(place.key)) byKey.set(place.key, place)
  return [...byKey.values()]
}
