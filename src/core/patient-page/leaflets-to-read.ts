/** Which procedures a patient may want to read about though no leaflet was given: what is booked, then what was done. */

import type { Course } from '../pathway/course.ts'
import { treatment } from '../pathway/kinds/procedure.ts'
import { openBookings } from '../pathway/reading/treatments.ts'
import { plainly } from './coming.ts'
import type { GivenLeaflet } from './patient-page.ts'

export interface LeafletToRead {
  readonly procedure: string
  /** In plain words. */
  readonly what: string
  readonly isPlanned: boolean
}

export function leafletsToRead(course: Course, given: readonly GivenLeaflet[]): readonly LeafletToRead[] {
  const hasOne = new Set(given.map(({ procedure }) => procedure))
  const planned = openBookings(course).map(({ body }) => body.procedure)
  const done = course.of(treatment).map(({ body }) => body.procedure)
  return [...new Set([...planned, ...done])]
    .filter((procedure) => !hasOne.has(procedure))
    .map((procedure) => ({ procedure, what: plainly(procedure), isPlanned: planned.includes(procedure) }))
}
