/** Published figures: the list, a permanent page for each and the same address as a file, and their withdrawal. */

import { sentenceOf } from '#core/registry/cohort/sentence.ts'
import { figureFile } from '#core/registry/figure/file.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import {
  type PublishedFigure,
  publishedFigure,
  publishedFigures,
  withdrawFigure,
} from '#store/registry/figure.ts'
import { registryNames } from '#store/registry/names.ts'
import { pngOf } from '../components/drawing/png.ts'
import { keptPages } from '../components/kept-pages.ts'
import { registryFigureCsv } from '../components/registry-figure/csv.ts'
import { registrySheet } from '../components/registry-figure/sheet.tsx'
import { askWhyWithdrawn, withdrawWithReason } from '../components/withdraw-page.tsx'
import type { PageContext } from '../environment.ts'
import { htmlOf, may as mayDo, show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { anyone, may, type Routes } from '../route.ts'
import { FigurePage } from './figure-page.tsx'
import { FiguresPage } from './figures-page.tsx'

const KEPT_AT_MOST = 40
const formats = ['csv', 'svg', 'png', 'json'] as const
type Format = (typeof formats)[number]

export function registryFigureRoutes(routes: Routes): void {
  const pages = keptPages(KEPT_AT_MOST)
  const files: Readonly<Record<Format, ReturnType<typeof keptPages>>> = {
    csv: keptPages(KEPT_AT_MOST, 'text/csv; charset=utf-8'),
    svg: keptPages(KEPT_AT_MOST, 'image/svg+xml; charset=utf-8'),
    png: keptPages(KEPT_AT_MOST, 'image/png'),
    json: keptPages(KEPT_AT_MOST, 'application/json; charset=utf-8'),
  }

  routes.get(paths.registryFigures(), anyone, async (c) =>
    show(c, <FiguresPage c={c} figures={await publishedFigures(c.var.store.db)} />),
  )

  routes.get('/registry/figures/:figure', anyone, async (c) => {
    const [id = '', format, ...more] = (c.req.param('figure') ?? '').split('.')
    if (more.length > 0 || (format !== undefined && !isFormat(format))) return notFound(c)
    const figure = await publishedFigure(c.var.store.db, id)
    if (!figure) return notFound(c)
    const key = `${id}${figure.withdrawnAt ? ' withdrawn' : ''}`
    if (format === undefined) return pages.answer(c, key, () => page(c, figure))
    c.header('Content-Disposition', `attachment; filename="${fileName(figure)}.${format}"`)
    return files[format].answer(c, key, () => fileOf(c, figure, format))
  })

  routes.get('/registry/figures/:figure/withdraw', may('registry:publish'), (c) =>
    onOwn(c, (figure) =>
      figure.withdrawnAt
        ? c.redirect(paths.registryFigure(figure.id), 303)
        : askWhyWithdrawn(c, withdrawing(figure)),
    ),
  )
  routes.post('/registry/figures/:figure/withdraw', may('registry:publish'), (c) =>
    onOwn(c, (figure) => {
      const { person, store, now } = c.var
      const author = { id: `person:${person?.id ?? ''}`, name: person?.name ?? '', role: 'researcher' }
      return withdrawWithReason(c, withdrawing(figure), (reason) =>
        withdrawFigure(store.db, { id: figure.id, reason, author, at: now() }),
      )
    }),
  )
}

const isFormat = (format: string): format is Format => (formats as readonly string[]).includes(format)

/** The name that the command to recompute it uses. */
const fileName = ({ id }: PublishedFigure) => `figure-${id}`

/** A figure is withdrawn by whom it was published by. */
async function onOwn(c: PageContext, then: (figure: PublishedFigure) => Response | Promise<Response>) {
  const figure = await publishedFigure(c.var.store.db, c.req.param('figure') ?? '')
  if (!figure) return notFound(c)
  if (!isOwn(c, figure)) return forbidden(c)
  return then(figure)
}

const isOwn = (c: PageContext, { authorId }: PublishedFigure) =>
  c.var.person !== null && authorId === `person:${c.var.person.id}`

async function page(c: PageContext, figure: PublishedFigure): Promise<string> {
  const { names } = await registryNames(c.var.store.db)
  const organisations = figure.kind === 'declared-observed' ? await allOrganisations(c.var.store.db) : []
  const mayWithdraw = !figure.withdrawnAt && mayDo(c, 'registry:publish') && isOwn(c, figure)
  return htmlOf(
    <FigurePage
      {...{ c, figure, organisations, mayWithdraw, fileName: fileName(figure) }}
      cohort={sentenceOf(figure.released.spec.cohort, names)}
    />,
  )
}

async function fileOf(c: PageContext, figure: PublishedFigure, format: Format) {
  const { released, snapshot, digest, reason } = figure
  const fictional = c.var.config.demonstration
  if (format === 'json') {
    const file = figureFile(released, snapshot)
    return `${JSON.stringify(reason === null ? file : { withdrawn: reason, ...file }, null, 2)}\n`
  }
  if (format === 'csv') return registryFigureCsv(released, { snapshot, digest, fictional, withdrawn: reason })
  const { names } = await registryNames(c.var.store.db)
  const organisations = figure.kind === 'declared-observed' ? await allOrganisations(c.var.store.db) : []
  const cohort = sentenceOf(released.spec.cohort, names)
  const sheet = registrySheet(released, {
    snapshot,
    digest,
    fictional,
    cohort,
    organisations,
    withdrawn: reason,
  })
  return format === 'svg' ? sheet : pngOf(sheet)
}

const withdrawing = ({ id, title }: PublishedFigure) => ({
  what: 'figure',
  title,
  here: paths.registry(),
  backHref: paths.registryFigure(id),
  action: paths.registryFigureWithdraw(id),
})
