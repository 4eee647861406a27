/** A line of scans as a table: lesions down, scans across, then the sum, its changes and the response. */

import type { Best } from '#core/response/best.ts'
import type { TimePoint } from '#core/response/follow.ts'
import {
  CATEGORY_WORDS,
  type Category,
  CRITERIA_WORDS,
  dayOf,
  type Lesion,
  type LesionState,
  type Scan,
} from '#core/response/lesion.ts'
import type { ResponseLine } from '#core/response/lines.ts'
import { dateWords } from '../dates.ts'
import { changeWords, mmWords } from './numbers.ts'
import { listSheet, type Piece, type Sheet, sheet, tableSheet } from './sheet.ts'

export interface LineOptions {
  /** The scan that is being recorded. */
  readonly draft?: string
  /** How each scan was read by a person, by its id. */
  readonly read?: ReadonlyMap<string, string>
  /** What to say of each scan beside what the rule says, by its id. */
  readonly remarks?: ReadonlyMap<string, string>
}

/** A line as sheets: its table, then what is to be known of it. */
export function lineSheets(line: ResponseLine, options: LineOptions = {}): readonly Sheet[] {
  const { baseline, points } = line.followed
  return [
    tableSheet({
      caption: captionOf(line, options),
      head: ['Lesion', ...scansOf(line).map((scan, index) => scanName(scan, index === 0, options))],
      rows: rowsOf(line, options),
      numbers: (column) => column > 0,
    }),
    ...listSheet('fp-lesions__departures', [...baseline.refusals, ...baseline.departures, ...line.notes]),
    ...listSheet(
      'fp-lesions__reasons',
      points.flatMap((point) => reasonsOf(point, line, options)),
    ),
    ...bestSheet(line),
  ]
}

/** Unlike those of other lines: each table is a place that one can go to. */
function captionOf({ criteria, baseline }: ResponseLine, { draft }: LineOptions): string {
  const since = baseline.id === draft || baseline.on === '' ? '' : `, since ${dateWords(dayOf(baseline.on))}`
  return `Lesions by ${CRITERIA_WORDS[criteria]}${since}`
}

const scansOf = ({ baseline, scans }: ResponseLine): readonly Scan[] => [baseline, ...scans]

function scanName(scan: Scan, isBaseline: boolean, { draft }: LineOptions): string {
  const day = scan.on === '' ? '' : dateWords(dayOf(scan.on))
  if (scan.id === draft) return day ? `This scan, ${day}` : 'This scan'
  return isBaseline ? `Baseline, ${day}` : day
}

type Row = readonly [name: Piece, ...cells: Piece[]]

function rowsOf(line: ResponseLine, { read }: LineOptions): Row[] {
  const { baseline, points } = line.followed
  const rows: Row[] = baseline.targets.map((target) => [
    lesionName(target),
    mmWords(target.diameter ?? null),
    ...points.map(({ sizesMm }) => mmWords(sizesMm[target.key] ?? null)),
  ])
  if (baseline.targets.length > 0) {
    rows.push([
      strong('Sum of targets'),
      strong(baseline.sum === null ? 'not computable' : mmWords(baseline.sum / 1000)),
      ...points.map(({ sumMm }) => strong(sumMm === null ? 'not computable' : mmWords(sumMm))),
    ])
    if (points.length > 0)
      rows.push(
        ['Change from the baseline', none, ...points.map(({ fromBaseline }) => changeWords(fromBaseline))],
        ['Change from the smallest sum before', none, ...points.map(nadirWords)],
      )
  }
  for (const lesion of baseline.nonTargets)
    rows.push([
      `${lesionName(lesion)}, non-target`,
      stateWords(lesion),
      ...line.scans.map((scan) => stateWords(scan.lesions.find(({ key }) => key === lesion.key))),
    ])
  // With the baseline alone there is nothing to compare it with yet.
  if (points.length === 0) return rows
  rows.push(
    ['New lesions', none, ...points.map(({ newLesions }) => newLesions.join(', ') || 'none')],
    [strong('By the rule'), none, ...points.map(({ overall }) => strong(categoryWords(overall)))],
  )
  if (read) rows.push(['As read', none, ...points.map(({ id }) => read.get(id) ?? 'not recorded yet')])
  return rows
}

/** Where a baseline has nothing to say. */
const none = 'does not apply'

const strong = (words: string) => sheet('strong', '', words)

const nadirWords = ({ fromNadir, growthMm }: TimePoint) => {
  if (growthMm === null) return 'not computable'
  const grown = `${growthMm < 0 ? '−' : growthMm > 0 ? '+' : ''}${Math.abs(growthMm)} mm`
  return fromNadir === null ? grown : `${changeWords(fromNadir)}, ${grown}`
}

/** 'A: liver, segment 6'. */
function lesionName({ key, organ, place, kind }: Lesion): string {
  const where = kind === 'target-node' ? 'lymph node' : organ.replaceAll('-', ' ')
  const name = /^in row/.test(key) ? key.replace(/^in/, 'In') : key
  return [where ? `${name}: ${where}` : name, place].filter(Boolean).join(', ')
}

const STATES: Readonly<Record<LesionState, string>> = {
  gone: 'gone',
  present: 'present',
  progressed: 'progressed',
  'not-evaluated': 'not evaluated',
}

function stateWords(lesion: Lesion | undefined): string {
  if (!lesion) return STATES['not-evaluated']
  const { state, diameter } = lesion
  if (state === undefined) return mmWords(diameter ?? null)
  return diameter === undefined ? STATES[state] : `${STATES[state]}, ${mmWords(diameter)}`
}

export function categoryWords(category: Category | null): string {
  return category === null ? 'not computable' : CATEGORY_WORDS[category]
}

/** Of the draft alone while one types; else of every scan. */
function reasonsOf(point: TimePoint, line: ResponseLine, { draft, remarks }: LineOptions): string[] {
  const isDrafted = line.scans.some(({ id }) => id === draft)
  if (isDrafted && point.id !== draft) return []
  const day = point.id === draft ? '' : `${dateWords(dayOf(point.on))}: `
  // What is wrong with the baseline is said once, with the baseline.
  const refusals = point.refusals.filter((words) => !line.followed.baseline.refusals.includes(words))
  const remark = remarks?.get(point.id)
  return [...refusals, ...point.reasons, ...point.unverified, ...(remark ? [remark] : [])].map(
    (words) => `${day}${words}`,
  )
}

function bestSheet({ followed: { best, bestConfirmed } }: ResponseLine): readonly Sheet[] {
  if (!best || !bestConfirmed) return []
  const words = `Best response: ${bestWords(best)}. Where it has to be seen again after four weeks: ${bestWords(bestConfirmed)}.`
  return [sheet('p', 'fp-lesions__best', words)]
}

function bestWords({ category, on }: Best): string {
  const words = categoryWords(category).toLowerCase()
  return on === '' ? words : `${words}, ${dateWords(dayOf(on))}`
}
