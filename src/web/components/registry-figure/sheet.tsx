/** A figure of the registry as one SVG that stands alone: finding, picture, who is counted, where it comes from. */

import type { FigureData } from '#core/registry/figure/figure.ts'
import { wrapped } from '../drawing/letters.ts'
import { Lines, MARGIN } from '../drawing/lines.tsx'
import { type Block, drawSheet } from '../drawing/sheet.tsx'
import { drawNow } from '../drawing/vega.ts'
import { GroundDefinitions } from '../national-map/definitions.tsx'
import { ground } from '../national-map/ground.ts'
import { INK } from '../national-map/marks.ts'
import { NationalMap } from '../national-map/national-map.tsx'
import { PICTURE } from '../national-map/plane.ts'
import { MarkShape } from '../national-map/symbols.tsx'
import { type PlacedOrganisation, placed, STATE_MARKS } from './declared-map.ts'
import { chartSpec } from './spec.ts'

export interface SheetAbout {
  readonly snapshot: string
  readonly digest: string
  readonly fictional: boolean
  readonly cohort: string
  readonly organisations: readonly PlacedOrganisation[]
  /** Why it was withdrawn, where it was. */
  readonly withdrawn: string | null
}

const LEGEND_ROW = 26

export function registrySheet(figure: FigureData, about: SheetAbout): string {
  return drawSheet({
    strips: [
      ...(about.withdrawn === null ? [] : [`Withdrawn: ${about.withdrawn}`]),
      ...(about.fictional ? ['Fictional demonstration data'] : []),
    ],
    finding: figure.finding,
    block: blockOf(figure, about.organisations),
    about: aboutWords(figure, about),
    leastWidth: 680,
  })
}

function aboutWords(
  { denominators, definition, notes, policy, asOf, comparators }: FigureData,
  about: SheetAbout,
) {
  const { inCohort, unit, applies, due, known, missing } = denominators
  return [
    `${about.cohort} In the cohort ${inCohort} ${unit}s; applies to ${applies}, due ${due}, known ${known}, missing ${missing}.`,
    definition.join(' '),
    notes.join(' '),
    ...(comparators.length === 0
      ? []
      : [
          `In grey, for reference: ${comparators.map(({ registry, source }) => `${registry} (${source})`).join('; ')}.`,
        ]),
    policy.words,
    `Fourth Pillar registry, snapshot ${about.snapshot} of ${asOf}; figure digest SHA-256 ${about.digest}.`,
  ]
}

function blockOf(figure: FigureData, organisations: readonly PlacedOrganisation[]): Block {
  const { chart } = figure
  if (chart.draws === 'nothing') {
    const lines = wrapped(chart.words, 660, 16)
    return {
      width: 660,
      height: lines.length * 24 + 20,
      node: (
        <g transform={`translate(${-MARGIN} 16)`}>
          <Lines words={lines} y={4} size={16} step={24} />
        </g>
      ),
    }
  }
  if (chart.draws === 'map') return mapBlock(placed(chart, organisations), chart.title)
  const spec = chartSpec(chart, figure.comparators, 'wide')
  if (!spec) return { width: 0, height: 0, node: null }
  const { svg, width, height } = drawNow(spec)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a chart that this server has just drawn
  return { width, height, node: <g dangerouslySetInnerHTML={{ __html: svg }} /> }
}

function mapBlock(services: ReturnType<typeof placed>, title: string): Block {
  const entries = Object.entries(STATE_MARKS)
  const legend = entries.length * LEGEND_ROW + 12
  return {
    width: PICTURE.width,
    height: legend + PICTURE.height,
    node: (
      <>
        <GroundDefinitions land={ground(services)} prefix="sheet" />
        <g fontSize="15" fill={INK.text}>
          {entries.map(([state, mark], at) => (
            <g key={state} transform={`translate(8 ${at * LEGEND_ROW + 8})`}>
              <MarkShape mark={mark} />
              <text x="16" y="5">
                {mark.words}: {services.filter((each) => each.mark === state).length}
              </text>
            </g>
          ))}
        </g>
        <g transform={`translate(0 ${legend})`}>
          <NationalMap
            title={title}
            description=""
            services={services}
            marks={STATE_MARKS}
            prefix="sheet-map"
            groundPrefix="sheet"
            definesGround={false}
            bounded
            width={PICTURE.width}
          />
        </g>
      </>
    ),
  }
}
