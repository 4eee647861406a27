/** The explorer: a cohort as a sentence with its counts, what else to choose by, and a figure of it. All of it is the address. */

import { InsetText } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { sentenceOf } from '#core/registry/cohort/sentence.ts'
import type { Names } from '#core/registry/cohort/values.ts'
import { dateWords } from '../components/dates.ts'
import { Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { may, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { CohortPanel } from './cohort-panel.tsx'
import { type CohortCounts, Counts, hasStar, type OptionCounts } from './counts.tsx'
import type { ExploreView } from './explore-view.ts'
import { type Edition, FigureForm, Kinds } from './figure-form.tsx'

export interface ExplorePageProps {
  readonly c: PageContext
  readonly view: ExploreView
  readonly names: Names
  readonly editions: readonly Edition[]
  readonly snapshot: { readonly id: string; readonly asOf: string }
  readonly counts: CohortCounts
  readonly options: OptionCounts
  /** As drawn; null: nothing is asked for, or it cannot be. */
  readonly figure: ReactNode
  /** That the figure asks for. */
  readonly islands: readonly string[]
  /** The gate shows nothing of the figure, so that there is nothing to publish. */
  readonly isRefused: boolean
}

export function ExplorePage(props: ExplorePageProps) {
  const { c, view, names, editions, snapshot, counts, options, figure, islands } = props
  const year = Number(snapshot.asOf.slice(0, 4))
  return (
    <Page
      c={c}
      title="Explore the registry"
      here={paths.registry()}
      breadcrumbs={[{ text: 'Registry', href: paths.registry() }]}
      islands={['registry-explore', ...islands]}
      hasErrors={view.problems.length > 0}
    >
      <Problems problems={view.problems} />
      {view.problems.length > 0 && !view.adding ? <WhatIsLeft view={view} /> : null}
      <h1 className="nhsuk-heading-l">Explore the registry</h1>
      <Cohort view={view} names={names} counts={counts} />
      <div className="fp-explore">
        <CohortPanel
          view={view}
          names={names}
          options={options}
          years={Array.from({ length: 15 }, (_, back) => year - back)}
        />
        <section className="fp-explore__figure" aria-labelledby="figure">
          <h2 className="nhsuk-heading-m" id="figure" tabIndex={-1}>
            {view.figure.kind ? view.figure.kind.title : 'What to show'}
          </h2>
          {view.figure.kind ? (
            <>
              <details className="nhsuk-details">
                <summary className="nhsuk-details__summary">
                  <span className="nhsuk-details__summary-text">Another kind of figure</span>
                </summary>
                <div className="nhsuk-details__text">
                  <Kinds view={view} />
                </div>
              </details>
              <FigureForm view={view} editions={editions} />
            </>
          ) : (
            <Kinds view={view} />
          )}
        </section>
      </div>
      {figure ? (
        <section className="fp-explore__drawn" aria-label="Figure" id="drawn" tabIndex={-1}>
          {figure}
          {props.isRefused ? null : <Further c={c} view={view} />}
        </section>
      ) : null}
      <p className="fp-quiet">
        From the snapshot of {dateWords(snapshot.asOf)}, <span className="fp-digest">{snapshot.id}</span>.
        This page’s address holds the cohort and the figure: whoever opens it sees the same from the latest
        snapshot.
      </p>
    </Page>
  )
}

/** An address of which something could not be read shows no figure, for it would be another than was meant. */
function WhatIsLeft({ view }: { readonly view: ExploreView }) {
  return (
    <p>
      What could be read of this address stands below.{' '}
      <a href={paths.registryExplore(view.address)}>Go on with what is left</a>
    </p>
  )
}

function Cohort({ view, names, counts }: Pick<ExplorePageProps, 'view' | 'names' | 'counts'>) {
  return (
    <div className="fp-explore__head">
      <p className="fp-statement" data-explore-sentence>
        {sentenceOf(view.cohort, names)}
      </p>
      <InsetText data-explore-changed hidden={view.changed.length === 0}>
        <p>Changed from what was asked, so that nobody can be singled out:</p>
        <ul>
          {view.changed.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </InsetText>
      <Counts counts={counts} />
      <p className="nhsuk-u-visually-hidden" role="status" data-explore-status />
      <p className="nhsuk-error-message" data-explore-error hidden />
      <p className="fp-quiet" data-explore-star hidden={!hasStar(counts)}>
        * stands for a number that is too small to show, or from which one could be worked out.
      </p>
    </div>
  )
}

function Further({ c, view }: Pick<ExplorePageProps, 'c' | 'view'>) {
  return (
    <ul className="fp-actions fp-explore__further">
      {may(c, 'registry:publish') ? (
        <li>
          <a className="nhsuk-button" href={paths.registryPublish(view.address)}>
            Publish this figure
          </a>
        </li>
      ) : null}
      <li>
        <a href={paths.registryExploreFile(view.address)} download>
          Figure file, to recompute it (JSON)
        </a>
      </li>
    </ul>
  )
}
