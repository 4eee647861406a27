/** The findings of one case: the open ones first, not met before not yet due; the rest behind one line or on their own page. */

import type { Course } from '#core/pathway/course.ts'
import type { Finding, Verdict } from '#core/standards/finding.ts'
import { paths } from '../../paths.ts'
import { ClauseFindings, occasionOf } from './clause-findings.tsx'

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
  const notMet = of('not-met').toReversed()
  const open = [
    ...notMet.filter(({ late }) => !late),
    ...notMet.filter(({ late }) => late),
    ...byLapse(of('not-yet-due')),
  ]
  const rest = [...of('met'), ...of('exempt')]
  const occasions = new Set(findings.map(({ about }) => about))
  const hasSeveral = [...occasions].filter((about) => occasionOf(course, about)).length > 1
  const list = (shown: readonly Finding[]) => (
    <ul className="fp-findings">
      {[...Map.groupBy(shown, groupOf)].map(([group, each]) => (
        <ClauseFindings key={group} id={group} findings={each} {...{ course, caseId, hasSeveral, all }} />
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

/** What is said together: one clause that came to one verdict, as in `not-met-3.4`. */
function groupOf({ clause, verdict, late }: Finding): string {
  return `${late ? 'late' : verdict}-${clause.split('/').at(-1)}`
}

function byLapse(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((one, other) => ((one.lapsesAt ?? '~') < (other.lapsesAt ?? '~') ? -1 : 1))
}

function restWords(met: number, exempt: number): string {
  const parts = [...(met > 0 ? [`${met} met`] : []), ...(exempt > 0 ? [`${exempt} exempt`] : [])]
  return parts.join(', ')
}
