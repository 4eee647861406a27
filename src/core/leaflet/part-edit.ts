/** Changes one part of a leaflet by its address: takes it from another version, puts words into it, takes it out. */

import type { LeafletBody } from './leaflet.ts'
import { type LocalPartId, localPartIds, TEXT_SECTIONS, type TextSection } from './sections.ts'

type Listed = 'risks' | 'calls' | 'questions' | 'easyRead'
const listNames: ReadonlyMap<string, Listed> = new Map([
  ['risks', 'risks'],
  ['when-to-call', 'calls'],
  ['questions', 'questions'],
  ['easy-read', 'easyRead'],
])

type Place =
  | { readonly in: 'title' }
  | { readonly in: 'local'; readonly id: LocalPartId }
  | { readonly in: 'section'; readonly section: TextSection; readonly id: string }
  | { readonly in: 'list'; readonly list: Listed; readonly id: string }

/** Where an address leads; null: nowhere in any leaflet. */
export function placeOf(path: string): Place | null {
  if (path === 'title') return { in: 'title' }
  const [under = '', id = ''] = path.split('/')
  if (id === '') return null
  if (under === 'local') {
    const local = localPartIds.find((each) => each === id)
    return local ? { in: 'local', id: local } : null
  }
  const section = TEXT_SECTIONS.find((each) => each === under)
  if (section) return { in: 'section', section, id }
  const list = listNames.get(under)
  return list ? { in: 'list', list, id } : null
}

interface Item {
  readonly id: string
}

function itemsAt(leaflet: LeafletBody, place: Place): readonly Item[] {
  if (place.in === 'section') return leaflet.sections[place.section]
  if (place.in === 'list') return leaflet[place.list]
  return []
}

/** Whether a leaflet has a part of this address. */
export function hasPart(leaflet: LeafletBody, path: string): boolean {
  const place = placeOf(path)
  if (!place) return false
  if (place.in === 'title' || place.in === 'local') return true
  return itemsAt(leaflet, place).some(({ id }) => id === place.id)
}

/** `into` with its part as `from` has it: replaced, added behind what it stands behind there, or taken out. */
export function takePart(into: LeafletBody, from: LeafletBody, path: string): LeafletBody {
  const place = placeOf(path)
  if (!place) return into
  if (place.in === 'title') return { ...into, title: from.title }
  if (place.in === 'local') return { ...into, local: { ...into.local, [place.id]: from.local[place.id] } }
  return withItems(into, place, moved(itemsAt(into, place), itemsAt(from, place), place.id))
}

/** Puts a changed item in the place of the one of its id, or at the end. */
export function putItem(leaflet: LeafletBody, path: string, item: Item): LeafletBody {
  const place = placeOf(path)
  if (!place || place.in === 'title' || place.in === 'local') return leaflet
  const items = itemsAt(leaflet, place)
  const isThere = items.some(({ id }) => id === place.id)
  return withItems(
    leaflet,
    place,
    isThere ? items.map((each) => (each.id === place.id ? item : each)) : [...items, item],
  )
}

/** The leaflet without one part. Titles and local parts stay. */
export function withoutPart(leaflet: LeafletBody, path: string): LeafletBody {
  const place = placeOf(path)
  if (!place || place.in === 'title' || place.in === 'local') return leaflet
  return withItems(
    leaflet,
    place,
    itemsAt(leaflet, place).filter(({ id }) => id !== place.id),
  )
}

function moved(into: readonly Item[], from: readonly Item[], id: string): readonly Item[] {
  const at = from.findIndex((each) => each.id === id)
  const item = from[at]
  if (!item) return into.filter((each) => each.id !== id)
  if (into.some((each) => each.id === id)) return into.map((each) => (each.id === id ? item : each))
  const behind = from.slice(0, at).findLast((each) => into.some((other) => other.id === each.id))
  const index = behind ? into.findIndex((each) => each.id === behind.id) + 1 : 0
  return [...into.slice(0, index), item, ...into.slice(index)]
}

/** The items come from leaflets, so that each is of its list's shape. */
function withItems(leaflet: LeafletBody, place: Place, items: readonly Item[]): LeafletBody {
  if (place.in === 'section')
    return { ...leaflet, sections: { ...leaflet.sections, [place.section]: items } } as LeafletBody
  if (place.in === 'list') return { ...leaflet, [place.list]: items } as LeafletBody
  return leaflet
}
