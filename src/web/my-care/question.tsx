/** Noting a question for the clinic. */

import { Button, Textarea } from 'nhsuk-react-components'
import { v7 as newId } from 'uuid'
import { symptomsOf } from '#core/feedback/answers.ts'
import { symptomScore } from '#core/pathway/kinds/follow-up.ts'
import { feedbackToken, noteQuestion } from '#store/patient-page/say.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { visitOf } from './visit.ts'

const longest = 500
/** More at once is not for a clinic of half an hour. */
const openAtMost = 20

export async function questionPage(c: PageContext) {
  const visit = await visitOf(c)
  return visit ? page(c, {}, []) : c.redirect(paths.myCareClosed(), 303)
}

export async function note(c: PageContext) {
  const visit = await visitOf(c)
  if (!visit) return c.redirect(paths.myCareClosed(), 303)
  const fields = await fieldsOf(c)
  const asks = (fields.asks ?? '').trim()
  const problem = (words: string) => page(c, fields, [{ field: 'asks', words }])
  if (asks === '') return problem('Write what you want to ask')
  if (asks.length > longest)
    return problem(`Write it in ${longest} characters or fewer; you can note several`)
  const open = visit.page.questions.filter(({ answer }) => answer === null).length
  if (open >= openAtMost)
    return problem(`You have noted ${openAtMost} questions: talk about these first, or ring your team`)
  const id = isId(fields.id ?? '') ? (fields.id ?? '') : newId()
  const done = await noteQuestion(c.var.store.db, visit.opened, { id, asks, now: c.var.now() })
  if (done.outcome === 'refused') return problem(`It could not be noted: ${done.words}`)
  return c.redirect(`${paths.myCare()}?done=noted`, 303)
}

/** Leads to the questions about the last treatment, by a link that opens once. */
export async function toFeedback(c: PageContext) {
  const visit = await visitOf(c)
  if (!visit) return c.redirect(paths.myCareClosed(), 303)
  const { feedbackAbout } = visit.page
  if (!feedbackAbout) return c.redirect(paths.myCare(), 303)
  const token = await feedbackToken(c.var.store.db, visit.opened, {
    treatment: feedbackAbout,
    symptoms: symptomsOf(visit.facts.course.of(symptomScore)),
    now: c.var.now(),
  })
  return c.redirect(paths.feedback(token), 303)
}

function page(c: PageContext, fields: Fields, problems: readonly FieldProblem[]) {
  return show(
    c,
    <Page c={c} title="Note a question" focused backHref={paths.myCare()} hasErrors={problems.length > 0}>
      <div className="fp-reading">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Note a question</h1>
        <p>
          Your team reads it and talks about it with you when you meet. It is not for anything urgent: if you
          feel unwell, ring your team or 111; in an emergency 999.
        </p>
        <form method="post" action={paths.myCarePart('question')} noValidate>
          <input type="hidden" name="id" value={fields.id ?? newId()} />
          <Textarea label="What do you want to ask?" rows={4} {...inputOf(fields, problems, 'asks')} />
          <Button preventDoubleClick>Note it</Button>
        </form>
      </div>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}
