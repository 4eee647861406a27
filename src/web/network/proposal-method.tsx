/** How an answer was found and what it rests on: proof, method, sources, limits. */

import type { ReactNode } from 'react'
import { type Answer, type Proof, proofWords, travelWords } from '#core/network/proposal/answer.ts'
import type { Question } from '#core/network/proposal/question.ts'
import type { Proposal } from '#store/network/proposal.ts'
import { dateWords } from '../components/dates.ts'
import { Fact } from '../components/fact.tsx'

interface MethodProps {
  readonly proposal: Proposal
  readonly answer: Answer
}

export function Method({ proposal, answer }: MethodProps) {
  const { question, progress } = proposal
  const { proof, basis, unreachable } = answer
  return (
    <section id="method" aria-labelledby="method-heading">
      <h2 className="nhsuk-heading-m" id="method-heading">
        How sure it is, and what it rests on
      </h2>
      <dl className="nhsuk-summary-list">
        {proof ? (
          <>
            <Fact term="Proof">
              <strong>{proofWords(proof)}</strong>
            </Fact>
            <Fact term="Found">{amount(proof, proof.objective)}</Fact>
            <Fact term="No choice can do better than">
              {proof.bound === null ? 'Not known' : amount(proof, proof.bound)}
            </Fact>
            <Fact term="Time to compute">
              {progress.seconds === null ? 'Not recorded' : `${progress.seconds.toFixed(1)} seconds`}
            </Fact>
          </>
        ) : null}
        <Fact term="How it is found">{methods[question.kind]}</Fact>
        {question.kind === 'services' && unreachable.people > 0 ? (
          <Fact term="Out of reach">
            {unreachable.people.toLocaleString('en-GB')}{' '}
            {question.aim === 'covering'
              ? `people live over ${question.within} minutes from every place that could be chosen`
              : 'people live where no road or listed crossing leads to any of the places; they are left out'}
          </Fact>
        ) : null}
        {question.kind === 'pathways' && unreachable.people > 0 ? (
          <Fact term="Out of reach">
            {unreachable.people.toLocaleString('en-GB')} people live further than that from every service that
            could treat them: no referral pathway alone brings them within reach
          </Fact>
        ) : null}
        <Fact term="Travel times">
          {travelWords[basis.travel]}. {travelLimits(question, basis.travel)}
        </Fact>
        <Fact term="People">
          {basis.people.toLocaleString('en-GB')} residents of {basis.areas.toLocaleString('en-GB')} small
          areas, each taken to live at its middle: the censuses of 2021 and 2022
        </Fact>
        <Fact term="Who offers what">
          {basis.edition ?? 'The services’ records'}, as of {dateWords(basis.day)}
          {basis.fictional ? '; services and answers are fictional' : ''}
        </Fact>
        <Fact term="Computed from">
          <span className="fp-digest fp-wrap">{basis.travelKey}</span>
        </Fact>
      </dl>
    </section>
  )
}

const methods: Readonly<Record<Question['kind'], ReactNode>> = {
  recipients:
    'For each service that says it does not offer the procedure and refers nowhere for it: the services that offer it, ranked by the way to them, the referral pathways that already lead there, and the cancer alliance that both belong to. Each reason stands beside it.',
  pathways:
    'Everybody’s own service is the one nearest to their home. They are within reach if they live near enough to where that service treats them or refers them. A new pathway leads from a service that does not offer the procedure to one that does. Of all sets that reach the share, the smallest, and of those one that reaches most; or, of all sets of so many, one that reaches most. It is solved as a covering problem to proven optimality.',
  services:
    'Everybody goes to the nearest service that is open. Of all choices of so many places, the one with the shortest way on average (the p-median problem), or with most people within the minutes given (maximal covering). It is bounded by Lagrangian relaxation, reduced by what the bound decides, and solved to proven optimality.',
}

function travelLimits(question: Question, travel: Answer['basis']['travel']): string {
  const day = 'By car, at no particular hour; nobody is taken to go by train or bus'
  if (travel !== 'estimate') return `${day}.`
  const far = question.kind === 'recipients' ? '' : ' Near the limit an answer can turn on it.'
  return `${day}. On known routes it errs by 15 to 19% on average, most at estuaries.${far}`
}

function amount({ unit }: Pick<Proof, 'unit'>, value: number): string {
  const digits = unit.startsWith('minutes') ? 2 : 0
  const number = value.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${number} ${unit}`
}
