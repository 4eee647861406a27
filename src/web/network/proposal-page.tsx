/** One question with its answer: the sentence first, then map, tables, proof, method and what it rests on. */

import { procedureWithin } from '#core/catalogue/procedures.ts'
import { type Answer, proofWords } from '#core/network/proposal/answer.ts'
import { kindWords, placeWords, questionWords } from '#core/network/proposal/question.ts'
import { type Proposal, proposalById } from '#store/network/proposal.ts'
import { dateTimeWords } from '../components/dates.ts'
import { Done } from '../components/done.tsx'
import { Fact } from '../components/fact.tsx'
import { isId } from '../components/id.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { may, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { NetworkPage } from './frame.tsx'
import { AnswerMap } from './proposal-map.tsx'
import { Method } from './proposal-method.tsx'
import { NameForm } from './proposal-name.tsx'
import { GapsTable, StepsTable } from './proposal-tables.tsx'
import { askHref } from './proposals-asked.ts'
import { isWaiting, ProgressOf, StateTag } from './proposals-state.tsx'
import { ReachTables } from './what-if-reach.tsx'

export const doneWords = new Map(
  Object.entries({
    named: 'The name is kept. The answer is found by it under “Kept by name”.',
    unnamed: 'The name is taken away. The answer stays where it is.',
    cancelled: 'The computation is cancelled.',
  }),
)

export async function proposalPage(c: PageContext) {
  const id = c.req.param('id') ?? ''
  const proposal = isId(id) ? await proposalById(c.var.store.db, id) : null
  return proposal ? showProposal(c, proposal) : notFound(c)
}

export function showProposal(c: PageContext, proposal: Proposal, problems: readonly FieldProblem[] = []) {
  const { question, state, answer, name } = proposal
  const title = name ?? `${kindWords[question.kind]}: ${procedureWithin(question.procedure)}`
  const mayAsk = may(c, 'network:propose')
  const waits = isWaiting(state)
  return show(
    c,
    <NetworkPage
      c={c}
      part="proposals"
      title={title}
      crumbs={[{ text: 'What would help', href: paths.networkProposals() }]}
      islands={waits ? ['proposal'] : ['map']}
      wide
      hasErrors={problems.length > 0}
    >
      <Done c={c} words={doneWords} />
      <Problems problems={problems} />
      <span className="nhsuk-caption-l">
        {kindWords[question.kind]}, {placeWords(question)}
      </span>
      <h1 className="nhsuk-heading-l">{title}</h1>
      {waits ? (
        <div data-live="progress">
          <p className="nhsuk-u-reading-width">{questionWords(question)}</p>
          <ProgressOf proposal={proposal} mayCancel={mayAsk} />
        </div>
      ) : (
        <>
          {answer ? <p className="fp-statement">{answer.sentence}</p> : null}
          <Facts proposal={proposal} />
          <Ended proposal={proposal} mayAsk={mayAsk} />
          {answer ? <Answered c={c} proposal={proposal} answer={answer} /> : null}
          {answer && mayAsk ? <NameForm proposal={proposal} {...errorFor(problems, 'name')} /> : null}
        </>
      )}
    </NetworkPage>,
    problems.length > 0 ? 422 : 200,
  )
}

function Facts({ proposal }: { readonly proposal: Proposal }) {
  const { question, state, askedBy, askedAt, endedAt, cancelledBy, answer } = proposal
  return (
    <dl className="nhsuk-summary-list fp-proposal-facts">
      <Fact term="Question">{questionWords(question)}</Fact>
      <Fact term="State">
        <StateTag state={state} />
        {cancelledBy && state === 'cancelled' ? ` by ${cancelledBy}` : ''}
      </Fact>
      {answer?.proof ? <Fact term="Proof">{proofWords(answer.proof)}</Fact> : null}
      <Fact term="Asked">
        {askedBy}, {dateTimeWords(askedAt)}
        {endedAt && state === 'done' ? `; answered ${dateTimeWords(endedAt)}` : ''}
      </Fact>
    </dl>
  )
}

/** Of what has ended: why it went no further, and what to do. */
function Ended({ proposal, mayAsk }: { readonly proposal: Proposal; readonly mayAsk: boolean }) {
  const { id, state, failure, question, answer } = proposal
  return (
    <>
      {failure ? <p className="fp-late">{failure}.</p> : null}
      {state === 'stopped' ? (
        <p className="fp-late">
          The time was up before it was proven best. The best found is below, with how far from the best
          possible it is at most; begun again it is given twice the time.
        </p>
      ) : null}
      {state === 'cancelled' && answer ? (
        <p className="fp-late">It was cancelled. The best found until then is below.</p>
      ) : null}
      <div className="fp-actions fp-screen-only">
        {mayAsk && (state === 'stopped' || state === 'cancelled' || state === 'failed') ? (
          <form method="post" action={paths.networkProposal(id, 'again')}>
            <button className="nhsuk-button" type="submit">
              Begin it again
            </button>
          </form>
        ) : null}
        {mayAsk ? <a href={askHref(question)}>Change the question and ask again</a> : null}
        <TryByHand proposal={proposal} />
      </div>
    </>
  )
}

/** New services, laid on the map of what-if. */
function TryByHand({ proposal: { question, answer } }: { readonly proposal: Proposal }) {
  if (!answer || question.kind !== 'services' || !answer.change) return null
  const of = (role: string) =>
    answer.sites
      .filter((site) => site.role === role)
      .map(({ code }) => code)
      .join(',') || undefined
  const { procedure } = question
  return (
    <a href={paths.networkWhatIf({ procedure, open: of('new'), close: of('left-out') })}>
      Go on from it by hand on the map
    </a>
  )
}

interface AnsweredProps {
  readonly c: PageContext
  readonly proposal: Proposal
  readonly answer: Answer
}

function Answered({ c, proposal, answer }: AnsweredProps) {
  const { question } = proposal
  return (
    <>
      <AnswerMap question={question} answer={answer} />
      {answer.steps.length > 0 ? <StepsTable c={c} question={question} answer={answer} /> : null}
      {question.kind === 'recipients' && answer.outcome !== 'explained' ? (
        <GapsTable c={c} question={question} answer={answer} />
      ) : null}
      {answer.change ? (
        <section aria-labelledby="access">
          <h2 className="nhsuk-heading-m" id="access">
            Access before and after
          </h2>
          <ReachTables
            change={answer.change}
            {...(question.kind === 'pathways' ? { noWay: 'No service of theirs treats or refers them' } : {})}
          />
        </section>
      ) : null}
      <Method proposal={proposal} answer={answer} />
    </>
  )
}
