/** A patient's way through the questions: asked, looked over, sent once; or declined. */

import { Button, SummaryList } from 'nhsuk-react-components'
import { byOptions, experienceOptions, type PatientAnswers, readAnswers } from '#core/feedback/answers.ts'
import { declineFeedback, giveFeedback } from '#store/feedback/answer.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { endedPage } from './ended.tsx'
import { Frame } from './frame.tsx'
import { type Open, opened } from './opened.ts'
import { questionsPage } from './questions.tsx'

/** Goes on with a link that is open; one that is not says why. */
const onOpen =
  (then: (c: PageContext, open: Open) => Response | Promise<Response>) => async (c: PageContext) => {
    const all = await opened(c)
    const { found } = all
    return found.outcome === 'ok' ? then(c, { ...all, link: found.link }) : endedPage(c, { ...all, found })
  }

export const ask = onOpen((c, open) => questionsPage({ c, open }))

/** Back to the questions, with what was answered. */
export const change = onOpen(async (c, open) => questionsPage({ c, open, fields: await fieldsOf(c) }))

export const check = onOpen(async (c, open) => {
  const fields = await fieldsOf(c)
  const { answers, problems } = readAnswers(fields, open.link.symptoms)
  return problems.length > 0
    ? questionsPage({ c, open, fields, problems })
    : checkPage(c, open, answers, fields)
})

function checkPage(c: PageContext, { token, link }: Open, answers: PatientAnswers, fields: Fields) {
  const labelOf = (options: typeof byOptions, value: string) =>
    options.find((option) => option.value === value)?.label ?? ''
  const rows = [
    ['Your experience', labelOf(experienceOptions, answers.experience)],
    ['Why', answers.words ?? 'Nothing written'],
    ...link.symptoms.map((symptom, index) => {
      const score = answers.scores[index] ?? null
      return [
        `${symptom.charAt(0).toUpperCase()}${symptom.slice(1)} today`,
        score === null ? 'Left out' : `${score} of 10`,
      ]
    }),
    ['Who answers', labelOf(byOptions, answers.by)],
  ] as const
  const names = ['experience', 'words', 'by', ...link.symptoms.map((_, index) => `score-${index}`)]
  return show(
    c,
    <Frame c={c} title="Check your answers">
      <h1 className="nhsuk-heading-l">Check your answers</h1>
      <SummaryList>
        {rows.map(([key, value]) => (
          <SummaryList.Row key={key}>
            <SummaryList.Key>{key}</SummaryList.Key>
            <SummaryList.Value>
              <span className="fp-lines fp-wrap">{value}</span>
            </SummaryList.Value>
          </SummaryList.Row>
        ))}
      </SummaryList>
      <form method="post" action={paths.feedback(token, 'send')}>
        {names.map((name) =>
          fields[name] ? <input key={name} type="hidden" name={name} value={fields[name]} /> : null,
        )}
        <div className="nhsuk-button-group">
          <Button preventDoubleClick>Send my answers</Button>
          <button
            className="nhsuk-button nhsuk-button--secondary"
            type="submit"
            formAction={paths.feedback(token, 'change')}
          >
            Change them
          </button>
        </div>
      </form>
      <p>You can send them once.</p>
    </Frame>,
  )
}

/** Sent twice, or sent again from the page before, it is there once: the page that follows is the same. */
export const send = onOpen(async (c, open) => {
  const fields = await fieldsOf(c)
  const { answers, problems } = readAnswers(fields, open.link.symptoms)
  if (problems.length > 0) return questionsPage({ c, open, fields, problems })
  await giveFeedback(c.var.store.db, open.token, answers, c.var.now())
  return c.redirect(paths.feedback(open.token), 303)
})

export const declinePage = onOpen((c, { token, service }) =>
  show(
    c,
    <Frame c={c} title="Not answering" backHref={paths.feedback(token)}>
      <h1 className="nhsuk-heading-l">You would rather not answer?</h1>
      <p>
        That is fine, and {service} will not ask again about this treatment. Your care does not depend on it.
      </p>
      <form method="post" action={paths.feedback(token, 'decline')}>
        <Button preventDoubleClick>I do not want to answer</Button>
      </form>
    </Frame>,
  ),
)

export const decline = onOpen(async (c, { token }) => {
  await declineFeedback(c.var.store.db, token, c.var.now())
  return c.redirect(paths.feedback(token), 303)
})
