/** Shows a question, saves its answer, and says what could not be saved and why. */

import { checkAnswer } from '#core/census/answers.ts'
import { firstUnanswered, leftOut, questionAfter } from '#core/census/progress.ts'
import {
  type Answer,
  type Answers,
  isEmpty,
  labelOf,
  type Question,
  questionOf,
  testsOf,
  visibleQuestions,
} from '#core/census/questionnaire.ts'
import { roleOfAnswering } from '#store/census/answering.ts'
import { saveAnswer } from '#store/census/draft.ts'
import { renewClaim } from '#store/census/telephone.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound, Refusal } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { LeftOutPage } from './check.tsx'
import { fieldName } from './field-parts.tsx'
import { matching, searchName } from './organisations-field.tsx'
import { ConflictPage, QuestionPage, valuesOf } from './question.tsx'
import { type Sitting, sittingOf, sittingToSave } from './sitting.ts'
import { missingWords, roleWords } from './words.ts'

/** GET /answer/question/:id */
export async function showQuestion(c: PageContext): Promise<Response> {
  const sitting = await sittingOf(c)
  const question = questionOf(sitting.questionnaire, c.req.param('id') ?? '')
  if (!question) return notFound(c)
  if (!isAsked(sitting, question)) return notAsked(c, sitting, question, 404)
  const { draft } = sitting
  return show(
    c,
    <QuestionPage
      c={c}
      sitting={sitting}
      question={question}
      values={valuesOf(draft.answers[question.id])}
      error={null}
      search=""
      seen={draft.marks[question.id]?.revision ?? 0}
      fromCheck={c.req.query('from') === 'check'}
    />,
  )
}

interface Posted {
  readonly raw: string | readonly string[]
  readonly seen: number
  readonly fromCheck: boolean
  readonly search: string
  /** Of two answers that collided; null: this is no such choice. Empty: nothing was chosen. */
  readonly choice: string | null
}

/** POST /answer/question/:id */
export async function answerQuestion(c: PageContext): Promise<Response> {
  const [sitting, posted] = await Promise.all([sittingToSave(c), postedIn(c)])
  const question = questionOf(sitting.questionnaire, c.req.param('id') ?? '')
  if (!question) return notFound(c)
  if (!isAsked(sitting, question)) return notAsked(c, sitting, question, 422)
  if (posted.search !== '') return searched(c, await sittingOf(c), question, posted)
  const checked = checkAnswer(question, posted.raw, sitting.context)
  if ('problem' in checked) return again(c, await sittingOf(c), question, posted, checked.problem)
  if (posted.choice === 'theirs')
    return c.redirect(next(sitting, sitting.answers, question, posted.fromCheck), 303)
  if (question.required && checked.answer === null) {
    return again(c, await sittingOf(c), question, posted, missingWords(question))
  }
  return save(c, sitting, question, posted, checked.answer)
}

async function save(
  c: PageContext,
  sitting: Sitting,
  question: Question,
  posted: Posted,
  answer: Answer | null,
): Promise<Response> {
  const { questionnaire, answers, answering, place } = sitting
  // Who was shown two answers and chose none has not chosen their own.
  const unchosen = posted.choice === ''
  const given = { question: question.id, answer, seen: unchosen ? 0 : posted.seen, by: answering.id }
  const { edition, organisation, interviewer } = answering
  if (interviewer !== null) {
    await renewClaim(c.var.store.db, { edition, organisation, interviewer }, c.var.now())
  }
  const saved = await saveAnswer(c.var.store.db, place, given, c.var.now())
  if (saved.outcome === 'conflict') {
    const whose = await roleOfAnswering(c.var.store.db, saved.by)
    const who =
      whose.link !== null && whose.link === answering.link ? 'you' : roleWords(questionnaire, whose.role)
    return show(
      c,
      <ConflictPage
        c={c}
        sitting={sitting}
        question={question}
        mine={answer}
        theirs={saved.theirs}
        who={whose.known ? who : 'someone else'}
        at={saved.at}
        revision={saved.revision}
        fromCheck={posted.fromCheck}
        error={unchosen}
      />,
      409,
    )
  }
  const { [question.id]: _, ...others } = answers
  const after = answer === null ? others : { ...others, [question.id]: answer }
  const dropped = newlyLeftOut(sitting, after)
  if (dropped.length > 0) {
    return c.redirect(`${paths.answerLeftOut(question.id)}${posted.fromCheck ? '?from=check' : ''}`, 303)
  }
  return c.redirect(next(sitting, after, question, posted.fromCheck), 303)
}

function newlyLeftOut({ questionnaire, answers, place }: Sitting, after: Answers): readonly Question[] {
  const before = new Set(leftOut(questionnaire, answers, place.wave).map(({ id }) => id))
  return leftOut(questionnaire, after, place.wave).filter(({ id }) => !before.has(id))
}

/** On to the next question; from the list of answers back to it, by way of what is newly asked. */
function next(
  { questionnaire, place }: Sitting,
  answers: Answers,
  question: Question,
  fromCheck: boolean,
): string {
  const following = fromCheck
    ? firstUnanswered(questionnaire, answers, place.wave)
    : questionAfter(questionnaire, answers, place.wave, question.id)
  if (!following) return paths.answerCheck()
  return `${paths.answerQuestion(following.id)}${fromCheck ? '?from=check' : ''}`
}

/** GET /answer/left-out/:id */
export async function leftOutAfter(c: PageContext): Promise<Response> {
  const sitting = await sittingOf(c)
  const { questionnaire, answers, place } = sitting
  const question = questionOf(questionnaire, c.req.param('id') ?? '')
  const fromCheck = c.req.query('from') === 'check'
  if (!question) return notFound(c)
  const dropped = leftOut(questionnaire, answers, place.wave)
  if (dropped.length === 0) return c.redirect(next(sitting, answers, question, fromCheck), 303)
  return show(
    c,
    <LeftOutPage c={c} sitting={sitting} question={question} dropped={dropped} fromCheck={fromCheck} />,
  )
}

/** What was looked for: ticked where it is one organisation, else shown to choose from. Saves nothing yet. */
function searched(c: PageContext, sitting: Sitting, question: Question, posted: Posted) {
  const values = typeof posted.raw === 'string' ? [posted.raw] : posted.raw
  const found = matching(
    sitting.recipients.filter(({ code }) => !values.includes(code)),
    posted.search,
  )
  const [only] = found
  const added = found.length === 1 && only ? [...values, only.code] : values
  const search = added === values ? posted.search : ''
  return show(
    c,
    <QuestionPage
      c={c}
      sitting={sitting}
      question={question}
      values={added}
      error={null}
      search={search}
      seen={posted.seen}
      fromCheck={posted.fromCheck}
    />,
  )
}

/** The page once more, with what was posted kept in the field. */
function again(c: PageContext, sitting: Sitting, question: Question, posted: Posted, problem: string) {
  const values = typeof posted.raw === 'string' ? [posted.raw] : posted.raw
  return show(
    c,
    <QuestionPage
      c={c}
      sitting={sitting}
      question={question}
      values={values.map(showable)}
      error={problem}
      search=""
      seen={posted.seen}
      fromCheck={posted.fromCheck}
    />,
    422,
  )
}

/** Text without the characters that a page cannot hold. */
function showable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
}

function isAsked({ questionnaire, answers, place }: Sitting, question: Question): boolean {
  return visibleQuestions(questionnaire, answers, place.wave).some(({ id }) => id === question.id)
}

/** A question off the branch: which answer says so, and how to change it. */
function notAsked(c: PageContext, sitting: Sitting, question: Question, status: 404 | 422) {
  const { questionnaire, answers, place } = sitting
  const reason =
    question.wave === place.wave && question.when
      ? testsOf(question.when)
          .tests.map((test) => questionOf(questionnaire, test.question))
          .find((deciding) => deciding !== undefined && isAsked(sitting, deciding))
      : undefined
  const answer = reason ? answers[reason.id] : undefined
  const said = reason && answer !== undefined && !isEmpty(answer) ? valuesOf(answer) : []
  return show(
    c,
    <Refusal c={c} title="This question is not asked of your organisation">
      <p>
        “{question.asks}”{' '}
        {reason && said.length > 0
          ? `does not apply, because the answer to “${reason.asks}” is “${said.map((value) => labelOf(reason, value)).join(', ')}”.`
          : reason
            ? `depends on the answer to “${reason.asks}”, which comes first.`
            : 'belongs to another round of the census.'}{' '}
        Nothing was changed.
      </p>
      {reason ? (
        <p>
          <a href={paths.answerQuestion(reason.id)}>
            {said.length > 0 ? 'Change that answer' : 'Answer that question'}
          </a>
        </p>
      ) : null}
      <p>
        <a href={paths.answerCheck()}>See all your answers</a>
      </p>
    </Refusal>,
    status,
  )
}

async function postedIn(c: PageContext): Promise<Posted> {
  const body = await c.req.parseBody({ all: true })
  const text = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? value : ''
  }
  const raw = body[fieldName] ?? []
  const values = (Array.isArray(raw) ? raw : [raw]).filter((value) => typeof value === 'string')
  const seen = Number(text('seen'))
  return {
    raw: values.length === 1 ? (values[0] ?? '') : values,
    seen: Number.isSafeInteger(seen) && seen >= 0 ? seen : 0,
    fromCheck: text('from') === 'check',
    search: text(searchName).trim().slice(0, 200),
    choice: text('choosing') === 'yes' ? text('choice') : null,
  }
}
