/** One scan after the baseline: sizes, sum, and the response of targets, non-targets and new lesions. */

import { daysBetween } from '../calendar/uk-day.ts'
import { type Baseline, twice } from './baseline.ts'
import type { TimePoint } from './follow.ts'
import { type Category, dayOf, isNode, type Lesion, micrometres, type Scan } from './lesion.ts'
import { type NonTargetResponse, overallRow, type TargetResponse } from './overall.ts'
import { confirmedAfterDays, type Rules, shrunk } from './rules.ts'

/** What the scans before it leave: the smallest sum, baseline included, in whole micrometres. */
export interface Before {
  readonly nadir: number | null
  /** True: a scan before it was complete response. */
  readonly wasComplete: boolean
  /** The day of the first scan of a response that still holds, complete or partial. */
  readonly respondedOn: string | null
  /** True: that response was seen again four weeks later or more. */
  readonly confirmed: boolean
}

interface Read<Response> {
  readonly response: Response
  readonly reasons: readonly string[]
  readonly unverified?: readonly string[]
}

/** Reads a scan, and says what it leaves for the next. */
export function pointOf(
  scan: Scan,
  baseline: Baseline,
  before: Before,
  rules: Rules,
): { readonly point: TimePoint; readonly after: Before } {
  const now = new Map(scan.lesions.map((lesion) => [lesion.key, lesion]))
  const sizes = baseline.targets.map((target) => [target.key, micrometres(now.get(target.key))] as const)
  const complete = sizes.length > 0 && sizes.every(([, size]) => size !== null)
  const measuredSum = sizes.reduce((total, [, size]) => total + (size ?? 0), 0)
  const sum = complete ? measuredSum : null
  const refusals = [...baseline.refusals, ...refusalsOf(scan, baseline)]
  const numbers = numbersOf(sum, baseline.sum, before.nadir)
  const shared = { id: scan.id, on: scan.on, sizesMm: inMm(sizes), ...numbers }
  if (refusals.length > 0) {
    return {
      point: {
        ...{ ...shared, target: 'NE', nonTarget: 'NE', newLesions: [], overall: null },
        ...{ reasons: [], refusals, unverified: [] },
      },
      after: before,
    }
  }
  const target = readTargets(baseline, now, measuredSum, complete, before, rules)
  const nonTarget = readNonTargets(baseline, now, before, rules)
  const fresh = readNew(scan, rules)
  const row = overallRow(target.response, nonTarget.response, fresh.response.length > 0)
  const point: TimePoint = {
    ...shared,
    target: target.response,
    nonTarget: nonTarget.response,
    newLesions: fresh.response,
    overall: row.overall,
    reasons: [...target.reasons, ...nonTarget.reasons, ...fresh.reasons],
    refusals,
    unverified: [...(target.unverified ?? []), ...(nonTarget.unverified ?? []), ...(fresh.unverified ?? [])],
  }
  const nadir = sum === null ? before.nadir : Math.min(sum, before.nadir ?? sum)
  const wasComplete = before.wasComplete || row.overall === 'CR'
  return { point, after: { nadir, wasComplete, ...responseAfter(before, row.overall, dayOf(scan.on)) } }
}

function responseAfter(before: Before, overall: Category, on: string) {
  if (overall === 'NE') return { respondedOn: before.respondedOn, confirmed: before.confirmed }
  if (overall !== 'CR' && overall !== 'PR') return { respondedOn: null, confirmed: false }
  const respondedOn = before.respondedOn ?? on
  return { respondedOn, confirmed: before.confirmed || daysBetween(respondedOn, on) >= confirmedAfterDays }
}

function refusalsOf(scan: Scan, baseline: Baseline): string[] {
  const known = new Map([...baseline.targets, ...baseline.nonTargets].map((lesion) => [lesion.key, lesion]))
  const said = twice(scan.lesions)
  for (const { key, kind, organ } of scan.lesions) {
    const first = known.get(key)
    if (kind === 'new' && first) said.push(`Lesion ${key} was there at the baseline: it is not new`)
    if (kind !== 'new' && !first)
      said.push(`Lesion ${key} was not measured at the baseline: record it as new, or correct the baseline`)
    if (kind !== 'new' && first && first.kind !== kind)
      said.push(`Lesion ${key} was ${kindWords[first.kind]} at the baseline and is ${kindWords[kind]} here`)
    if (kind !== 'new' && first && organ !== '' && first.organ !== '' && first.organ !== organ)
      said.push(
        `Lesion ${key} was in the ${organWords(first.organ)} at the baseline and is in the ${organWords(organ)} here`,
      )
  }
  return said
}

const organWords = (organ: string) => organ.replaceAll('-', ' ')

const kindWords = {
  target: 'a target',
  'target-node': 'a target lymph node',
  'non-target': 'non-target',
  new: 'new',
} as const

function readTargets(
  baseline: Baseline,
  now: ReadonlyMap<string, Lesion>,
  sum: number,
  complete: boolean,
  { nadir, wasComplete, confirmed }: Before,
  rules: Rules,
): Read<TargetResponse> {
  if (baseline.targets.length === 0 || baseline.sum === null || nadir === null)
    return { response: 'none', reasons: ['The baseline has no target lesion'] }
  const back = wasComplete ? baseline.targets.filter((lesion) => isThere(lesion, now, rules)) : []
  if (back.length > 0)
    return cameBack(
      back.every(isNode)
        ? `A target lymph node is ${rules.normalNodeMm} mm or more again after complete response: where nothing else is back, image it again first`
        : 'A target lesion came back after complete response',
      rules,
    )
  // What was not measured cannot make the sum smaller: growth of the others is growth enough.
  if (rules.grown(sum, nadir))
    return { response: 'PD', reasons: [`The sum of the targets is ${rules.growthWords}`] }
  if (!complete) {
    const absent = baseline.targets.filter(({ key }) => micrometres(now.get(key)) === null)
    return {
      response: 'NE',
      reasons: absent.map(({ key }) => `Target ${key} was not evaluated`),
    }
  }
  if (baseline.targets.every((lesion) => isAway(lesion, now, rules)))
    return {
      response: 'CR',
      reasons: [
        sum > 0 ? `All targets are gone, lymph nodes below ${rules.normalNodeMm} mm` : 'All targets are gone',
      ],
    }
  if (shrunk(sum, baseline.sum))
    return { response: 'PR', reasons: ['The sum of the targets is 30% or more below the baseline'] }
  if (confirmed && rules.responseContinues)
    return {
      response: 'PR',
      reasons: ['The response was confirmed and continues: the sum of the targets has not progressed since'],
    }
  return { response: 'SD', reasons: ['The sum of the targets is between response and progression'] }
}

/** Any disease after complete response is progression. @see docs/sources.md, Tumour response: the RECIST group's answers */
function cameBack(reason: string, { criteria }: Rules) {
  const unverified = [`${reason}: that this is progression under mRECIST was not verified`]
  return { response: 'PD', reasons: [reason], ...(criteria === 'mrecist' ? { unverified } : {}) } as const
}

/** Gone; of a node, normal in size. */
function isAway(target: Lesion, now: ReadonlyMap<string, Lesion>, rules: Rules): boolean {
  const size = micrometres(now.get(target.key))
  if (size === null) return false
  return isNode(target) ? size < rules.normalNodeMm * 1000 : size === 0
}

/** Measured, and neither gone nor, of a node, normal in size. */
function isThere(target: Lesion, now: ReadonlyMap<string, Lesion>, rules: Rules): boolean {
  return micrometres(now.get(target.key)) !== null && !isAway(target, now, rules)
}

function readNonTargets(
  baseline: Baseline,
  now: ReadonlyMap<string, Lesion>,
  { wasComplete }: Before,
  rules: Rules,
): Read<NonTargetResponse> {
  if (baseline.nonTargets.length === 0) return { response: 'none', reasons: [] }
  const states = baseline.nonTargets.map(({ key }) => stateOf(now.get(key), rules))
  const keysOf = (state: string) =>
    baseline.nonTargets.filter((_, index) => states[index] === state).map(({ key }) => key)
  if (states.includes('progressed'))
    return {
      response: 'PD',
      reasons: keysOf('progressed').map((key) => `Non-target ${key} has unequivocally progressed`),
    }
  // A node that was normal has to progress unequivocally to count as back.
  const back = baseline.nonTargets.find((lesion, index) => states[index] === 'present' && !isNode(lesion))
  if (wasComplete && back) return cameBack(`Non-target ${back.key} came back after complete response`, rules)
  if (states.includes('not-evaluated'))
    return {
      response: 'NE',
      reasons: keysOf('not-evaluated').map((key) => `Non-target ${key} was not evaluated`),
    }
  if (states.every((state) => state === 'gone'))
    return { response: 'CR', reasons: ['All non-targets are gone'] }
  return { response: 'non-CR-non-PD', reasons: ['Non-target lesions persist'] }
}

function stateOf(
  lesion: Lesion | undefined,
  rules: Rules,
): 'gone' | 'present' | 'progressed' | 'not-evaluated' {
  if (!lesion) return 'not-evaluated'
  if (lesion.state !== undefined) return lesion.state
  const size = micrometres(lesion)
  if (size === null) return 'not-evaluated'
  return size === 0 || (isNode(lesion) && size < rules.normalNodeMm * 1000) ? 'gone' : 'present'
}

/** A lesion named as new counts, unless it is said to be gone or not evaluated. */
function readNew(scan: Scan, rules: Rules): Read<readonly string[]> {
  const found = scan.lesions.filter(
    ({ kind, state }) => kind === 'new' && state !== 'gone' && state !== 'not-evaluated',
  )
  const small = found.filter(
    (lesion) => rules.criteria === 'mrecist' && (micrometres(lesion) ?? 10_000) < 10_000,
  )
  return {
    response: found.map(({ key }) => key),
    reasons: found.map(({ key }) => `Lesion ${key} is new`),
    unverified: small.map(
      ({ key }) => `New lesion ${key} is below 10 mm: whether it counts under mRECIST was not verified`,
    ),
  }
}

function numbersOf(sum: number | null, baseline: number | null, nadir: number | null) {
  return {
    sumMm: sum === null ? null : sum / 1000,
    nadirMm: nadir === null ? null : nadir / 1000,
    fromBaseline: sum === null || !baseline ? null : (sum - baseline) / baseline,
    fromNadir: sum === null || !nadir ? null : (sum - nadir) / nadir,
    growthMm: sum === null || nadir === null ? null : (sum - nadir) / 1000,
  }
}

function inMm(sizes: readonly (readonly [string, number | null])[]): Record<string, number | null> {
  return Object.fromEntries(sizes.map(([key, size]) => [key, size === null ? null : size / 1000]))
}
