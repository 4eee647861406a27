/** One bar a region: how many are covered around the clock, how many are not, and how many did not say. */

import type { Cover } from '#core/plain/cover.ts'
import { regionWords } from './region-words.ts'

const row = 66
const width = 640
/** A number needs so much of a bar, or it stands in the table alone. */
const narrowest = 40

const parts = [
  { kind: 'clock', words: 'Around the clock', of: ({ here, network }: Cover) => here + network },
  {
    kind: 'part',
    words: 'Part of the day, or no such department',
    of: ({ extended, workingHours, noDepartment }: Cover) => extended + workingHours + noDepartment,
  },
  { kind: 'unsaid', words: 'Did not say', of: ({ notSaid }: Cover) => notSaid },
] as const

export function CoverPicture({ regions }: { readonly regions: readonly Cover[] }) {
  const largest = Math.max(1, ...regions.map(({ asked }) => asked))
  return (
    <figure className="fp-plain__doses">
      <svg
        viewBox={`0 0 ${width} ${row * regions.length}`}
        role="img"
        aria-label="A bar for each region: organisations covered around the clock, those that are not, those that did not say. The table below says the same."
      >
        <defs>
          <pattern
            id="fp-unsaid"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="8" height="8" className="fp-plain__pale" />
            <rect width="2" height="8" className="fp-plain__stripe" />
          </pattern>
        </defs>
        {regions.map((region, index) => (
          <g key={regionWords(region)} transform={`translate(0 ${index * row})`}>
            <text x="0" y="24" className="fp-plain__name">
              {regionWords(region)}
            </text>
            <Bar region={region} unit={width / largest} />
          </g>
        ))}
      </svg>
      <figcaption>
        {parts.map(({ kind, words }) => (
          <span key={kind} className={`fp-plain__key fp-plain__key--${kind}`}>
            {words}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function Bar({ region, unit }: { readonly region: Cover; readonly unit: number }) {
  let from = 0
  return parts.map(({ kind, of }) => {
    const count = of(region)
    const at = from
    from += count * unit
    return count > 0 ? (
      <g key={kind}>
        <rect
          x={at}
          y="34"
          width={count * unit}
          height="22"
          className={`fp-plain__bar fp-plain__bar--${kind}`}
        />
        {count * unit >= narrowest ? (
          <text x={at + 5} y="51" className={`fp-plain__count fp-plain__count--${kind}`}>
            {count}
          </text>
        ) : null}
      </g>
    ) : null
  })
}
