/** A published figure's permanent page: what it says, of whom, how to cite it, how to recompute it. */

import { queryOfSpec } from '#core/registry/explore/spec.ts'
import type { PublishedFigure } from '#store/registry/figure.ts'
import { dateWords } from '../components/dates.ts'
import { citationOf, reproduceCommand } from '../components/registry-figure/citation.ts'
import type { PlacedOrganisation } from '../components/registry-figure/declared-map.ts'
import { islandsOf, RegistryFigure } from '../components/registry-figure/registry-figure.tsx'
import type { PageContext } from '../environment.ts'
import { may, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export interface FigurePageProps {
  readonly c: PageContext
  readonly figure: PublishedFigure
  /** As a sentence. */
  readonly cohort: string
  readonly organisations: readonly PlacedOrganisation[]
  readonly mayWithdraw: boolean
  /** Of the figure as a file, without its ending. */
  readonly fileName: string
}

const FILES = {
  csv: 'Numbers (CSV)',
  svg: 'Picture (SVG)',
  png: 'Picture (PNG)',
  json: 'Figure to recompute (JSON)',
} as const

export function FigurePage({ c, figure, cohort, organisations, mayWithdraw, fileName }: FigurePageProps) {
  const { id, title, released, snapshot, digest, author, publishedAt } = figure
  const { baseUrl, demonstration } = c.var.config
  const citation = citationOf(released, {
    ...{ snapshot, digest, fictional: demonstration },
    published: { author, title, at: publishedAt, address: `${baseUrl}${paths.registryFigure(id)}` },
  })
  return (
    <Page
      c={c}
      title={title}
      here={paths.registry()}
      breadcrumbs={[
        { text: 'Registry', href: paths.registry() },
        { text: 'Figures', href: paths.registryFigures() },
      ]}
      description={released.finding}
      islands={islandsOf(released)}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{title}</span>
        {released.finding}
      </h1>
      <Withdrawn figure={figure} />
      <p>
        Published by {author} on {dateWords(publishedAt)}. It does not change when new snapshots come.
      </p>
      <RegistryFigure
        {...{ figure: released, snapshot, organisations, cohort, citation }}
        headed
        files={Object.entries(FILES).map(([format, words]) => ({
          words,
          href: paths.registryFigure(id, format as keyof typeof FILES),
        }))}
        command={reproduceCommand(fileName, 'snapshot')}
      />
      {may(c, 'registry:explore') ? (
        <p>
          <a href={paths.registryExplore(queryOfSpec(released.spec))}>Change this figure in the explorer</a>
        </p>
      ) : null}
      {mayWithdraw ? (
        <p>
          <a href={paths.registryFigureWithdraw(id)}>Withdraw this figure</a>
        </p>
      ) : null}
    </Page>
  )
}

function Withdrawn({ figure: { withdrawnAt, reason } }: { readonly figure: PublishedFigure }) {
  if (!withdrawnAt) return null
  return (
    <div className="fp-withdrawn">
      <p>
        <strong>Withdrawn on {dateWords(withdrawnAt)}.</strong> {reason}
      </p>
      <p>It stays here so that who cited it finds out. Do not use it.</p>
    </div>
  )
}
