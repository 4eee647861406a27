/** Sending a form of a case: judged, recorded once, or brought back with what stands in the way. */

import type { Entry, Problem } from '#core/record/entry.ts'
import { recordInCase } from '#store/case/record.ts'
import { authorNames } from '#store/census/room/authors.ts'
import { asksOther } from '../components/kind-form/kind-form.tsx'
import type { Posted } from '../components/kind-form/posted.ts'
import { paths } from '../paths.ts'
import { type Form, showForm } from './record-form.tsx'
import { type JudgedForm, judge } from './record-judge.ts'
import { keep, seenOf } from './record-keep.ts'

/** Sends the form; what does not become an entry is kept as a draft, also when the database fails meanwhile. */
export async function send(form: Form, sent: Posted): Promise<Response> {
  const { outcome, answer } = await attempt(form, sent).catch(async (failure: unknown) => {
    await keep(form, sent).catch(() => undefined)
    throw failure
  })
  if (outcome === 'brought-back') await keep(form, sent)
  return answer()
}

interface Attempt {
  readonly outcome: 'recorded' | 'brought-back'
  readonly answer: () => Response | Promise<Response>
}

async function attempt(form: Form, sent: Posted): Promise<Attempt> {
  const { kind, facts } = form.sitting
  const { seen } = seenOf(sent)
  if (asksOther(kind, sent, facts)) {
    const note = 'The procedure is another now: the form asks what belongs to it.'
    return broughtBack(() => showForm(form, sent, { seen, note }))
  }
  const judged = judge(form.sitting, sent, form.c.var.now())
  if (judged.problems.length > 0 || !judged.occurredAt)
    return broughtBack(() => showForm(form, judged.posted, { ...judged, seen }, 422))
  return record(form, judged, judged.occurredAt, seen)
}

const broughtBack = (answer: Attempt['answer']): Attempt => ({ outcome: 'brought-back', answer })

async function record(form: Form, judged: JudgedForm, occurredAt: string, seen: number): Promise<Attempt> {
  const { c, db, id, sitting } = form
  const { opened, kind, corrected, person, signature } = sitting
  const appended = await recordInCase(
    db,
    {
      id,
      caseId: opened.id,
      kind,
      body: judged.body,
      occurredAt: new Date(occurredAt),
      author: `person:${person.id}`,
      ...signature,
      ...(corrected ? { corrects: corrected.entry } : {}),
    },
    { expected: seen },
  )
  if (appended.outcome === 'refused') return broughtBack(() => refused(form, judged, seen, appended.problems))
  const isRecorded = appended.outcome === 'appended' || appended.since.some((entry) => entry.id === id)
  if (!isRecorded) return broughtBack(() => overtaken(form, judged, appended.since))
  return {
    outcome: 'recorded',
    answer: () => c.redirect(`${paths.caseOf(opened.id)}?recorded=${id}`, 303),
  }
}

/** What others wrote meanwhile is shown; sending once more says that one has seen it. */
async function overtaken(form: Form, judged: JudgedForm, since: readonly Entry[]): Promise<Response> {
  const seen = since.at(-1)?.position ?? form.sitting.opened.course.position
  const names = await authorNames(
    form.db,
    since.map(({ author }) => author),
  )
  return showForm(form, judged.posted, { ...judged, seen, overtaken: { since, names } }, 409)
}

function refused(
  form: Form,
  judged: JudgedForm,
  seen: number,
  problems: readonly Problem[],
): Promise<Response> {
  const shown = problems.map(({ path, words }) => ({ field: path.replace(/^body\./, ''), words }))
  return showForm(form, judged.posted, { ...judged, seen, problems: shown }, 422)
}
