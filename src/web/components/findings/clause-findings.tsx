/** The findings of one clause in one case: what it asks is said once, then how it stands for each treatment. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import type { Course, Stated } from '#core/pathway/course.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { standardWithId } from '#core/standards/editions.ts'
import type { Finding } from '#core/standards/finding.ts'
import { clauseNumbered } from '#core/standards/standard.ts'
import { paths } from '../../paths.ts'
import { VerdictWord } from './verdict-mark.tsx'

interface ClauseFindingsProps {
  readonly id: string
  /** Of one clause, all with the same verdict. */
  readonly findings: readonly Finding[]
  readonly course: Course
  readonly caseId: string
  /** Whether the case has more than one treatment, so that each finding has to say of which it is. */
  readonly hasSeveral: boolean
  /** True on the page of all findings. */
  readonly all: boolean
}

/** Of a case that is treated over and over, so many are told beside the rest of the case; the page of all has the others. */
const mostTold = 3

export function ClauseFindings({ id, findings, all, ...of }: ClauseFindingsProps) {
  const [first] = findings
  if (!first) return null
  const clause = clauseOf(first.clause)
  const told = all ? findings : findings.slice(0, mostTold)
  return (
    <li id={id} className="fp-findings__item">
      <p className="fp-findings__asks">
        <VerdictWord verdict={first.verdict} late={first.late ?? false} />
        <span className="fp-findings__clause">{clause.number}</span> {clause.asks}
      </p>
      {told.map((finding, index) => (
        <Occasion key={`${finding.about}-${index}`} finding={finding} {...of} />
      ))}
      {told.length < findings.length ? (
        <p className="fp-findings__more">
          <a href={`${paths.caseFindings(of.caseId)}#${id}`}>
            {findings.length - told.length} more
            <span className="nhsuk-u-visually-hidden"> of {clause.number}</span>
          </a>
        </p>
      ) : null}
    </li>
  )
}

interface OccasionProps extends Pick<ClauseFindingsProps, 'course' | 'caseId' | 'hasSeveral'> {
  readonly finding: Finding
}

function Occasion({ finding: { reason, entries, about }, course, caseId, hasSeveral }: OccasionProps) {
  const rests = entries.flatMap((id) => course.standing(id) ?? [])
  const occasion = hasSeveral ? occasionOf(course, about) : undefined
  return (
    <div className="fp-findings__occasion">
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
    </div>
  )
}

/** A clause by its id, `rcr-2013/3.4`: its number and what it asks; the id itself where no standard has it. */
function clauseOf(id: string): { readonly number: string; readonly asks: string } {
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
function entryWords({ kind, occurredAt }: Stated): string {
  return `${caseKindNamed(kind)?.title ?? kind}, ${dayWords(ukDay(occurredAt))}`
}

/** Which treatment, or booking of one, a finding is about; undefined where it is about something else. */
export function occasionOf(course: Course, about: string): string | undefined {
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
