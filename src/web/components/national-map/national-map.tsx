/** The national map: a country of nearest-service areas with a symbol for each service, as plain SVG. */
import { coast } from './coast.ts'
import { ArrowHead, GroundDefinitions } from './definitions.tsx'
import type { Focus } from './focus.ts'
import { ground, groundCloser } from './ground.ts'
import { InsetGround } from './inset-ground.tsx'
import { Land } from './land.tsx'
import { INK, type Mark } from './marks.ts'
import { Pathways } from './pathways.tsx'
import { PICTURE, short } from './plane.ts'
import type { MapPathway, MapService, Parts } from './services.ts'
import { Leaders, Pin, Symbols } from './symbol-layer.tsx'

export type { MapPathway, MapService } from './services.ts'

export interface NationalMapProps {
  readonly title: string
  readonly description: string
  readonly services: readonly MapService[]
  readonly marks: Readonly<Record<string, Mark>>
  readonly pathways?: readonly MapPathway[]
  readonly show?: 'both' | 'areas' | 'symbols'
  /** Sets ids apart where a page has several maps. */
  readonly prefix?: string
  /** False where another map on the page, with the same prefix of ground, has the shapes already. */
  readonly groundPrefix?: string
  readonly definesGround?: boolean
  readonly focus?: Focus | null
  readonly width?: number
  readonly className?: string
  /** Draws nothing beyond the picture, so that it can stand on a sheet without being cut. */
  readonly bounded?: boolean
}

export function NationalMap(props: NationalMapProps) {
  const { title, description, services, marks, pathways = [], show = 'both', prefix = 'map' } = props
  const groundPrefix = props.groundPrefix ?? prefix
  const insets = props.focus?.insets
  const land = insets
    ? groundCloser(
        services,
        services.filter(({ quiet }) => !quiet),
        { insets, zoom: props.focus?.zoom ?? 1 },
      )
    : ground(services)
  const view = props.focus?.viewBox ?? { x: 0, y: 0, ...PICTURE }
  const zoom = props.focus?.zoom ?? 1
  const parts: Parts = { services, marks, land, prefix, groundPrefix, zoom, areas: show !== 'symbols' }
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className={props.className ?? 'fp-map'}
      viewBox={[view.x, view.y, view.width, view.height].map((value) => short(value)).join(' ')}
      width={props.width}
      height={props.width && Math.round((props.width * view.height) / view.width)}
      aria-labelledby={`${prefix}-title`}
      aria-describedby={`${prefix}-description`}
      fontFamily="Arial, Arimo, sans-serif"
      overflow={props.bounded ? 'visible' : undefined}
    >
      <title id={`${prefix}-title`}>{title}</title>
      <desc id={`${prefix}-description`}>{description}</desc>
      {props.definesGround !== false && <GroundDefinitions land={land} prefix={groundPrefix} />}
      <ArrowHead prefix={prefix} />
      <rect className="fp-map__sea" {...(props.bounded ? PICTURE : BEYOND)} fill={INK.sea} />
      <g className="fp-map__ground">
        <path
          className="fp-map__elsewhere"
          d={props.bounded ? coast().neighboursOnPicture : coast().neighbours}
          fill={INK.elsewhere}
        />
        <Land {...parts} />
        <Pathways {...parts} pathways={pathways} inset={null} />
        {land.insets.map((inset) => (
          <InsetGround key={inset.id} {...parts} pathways={pathways} inset={inset} />
        ))}
        <Leaders {...parts} />
      </g>
      {show !== 'areas' && <Symbols {...parts} />}
      {props.focus?.pin && <Pin at={props.focus.pin} zoom={zoom} />}
    </svg>
  )
}

/** Sea enough for a window of any shape, and for a look beyond the picture's edge. */
const BEYOND = { x: -2000, y: -2000, width: 5000, height: 5500 } as const
