/** The profession's words in plain ones, A to Z. */

import { GLOSSARY } from '#core/plain/glossary.ts'
import { AToZ } from '../components/a-to-z.tsx'
import { keptPages } from '../components/kept-pages.ts'
import type { PageContext } from '../environment.ts'
import { htmlOf, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

/** Nothing that it says changes while the server runs. */
const pages = keptPages(1)

export function glossaryPage(c: PageContext) {
  return pages.answer(c, 'glossary', () =>
    htmlOf(
      <Page
        c={c}
        title="Glossary"
        here={paths.treatments()}
        breadcrumbs={[{ text: 'Leaflets', href: paths.leaflets() }]}
        description="The doctors’ words of interventional oncology in plain ones."
      >
        <div className="fp-reading nhsuk-u-reading-width">
          <h1 className="nhsuk-heading-xl">Glossary</h1>
          <p className="nhsuk-lede-text">The words that doctors use, in plain ones.</p>
          <AToZ items={GLOSSARY} nameOf={({ term }) => term}>
            {(terms) => (
              <dl className="fp-glossary">
                {terms.map(({ id, term, means, alsoAs = [], procedure }) => (
                  <div key={id} id={id}>
                    <dt>
                      <dfn>{term}</dfn>
                    </dt>
                    <dd>
                      {means}
                      {otherWords(term, alsoAs)}
                      {procedure ? (
                        <>
                          {' '}
                          <a href={paths.leaflet(procedure)}>
                            Leaflet<span className="nhsuk-u-visually-hidden"> on {term}</span>
                          </a>
                        </>
                      ) : null}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </AToZ>
        </div>
      </Page>,
    ),
  )
}

/** Other words for it; not its plural. */
function otherWords(term: string, alsoAs: readonly string[]): string {
  const others = alsoAs.filter((form) => !form.toLowerCase().startsWith(term.toLowerCase().slice(0, 4)))
  return others.length > 0 ? ` Also: ${others.join(', ')}.` : ''
}
