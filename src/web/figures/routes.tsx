/** Figures and tables: an index for each edition, a permanent page for each, and the same address as a file. */
import { publishedEditions, underWay } from '#store/census/provision-data.ts'
import { pngOf } from '../components/drawing/png.ts'
import { drawChart } from '../components/drawing/vega.ts'
import { keptPages } from '../components/kept-pages.ts'
import { editionAsked, provisionView, viewKey } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { htmlOf } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { figureCsv } from './csv.ts'
import type { View } from './figure.ts'
import { FigurePage } from './figure-page.tsx'
import { FiguresPage, LISTED } from './index-page.tsx'
import { figureOf, isFigureId } from './make.ts'
import { figureSheet } from './sheet.tsx'

const KEPT_AT_MOST = 40

export function figureRoutes(routes: Routes): void {
  const pages = keptPages(KEPT_AT_MOST)
  const files = {
    csv: keptPages(KEPT_AT_MOST, 'text/csv; charset=utf-8'),
    svg: keptPages(KEPT_AT_MOST, 'image/svg+xml; charset=utf-8'),
    png: keptPages(KEPT_AT_MOST, 'image/png'),
  }

  const index = async (c: PageContext) => {
    const { store } = c.var
    const found = await editionAsked(store, c.req.param('edition'))
    if (!found) return notFound(c)
    const key = found.keys.map((edition) => viewKey(edition, false)).join(' ')
    return pages.answer(c, `${found.asked?.id} of ${key}`, async () => {
      const [view, editions] = await Promise.all([
        provisionView(store, found.asked, false, c.var.now()),
        publishedEditions(store.db),
      ])
      if (!view) throw new Error(`The edition ${found.asked?.id} was withdrawn while its figures were drawn`)
      const figures = view.edition ? LISTED.map((id) => figureOf(view, id)) : []
      const later = underWay(found.keys, found.asked)
      return htmlOf(<FiguresPage {...{ c, view, figures, editions, later }} />)
    })
  }
  routes.get(paths.figures(), anyone, index)
  routes.get('/figures/:edition', anyone, index)

  routes.get('/figures/:edition/:figure', anyone, async (c) => {
    const [id = '', format, ...more] = (c.req.param('figure') ?? '').split('.')
    if (!isFigureId(id) || more.length > 0 || (format !== undefined && !isFormat(format))) return notFound(c)
    const found = await editionAsked(c.var.store, c.req.param('edition'))
    if (!found?.asked) return notFound(c)
    const { asked } = found
    const now = c.var.now()
    const load = async (): Promise<View> => {
      const view = await provisionView(c.var.store, asked, false, now)
      if (!view) throw new Error(`The edition ${asked.id} was withdrawn while a figure was drawn`)
      return view
    }
    const key = `${id} ${viewKey(asked, false)}`
    if (format === undefined) {
      return pages.answer(c, key, async () => {
        const view = await load()
        const figure = figureOf(view, id)
        const { drawing } = figure
        const charts = drawing.kind === 'charts' ? drawing.charts : []
        const drawn = await Promise.all(
          charts.map(async ({ title, spec }) => ({ title, ...(await drawChart(spec)) })),
        )
        return htmlOf(<FigurePage c={c} figure={figure} view={view} charts={drawn} />)
      })
    }
    c.header('Content-Disposition', `attachment; filename="${asked.id}-${id}.${format}"`)
    return files[format].answer(c, key, async () => {
      const view = await load()
      const figure = figureOf(view, id)
      if (format === 'csv') return figureCsv(figure, view, now)
      const sheet = await figureSheet(figure, view, now)
      return format === 'svg' ? sheet : pngOf(sheet)
    })
  })
}

function isFormat(format: string): format is 'csv' | 'svg' | 'png' {
  return format === 'csv' || format === 'svg' || format === 'png'
}
