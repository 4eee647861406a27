/** The site: its middleware from top to bottom, then its routes, noun by noun. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { Config } from '#config'
import type { Store } from '#store/open.ts'
import { answerRoutes, hideReferrer, loadAnswering } from './answer/routes.tsx'
import { networkApiRoutes } from './api/network/routes.tsx'
import { apiRoutes } from './api/routes.tsx'
import { builtFolder } from './assets/manifest.ts'
import { type PackedFile, pack, packedFor } from './assets/packed.ts'
import { benchmarkRoutes } from './benchmark/routes.tsx'
import { recordRoutes } from './cases/record-routes.tsx'
import { caseRoutes } from './cases/routes.tsx'
import { censusRoutes } from './census/routes.tsx'
import { directoryRoutes } from './directory/routes.tsx'
import type { Environment } from './environment.ts'
import { feedbackRoutes } from './feedback/routes.tsx'
import { figureRoutes } from './figures/routes.tsx'
import { findRoutes } from './find/routes.tsx'
import { safeHeaders } from './headers.ts'
import { integrityRoutes } from './integrity/routes.tsx'
import { crossSite, notFound } from './layout/refusals.tsx'
import { leafletEditorRoutes } from './leaflet-editor/routes.tsx'
import { leafletRoutes } from './leaflets/routes.tsx'
import { liveRoutes } from './live/routes.ts'
import { logbookRoutes } from './logbook/routes.tsx'
import { lookRoutes } from './looks/routes.tsx'
import { mapRoutes } from './map/routes.tsx'
import { meetingRoutes } from './meetings/routes.tsx'
import { myCareRoutes } from './my-care/routes.tsx'
import { myServiceRoutes } from './my-service/routes.tsx'
import { myWorkRoutes } from './my-work/routes.tsx'
import { accessRoutes } from './network/access/routes.tsx'
import { demandRoutes } from './network/demand-routes.tsx'
import { proposalRoutes } from './network/proposals-routes.tsx'
import { reportRoutes } from './network/report-routes.tsx'
import { networkRoutes } from './network/routes.tsx'
import { outboxRoutes } from './outbox/routes.tsx'
import { paths } from './paths.ts'
import { patientRoutes } from './patients/routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { plainRoutes } from './plain/routes.tsx'
import { problemPage } from './problem.ts'
import { publicRoutes } from './public/routes.tsx'
import { qualityRoutes } from './quality/routes.tsx'
import { referralRoutes } from './referrals/routes.tsx'
import { registryFigureRoutes } from './registry/figure-routes.tsx'
import { registryRoutes } from './registry/routes.tsx'
import { anyone, type DeclaredRoute, type Routes, routesOf } from './route.ts'
import { serviceRoutes } from './services/routes.tsx'
import { signInRoutes } from './sign-in/routes.tsx'
import type { SignIn } from './sign-in/sign-in.ts'
import { sizeLimit } from './size-limit.ts'
import { standardRoutes } from './standards/routes.tsx'
import { storyRoutes } from './stories/routes.tsx'
import { uploadRoutes } from './uploads/routes.tsx'

export interface Site {
  readonly app: Hono<Environment>
  /** Every route with what it needs. */
  readonly declared: readonly DeclaredRoute[]
}

export interface SiteParts {
  readonly config: Config
  readonly store: Store
  readonly signIn: SignIn
  readonly now?: () => Date
}

export function createSite({ config, store, signIn, now = () => new Date() }: SiteParts): Site {
  const app = new Hono<Environment>()
  const ownOrigin = csrf({ origin: new URL(config.baseUrl).origin })

  app.use('/answer/with/*', hideReferrer)
  app.use(safeHeaders(config.baseUrl.startsWith('https:')))
  app.use(async (c, next) => {
    c.set('config', config)
    c.set('store', store)
    c.set('now', now)
    c.set('person', null)
    c.set('answering', null)
    c.set('apiKey', null)
    await next()
  })
  // No name of anything holds a NUL, which the database does not keep.
  app.use((c, next) => (c.req.url.includes('%00') ? Promise.resolve(notFound(c)) : next()))
  const routes = routesOf(app)
  assetRoute(routes)

  app.use(async (c, next) => {
    // A program names no origin, and what it sends counts by its key alone; a browser always names one.
    if (c.req.path.startsWith(`${paths.registryApi()}/`) && c.req.header('origin') === undefined)
      return next()
    const refused = await ownOrigin(c, next).catch(() => crossSite(c))
    return refused ?? undefined
  })
  app.use(signIn.loadPerson)
  // After who asks is known, so that its refusal does not look as if they were signed out.
  app.use(sizeLimit)
  app.use('/answer', loadAnswering)
  app.use('/answer/*', loadAnswering)

  mapRoutes(routes)
  findRoutes(routes)
  serviceRoutes(routes)
  figureRoutes(routes)
  publicRoutes(routes)
  leafletRoutes(routes)
  storyRoutes(routes)
  plainRoutes(routes)
  signInRoutes(routes, signIn)
  peopleRoutes(routes, signIn)
  myWorkRoutes(routes)
  standardRoutes(routes)
  qualityRoutes(routes)
  benchmarkRoutes(routes)
  patientRoutes(routes)
  referralRoutes(routes)
  meetingRoutes(routes)
  myServiceRoutes(routes)
  leafletEditorRoutes(routes)
  myCareRoutes(routes)
  uploadRoutes(routes)
  feedbackRoutes(routes)
  apiRoutes(routes)
  networkApiRoutes(routes)
  answerRoutes(routes)
  outboxRoutes(routes)
  censusRoutes(routes)
  recordRoutes(routes)
  caseRoutes(routes)
  logbookRoutes(routes)
  lookRoutes(routes)
  liveRoutes(routes)
  networkRoutes(routes)
  accessRoutes(routes)
  demandRoutes(routes)
  reportRoutes(routes)
  directoryRoutes(routes)
  integrityRoutes(routes)
  registryRoutes(routes)
  registryFigureRoutes(routes)
  proposalRoutes(routes)

  app.notFound((c) => notFound(c))
  app.onError((error, c) => problemPage(error, c))
  return { app, declared: routes.declared }
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Built files, named by the digest of their bytes: kept by browsers for ever. */
function assetRoute(routes: Routes): void {
  const kept = new Map<string, Promise<PackedFile | null>>()
  const read = (file: string) => {
    const found = kept.get(file) ?? readFile(join(builtFolder, file)).then(pack, () => null)
    kept.set(file, found)
    return found
  }
  routes.get('/assets/:file{[A-Za-z0-9._-]+}', anyone, async (c) => {
    const file = c.req.param('file') ?? ''
    const type = contentTypes[file.split('.').at(-1) ?? '']
    if (!type) return notFound(c)
    const packed = await read(file)
    if (!packed) {
      kept.delete(file)
      return notFound(c)
    }
    const { bytes, encoding } = packedFor(packed, c.req.header('Accept-Encoding'))
    if (encoding) c.header('Content-Encoding', encoding)
    const forEver = file === 'mark.svg' ? 'public, max-age=3600' : 'public, max-age=31536000, immutable'
    return c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': forEver, Vary: 'Accept-Encoding' })
  })
}
