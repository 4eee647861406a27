/**
 * A patient's scans as lines: each a baseline and the scans that follow it, read by the rule that they name.
 *
 * A second baseline before any scan takes the first one's place; after one, it begins a new line, as a new course of
 * treatment does. Scans by another rule than the baseline's are not compared with it.
 */

import { type Followed, follow, type TimePoint } from './follow.ts'
import { CRITERIA_WORDS, type Criteria, dayOf, named, type Scan } from './lesion.ts'
import { rulesOf } from './rules.ts'

/** A scan with what its reader said that it is. */
export interface Assessed extends Scan {
  /** A rule of `Criteria`; assessments by anything else are left alone. */
  readonly criteria: string
  readonly baseline: boolean
}

export interface ResponseLine {
  readonly criteria: Criteria
  readonly baseline: Assessed
  /** Baselines whose place it took. */
  readonly superseded: readonly Assessed[]
  /** In the order of `followed.points`. */
  readonly scans: readonly Assessed[]
  readonly followed: Followed
  /** What a reader should know of the line as a whole. */
  readonly notes: readonly string[]
}

export interface ResponseLines {
  /** By the time of their baselines. */
  readonly lines: readonly ResponseLine[]
  /** Scans that no line could take, each with why. */
  readonly unanswered: readonly { readonly id: string; readonly words: string }[]
}

/**
 * Sorts assessments into lines and reads each.
 *
 * @param assessed in order of time
 */
export function linesOf(assessed: readonly Assessed[]): ResponseLines {
  const open: { criteria: Criteria; baseline: Assessed; superseded: Assessed[]; scans: Assessed[] }[] = []
  const unanswered: { id: string; words: string }[] = []
  for (const scan of assessed.map(named)) {
    const { criteria } = scan
    if (!isCriteria(criteria)) continue
    const line = open.findLast((each) => each.criteria === criteria)
    if (!scan.baseline) {
      if (line) line.scans.push(scan)
      else unanswered.push({ id: scan.id, words: withoutBaseline(criteria, open.at(-1)?.criteria) })
    } else if (line && line.scans.length === 0) {
      line.superseded.push(line.baseline)
      line.baseline = scan
    } else open.push({ criteria, baseline: scan, superseded: [], scans: [] })
  }
  return {
    lines: open.map((line) => ({
      ...line,
      followed: follow(line.baseline, line.scans, rulesOf[line.criteria]),
      notes: notesOf(line.baseline, line.superseded),
    })),
    unanswered,
  }
}

/** The same assessments with one more, where its time puts it: after all others of that time, or without a time. */
export function withOneMore(assessed: readonly Assessed[], more: Assessed): readonly Assessed[] {
  const at = more.on === '' ? -1 : assessed.findIndex(({ on }) => on > more.on)
  return at < 0 ? [...assessed, more] : [...assessed.slice(0, at), more, ...assessed.slice(at)]
}

/** The time point of a scan; undefined for a baseline and for what no line took. */
export function pointIn({ lines }: ResponseLines, id: string): TimePoint | undefined {
  for (const { followed } of lines) {
    const point = followed.points.find((each) => each.id === id)
    if (point) return point
  }
  return undefined
}

export function isCriteria(criteria: string): criteria is Criteria {
  return criteria === 'recist-1.1' || criteria === 'mrecist'
}

function notesOf(baseline: Assessed, superseded: readonly Assessed[]): string[] {
  if (superseded.length === 0) return []
  return superseded.some(({ on }) => dayOf(on) === dayOf(baseline.on))
    ? ['There are two baselines on one day: correct the one that is wrong']
    : ['A later baseline took the place of an earlier one']
}

function withoutBaseline(criteria: Criteria, other: Criteria | undefined): string {
  return other
    ? `The baseline was measured by ${CRITERIA_WORDS[other]}: this scan, by ${CRITERIA_WORDS[criteria]}, cannot be compared with it`
    : `There is no ${CRITERIA_WORDS[criteria]} baseline before this scan`
}
