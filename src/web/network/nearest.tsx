/** Who that offers something is nearest to a service: by the estimated time by car, for the sea is not crossed by road. */

import type { Point, Site } from '#core/network/network.ts'
import { type Quickest, quickestOf } from '#core/network/offering.ts'
import { estimatedMinutes } from '#core/network/travel/estimate.ts'
import { land } from '#store/network/land.ts'
import { paths } from '../paths.ts'
import { kilometres } from './words.ts'

/** Null where none can be reached. */
export function nearestByCar(from: Point, providers: readonly Site[]): Quickest | null {
  const ground = land()
  return quickestOf(from, providers, (one, other) => estimatedMinutes(one, other, ground))
}

/** About 1 h 35 min by car (estimate), 128 km in a straight line */
export function NearestCell({ nearest }: { readonly nearest: Quickest | null }) {
  if (!nearest) return 'None can be reached'
  return (
    <>
      <a href={paths.service(nearest.site.code)}>{nearest.site.name}</a>{' '}
      <span className="fp-quiet">
        {timeWords(nearest.minutes)} by car (estimate), {kilometres(nearest.distanceKm)} in a straight line
      </span>
    </>
  )
}

/** about 35 min, about 2 h 5 min: to five minutes, as an estimate is no better. */
export function timeWords(minutes: number): string {
  const rounded = Math.max(5, Math.round(minutes / 5) * 5)
  const [hours, rest] = [Math.floor(rounded / 60), rounded % 60]
  return `about ${[hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')}`
}
