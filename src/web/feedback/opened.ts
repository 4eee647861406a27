/** What a patient's link opens, with what keeps its pages private. */

import { type Asked, markOpened } from '#store/feedback/answer.ts'
import { type FeedbackLink, type FeedbackOutcome, feedbackByToken } from '#store/feedback/link.ts'
import { organisationNames } from '#store/service/read.ts'
import { keepToPatient } from '../components/private.ts'
import type { PageContext } from '../environment.ts'

export interface Opened {
  readonly found: FeedbackOutcome
  readonly token: string
  /** The service that asks; empty where the link is not known. */
  readonly service: string
}

export async function opened(c: PageContext): Promise<Opened> {
  keepToPatient(c)
  const { db } = c.var.store
  const token = c.req.param('token') ?? ''
  const found = await feedbackByToken(db, token, c.var.now())
  if (found.outcome === 'unknown') return { found, token, service: '' }
  const { organisation } = found.link
  if (found.outcome === 'ok') await markOpened(db, found.link, c.var.now())
  return { found, token, service: (await organisationNames(db, [organisation])).get(organisation) ?? '' }
}

export type Open = Opened & Asked & { readonly link: FeedbackLink }
