/** Routing engines as they answer over HTTP, on a port of their own: sound, down, slow, confused. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'

type Point = readonly [longitude: number, latitude: number]
/** Seconds from one point to another; null: no way. */
type Ways = (from: Point, to: Point) => number | null

export interface FakeEngine {
  readonly url: string
  /** How many questions it was asked. */
  readonly asked: () => number
  /** What it does with the next questions, one each; then it is sound again. */
  next(...answers: readonly Answer[]): void
}

type Answer = (answer: ServerResponse) => void

export const broken: Answer = (answer) => answer.writeHead(503).end('busy')
export const hungUp: Answer = (answer) => answer.destroy()
export const silent: Answer = () => undefined
export const says =
  (status: number, body: unknown): Answer =>
  (answer) =>
    answer
      .writeHead(status, { 'Content-Type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body))

const seconds: Ways = ([, south], [, north]) => Math.round(Math.abs(north - south) * 6000)

/** GET /table/v1/driving/lon,lat;...?sources=0&destinations=1;2 */
export async function fakeOsrm({
  ways = seconds,
  most = 100,
  noRoad = (_: Point): boolean => false,
} = {}): Promise<FakeEngine> {
  return serving(async (request, answer) => {
    const address = new URL(request.url ?? '', 'http://engine')
    const [, list = ''] = /^\/table\/v1\/driving\/([^?]+)$/.exec(address.pathname) ?? []
    const points = list.split(';').map((each) => each.split(',').map(Number) as unknown as Point)
    if (points.length > most)
      return says(400, { code: 'TooBig', message: 'Too many table coordinates' })(answer)
    if (points.some(noRoad))
      return says(400, { code: 'NoSegment', message: 'Could not find a matching segment for coordinate 1' })(
        answer,
      )
    const chosen = (name: string) =>
      (address.searchParams.get(name) ?? '').split(';').map((place) => points[Number(place)] as Point)
    const durations = chosen('sources').map((from) => chosen('destinations').map((to) => ways(from, to)))
    says(200, { code: 'Ok', durations, sources: [], destinations: [] })(answer)
  })
}

/** POST /sources_to_targets {sources: [{lat, lon}], targets, costing} */
export async function fakeValhalla({
  ways = seconds,
  concise = false,
  most = 2500,
} = {}): Promise<FakeEngine> {
  return serving(async (request, answer) => {
    if (request.method !== 'POST' || request.url !== '/sources_to_targets') return says(404, {})(answer)
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { sources, targets, costing } = JSON.parse(Buffer.concat(parts).toString()) as {
      sources: { lat: number; lon: number }[]
      targets: { lat: number; lon: number }[]
      costing: string
    }
    if (costing !== 'auto') return says(400, { error_code: 125, error: 'No costing method found' })(answer)
    if (sources.length * targets.length > most)
      return says(400, { error_code: 157, error: 'Exceeded max locations', status_code: 400 })(answer)
    const times = sources.map((from) => targets.map((to) => ways([from.lon, from.lat], [to.lon, to.lat])))
    const verbose = times.map((row, from_index) =>
      row.map((time, to_index) => ({ time, distance: time === null ? null : 1, from_index, to_index })),
    )
    says(200, {
      units: 'kilometers',
      sources_to_targets: concise ? { durations: times, distances: [] } : verbose,
    })(answer)
  })
}

async function serving(
  sound: (request: IncomingMessage, answer: ServerResponse) => Promise<unknown>,
): Promise<FakeEngine> {
  let asked = 0
  const queue: Answer[] = []
  const server = createServer((request, answer) => {
    asked++
    const next = queue.shift()
    if (next) next(answer)
    else sound(request, answer).catch(() => answer.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    next: (...answers) => queue.push(...answers),
  }
}
