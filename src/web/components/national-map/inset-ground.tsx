/** The layer of an inset: its frame, its land and the pathways that touch it. */
import { type Inset, transformOf } from './insets.ts'
import { Land } from './land.tsx'
import { INK } from './marks.ts'
import { Pathways } from './pathways.tsx'
import { type Rectangle, short } from './plane.ts'
import { line, type MapPathway, type Parts } from './services.ts'

/** An inset's frame with its land and pathways; what it enlarges is outlined and joined to it. */
export function InsetGround(props: Parts & { pathways: readonly MapPathway[]; inset: Inset }) {
  const { inset, groundPrefix } = props
  const { source, target } = inset
  return (
    <g className="fp-map__inset">
      {inset.enlarges && (
        <rect
          {...rounded(source)}
          className="fp-map__enlarged"
          rx="3"
          fill="none"
          stroke={INK.text}
          pointerEvents="all"
          data-inset={[target.x, target.y, target.width, target.height].join(' ')}
          {...line(1.2, props.zoom)}
        />
      )}
      <rect {...target} rx="6" fill={INK.sea} />
      <g transform={transformOf(inset)}>
        <Land {...props} within={source} />
      </g>
      {props.pathways.length > 0 && (
        <g clipPath={`url(#${groundPrefix}-frame-${inset.id})`}>
          <Pathways {...props} />
        </g>
      )}
      <rect {...target} rx="6" fill="none" stroke={INK.quiet} strokeWidth="1" />
      <text
        x={target.x + 2}
        y={target.y - 7}
        fontSize="15"
        fontWeight="700"
        fill={INK.text}
        stroke={INK.white}
        strokeWidth="3"
        strokeOpacity="0.8"
        paintOrder="stroke"
      >
        {inset.title}
      </text>
    </g>
  )
}

function rounded({ x, y, width, height }: Rectangle) {
  return { x: short(x), y: short(y), width: short(width), height: short(height) }
}
