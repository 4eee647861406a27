/** The layer of the land: nearest-service areas in their tints, cut to the coast. */
import { cutTo } from './cut.ts'
import { shownOnlyInInset } from './insets.ts'
import { INK } from './marks.ts'
import { boundsOf, contains, overlaps, pathOf, type Rectangle } from './plane.ts'
import { line, type MapService, type Parts } from './services.ts'

/** Each landmass's areas cut to its coast, the islands that one service has whole, and the coast's line. */
export function Land({
  services,
  marks,
  land,
  groundPrefix,
  areas,
  zoom,
  within,
}: Parts & { within?: Rectangle }) {
  const tints = new Map(services.map((service) => [service.code, tintOf(service, marks, areas)]))
  const seen = (rectangle: Rectangle) => !within || overlaps(rectangle, within)
  const shared = land.areas.filter(({ clip }) => clip)
  const isles = new Set(
    land.areas
      .filter(({ clip, landmass }) => !clip && !shownOnlyInInset(landmass.bounds))
      .flatMap((one) => one.areas.map(({ code }) => code)),
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
              {...line(within ? 0.35 : 0.9, zoom)}
            >
              {drawn.map(({ code, ring }) =>
                within ? (
                  <path key={code} d={pathOf(cutTo(ring, within), 2)} fill={tints.get(code)} />
                ) : (
                  <use
                    key={code}
                    href={`#${groundPrefix}-area-${code}`}
                    fill={tints.get(code)}
                    data-area={code}
                  />
                ),
              )}
            </g>
            {coastal && (
              <use
                href={`#${groundPrefix}-coast-${index}`}
                fill="none"
                stroke={INK.line}
                {...line(within ? 0.2 : 0.6, zoom)}
              />
            )}
          </g>
        )
      })}
      {within
        ? land.areas
            .filter(({ clip, landmass }) => !clip && seen(landmass.bounds))
            .map(({ landmass, areas: [whole] }) => (
              <path
                key={landmass.path}
                d={pathOf(cutTo(landmass.ring, within))}
                fill={tints.get(whole?.code ?? '')}
                stroke={INK.line}
                {...line(0.6, zoom)}
              />
            ))
        : [...isles].map((code) => (
            <use
              key={code}
              href={`#${groundPrefix}-isles-${code}`}
              fill={tints.get(code)}
              stroke={INK.line}
              {...line(0.6, zoom)}
              data-area={code}
            />
          ))}
    </>
  )
}

function tintOf(service: MapService, marks: Parts['marks'], areas: boolean): string {
  return areas && !service.quiet ? (marks[service.mark]?.tint ?? INK.land) : INK.land
}
