/** The pictures of easy read: our own, drawn with a few strokes in the colour of the text. */

import { pictogramPaths } from '#core/leaflet/pictogram-paths.ts'
import type { Pictogram as Name } from '#core/leaflet/pictograms.ts'

/** The words beside it say the same: it is not read out. */
export function Pictogram({ name }: { readonly name: Name }) {
  return (
    <svg className="fp-pictogram" viewBox="0 0 48 48" aria-hidden="true">
      <path d={pictogramPaths[name]} />
    </svg>
  )
}
