/**
 * The rows of a figure, each in its place: a group of an area. One pass over the rows counts every group of every
 * area, for the gate wants them all.
 */

import type { FigureSpec } from '../figure-spec.ts'
import type { Level } from '../levels.ts'
import { choicesOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { extentOf } from './extent.ts'
import type { Count, Extent } from './figure.ts'
import { type Groups, groupsOf } from './groups.ts'

export interface Places {
  readonly extent: Extent
  readonly groups: Groups
  readonly level: Level
  /** The place of each row: area times groups, plus group. */
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
  const size = groups.groups.length
  if (extent.of === 'areas' && extent.asked !== null)
    return inOneArea(extent.column, extent.asked, groups, level, vectors, around)
  const byArea = extent.of === 'areas'
  const of = Uint16Array.from(groups.of)
  return {
    extent: wholeExtent(extent, groups, around),
    groups,
    level,
    of,
    count: size,
    asked: new Uint8Array(vectors.length).fill(1),
    counts: (what, values) => [
      ...groups.groups.map(({ name }, at) => ({
        key: `${at}|${what}`,
        what: byArea ? what : `${at}|${what}`,
        value: values[at] ?? 0,
        area: byArea ? name : null,
      })),
      { key: `all|${what}`, what: `all|${what}`, value: total(values, 0, size), area: null },
    ],
  }
}

function wholeExtent(extent: ReturnType<typeof extentOf>, groups: Groups, around: Around): Extent {
  if (extent.of === 'nation') return { of: 'nation' }
  if (extent.of === 'organisations') {
    const [code, ...more] = extent.codes
    const nationOf = (each: string) => around.organisations.get(each)?.nation ?? 'England'
    if (code !== undefined && more.length === 0)
      return { of: 'organisation', organisation: code, nation: nationOf(code) }
    return { of: 'organisations', nations: [...new Set(extent.codes.map(nationOf))] }
  }
  const nations = nationsOf(around)
  return {
    of: 'areas',
    areas: groups.groups.map(({ name }) => ({ name, nation: nations.get(name) ?? name })),
  }
}

/** The nation of each region, and of itself. */
function nationsOf({ organisations }: Around): ReadonlyMap<string, string> {
  return new Map(
    [...organisations.values()].flatMap(({ nation, region }) => [
      [region, nation] as const,
      [nation, nation] as const,
    ]),
  )
}

function inOneArea(
  column: 'nation' | 'region',
  names: readonly string[],
  groups: Groups,
  level: Level,
  vectors: Vectors,
  around: Around,
): Places {
  const { codes, values } = choicesOf(vectors, column)
  const size = groups.groups.length
  // An area without any row of the snapshot is asked for, too: everybody may know that nobody is there.
  const areas = ['', ...values, ...names.filter((name) => !values.includes(name))]
  const isWeighed = areas.map((area, at) => (at === 0 ? codes.includes(0) : values.includes(area)))
  const isAsked = areas.map((area) => (names.includes(area) ? 1 : 0))
  const nations = nationsOf(around)
  const length = vectors.length
  const of = new Uint16Array(length)
  const asked = new Uint8Array(length)
  for (let row = 0; row < length; row += 1) {
    const area = codes[row] as number
    of[row] = area * size + (groups.of[row] as number)
    asked[row] = isAsked[area] as number
  }
  const [name] = names
  return {
    extent: {
      of: 'areas',
      areas: names.map((each) => ({ name: each, nation: nations.get(each) ?? each })),
    },
    groups,
    level,
    of,
    count: areas.length * size,
    asked,
    counts: (what, all) =>
      areas.flatMap((area, place) => {
        const prefix = area === name ? '' : `@${area}/`
        return [
          ...groups.groups.map((_, at) => ({
            key: `${prefix}${at}|${what}`,
            what: `${at}|${what}`,
            value: all[place * size + at] ?? 0,
            area: isWeighed[place] ? area : null,
          })),
          {
            key: `${prefix}all|${what}`,
            what: `all|${what}`,
            value: total(all, place * size, size),
            area: isWeighed[place] ? area : null,
          },
        ]
      }),
  }
}

function total(values: ArrayLike<number>, from: number, size: number): number {
  let sum = 0
  for (let at = from; at < from + size; at += 1) sum += values[at] ?? 0
  return sum
}
