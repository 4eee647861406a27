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
import { fieldsOf } from '../components/form.ts'
import { keptPages } from '../components/kept-pages.ts'
import type { FieldProblem } from '../components/problems.tsx'
import { registryFigureCsv } from '../components/registry-figure/csv.ts'
import { registrySheet } from '../components/registry-figure/sheet.tsx'
import { WithdrawPage } from '../components/withdraw-page.tsx'
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
    onOwn(c, (figure) => withdrawPage(c, figure, '', [])),
  )
  routes.post('/registry/figures/:figure/withdraw', may('registry:publish'), (c) =>
    onOwn(c, async (figure) => {
      const reason = ((await fieldsOf(c)).reason ?? '').trim()
      const words =
        reason.length < 10
          ? 'Enter why it is withdrawn, in 10 characters or more'
          : reason.length > 1000
            ? 'The reason has to be 1,000 characters or fewer'
            : null
      if (words) return withdrawPage(c, figure, reason, [{ field: 'reason', words }])
      const { person } = c.var
      const author = { id: `person:${person?.id ?? ''}`, name: person?.name ?? '', role: 'researcher' }
      const done = await withdrawFigure(c.var.store.db, { id: figure.id, reason, author, at: c.var.now() })
      if (done.outcome === 'refused')
        return withdrawPage(
          c,
          figure,
          reason,
          done.problems.map((each) => ({ field: 'reason', words: each.words })),
        )
      return c.redirect(paths.registryFigure(figure.id), 303)
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
  if (figure.withdrawnAt) return c.redirect(paths.registryFigure(figure.id), 303)
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

function withdrawPage(
  c: PageContext,
  figure: PublishedFigure,
  reason: string,
  problems: readonly FieldProblem[],
) {
  return show(
    c,
    <WithdrawPage
      {...{ c, reason, problems }}
      what="figure"
      title={figure.title}
      here={paths.registry()}
      backHref={paths.registryFigure(figure.id)}
      action={paths.registryFigureWithdraw(figure.id)}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
