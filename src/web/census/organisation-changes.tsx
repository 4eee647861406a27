/** What the forms of an organisation's page do: contacts, links, notes, messages. */

import { hasFollowUp, questionOf } from '#core/census/questionnaire.ts'
import { revokeLink } from '#store/census/link.ts'
import { addNote, sendMessage, settleNote } from '#store/census/note.ts'
import { membersOf } from '#store/census/room/members.ts'
import { once } from '#store/census/room/once.ts'
import { issueAgain, linkExpiry } from '#store/census/room/rounds.ts'
import { changeContacts } from '../components/contact-changes.ts'
import { isoDay } from '../components/dates.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { telling } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { editionNamed, type RoomEdition } from './edition.ts'
import { organisationPage } from './organisation.tsx'

const longestText = 2000

/** The edition and organisation that an address names; null when the edition does not ask it. */
async function placeOf(c: PageContext): Promise<{ edition: RoomEdition; code: string } | null> {
  const edition = await editionNamed(c)
  const code = c.req.param('code') ?? ''
  const [facts] = edition ? await membersOf(c.var.store.db, edition.id, code) : []
  return edition && facts ? { edition, code } : null
}

const back = (
  c: PageContext,
  { edition, code }: { edition: RoomEdition; code: string },
  done: string,
  count = 0,
) => c.redirect(telling(paths.censusOrganisation(edition.id, code), done, count), 303)

export async function changeContact(c: PageContext) {
  const place = await placeOf(c)
  if (!place) return notFound(c)
  const changed = await changeContacts(c, {
    code: place.code,
    contact: c.req.param('id') ?? 'new',
    questionnaire: place.edition.questionnaire,
  })
  if ('unknown' in changed) return notFound(c)
  return 'returned' in changed
    ? organisationPage(c, { contact: changed.returned })
    : back(c, place, changed.done)
}

export async function issueLinksAgain(c: PageContext) {
  const place = await placeOf(c)
  if (!place) return notFound(c)
  const { db } = c.var.store
  const now = c.var.now()
  const { edition, code } = place
  const response = await db
    .selectFrom('census_response')
    .select(['answers', 'entry', 'follow_up_entry'])
    .where('edition', '=', edition.id)
    .where('organisation', '=', code)
    .executeTakeFirst()
  const owesOnlyFollowUp =
    response?.entry != null &&
    !response.follow_up_entry &&
    hasFollowUp(edition.questionnaire, response.answers)
  const task = {
    edition: edition.id,
    organisation: code,
    wave: owesOnlyFollowUp ? ('follow-up' as const) : ('first' as const),
    expiresAt: linkExpiry(edition.deadlineOn, now),
    today: isoDay(now),
  }
  const { once: key } = await fieldsOf(c)
  const issued = await once(db, { key, person: c.var.person?.id ?? '' }, () => issueAgain(db, task, now))
  return back(c, place, issued.done ? 'link-issued' : 'already-done')
}

export async function revoke(c: PageContext) {
  const place = await placeOf(c)
  const id = c.req.param('id') ?? ''
  if (!place || !isId(id)) return notFound(c)
  const { db } = c.var.store
  const own = await db
    .selectFrom('census_link')
    .select('id')
    .where('id', '=', id)
    .where('edition', '=', place.edition.id)
    .where('organisation', '=', place.code)
    .executeTakeFirst()
  if (!own) return notFound(c)
  const revoked = await revokeLink(db, id, c.var.now())
  return back(c, place, revoked ? 'links-revoked' : 'already-done', revoked ? 1 : 0)
}

function textProblem(text: string, empty: string): string | null {
  if (text === '') return empty
  if (text.length <= longestText) return null
  return `It is ${text.length - longestText} characters too long. Shorten it to 2,000 or fewer`
}

export async function keepNote(c: PageContext) {
  const place = await placeOf(c)
  if (!place) return notFound(c)
  const fields = await fieldsOf(c)
  const text = (fields.note ?? '').trim()
  const words = textProblem(text, 'Enter the note')
  if (words)
    return organisationPage(c, { note: { kind: 'note', fields, problems: [{ field: 'note', words }] } })
  await asOnce(c, fields, () =>
    addNote(c.var.store.db, { ...noteFor(c, place), question: null, text }, c.var.now()),
  )
  return back(c, place, 'noted')
}

export async function writeMessage(c: PageContext) {
  const place = await placeOf(c)
  if (!place) return notFound(c)
  const fields = await fieldsOf(c)
  const text = (fields.text ?? '').trim()
  const words = textProblem(text, 'Enter what you need to know')
  if (words)
    return organisationPage(c, { note: { kind: 'message', fields, problems: [{ field: 'text', words }] } })
  if (place.edition.state !== 'open') return back(c, place, 'already-done')
  const question = questionOf(place.edition.questionnaire, fields.question ?? '')?.id ?? null
  const now = c.var.now()
  const expiresAt = linkExpiry(place.edition.deadlineOn, now)
  const sent = await asOnce(c, fields, () =>
    sendMessage(c.var.store.db, { ...noteFor(c, place), question, text, expiresAt }, now),
  )
  return back(c, place, sent.done ? 'messaged' : 'already-done')
}

function noteFor(c: PageContext, { edition, code }: { edition: RoomEdition; code: string }) {
  return { edition: edition.id, organisation: code, author: `person:${c.var.person?.id ?? ''}` }
}

function asOnce<Result>(c: PageContext, fields: Fields, work: () => Promise<Result>) {
  return once(c.var.store.db, { key: fields.once, person: c.var.person?.id ?? '' }, work)
}

export async function settle(c: PageContext) {
  const place = await placeOf(c)
  const id = c.req.param('id') ?? ''
  if (!place || !isId(id)) return notFound(c)
  const settled = await settleNote(
    c.var.store.db,
    { edition: place.edition.id, organisation: place.code, id },
    c.var.now(),
  )
  return back(c, place, settled ? 'settled' : 'already-done')
}
