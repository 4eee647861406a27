/** The findings of one case: the open ones first, not met before not yet due; the rest behind one line or on their own page. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import type { Course, Stated } from '#core/pathway/course.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { standardWithId } from '#core/standards/editions.ts'
import type { Finding, Verdict } from '#core/standards/finding.ts'
import { clauseNumbered } from '#core/standards/standard.ts'
import { paths } from '../../paths.ts'
import { VerdictWord } from './verdict-mark.tsx'

interface FindingsProps {
  readonly findings: readonly Finding[]
  readonly course: Course
  readonly caseId: string
  /** True on the page of all findings. */
  readonly all?: boolean
}

/** More than these that are met or exempt have a page of their own: nobody reads them beside what is to do. */
const mostFolded = 60

export function Findings({ findings, course, caseId, all = false }: FindingsProps) {
  const of = (verdict: Verdict) => findings.filter((each) => each.verdict === verdict)
  const notMet = of('not-met')
  const open = [
    ...notMet.filter(({ late }) => !late),
    ...notMet.filter(({ late }) => late),
    ...byLapse(of('not-yet-due')),
  ]
  const rest = [...of('met'), ...of('exempt')]
  const hasSeveral = new Set(findings.flatMap(({ about }) => occasionOf(course, about) ?? [])).size > 1
  const list = (shown: readonly Finding[]) => (
    <ul className="fp-findings">
      {shown.map((finding, index) => (
        <li key={`${finding.clause}-${finding.about}-${index}`} className="fp-findings__item">
          <OneFinding finding={finding} course={course} caseId={caseId} hasSeveral={hasSeveral} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {open.length > 0 ? list(open) : <p>Every clause that applies so far is met or exempt.</p>}
      {rest.length > mostFolded && !all ? (
        <p>
          <a href={paths.caseFindings(caseId)}>{restWords(of('met').length, of('exempt').length)}</a>
        </p>
      ) : null}
      {all && rest.length > 0 ? list(rest) : null}
      {rest.length > 0 && rest.length <= mostFolded && !all ? (
        <details className="nhsuk-details fp-findings__rest">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {restWords(of('met').length, of('exempt').length)}
            </span>
          </summary>
          <div className="nhsuk-details__text">{list(rest)}</div>
        </details>
      ) : null}
    </>
  )
}

interface OneFindingProps extends Omit<FindingsProps, 'findings' | 'all'> {
  readonly finding: Finding
  /** Whether the case has more than one treatment, so that each finding has to say of which it is. */
  readonly hasSeveral: boolean
}

function OneFinding({ finding, course, caseId, hasSeveral }: OneFindingProps) {
  const { verdict, late, reason, entries, about } = finding
  const clause = clauseOf(finding.clause)
  const rests = entries.flatMap((id) => course.standing(id) ?? [])
  const occasion = hasSeveral ? occasionOf(course, about) : undefined
  return (
    <>
      <p className="fp-findings__asks">
        <VerdictWord verdict={verdict} late={late ?? false} />
        <span className="fp-findings__clause">{clause.number}</span> {clause.asks}
      </p>
      {occasion ? <p className="fp-findings__about">{occasion}</p> : null}
      <p className="fp-findings__reason">{reason}</p>
      {rests.length > 0 ? (
        <ul className="fp-findings__entries" aria-label="Rests on">
          {rests.map((stated) => (
            <li key={stated.entry}>
              <a href={paths.caseEntry(caseId, stated.entry)}>{entryWords(stated)}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** A clause by its id, `rcr-2013/3.4`: its number and what it asks; the id itself where no standard has it. */
export function clauseOf(id: string): { readonly number: string; readonly asks: string } {
  const [standard = '', number = ''] = id.split('/')
  const known = standardWithId(standard)
  const clause = known && clauseNumbered(known, number)
  return clause ? { number: numberWords(number), asks: clause.asks } : { number: id, asks: '' }
}

/** `6.5-safety` as one reads it: 6.5 safety. */
export function numberWords(number: string): string {
  return number.replace('-', ' ')
}

/** What an entry is and when it happened: what a link to it says. */
export function entryWords({ kind, occurredAt }: Stated): string {
  return `${caseKindNamed(kind)?.title ?? kind}, ${dayWords(ukDay(occurredAt))}`
}

/** Which treatment, or booking of one, a finding is about; undefined where it is about something else. */
function occasionOf(course: Course, about: string): string | undefined {
  const stated = course.standing(about)
  if (stated?.kind !== 'treatment' && stated?.kind !== 'booking') return undefined
  const { procedure, course: number } = stated.body as {
    readonly procedure: string
    readonly course?: number
  }
  const which = number && number > 1 ? `, course ${number}` : ''
  const when = stated.kind === 'booking' ? 'booked' : dayWords(ukDay(stated.occurredAt))
  return `${procedureName(procedure)}${which}, ${when}`
}

function byLapse(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((one, other) => ((one.lapsesAt ?? '~') < (other.lapsesAt ?? '~') ? -1 : 1))
}

function restWords(met: number, exempt: number): string {
  const parts = [...(met > 0 ? [`${met} met`] : []), ...(exempt > 0 ? [`${exempt} exempt`] : [])]
  return parts.join(', ')
}
