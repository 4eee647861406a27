/** The lesions that the next scan is read for, so that nobody types them again: the same letters, organs and flags. */

import { type Lesion, named } from './lesion.ts'
import type { Assessed } from './lines.ts'

/** A lesion without what a scan says of it. */
export type LesionToMeasure = Omit<Lesion, 'diameter' | 'state'>

/**
 * Those of the last baseline in its order, then what was new since. One that a later scan left out is asked for
 * again, for a target that is not measured leaves no sum; what was new once is followed as disease that is there.
 *
 * @param assessed a case's assessments in order of time; without a baseline all of them count
 * @see Eisenhauer EA et al. RECIST 1.1. Eur J Cancer 2009;45:228-47; 4.3 (all targets are measured at each scan)
 */
export function lesionsToMeasure(assessed: readonly Assessed[]): readonly LesionToMeasure[] {
  const withLesions = assessed.filter(({ lesions }) => lesions.length > 0)
  const from = Math.max(
    0,
    withLesions.findLastIndex(({ baseline }) => baseline),
  )
  const known = new Map<string, LesionToMeasure>()
  for (const scan of withLesions.slice(from))
    for (const { key, organ, place, kind, treatedBefore, progressedSince } of named(scan).lesions) {
      const before = known.get(key)
      known.set(key, {
        ...{ key, organ: before?.organ ?? organ },
        ...given({ place: place ?? before?.place }),
        kind: before?.kind ?? (kind === 'new' ? 'non-target' : kind),
        ...given({ treatedBefore: treatedBefore ?? before?.treatedBefore }),
        ...given({ progressedSince: progressedSince ?? before?.progressedSince }),
      })
    }
  return [...known.values()]
}

const given = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [Name in keyof Values]?: Exclude<Values[Name], undefined>
  }
