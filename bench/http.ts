/** Entries a second through HTTP with a session, beside a bare route that only inserts a row of as many bytes. */

import { z } from 'zod'
import { telephoneAttempt } from '#core/census/kinds.ts'
import { attemptProjection } from '#store/census/telephone.ts'
import { append } from '#store/record/append.ts'
import { fieldsOf } from '#web/components/form.ts'
import type { PageContext } from '#web/environment.ts'
import { may } from '#web/route.ts'
import { withDurableStore } from './durable.ts'
import { bareRoute, entryBytes } from './floor.ts'
import { benchSite, posted } from './load.ts'
import { draftOf, services, tables } from './record.ts'
import { clientWords } from './slices.ts'

const clientCounts = [1, 8]
const { body } = draftOf(0)
const callSchema = z.object({
  service: z.coerce
    .number()
    .int()
    .min(0)
    .max(services - 1),
  note: z.string().max(2000),
})

/** Ours runs the whole site's middleware: headers, size limit, origin, session, `may()`; then the whole write path. */
export async function benchHttp(print: (line: string) => void): Promise<void> {
  await withDurableStore('http', tables, async (store, url) => {
    const bare = await bareRoute(url)
    const site = await benchSite(store, [{ role: 'interviewer', organisation: null }], (routes) =>
      routes.post('/bench/calls', may('census:telephone'), recordCall),
    )
    let service = 0
    const form = () => {
      service = (service + 1) % services
      return { body: new URLSearchParams({ service: String(service), note: body.note ?? '' }).toString() }
    }
    const targets = {
      floor: { url: `${bare.url}/${entryBytes(draftOf(0))}`, form },
      ours: { url: `${site.url}/bench/calls`, headers: site.headers, form },
    }
    print('The same through HTTP with a session, beside a bare route that only inserts:')
    for (const clients of clientCounts)
      print(`  ${clientWords(clients)}: ${postedInWords(await posted(targets, clients))}`)
    await site.close()
    await bare.close()
  })
}

export function postedInWords({ ours, floor }: { readonly ours: number; readonly floor: number }): string {
  return `${ours} entries/s, floor ${floor} rows/s, ratio ${(ours / floor).toFixed(2)} (at least 0.4)`
}

async function recordCall(c: PageContext) {
  const read = callSchema.safeParse(await fieldsOf(c))
  if (!read.success || !c.var.person) return c.text('not understood', 422)
  const { db } = c.var.store
  const draft = {
    ...draftOf(read.data.service),
    kind: telephoneAttempt,
    occurredAt: c.var.now(),
    author: `person:${c.var.person.id}`,
    body: { ...body, note: read.data.note },
  }
  const { outcome } = await append(db, draft, { alongside: attemptProjection })
  return outcome === 'appended' ? c.redirect('/census', 303) : c.text(outcome, 409)
}
