/** How many treatments each region has, by intent, and the nations that regions make: what the gate weighs of a volume. */

import { choicesOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { Count } from './figure.ts'

export const intents = [
  { id: 'disease-modifying', name: 'Disease-modifying' },
  { id: 'supportive', name: 'Supportive' },
] as const
export const others = 'other'
export const elsewhere = 'Region not known'

export function countsOf(vectors: Vectors, around: Around): readonly Count[] {
  const region = choicesOf(vectors, 'region')
  const intent = choicesOf(vectors, 'intent')
  const kinds = ['all', ...intents.map(({ id }) => id), others]
  const areas = [...around.population.map(({ region: name }) => name), elsewhere]
  // Where no service takes part nobody was treated, and everybody may know.
  const takesPart = new Set(region.values)
  const areaOf = region.values.map((name) => {
    const at = areas.indexOf(name)
    return at < 0 ? areas.length - 1 : at
  })
  const kindOf = intent.values.map((id) => {
    const at = intents.findIndex((each) => each.id === id)
    return at < 0 ? kinds.length - 1 : at + 1
  })
  const counts = new Float64Array(areas.length * kinds.length)
  const add = (cell: number) => {
    counts[cell] = (counts[cell] as number) + 1
  }
  for (let row = 0; row < vectors.length; row += 1) {
    const area = areaOf[(region.codes[row] as number) - 1] ?? areas.length - 1
    const kind = kindOf[(intent.codes[row] as number) - 1] ?? kinds.length - 1
    add(area * kinds.length)
    add(area * kinds.length + kind)
  }
  const nationOf = new Map(around.population.map((place) => [place.region, place.nation]))
  const byArea = areas.flatMap((area, at) =>
    kinds.map((what, kind) => ({
      key: `${area}|${what}`,
      what,
      area: takesPart.has(area) || (counts[at * kinds.length] as number) > 0 ? area : null,
      nation: nationOf.get(area) ?? '',
      value: counts[at * kinds.length + kind] as number,
    })),
  )
  // Weighed beside their regions always; shown where a nation is asked for, and in figures by nation.
  const nations = [...new Set(byArea.flatMap(({ area, nation: of }) => (area === null ? [] : [of])))]
  const byNation = nations.flatMap((area) =>
    kinds.map((what) => ({
      ...{ key: `@nation ${area}|${what}`, what, area, isNation: true },
      value: sumOf(byArea.filter((each) => each.nation === area && each.what === what)),
    })),
  )
  const nation = kinds.map((what) => ({
    key: `|${what}`,
    what: `nation ${what}`,
    area: null,
    value: sumOf(byArea.filter((each) => each.what === what)),
  }))
  return [...byArea, ...byNation, ...nation]
}

const sumOf = (counts: readonly { readonly value: number }[]) =>
  counts.reduce((sum, { value }) => sum + value, 0)
