/** Server-sent events that say when a meeting has changed: whoever has it open fetches the page again. */

import { streamSSE } from 'hono/streaming'
import { notePresence, revisionOf } from '#store/meeting/meeting.ts'
import { placesFor } from '../components/places.ts'
import type { PageContext } from '../environment.ts'
import { inScope } from '../scope.ts'
import { onMeeting } from './view.ts'

const lookEveryMs = 700
const presenceEveryMs = 20_000
const longestMs = 30 * 60_000
/** Each person's own, for a hospital is one address to the site. */
const places = placesFor({ all: 500, each: 20 })

/** Looks at the meeting's revision a little more than once a second, and keeps who looks among those present. */
export function live(c: PageContext) {
  return onMeeting(c, ({ meeting }) => {
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
    const leave = places.take(c.var.person?.id ?? '')
    if (!leave)
      return c.text('Too many pages are open. Reload the page to see what is new.', 503, {
        'Retry-After': '60',
      })
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      try {
        let seen = meeting.revision
        let present = 0
        const until = Date.now() + longestMs
        await stream.writeSSE({ event: 'listening', data: String(seen), retry: 2000 })
        while (!stream.aborted && !stream.closed && Date.now() < until) {
          const { person } = c.var
          const now = Date.now()
          const revision = await inScope(c, 'meeting:see', async (db) => {
            if (person && now - present > presenceEveryMs) {
              present = now
              await notePresence(db, meeting, person)
              await stream.write(': still here\n\n')
            }
            return revisionOf(db, meeting.id)
          })
          if (revision === null) break
          if (revision !== seen) await stream.writeSSE({ event: 'changed', data: String(revision) })
          seen = revision
          await stream.sleep(lookEveryMs)
        }
      } finally {
        leave()
      }
    })
  })
}
