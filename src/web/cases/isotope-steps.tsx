/** The isotope chain as a list of steps: what is there, what is wrong, what is missing. */

import { type IsotopeChain, isotopeChain, type Step, type StepState } from '#core/isotope/chain.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { recordAddress } from '../components/due-address.ts'
import type { CaseView } from './view.ts'

const stateWords: Readonly<Record<StepState, string>> = {
  done: 'Done',
  wrong: 'Look again',
  missing: 'Missing',
  waits: 'Waits',
}
const stateTags: Readonly<Record<StepState, string>> = {
  done: 'nhsuk-tag--green',
  wrong: 'nhsuk-tag--red',
  missing: 'nhsuk-tag--yellow',
  waits: 'nhsuk-tag--grey',
}

export function IsotopeSteps({ view }: { readonly view: CaseView }) {
  const chain: IsotopeChain | null = isotopeChain(view.course, view.surroundings.service, view.now)
  if (!chain) return null
  return (
    <section aria-labelledby="isotope">
      <h2 className="nhsuk-heading-m" id="isotope">
        Isotope chain
      </h2>
      <ol className="fp-isotope">
        {chain.steps.map((step) => (
          <StepItem key={step.name} step={step} view={view} />
        ))}
      </ol>
    </section>
  )
}

function StepItem({ step, view }: { readonly step: Step; readonly view: CaseView }) {
  const first = step.entry ? view.course.standing(step.entry)?.first : undefined
  const kind = step.kind ? caseKindNamed(step.kind) : undefined
  const isAsked = step.state === 'missing' && kind !== undefined && view.recordable.has(kind.name)
  return (
    <li className={`fp-isotope__step fp-isotope__step--${step.state}`}>
      <p className="fp-isotope__title">
        {first ? <a href={`#entry-${first}`}>{step.title}</a> : step.title}
        <strong className={`nhsuk-tag ${stateTags[step.state]}`}>{stateWords[step.state]}</strong>
      </p>
      {step.lines.map((line) => (
        <p key={line} className="fp-isotope__line">
          {line}
        </p>
      ))}
      {isAsked && kind ? <a href={recordAddress(view.id, kind.name)}>{kind.button}</a> : null}
    </li>
  )
}
