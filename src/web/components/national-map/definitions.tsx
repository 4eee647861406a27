/** The shapes that a map's layers refer to: the land, the insets' frames, the arrow head. */
import type { Ground } from './ground.ts'
import { INSETS, shownOnlyInInset } from './insets.ts'
import { INK } from './marks.ts'

/** The shapes of the land, once a page: every map on it refers to them. */
export function GroundDefinitions({ land, prefix }: { land: Ground; prefix: string }) {
  const shared = land.areas.filter(({ clip }) => clip)
  const whole = land.areas.filter(({ clip, landmass }) => !clip && !shownOnlyInInset(landmass.bounds))
  const islands = Map.groupBy(
    whole.flatMap(({ areas }) => areas),
    ({ code }) => code,
  )
  return (
    <defs>
      {shared.map(({ landmass, areas }, index) => (
        <g key={landmass.path.slice(0, 20)}>
          <path id={`${prefix}-coast-${index}`} d={landmass.path} />
          <clipPath id={`${prefix}-clip-${index}`}>
            <use href={`#${prefix}-coast-${index}`} />
          </clipPath>
          {areas.map(({ code, path }) => (
            <path key={code} id={`${prefix}-area-${code}`} d={path} />
          ))}
        </g>
      ))}
      {[...islands].map(([code, areas]) => (
        <path key={code} id={`${prefix}-isles-${code}`} d={areas.map(({ path }) => path).join('')} />
      ))}
      {INSETS.map(({ id, target }) => (
        <clipPath key={id} id={`${prefix}-frame-${id}`}>
          <rect {...target} rx="6" />
        </clipPath>
      ))}
    </defs>
  )
}

export function ArrowHead({ prefix }: { prefix: string }) {
  return (
    <defs>
      <marker
        id={`${prefix}-arrow`}
        viewBox="0 0 8 8"
        refX="6.5"
        refY="4"
        markerWidth="5.5"
        markerHeight="5.5"
        orient="auto"
      >
        <path d="M0,0.6L7.4,4L0,7.4z" fill={INK.text} />
      </marker>
    </defs>
  )
}
