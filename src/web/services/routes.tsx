/** Public pages of services: the list, and one page for each. */
import { z } from 'zod'
import { nationSchema, organisationCodeSchema } from '#core/catalogue/organisations.ts'
import { findServices, serviceHistory } from '#store/census/provision-data.ts'
import { organisationNames } from '#store/service/read.ts'
import { recordedAt, recordedOf } from '#store/service/recorded.ts'
import { isoDay } from '../components/dates.ts'
import { keptPages } from '../components/kept-pages.ts'
import { pageNumber } from '../components/pager.tsx'
import { editionAsked, provisionView, viewKey } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { htmlOf, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import type { RecordedView } from './recorded.tsx'
import { ServicePage } from './service-page.tsx'
import { ServicesPage } from './services-page.tsx'

const PER_PAGE = 50
const KEPT_AT_MOST = 60

const filterSchema = z.object({
  search: z.string().trim().max(80).catch(''),
  nation: nationSchema.nullable().catch(null),
})

export function serviceRoutes(routes: Routes): void {
  const pages = keptPages(KEPT_AT_MOST)

  routes.get(paths.services(), anyone, async (c) => {
    const { search, nation } = filterSchema.parse(c.req.query())
    const page = pageNumber(c.req.query('page'))
    const offset = (page - 1) * PER_PAGE
    const [provision, { total, found }] = await Promise.all([
      presentProvision(c),
      findServices(c.var.store.db, { search, nation, limit: PER_PAGE, offset }),
    ])
    const of = Math.max(1, Math.ceil(total / PER_PAGE))
    if (!provision || (found.length === 0 && page > 1)) return notFound(c)
    return show(c, <ServicesPage {...{ c, search, nation, page, total, found, provision }} pages={of} />)
  })

  routes.get('/services/:code', anyone, async (c) => {
    const code = organisationCodeSchema.safeParse(c.req.param('code'))
    if (!code.success) return notFound(c)
    const found = await editionAsked(c.var.store, undefined)
    const history = found && (await serviceHistory(c.var.store.db, code.data))
    if (!history) return notFound(c)
    // What it said last counts for its own page, whichever edition asked.
    const said = history.editions.find(({ answers }) => answers !== null)?.edition.id
    const asked = found.keys.find(({ id }) => id === said) ?? found.asked
    const day = isoDay(c.var.now())
    // What it recorded since then shows at once: where its record stands is part of the key.
    const editions = found.keys.map((edition) => viewKey(edition, false))
    const key = [code.data, day, await recordedAt(c.var.store.db, code.data), ...editions].join(' ')
    return pages.answer(c, key, async () => {
      const provision = await provisionView(c.var.store, asked, false, c.var.now())
      if (!provision) throw new Error(`The edition ${asked?.id} was withdrawn while a page was drawn`)
      const view = await recordedView(c, code.data, day)
      return htmlOf(<ServicePage c={c} history={history} provision={provision} recorded={view} />)
    })
  })
}

async function recordedView(c: PageContext, code: string, day: string): Promise<RecordedView> {
  const { db } = c.var.store
  const recorded = await recordedOf(db, code)
  return { code, recorded, day, names: await organisationNames(db, [code, ...recorded.others.keys()]) }
}

async function presentProvision(c: PageContext) {
  const found = await editionAsked(c.var.store, undefined)
  return found && provisionView(c.var.store, found.asked, false, c.var.now())
}
