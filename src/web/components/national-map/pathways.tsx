/** The layer of referral pathways: arrows from referring to receiving services. */
import { type Stand, unfanned } from './ground.ts'
import { type Inset, shownIn } from './insets.ts'
import { INK } from './marks.ts'
import { pathwayCurve } from './pathway-curve.ts'
import type { Point } from './plane.ts'
import { line, type MapPathway, type Parts } from './services.ts'
import { SYMBOL_RADIUS } from './symbols.tsx'

/** Arrows from referring to receiving services: on the main picture, or those that touch an inset. */
export function Pathways({
  pathways,
  land,
  prefix,
  inset,
  zoom,
}: Parts & { pathways: readonly MapPathway[]; inset: Inset | null }) {
  const drawn = pathways.flatMap(({ from, to }) => {
    const [start, end] = [land.stands.get(from), land.stands.get(to)]
    if (!start || !end) return []
    if (inset && start.inset !== inset && end.inset !== inset) return []
    if (!inset && start.inset && end.inset === start.inset) return []
    const curve = pathwayCurve(endOf(start, inset, zoom), endOf(end, inset, zoom), (SYMBOL_RADIUS + 1) / zoom)
    return curve ? [{ key: `${from}-${to}`, curve, from, to }] : []
  })
  return (
    <g className="fp-map__pathways" fill="none" stroke={INK.text} {...line(1.3, zoom)} strokeOpacity="0.8">
      {drawn.map(({ key, curve, from, to }) => (
        <path key={key} d={curve} markerEnd={`url(#${prefix}-arrow)`} data-from={from} data-to={to} />
      ))}
    </g>
  )
}

/** Where a pathway's end is drawn: at the symbol where it shows, else at the true place in that frame. */
function endOf(stand: Stand, inset: Inset | null, zoom: number): Point {
  if (stand.inset === inset) return unfanned(stand, zoom)
  return inset ? shownIn(inset, stand.plane) : stand.plane
}
