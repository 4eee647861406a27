/**
 * Organisations by volume and outcome, between limits of chance; adjusted for case-mix, where that is asked for and
 * the counts bear it: observed to expected, times the share of all. Who may not know an organisation sees its point without a name, small ones not at all.
 */

import { inSentence } from '../../sentence.ts'
import { chiSquareUpper } from '../../statistics/distributions/gamma.ts'
import { proportionFunnel, ratioFunnel } from '../../statistics/funnel.ts'
import { areaColumns } from '../disclosure/extent.ts'
import { definitionOf, endpointColumns } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import { choicesOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { type CaseMixModel, expectedChances } from './case-mix.ts'
import type { FunnelChart, FunnelPoint, Zone } from './chart.ts'
import type { Figure, Gate, Picture } from './figure.ts'
import { ascertainment, denominatorsOf } from './follow.ts'
import { modelTables, modelWords } from './funnel-model.ts'
import { namedTables } from './funnel-named.ts'
import { type Drawn, drawnOf, type Unit, zoneOf, zoneWords } from './funnel-points.ts'
import { countOf, drawnLimits, type Scale, shareOf } from './funnel-scale.ts'
import { publicFinding, readingOf } from './funnel-words.ts'
import { labelOf } from './labels.ts'
import { answered } from './shares.ts'
import { shortTitle } from './titles.ts'
import { listed, percentWords } from './words.ts'

type Spec = Extract<FigureSpec, { kind: 'funnel' }>

interface Computed extends Scale {
  readonly units: readonly Unit[]
  /** What it is adjusted for. */
  readonly names: readonly string[]
  readonly model: CaseMixModel | null
  /** Why it is not adjusted though it was asked for. */
  readonly refused: string | null
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
  isKnown: Uint8Array,
  event: Uint8Array,
  vectors: Vectors,
  around: Around,
): Computed {
  const { codes, values } = choicesOf(vectors, 'organisation')
  const kept: number[] = []
  for (let row = 0; row < isKnown.length; row += 1) if (isKnown[row] === 1 && codes[row] !== 0) kept.push(row)
  const rows = Int32Array.from(kept)
  const columns = spec.adjustedFor.filter((column) => !areaColumns.has(column))
  const { level } = endpointColumns(spec.endpoint)
  const adjustment = columns.length > 0 ? expectedChances(level, columns, rows, event, vectors, around) : null
  const model = adjustment?.model ?? null
  const isAdjusted = model !== null
  const countsAbsence = model !== null && model.events * 2 > model.known
  const known = new Float64Array(values.length)
  const events = new Float64Array(values.length)
  const expected = new Float64Array(values.length)
  rows.forEach((row, at) => {
    const place = (codes[row] as number) - 1
    const chance = adjustment?.chance[at] ?? 0
    ;(known[place] as number) += 1
    ;(events[place] as number) += event[row] as number
    ;(expected[place] as number) += countsAbsence ? 1 - chance : chance
  })
  const counted = events.map((each, at) => countOf({ countsAbsence }, known[at] as number, each))
  const made = (widen: boolean) =>
    isAdjusted ? ratioFunnel(counted, expected, { widen }) : proportionFunnel(events, known, { widen })
  const plain = made(false)
  // Limits are widened where units differ more than chance makes them, beyond doubt.
  const funnel = isOverDispersed(plain) ? made(true) : plain
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
    centre: isAdjusted ? model.events / model.known : funnel.target,
    ...{ isAdjusted, countsAbsence, model },
    // Two digits: more would be a print of every organisation's counts.
    variance: funnel.isWidened ? Number(funnel.overDispersion.betweenVariance.toPrecision(2)) : 0,
    names: columns.map((column) => labelOf(level, column)),
    refused: adjustment?.words ?? null,
  }
}

function isOverDispersed({ overDispersion: { phi, units } }: ReturnType<typeof proportionFunnel>): boolean {
  return phi !== null && units > 1 && chiSquareUpper(phi * units, units) < 0.05
}

function show(spec: Spec, computed: Computed, gate: Gate): Picture {
  const { units, centre, isAdjusted, countsAbsence, variance, model, refused } = computed
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
            title: isAdjusted ? `${title}, adjusted` : title,
            centre,
            measure: 'share',
            across: !isAdjusted
              ? `Number of ${unit}s with a known outcome`
              : `Expected number of ${unit}s ${countsAbsence ? 'without it' : 'with it'}`,
            limits: limitsAlong(points, computed),
            points,
          },
    ...readingIn(
      refused === null ? [] : [`Not adjusted for case mix, shown as they are: ${refused}.`],
      points.length === 0 ? [] : readingOf(units.length, points, unit, gate),
    ),
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
    further: [...namedTables(computed, drawn, gate), ...modelTables(model, title, gate)],
    denominators,
    completeness: [ascertainment(denominators)],
    notes: [
      ...adjustmentWords(computed),
      variance > 0
        ? 'Limits are widened, because organisations differ more than chance makes them (additive random effects).'
        : `Limits are exact (${isAdjusted ? 'Poisson, of observed to expected' : 'binomial'}), 95% and 99.8%.`,
      'A point outside is a question, not an answer: first check the data, then the case-mix, then the care.',
    ],
  }
}

const readingIn = (...words: readonly (readonly string[])[]): Pick<Picture, 'reading'> => {
  const reading = words.flat()
  return reading.length === 0 ? {} : { reading }
}

function adjustmentWords({ names, model, refused, countsAbsence }: Computed): readonly string[] {
  if (model === null)
    return refused === null ? [] : [`Not adjusted for ${listed(names.map(inSentence))}: ${refused}.`]
  return [
    ...modelWords(model, names),
    countsAbsence
      ? 'Most have it, so those without it are counted. The adjusted share is what is left of 100% after observed to expected without it, times the share of all without it.'
      : 'The adjusted share is observed to expected, times the share of all.',
  ]
}

function limitsAlong(points: readonly FunnelPoint[], scale: Scale): FunnelChart['limits'] {
  const most = Math.max(...points.map(({ size }) => size)) * 1.08
  const steps = 60
  const from = scale.isAdjusted ? Math.max(0.5, most / 200) : 1
  const sizes = Array.from({ length: steps + 1 }, (_, at) => from * (most / from) ** (at / steps))
  const wanted = scale.isAdjusted ? sizes : [...new Set(sizes.map((size) => Math.max(1, Math.round(size))))]
  return wanted.map((size) => ({ size, ...drawnLimits(scale, size) }))
}

function findingOf(short: string, computed: Computed, drawn: readonly Drawn[], gate: Gate): string {
  const { units, centre, isAdjusted } = computed
  const title = isAdjusted ? `${short}, adjusted for case mix` : short
  const own = units.find(({ code }) => gate.audience.who === 'service' && gate.audience.organisation === code)
  if (own) {
    const where = {
      inside: 'inside the limits of chance',
      'outside-95': 'outside the 95% limits',
      'outside-99.8': 'outside the 99.8% limits',
    }
    const share = percentWords(shareOf(computed, own.found.value ?? 0), 1)
    return `${title}: your service lies ${where[zoneOf(own)]} (${share}${isAdjusted ? `, of all ${percentWords(centre, 1)}` : ''})`
  }
  if (units.length === 0) return `${title}: no organisation has a known outcome`
  if (gate.audience.who === 'nation') {
    const outside = units.filter((each) => zoneOf(each) !== 'inside')
    if (outside.length === 0)
      return `${title}: all ${units.length} organisations lie inside the limits of chance`
    return `${title}: ${outsideWords(outside.map(zoneOf), units.length, 'organisations')} (${listed(outside.map(({ name }) => name))})`
  }
  return publicFinding(title, units.length, drawn, centre ?? 0)
}

function outsideWords(outside: readonly Zone[], of: number, what: string): string {
  const far = outside.filter((zone) => zone === 'outside-99.8').length
  return `${outside.length} of ${of} ${what} lie outside the 95% limits, ${far === 0 ? 'none' : far} outside the 99.8% limits`
}
