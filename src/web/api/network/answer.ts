/** Answers a program that asks the open interface: the limit, the question, the answer as bytes that are kept. */

import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { finalSuccessor, organisationCodeSchema } from '#core/catalogue/organisations.ts'
import { type LoadedNetwork, loadRegister } from '#store/network/network.ts'
import { apiProblem } from '../../components/api-problem.ts'
import { isoDay } from '../../components/dates.ts'
import { type RateLimit, requestsAMinute } from '../../components/rate-limit.ts'
import type { PageContext } from '../../environment.ts'
import { paths } from '../../paths.ts'
import { askedProcedures } from './asked.ts'
import type { Endpoint } from './endpoints.ts'
import { licences } from './licence.ts'

const compress = promisify(gzip)

/** Headers of every answer, refusals too: any site may read them, nobody's cookie counts. */
export function openHeaders(c: PageContext): void {
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Access-Control-Expose-Headers', 'ETag, Retry-After, RateLimit, RateLimit-Policy')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  c.header('Vary', 'Accept-Encoding')
}

/** The refusal of who asked too often; null: it may go on. @see draft-ietf-httpapi-ratelimit-headers-10 */
export function overLimit(c: PageContext, limit: RateLimit): Response | null {
  const { isAllowed, left, seconds } = limit.take(c)
  c.header('RateLimit-Policy', `"address";q=${requestsAMinute};w=60`)
  c.header('RateLimit', `"address";r=${left};t=${seconds}`)
  if (isAllowed) return null
  c.header('Retry-After', String(seconds))
  return apiProblem(c, 429, {
    title: 'Too many requests',
    detail: `One address may ask ${requestsAMinute} times a minute. Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
  })
}

export async function answerTo(c: PageContext, endpoint: Endpoint): Promise<Response> {
  const read = endpoint.query.safeParse(c.req.query())
  if (!read.success)
    return apiProblem(c, 400, {
      title: 'The question cannot be answered',
      detail: 'Put right the parameters that are named. The OpenAPI document says which there are',
      problems: read.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((parameter) => ({ parameter, words: 'There is no such parameter here' }))
          : [
              {
                parameter: String(issue.path[0] ?? ''),
                words:
                  issue.path[0] && c.req.query(String(issue.path[0])) === undefined
                    ? 'This has to be given'
                    : issue.message,
              },
            ],
      ),
    })
  const query = read.data as Query
  const loaded = await loadRegister(c.var.store, {
    day: isoDay(c.var.now()),
    ...(query.edition ? { edition: query.edition } : {}),
  })
  if (query.edition && loaded.network.edition?.id !== query.edition)
    return apiProblem(c, 404, {
      title: 'There is no such edition',
      detail: `${paths.networkApi('editions')} lists those that were published`,
    })
  const code = c.req.param('code') ?? ''
  if (endpoint.path.includes('{code}')) {
    const refused = codeRefused(c, code, loaded)
    if (refused) return refused
  }
  if (query.procedure && !(await askedProcedures(c.var.store, loaded)).has(query.procedure))
    return apiProblem(c, 404, {
      title: 'The census did not ask about that procedure',
      detail: `Nobody knows who provides it. ${paths.networkApi('procedures')} lists those that the edition asked about: their services are not null`,
    })
  const packed = await kept(loaded, JSON.stringify([endpoint.path, code, query]), async () =>
    JSON.stringify(endpoint.answer.parse(await bodyOf(c, endpoint, { query, code, loaded }))),
  )
  return sent(
    c,
    packed,
    endpoint.shape === 'geojson' ? 'application/geo+json' : 'application/json; charset=utf-8',
  )
}

interface Query {
  readonly edition?: string
  readonly procedure?: string
  readonly page?: number
  readonly perPage?: number
}

interface Given {
  readonly query: Query
  readonly code: string
  readonly loaded: LoadedNetwork
}

/** A code that is none, or of an organisation that is not there any more, or not yet. */
function codeRefused(
  c: PageContext,
  code: string,
  { network, organisations }: LoadedNetwork,
): Response | null {
  if (network.sites.some((site) => site.code === code)) return null
  const known = organisationCodeSchema.safeParse(code).success ? organisations.get(code) : undefined
  if (!known?.closedOn || known.closedOn > network.day)
    return apiProblem(c, 404, {
      title: 'There is no such service',
      detail: `${paths.networkApi('services')} lists them`,
    })
  const last = finalSuccessor(code, (each) => organisations.get(each)?.successor ?? null)
  return apiProblem(c, 410, {
    title: 'The organisation has closed',
    detail: `It closed on ${known.closedOn}${last === code ? '' : `; ${organisations.get(last)?.name ?? last} carries on its services`}`,
    successor: last === code ? null : paths.networkApi(`services/${encodeURIComponent(last)}`),
  })
}

async function bodyOf(c: PageContext, endpoint: Endpoint, { query, code, loaded }: Given): Promise<unknown> {
  const { day, edition, fictional } = loaded.network
  const meta = { day, edition, fictional, licences }
  const made = await endpoint.make({ store: c.var.store, loaded }, query, code)
  if (endpoint.shape === 'geojson') return { type: 'FeatureCollection', features: made, meta }
  if (endpoint.shape === 'one') return { data: made, meta }
  const all = made as readonly unknown[] // what `shape` says
  const { page = 1, perPage = 100, ...rest } = query
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  const asked = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
  const next =
    page < pages
      ? paths.networkApi(endpoint.path, { ...asked, page: String(page + 1), perPage: String(perPage) })
      : null
  const data = all.slice((page - 1) * perPage, page * perPage)
  return { data, page: { page, pages, perPage, total: all.length, next }, meta }
}

export interface Packed {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzipped: Uint8Array<ArrayBuffer>
  readonly tag: string
}

const KEPT_AT_MOST = 300
const byNetwork = new WeakMap<LoadedNetwork, Map<string, Promise<Packed>>>()

/** Made once for each state of the network: whoever keeps the network keeps its answers, and no longer. */
function kept(loaded: LoadedNetwork, key: string, make: () => Promise<string>): Promise<Packed> {
  const own = byNetwork.get(loaded) ?? new Map<string, Promise<Packed>>()
  byNetwork.set(loaded, own)
  const known = own.get(key)
  if (known) return known
  const made = make().then(pack)
  own.set(key, made)
  made.catch(() => own.delete(key))
  const [oldest] = own.keys()
  if (own.size > KEPT_AT_MOST && oldest !== undefined) own.delete(oldest)
  return made
}

export async function pack(text: string): Promise<Packed> {
  const plain = new TextEncoder().encode(text)
  const gzipped = new Uint8Array(await compress(plain))
  return { plain, gzipped, tag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` }
}

export function sent(c: PageContext, { plain, gzipped, tag }: Packed, type: string): Response {
  c.header('ETag', tag)
  c.header('Cache-Control', 'public, max-age=60')
  if (c.req.header('If-None-Match')?.includes(tag)) return c.body(null, 304)
  if (!c.req.header('Accept-Encoding')?.includes('gzip')) return c.body(plain, 200, { 'Content-Type': type })
  return c.body(gzipped, 200, { 'Content-Type': type, 'Content-Encoding': 'gzip' })
}
