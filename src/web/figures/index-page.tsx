/** All figures and tables of an edition, each by what it found. */
import type { EditionFacts, EditionKey } from '#store/census/provision-data.ts'
import { EditionNote } from '../components/edition-note.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { FIGURE_IDS, type Figure, numberOf, subjectOf, type View } from './figure.ts'
import { standingWords } from './provenance.ts'

export interface FiguresPageProps {
  readonly c: PageContext
  readonly view: View
  readonly figures: readonly Figure[]
  readonly editions: readonly EditionFacts[]
  readonly later: EditionKey | null
}

export function FiguresPage({ c, view, figures, editions, later }: FiguresPageProps) {
  const { edition } = view
  const others = editions.filter(({ id }) => id !== edition?.id)
  return (
    <Page c={c} title={`Figures${edition ? `: ${edition.title}` : ''}`} here={paths.figures()}>
      <h1 className="nhsuk-heading-xl">Figures and tables</h1>
      <EditionNote {...view} later={later && { edition: later, href: paths.figures(later.id) }} />
      {edition ? (
        <>
          <p className="fp-wrap fp-quiet">{standingWords(view, c.var.now())}</p>
          <ol className="fp-figure-list">
            {figures.map((figure) => (
              <li key={figure.id}>
                <a href={paths.figure(edition.id, figure.id)}>
                  <span className="fp-figure-list__number">{numberOf(figure.id)}</span>
                  <span>
                    <strong>{subjectOf(figure.id)}</strong>
                    <span className="fp-figure-list__finding">{figure.finding}.</span>
                  </span>
                </a>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>Figures are drawn from the answers of a census, from the first answer on.</p>
      )}
      {others.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Other editions</h2>
          <ul>
            {others.map(({ id, title }) => (
              <li key={id}>
                <a href={paths.figures(id)}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        How one nation or region stands, with what would help: <a href={paths.reports()}>reports</a>.
      </p>
    </Page>
  )
}

/** Those that the index lists: panels of a figure are reached from it. */
export const LISTED = FIGURE_IDS.filter((id) => !/\d[a-d]$/.test(id))
