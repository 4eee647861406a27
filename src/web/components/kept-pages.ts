/** Rendered pages kept for the next reader: bounded, compressed once, answered with an entity tag. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { PageContext } from '../environment.ts'
import { busy } from '../layout/refusals.tsx'
import { addressOf } from './client-address.ts'
import { placesFor } from './places.ts'
import { turnsFor } from './turns.ts'

const compress = promisify(gzip)

type Made = string | Uint8Array<ArrayBuffer>

interface Kept {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzipped: Uint8Array<ArrayBuffer>
  readonly tag: string
}

export interface KeptPages {
  /**
   * Answers with the page of this key, made if it is not kept. A key says everything that the page depends
   * on, but for who reads it: one for a signed-in person is made for that person and never kept.
   */
  answer(c: PageContext, key: string, make: () => Made | Promise<Made>): Promise<Response>
}

/** What is not in any key, such as a renamed organisation, shows within this time. */
const LONGEST_KEPT_MS = 60_000

/** A page that is kept, or being made. */
interface Place {
  readonly page: Promise<Kept>
  readonly madeAt: number
  /** It was asked for again since it was made first. */
  readonly isWanted: boolean
}

/** Anyone can ask for pages without end that nobody asked for before; each costs a tenth of a second. */
const inTurn = turnsFor(2)
const makers = placesFor({ all: 60, each: 12 })

/**
 * Keeps at most so many pages. Those go first whose time is over, then those asked for only once, the one
 * longest unused before the others: whoever asks for very many pages once pushes out none that others read.
 */
export function keptPages(atMost: number, type = 'text/html; charset=utf-8'): KeptPages {
  const kept = new Map<string, Place>()

  /** Null: this client, or all together, have too many in the making. */
  const find = (key: string, client: string, now: number, make: () => Made | Promise<Made>) => {
    const known = kept.get(key)
    if (known && now - known.madeAt < LONGEST_KEPT_MS) {
      kept.delete(key)
      kept.set(key, { ...known, isWanted: true })
      return known.page
    }
    const leave = makers.take(client)
    if (!leave) return null
    const page = inTurn(async () => pack(await make())).finally(leave)
    kept.delete(key)
    kept.set(key, { page, madeAt: now, isWanted: known !== undefined })
    page.catch(() => {
      if (kept.get(key)?.page === page) kept.delete(key)
    })
    if (kept.size > atMost) kept.delete(leastWanted(kept, now))
    return page
  }

  return {
    async answer(c, key, make) {
      if (c.var.person || c.var.answering) {
        c.header('Cache-Control', 'no-store')
        return c.body(await make(), 200, { 'Content-Type': type })
      }
      const finding = find(key, addressOf(c), c.var.now().getTime(), make)
      if (!finding) return busy(c)
      const page = await finding
      c.header('ETag', page.tag)
      c.header('Cache-Control', 'private, no-cache')
      c.header('Vary', 'Accept-Encoding, Cookie')
      if (c.req.header('If-None-Match')?.includes(page.tag)) return c.body(null, 304)
      if (!c.req.header('Accept-Encoding')?.includes('gzip')) {
        return c.body(page.plain, 200, { 'Content-Type': type })
      }
      return c.body(page.gzipped, 200, { 'Content-Type': type, 'Content-Encoding': 'gzip' })
    },
  }
}

/** A map lists its keys from the longest unused on. */
function leastWanted(kept: ReadonlyMap<string, Place>, now: number): string {
  let once: string | undefined
  for (const [key, { madeAt, isWanted }] of kept) {
    if (now - madeAt >= LONGEST_KEPT_MS) return key
    if (!isWanted) once ??= key
  }
  return once ?? kept.keys().next().value ?? ''
}

async function pack(made: Made): Promise<Kept> {
  const plain = typeof made === 'string' ? new TextEncoder().encode(made) : made
  const gzipped = new Uint8Array(await compress(plain, { level: constants.Z_DEFAULT_COMPRESSION }))
  const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { plain, gzipped, tag }
}
