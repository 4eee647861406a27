/** How long each public page takes until a reader has it, beside a static page of the same bytes on the same server. */

import { Agent, request } from 'node:http'
import type { Browser } from 'playwright-core'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { plantNation } from '#test/map/nation.ts'
import { openBrowser } from '#test/support/browser.ts'
import { publicPages } from '#test/support/public-pages.ts'
import { anyone } from '#web/route.ts'
import { withDurableStore } from './durable.ts'
import { benchSite } from './load.ts'
import { quantile } from './slices.ts'

const warming = 20
const rounds = 3
const looks = 40
const firstViews = 7
/** Of the looks in a browser the quickest is told: anything else that the machine does slows both, never the reverse. */
const quickest = 0

/** As it goes over the wire: packed where the site packs it. */
interface Answer {
  readonly body: Buffer
  readonly encoding: string | undefined
}

/** Ours and the static one in turns, one at a time, as a reader would; told is the quietest of the rounds. */
export function benchPublicPages(print: (line: string) => void): Promise<void> {
  return withDurableStore('public-pages', '', async (store) => {
    await plantNation(store, { id: 'uk-2026', state: 'open', censusOn: '2026-11-01' })
    await enterShippedLeaflets(store.db, new Date('2026-11-20T09:00:00Z'))
    let fixed: Answer = { body: Buffer.alloc(0), encoding: undefined }
    const site = await benchSite(store, [{ role: 'editor', organisation: null }], (routes) =>
      routes.get('/bench/static', anyone, (c) => {
        const packed = fixed.encoding ? { 'Content-Encoding': fixed.encoding } : {}
        return c.body(new Uint8Array(fixed.body), 200, {
          'Content-Type': 'text/html; charset=utf-8',
          ...packed,
        })
      }),
    )
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const get = (path: string) => got(`${site.url}${path}`, agent)
    const browser = await openBrowser()
    print('The first view of each public page in a browser, beside a static page of the same bytes:')
    const ratios: number[] = []
    for (const path of publicPages) {
      fixed = await get(path)
      const look = (each: string) => firstView(browser, `${site.url}${each}`)
      const seen = await inTurns(firstViews, look, path, quickest)
      const answered = await quietest(get, path)
      ratios.push(seen.ours / seen.floor)
      print(
        `  ${path.replace(/x{43}/, 'TOKEN')}: loaded in ${inWords(seen, 0)}; the server alone ${inWords(answered, 2)}, ${Math.ceil(fixed.body.byteLength / 1024)} KB`,
      )
    }
    print(`  the slowest loads in ${Math.max(...ratios).toFixed(2)} times the static page (at most 2)`)
    await browser.close()
    agent.destroy()
    await site.close()
  })
}

interface Compared {
  readonly ours: number
  readonly floor: number
}

const inWords = ({ ours, floor }: Compared, digits: number): string =>
  `${ours.toFixed(digits)} ms, static ${floor.toFixed(digits)} ms, ratio ${(ours / floor).toFixed(2)}`

/** So many looks at the page and at the static one in turns. @param look milliseconds that a path takes @param share of the looks that were as quick */
async function inTurns(
  times: number,
  look: (path: string) => Promise<number>,
  path: string,
  share = 0.5,
): Promise<Compared> {
  const [ours, floor]: [number[], number[]] = [[], []]
  for (let each = 0; each < times; each++) {
    ours.push(await look(path))
    floor.push(await look('/bench/static'))
  }
  return { ours: quantile(ours, share), floor: quantile(floor, share) }
}

/** Until everything that the page shows is there, by a browser that has never been here. */
async function firstView(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'load' })
  const ms = await page.evaluate(() => {
    const [view] = performance.getEntriesByType('navigation')
    return view instanceof PerformanceNavigationTiming ? view.loadEventStart : 0
  })
  await context.close()
  return ms
}

/** What the server takes, over one connection: the quietest of the rounds. */
async function quietest(get: (path: string) => Promise<unknown>, path: string): Promise<Compared> {
  const timed = async (each: string) => {
    const began = performance.now()
    await get(each)
    return performance.now() - began
  }
  await inTurns(warming, timed, path)
  const all: Compared[] = []
  for (let round = 0; round < rounds; round++) all.push(await inTurns(looks, timed, path))
  return all.toSorted((one, other) => one.ours - other.ours)[0] ?? { ours: 0, floor: 1 }
}

function got(url: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve({ body: Buffer.concat(parts), encoding: answer.headers['content-encoding'] })
          : reject(new Error(`${url}: ${answer.statusCode}`)),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}
