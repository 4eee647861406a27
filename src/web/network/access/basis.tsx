/** Says where travel times come from and how far they can be trusted: beside every number that rests on them. */

import type { TravelTimes } from '#core/network/network.ts'
import { paths } from '../../paths.ts'

export function TravelBasisNote({ times }: { readonly times: Pick<TravelTimes, 'basis'> }) {
  return (
    <p className="fp-quiet">
      {basisWords(times)} <a href={paths.networkTravel()}>Where travel times are from</a>.
    </p>
  )
}

/** In a sentence or two: what it is, and its error. */
export function basisWords({ basis }: Pick<TravelTimes, 'basis'>): string {
  switch (basis) {
    case 'osrm':
      return 'Minutes by car, measured by the routing engine OSRM on its road network.'
    case 'valhalla':
      return 'Minutes by car, measured by the routing engine Valhalla on its road network.'
    case 'file':
      return 'Minutes by car from a file; estimated where the file has none.'
    case 'estimate':
      return 'Minutes by car are an estimate from the distance, wrong by 15 to 19% on average either way; over water by a listed ferry only.'
  }
}

/** In a word, for files. */
export const basisWord = ({ basis }: Pick<TravelTimes, 'basis'>): string =>
  basis === 'estimate' ? 'estimate' : basis === 'file' ? 'file' : `measured by ${basis}`
