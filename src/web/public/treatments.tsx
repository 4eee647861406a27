/** Every procedure of the catalogue in plain words, by what it is for. */

import { CATEGORY_WORDS, type Category } from '#core/catalogue/categories.ts'
import { PROCEDURES, type Procedure } from '#core/catalogue/procedures.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export function TreatmentsPage({ c }: { readonly c: PageContext }) {
  return (
    <Page
      c={c}
      title="Treatments"
      here={paths.treatments()}
      description="What interventional oncology can do: each procedure in plain words."
    >
      <h1 className="nhsuk-heading-xl">Treatments</h1>
      <div className="nhsuk-u-reading-width">
        <p className="nhsuk-lede-text">
          Interventional oncology is cancer care through a needle or a fine tube, guided by a scan. It is done
          by interventional radiologists, as part of the team that looks after you.
        </p>
        <p>
          It is often called the fourth pillar of cancer care, beside medicines, surgery and radiotherapy.
          What suits you is decided with you after a meeting of your specialists, called a multidisciplinary
          team (MDT) meeting.
        </p>
        <p>
          There is a <a href={paths.leaflets()}>leaflet for each treatment</a>, and a{' '}
          <a href={paths.glossary()}>glossary</a> of the doctors’ words.
        </p>
      </div>
      <TreatmentsOf category="disease-modifying" />
      <TreatmentsOf category="supportive" />
    </Page>
  )
}

function TreatmentsOf({ category }: { readonly category: Category }) {
  const words = CATEGORY_WORDS[category]
  const listed = PROCEDURES.filter((procedure) => categoriesOf(procedure).includes(category))
  return (
    <section aria-labelledby={category}>
      <h2 className="nhsuk-heading-l" id={category}>
        {words.name}
      </h2>
      <p>{words.plainly}</p>
      <dl className="fp-treatments">
        {listed.map((procedure) => (
          <div key={procedure.id}>
            <dt>
              <a href={paths.treatment(procedure.id)}>{procedure.plainName}</a>
            </dt>
            <dd>{procedure.plainly}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Both lists' categories of a procedure: the paper's and the College's. */
export function categoriesOf(procedure: Procedure): readonly Category[] {
  const { paper, college } = procedure.categoryBy
  return [...new Set([...(paper ? [paper] : []), ...college])]
}
