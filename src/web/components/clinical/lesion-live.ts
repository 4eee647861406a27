/** The lesions that are being typed, as what they come to: one function for the page that comes back and for the island. */

import { ukMoment } from '#core/calendar/uk-time.ts'
import type { Typed } from '#core/clinical/typed.ts'
import { CRITERIA_WORDS } from '#core/response/lesion.ts'
import { type Assessed, linesOf, withOneMore } from '#core/response/lines.ts'
import { typedScan } from '#core/response/typed-scan.ts'
import { categoryWords, lineSheets } from './lesion-view.ts'
import { changeWords, mmWords } from './numbers.ts'
import type { Sheet } from './sheet.ts'
import { dayTyped, numberTyped } from './typed-form.ts'

export interface LiveLesions {
  /** One sentence, read out as one types. */
  readonly statement: string
  readonly sheets: readonly Sheet[]
}

const draft = 'draft'

/**
 * What the form's lesions come to.
 *
 * @param assessed the assessments that stand, without one that the form corrects
 * @param typed the form's fields
 */
export function liveLesions(assessed: readonly Assessed[], typed: Typed): LiveLesions {
  const { criteria, baseline = false, lesions } = typedScan(typed, numberTyped)
  if (!criteria) return { statement: '', sheets: [] }
  if (lesions.length === 0)
    return { statement: 'The sum and the response appear here as lesions are filled in.', sheets: [] }
  const day = dayTyped(typed)
  const more = { id: draft, on: day ? ukMoment(day, '12:00') : '', criteria, baseline, lesions }
  const { lines, unanswered } = linesOf(withOneMore(assessed, more))
  const refused = unanswered.find(({ id }) => id === draft)
  if (refused) return { statement: `${refused.words}.`, sheets: [] }
  const line = lines.find((each) => each.baseline.id === draft || each.scans.some(({ id }) => id === draft))
  if (!line) return { statement: 'Another baseline takes this one’s place.', sheets: [] }
  const { baseline: first, points } = line.followed
  const point = points.find(({ id }) => id === draft)
  const sheets = lineSheets(line, { draft })
  if (point) {
    const { overall, sumMm, fromBaseline, refusals } = point
    if (overall === null) return { statement: `No response by the rule: ${refusals[0]}.`, sheets }
    const sum = sumMm === null ? '' : ` Sum ${mmWords(sumMm)}`
    const change = fromBaseline === null ? '' : `, ${changeWords(fromBaseline)} from the baseline`
    return {
      statement: `By ${CRITERIA_WORDS[criteria]}: ${categoryWords(overall).toLowerCase()}.${sum}${change}${sum ? '.' : ''}`,
      sheets,
    }
  }
  const sum = first.sum === null ? 'no sum' : `sum of targets ${mmWords(first.sum / 1000)}`
  const problem = first.refusals[0] ?? first.departures[0]
  return { statement: `Baseline: ${sum}.${problem ? ` ${problem}.` : ''}`, sheets }
}
