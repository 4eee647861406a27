/** What is said above the button of a form that came back: clauses not kept, warnings, what others wrote. */

import { Checkboxes } from 'nhsuk-react-components'
import type { Breach } from '#core/pathway/rules.ts'
import type { Entry } from '#core/record/entry.ts'
import { kindOf } from '#core/record/kind.ts'
import { dateTimeWords } from '../components/dates.ts'
import type { FormParts } from '../components/kind-form/field-props.ts'
import { OneField } from '../components/kind-form/fields.tsx'
import { errorFor } from '../components/problems.tsx'
import { paths } from '../paths.ts'
import { type AskedWarning, reasonField } from './record-judge.ts'
import type { Sitting } from './record-sitting.ts'
import { lineOf } from './record-sitting.ts'

interface BreachesProps {
  readonly kind: Sitting['kind']
  readonly breaches: readonly Breach[]
  readonly parts: FormParts
}

/** What happened is accepted; the clause that it did not keep is shown, and a reason asked. */
export function Breaches({ kind, breaches, parts }: BreachesProps) {
  const field = reasonField(kind.fields)
  if (breaches.length === 0) return null
  return (
    <section className="fp-remark" aria-labelledby="breaches">
      <h2 className="nhsuk-heading-s" id="breaches">
        A rule was not kept
      </h2>
      <p>This can be recorded: the record says what happened. It will also show:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {breaches.map(({ clause, words }) => (
          <li key={clause + words}>
            {words} <span className="fp-quiet">(clause {clause.split('/').at(-1)})</span>
          </li>
        ))}
      </ul>
      {field ? <OneField {...parts} field={field} path="breachReason" /> : null}
    </section>
  )
}

interface WarningsProps {
  readonly warnings: readonly AskedWarning[]
  readonly parts: FormParts
}

/** One box a warning: what looks wrong is recorded once someone said that it is right. */
export function Warnings({ warnings, parts: { problems } }: WarningsProps) {
  if (warnings.length === 0) return null
  return (
    <section className="fp-remark" aria-labelledby="warnings">
      <h2 className="nhsuk-heading-s" id="warnings">
        Is this right?
      </h2>
      {warnings.map(({ key, words, anchor, isConfirmed }, place) => (
        <Checkboxes
          key={key}
          name="_sure"
          small
          legend={words}
          {...(errorFor(problems, `sure-${place}`) && unconfirmed(isConfirmed, problems.length > 0))}
        >
          <Checkboxes.Item id={`sure-${place}`} value={key} defaultChecked={isConfirmed}>
            Yes, this is right
          </Checkboxes.Item>
          <p className="nhsuk-u-margin-top-2">
            <a href={`#${anchor}`}>Change it</a>
          </p>
        </Checkboxes>
      ))}
    </section>
  )
}

const unconfirmed = (isConfirmed: boolean, isAsked: boolean): { error?: string } =>
  !isConfirmed && isAsked ? { error: 'Confirm that this is right, or change it' } : {}

interface OvertakenProps {
  readonly since: readonly Entry[]
  readonly caseId: string
  readonly names: ReadonlyMap<string, string>
}

/** What others wrote while this form was open: shown before it is sent all the same. */
export function Overtaken({ since, caseId, names }: OvertakenProps) {
  return (
    <section className="fp-remark fp-remark--overtaken" aria-labelledby="overtaken" tabIndex={-1}>
      <h2 className="nhsuk-heading-s" id="overtaken">
        {since.length === 1 ? 'Something was' : `${since.length} things were`} recorded while you wrote
      </h2>
      <ul className="nhsuk-list">
        {since.map((entry) => (
          <li key={entry.id}>
            <a href={paths.caseEntry(caseId, entry.id)}>{wordsOf(entry)}</a>
            <br />
            <span className="fp-quiet">
              {names.get(entry.author) ?? 'Someone else'}, {dateTimeWords(entry.recordedAt)}
            </span>
          </li>
        ))}
      </ul>
      <p>What you wrote is below as you left it. Nothing of it is recorded yet.</p>
    </section>
  )
}

function wordsOf({ kind, body, corrects }: Entry): string {
  const line = body === null ? (kindOf(kind, 1)?.title ?? kind) : lineOf({ kind, body })
  return corrects ? `Correction: ${line}` : line
}
