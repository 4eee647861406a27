/**
 * The rows of a figure, each in its place: a group of an area. One pass over the rows counts every group of every
 * area, for the gate wants them all.
 */

import type { FigureSpec } from '../figure-spec.ts'
import type { Level } from '../levels.ts'
import { choicesOf, type Vectors } from '../vectors.ts'
import { inOne, inOneOf, regionsOf, sideBySide } from './areas.ts'
import type { Around } from './around.ts'
import { extentOf } from './extent.ts'
import type { Count, Extent } from './figure.ts'
import { type Groups, groupsOf } from './groups.ts'

export interface Places {
  readonly extent: Extent
  readonly groups: Groups
  readonly level: Level
  /** The place of each row: its region times groups, plus group. */
  readonly of: Uint16Array
  readonly count: number
  /** 1 for the rows that the figure is of. */
  readonly asked: Uint8Array
  /**
   * Counts made from one number for each place: of every group ('0|known'), and of all asked for together
   * ('all|known').
   */
  readonly counts: (what: string, values: ArrayLike<number>) => readonly Count[]
}

export function placesOf(
  spec: FigureSpec,
  level: Level,
  by: string | undefined,
  vectors: Vectors,
  around: Around,
  applies?: Uint8Array,
): Places {
  const extent = extentOf(spec)
  const groups = groupsOf(level, by, vectors, around, applies)
  if (extent.of === 'areas') return inAreas(extent.column, extent.asked, groups, level, vectors, around)
  const size = groups.groups.length
  return {
    extent: wholeExtent(extent, around),
    groups,
    level,
    of: Uint16Array.from(groups.of),
    count: size,
    asked: new Uint8Array(vectors.length).fill(1),
    counts: (what, values) => [
      ...groups.groups.map((_, at) => ({
        ...{ key: `${at}|${what}`, what: `${at}|${what}`, value: values[at] ?? 0, area: null },
      })),
      { key: `all|${what}`, what: `all|${what}`, value: total(values, 0, size), area: null },
    ],
  }
}

function wholeExtent(
  extent: Exclude<ReturnType<typeof extentOf>, { of: 'areas' }>,
  { organisations }: Around,
): Extent {
  if (extent.of === 'nation') return { of: 'nation' }
  const [code, ...more] = extent.codes
  const nationOf = (each: string) => organisations.get(each)?.nation ?? 'England'
  if (code !== undefined && more.length === 0)
    return { of: 'organisation', organisation: code, nation: nationOf(code) }
  return { of: 'organisations', nations: [...new Set(extent.codes.map(nationOf))] }
}

function inAreas(
  column: 'nation' | 'region',
  asked: readonly string[] | null,
  groups: Groups,
  level: Level,
  vectors: Vectors,
  around: Around,
): Places {
  const regions = regionsOf(vectors, around)
  const { codes } = choicesOf(vectors, 'region')
  // Areas side by side are the groups; in one area each of its groups is counted, and so it is in all others.
  const size = asked === null ? 1 : groups.groups.length
  const of = new Uint16Array(vectors.length)
  for (let row = 0; row < of.length; row += 1)
    of[row] = (codes[row] as number) * size + (asked === null ? 0 : (groups.of[row] as number))
  const names = asked ?? groups.groups.map(({ id }) => id)
  const nations = new Map(
    regions.flatMap(({ name, nation }) => [[name, nation] as const, [nation, nation] as const]),
  )
  return {
    extent: {
      of: 'areas',
      areas: names.map((name) => ({ name, nation: nations.get(name) ?? name })),
      lone: around.lone,
    },
    groups,
    level,
    of,
    count: regions.length * size,
    asked: asked === null ? new Uint8Array(vectors.length).fill(1) : inOneOf(asked, column, vectors),
    counts: (what, values) =>
      asked === null
        ? sideBySide(what, values, column, names, regions)
        : inOne(what, values, size, { column, name: asked[0] ?? '' }, regions),
  }
}

function total(values: ArrayLike<number>, from: number, size: number): number {
  let sum = 0
  for (let at = from; at < from + size; at += 1) sum += values[at] ?? 0
  return sum
}
