/** A patient's way through the questions: asked, looked over, sent once; or declined. */

import { Button, SummaryList } from 'nhsuk-react-components'
import { byOptions, experienceOptions, type PatientAnswers, readAnswers } from '#core/feedback/answers.ts'
import { askedBy, declineFeedback, giveFeedback, keepDraft } from '#store/feedback/answer.ts'
import { fieldsOf } from '../components/form.ts'
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
    if (found.outcome !== 'ok') return endedPage(c, { ...all, found })
    const asked = await askedBy(c.var.store.db, found.link, c.var.now())
    return then(c, { ...all, ...asked, link: found.link })
  }

/** The questions, with what was answered before. */
export const ask = onOpen((c, open) => questionsPage({ c, open, fields: open.draft ?? {} }))

/** Kept, and shown under an address of its own: whoever goes back from the last page finds a page, not an error. */
export const keep = onOpen(async (c, open) => {
  const fields = await fieldsOf(c)
  const { problems } = readAnswers(fields, open.link.symptoms, open.instruments)
  if (problems.length > 0) return questionsPage({ c, open, fields, problems })
  await keepDraft(c.var.store.db, open.link, fields, c.var.now())
  return c.redirect(paths.feedback(open.token, 'check'), 303)
})

export const check = onOpen((c, open) => {
  const { answers, problems } = readAnswers(open.draft ?? {}, open.link.symptoms, open.instruments)
  return problems.length > 0 ? c.redirect(paths.feedback(open.token), 303) : checkPage(c, open, answers)
})

function checkPage(c: PageContext, { token, link, instruments }: Open, answers: PatientAnswers) {
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
    ...instruments.map(({ instrument, items }) => {
      const given = answers.instruments.find((each) => each.instrument === instrument.id)?.answers.length ?? 0
      return [instrument.title, given === 0 ? 'Left out' : `${given} of ${items.length} answered`]
    }),
    ['Who answers', labelOf(byOptions, answers.by)],
  ] as const
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
      <div className="nhsuk-button-group">
        <form method="post" action={paths.feedback(token, 'send')}>
          <Button preventDoubleClick>Send my answers</Button>
        </form>
        <form method="get" action={paths.feedback(token)}>
          <Button secondary>Change them</Button>
        </form>
      </div>
      <p>You can send them once.</p>
    </Frame>,
  )
}

/** Sent twice, or sent again from the page before, it is there once: the page that follows is the same. */
export const send = onOpen(async (c, open) => {
  const sent = await fieldsOf(c)
  const fields = sent.experience === undefined ? (open.draft ?? {}) : sent
  const { answers, problems } = readAnswers(fields, open.link.symptoms, open.instruments)
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
