/** The one form of these pages: a kind's fields, the day, and what was added since it was opened. */

import { Button } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { dayWords } from '#core/calendar/uk-time.ts'
import type { Entry } from '#core/record/entry.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import { authorNames } from '#store/census/room/authors.ts'
import { dateTimeWords } from '../components/dates.ts'
import type { FormFacts } from '../components/kind-form/facts.ts'
import { KindForm } from '../components/kind-form/kind-form.tsx'
import { type Posted, postedOf } from '../components/kind-form/posted.ts'
import { afterRowButton } from '../components/kind-form/rows.ts'
import { DateField } from '../components/kind-form/typed-fields.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { type Crumb, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import type { ServiceAt } from './at.ts'
import { ServiceFrame } from './frame.tsx'
import { dayAnchor, dayField, newFormId, ownOf, type ReadStatement, readStatement } from './statement.ts'
import { entryLine } from './words.ts'
import { write } from './write.ts'

/** What is asked, of whom, and where it leads. */
export interface Asking {
  readonly c: PageContext
  readonly at: ServiceAt
  readonly kind: ServiceKind
  readonly title: string
  readonly button: string
  readonly action: string
  readonly above: readonly Crumb[]
  readonly facts: FormFacts
  /** What the address says already, and the form does not ask. */
  readonly fixed?: Readonly<Record<string, string>>
  /** False: it happens now. */
  readonly asksDay?: boolean
  /** The first day that it can be of: nothing ends before it began. */
  readonly notBefore?: string
  /** The entry that it replaces. */
  readonly corrects?: string
  /** What stands above the fields. */
  readonly lede?: ReactNode
  /** Where to go when it is in the record. */
  readonly next: (entry: string) => string
}

interface Shown {
  readonly posted: Posted
  readonly problems?: readonly FieldProblem[]
  readonly since?: readonly Entry[]
  readonly status?: 200 | 409 | 422
}

export async function showForm(asking: Asking, { posted, problems = [], since = [], status = 200 }: Shown) {
  const { c, at, kind, title, button, action, above, facts, fixed = {}, asksDay = true, lede } = asking
  const id = ownOf(posted)?.id ?? newFormId()
  const names = await authorNames(
    c.var.store.db,
    since.map(({ author }) => author),
  )
  return show(
    c,
    <ServiceFrame
      c={c}
      at={at}
      title={title}
      above={above}
      hasErrors={problems.length > 0}
      islands={['kind-form']}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">{title}</h1>
      {lede}
      {since.length > 0 ? <Since at={at} since={since} names={names} /> : null}
      <form method="post" action={action} noValidate className="fp-service-form">
        <input type="hidden" name="_id" value={id} />
        <input type="hidden" name="_seen" value={at.course.position} />
        {Object.entries(fixed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <KindForm
          kind={kind}
          posted={posted}
          problems={problems}
          facts={facts}
          action={action}
          without={Object.keys(fixed)}
        />
        {asksDay ? (
          <DateField
            field={{ label: kind.whenAsked, input: 'date' }}
            path={dayField}
            posted={posted}
            problems={problems}
            facts={facts}
            techniques={[]}
            action={action}
          />
        ) : null}
        <div className="fp-actions">
          <Button preventDoubleClick>{button}</Button>
          <a href={above.at(-1)?.href ?? paths.myServiceOf(at.code)}>Cancel</a>
        </div>
      </form>
    </ServiceFrame>,
    status,
  )
}

interface SinceProps {
  readonly at: ServiceAt
  readonly since: readonly Entry[]
  readonly names: ReadonlyMap<string, string>
}

/** What others added while this form was open: read first, then send again. */
function Since({ at, since, names }: SinceProps) {
  return (
    <section className="nhsuk-inset-text" role="alert" aria-labelledby="since">
      <h2 className="nhsuk-heading-s" id="since">
        {since.length === 1 ? 'Something was added' : `${since.length} entries were added`} while you wrote
      </h2>
      <ul>
        {since.map((entry) => (
          <li key={entry.id}>
            <a href={paths.myServiceEntry(at.code, entry.id)}>{entryLine(entry)}</a>{' '}
            <span className="fp-quiet">
              {names.get(entry.author) ?? 'Someone'}, {dateTimeWords(entry.recordedAt)}
            </span>
          </li>
        ))}
      </ul>
      <p>What you wrote is kept below. If it is still right, send it again.</p>
    </section>
  )
}

async function postedIn(c: PageContext): Promise<Posted> {
  return postedOf(new URLSearchParams(await c.req.text()))
}

/** Takes a form that was sent: adds rows, says what to put right, tells what others added, or records it. */
export async function takeForm(asking: Asking) {
  const { c, at, kind, facts, fixed = {}, asksDay = true, corrects } = asking
  const sent = new Map([...(await postedIn(c)), ...pairsOf(fixed)])
  const withRows = afterRowButton(sent)
  if (withRows) return showForm(asking, { posted: withRows })
  const read: ReadStatement = readStatement(kind, sent, facts, at, asksDay)
  const { body, day, posted } = read
  const problems = [...read.problems, ...tooEarly(asking, day)]
  if (problems.length > 0) return showForm(asking, { posted, problems, status: 422 })
  const form = ownOf(sent) ?? { id: newFormId(), seen: at.course.position }
  const written = await write(c, at, { kind, body, day, ...(corrects ? { corrects } : {}) }, form)
  if (written.outcome === 'written') return c.redirect(asking.next(written.entry), 303)
  if (written.outcome === 'refused')
    return showForm(asking, {
      posted,
      problems: [{ field: 'maincontent', words: written.words }],
      status: 422,
    })
  return showForm(asking, { posted, since: written.since, status: 409 })
}

function tooEarly({ notBefore }: Asking, day: string): readonly FieldProblem[] {
  if (notBefore === undefined || day === '' || day >= notBefore) return []
  const words = `That is before it began: enter ${dayWords(notBefore)} or a day after`
  return [{ field: dayAnchor, words }]
}

const pairsOf = (fixed: Readonly<Record<string, string>>) =>
  Object.entries(fixed).map(([name, value]) => [name, [value]] as const)
