/** The land of the United Kingdom: outlines of Natural Earth by world-atlas, names and crossings of data/. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'csv-parse/sync'
import type { Feature, FeatureCollection } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import {
  type Crossing,
  type Land,
  landOf,
  type NamedLandmass,
  type Outline,
} from '#core/network/travel/land.ts'

/** ISO 3166-1, as Natural Earth has it. */
const UNITED_KINGDOM = '826'

let made: Land | undefined

/** The land with its crossings, read at the first call (about 100 ms) and kept. */
export function land(): Land {
  made ??= landOf(outlines(), landmasses(), crossings())
  return made
}

function outlines(): readonly Outline[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>
  return atlas.objects.countries.geometries
    .filter(({ id }) => id === UNITED_KINGDOM)
    .flatMap((country) => outerRings(feature(atlas, country)))
}

function outerRings(country: Feature | FeatureCollection): Outline[] {
  if (country.type === 'FeatureCollection') return country.features.flatMap(outerRings)
  const { geometry } = country
  if (geometry.type !== 'MultiPolygon') return []
  return geometry.coordinates.map(([outer = []]) =>
    outer.map(([east = 0, north = 0]) => [east, north] as const),
  )
}

const latitude = z.coerce.number().min(49).max(62)
const longitude = z.coerce.number().min(-14).max(2.5)
const landmassRow = z.object({
  landmass: z.string().min(1),
  latitude,
  longitude,
  joined_to: z.string(),
  radius_km: z.string(),
})

function landmasses(): readonly NamedLandmass[] {
  return rowsOf('landmasses.csv', landmassRow).map((row) => ({
    name: row.landmass,
    latitude: row.latitude,
    longitude: row.longitude,
    joinedTo: row.joined_to || null,
    radiusKm: row.radius_km === '' ? null : Number(row.radius_km),
  }))
}

const crossingRow = z.object({
  from_port: z.string().min(1),
  from_latitude: latitude,
  from_longitude: longitude,
  to_port: z.string().min(1),
  to_latitude: latitude,
  to_longitude: longitude,
  minutes: z.coerce.number().positive(),
  source: z.string().min(1),
})

function crossings(): readonly Crossing[] {
  return rowsOf('crossings.csv', crossingRow).map((row) => ({
    from: { name: row.from_port, latitude: row.from_latitude, longitude: row.from_longitude },
    to: { name: row.to_port, latitude: row.to_latitude, longitude: row.to_longitude },
    minutes: row.minutes,
    source: row.source,
  }))
}

function rowsOf<Row>(name: string, schema: z.ZodType<Row>): Row[] {
  const file = new URL(`../../../data/${name}`, import.meta.url)
  return z.array(schema).parse(parse(readFileSync(file), { columns: true, bom: true }))
}
