/** Home and the national map. One query a request when the page is kept; three or four when it is not. */
import { publishedEditions, underWay } from '#store/census/provision-data.ts'
import { keptPages } from '../components/kept-pages.ts'
import { editionAsked, provisionView, viewKey } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { htmlOf } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { HomePage } from './home.tsx'
import { MapPage } from './map-page.tsx'
import { mapHref, readView } from './view.ts'

/** Pages of about 300 KB, half of it again compressed: some 60 MB at most. */
const KEPT_AT_MOST = 120

export function mapRoutes(routes: Routes): void {
  const pages = keptPages(KEPT_AT_MOST)

  const serve = (face: 'home' | 'map') => async (c: PageContext) => {
    const view = readView(c.req.queries())
    const { store } = c.var
    const found = await editionAsked(store, view.edition)
    if (!found) return notFound(c)
    const { keys, asked } = found
    const key = [
      face,
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
      return htmlOf(face === 'home' ? <HomePage {...props} /> : <MapPage {...props} editions={editions} />)
    })
  }
  routes.get(paths.home(), anyone, serve('home'))
  routes.get(paths.map(), anyone, serve('map'))
}
