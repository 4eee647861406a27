/**
 * Organisations by volume and outcome, between limits of chance; a ratio of observed to expected where it is
 * adjusted. Who may not know an organisation sees its point without a name, small ones not at all.
 */

import { chiSquareUpper } from '../../statistics/distributions/gamma.ts'
import { proportionFunnel, ratioFunnel } from '../../statistics/funnel.ts'
import { proportionLimits, ratioLimits } from '../../statistics/funnel-limits.ts'
import { areaColumns } from '../disclosure/extent.ts'
import { definitionOf, endpointColumns } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import { choicesOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { expectedChances } from './case-mix.ts'
import type { FunnelChart, FunnelPoint, Zone } from './chart.ts'
import type { Figure, Gate, Picture, TableCell } from './figure.ts'
import { ascertainment, denominatorsOf } from './follow.ts'
import { type Drawn, drawnOf, type Scale, type Unit, zoneOf } from './funnel-points.ts'
import { publicFinding, readingOf } from './funnel-words.ts'
import { labelOf, within } from './labels.ts'
import { answered } from './shares.ts'
import { shortTitle } from './titles.ts'
import { listed, percentWords } from './words.ts'

type Spec = Extract<FigureSpec, { kind: 'funnel' }>

interface Computed extends Scale {
  readonly units: readonly Unit[]
  readonly adjusted: string | null
}

export function funnelFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const { places, counts, sums, counted, event } = answered(spec, spec.endpoint, undefined, vectors, around)
  const computed = compute(spec, counted, event, vectors, around)
  return {
    spec,
    asOf: around.asOf,
    extent: places.extent,
    counts,
    sums,
    definition: definitionOf(spec.endpoint),
    comparators: [],
    individual: false,
    show: (gate) => show(spec, computed, gate),
  }
}

function compute(
  spec: Spec,
  counted: Uint8Array,
  event: Uint8Array,
  vectors: Vectors,
  around: Around,
): Computed {
  const { codes, values } = choicesOf(vectors, 'organisation')
  const kept: number[] = []
  for (let row = 0; row < counted.length; row += 1) if (counted[row] === 1 && codes[row] !== 0) kept.push(row)
  const rows = Int32Array.from(kept)
  const columns = spec.adjustedFor.filter((column) => !areaColumns.has(column))
  const { level } = endpointColumns(spec.endpoint)
  const adjustment = columns.length > 0 ? expectedChances(level, columns, rows, event, vectors, around) : null
  const isRatio = adjustment !== null && adjustment.words === null
  const known = new Float64Array(values.length)
  const events = new Float64Array(values.length)
  const expected = new Float64Array(values.length)
  rows.forEach((row, at) => {
    const place = (codes[row] as number) - 1
    ;(known[place] as number) += 1
    ;(events[place] as number) += event[row] as number
    ;(expected[place] as number) += adjustment?.chance[at] ?? 0
  })
  const plain = isRatio ? ratioFunnel(events, expected) : proportionFunnel(events, known)
  // Limits are widened where units differ more than chance makes them, beyond doubt.
  const widen = isOverDispersed(plain)
  const funnel = !widen
    ? plain
    : isRatio
      ? ratioFunnel(events, expected, { widen })
      : proportionFunnel(events, known, { widen })
  const units = values.flatMap((code, at): readonly Unit[] => {
    const found = funnel.units[at]
    if (!found || found.value === null) return []
    return [
      {
        code,
        name: around.organisations.get(code)?.name ?? code,
        known: known[at] as number,
        events: events[at] as number,
        expected: expected[at] as number,
        found,
      },
    ]
  })
  return {
    units,
    centre: funnel.target,
    isRatio,
    // Two digits: more would be a print of every organisation's counts.
    variance: funnel.isWidened ? Number(funnel.overDispersion.betweenVariance.toPrecision(2)) : 0,
    adjusted: adjustmentWords(columns, level, adjustment?.words),
  }
}

function isOverDispersed({ overDispersion: { phi, units } }: ReturnType<typeof proportionFunnel>): boolean {
  return phi !== null && units > 1 && chiSquareUpper(phi * units, units) < 0.05
}

function adjustmentWords(
  columns: readonly string[],
  level: Parameters<typeof labelOf>[0],
  failed: string | null | undefined,
): string | null {
  if (columns.length === 0) return null
  const names = listed(columns.map((column) => within(labelOf(level, column))))
  return failed
    ? `Not adjusted for ${names}: ${failed}.`
    : `Adjusted for ${names} by logistic regression; what is not known is a category of its own.`
}

const zoneWords: Readonly<Record<Zone, string>> = {
  inside: 'Inside the limits',
  'outside-95': 'Outside the 95% limits, inside the 99.8% limits',
  'outside-99.8': 'Outside the 99.8% limits',
  'not-told': 'Not told: the counts that may be published do not place it',
}

function show(spec: Spec, computed: Computed, gate: Gate): Picture {
  const { units, centre, isRatio, variance, adjusted } = computed
  const title = shortTitle(spec.endpoint)
  const unit = spec.endpoint.unit
  const drawn = drawnOf(units, computed, gate)
  const points = drawn.map(({ point }) => point)
  const denominators = denominatorsOf(gate, spec.endpoint)
  // Whoever may know organisations by name knows where each lies; others only where the counts shown say it.
  const lying = gate.audience.who === 'nation' ? units.map(zoneOf) : points.map(({ zone }) => zone)
  const numberOf = (zone: Zone) => lying.filter((each) => each === zone).length
  return {
    finding: findingOf(title, computed, drawn, gate),
    chart:
      centre === null || points.length === 0
        ? { draws: 'nothing', words: 'The funnel is not shown: every organisation has too few to be drawn.' }
        : {
            draws: 'funnel',
            title: isRatio ? `${title}: observed to expected` : title,
            centre,
            measure: isRatio ? 'ratio' : 'share',
            across: isRatio ? 'Expected number' : `Number of ${unit}s with a known outcome`,
            limits: limitsAlong(points, centre, isRatio, variance),
            points,
          },
    ...(points.length === 0 ? {} : { reading: readingOf(units.length, points, unit, gate) }),
    table: {
      caption: 'Organisations by where they lie',
      columns: [{ heading: 'Where' }, { heading: 'Organisations', number: true }],
      rows: [
        ...(['inside', 'outside-95', 'outside-99.8'] as const).map((zone) => [
          zoneWords[zone],
          numberOf(zone),
        ]),
        ...(numberOf('not-told') > 0 ? [[zoneWords['not-told'], numberOf('not-told')]] : []),
        ...(lying.length < units.length
          ? [['Not drawn: too few, or another’s count would follow', units.length - lying.length]]
          : []),
      ],
    },
    further: furtherOf(computed, drawn, gate),
    denominators,
    completeness: [ascertainment(denominators)],
    notes: [
      ...(adjusted === null ? [] : [adjusted]),
      variance > 0
        ? 'Limits are widened, because organisations differ more than chance makes them (additive random effects).'
        : `Limits are exact (${isRatio ? 'Poisson' : 'binomial'}), 95% and 99.8%.`,
      'A point outside is a question, not an answer: first check the data, then the case-mix, then the care.',
    ],
  }
}

/** Results by name: of one's own service, of all for those of the nation who may know them. */
function furtherOf({ units, isRatio }: Computed, drawn: readonly Drawn[], gate: Gate): Picture['further'] {
  const named = units.filter(({ code }) => gate.names(code))
  if (named.length === 0) return []
  const own = gate.audience.who === 'service'
  const shownOf = new Map(drawn.map((each) => [each.unit.code, each]))
  const cells = ({ code, known, events, expected }: Unit): TableCell[] => {
    if (own) return [known, events, ...(isRatio ? [expected.toFixed(1)] : [])]
    const found = shownOf.get(code)
    if (!found) return ['*', '*', ...(isRatio ? ['*'] : [])]
    return [found.shown.known, found.shown.events, ...(isRatio ? [found.point.size.toFixed(1)] : [])]
  }
  return [
    {
      caption: own ? 'Your service' : 'Organisations by name',
      columns: [
        { heading: 'Organisation' },
        { heading: 'Known', number: true },
        { heading: 'Counted', number: true },
        ...(isRatio ? [{ heading: 'Expected', number: true }] : []),
        { heading: 'Where' },
      ],
      rows: named.map((unit): TableCell[] => [unit.name, ...cells(unit), zoneWords[zoneOf(unit)]]),
    },
  ]
}

function limitsAlong(
  points: readonly FunnelPoint[],
  centre: number,
  isRatio: boolean,
  variance: number,
): FunnelChart['limits'] {
  const between = { variance }
  const most = Math.max(...points.map(({ size }) => size)) * 1.08
  const steps = 60
  const from = isRatio ? Math.max(0.5, most / 200) : 1
  const sizes = Array.from({ length: steps + 1 }, (_, at) => from * (most / from) ** (at / steps))
  const wanted = isRatio ? sizes : [...new Set(sizes.map((size) => Math.max(1, Math.round(size))))]
  return wanted.map((size) => {
    const limits = isRatio ? ratioLimits(centre, size, between) : proportionLimits(centre, size, between)
    return { size, ...limits }
  })
}

function findingOf(
  title: string,
  { units, centre, isRatio }: Computed,
  drawn: readonly Drawn[],
  gate: Gate,
): string {
  const own = units.find(({ code }) => gate.audience.who === 'service' && gate.audience.organisation === code)
  if (own) {
    const where = {
      inside: 'inside the limits of chance',
      'outside-95': 'outside the 95% limits',
      'outside-99.8': 'outside the 99.8% limits',
    }
    const value = own.found.value ?? 0
    return `${title}: your service lies ${where[zoneOf(own)]} (${own.expected > 0 ? value.toFixed(2) : percentWords(value, 1)})`
  }
  if (units.length === 0) return `${title}: no organisation has a known outcome`
  if (gate.audience.who === 'nation') {
    const outside = units.filter((each) => zoneOf(each) !== 'inside')
    if (outside.length === 0)
      return `${title}: all ${units.length} organisations lie inside the limits of chance`
    return `${title}: ${outsideWords(outside.map(zoneOf), units.length, 'organisations')} (${listed(outside.map(({ name }) => name))})`
  }
  return publicFinding(title, units.length, drawn, isRatio ? null : centre)
}

function outsideWords(outside: readonly Zone[], of: number, what: string): string {
  const far = outside.filter((zone) => zone === 'outside-99.8').length
  return `${outside.length} of ${of} ${what} lie outside the 95% limits, ${far === 0 ? 'none' : far} outside the 99.8% limits`
}
