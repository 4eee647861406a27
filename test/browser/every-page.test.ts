/** Every page of the site in a real browser, wide and narrow, as everyone who may open it. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { Secret } from '#config'
import { seedCases } from '#demonstration/cases/seed.ts'
import { seedDemonstration } from '#demonstration/seed.ts'
import { seedDemonstrationPeople } from '#demonstration/staff.ts'
import { seedOrganisations } from '#store/catalogue/seed.ts'
import { temporaryFolder } from '#test/snapshot/support.ts'
import { axeFaults, desktop, openBrowser, phone } from '#test/support/browser.ts'
import { type TestSite, testSite } from '#test/support/site.ts'
import { setUpLink } from '#web/sign-in/set-up.ts'
import { demonstrationVisits, notPages, realStartVisits, type Visit } from './addresses.ts'
import type { Viewer } from './viewers.ts'

const demonstration = await testSite({ config: { demonstration: true, dataFolder: temporaryFolder() } })
await seedDemonstration(demonstration.store, new Date())
await seedDemonstrationPeople(demonstration.store)
await seedCases(demonstration.store, new Date(), { count: 120 })
const visits = await demonstrationVisits(demonstration)

const oidc = {
  name: 'the hospital',
  discoveryUrl: 'https://sign-in.example/.well-known/openid-configuration',
  clientId: 'fourth-pillar',
  clientSecret: new Secret('between the two'),
}
const realStart = await testSite({ config: { oidc } })
await seedOrganisations(realStart.store.db)
const setUp = new URL((await setUpLink(realStart.store, realStart.config)) ?? '').pathname
const startVisits = await realStartVisits(realStart, setUp)

const browser = await openBrowser()
after(() => browser.close())

describe('every page', () => {
  it('has an address in these tests', () => {
    const visited = new Set([...visits, ...startVisits].map(({ route }) => route))
    const pages = demonstration.site.declared.filter(({ method }) => method === 'GET').map(({ path }) => path)
    assert.deepEqual(
      pages.filter((path) => !visited.has(path) && !(path in notPages)),
      [],
      'give each new page an address in test/browser/addresses.ts',
    )
    const known = new Set(pages)
    const gone = [...visited, ...Object.keys(notPages)].filter((path) => path !== null && !known.has(path))
    assert.deepEqual(gone, [], 'an address in test/browser/addresses.ts is of no page any more')
  })

  it('but pages answers as it should', async () => {
    for (const { path, status } of Object.values(notPages)) {
      const stop = new AbortController()
      const response = await fetch(new URL(path, demonstration.baseUrl), {
        redirect: 'manual',
        signal: stop.signal,
      })
      assert.equal(response.status, status, path)
      stop.abort()
    }
  })

  // Two at once, on two processors.
  const half = Math.ceil(visits.length / 2)
  const shares = [
    { site: demonstration, each: visits.slice(0, half) },
    { site: demonstration, each: visits.slice(half) },
    { site: realStart, each: startVisits },
  ]
  const links = new Map<string, Link>()
  for (const [width, options, axe] of [
    ['wide', desktop, () => true],
    // What axe says of one form it says of all when they stand under one another.
    ['narrow', phone, firstOfItsRoute()],
  ] as const) {
    it(`is sound when ${width}`, async () => {
      const faults = await Promise.all(
        shares.map(async ({ site, each }) => {
          const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
          const found = await walk(context, site, { each, axe, links })
          await context.close()
          return found
        }),
      )
      assert.deepEqual(faults.flat(), [])
    })
  }

  it('leads only to pages that open to whoever sees the link', async () => {
    assert.ok(links.size > 200, `${links.size} links`)
    const waiting = [...links.values()]
    const dead: string[] = []
    const fetcher = async () => {
      for (let link = waiting.pop(); link; link = waiting.pop()) {
        const { site, path, viewer, seenOn } = link
        const response = await site.get(path, viewer.cookie)
        const to = response.headers.get('location') ?? ''
        await response.body?.cancel()
        if (response.status >= 400) dead.push(`${response.status} ${path} as ${viewer.name}, on ${seenOn}`)
        if (/^\/(sign-in|answer\/link-needed)/.test(to))
          dead.push(`${path} as ${viewer.name}, on ${seenOn}, leads away to ${to}`)
      }
    }
    await Promise.all([fetcher(), fetcher(), fetcher(), fetcher()])
    assert.deepEqual(dead, [])
  })
})

interface Link {
  readonly site: TestSite
  readonly path: string
  readonly viewer: Viewer
  readonly seenOn: string
}

interface Walk {
  readonly each: readonly Visit[]
  /** Whether axe, which takes longest, looks at it too. */
  readonly axe: (visit: Visit) => boolean
  readonly links: Map<string, Link>
}

function firstOfItsRoute(): Walk['axe'] {
  const seen = new Set<string | null>()
  return ({ route }) => {
    const isFirst = route === null || !seen.has(route)
    seen.add(route)
    return isFirst
  }
}

/** Looks at each page in turn; answers what is wrong, one line a fault. */
async function walk(
  context: BrowserContext,
  site: TestSite,
  { each, axe, links }: Walk,
): Promise<readonly string[]> {
  const faults: string[] = []
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const heard = listen(page)
  let before = ''
  for (const visit of each) {
    if (visit.viewer.cookie !== before) await become(context, site, visit.viewer)
    before = visit.viewer.cookie
    const response = await page.goto(site.baseUrl + visit.path, { waitUntil: 'load' })
    const found = await look(page)
    const said = [
      ...(response?.status() === visit.status ? [] : [`answers ${response?.status()}, not ${visit.status}`]),
      ...found.faults,
      ...(axe(visit) ? await axeFaults(page) : []),
      ...heard(visit),
    ]
    // With two editions, choosing what to compare is choosing the other one.
    if (visit.status === 200 && !new URL(page.url()).pathname.startsWith(visit.path.split('?')[0] ?? ''))
      said.push(`leads away to ${page.url()}`)
    faults.push(...said.map((fault) => `${visit.path} as ${visit.viewer.name}: ${fault}`))
    for (const path of found.links) {
      const key = `${site.baseUrl} ${visit.viewer.name} ${shapeOf(path)}`
      const openKey = `${site.baseUrl} nobody ${shapeOf(path)}`
      if (!links.has(openKey) && !links.has(key))
        links.set(key, { site, path, viewer: visit.viewer, seenOn: visit.path })
    }
  }
  await page.close()
  return faults
}

/** Links that differ in an id alone are followed once for each who sees them. */
const shapeOf = (path: string) => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

async function become(context: BrowserContext, site: TestSite, viewer: Viewer): Promise<void> {
  await context.clearCookies()
  const cookies = viewer.cookie.split('; ').filter(Boolean)
  await context.addCookies(
    cookies.map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: site.baseUrl }
    }),
  )
}

/** What the browser complains of between two calls: errors, refused policies, requests that failed. */
function listen(page: Page): (visit: Visit) => readonly string[] {
  let heard: { readonly url: string; readonly words: string }[] = []
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    heard.push({ url: message.location().url, words: `console: ${message.text()}` })
  })
  page.on('pageerror', (error) => heard.push({ url: '', words: `script: ${error.message}` }))
  page.on('requestfailed', (request) => {
    // The one that listens for changes ends with its page.
    if (/^\/live\/|\/live$/.test(new URL(request.url()).pathname)) return
    // The mark in the tab may still be on its way when the next page is asked for; one that is missing answers 404.
    if (request.url().endsWith('/mark.svg') && request.failure()?.errorText === 'net::ERR_ABORTED') return
    heard.push({ url: request.url(), words: `not loaded: ${request.failure()?.errorText}` })
  })
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push({ url: response.url(), words: `${response.status()}` })
  })
  return ({ path, status }) => {
    const own = (url: string) => new URL(url).pathname === path.split('?')[0]
    const said = heard.filter(({ url }) => status === 200 || !own(url || page.url()))
    heard = []
    return said.map(({ url, words }) => `${words} ${url}`)
  }
}

async function look(page: Page) {
  return page.evaluate(() => {
    const { documentElement: root } = document
    const faults: string[] = []
    const headings = document.querySelectorAll('h1').length
    if (headings !== 1) faults.push(`has ${headings} first headings`)
    if (!/\S - Fourth Pillar$/.test(document.title)) faults.push(`is titled "${document.title}"`)
    if (root.scrollWidth > root.clientWidth || root.scrollWidth > screen.width) {
      const wide = [...document.querySelectorAll('body *')].findLast(
        (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
      )
      faults.push(`is ${root.scrollWidth} wide, for ${wide?.outerHTML.slice(0, 120)}`)
    }
    const links: string[] = []
    for (const anchor of document.querySelectorAll('a[href]')) {
      const href = anchor.getAttribute('href') ?? ''
      const to = new URL(href, location.href)
      // Signing in with a provider leads to another site, which is none here.
      if (to.origin !== location.origin || to.pathname === '/sign-in/openid') continue
      if (to.pathname + to.search !== location.pathname + location.search) links.push(to.pathname + to.search)
      else if (to.hash && !document.getElementById(decodeURIComponent(to.hash.slice(1))))
        faults.push(`leads to ${to.hash}, which is not on it`)
    }
    return { faults, links }
  })
}
