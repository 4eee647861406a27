/** A late correction: the lead records, with a reason, what an organisation says after the edition closed. */

import { Button, Textarea } from 'nhsuk-react-components'
import { checkAnswer } from '#core/census/answers.ts'
import { indexOrganisations, readCell } from '#core/census/import-cells.ts'
import { type Answer, type Answers, type Question, waveSchema } from '#core/census/questionnaire.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import { correctLate, standingResponse } from '#store/census/response.ts'
import { membersOf } from '#store/census/room/members.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { QuestionField } from '../components/question-field.tsx'
import { telling } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { authorFor, editionNamed } from './edition.ts'
import { RoomPage } from './frame.tsx'

interface Given {
  readonly answers: Answers
  readonly reason: string
  readonly problems: readonly FieldProblem[]
}

async function placeOf(c: PageContext) {
  const edition = await editionNamed(c)
  const code = c.req.param('code') ?? ''
  const [facts] = edition ? await membersOf(c.var.store.db, edition.id, code) : []
  const wave = waveSchema.catch('first').parse(c.req.query('wave'))
  return edition && facts ? { edition, code, facts, wave } : null
}

export async function correctionPage(c: PageContext, given?: Given) {
  const place = await placeOf(c)
  if (!place) return notFound(c)
  const { edition, code, facts, wave } = place
  const organisations = await allOrganisations(c.var.store.db)
  const names = new Map(organisations.map((one) => [one.code, one.name]))
  const own = paths.censusOrganisation(edition.id, code)
  if (edition.state !== 'closed') return c.redirect(own, 303)
  const standing = await standingResponse(c.var.store.db, { edition: edition.id, organisation: code, wave })
  const answers = given?.answers ?? standing?.waveAnswers ?? {}
  const problems = given?.problems ?? []
  const questions = edition.questionnaire.questions.filter((question) => question.wave === wave)
  const action = paths.censusOrganisationPart(edition.id, code, 'correct')
  return show(
    c,
    <RoomPage
      c={c}
      edition={edition}
      part="organisations"
      title={`Late correction of ${facts.name}`}
      crumbs={[
        { text: 'Organisations', href: paths.censusRoomPart(edition.id, 'organisations') },
        { text: facts.name, href: own },
      ]}
      hasErrors={problems.length > 0}
    >
      <div className="fp-form">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{facts.name}</span>
          Late correction
        </h1>
        <p>
          The edition is closed, and its figures and digest stay as they were. A late correction is a new
          entry in the record with your reason; it shows on the map and the service’s page as one.
        </p>
        <p>
          {wave === 'first' ? (
            <a href={`${action}?wave=follow-up`}>Correct the follow-up’s answers instead</a>
          ) : (
            <a href={action}>Correct the census’s answers instead</a>
          )}
        </p>
        <form method="post" action={wave === 'first' ? action : `${action}?wave=follow-up`} noValidate>
          {questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              answer={answers[question.id]}
              problems={problems}
              names={names}
            />
          ))}
          <Textarea
            id="reason"
            name="reason"
            label="Reason for the correction"
            labelProps={{ size: 's' }}
            hint="Who said so, and why it differs. It stays in the record."
            rows={3}
            defaultValue={given?.reason ?? ''}
            {...errorFor(problems, 'reason')}
          />
          <div className="fp-actions">
            <Button preventDoubleClick>Record the correction</Button>
            <a href={own}>Go back, change nothing</a>
          </div>
        </form>
      </div>
    </RoomPage>,
    problems.length > 0 ? 422 : 200,
  )
}

export async function correct(c: PageContext) {
  const place = await placeOf(c)
  if (!place) return notFound(c)
  const { edition, code, facts, wave } = place
  const { db } = c.var.store
  const sent = await c.req.parseBody({ all: true })
  const organisations = await allOrganisations(db)
  const context = { organisations: new Set(organisations.map((one) => one.code)), own: code }
  const questions = edition.questionnaire.questions.filter((question) => question.wave === wave)
  const read = readAnswers(questions, sent, context, organisations)
  const reason = textsOf(sent.reason).join('').trim()
  const problems = [...read.problems, ...reasonProblem(reason)]
  if (problems.length > 0) return correctionPage(c, { answers: read.answers, reason, problems })
  const author = authorFor(c, 'census:lead')
  const corrected = await correctLate(
    db,
    { edition: edition.id, organisation: code, wave },
    edition.questionnaire,
    {
      author: author.id,
      role: author.role,
      channel: facts.channel ?? 'telephone',
      answers: read.answers,
      context,
      reason,
    },
    c.var.now(),
  )
  const own = paths.censusOrganisation(edition.id, code)
  switch (corrected.outcome) {
    case 'sent':
      return c.redirect(telling(own, 'corrected'), 303)
    case 'problems':
      return correctionPage(c, {
        answers: read.answers,
        reason,
        problems: corrected.problems.map(({ question, words }) => ({ field: question, words })),
      })
    default:
      return c.redirect(telling(own, 'already-done'), 303)
  }
}

function reasonProblem(reason: string): readonly FieldProblem[] {
  if (reason.length < 3) return [{ field: 'reason', words: 'Enter the reason for the correction' }]
  if (reason.length > 2000)
    return [{ field: 'reason', words: 'The reason is longer than 2,000 characters. Shorten it' }]
  return []
}

type Sent = Readonly<Record<string, unknown>>

function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((one): one is string => typeof one === 'string')
}

function readAnswers(
  questions: readonly Question[],
  sent: Sent,
  context: Parameters<typeof checkAnswer>[2],
  organisations: readonly { readonly code: string; readonly name: string }[],
) {
  const index = indexOrganisations(organisations)
  const answers: Record<string, Answer> = {}
  const problems: FieldProblem[] = []
  for (const question of questions) {
    const texts = textsOf(sent[question.id])
    const named = question.type === 'organisations' ? readCell(question, texts.join('\n'), index) : null
    if (named && 'problem' in named) {
      problems.push({ field: question.id, words: named.problem })
      answers[question.id] = texts.join('\n').split(/\r?\n/)
      continue
    }
    const raw = named ? named.answer : question.type === 'many' ? texts : (texts[0] ?? null)
    const checked = checkAnswer(question, raw, context)
    if ('problem' in checked) {
      problems.push({ field: question.id, words: checked.problem })
      if (raw !== null) answers[question.id] = raw
    } else if (checked.answer !== null) answers[question.id] = checked.answer
  }
  return { answers, problems }
}
