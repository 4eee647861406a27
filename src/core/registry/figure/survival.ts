/** Kaplan-Meier by group, with log-rank, hazard ratios, medians and follow-up. */

import { inSentence } from '../../sentence.ts'
import { followUp, followUpBy } from '../../statistics/follow-up.ts'
import { kaplanMeierBy, type Survival } from '../../statistics/kaplan-meier.ts'
import { type LogRank, logRank } from '../../statistics/log-rank.ts'
import { medianSurvival } from '../../statistics/survival-quantile.ts'
import { definitionOf } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { Curve } from './chart.ts'
import { comparable } from './comparable.ts'
import { comparatorsOf } from './comparators.ts'
import { exactCurve, steppedCurve, steppedMedian } from './curve.ts'
import type { Figure, Gate, Picture, Shown, TableCell } from './figure.ts'
import { ascertainment, atRisk, denominatorsOf, followed } from './follow.ts'
import { type HazardRatio, type HazardRatios, hazardRatios } from './hazard.ts'
import { checkSentence } from './hazard-check.ts'
import { restrictedMeanWords, survivalTables } from './survival-times.ts'
import { shortTitle } from './titles.ts'
import { daysInMonth, fixed, pWords, withInterval } from './words.ts'

type Spec = Extract<FigureSpec, { kind: 'survival' }>

export function survivalFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const { endpoint, months, interval } = spec
  const all = followed(spec, endpoint, vectors, around)
  const { places, rows, riskMonths } = all
  const { groups } = places.groups
  const subjects = { time: rows.time, event: rows.cause.map((cause) => (cause === 1 ? 1 : 0)) }
  const curves = kaplanMeierBy(subjects, rows.group, groups.length, { interval })
  const compared = comparable(groups, rows.group, subjects)
  const test = compared && logRank(compared.subjects, compared.grouping)
  const hazards = compared ? hazardRatios(compared) : { ratios: [], check: null }
  const follows = followUpBy(subjects, rows.group, groups.length, { interval })
  const [alone] = follows
  const whole = groups.length === 1 && alone ? alone : followUp(subjects)
  const follow = subjects.time.length > 0 ? medianSurvival(whole).time / daysInMonth : null
  return {
    spec,
    asOf: around.asOf,
    extent: places.extent,
    counts: all.counts,
    sums: all.sums,
    definition: definitionOf(endpoint),
    comparators: comparatorsOf(spec),
    individual: false,
    show: (gate) => show({ spec, gate, groups, curves, follows, riskMonths, test, hazards, follow, months }),
  }
}

interface Parts {
  readonly spec: Spec
  readonly gate: Gate
  readonly groups: readonly { readonly name: string; readonly isKnown: boolean }[]
  readonly curves: readonly Survival[]
  /** Reverse Kaplan-Meier, by group. */
  readonly follows: readonly Survival[]
  readonly riskMonths: readonly number[]
  readonly test: LogRank | null
  readonly hazards: HazardRatios
  readonly follow: number | null
  readonly months: number
}

interface GroupRow {
  readonly name: string
  readonly n: Shown
  readonly events: Shown
  readonly curve: Curve | null
  readonly median: {
    readonly value: number
    readonly lower: number | null
    readonly upper: number | null
  } | null
  readonly ratio: HazardRatio | undefined
}

function show(parts: Parts): Picture {
  const { spec, gate, groups, riskMonths, test, hazards, follow, months } = parts
  // Computed from single patients: below national level beside counts and curves they would tell too much.
  const { ratios, check } = gate.exact ? hazards : { ratios: [], check: null }
  const title = shortTitle(spec.endpoint)
  const rows = groups.map((_, at) => groupRow(parts, at))
  const drawn = rows.flatMap(({ curve }) => (curve ? [curve] : []))
  const denominators = denominatorsOf(gate, spec.endpoint)
  const eventKeys = groups.map((_, at) => `${at}|events`)
  const p = gate.exact && test && Number.isFinite(test.p) ? gate.number(test.p, 6, eventKeys) : null
  const followed = follow === null ? null : gate.number(follow, gate.exact ? 1 : 0, ['all|known'])
  return {
    finding: findingOf(title, rows, p, spec.by !== undefined),
    chart:
      drawn.length === 0
        ? { draws: 'nothing', words: nothingWords(gate, denominators.known) }
        : { draws: 'curves', measure: 'survival', title, months, riskMonths, curves: drawn },
    table: tableOf(title, rows, ratios.length > 0, gate),
    further: survivalTables(
      title,
      rows.map((row, at) => shownGroup(parts, row, at)),
      months,
      riskMonths,
    ),
    denominators,
    completeness: [
      ascertainment(denominators),
      ...(followed === null || Number.isNaN(followed)
        ? []
        : [`Median follow-up ${fixed(followed, gate.exact ? 1 : 0)} months (reverse Kaplan-Meier).`]),
    ],
    notes: [
      ...(p === null ? [] : [`Log-rank test between the groups: ${pWords(p)}.`]),
      ...(check ? [checkSentence(check)] : []),
      ...ratios
        .filter(({ words }) => words !== null)
        .map(({ name, words }) => `No hazard ratio of ${name}: ${words}.`),
      gate.exact
        ? `Kaplan-Meier; 95% intervals on the ${spec.interval} scale; ties of days.`
        : 'Kaplan-Meier in steps: read every few months and rounded, so that no single event can be told.',
      ...(drawn.length === 0 ? [] : [restrictedMeanWords(gate)]),
    ],
  }
}

function groupRow({ spec, gate, groups, curves, riskMonths, hazards, months }: Parts, at: number): GroupRow {
  const name = groups[at]?.name ?? ''
  const curve = curves[at]
  const n = gate.count(`${at}|known`)
  const events = gate.count(`${at}|events`)
  const risk = atRisk(gate, at, riskMonths)
  const ratio = hazards.ratios.find((each) => each.group === at)
  if (!curve || curve.n === 0) return { name, n, events, curve: null, median: null, ratio }
  if (gate.exact) {
    const { time, lower, upper } = medianSurvival(curve)
    return {
      name,
      n,
      events,
      curve: { name: curveName(name, spec), ...exactCurve(curve, months), atRisk: risk },
      median: { value: time / daysInMonth, lower: lower / daysInMonth, upper: upper / daysInMonth },
      ratio,
    }
  }
  const stepped = n === '*' || events === '*' ? null : steppedCurve(curve, months, riskMonths, risk, n)
  return {
    name,
    n,
    events,
    curve: stepped && { name: curveName(name, spec), ...stepped, atRisk: risk },
    median: stepped && { value: steppedMedian(stepped.steps), lower: null, upper: null },
    ratio,
  }
}

function shownGroup({ gate, curves, follows }: Parts, { name, n, curve: drawn }: GroupRow, at: number) {
  const [curve, followUp] = [curves[at], follows[at]]
  const exact = gate.exact && drawn && curve && followUp ? { curve, followUp } : null
  return { name, isEmpty: n === 0, exact, steps: gate.exact ? null : (drawn?.steps ?? null) }
}

const curveName = (name: string, { by }: Spec) => (by === undefined ? 'All' : name)

function nothingWords(gate: Gate, known: Shown): string {
  return gate.exact || known === 0
    ? 'Nothing to draw: of nobody in this cohort is it known until when they were followed.'
    : 'The curve is not shown: too few people are behind it. Below national level it is drawn only while enough are at risk.'
}

function findingOf(title: string, rows: readonly GroupRow[], p: number | null, grouped: boolean): string {
  if (!grouped) {
    const [all] = rows
    if (!all?.median) return `${title}: not shown for so few`
    if (Number.isNaN(all.median.value)) return `Median ${inSentence(title)} is not reached`
    return `Median ${inSentence(title)} is ${fixed(all.median.value, 1)} months`
  }
  const known = rows.filter((row) => row.median !== null && row.name !== 'Not known')
  if (known.length === 0) return `${title} by group: not shown for so few`
  const [first, last] = [known[0], known.at(-1)]
  const reached = known.filter(({ median }) => median && !Number.isNaN(median.value))
  const best = reached.reduce<GroupRow | undefined>(
    (a, b) => ((a?.median?.value ?? -1) >= (b.median?.value ?? -1) ? a : b),
    undefined,
  )
  const worst = reached.reduce<GroupRow | undefined>(
    (a, b) => ((a?.median?.value ?? Infinity) <= (b.median?.value ?? Infinity) ? a : b),
    undefined,
  )
  if (p !== null && p >= 0.05) return `No difference in ${inSentence(title)} is shown (log-rank ${pWords(p)})`
  const differs = p === null ? '' : ` (log-rank ${pWords(p)})`
  if (!best || !worst || best === worst) {
    const one = best ?? first ?? last
    const words =
      one?.median && !Number.isNaN(one.median.value) ? `${fixed(one.median.value, 1)} months` : 'not reached'
    return `Median ${inSentence(title)}: ${one?.name} ${words}${differs}`
  }
  return `Median ${inSentence(title)} runs from ${fixed(worst.median?.value ?? null, 1)} months (${worst.name}) to ${fixed(best.median?.value ?? null, 1)} (${best.name})${differs}`
}

function tableOf(title: string, rows: readonly GroupRow[], hasRatios: boolean, gate: Gate): Picture['table'] {
  return {
    caption: `${title}: medians in months with 95% intervals`,
    columns: [
      { heading: 'Group' },
      { heading: 'Known', number: true },
      { heading: 'Events', number: true },
      { heading: gate.exact ? 'Median (95% interval)' : 'Median, in steps', number: true },
      ...(hasRatios ? [{ heading: 'Hazard ratio (95% interval)', number: true }] : []),
    ],
    rows: rows.map(({ name, n, events, median, ratio }, at): TableCell[] => [
      name,
      n,
      events,
      median ? withInterval(median.value, median.lower, median.upper, 1) : n === 0 ? 'nobody' : '*',
      ...(hasRatios ? [ratioWords(ratio, gate, at)] : []),
    ]),
  }
}

function ratioWords(ratio: HazardRatio | undefined, gate: Gate, at: number): string {
  if (!ratio) return 'not compared'
  if (ratio.reference) return '1 (reference)'
  if (ratio.words !== null) return 'not estimated'
  const keys = [`${ratio.referenceGroup}|events`, `${at}|events`]
  const value = gate.number(ratio.value, 2, keys)
  return withInterval(value, gate.number(ratio.lower, 2, keys), gate.number(ratio.upper, 2, keys), 2)
}
