/** A form that was sent by somebody who may not, or no longer may: nothing is recorded, what was typed is given back. */

import { caseKindNamed } from '#core/pathway/kinds.ts'
import { type Field, type Fields, fieldOf } from '#core/record/field.ts'
import { isOwn, type Posted, postedOf } from '../components/kind-form/posted.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { forbidden, Refusal } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { whenPath } from './record-when.ts'

/** Says no to whoever was about to write. What they sent is theirs: they may copy it; of the case nothing is said. */
export async function refuseToRecord(c: PageContext, status: 403 | 404 = 403): Promise<Response> {
  if (c.req.method !== 'POST') return forbidden(c)
  const posted = postedOf(new URLSearchParams(await c.req.text()))
  const kind = caseKindNamed(c.req.param('kind') ?? '')
  const typed = typedIn(posted, kind?.fields ?? {})
  return show(
    c,
    <Refusal c={c} title="This was not recorded">
      <div className="nhsuk-u-reading-width">
        <p>
          You may not write this, or no longer: your role may have changed while the form was open, or your
          organisation takes no part in the case any more. An administrator can say what your role is.
        </p>
        <p>
          <strong>Nothing of what you sent is in the record.</strong>
          {typed.length > 0 ? ' It is below as you left it, so that you can copy it.' : ''}
        </p>
        {typed.length > 0 ? (
          <>
            <h2 className="nhsuk-heading-m">What you wrote</h2>
            <dl className="nhsuk-summary-list">
              {typed.map(({ label, words }) => (
                <div className="nhsuk-summary-list__row" key={label}>
                  <dt className="nhsuk-summary-list__key">{label}</dt>
                  <dd className="nhsuk-summary-list__value fp-wrap fp-as-typed">{words}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : null}
        <p>
          Go to <a href={paths.myWork()}>your work</a>.
        </p>
      </div>
    </Refusal>,
    status,
  )
}

interface Typed {
  readonly label: string
  readonly words: string
}

/** What was typed, each field once, the parts of a day together. */
function typedIn(posted: Posted, fields: Fields): readonly Typed[] {
  const byLabel = new Map<string, string[]>()
  for (const [name, values] of posted) {
    const path = name.replace(/-(day|month|year|time)$/, '')
    const words = values.map((value) => value.trim()).filter((value) => value !== '')
    if (isOwn(name) || words.length === 0) continue
    const { label, field } = labelled(path, fields)
    const said = words.map((value) => optionIn(field, value))
    byLabel.set(label, [...(byLabel.get(label) ?? []), ...said])
  }
  return [...byLabel].map(([label, words]) => ({ label, words: words.join(' ') }))
}

/** The label of a field at `targets.0.size`: Targets 1, Size. */
function labelled(path: string, fields: Fields): { readonly label: string; readonly field?: Field } {
  if (path === whenPath) return { label: 'When' }
  let inside = fields
  let field: Field | undefined
  const labels: string[] = []
  for (const step of path.split('.')) {
    if (/^\d+$/.test(step)) {
      labels.push(`${labels.pop() ?? ''} ${Number(step) + 1}`)
      continue
    }
    const schema = inside[step]
    field = schema && fieldOf(schema)
    labels.push(field?.label ?? step)
    inside = field?.input === 'group' || field?.input === 'list' ? field.fields : {}
  }
  return { label: labels.join(', '), ...(field ? { field } : {}) }
}

function optionIn(field: Field | undefined, value: string): string {
  if (field?.input !== 'choice' && field?.input !== 'many') return value
  return field.options.find((option) => option.value === value)?.label ?? value
}
