/** Rendered pages kept for the next reader: bounded, compressed once, answered with an entity tag. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { PageContext } from '../environment.ts'

const compress = promisify(gzip)

type Made = string | Uint8Array<ArrayBuffer>

interface Kept {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzipped: Uint8Array<ArrayBuffer>
  readonly tag: string
  readonly madeAt: number
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

/** Keeps at most so many pages, and lets the one longest unused go first. */
export function keptPages(atMost: number, type = 'text/html; charset=utf-8'): KeptPages {
  const kept = new Map<string, Promise<Kept>>()

  const find = async (key: string, now: number, make: () => Made | Promise<Made>): Promise<Kept> => {
    const known = kept.get(key)
    if (known && now - (await known).madeAt < LONGEST_KEPT_MS) {
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const made = Promise.resolve(make()).then((page) => pack(page, now))
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= atMost) break
      kept.delete(oldest)
    }
    return made
  }

  return {
    async answer(c, key, make) {
      if (c.var.person || c.var.answering) {
        c.header('Cache-Control', 'no-store')
        return c.body(await make(), 200, { 'Content-Type': type })
      }
      const page = await find(key, c.var.now().getTime(), make)
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

async function pack(made: Made, madeAt: number): Promise<Kept> {
  const plain = typeof made === 'string' ? new TextEncoder().encode(made) : made
  const gzipped = new Uint8Array(await compress(plain, { level: constants.Z_DEFAULT_COMPRESSION }))
  const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { plain, gzipped, tag, madeAt }
}
