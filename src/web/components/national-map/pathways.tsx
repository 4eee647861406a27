/** The layer of referral pathways: arrows from referring to receiving services. */
import { type Stand, unfanned } from './ground.ts'
import { type Inset, shownIn } from './insets.ts'
import { CLASS_MARKS, INK } from './marks.ts'
import { pathwayCurve } from './pathway-curve.ts'
import type { Point } from './plane.ts'
import { line, type MapPathway, type Parts } from './services.ts'
import { SYMBOL_RADIUS } from './symbols.tsx'

/** Confirmed pathways are wider, and of the colour of those who offer. */
const CONFIRMED_COLOUR = CLASS_MARKS.both.colour

/** Arrows from referring to receiving services: on the main picture, or those that touch an inset. */
export function Pathways({
  pathways,
  land,
  prefix,
  inset,
  zoom,
}: Parts & { pathways: readonly MapPathway[]; inset: Inset | null }) {
  const drawn = pathways.flatMap(({ from, to, confirmed = false }) => {
    const [start, end] = [land.stands.get(from), land.stands.get(to)]
    if (!start || !end) return []
    if (inset && start.inset !== inset && end.inset !== inset) return []
    if (!inset && start.inset && end.inset === start.inset) return []
    const curve = pathwayCurve(endOf(start, inset, zoom), endOf(end, inset, zoom), (SYMBOL_RADIUS + 1) / zoom)
    return curve ? [{ key: `${from}-${to}`, curve, from, to, confirmed }] : []
  })
  return (
    <g className="fp-map__pathways" fill="none" stroke={INK.text} {...line(1.3, zoom)} strokeOpacity="0.8">
      {drawn.map(({ key, curve, from, to, confirmed }) => (
        <path
          key={key}
          d={curve}
          markerEnd={`url(#${prefix}-arrow)`}
          data-from={from}
          data-to={to}
          {...(confirmed ? { stroke: CONFIRMED_COLOUR, ...line(2.6, zoom), strokeOpacity: 1 } : {})}
        />
      ))}
    </g>
  )
}

/** What the two kinds of arrow mean, with a sample of each. */
export function PathwayKey() {
  const samples = [
    { words: 'Confirmed by both services', colour: CONFIRMED_COLOUR, width: 2.6 },
    { words: 'Declared in the census only', colour: INK.text, width: 1.3 },
  ]
  return (
    <ul className="fp-pathway-key" aria-label="Referral pathways">
      {samples.map(({ words, colour, width }) => (
        <li key={words}>
          <svg width="32" height="10" aria-hidden="true" focusable="false">
            <line x1="0" x2="32" y1="5" y2="5" stroke={colour} strokeWidth={width} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}

/** Where a pathway's end is drawn: at the symbol where it shows, else at the true place in that frame. */
function endOf(stand: Stand, inset: Inset | null, zoom: number): Point {
  if (stand.inset === inset) return unfanned(stand, zoom)
  return inset ? shownIn(inset, stand.plane) : stand.plane
}
