/** Whether the hazard ratios of a forest stay the same over time: by column and all together, as a table and in words. */

import type { ChiSquareTest } from '../../statistics/chi-square-test.ts'
import { proportionalHazards } from '../../statistics/cox/proportional-hazards.ts'
import type { CoxInput } from '../../statistics/cox/rows.ts'
import type { CoxFit } from '../../statistics/cox.ts'
import type { Table, TableCell } from './figure.ts'
import { listed, pWords } from './words.ts'

export interface HazardCheck {
  /** null where the column cannot be told from the others over time. */
  readonly columns: readonly { readonly column: string; readonly test: ChiSquareTest | null }[]
  readonly all: ChiSquareTest
}

/** Below this p the data speak against proportional hazards. */
const againstBelow = 0.05

/**
 * All categories of a column are tested together, as R's cox.zph does with its terms.
 *
 * @param columnOf the column of each covariate, in their order
 * @returns null where events came at too few times: nothing tells ratios over time apart
 */
export function checkOf(
  input: CoxInput,
  { coefficients }: CoxFit,
  columnOf: readonly string[],
): HazardCheck | null {
  const columns = [...new Set(columnOf)]
  const terms = columns.map((column) => columnOf.flatMap((each, at) => (each === column ? [at] : [])))
  const estimates = coefficients.map(({ estimate }) => estimate)
  const check = proportionalHazards(input, estimates, { terms })
  return (
    check && {
      columns: columns.map((column, at) => ({ column, test: check.terms[at] ?? null })),
      all: check.global,
    }
  )
}

const isAgainst = (test: ChiSquareTest | null) => test !== null && test.p < againstBelow

/** @param labelOf what a column is called */
export function checkTable({ columns, all }: HazardCheck, labelOf: (column: string) => string): Table {
  const row = (name: string, test: ChiSquareTest | null, fails: string): readonly TableCell[] =>
    test === null
      ? [name, 'not tested', '', '', 'Cannot be told from the other columns']
      : [
          name,
          test.statistic.toFixed(2),
          test.degrees,
          pWords(test.p),
          isAgainst(test) ? fails : 'No sign that it changes',
        ]
  return {
    caption: 'Proportional hazards: whether the ratios stay the same over time',
    columns: [
      { heading: 'Column' },
      { heading: 'Chi-square', number: true },
      { heading: 'Degrees of freedom', number: true },
      { heading: 'Test', number: true },
      { heading: 'What it means' },
    ],
    rows: [
      ...columns.map(({ column, test }) =>
        row(labelOf(column), test, 'Changes over time: read its ratios as averages'),
      ),
      row('All columns together', all, 'Not all ratios stay the same over time'),
    ],
  }
}

/** Sentences for the reader of the ratios; none where nothing speaks against them. */
export function checkReading(
  { columns, all }: HazardCheck,
  labelOf: (column: string) => string,
): readonly string[] {
  const against = columns.filter(({ test }) => isAgainst(test)).map(({ column }) => labelOf(column))
  const advice =
    'A ratio that changes is an average over the time of follow-up: it may be larger early and smaller late, or turn round. See the survival curves by that column.'
  if (against.length > 0) {
    const [noun, verb] = against.length === 1 ? ['ratio', 'changes'] : ['ratios', 'change']
    return [`The hazard ${noun} of ${listed(against)} ${verb} over time. ${advice}`]
  }
  return isAgainst(all)
    ? [
        `Taken together the hazard ratios do not stay the same over time (${pWords(all.p)}), though no single column shows it. ${advice}`,
      ]
    : []
}

export const checkNote =
  'Proportional hazards by the score test of each column’s product with time (Grambsch and Therneau), time on the scale of the Kaplan-Meier estimate; p below 0.05 speaks against them.'
export const noCheckNote =
  'Whether the ratios stay the same over time could not be tested: events came at too few times.'

/** Of one column, in a sentence. */
export function checkSentence({ p }: ChiSquareTest): string {
  return p < againstBelow
    ? `The hazard ratios change over time (${pWords(p)}): each is an average over the time of follow-up; compare the groups at fixed times.`
    : `No sign that the hazard ratios change over time (${pWords(p)}).`
}
