/** Some rows of vectors, by their places. */

import type { Vector, Vectors } from '#core/registry/vectors.ts'

/** Where each patient's first row is, in order. `size`: above every row number. */
export function firstOfEach(patients: Float64Array, size: number): Uint32Array {
  const seen = new Uint8Array(size)
  const places = new Uint32Array(patients.length)
  let found = 0
  for (let at = 0; at < patients.length; at++) {
    const patient = patients[at] as number
    if (seen[patient] === 1) continue
    seen[patient] = 1
    places[found++] = at
  }
  return places.subarray(0, found)
}

export function taken({ columns }: Vectors, places: Uint32Array): Vectors {
  return {
    length: places.length,
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, vector]) => [name, takenOf(vector, places)]),
    ),
  }
}

function takenOf(vector: Vector, places: Uint32Array): Vector {
  if (vector.type === 'number')
    return { ...vector, values: pick(vector.values, new Float64Array(places.length), places) }
  return { ...vector, codes: pick(vector.codes, new Uint32Array(places.length), places) }
}

function pick<Numbers extends Float64Array | Uint32Array>(
  from: Numbers,
  into: Numbers,
  places: Uint32Array,
): Numbers {
  for (let at = 0; at < places.length; at++) into[at] = from[places[at] as number] as number
  return into
}
