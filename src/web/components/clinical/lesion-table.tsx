/** A case's lesions over time, read-only: each line of scans with its sums and responses. */

import type { Course } from '#core/pathway/course.ts'
import type { ResponseLine } from '#core/response/lines.ts'
import { type ResponseBody, responseOver } from '#core/response/over-course.ts'
import { dateWords } from '../dates.ts'
import { Drawn } from './drawn.tsx'
import { categoryWords, lineSheets } from './lesion-view.ts'

interface LesionTableProps {
  readonly course: Course
  /** Only the line that this assessment is part of. */
  readonly entry?: string
}

export function LesionTable({ course, entry }: LesionTableProps) {
  const { lines, unanswered } = responseOver(course)
  const id = entry === undefined ? undefined : (course.standing(entry)?.entry ?? entry)
  const shown = id === undefined ? lines : lines.filter((line) => holds(line, id))
  const refused = id === undefined ? unanswered : unanswered.filter((each) => each.id === id)
  if (shown.length === 0 && refused.length === 0) return null
  return (
    <div className="fp-lesions">
      {shown.map((line) => (
        <div key={line.baseline.id} className="fp-lesions__line">
          <Drawn pieces={lineSheets(line, saidOf(course, line))} />
        </div>
      ))}
      {refused.length > 0 ? (
        <ul className="nhsuk-list fp-lesions__departures">
          {refused.map(({ id: scan, words }) => (
            <li key={scan}>
              {dateWords(course.standing(scan)?.occurredAt ?? '')}: {words}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function holds({ baseline, superseded, scans }: ResponseLine, id: string): boolean {
  return [baseline, ...superseded, ...scans].some((scan) => scan.id === id)
}

/** How each scan was read, and where what the rule said when it was recorded is not what it says now. */
function saidOf(course: Course, line: ResponseLine) {
  const read = new Map<string, string>()
  const remarks = new Map<string, string>()
  for (const { id, overall } of line.followed.points) {
    const body = course.standing(id)?.body as ResponseBody | undefined
    if (!body) continue
    read.set(id, body.read === 'baseline' ? 'Baseline' : categoryWords(body.read))
    if (body.computed !== undefined && body.computed !== overall)
      remarks.set(
        id,
        `When this was recorded the rule gave ${categoryWords(body.computed).toLowerCase()}: something before it was corrected since`,
      )
  }
  return { read, remarks }
}
