/** Landmark: only those still followed, and free of the event, at a time chosen beforehand; the clock starts there. */

import { checkSubjects, type Subjects } from './subjects.ts'

export interface Landmark {
  /** Times since the landmark. */
  readonly subjects: Subjects
  /** The place of each in what was given, to pick groups and covariates by. */
  readonly places: Int32Array
}

/**
 * Subjects at risk just after `landmark`: entered by then, not left by then. Who had the event or was lost at the
 * landmark itself is out, as is who entered later: what is compared must be known at the landmark.
 *
 * @throws RangeError where the landmark is not finite or is negative, or naming the first place that cannot be
 * @see Anderson JR, Cain KC, Gelber RD. J Clin Oncol 1983;1:710-719
 */
export function landmarkSubjects(subjects: Subjects, landmark: number): Landmark {
  if (!(landmark >= 0 && landmark < Number.POSITIVE_INFINITY))
    throw new RangeError(`landmark is ${landmark}: it is finite and not negative`)
  checkSubjects(subjects)
  const { time, event, entry, weight } = subjects
  const all = new Int32Array(time.length).map((_, at) => at)
  const places = all.filter(
    (at) => (time[at] as number) > landmark && (!entry || (entry[at] as number) <= landmark),
  )
  return {
    places,
    subjects: {
      time: Float64Array.from(places, (at) => (time[at] as number) - landmark),
      event: Uint8Array.from(places, (at) => event[at] as number),
      ...(weight && { weight: Float64Array.from(places, (at) => weight[at] as number) }),
    },
  }
}
