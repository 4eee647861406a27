/** Check your answers, send them, and the receipt. */

import { z } from 'zod'
import { contactById } from '#store/census/contact.ts'
import { receiptOf, type Sender, sendAnswers } from '#store/census/response.ts'
import { recordAttempt, releaseOrganisation } from '#store/census/telephone.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { CheckPage } from './check.tsx'
import { DonePage } from './done.tsx'
import { type Sitting, sittingOf, sittingToSave } from './sitting.ts'

/** GET /answer/check */
export async function showCheck(c: PageContext): Promise<Response> {
  return show(c, <CheckPage c={c} sitting={await sittingOf(c)} changed={false} pressed={false} />)
}

const formSchema = z.object({
  draft: z.coerce.number().int().nonnegative().catch(-1),
  entry: z.uuid().nullable().catch(null),
})

/** POST /answer/check */
export async function send(c: PageContext): Promise<Response> {
  const [sitting, form] = await Promise.all([
    sittingToSave(c),
    c.req.parseBody().then((body) => formSchema.parse(body)),
  ])
  const { place, questionnaire, context } = sitting
  const sender = await senderOf(c, sitting)
  const sent = await sendAnswers(
    c.var.store.db,
    place,
    questionnaire,
    { ...sender, seen: form, context },
    c.var.now(),
  )
  switch (sent.outcome) {
    case 'sent':
      await noteCall(c, sitting)
      await endCall(c, sitting)
      return c.redirect(`${paths.answerDone()}?sent=now`, 303)
    case 'already-sent':
      await endCall(c, sitting)
      return c.redirect(`${paths.answerDone()}?sent=now`, 303)
    case 'changed':
      return show(c, <CheckPage c={c} sitting={await sittingOf(c)} changed pressed={false} />, 409)
    case 'nothing-asked':
      return show(c, <CheckPage c={c} sitting={await sittingOf(c)} changed={false} pressed={false} />, 422)
    case 'problems':
      return show(c, <CheckPage c={c} sitting={await sittingOf(c)} changed={false} pressed />, 422)
    case 'edition-closed':
      return c.redirect(paths.answerLinkNeeded(), 303)
  }
}

/** The call that brought the answers stands among the attempts, as those before it do. */
async function noteCall(c: PageContext, { answering }: Sitting): Promise<void> {
  const { edition, organisation, interviewer } = answering
  if (interviewer === null) return
  const attempt = { outcome: 'answered' as const, contact: null, note: null, nextAt: null }
  await recordAttempt(
    c.var.store.db,
    { edition, organisation, interviewer, role: 'interviewer', ...attempt },
    c.var.now(),
  )
}

/** An organisation that has answered is rung no more: its claim goes with the call. */
async function endCall(c: PageContext, { answering }: Sitting): Promise<void> {
  const { edition, organisation, interviewer } = answering
  if (interviewer !== null) await releaseOrganisation(c.var.store.db, { edition, organisation, interviewer })
}

async function senderOf(c: PageContext, { answering, answers }: Sitting): Promise<Sender> {
  if (answering.interviewer !== null) {
    return { author: `person:${answering.interviewer}`, role: 'interviewer', channel: 'telephone' }
  }
  const contact = answering.contact ? await contactById(c.var.store.db, answering.contact) : null
  const role =
    contact?.role ?? (typeof answers.respondentRole === 'string' ? answers.respondentRole : 'respondent')
  const receiptTo =
    contact?.email && !contact.bouncedAt && answering.link
      ? { recipient: contact.email, link: answering.link }
      : null
  return {
    author: contact ? `contact:${contact.id}` : `link:${answering.link}`,
    role,
    channel: 'web',
    receiptTo,
  }
}

/** GET /answer/done */
export async function showReceipt(c: PageContext): Promise<Response> {
  const sitting = await sittingOf(c)
  const receipt = await receiptOf(c.var.store.db, sitting.place)
  if (!receipt) return c.redirect(paths.answer(), 303)
  return show(c, <DonePage c={c} sitting={sitting} receipt={receipt} now={c.req.query('sent') === 'now'} />)
}
