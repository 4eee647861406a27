/** Opens a personal link on a device; and says why a device has none. */

import { allows } from '#core/access/may.ts'
import {
  type Answering,
  type AnsweringOutcome,
  answeringBySecret,
  startAnswering,
} from '#store/census/answering.ts'
import type { Place } from '#store/census/draft.ts'
import { editionById } from '#store/census/edition.ts'
import { type LinkOutcome, linkByToken, markOpened } from '#store/census/link.ts'
import { standingResponse } from '#store/census/response.ts'
import { answeringSecret, forgetAnswering, keepAnswering } from '../components/answering-device.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { closedEdition, expiredLink, linkNeeded, revokedLink, unknownLink } from './link-pages.tsx'

/** The answering that this device's cookie names; an interview only while its interviewer is signed in. */
export async function answeringOf(c: PageContext): Promise<Answering | null> {
  const found = await outcomeOf(c)
  return found?.outcome === 'ok' ? found.answering : null
}

async function outcomeOf(c: PageContext): Promise<AnsweringOutcome | null> {
  const secret = answeringSecret(c)
  if (!secret) return null
  const found = await answeringBySecret(c.var.store.db, secret, c.var.now())
  if (found.outcome !== 'ok' || found.answering.interviewer === null) return found
  const { person } = c.var
  const same = person?.id === found.answering.interviewer && allows(person.memberships, 'census:telephone')
  return same ? found : null
}

/**
 * GET /answer/with/:token. Opening changes nothing but that the link was opened, so that the scanners
 * of mail systems do no harm; and it can be opened again, on any device, until it expires.
 */
export async function openLink(c: PageContext): Promise<Response> {
  const { store, now } = c.var
  const found = await linkByToken(store.db, c.req.param('token') ?? '', now())
  if (found.outcome !== 'ok') return refuse(c, found)
  if (c.req.method === 'HEAD') return c.body(null, 200)
  const { link } = found
  // The same link again on the same device is the same answering, not one more person.
  const known = await outcomeOf(c)
  if (known?.outcome !== 'ok' || known.answering.link !== link.id) {
    const { secret } = await startAnswering(store.db, link, now())
    keepAnswering(c, secret, link.expiresAt)
    await markOpened(store.db, link.id, now())
  }
  return c.redirect(paths.answer(), 303)
}

async function refuse(c: PageContext, found: Exclude<LinkOutcome, { outcome: 'ok' }>): Promise<Response> {
  switch (found.outcome) {
    case 'unknown':
      return unknownLink(c)
    case 'expired':
      return expiredLink(c, found.link.expiresAt)
    case 'revoked':
      return revokedLink(c)
    case 'edition-closed':
      return closed(c, found.link)
  }
}

async function closed(c: PageContext, place: Place): Promise<Response> {
  const [edition, standing] = await Promise.all([
    editionById(c.var.store.db, place.edition),
    standingResponse(c.var.store.db, place),
  ])
  return closedEdition(c, {
    title: edition?.title ?? 'The census',
    closedAt: edition?.closedAt ?? null,
    reference: standing?.reference ?? null,
  })
}

/** Why this device cannot answer: its link expired, was withdrawn, the census closed, or it has none. */
export async function whyNoLink(c: PageContext): Promise<Response> {
  const found = await outcomeOf(c)
  switch (found?.outcome) {
    case 'ok':
      return c.redirect(paths.answer(), 303)
    case 'expired':
      return expiredLink(c, null)
    case 'revoked':
      return revokedLink(c)
    case 'edition-closed':
      return closed(c, found.answering)
    default:
      forgetAnswering(c)
      return linkNeeded(c)
  }
}
