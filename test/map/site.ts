/** The public pages of map, services and figures on a test database, under the headers of the whole site. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { readConfig } from '#config'
import type { Store } from '#store/open.ts'
import { buildAssets } from '#web/assets/build.ts'
import { builtFolder } from '#web/assets/manifest.ts'
import type { Environment } from '#web/environment.ts'
import { figureRoutes } from '#web/figures/routes.tsx'
import { notFound } from '#web/layout/refusals.tsx'
import { mapRoutes } from '#web/map/routes.tsx'
import { routesOf } from '#web/route.ts'
import { serviceRoutes } from '#web/services/routes.tsx'

/** The application, without sign-in: these pages are public. */
export async function publicSite(store: Store): Promise<Hono<Environment>> {
  await buildAssets()
  const app = new Hono<Environment>()
  const self = ["'self'"]
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: ["'self'", 'data:'],
        connectSrc: self,
      },
    }),
  )
  app.use(async (c, next) => {
    c.set('config', readConfig({}, { demonstration: true }))
    c.set('store', store)
    c.set('now', () => new Date())
    c.set('person', null)
    c.set('answering', null)
    await next()
  })
  const types: Readonly<Record<string, string>> = {
    css: 'text/css',
    js: 'text/javascript',
    svg: 'image/svg+xml',
  }
  app.get('/assets/:file', async (c) => {
    const file = c.req.param('file')
    const bytes = await readFile(join(builtFolder, file))
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': types[file.split('.').at(-1) ?? ''] ?? 'text/plain',
    })
  })
  const routes = routesOf(app)
  mapRoutes(routes)
  serviceRoutes(routes)
  figureRoutes(routes)
  app.notFound((c) => notFound(c))
  return app
}

/** Serves an application on a port that is free. */
export function listen(app: Hono<Environment>): Promise<{ readonly url: string; close(): Promise<void> }> {
  return new Promise((resolve) => {
    const server: ServerType = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    )
  })
}
