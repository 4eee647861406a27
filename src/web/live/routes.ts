/** Server-sent events that say when an edition has changed, and nothing else: whoever listens fetches its page again. */

import { streamSSE } from 'hono/streaming'
import { onChange } from '#store/census/changes.ts'
import { addressOf } from '../components/client-address.ts'
import { type Places, placesFor } from '../components/places.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { anyone, type Routes } from '../route.ts'

const heartbeatMs = 20_000
/** A listener is let go after a while and comes back by itself, so that no dead one is kept for ever. */
const longestMs = 30 * 60_000
const reconnectMs = 2_000

const processPlaces = placesFor({ all: 1000, each: 20 })

export function liveRoutes(routes: Routes, places: Places = processPlaces): void {
  routes.get('/live/:edition', anyone, (c) => live(c, places))
}

async function live(c: PageContext, places: Places) {
  const edition = c.req.param('edition') ?? ''
  const known = await c.var.store.db
    .selectFrom('census_edition')
    .select('id')
    .where('id', '=', edition)
    .executeTakeFirst()
  if (!known) return notFound(c)
  // Nobody reads what follows the headers: a stream that is never read would keep its place for ever.
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
  const leave = places.take(addressOf(c))
  if (!leave) {
    return c.text('Too many pages are listening. Reload the page to see what is new.', 503, {
      'Retry-After': '60',
    })
  }
  c.header('Cache-Control', 'no-store')
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const pending = signal()
    const stop = onChange(c.var.store, edition, pending.raise)
    stream.onAbort(pending.raise)
    try {
      const until = Date.now() + longestMs
      await stream.writeSSE({ event: 'listening', data: edition, retry: reconnectMs })
      while (!stream.aborted && !stream.closed && Date.now() < until) {
        const changed = await pending.wait(heartbeatMs)
        if (stream.aborted || stream.closed) break
        if (changed) await stream.writeSSE({ event: 'changed', data: edition })
        else await stream.write(': still here\n\n')
      }
    } finally {
      stop()
      leave()
    }
  })
}

/** A flag that can be waited for; changes while nobody waits are one change. */
function signal() {
  let raised = false
  let wake: (() => void) | null = null
  return {
    raise() {
      raised = true
      wake?.()
    },
    async wait(forMs: number): Promise<boolean> {
      if (!raised) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, forMs)
          timer.unref()
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = null
      }
      const was = raised
      raised = false
      return was
    },
  }
}
