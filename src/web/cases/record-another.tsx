/** Everything else that can be recorded: what is likely at this stage first, the rest by the stages of the pathway. */

import { STAGE_WORDS, stages } from '#core/pathway/case-kind.ts'
import { isOpen } from '#core/pathway/due.ts'
import { caseKinds } from '#core/pathway/kinds.ts'
import { stageOf } from '#core/pathway/stage.ts'
import { recordAddress } from '../components/due-address.ts'
import type { CaseView } from './view.ts'

export function RecordAnother({ view }: { readonly view: CaseView }) {
  const { recordable, due, now, course } = view
  const offered = caseKinds.filter(
    ({ name, offered }) => recordable.has(name) && (offered || name === 'attachment'),
  )
  if (offered.length === 0) return null
  const asked = new Set(due.filter((each) => isOpen(each, now)).map(({ kind }) => kind))
  const stage = stageOf(course)
  const likely = offered.filter((kind) => asked.has(kind.name) || kind.stage === stage).slice(0, 8)
  return (
    <section aria-labelledby="record">
      <h2 className="nhsuk-heading-m" id="record">
        Record something else
      </h2>
      {likely.length > 0 ? <KindList kinds={likely} view={view} /> : null}
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Everything that can be recorded</span>
        </summary>
        <div className="nhsuk-details__text">
          {stages
            .map((each) => ({ each, kinds: offered.filter((kind) => kind.stage === each) }))
            .filter(({ kinds }) => kinds.length > 0)
            .map(({ each, kinds }) => (
              <div key={each}>
                <h3 className="nhsuk-heading-xs">{STAGE_WORDS[each]}</h3>
                <KindList kinds={kinds} view={view} />
              </div>
            ))}
        </div>
      </details>
    </section>
  )
}

interface KindListProps {
  readonly kinds: readonly { readonly name: string; readonly title: string }[]
  readonly view: CaseView
}

function KindList({ kinds, view }: KindListProps) {
  return (
    <ul className="fp-case-kinds">
      {kinds.map(({ name, title }) => (
        <li key={name}>
          <a href={recordAddress(view.id, name)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}
