/** Home and the national map. One query a request when the page is kept; three or four when it is not. */
import { isPlaceKey } from '#core/place/place.ts'
import { readPostcode } from '#core/place/postcode.ts'
import { publishedEditions, underWay } from '#store/census/provision-data.ts'
import { loadRegister } from '#store/network/network.ts'
import { outcodes } from '#store/place/gazetteer.ts'
import { isoDay } from '../components/dates.ts'
import { keptPages } from '../components/kept-pages.ts'
import { editionAsked, provisionView, viewKey } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { htmlOf } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { HomePage } from './home.tsx'
import { MapPage } from './map-page.tsx'
import { confirmedFor } from './stated.ts'
import { mapHref, readView } from './view.ts'

/** Pages of about 300 KB, half of it again compressed: some 60 MB at most. */
const KEPT_AT_MOST = 120

export function mapRoutes(routes: Routes): void {
  const pages = keptPages(KEPT_AT_MOST)

  const serve = (face: 'home' | 'map') => async (c: PageContext) => {
    const view = readView(c.req.queries())
    const { store } = c.var
    // Somebody else's link, or an old one: a whole postcode goes no further than this.
    const outward = view.place && wholePostcode(view.place)
    if (outward) return c.redirect(mapHref(view, { place: outward }))
    const found = await editionAsked(store, view.edition)
    if (!found) return notFound(c)
    const { keys, asked } = found
    // Asked of the register only where the map draws it.
    const drawn = face === 'map' && view.pathways
    const stated = drawn ? await loadRegister(store, { day: isoDay(c.var.now()) }) : null
    const key = [
      face,
      stated?.key,
      viewKey(asked, view.withCorrections),
      keys.map(({ id, state }) => id + state),
      mapHref(view),
    ]
    return pages.answer(c, key.join(' '), async () => {
      const [provision, editions] = await Promise.all([
        provisionView(store, asked, view.withCorrections, c.var.now()),
        face === 'map' ? publishedEditions(store.db) : [],
      ])
      if (!provision) throw new Error(`The edition ${asked?.id} was withdrawn while its map was drawn`)
      const later = underWay(keys, asked)
      const props = { c, view, provision, later }
      return htmlOf(
        face === 'home' ? (
          <HomePage {...props} />
        ) : (
          <MapPage
            {...props}
            editions={editions}
            confirmed={confirmedFor(stated?.register ?? [], view.procedure)}
          />
        ),
      )
    })
  }
  routes.get(paths.home(), anyone, serve('home'))
  routes.get(paths.map(), anyone, serve('map'))
  routes.post(paths.map(), anyone, choose)
}

/**
 * What was chosen in the panel becomes an address. It is sent as a form's body, because somebody may type a
 * whole postcode, of which only the outward part may stand in an address.
 */
async function choose(c: PageContext) {
  const body = await c.req.parseBody({ all: true })
  const given = Object.entries(body).map(([name, value]): [string, string[]] => [
    name,
    [value].flat().filter((each) => typeof each === 'string'),
  ])
  const view = readView(Object.fromEntries(given))
  return c.redirect(mapHref(view, { place: view.place && (wholePostcode(view.place) ?? view.place) }), 303)
}

/** The outward part of a whole postcode, known or not, wherever in the words it stands; null where there is none. */
function wholePostcode(words: string): string | null {
  if (isPlaceKey(words)) return null
  const read = readPostcode(words, outcodeSet())
  if (read.kind === 'no-postcode') return null
  const outward = read.kind === 'outcodes' ? read.name : read.outcode
  return words.toUpperCase().replace(/[^A-Z0-9]/g, '') === outward ? null : outward
}

let codes: ReadonlySet<string> | undefined
function outcodeSet(): ReadonlySet<string> {
  codes ??= new Set(outcodes().keys())
  return codes
}
