/** Several columns at once: hazard ratios by Cox regression, or odds ratios by logistic regression, each category against a reference. */

import type { CoxInput } from '../../statistics/cox/rows.ts'
import { coxRegression } from '../../statistics/cox.ts'
import { logisticRegression } from '../../statistics/logistic.ts'
import { areaColumns } from '../disclosure/extent.ts'
import { definitionOf, endpointColumns, timesOf } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import { numbersOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { Count, Figure, Sum } from './figure.ts'
import { followed } from './follow.ts'
import { type Category, type Fitted, showForest } from './forest-picture.ts'
import { noFitWords } from './hazard.ts'
import { checkOf } from './hazard-check.ts'
import { type Places, placesOf } from './places.ts'
import { answered } from './shares.ts'

type Spec = Extract<FigureSpec, { kind: 'forest' }>

export function forestFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const { endpoint } = spec
  const { level } = endpointColumns(endpoint)
  const columns = spec.columns.filter((column) => !areaColumns.has(column))
  const base = baseOf(spec, vectors, around)
  const byColumn = columns.map((column) => placesOf(spec, level, column, vectors, around))
  const counts: Count[] = [...base.counts]
  const sums: Sum[] = [...base.sums]
  byColumn.forEach((places, at) => {
    counts.push(...countsOf(places, columns[at] ?? '', base))
    for (const what of ['known', 'events'])
      sums.push({
        whole: `all|${what}`,
        parts: places.groups.groups.map((_, group) => `${columns[at]}/${group}|${what}`),
      })
  })
  const fitted = fit(spec, columns, byColumn, base, vectors)
  return {
    spec,
    asOf: around.asOf,
    extent: base.places.extent,
    counts,
    sums,
    definition: definitionOf(endpoint),
    comparators: [],
    individual: false,
    show: (gate) => showForest(spec, level, fitted, gate),
  }
}

interface Base {
  readonly places: Places
  readonly counts: readonly Count[]
  readonly sums: readonly Sum[]
  /** By row of the vectors. */
  readonly counted: Uint8Array
  readonly event: Uint8Array
  readonly time: Float64Array | null
}

function baseOf(spec: Spec, vectors: Vectors, around: Around): Base {
  const { endpoint } = spec
  if (endpoint.measure === 'proportion') {
    return { ...answered(spec, endpoint, undefined, vectors, around), time: null }
  }
  const { places, counts, sums } = followed({ ...spec, months: 1 }, endpoint, vectors, around)
  const { time, cause, known } = timesOf(endpoint, vectors)
  const event = cause.map((each) => (each === 1 ? 1 : 0))
  return {
    places,
    counts: counts.filter(({ key }) => !key.includes('risk')),
    sums,
    counted: known,
    event,
    time,
  }
}

/** Of each category how many are known, and had the event. */
function countsOf(places: Places, column: string, { counted, event }: Base): readonly Count[] {
  const known = new Float64Array(places.count)
  const events = new Float64Array(places.count)
  for (let row = 0; row < counted.length; row += 1) {
    if (counted[row] !== 1) continue
    const place = places.of[row] as number
    ;(known[place] as number) += 1
    if (event[row] === 1) (events[place] as number) += 1
  }
  const named = (count: Count): readonly Count[] => {
    const rename = (name: string) => name.replace(/(^|\/)(\d+)\|/, `$1${column}/$2|`)
    return /(^|\/)all\|/.test(count.key)
      ? []
      : [{ ...count, key: rename(count.key), what: rename(count.what) }]
  }
  return [...places.counts('known', known), ...places.counts('events', events)].flatMap(named)
}

function fit(
  { endpoint }: Spec,
  columns: readonly string[],
  byColumn: readonly Places[],
  base: Base,
  vectors: Vectors,
): Fitted {
  const kept = keptRows(byColumn, base)
  const codes: { column: string; group: number; reference: number; covariate: Float64Array | null }[] = []
  byColumn.forEach((places, at) => {
    const sizes = new Float64Array(places.groups.groups.length)
    for (const row of kept) (sizes[places.groups.of[row] as number] as number) += 1
    const reference = sizes.indexOf(Math.max(...sizes))
    places.groups.groups.forEach(({ isKnown }, group) => {
      if (!isKnown || (sizes[group] ?? 0) === 0) return
      const covariate =
        group === reference
          ? null
          : Float64Array.from(kept, (row) => (places.groups.of[row] === group ? 1 : 0))
      codes.push({ column: columns[at] ?? '', group, reference, covariate })
    })
  })
  const modelled = codes.filter((each) => each.covariate !== null)
  const categories = (ratios: ReadonlyMap<string, Ratio>): readonly Category[] =>
    codes.map(({ column, group, reference, covariate }) => {
      const places = byColumn[columns.indexOf(column)]
      const found = ratios.get(`${column}/${group}`)
      return {
        column,
        name: places?.groups.groups[group]?.name ?? '',
        key: `${column}/${group}`,
        referenceKey: `${column}/${reference}`,
        reference: covariate === null,
        ...(found ?? { value: covariate === null ? 1 : Number.NaN, lower: 1, upper: 1, p: Number.NaN }),
      }
    })
  if (modelled.length === 0)
    return {
      categories: categories(new Map()),
      rows: kept.length,
      check: null,
      words: 'no column has two categories with known outcomes',
    }
  const names = modelled.map(({ column, group }) => `${column}/${group}`)
  const covariates = modelled.map(({ covariate }) => covariate as Float64Array)
  const event = Uint8Array.from(kept, (row) => base.event[row] as number)
  const { time } = base
  const timed: CoxInput | null = time && {
    time: Float64Array.from(kept, (row) => time[row] as number),
    ...{ event, covariates, names },
    ...clusterOf(endpoint.unit, kept, vectors),
  }
  const result = timed ? coxRegression(timed) : logisticRegression({ event, covariates, names })
  if (result.outcome !== 'fitted') {
    const words = noFitWords(
      result.outcome,
      result.covariates.map((name) => nameOf(name, columns, byColumn)),
    )
    return { categories: categories(new Map()), rows: kept.length, check: null, words }
  }
  const ratios = new Map<string, Ratio>()
  for (const found of result.coefficients) {
    const value = 'hazardRatio' in found ? found.hazardRatio : found.oddsRatio
    ratios.set(found.name, { value, lower: found.lower, upper: found.upper, p: found.p })
  }
  const columnOf = modelled.map(({ column }) => column)
  const check = timed && 'ties' in result ? checkOf(timed, result, columnOf) : null
  return { categories: categories(ratios), rows: kept.length, check, words: null }
}

type Ratio = Pick<Category, 'value' | 'lower' | 'upper' | 'p'>

function nameOf(name: string, columns: readonly string[], byColumn: readonly Places[]): string {
  const [column = '', group = '0'] = name.split('/')
  return byColumn[columns.indexOf(column)]?.groups.groups[Number(group)]?.name ?? name
}

/** Rows of one patient vary together. */
function clusterOf(unit: string, kept: Int32Array, vectors: Vectors): { readonly cluster?: Int32Array } {
  if (unit === 'patient') return {}
  const patients = numbersOf(vectors, 'patientRow')
  return { cluster: Int32Array.from(kept, (row) => patients[row] as number) }
}

/** Asked for, with a known outcome, and known in every column. */
function keptRows(byColumn: readonly Places[], { counted, places }: Base): Int32Array {
  const rows: number[] = []
  const unknown = byColumn.map(({ groups }) => groups.groups.findIndex(({ isKnown }) => !isKnown))
  for (let row = 0; row < counted.length; row += 1) {
    if (counted[row] !== 1 || places.asked[row] !== 1) continue
    if (byColumn.every(({ groups }, at) => groups.of[row] !== unknown[at])) rows.push(row)
  }
  return Int32Array.from(rows)
}
