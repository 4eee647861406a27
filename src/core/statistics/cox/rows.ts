/** The subjects of a Cox regression, checked and put in the order in which risk sets grow: last time first. */

import { type Design, design } from '../covariates.ts'
import { order } from '../sort.ts'
import { checkSubjects, type Subjects } from '../subjects.ts'

export interface CoxInput extends Subjects {
  /** a code for each subject: each stratum has its own baseline hazard */
  readonly strata?: Int32Array | undefined
  /** a code for each subject, such as the patient of a tumour: rows of one code vary together */
  readonly cluster?: Int32Array | undefined
  readonly covariates: readonly Float64Array[]
  readonly names: readonly string[]
}

/** Rows run by stratum, in it by time from last to first. A tie is the rows of one stratum and time. */
export interface CoxRows {
  readonly design: Design
  /** where each row stood in the input */
  readonly subject: Int32Array
  readonly time: Float64Array
  readonly event: Uint8Array
  readonly weight: Float64Array
  readonly entry: Float64Array | null
  /** rows by stratum, in it by entry from last to first; null where nobody enters late */
  readonly leaving: Int32Array | null
  readonly ties: {
    readonly count: number
    /** the row after the last of each */
    readonly end: Int32Array
    readonly events: Int32Array
    /** 1 where the tie opens a stratum */
    readonly opens: Uint8Array
  }
  readonly events: number
}

/** @throws RangeError where a value cannot be: says which and where */
export function coxRows(input: CoxInput): CoxRows {
  refuse(input)
  const { covariates, names, weight } = input
  const subject = byStratum(keptDescending(input.time, weight), input.strata)
  const count = subject.length
  const rows = {
    design: design(covariates, names, input.time.length, subject, weight),
    subject,
    time: new Float64Array(count),
    event: new Uint8Array(count),
    weight: new Float64Array(count).fill(1),
    entry: input.entry ? new Float64Array(count) : null,
  }
  let events = 0
  for (let row = 0; row < count; row += 1) {
    const at = subject[row] as number
    rows.time[row] = input.time[at] as number
    rows.event[row] = input.event[at] as number
    events += input.event[at] as number
    if (weight) rows.weight[row] = weight[at] as number
    if (rows.entry && input.entry) rows.entry[row] = input.entry[at] as number
  }
  return { ...rows, events, ties: tiesOf(rows, input.strata), leaving: leavingOf(rows, input.strata) }
}

/** Subjects of weight above 0, by time from last to first. */
function keptDescending(values: Float64Array, weight?: Float64Array): Int32Array {
  const ascending = order(values)
  const kept = weight ? ascending.filter((subject) => (weight[subject] as number) > 0) : ascending
  return kept.reverse()
}

/** The same subjects, gathered by stratum. */
function byStratum(subjects: Int32Array, strata: Int32Array | undefined): Int32Array {
  if (!strata) return subjects
  const codes = Float64Array.from(subjects, (subject) => strata[subject] as number)
  return order(codes).map((place) => subjects[place] as number)
}

function tiesOf(
  { subject, time, event }: Pick<CoxRows, 'subject' | 'time' | 'event'>,
  strata: Int32Array | undefined,
): CoxRows['ties'] {
  const end = new Int32Array(subject.length)
  const events = new Int32Array(subject.length)
  const opens = new Uint8Array(subject.length)
  let count = 0
  for (let row = 0; row < subject.length; row += 1) {
    const isOther =
      row === 0 ||
      (strata !== undefined && strata[subject[row] as number] !== strata[subject[row - 1] as number])
    if (isOther || time[row] !== time[row - 1]) {
      opens[count] = isOther ? 1 : 0
      count += 1
    }
    end[count - 1] = row + 1
    events[count - 1] = (events[count - 1] as number) + (event[row] as number)
  }
  return { count, end, events, opens }
}

function leavingOf(
  { subject, entry }: Pick<CoxRows, 'subject' | 'entry'>,
  strata: Int32Array | undefined,
): Int32Array | null {
  if (!entry) return null
  const byEntry = order(entry).reverse()
  if (!strata) return byEntry
  const codes = Float64Array.from(byEntry, (row) => strata[subject[row] as number] as number)
  return order(codes).map((place) => byEntry[place] as number)
}

function refuse(input: CoxInput): void {
  checkSubjects(input)
  const subjects = input.time.length
  if (input.covariates.length === 0) throw new RangeError('a Cox regression needs a covariate')
  for (const name of ['strata', 'cluster'] as const) {
    const codes = input[name]
    if (codes && codes.length !== subjects) {
      throw new RangeError(`${name} has ${codes.length} places where time has ${subjects}`)
    }
  }
}
