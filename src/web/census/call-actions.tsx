/** What the telephone pages do: claim an organisation, put it back, record a call, start the interview. */

import { z } from 'zod'
import { ukMoment } from '#core/calendar/uk-time.ts'
import { type AttemptOutcome, attemptOutcomeSchema } from '#core/census/kinds.ts'
import { contactsOf } from '#store/census/contact.ts'
import { membersOf } from '#store/census/room/members.ts'
import { once } from '#store/census/room/once.ts'
import { claimOrganisation, recordAttempt, releaseOrganisation } from '#store/census/telephone.ts'
import { startInterview } from '../components/answering-device.ts'
import { dateIn } from '../components/date-fields.tsx'
import { type Fields, fieldsOf } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'
import { telling } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { callPage, choosable } from './call.tsx'
import { authorFor, editionNamed, type RoomEdition } from './edition.ts'

interface Call {
  readonly edition: RoomEdition
  readonly code: string
  readonly interviewer: string
  readonly answered: boolean
}

async function callOf(c: PageContext): Promise<Call | null> {
  const edition = await editionNamed(c)
  const code = c.req.param('code') ?? ''
  const [facts] = edition ? await membersOf(c.var.store.db, edition.id, code) : []
  const { person } = c.var
  return edition && facts && person
    ? { edition, code, interviewer: person.id, answered: facts.channel !== null }
    : null
}

const own = ({ edition, code }: Call) => paths.censusCall(edition.id, code)
const claimed = ({ edition, code, interviewer }: Call) => ({
  edition: edition.id,
  organisation: code,
  interviewer,
})

/** Whoever presses first has it; the page that follows tells the other who. */
export async function claim(c: PageContext) {
  const call = await callOf(c)
  if (!call) return notFound(c)
  if (call.edition.state === 'open' && !call.answered) {
    await claimOrganisation(c.var.store.db, claimed(call), c.var.now())
  }
  return c.redirect(own(call), 303)
}

export async function release(c: PageContext) {
  const call = await callOf(c)
  if (!call) return notFound(c)
  await releaseOrganisation(c.var.store.db, claimed(call))
  return c.redirect(telling(paths.censusRoomPart(call.edition.id, 'telephone'), 'released'), 303)
}

/** Claims first, or renews: an interview is never begun beside someone else's call. */
export async function interview(c: PageContext) {
  const call = await callOf(c)
  if (!call) return notFound(c)
  if (call.edition.state !== 'open' || call.answered) return c.redirect(own(call), 303)
  const taken = await claimOrganisation(c.var.store.db, claimed(call), c.var.now())
  if (taken.outcome === 'held') return c.redirect(own(call), 303)
  return startInterview(c, { edition: call.edition.id, organisation: call.code, wave: 'first' })
}

export async function attempt(c: PageContext) {
  const call = await callOf(c)
  if (!call) return notFound(c)
  const fields = await fieldsOf(c)
  const contacts = await contactsOf(c.var.store.db, call.code)
  const read = readAttempt(
    fields,
    contacts.map(({ id }) => id),
    c.var.now(),
  )
  if ('problems' in read) return callPage(c, { fields, problems: read.problems })
  const { db } = c.var.store
  const { role } = authorFor(c, 'census:telephone')
  const recorded = await once(
    db,
    { key: fields.once, person: call.interviewer },
    async () => {
      const done = await recordAttempt(db, { ...claimed(call), role, ...read.attempt }, c.var.now())
      if (done.outcome === 'appended') await releaseOrganisation(db, claimed(call))
      return done
    },
    ({ outcome }) => outcome === 'appended',
  )
  const list = paths.censusRoomPart(call.edition.id, 'telephone')
  if (!recorded.done || recorded.result.outcome === 'appended')
    return c.redirect(telling(list, 'attempt-recorded'), 303)
  if (recorded.result.outcome === 'held') return c.redirect(own(call), 303)
  const words = 'The call could not be recorded: someone wrote to this record at the same moment. Press again'
  return callPage(c, { fields, problems: [{ field: 'outcome', words }] })
}

interface ReadAttempt {
  readonly outcome: AttemptOutcome
  readonly contact: string | null
  readonly note: string | null
  readonly nextAt: Date | null
}

const timeSchema = z.string().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/)
/** When only a day is agreed. */
const morning = '09:00'
/** Further ahead is a slip of the keys. */
const furthestDays = 366

function readAttempt(
  fields: Fields,
  contacts: readonly string[],
  now: Date,
): { attempt: ReadAttempt } | { problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = []
  const outcome = attemptOutcomeSchema.safeParse(fields.outcome).data
  if (!outcome || !choosable.includes(outcome))
    problems.push({ field: 'outcome', words: 'Choose what came of the call' })
  const note = (fields.note ?? '').trim()
  if (note.length > 2000)
    problems.push({ field: 'note', words: 'The note is longer than 2,000 characters. Shorten it' })
  const next = nextTime(fields, now)
  if ('problem' in next) problems.push(next.problem)
  if (problems.length > 0 || !outcome || 'problem' in next) return { problems }
  const contact = contacts.find((id) => id === fields.contact) ?? null
  return { attempt: { outcome, contact, note: note === '' ? null : note, nextAt: next.at } }
}

function nextTime(fields: Fields, now: Date): { at: Date | null } | { problem: FieldProblem } {
  const day = dateIn(fields, 'next')
  const time = (fields.nextTime ?? '').trim()
  if (day === 'not-a-date') {
    return {
      problem: {
        field: 'next',
        words: 'There is no such day. Enter a date such as 22 11 2026, or leave it empty',
      },
    }
  }
  if (day === null) {
    if (time === '') return { at: null }
    return { problem: { field: 'next', words: 'Enter the day that goes with the time' } }
  }
  const clock = time === '' ? morning : timeSchema.safeParse(time).data?.replace('.', ':').padStart(5, '0')
  if (!clock) return { problem: { field: 'nextTime', words: 'Enter the time on 24 hours, such as 14:30' } }
  const at = new Date(ukMoment(day, clock))
  if (at <= now) return { problem: { field: 'next', words: 'That time has passed. Enter a later one' } }
  if (at.getTime() - now.getTime() > furthestDays * 86_400_000)
    return { problem: { field: 'next', words: 'That is more than a year ahead. Check the year' } }
  return { at }
}
