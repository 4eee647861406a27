/**
 * The five nearest services of 100,000 postcodes, beside PostGIS's nearest-neighbour join where PostgreSQL has it, and
 * beside a plain sort of all services as the floor. Postcodes are made of the centres of outward codes, strewn about.
 */

import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Point } from '#core/network/network.ts'
import { distanceKm, placed } from '#core/network/travel/distance.ts'
import { nearestPlaces } from '#core/network/travel/nearest.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'
import { shippedOutcodes } from '#store/catalogue/read-extract.ts'

const POSTCODES = 100_000
const NEAREST = 5
/** PostGIS 3.3 on PostgreSQL 15, two cores: docs/sources.md says how it was measured. */
const POSTGIS_SECONDS = 2.5

export async function benchNearest(print: (line: string) => void): Promise<void> {
  const services = organisationsOf2017()
  const postcodes = strewn([...shippedOutcodes().values()])
  nearestPlaces(postcodes.slice(0, 1000), services, NEAREST)
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now()
    nearestPlaces(postcodes, services, NEAREST)
    return performance.now() - began
  }).toSorted((a, b) => a - b)
  const ours = (times[3] ?? 0) / 1000
  const told = `nearest ${NEAREST} of ${services.length} services for ${POSTCODES.toLocaleString('en-GB')} postcodes: ${(ours * 1000).toFixed(0)} ms`
  const began = performance.now()
  const some = postcodes.slice(0, POSTCODES / 20)
  for (const one of some) services.map((service) => distanceKm(one, service)).sort((a, b) => a - b)
  const sorting = ((performance.now() - began) / 1000) * 20
  print(
    `${told}; floor: sorting all services for each ${sorting.toFixed(1)} s (${(sorting / ours).toFixed(0)} times)`,
  )
  const postgis = postgisSeconds(postcodes, services)
  if (postgis === null) {
    print(
      `  PostGIS is not installed (Debian: apt-get install postgresql-15-postgis-3); kept figure ${POSTGIS_SECONDS} s: ${(POSTGIS_SECONDS / ours).toFixed(0)} times as fast`,
    )
    return
  }
  const wrong = differing(postcodes, services, postgis.nearest)
  print(
    `  PostGIS, indexed nearest-neighbour join, this run: ${postgis.seconds.toFixed(2)} s, ${(postgis.seconds / ours).toFixed(0)} times as long; ` +
      `of ${POSTCODES.toLocaleString('en-GB')} nearest services ${wrong} differ by more than 0.5%`,
  )
}

/** Each a few kilometres from the centre of its outward code, by a generator that starts alike each time. */
function strewn(centres: readonly Point[]): readonly Point[] {
  let state = 20_261_122
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: POSTCODES }, () => {
    const centre = centres[Math.floor(random() * centres.length)] as Point
    return {
      latitude: centre.latitude + (random() - 0.5) * 0.06,
      longitude: centre.longitude + (random() - 0.5) * 0.1,
    }
  })
}

function differing(
  postcodes: readonly Point[],
  services: readonly Point[],
  theirs: readonly number[],
): number {
  const { km } = nearestPlaces(placed(postcodes), services, 1)
  return postcodes.filter((postcode, at) => {
    const away = distanceKm(postcode, services[theirs[at] ?? 0] as Point)
    return away > (km[at] ?? 0) * 1.005 + 0.001
  }).length
}

/** A PostgreSQL of its own in a temporary folder, by the postgres user where we are root; null without PostGIS. */
function postgisSeconds(
  postcodes: readonly Point[],
  services: readonly Point[],
): { readonly seconds: number; readonly nearest: readonly number[] } | null {
  const bin = globSync('/usr/lib/postgresql/*/bin').at(-1)
  if (!bin || globSync('/usr/share/postgresql/*/extension/postgis.control').length === 0) return null
  if (!existsSync(join(bin, 'initdb'))) return null
  const folder = mkdtempSync(join(tmpdir(), 'nearest-'))
  chmodSync(folder, 0o777)
  const asPostgres = (command: string, args: readonly string[], input = '') =>
    process.getuid?.() === 0
      ? execFileSync(
          'setpriv',
          ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args],
          options(input),
        )
      : execFileSync(command, args, options(input))
  const options = (input: string) =>
    ({
      input,
      encoding: 'utf8' as const,
      cwd: folder,
      maxBuffer: 2 ** 28,
      stdio: ['pipe', 'pipe', 'ignore'] as const,
    }) as never
  const data = join(folder, 'data')
  try {
    asPostgres(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'bench'])
    asPostgres(join(bin, 'pg_ctl'), [
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-k ${folder} -h ''`,
      'start',
    ])
    const psql = (sql: string) =>
      String(asPostgres(join(bin, 'psql'), ['-h', folder, '-U', 'bench', '-d', 'postgres', '-qtA'], sql))
    const rows = (points: readonly Point[]) =>
      points.map(({ latitude, longitude }, at) => `${at}\t${longitude}\t${latitude}`).join('\n')
    psql(`create extension postgis;
create table service (id int, x float8, y float8);
copy service from stdin;
${rows(services)}
\\.
create table postcode (id int, x float8, y float8);
copy postcode from stdin;
${rows(postcodes)}
\\.
alter table service add at geography(point);
update service set at = st_makepoint(x, y)::geography;
create index on service using gist (at);
alter table postcode add at geography(point);
update postcode set at = st_makepoint(x, y)::geography;
vacuum analyze;`)
    const joined = (limit: number) =>
      `from postcode p cross join lateral (select s.id, s.at <-> p.at as away from service s order by s.at <-> p.at limit ${limit}) n`
    const seconds = [1, 2, 3].map(() => {
      const explained = psql(
        `explain (analyze, timing off, format json) select p.id, n.id, n.away ${joined(NEAREST)};`,
      )
      return (JSON.parse(explained) as [{ 'Execution Time': number }])[0]['Execution Time'] / 1000
    })
    const nearest = psql(`select n.id ${joined(1)} order by p.id;`)
      .trim()
      .split('\n')
      .map(Number)
    return { seconds: seconds.toSorted((a, b) => a - b)[1] ?? 0, nearest }
  } catch {
    return null
  } finally {
    try {
      asPostgres(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'])
    } catch {
      // It never started.
    }
    rmSync(folder, { recursive: true, force: true })
  }
}
