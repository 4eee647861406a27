/** The map page's requests a second and p99, beside a static page of the same bytes through the same server. */

import autocannon from 'autocannon'
import { plantNation } from '#test/map/nation.ts'
import { listen, publicSite } from '#test/map/site.ts'
import { withDurableStore } from './durable.ts'

const seconds = 3
const rounds = 3
const connections = 16

export interface MapFigure {
  readonly bytes: number
  readonly ours: Load
  readonly floor: Load
  /** Requests a second, ours of the floor's. */
  readonly ratio: number
}

export interface Load {
  readonly requestsPerSecond: number
  readonly p99Ms: number
}

/** The default map of 179 answers, kept as in production: one query a request tells whether it still holds. */
export function benchMap(print: (line: string) => void): Promise<MapFigure[]> {
  return withDurableStore('map', '', async (store) => {
    await plantNation(store, { id: 'uk-2026', state: 'open', censusOn: '2026-11-01' })
    const app = await publicSite(store)
    const pages = new Map<string, Uint8Array<ArrayBuffer>>()
    app.get('/static/:encoding', (c) => {
      const encoding = c.req.param('encoding')
      const headers = { 'Content-Type': 'text/html; charset=utf-8' }
      const packed = encoding === 'gzip' ? { 'Content-Encoding': 'gzip' } : {}
      return c.body(pages.get(encoding) ?? new Uint8Array(), 200, { ...headers, ...packed })
    })
    const site = await listen(app)
    const cold = performance.now()
    await fetch(`${site.url}/map`).then((answer) => answer.arrayBuffer())
    print(`The map page: first drawing ${Math.round(performance.now() - cold)} ms, then kept.`)
    const figures: MapFigure[] = []
    for (const encoding of ['gzip', 'identity']) {
      const answer = await app.request('/map', { headers: { 'Accept-Encoding': encoding } })
      const page = new Uint8Array(await answer.arrayBuffer())
      pages.set(encoding, page)
      figures.push(await compare(site.url, encoding, page.byteLength, print))
    }
    await site.close()
    return figures
  })
}

/** In turns, so that what else the machine does falls on both. */
async function compare(
  url: string,
  encoding: string,
  bytes: number,
  print: (line: string) => void,
): Promise<MapFigure> {
  const ours: Load[] = []
  const floor: Load[] = []
  for (let round = 0; round < rounds; round++) {
    floor.push(await load(`${url}/static/${encoding}`, encoding))
    ours.push(await load(`${url}/map`, encoding))
  }
  const [our, bare] = [median(ours), median(floor)]
  const ratio = our.requestsPerSecond / bare.requestsPerSecond
  print(
    `  ${encoding}, ${Math.round(bytes / 1024)} KB: ${words(our)}; static page of the same bytes ${words(bare)}; ratio ${ratio.toFixed(2)}`,
  )
  return { bytes, ours: our, floor: bare, ratio }
}

async function load(url: string, encoding: string): Promise<Load> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { 'Accept-Encoding': encoding },
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} broken`)
  return { requestsPerSecond: result.requests.average, p99Ms: result.latency.p99 }
}

function median(loads: readonly Load[]): Load {
  const sorted = [...loads].sort((one, other) => one.requestsPerSecond - other.requestsPerSecond)
  return sorted[Math.floor(sorted.length / 2)] ?? { requestsPerSecond: 0, p99Ms: 0 }
}

function words({ requestsPerSecond, p99Ms }: Load): string {
  return `${Math.round(requestsPerSecond)} requests/s, p99 ${p99Ms} ms`
}
