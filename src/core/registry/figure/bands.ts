/**
 * The fixed bands of numeric columns: groups of a figure, and the steps to which a filter is widened. Fixed, so that
 * no sweep of a limit (70 and over, 71 and over) tells one patient from the next.
 */

export interface Band {
  readonly from: number | null
  /** Included. */
  readonly to: number | null
  readonly words: string
}

/** Lower limits; the last band is open, and so is the first. */
function bandsFrom(limits: readonly number[], unit: string, step = 1): readonly Band[] {
  const first: Band = { from: null, to: (limits[0] ?? 0) - step, words: `Under ${limits[0]}${unit}` }
  return [
    first,
    ...limits.map((from, at): Band => {
      const next = limits[at + 1]
      if (next === undefined) return { from, to: null, words: `${from}${unit} and over` }
      const last = next - 1
      return { from, to: next - step, words: last === from ? `${from}${unit}` : `${from} to ${last}${unit}` }
    }),
  ]
}

/** Of what is measured, not counted: a band reaches up to the next. */
const measured = 0.001
const days = bandsFrom([1, 31, 91, 181, 366, 731], ' days')

const byColumn: Readonly<Record<string, readonly Band[]>> = {
  age: bandsFrom([40, 50, 60, 70, 80], ''),
  birthYear: bandsFrom([1930, 1940, 1950, 1960, 1970, 1980], ''),
  largestTumour: bandsFrom([21, 31, 51], ' mm', measured),
  size: bandsFrom([21, 31, 51], ' mm', measured),
  margin: bandsFrom([1, 5, 10], ' mm', measured),
  tumours: bandsFrom([2, 3, 4], ''),
  sessions: bandsFrom([2, 3], ''),
  treatments: bandsFrom([2, 3], ''),
  scoreBefore: bandsFrom([4, 7], ''),
  scoreAfter: bandsFrom([4, 7], ''),
  daysFromReferral: bandsFrom([15, 32, 63], ' days'),
  daysFromDiscussion: bandsFrom([15, 32, 63], ' days'),
  minutes: bandsFrom([31, 61, 91, 121], ' minutes'),
  bestChange: bandsFrom([-29, 20], '%', measured),
  daysToDeath: days,
  daysToLastSeen: days,
  daysToProgression: days,
  daysToLocalProgression: days,
  daysToLastImaging: days,
  daysToNextTreatment: days,
  daysToSevere: days,
  daysFromStart: days,
}

/** The bands of a numeric column; undefined where it has none and makes no groups. */
export function bandsOf(column: string): readonly Band[] | undefined {
  return Object.hasOwn(byColumn, column) ? byColumn[column] : undefined
}

/** The place of the band that a value is in; -1 where it is not known. */
export function bandAt(bands: readonly Band[], value: number): number {
  if (Number.isNaN(value)) return -1
  return bands.findIndex(({ to }, at) => to === null || value < (bands[at + 1]?.from ?? to + 1))
}

/** Limits moved outwards to the next limits of bands: never fewer rows than asked for. */
export function widened(
  bands: readonly Band[],
  from: number | undefined,
  to: number | undefined,
): { readonly from?: number; readonly to?: number } {
  const first = from === undefined ? null : (bands[bandAt(bands, from)]?.from ?? null)
  const last = to === undefined ? null : (bands[bandAt(bands, to)]?.to ?? null)
  return { ...(first === null ? {} : { from: first }), ...(last === null ? {} : { to: last }) }
}
