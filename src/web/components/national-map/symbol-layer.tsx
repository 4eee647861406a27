/** The layer of symbols: each service a link with its name and what it offers, and a line to its true place. */
import { inSentence } from '#core/sentence.ts'
import { unfanned } from './ground.ts'
import { INK } from './marks.ts'
import { type Point, short } from './plane.ts'
import { line, type Parts } from './services.ts'
import { MarkShape, SYMBOL_RADIUS } from './symbols.tsx'

export function Symbols({ services, marks, land, zoom }: Parts) {
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
                <a href={service.href} aria-label={`${service.name}: ${inSentence(service.words)}`}>
                  <title>{`${service.name}: ${inSentence(service.words)}`}</title>
                  <circle className="fp-map__target" r="7.7" fill="none" pointerEvents="all" />
                  <MarkShape mark={mark} />
                </a>
              ) : (
                <>
                  <title>{`${service.name}: ${inSentence(service.words)}`}</title>
                  <MarkShape mark={mark} />
                </>
              )}
            </g>
          )
        })}
    </g>
  )
}

/** Thin lines from fanned-out symbols to where they belong. */
export function Leaders({ services, land, zoom }: Parts) {
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
      {...line(0.8, zoom)}
    />
  )
}

/** Points at a place that was searched for. */
export function Pin({ at: [x, y], zoom }: { at: Point; zoom: number }) {
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
