/**
 * A released figure on a page: finding, picture, tables, who is counted, what is missing, definition, references,
 * how to cite it and to recompute it. Nothing that is not released can be shown by it.
 */

import { figureDigest } from '#core/registry/figure/digest.ts'
import type { ReleasedFigure, Shown, Table } from '#core/registry/figure/figure.ts'
import { grouped } from '#core/registry/figure/words.ts'
import { compiledChart, drawCompiled } from '../drawing/vega.ts'
import { Fact } from '../fact.tsx'
import { GroundDefinitions } from '../national-map/definitions.tsx'
import { ground } from '../national-map/ground.ts'
import { NationalMap } from '../national-map/national-map.tsx'
import { MarkIcon } from '../national-map/symbols.tsx'
import { DataTable } from '../table.tsx'
import { type PlacedOrganisation, placed, STATE_MARKS } from './declared-map.ts'
import type { Room } from './look.ts'
import { chartSpec } from './spec.ts'

export interface RegistryFigureProps {
  readonly figure: ReleasedFigure
  /** The id of the snapshot that it is computed from. */
  readonly snapshot: string
  /** Where services stand, for a figure on the map. */
  readonly organisations?: readonly PlacedOrganisation[]
  /** The cohort as a sentence. */
  readonly cohort?: string
  /** The finding is the page's own heading. */
  readonly headed?: boolean
  /** Addresses of the figure as files. */
  readonly files?: readonly { readonly words: string; readonly href: string }[]
  readonly citation?: string
  /** The command that recomputes it. */
  readonly command?: string
}

export function RegistryFigure(props: RegistryFigureProps) {
  const { figure, snapshot, headed = false, files = [], citation, command } = props
  return (
    <article className="fp-registry-figure">
      {headed ? null : <h2 className="nhsuk-heading-m">{figure.finding}</h2>}
      <FigurePicture {...props} />
      {figure.reading?.length ? <p>{figure.reading.join(' ')}</p> : null}
      <FigureTable table={figure.table} />
      {figure.further.map((table) => (
        <FigureTable key={table.caption} table={table} />
      ))}
      <Facts {...props} />
      {figure.comparators.length > 0 ? <References figure={figure} /> : null}
      {files.length > 0 ? (
        <>
          <PartHeading headed={headed} words="Download" />
          <ul className="fp-actions fp-figure__downloads">
            {files.map(({ words, href }) => (
              <li key={href}>
                <a href={href} download>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {citation ? (
        <>
          <PartHeading headed={headed} words="Cite" />
          <p className="fp-figure__cite">{citation}</p>
        </>
      ) : null}
      {command ? (
        <>
          <PartHeading headed={headed} words="Recompute this" />
          <p>With the figure as JSON and snapshot {snapshot}, on any machine that has this program:</p>
          <pre className="fp-figure__cite">
            <code>{command}</code>
          </pre>
        </>
      ) : null}
    </article>
  )
}

/** The picture alone; a figure that draws nothing says why. */
function FigurePicture({ figure, organisations = [] }: RegistryFigureProps) {
  const { chart } = figure
  if (chart.draws === 'nothing') return <p className="nhsuk-inset-text">{chart.words}</p>
  if (chart.draws === 'map') return <DeclaredMap figure={figure} organisations={organisations} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the page it scrolls, by keyboard too
    <figure className="fp-figure__chart" tabIndex={0} aria-label={`${chart.title}: picture`}>
      {(['wide', 'narrow'] as const).map((room) => (
        <Drawing key={room} figure={figure} room={room} />
      ))}
    </figure>
  )
}

/** The island of a page that shows this figure: it has a picture that can be read value by value. */
export const islandsOf = ({ chart }: Pick<ReleasedFigure, 'chart'>): readonly string[] =>
  chart.draws === 'nothing' || chart.draws === 'map' ? [] : ['registry-figure']

/** Drawn here, with the specification by which the island draws the same again. */
function Drawing({ figure, room }: { readonly figure: ReleasedFigure; readonly room: Room }) {
  const spec = chartSpec(figure.chart, figure.comparators, room)
  if (!spec) return null
  const compiled = compiledChart(spec)
  const { svg } = drawCompiled(compiled)
  return (
    <div className={`fp-registry-figure__drawing fp-registry-figure__drawing--${room}`}>
      <div
        className="fp-registry-figure__picture"
        role="img"
        aria-label={`${figure.finding}. The table below has the numbers.`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a chart that this server has just drawn
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <script
        type="application/json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: data, in which no tag can begin
        dangerouslySetInnerHTML={{ __html: JSON.stringify(compiled).replaceAll('<', '\\u003c') }}
      />
    </div>
  )
}

function DeclaredMap({ figure, organisations = [] }: Pick<RegistryFigureProps, 'figure' | 'organisations'>) {
  const { chart } = figure
  if (chart.draws !== 'map') return null
  const services = placed(chart, organisations)
  if (services.length === 0) return null
  return (
    <figure className="fp-figure__map">
      <ul className="fp-figure__legend">
        {Object.entries(STATE_MARKS).map(([state, mark]) => (
          <li key={state} className="fp-mark-words">
            <MarkIcon mark={mark} />
            <span>
              {mark.words}: <strong>{services.filter((each) => each.mark === state).length}</strong>
            </span>
          </li>
        ))}
      </ul>
      <svg className="fp-figure__ground" width="0" height="0" aria-hidden="true" focusable="false">
        <GroundDefinitions land={ground(services)} prefix="declared-ground" />
      </svg>
      <NationalMap
        title={chart.title}
        description="The table below gives the counts."
        services={services}
        marks={STATE_MARKS}
        prefix="declared"
        groundPrefix="declared-ground"
        definesGround={false}
      />
    </figure>
  )
}

function FigureTable({ table }: { readonly table: Table }) {
  if (table.rows.length === 0) return null
  return (
    <DataTable
      caption={table.caption}
      rows={table.rows.map((row, at) => ({ at, row }))}
      keyOf={({ at }) => String(at)}
      columns={table.columns.map(({ heading, number = false }, index) => ({
        heading,
        number,
        names: index === 0,
        cell: ({ row }: { readonly row: Table['rows'][number] }) => cellWords(row[index] ?? 'not recorded'),
      }))}
    />
  )
}

/** Whole numbers with their thousands apart. */
const cellWords = (cell: string | number) =>
  typeof cell === 'number' && Number.isInteger(cell) ? grouped(cell) : cell

const shownWords = (shown: Shown) => (shown === '*' ? '* (withheld)' : grouped(shown))

/** Below the figure's own heading, or below the page's where that is the finding. */
function PartHeading({ headed, words }: { readonly headed: boolean; readonly words: string }) {
  return headed ? <h2 className="nhsuk-heading-s">{words}</h2> : <h3 className="nhsuk-heading-s">{words}</h3>
}

function Facts({ figure, snapshot, cohort, headed = false }: RegistryFigureProps) {
  const { denominators, policy, definition, completeness, notes } = figure
  const { inCohort, unit, applies, due, known, missing } = denominators
  return (
    <>
      <PartHeading headed={headed} words="Who is counted" />
      <dl className="nhsuk-summary-list">
        {cohort ? <Fact term="Cohort">{cohort}</Fact> : null}
        <Fact term="Denominators">
          {`${shownWords(inCohort)} ${unit}s in the cohort; applies to ${shownWords(applies)}; due of ${shownWords(due)}; known of ${shownWords(known)}.`}
        </Fact>
        <Fact term="Missing">
          {missing === 0
            ? 'None of those that are due.'
            : `${shownWords(missing)} that are due and not known.`}
        </Fact>
        {completeness.length > 0 ? <Fact term="Completeness">{completeness.join(' ')}</Fact> : null}
        <Fact term="Definition">{definition.join(' ')}</Fact>
        {notes.length > 0 ? <Fact term="Method">{notes.join(' ')}</Fact> : null}
        <Fact term="Disclosure">{policy.words}</Fact>
        <Fact term="Snapshot">
          <span className="fp-wrap">
            {snapshot} of {figure.asOf}; figure digest SHA-256 {figureDigest(figure, snapshot)}
          </span>
        </Fact>
      </dl>
    </>
  )
}

function References({ figure }: { readonly figure: ReleasedFigure }) {
  return (
    <DataTable
      caption="Published elsewhere, for reference; not part of this figure"
      rows={figure.comparators}
      keyOf={({ id }) => id}
      stacks
      columns={[
        { heading: 'Registry', names: true, cell: ({ registry }) => registry },
        { heading: 'Population', cell: ({ population }) => population },
        {
          heading: 'Result (95% interval)',
          number: true,
          cell: ({ measure, estimate, lower, upper, of }) => {
            const isShare = measure === 'proportion'
            const words = (value: number) => (isShare ? `${(value * 100).toFixed(1)}%` : value.toFixed(1))
            const interval =
              lower === null ? '' : ` (${words(lower)} to ${upper === null ? 'not reached' : words(upper)})`
            return `${words(estimate)}${isShare ? '' : ' months'}${interval}${of === null ? '' : `, n = ${grouped(of)}`}`
          },
        },
        {
          heading: 'Source',
          cell: ({ source, verified }) => (verified ? source : `${source} (not read there)`),
        },
      ]}
    />
  )
}
