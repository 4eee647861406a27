/**
 * Counts of regions and of the nations that they make. A figure by one of the two lists hands the gate both: readers
 * can have both, and work out of one what the other withholds.
 */

import { choicesOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { Count } from './figure.ts'

type List = 'region' | 'nation'
export interface Region {
  readonly name: string
  readonly nation: string
  /** False: nobody's region is unknown, so that nothing is counted there. */
  readonly isWeighed: boolean
}
interface Area {
  readonly column: List
  readonly name: string
  readonly nation: string | undefined
  readonly isWeighed: boolean
  /** Its regions, by their code. */
  readonly regions: readonly number[]
}

/** All regions of a snapshot by their code, with rows or without; first what has none. */
export function regionsOf(vectors: Vectors, { organisations }: Around): readonly Region[] {
  const { codes, values } = choicesOf(vectors, 'region')
  const nation = choicesOf(vectors, 'nation')
  const found = new Map([...organisations.values()].map((each) => [each.region, each.nation]))
  const nations = ['', ...values].map((region) => found.get(region) ?? '')
  const isSeen = new Uint8Array(nations.length)
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] as number
    if (isSeen[code] === 1) continue
    isSeen[code] = 1
    nations[code] = nation.values[(nation.codes[row] as number) - 1] ?? ''
  }
  return ['', ...values].map((name, code) => ({
    name,
    nation: nations[code] ?? '',
    isWeighed: code > 0 || isSeen[0] === 1,
  }))
}

/** 1 for the rows in one of these areas. */
export function inOneOf(names: readonly string[], column: List, vectors: Vectors): Uint8Array {
  const { codes, values } = choicesOf(vectors, column)
  const isAsked = ['', ...values].map((name) => (names.includes(name) ? 1 : 0))
  return Uint8Array.from(codes, (code) => isAsked[code] ?? 0)
}

function areasOf(regions: readonly Region[]): readonly Area[] {
  const nations = [...new Set(regions.map(({ nation }) => nation))]
  return [
    ...regions.map((region, code): Area => ({ ...region, column: 'region', regions: [code] })),
    ...nations.map((name): Area => {
      const codes = regions.flatMap((region, code) => (region.nation === name ? [code] : []))
      const isWeighed = codes.some((code) => regions[code]?.isWeighed)
      return { column: 'nation', name, nation: undefined, isWeighed, regions: codes }
    }),
  ]
}

const placeOf = ({ name, nation, column, isWeighed }: Area): Omit<Count, 'key' | 'what' | 'value'> => ({
  area: isWeighed ? name : null,
  ...(nation === undefined ? {} : { nation }),
  ...(column === 'nation' ? { isNation: true } : {}),
})

/** Each area of a list is a group ('0|known'); the other list stands beside it. */
export function sideBySide(
  what: string,
  values: ArrayLike<number>,
  column: List,
  names: readonly string[],
  regions: readonly Region[],
): readonly Count[] {
  const areas = areasOf(regions)
  const sumIn = (area: Area | undefined) =>
    area?.regions.reduce((sum, code) => sum + (values[code] ?? 0), 0) ?? 0
  const isAsked = (area: Area) => area.column === column && names.includes(area.name)
  return [
    ...names.map((name, at): Count => {
      const area = areas.find((each) => each.column === column && each.name === name)
      return { key: `${at}|${what}`, what, value: sumIn(area), ...(area ? placeOf(area) : { area: null }) }
    }),
    ...areas
      .filter((area) => !isAsked(area))
      .map((area): Count => {
        const key = `@${area.column} ${area.name}|${what}`
        return { key, what, value: sumIn(area), ...placeOf(area) }
      }),
    {
      ...{ key: `all|${what}`, what: `all|${what}`, area: null },
      value: regions.reduce((sum, _, code) => sum + (values[code] ?? 0), 0),
    },
  ]
}

/** Of one area its groups ('0|known') and all of it ('all|known'); of every other the same, with its name before it. */
export function inOne(
  what: string,
  values: ArrayLike<number>,
  size: number,
  asked: { readonly column: List; readonly name: string },
  regions: readonly Region[],
): readonly Count[] {
  const areas = areasOf(regions)
  const isAsked = ({ column, name }: Area) => column === asked.column && name === asked.name
  // An area without any row of the snapshot is asked for, too: everybody may know that nobody is there.
  const unknown: Area = { ...asked, nation: undefined, isWeighed: false, regions: [] }
  return [...areas, ...(areas.some(isAsked) ? [] : [unknown])].flatMap((area): readonly Count[] => {
    const prefix = isAsked(area) ? '' : `@${area.column} ${area.name}/`
    const groups = Array.from({ length: size }, (_, group) =>
      area.regions.reduce((sum, code) => sum + (values[code * size + group] ?? 0), 0),
    )
    const place = placeOf(area)
    return [
      ...groups.map((value, at) => ({
        key: `${prefix}${at}|${what}`,
        what: `${at}|${what}`,
        value,
        ...place,
      })),
      {
        ...{ key: `${prefix}all|${what}`, what: `all|${what}` },
        ...{ value: groups.reduce((sum, each) => sum + each, 0), ...place },
      },
    ]
  })
}
