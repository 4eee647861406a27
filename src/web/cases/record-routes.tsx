/** Recording in a case, and correcting what was recorded: the form of each kind, drafts, favourites, sending. */

import { v7 as uuid } from 'uuid'
import { type CaseDraft, draftById, draftsIn, dropDraft } from '#store/case/draft.ts'
import { dropFavourite, favouritesFor, keepFavourite } from '#store/case/favourite.ts'
import { noteLook } from '#store/case/look.ts'
import { readCase } from '#store/case/read.ts'
import type { Database } from '#store/open.ts'
import { isId } from '../components/id.ts'
import { laidOver, type Posted, postedFromPlain, postedOf, textAt } from '../components/kind-form/posted.ts'
import { afterRowButton } from '../components/kind-form/rows.ts'
import { formOf } from '../components/kind-form/values.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { inScope } from '../scope.ts'
import { favouriteNameField, lastSession } from './record-favourites.tsx'
import { type Form, favouredBy, showForm } from './record-form.tsx'
import { keep, seenOf } from './record-keep.ts'
import { RecordedPage } from './record-recorded.tsx'
import { refuseToRecord } from './record-refused.tsx'
import { favouriteOf, repeatOf } from './record-repeat.ts'
import { send } from './record-send.tsx'
import { type Sitting, sitDown } from './record-sitting.ts'
import { whenPosted } from './record-when.ts'
import { lookingFor } from './view.ts'

const id = '[0-9a-f-]{36}'

export function recordRoutes(routes: Routes): void {
  const record = mayAtOwn('case:record')
  for (const path of [`/cases/:id{${id}}/record/:kind{[a-z-]+}`, `/cases/:id{${id}}/correct/:entry{${id}}`]) {
    routes.get(path, record, (c) => sitting(c, open))
    routes.post(path, mayAtOwn('case:record', refuseToRecord), (c) => sitting(c, receive))
  }
}

const entryId = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

async function sitting(c: PageContext, then: (form: Form) => Promise<Response>): Promise<Response> {
  const { person } = c.var
  if (!person) return forbidden(c)
  return inScope(c, 'case:record', async (db) => {
    const { id: caseId = '', kind, entry } = c.req.param() as Record<string, string>
    const sat = await sitDown(db, {
      person,
      caseId,
      now: c.var.now(),
      ...(kind ? { kindName: kind } : {}),
      ...(entry ? { corrects: entry } : {}),
      about: { entry: idIn(c.req.query('about')), item: c.req.query('item')?.slice(0, 20) },
    })
    if (sat === 'unknown') return c.req.method === 'POST' ? refuseToRecord(c, 404) : notFound(c)
    if (sat === 'forbidden') return refuse(c, db, caseId)
    const asked = c.req.query('form') ?? ''
    if (!entryId.test(asked)) return c.redirect(await addressOfForm(c, db, sat), 303)
    return then({ c, db, sitting: sat, id: asked, action: addressWith(c, sat, asked) })
  })
}

/** Somebody who sees the case and does not write this kind: that they tried is looked up like any other look. */
async function refuse(c: PageContext, db: Database, caseId: string): Promise<Response> {
  const { person } = c.var
  const opened = person && c.req.method === 'POST' ? await readCase(db, caseId) : null
  if (person && opened) {
    await noteLook(db, {
      person: person.id,
      organisation: lookingFor(person, opened.row.organisations),
      patient: opened.patient.id,
      caseId,
      page: 'form-of-an-entry-refused',
    })
  }
  return refuseToRecord(c)
}

const idIn = (text: string | undefined) => (text && isId(text) ? text : undefined)

/** A form has an address of its own, so that going back to it after sending finds what it became. */
function addressWith(c: PageContext, { opened, kind, corrected }: Sitting, form: string): string {
  const entry = c.req.param('entry')
  const path =
    corrected && entry ? paths.caseCorrect(opened.id, entry) : paths.caseRecord(opened.id, kind.name)
  const about = ['about', 'item'].flatMap((name) => {
    const value = c.req.query(name)
    return value ? [`&${name}=${encodeURIComponent(value.slice(0, 40))}`] : []
  })
  return `${path}?form=${form}${about.join('')}`
}

/** The person's draft of this kind, where they left one; else a new form. */
async function addressOfForm(c: PageContext, db: Database, sat: Sitting): Promise<string> {
  const { person, opened, kind, corrected } = sat
  const line = new Set([corrected?.entry, ...(corrected?.replaced.map((each) => each.id) ?? [])])
  const drafts = await draftsIn(db, person.id, opened.id)
  const left = drafts.find(
    (draft) =>
      draft.kind === kind.name && (corrected ? line.has(draft.corrects ?? '') : draft.corrects === null),
  )
  return addressWith(c, sat, left?.id ?? uuid())
}

async function open(form: Form): Promise<Response> {
  const { c, db, sitting: sat } = form
  await look(form)
  const recorded = sat.opened.entries.find((entry) => entry.id === form.id)
  if (recorded) return show(c, <RecordedPage c={c} sitting={sat} entry={recorded} />)
  const draft = await draftById(db, sat.person.id, form.id)
  if (draft && draft.caseId === sat.opened.id && draft.kind === sat.kind.name) return showDraft(form, draft)
  return showForm(form, opening(sat, c.var.now()))
}

function opening({ kind, facts, corrected }: Sitting, now: Date): Posted {
  return laidOver(
    whenPosted(kind, corrected?.occurredAt ?? now),
    formOf(kind.fields, facts.known ?? {}, facts),
  )
}

function showDraft(form: Form, { fields, seen, savedAt }: CaseDraft): Promise<Response> {
  return showForm(form, postedFromPlain(fields), { seen, restoredAt: savedAt })
}

function look({ db, sitting: sat }: Form): Promise<void> {
  const { opened, person, signature } = sat
  return noteLook(db, {
    person: person.id,
    organisation: signature.organisation,
    patient: opened.patient.id,
    caseId: opened.id,
    page: 'form-of-an-entry',
  })
}

/** Whatever button was pressed, what was typed is kept first; what is sent, where it does not become an entry. */
async function receive(form: Form): Promise<Response> {
  const { c, db, sitting: sat } = form
  const posted = postedOf(new URLSearchParams(await c.req.text()))
  const { opened, person } = sat
  const [verb = '', named = ''] = textAt(posted, '_do').split(' ')
  if (opened.entries.some((entry) => entry.id === form.id)) return c.redirect(form.action, 303)
  if (verb === 'drop') {
    await dropDraft(db, person.id, form.id)
    return c.redirect(form.action.replace(form.id, uuid()), 303)
  }
  if (verb === 'send' || verb === '') return send(form, posted)
  await keep(form, posted)
  if (verb === 'keep') return c.body(null, 204)
  if (verb === 'later') return c.redirect(paths.caseOf(opened.id), 303)
  const rows = afterRowButton(posted)
  if (rows) return showForm(form, rows, seenOf(posted))
  if (verb === 'show') return showForm(form, posted, seenOf(posted))
  if (verb === 'repeat') return repeat(form, posted)
  if (verb === 'favour') return favour(form, posted)
  if (verb === 'favourite') return fromFavourite(form, posted, named)
  if (verb === 'unfavourite' && isId(named)) await dropFavourite(db, person.id, named)
  return showForm(form, posted, seenOf(posted))
}

function repeat(form: Form, posted: Posted): Promise<Response> {
  const { kind, facts } = form.sitting
  const last = lastSession(form.sitting)
  if (!last) return showForm(form, posted, seenOf(posted))
  const note = 'Filled in from the last session. Say how this one went.'
  return showForm(form, laidOver(posted, formOf(kind.fields, repeatOf(last.body), facts)), {
    ...seenOf(posted),
    note,
  })
}

async function fromFavourite(form: Form, posted: Posted, named: string): Promise<Response> {
  const favourites = await favouritesFor(form.db, favouredBy(form.sitting, posted))
  const chosen = favourites.find((favourite) => favourite.id === named)
  if (!chosen) return showForm(form, posted, seenOf(posted))
  const note = `Filled in from your favourite ‘${chosen.name}’.`
  return showForm(form, laidOver(posted, postedFromPlain(chosen.fields)), { ...seenOf(posted), note })
}

const longestName = 40

async function favour(form: Form, posted: Posted): Promise<Response> {
  const name = textAt(posted, favouriteNameField).trim().slice(0, longestName)
  const fields = favouriteOf(form.sitting.kind.fields, posted)
  const words =
    name === ''
      ? 'Enter a name for the favourite'
      : Object.keys(fields).length === 0
        ? 'Choose something first'
        : null
  if (words)
    return showForm(
      form,
      posted,
      { ...seenOf(posted), problems: [{ field: favouriteNameField, words }] },
      422,
    )
  await keepFavourite(form.db, favouredBy(form.sitting, posted), { name, fields })
  return showForm(form, posted, { ...seenOf(posted), note: `‘${name}’ is saved as a favourite.` })
}
