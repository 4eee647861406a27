/** Takes the answer to a referral: an entry of the case, and a letter to the referrer that names nobody. */

import { signatureFor } from '#core/access/record.ts'
import { referralAnswer } from '#core/pathway/kinds/referral.ts'
import type { Entry } from '#core/record/entry.ts'
import { type AnswerBody, type Answered, answerReferral } from '#store/referral/answer.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { showReferral, viewOf } from './one.tsx'

const longest = 2000

/** The answer in the fields, or what to put right. */
function readAnswer(fields: Fields): { readonly body: AnswerBody } | { readonly problem: FieldProblem } {
  const text = (fields.words ?? '').trim()
  const problem = (words: string, field = 'words') => ({ problem: { field, words } })
  if (text.length > longest) return problem('What you write has to be 2,000 characters or fewer')
  switch (fields.answer) {
    case 'advice':
      return text === '' ? problem('Enter the advice') : { body: { answer: 'advice', advice: text } }
    case 'refused':
      return text === ''
        ? problem('Enter the reason for refusal')
        : { body: { answer: 'refused', reason: text } }
    case 'accepted':
    case 'acknowledged':
      return { body: { answer: fields.answer, ...(text ? { comment: text } : {}) } }
    default:
      return problem('Select your answer', 'answer')
  }
}

export async function answer(c: PageContext) {
  const fields = await fieldsOf(c)
  const { person } = c.var
  if (!person) return forbidden(c)
  return inScope(c, 'case:record', async (db) => {
    const view = await viewOf(c, db)
    if (!view) return notFound(c)
    const { opened } = view
    const signature = opened.onlyToLook
      ? null
      : signatureFor(person.memberships, referralAnswer.name, opened.row)
    if (!signature) return forbidden(c)
    const read = readAnswer(fields)
    if ('problem' in read) return showReferral(c, view, fields, [read.problem])
    const answered = await answerReferral(db, {
      caseId: opened.id,
      body: read.body,
      seen: /^\d{1,9}$/.test(fields.seen ?? '') ? Number(fields.seen) : opened.course.position,
      author: `person:${person.id}`,
      ...signature,
      at: c.var.now(),
    })
    return told(c, answered, async (words, since) => {
      const again = await viewOf(c, db)
      if (!again) return notFound(c)
      const by = since ? (again.authors.get(since.author) ?? 'Somebody else') : null
      const problem = { field: 'answer', words: by ? `${by} ${words}` : words }
      return showReferral(c, again, fields, [problem], since ? 409 : 422)
    })
  })
}

function told(
  c: PageContext,
  answered: Answered,
  showAgain: (words: string, since?: Entry) => Promise<Response>,
): Promise<Response> | Response {
  switch (answered.outcome) {
    case 'answered':
      return c.redirect(paths.referral(c.req.param('case') ?? ''), 303)
    case 'overtaken':
      return showAgain(
        'answered while you wrote. Read that answer below; yours is kept in the form, and not sent',
        answered.since,
      )
    case 'refused':
      return showAgain(answered.words)
  }
}
