/** The outbox: mail that waits, was sent or was refused; in the demonstration the letters themselves. */

import { z } from 'zod'
import { letterOf } from '#mail/census-letter.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import {
  type KeptMail,
  keepMail,
  keptMail,
  listMessages,
  type Message,
  messageById,
  requeueMail,
} from '#store/mail/message.ts'
import { isId } from '../components/id.ts'
import { messageStates, purposes } from '../components/mail-words.ts'
import { pageNumber } from '../components/pager.tsx'
import type { PageContext } from '../environment.ts'
import { may as mayDo, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { may, type Routes } from '../route.ts'
import { MessagePage } from './message-page.tsx'
import { OutboxPage, pageSize } from './outbox-page.tsx'

const filterSchema = z.object({
  state: z.enum(messageStates).optional().catch(undefined),
  purpose: z.enum(purposes).optional().catch(undefined),
  recipient: z
    .string()
    .trim()
    .max(200)
    .optional()
    .transform((text) => text || undefined)
    .catch(undefined),
})

export type OutboxFilter = z.infer<typeof filterSchema>

const one = '/outbox/:id{[0-9a-f-]{36}}'

export function outboxRoutes(routes: Routes): void {
  routes.get(paths.outbox(), may('outbox:see'), list)
  routes.get(one, may('outbox:see'), message)
  routes.post(`${one}/again`, may('census:lead'), again)
}

async function list(c: PageContext): Promise<Response> {
  const filter = filterSchema.parse(c.req.query())
  const number = pageNumber(c.req.query('page'))
  const { state, purpose, recipient } = filter
  const found = await listMessages(
    c.var.store.db,
    {
      ...(state ? { state } : {}),
      ...(purpose ? { purpose } : {}),
      ...(recipient ? { recipient } : {}),
    },
    { number, size: pageSize },
  )
  const names = await organisationNames(c)
  return show(c, <OutboxPage c={c} filter={filter} number={number} found={found} names={names} />)
}

async function message(c: PageContext): Promise<Response> {
  const { db } = c.var.store
  const id = c.req.param('id') ?? ''
  if (!isId(id)) return notFound(c)
  const [found, names] = await Promise.all([messageById(db, id), organisationNames(c)])
  if (!found) return notFound(c)
  const kept = await fictionalLetter(c, found)
  const mayRetry = mayDo(c, 'census:lead')
  return show(c, <MessagePage c={c} message={found} kept={kept} names={names} mayRetry={mayRetry} />)
}

/**
 * The letter itself. It holds a link that works: only the demonstration's are kept, and shown. Those of the
 * weeks before it began are written when they are first opened.
 */
async function fictionalLetter(c: PageContext, message: Message): Promise<KeptMail | null> {
  const { config, store } = c.var
  if (!config.demonstration) return null
  const kept = await keptMail(store.db, message.id)
  if (kept || message.state !== 'sent') return kept
  const written = await letterOf(store.db, message, config)
  if (written.outcome !== 'letter') return null
  await keepMail(store.db, message.id, written.letter)
  return written.letter
}

async function organisationNames(c: PageContext): Promise<ReadonlyMap<string, string>> {
  const all = await allOrganisations(c.var.store.db)
  return new Map(all.map(({ code, name }) => [code, name]))
}

async function again(c: PageContext): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isId(id) || !(await messageById(c.var.store.db, id))) return notFound(c)
  await requeueMail(c.var.store.db, [id])
  return c.redirect(paths.outboxMessage(id), 303)
}
