/** A map of access: the land coloured by minutes, or by supply within reach, and the services that offer a procedure. */

import type { Access } from '#core/network/access.ts'
import type { Area, Site } from '#core/network/network.ts'
import { bandOf } from '#core/network/siting/reach.ts'
import { coast } from '../../components/national-map/coast.ts'
import {
  INSETS,
  insetOf,
  LONDON,
  SHETLAND,
  shownIn,
  transformOf,
} from '../../components/national-map/insets.ts'
import { INK } from '../../components/national-map/marks.ts'
import { PICTURE, project, short } from '../../components/national-map/plane.ts'
import { type BandedLand, type BandedMap, bandedMap } from './squares.ts'

interface AccessMapProps {
  readonly title: string
  readonly description: string
  readonly banded: BandedMap
  readonly providers: readonly Site[]
}

export function AccessMap({ title, description, banded, providers }: AccessMapProps) {
  return (
    <figure className="fp-map-frame fp-access-map">
      <div className="fp-map-window">
        <svg
          xmlns="http://www.w3.org/2000/svg"
          viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
          aria-labelledby="access-map-title"
          aria-describedby="access-map-description"
          fontFamily="Arial, Arimo, sans-serif"
        >
          <title id="access-map-title">{title}</title>
          <desc id="access-map-description">{description}</desc>
          <defs>
            {INSETS.map(({ id, target }) => (
              <clipPath key={id} id={`access-frame-${id}`}>
                <rect {...target} rx="6" />
              </clipPath>
            ))}
          </defs>
          <rect {...PICTURE} fill={INK.sea} />
          <path d={coast().neighboursOnPicture} fill={INK.elsewhere} />
          <Lands lands={banded.main} prefix="main" line={0.6} />
          {INSETS.map((inset) => (
            <g key={inset.id}>
              <rect {...inset.target} rx="6" fill={INK.sea} />
              <g clipPath={`url(#access-frame-${inset.id})`}>
                <g transform={transformOf(inset)}>
                  <Lands
                    lands={inset === LONDON ? banded.london : inset === SHETLAND ? banded.shetland : []}
                    prefix={inset.id}
                    line={0.6 / inset.scale}
                  />
                </g>
              </g>
              <rect {...inset.target} rx="6" fill="none" stroke={INK.quiet} />
              {inset.enlarges ? <rect {...inset.source} rx="3" fill="none" stroke={INK.text} /> : null}
              <text
                x={inset.target.x + 2}
                y={inset.target.y - 7}
                fontSize="15"
                fontWeight="700"
                fill={INK.text}
              >
                {inset.title}
              </text>
            </g>
          ))}
          {providers.map((site) => (
            <Provider key={site.code} site={site} />
          ))}
        </svg>
      </div>
    </figure>
  )
}

interface LandsProps {
  readonly lands: readonly BandedLand[]
  readonly prefix: string
  readonly line: number
}

/** Each landmass with its squares cut to its coast; those of one band are one shape. */
function Lands({ lands, prefix, line }: LandsProps) {
  const whole = Map.groupBy(
    lands.filter((land) => land.whole !== null),
    (land) => land.whole,
  )
  return (
    <>
      {lands.flatMap(({ landmass, paths: bands, whole: one }, index) =>
        one === null
          ? [
              <g key={landmass.path.slice(0, 24)}>
                <clipPath id={`access-${prefix}-${index}`}>
                  <path id={`access-coast-${prefix}-${index}`} d={landmass.path} />
                </clipPath>
                <g clipPath={`url(#access-${prefix}-${index})`} shapeRendering="crispEdges">
                  {bands.map((path, band) =>
                    path ? <path key={band} className={`fp-band-${band}`} d={path} /> : null,
                  )}
                </g>
                <use
                  href={`#access-coast-${prefix}-${index}`}
                  fill="none"
                  stroke={INK.line}
                  strokeWidth={short(line, 2)}
                />
              </g>,
            ]
          : [],
      )}
      {[...whole].map(([band, own]) => (
        <path
          key={band}
          className={`fp-band-${band}`}
          d={own.map(({ landmass }) => landmass.path).join('')}
          stroke={INK.line}
          strokeWidth={short(line, 2)}
        />
      ))}
    </>
  )
}

/** Not a link: dots are too small to press, and the page lists them. */
function Provider({ site }: { readonly site: Site }) {
  const plane = project(site.longitude, site.latitude)
  const inset = insetOf(plane)
  const [x, y] = inset ? shownIn(inset, plane) : plane
  return (
    <circle cx={short(x)} cy={short(y)} r="4.6" fill="#003087" stroke={INK.white} strokeWidth="1.6">
      <title>{site.name}</title>
    </circle>
  )
}

const kept = new WeakMap<Access, BandedMap>()

/** By minutes: kept for as long as they hold. */
export function bandedByMinutes(areas: readonly Area[], access: Access): BandedMap {
  const known = kept.get(access)
  if (known) return known
  const made = bandedMap(areas, access.minutes, bandOf)
  kept.set(access, made)
  return made
}
