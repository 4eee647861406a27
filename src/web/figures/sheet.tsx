/** A figure as one SVG that stands alone: finding, picture, key, who is counted, where it comes from. */

import { type Block, drawSheet } from '../components/drawing/sheet.tsx'
import { drawChart } from '../components/drawing/vega.ts'
import { GroundDefinitions } from '../components/national-map/definitions.tsx'
import { ground } from '../components/national-map/ground.ts'
import { INK } from '../components/national-map/marks.ts'
import { NationalMap } from '../components/national-map/national-map.tsx'
import { PICTURE } from '../components/national-map/plane.ts'
import { MarkShape } from '../components/national-map/symbols.tsx'
import { type Figure, type MapPanel, numberOf, subjectOf, type View } from './figure.ts'
import { FICTIONAL, standingWords } from './provenance.ts'

const PANEL_GAP = 24
/** A panel beside others is drawn at this width; alone, at the picture's own. */
const SMALL_PANEL = 420
const LEGEND_ROW = 26

/** The whole sheet. Its width and height are those of its own units. */
export async function figureSheet(figure: Figure, view: View, now: Date): Promise<string> {
  const block =
    figure.drawing.kind === 'maps'
      ? mapsBlock(figure.drawing.panels)
      : await chartsBlock(figure.drawing.charts)
  return drawSheet({
    strips: view.edition?.fictional ? [FICTIONAL] : [],
    finding: figure.finding,
    block,
    about: [
      `${numberOf(figure.id)}. ${subjectOf(figure.id)}. ${view.edition?.title ?? ''}.`,
      `Of ${figure.denominator}. ${figure.missing}`,
      standingWords(view, now),
      'Made with Natural Earth. Fourth Pillar.',
    ],
    leastWidth: 640,
  })
}

function mapsBlock(panels: readonly MapPanel[]): Block {
  const [first] = panels
  if (!first) return { width: 0, height: 0, node: null }
  const alone = panels.length === 1
  const width = alone ? PICTURE.width : SMALL_PANEL
  const columns = alone ? 1 : 2
  const legendHeight = first.legend.length * LEGEND_ROW + (alone ? 12 : 42)
  const mapHeight = Math.round((width * PICTURE.height) / PICTURE.width)
  const panelHeight = legendHeight + mapHeight
  const rows = Math.ceil(panels.length / columns)
  const node = (
    <>
      <GroundDefinitions land={ground(first.services)} prefix="sheet" />
      {panels.map((panel, index) => {
        const [x, y] = [
          (index % columns) * (width + PANEL_GAP),
          Math.floor(index / columns) * (panelHeight + PANEL_GAP),
        ]
        return (
          <g key={panel.title} transform={`translate(${x} ${y})`}>
            <Legend panel={panel} />
            <g transform={`translate(0 ${legendHeight})`}>
              <NationalMap
                title={panel.title}
                description=""
                services={panel.services}
                marks={panel.marks}
                prefix={`sheet-${index}`}
                groundPrefix="sheet"
                definesGround={false}
                bounded
                width={width}
              />
            </g>
          </g>
        )
      })}
    </>
  )
  return {
    width: columns * width + (columns - 1) * PANEL_GAP,
    height: rows * panelHeight + (rows - 1) * PANEL_GAP,
    node,
  }
}

function Legend({ panel: { title, legend } }: { readonly panel: MapPanel }) {
  const top = title ? 30 : 0
  return (
    <g fontSize="15" fill={INK.text}>
      {title ? (
        <text y="16" fontSize="17" fontWeight="700">
          {title}
        </text>
      ) : null}
      {legend.map(({ mark, count }, index) => (
        <g key={mark.words} transform={`translate(8 ${top + index * LEGEND_ROW + 8})`}>
          <MarkShape mark={mark} />
          <text x="16" y="5">
            {mark.words}: <tspan fontWeight="700">{count}</tspan>
          </text>
        </g>
      ))}
    </g>
  )
}

async function chartsBlock(
  charts: readonly { readonly title: string; readonly spec: Parameters<typeof drawChart>[0] }[],
): Promise<Block> {
  const drawn = await Promise.all(
    charts.map(async ({ title, spec }) => ({ title, ...(await drawChart(spec)) })),
  )
  const tops = drawn.map((_, index) =>
    drawn
      .slice(0, index)
      .reduce((sum, { title, height }) => sum + (title ? HEADING : 0) + height + HEADING, 0),
  )
  const node = drawn.map(({ title, svg }, index) => (
    <g key={title} transform={`translate(0 ${tops[index]})`}>
      {title ? (
        <text y="16" fontSize="16" fontWeight="700" fill={INK.text}>
          {title}
        </text>
      ) : null}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a chart that this server has just drawn */}
      <g transform={`translate(0 ${title ? HEADING : 0})`} dangerouslySetInnerHTML={{ __html: svg }} />
    </g>
  ))
  const last = drawn.at(-1)
  return {
    width: Math.max(...drawn.map(({ width }) => width)),
    height: (tops.at(-1) ?? 0) + (last ? last.height + (last.title ? HEADING : 0) : 0),
    node,
  }
}

/** The room of a chart's title, and between two charts. */
const HEADING = 28
