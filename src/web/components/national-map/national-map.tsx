/** The national map: a country of nearest-service areas with a symbol for each service, as plain SVG. */
import type { ReactNode } from 'react'
import type { Place } from './areas.ts'
import { coast } from './coast.ts'
import { type Ground, ground, type Stand } from './ground.ts'
import { INSETS, type Inset, insetOf, shownIn, transformOf } from './insets.ts'
import { INK, type Mark } from './marks.ts'
import { pathwayCurve } from './pathway-curve.ts'
import { boundsOf, contains, PICTURE, type Point, type Rectangle, short } from './plane.ts'
import { MarkShape, SYMBOL_RADIUS } from './symbols.tsx'

/** One service as the map shows it. */
export interface MapService extends Place {
  readonly name: string
  /** The key of its mark in `marks`. */
  readonly mark: string
  /** What the mark says of it, in words; the link's name is "name: words". */
  readonly words: string
  /** The address of its page; without one it is drawn but leads nowhere (exports). */
  readonly href?: string
  /** Left out by a filter: its land stays, quiet, without a symbol. */
  readonly quiet?: boolean
}

export interface MapPathway {
  readonly from: string
  readonly to: string
}

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
  readonly children?: ReactNode
}

/** A part of the picture to show instead of the whole, and a place to point at. */
export interface Focus {
  readonly viewBox: Rectangle
  readonly zoom: number
  readonly pin: Point | null
}

export function NationalMap(props: NationalMapProps) {
  const { title, description, services, marks, pathways = [], show = 'both', prefix = 'map' } = props
  const groundPrefix = props.groundPrefix ?? prefix
  const land = ground(services)
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
      // biome-ignore lint/a11y/useSemanticElements: an SVG with links inside is a group, not a picture
      role="group"
      aria-labelledby={`${prefix}-title`}
      aria-describedby={`${prefix}-description`}
      fontFamily="Arial, Arimo, sans-serif"
    >
      <title id={`${prefix}-title`}>{title}</title>
      <desc id={`${prefix}-description`}>{description}</desc>
      {props.definesGround !== false && <GroundDefinitions land={land} prefix={groundPrefix} />}
      <ArrowHead prefix={prefix} />
      <rect className="fp-map__sea" x="-2000" y="-2000" width="5000" height="5500" fill={INK.sea} />
      <g aria-hidden="true">
        <path className="fp-map__elsewhere" d={coast().neighbours} fill={INK.elsewhere} />
        <Land {...parts} />
        <Pathways {...parts} pathways={pathways} inset={null} />
        {INSETS.map((inset) => (
          <InsetGround key={inset.id} {...parts} pathways={pathways} inset={inset} />
        ))}
        <Leaders {...parts} />
      </g>
      {show !== 'areas' && <Symbols {...parts} />}
      {props.focus?.pin && <Pin at={props.focus.pin} zoom={zoom} />}
      {props.children}
    </svg>
  )
}

interface Parts {
  readonly services: readonly MapService[]
  readonly marks: Readonly<Record<string, Mark>>
  readonly land: Ground
  readonly prefix: string
  readonly groundPrefix: string
  readonly zoom: number
  readonly areas: boolean
}

/** The shapes of the land, once a page: every map on it refers to them. */
export function GroundDefinitions({ land, prefix }: { land: Ground; prefix: string }) {
  const shared = land.areas.filter(({ clip }) => clip)
  const whole = land.areas.filter(({ clip }) => !clip)
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

function ArrowHead({ prefix }: { prefix: string }) {
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

/** Each landmass's areas cut to its coast, the islands that one service has whole, and the coast's line. */
function Land({ services, marks, land, groundPrefix, areas, within }: Parts & { within?: Rectangle }) {
  const tints = new Map(services.map((service) => [service.code, tintOf(service, marks, areas)]))
  const seen = (rectangle: Rectangle) => !within || overlaps(rectangle, within)
  const shared = land.areas.filter(({ clip }) => clip)
  const isles = new Set(
    land.areas
      .filter(({ clip, landmass }) => !clip && seen(landmass.bounds))
      .flatMap((one) => one.areas.map(({ code }) => code))
      .filter((code) => within || land.stands.get(code)?.inset?.enlarges !== false),
  )
  return (
    <>
      {shared.map(({ landmass, areas: cells }, index) => {
        const drawn = cells.filter(({ ring }) => seen(boundsOf(ring)))
        if (!seen(landmass.bounds) || drawn.length === 0) return null
        const coastal = !within || landmass.ring.some((point) => contains(within, point))
        return (
          <g key={landmass.path.slice(0, 20)}>
            <g
              clipPath={coastal ? `url(#${groundPrefix}-clip-${index})` : undefined}
              stroke={areas ? INK.white : 'none'}
              strokeWidth={within ? 0.35 : 0.9}
            >
              {drawn.map(({ code }) => (
                <use
                  key={code}
                  href={`#${groundPrefix}-area-${code}`}
                  fill={tints.get(code)}
                  data-area={within ? undefined : code}
                />
              ))}
            </g>
            {coastal && (
              <use
                href={`#${groundPrefix}-coast-${index}`}
                fill="none"
                stroke={INK.line}
                strokeWidth={within ? 0.2 : 0.6}
              />
            )}
          </g>
        )
      })}
      {[...isles].map((code) => (
        <use
          key={code}
          href={`#${groundPrefix}-isles-${code}`}
          fill={tints.get(code)}
          stroke={INK.line}
          strokeWidth="0.6"
          data-area={within ? undefined : code}
        />
      ))}
    </>
  )
}

function tintOf(service: MapService, marks: Parts['marks'], areas: boolean): string {
  return areas && !service.quiet ? (marks[service.mark]?.tint ?? INK.land) : INK.land
}

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

/** An inset's frame with its land and pathways; what it enlarges is outlined and joined to it. */
function InsetGround(props: Parts & { pathways: readonly MapPathway[]; inset: Inset }) {
  const { inset, groundPrefix } = props
  const { source, target } = inset
  return (
    <g className="fp-map__inset">
      {inset.enlarges && <rect {...rounded(source)} rx="3" fill="none" stroke={INK.text} strokeWidth="1.2" />}
      <rect {...target} rx="6" fill={INK.sea} />
      <g clipPath={`url(#${groundPrefix}-frame-${inset.id})`}>
        <g transform={transformOf(inset)}>
          <Land {...props} within={source} />
        </g>
        <Pathways {...props} />
      </g>
      <rect {...target} rx="6" fill="none" stroke={INK.quiet} strokeWidth="1" />
      <text
        x={target.x + 10}
        y={inset.enlarges ? target.y + 22 : target.y + target.height - 10}
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

/** Arrows from referring to receiving services: on the main picture, or those that touch an inset. */
function Pathways({
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
    <g
      className="fp-map__pathways"
      fill="none"
      stroke={INK.text}
      strokeWidth={1.1 / zoom}
      strokeOpacity="0.75"
    >
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

/** Fanned-out symbols draw in to their true places as the picture is enlarged. */
export function unfanned({ place, symbol }: Stand, zoom: number): Point {
  return [place[0] + (symbol[0] - place[0]) / zoom, place[1] + (symbol[1] - place[1]) / zoom]
}

/** Thin lines from fanned-out symbols to where they belong. */
function Leaders({ services, land, zoom }: Parts) {
  const lines = services.flatMap(({ code, quiet }) => {
    const stand = land.stands.get(code)
    if (!stand || quiet) return []
    const [x, y] = unfanned(stand, zoom)
    if (Math.hypot(x - stand.place[0], y - stand.place[1]) * zoom < SYMBOL_RADIUS) return []
    return [`M${short(stand.place[0])},${short(stand.place[1])}L${short(x)},${short(y)}`]
  })
  return (
    <path
      className="fp-map__leaders"
      d={lines.join('')}
      fill="none"
      stroke={INK.quiet}
      strokeWidth={0.8 / zoom}
    />
  )
}

function Symbols({ services, marks, land, zoom }: Parts) {
  return (
    <g className="fp-map__symbols">
      {services
        .filter(({ quiet }) => !quiet)
        .map((service) => {
          const stand = land.stands.get(service.code)
          const mark = marks[service.mark]
          if (!stand || !mark) return null
          const [x, y] = unfanned(stand, zoom)
          return (
            <g
              key={service.code}
              className="fp-map__symbol"
              transform={`translate(${short(x, 2)} ${short(y, 2)})${zoom === 1 ? '' : ` scale(${short(1 / zoom, 3)})`}`}
              data-code={service.code}
              data-mark={service.mark}
              data-place={`${short(stand.place[0], 2)} ${short(stand.place[1], 2)}`}
              data-symbol={`${short(stand.symbol[0], 2)} ${short(stand.symbol[1], 2)}`}
            >
              {service.href ? (
                <a href={service.href} aria-label={`${service.name}: ${lowerFirst(service.words)}`}>
                  <title>{`${service.name}: ${lowerFirst(service.words)}`}</title>
                  <circle className="fp-map__target" r="7.7" fill="none" pointerEvents="all" />
                  <MarkShape mark={mark} />
                </a>
              ) : (
                <>
                  <title>{`${service.name}: ${lowerFirst(service.words)}`}</title>
                  <MarkShape mark={mark} />
                </>
              )}
            </g>
          )
        })}
    </g>
  )
}

export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

function Pin({ at: [x, y], zoom }: { at: Point; zoom: number }) {
  return (
    <g
      className="fp-map__pin"
      transform={`translate(${short(x, 2)} ${short(y, 2)}) scale(${short(1 / zoom, 3)})`}
    >
      <path
        d="M0,0C-9,-13 -11,-16 -11,-21a11,11 0 0 1 22,0C11,-16 9,-13 0,0z"
        fill={INK.text}
        stroke={INK.white}
        strokeWidth="2"
      />
      <circle cy="-21" r="4" fill={INK.white} />
    </g>
  )
}

/** The part of the picture about a place, `zoom` times as large; in London's inset for a place in London. */
export function focusOn(
  longitude: number,
  latitude: number,
  zoom: number,
  projectPlace: (longitude: number, latitude: number) => Point,
): Focus {
  const plane = projectPlace(longitude, latitude)
  const inset = insetOf(plane)
  if (inset) {
    const { target } = inset
    const padded = { x: target.x - 8, y: target.y - 8, width: target.width + 16, height: target.height + 16 }
    return { viewBox: padded, zoom: 1.6, pin: shownIn(inset, plane) }
  }
  const [width, height] = [PICTURE.width / zoom, PICTURE.width / zoom]
  const x = Math.min(Math.max(plane[0] - width / 2, -20), PICTURE.width - width + 20)
  const y = Math.min(Math.max(plane[1] - height / 2, -20), PICTURE.height - height + 20)
  return { viewBox: { x, y, width, height }, zoom, pin: plane }
}
