/** The order of many times: a stable argsort that counts days and sorts all else by radix. */

/** Days are counted where the longest is at most this many times the number of subjects, and a little more. */
const roomPerValue = 4
const leastRoom = 65_536

/** Runs of equal leading bits up to this long are put right by insertion. */
const shortRun = 24
/** Longer ones from here on by a radix sort of their own. */
const worthARadix = 2048

/**
 * The positions of `values` in ascending order; equal values stay in the order given.
 *
 * @param values any finite numbers; whole numbers from 0 on (days) take two passes, others four
 */
export function order(values: Float64Array): Int32Array {
  const n = values.length
  if (n < 2) return new Int32Array(n)
  const span = wholeSpan(values, roomPerValue * n + leastRoom)
  return span > 0 ? countingOrder(values, span) : radixOrder(values)
}

/** One more than the greatest value where all are whole numbers from 0 to below `limit`; otherwise 0. */
export function wholeSpan(values: Float64Array, limit: number): number {
  let greatest = 0
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    const whole = value | 0
    if (whole !== value || whole < 0) return 0
    if (whole > greatest) greatest = whole
  }
  return greatest < limit ? greatest + 1 : 0
}

function countingOrder(values: Float64Array, span: number): Int32Array {
  const n = values.length
  const starts = new Int32Array(span + 1)
  for (let at = 0; at < n; at += 1) (starts[(values[at] as number) + 1] as number)++
  for (let at = 1; at <= span; at += 1) (starts[at] as number) += starts[at - 1] as number
  const sorted = new Int32Array(n)
  for (let at = 0; at < n; at += 1) {
    const value = values[at] as number
    const place = starts[value] as number
    starts[value] = place + 1
    sorted[place] = at
  }
  return sorted
}

/**
 * Places each value on a scale of 2^32 steps between least and greatest (which never turns an order round),
 * sorts by step in three passes of eleven bits, then mends within steps.
 */
function radixOrder(values: Float64Array): Int32Array {
  const n = values.length
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  for (let at = 0; at < n; at += 1) {
    const value = values[at] as number
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const scale = (2 ** 32 - 1) / (greatest - least)
  let keys = new Uint32Array(n)
  let places = new Int32Array(n)
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return comparedOrder(values)
  for (let at = 0; at < n; at += 1) {
    keys[at] = Math.min(((values[at] as number) - least) * scale, 4_294_967_295)
    places[at] = at
  }
  let otherKeys = new Uint32Array(n)
  let otherPlaces = new Int32Array(n)
  for (const shift of [0, 11, 22]) {
    const starts = new Int32Array(2049)
    for (let at = 0; at < n; at += 1) (starts[(((keys[at] as number) >>> shift) & 2047) + 1] as number)++
    for (let at = 1; at < 2048; at += 1) (starts[at] as number) += starts[at - 1] as number
    for (let at = 0; at < n; at += 1) {
      const key = keys[at] as number
      const digit = (key >>> shift) & 2047
      const place = starts[digit] as number
      starts[digit] = place + 1
      otherKeys[place] = key
      otherPlaces[place] = places[at] as number
    }
    ;[keys, otherKeys] = [otherKeys, keys]
    ;[places, otherPlaces] = [otherPlaces, places]
  }
  return mended(values, keys, places)
}

/** For values all alike, or so close or so far apart that no scale separates them. */
function comparedOrder(values: Float64Array): Int32Array {
  const places = new Int32Array(values.length).map((_, at) => at)
  return places.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b)
}

/** Within each run of one key the values themselves decide; places of a run arrive in the order given. */
function mended(values: Float64Array, keys: Uint32Array, places: Int32Array): Int32Array {
  const n = places.length
  for (let from = 0; from < n; ) {
    let to = from + 1
    while (to < n && keys[to] === keys[from]) to += 1
    if (to - from > shortRun) orderRun(values, places, from, to)
    else if (to - from > 1) insertionSort(values, places, from, to)
    from = to
  }
  return places
}

/** A long run is one value over and over, or values crowded far from the rest, which get a scale of their own. */
function orderRun(values: Float64Array, places: Int32Array, from: number, to: number): void {
  if (isAscending(values, places, from, to)) return
  const run = places.subarray(from, to)
  if (run.length < worthARadix) {
    run.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b)
    return
  }
  const crowded = new Float64Array(run.length)
  for (let at = 0; at < run.length; at += 1) crowded[at] = values[run[at] as number] as number
  run.set(radixOrder(crowded).map((within) => run[within] as number))
}

function isAscending(values: Float64Array, places: Int32Array, from: number, to: number): boolean {
  let before = values[places[from] as number] as number
  for (let at = from + 1; at < to; at += 1) {
    const value = values[places[at] as number] as number
    if (value < before) return false
    before = value
  }
  return true
}

function insertionSort(values: Float64Array, places: Int32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const place = places[at] as number
    const value = values[place] as number
    let before = at - 1
    while (before >= from && (values[places[before] as number] as number) > value) {
      places[before + 1] = places[before] as number
      before -= 1
    }
    places[before + 1] = place
  }
}
