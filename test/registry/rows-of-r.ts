/** R's input of days as rows of the registry, ten days for each of its own: its groups as tumours, its strata as Child-Pugh classes. */

import { inputOf } from '../statistics/survival-inputs.ts'
import { type Row, randomRows } from './random-rows.ts'

/** Of its four groups, in their order. */
export const sites = ['C18', 'C20', 'C22', 'C64']

export function rowsOfR(): readonly Row[] {
  const { time, event, grouping, strata } = inputOf('days')
  return randomRows(time.length, 1).map((row, at) => ({
    ...row,
    ...{ patient: `p${at}`, patientRow: at, icd10: sites[grouping.group[at] as number] ?? null },
    childPugh: ['A', 'B', 'C'][strata.stratum[at] as number] ?? null,
    daysToDeath: event[at] === 1 ? (time[at] as number) * 10 : null,
    daysToLastSeen: (time[at] as number) * 10,
  }))
}
