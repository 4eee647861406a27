/** A figure's permanent page: its finding, the picture, the numbers, who is counted, how to cite, what to take. */

import type { DrawnChart } from '../components/drawing/vega.ts'
import { EditionNote } from '../components/edition-note.tsx'
import { Fact } from '../components/fact.tsx'
import { GroundDefinitions } from '../components/national-map/definitions.tsx'
import { ground } from '../components/national-map/ground.ts'
import { NationalMap } from '../components/national-map/national-map.tsx'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import {
  type Figure,
  type FigureId,
  type MapPanel,
  numberOf,
  PANELS,
  subjectOf,
  type View,
} from './figure.ts'
import { citation, standingWords } from './provenance.ts'

export interface FigurePageProps {
  readonly c: PageContext
  readonly figure: Figure
  readonly view: View
  readonly charts: readonly (DrawnChart & { readonly title: string })[]
}

export function FigurePage({ c, figure, view, charts }: FigurePageProps) {
  const { edition } = view
  if (!edition) return null
  const now = c.var.now()
  return (
    <Page
      c={c}
      title={`${numberOf(figure.id)}: ${subjectOf(figure.id)}`}
      here={paths.figures()}
      breadcrumbs={[
        { text: 'Figures', href: paths.figures() },
        { text: edition.title, href: paths.figures(edition.id) },
      ]}
      description={figure.finding}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {numberOf(figure.id)}. {subjectOf(figure.id)}
        </span>
        {figure.finding}
      </h1>
      <EditionNote {...view} />
      {figure.drawing.kind === 'maps' ? (
        <Maps id={figure.id} panels={figure.drawing.panels} edition={edition.id} />
      ) : (
        <Charts charts={charts} finding={figure.finding} />
      )}
      <DataTable
        caption={figure.table.caption}
        rows={figure.table.rows}
        keyOf={([name]) => String(name)}
        columns={figure.table.columns.map(({ heading, number = false }, index) => ({
          heading,
          number,
          names: index === 0,
          cell: (row: readonly (string | number)[]) => row[index] ?? 'not recorded',
        }))}
      />
      <h2 className="nhsuk-heading-m">Who is counted</h2>
      <dl className="nhsuk-summary-list">
        <Fact term="Definition">{figure.definition}</Fact>
        <Fact term="Denominator">{figure.denominator}</Fact>
        <Fact term="Missing">{figure.missing}</Fact>
        <Fact term="Edition">
          <span className="fp-wrap">{standingWords(view, now)}</span>
        </Fact>
      </dl>
      <h2 className="nhsuk-heading-m">Cite</h2>
      <p className="fp-figure__cite">{citation(figure, view, c.var.config, now)}</p>
      <h2 className="nhsuk-heading-m">Download</h2>
      <ul className="fp-actions fp-figure__downloads">
        {(['csv', 'svg', 'png'] as const).map((format) => (
          <li key={format}>
            <a href={paths.figure(edition.id, figure.id, format)} download>
              {DOWNLOADS[format]}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

const DOWNLOADS = { csv: 'Numbers (CSV)', svg: 'Picture (SVG)', png: 'Picture (PNG)' } as const

/** Every map of the page over one ground; in small multiples each leads to its own page. */
function Maps({ id, panels, edition }: { id: FigureId; panels: readonly MapPanel[]; edition: string }) {
  const [first] = panels
  if (!first) return null
  return (
    <div className={`fp-figure__maps${panels.length > 1 ? ' fp-figure__maps--many' : ''}`}>
      <svg className="fp-figure__ground" width="0" height="0" aria-hidden="true" focusable="false">
        <GroundDefinitions land={ground(first.services)} prefix="ground" />
      </svg>
      {panels.map((panel, index) => (
        <figure key={panel.title} className="fp-figure__map">
          {panel.title ? (
            <figcaption>
              <h2 className="nhsuk-heading-s">
                <a href={paths.figure(edition, partOf(id, index))}>{panel.title}</a>
              </h2>
            </figcaption>
          ) : null}
          <ul className="fp-figure__legend">
            {panel.legend.map(({ mark, count }) => (
              <li key={mark.words} className="fp-mark-words">
                <MarkIcon mark={mark} />
                <span>
                  {mark.words}: <strong>{count}</strong>
                </span>
              </li>
            ))}
          </ul>
          <NationalMap
            title={panel.title || 'Map of the United Kingdom'}
            description="The table below gives the counts, and the CSV every organisation."
            services={
              panels.length > 1 ? panel.services.map(({ href: _, ...service }) => service) : panel.services
            }
            marks={panel.marks}
            prefix={`figure-${index}`}
            groundPrefix="ground"
            definesGround={false}
          />
        </figure>
      ))}
    </div>
  )
}

/** Figure 4's second panel is figure 4b. */
function partOf(id: FigureId, index: number): string {
  const part = `${id}${'abcd'.charAt(index)}`
  return part in PANELS ? part : id
}

function Charts({ charts, finding }: { charts: FigurePageProps['charts']; finding: string }) {
  return charts.map(({ title, svg }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and must by keyboard too
    <figure key={title} className="fp-figure__chart" tabIndex={0}>
      {title ? (
        <figcaption>
          <h2 className="nhsuk-heading-s">{title}</h2>
        </figcaption>
      ) : null}
      <div
        className="fp-figure__drawing"
        role="img"
        aria-label={`${finding}. The table below has every number.`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a chart that this server has just drawn
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </figure>
  ))
}
