/** The list of published figures, each by its finding; withdrawn ones at the end, and said to be. */

import type { ListedFigure } from '#store/registry/figure.ts'
import { dateWords } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { may, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export interface FiguresPageProps {
  readonly c: PageContext
  readonly figures: readonly ListedFigure[]
}

export function FiguresPage({ c, figures }: FiguresPageProps) {
  return (
    <Page
      c={c}
      title="Figures of the registry"
      here={paths.registry()}
      breadcrumbs={[{ text: 'Registry', href: paths.registry() }]}
    >
      <h1 className="nhsuk-heading-l">Figures of the registry</h1>
      <p className="nhsuk-lede-text">
        Each has a permanent address and says how anyone recomputes it. The figures of the census are{' '}
        <a href={paths.figures()}>on a page of their own</a>.
      </p>
      {figures.length === 0 ? <p>No figure is published yet.</p> : null}
      {figures.length > 0 ? (
        <ul className="fp-figure-list">
          {figures.map((figure) => (
            <li key={figure.id}>
              <a href={paths.registryFigure(figure.id)}>
                <span className="fp-figure-list__number fp-figure-list__day">
                  {dateWords(figure.publishedAt)}
                </span>
                <span>
                  <strong>
                    {figure.withdrawnAt ? 'Withdrawn: ' : ''}
                    {figure.finding}
                  </strong>
                  {figure.title}. {figure.author}.
                </span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {may(c, 'registry:explore') ? (
        <p>
          <a href={paths.registryExplore()}>Make a figure in the explorer</a>
        </p>
      ) : null}
    </Page>
  )
}
