/** One procedure: what it is, how each list files it, the codes that a source confirms, where it is done. */

import { Button } from 'nhsuk-react-components'
import { CATEGORY_WORDS, type Category } from '#core/catalogue/categories.ts'
import type { Procedure } from '#core/catalogue/procedures.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { categoriesOf } from './treatments.tsx'

interface TreatmentProps {
  readonly c: PageContext
  readonly procedure: Procedure
}

export function TreatmentPage({ c, procedure }: TreatmentProps) {
  const categories = categoriesOf(procedure)
  return (
    <Page
      c={c}
      title={procedure.plainName}
      here={paths.treatments()}
      breadcrumbs={[{ text: 'Treatments', href: paths.treatments() }]}
      description={procedure.plainly}
    >
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-xl">
          <span className="nhsuk-caption-xl">{procedure.name}</span>
          {procedure.plainName}
        </h1>
        <p className="nhsuk-lede-text">{procedure.plainly}</p>
        {categories.map((category) => (
          <p key={category}>
            <strong>{CATEGORY_WORDS[category].name}.</strong> {CATEGORY_WORDS[category].plainly}
          </p>
        ))}
        {categories.length > 1 ? (
          <p>What it is for depends on the person: your team will tell you which it is.</p>
        ) : null}
        {procedure.categoryBy.paper ? (
          <Button href={paths.map({ procedure: procedure.id })}>See where it is done</Button>
        ) : (
          <p>The census has not asked about this procedure, so the map cannot show where it is done.</p>
        )}
        <p>
          <a href={paths.leaflet(procedure.id)}>Read the leaflet</a>: what happens before, on the day and
          afterwards, what may go wrong, and when to call for help.
        </p>
        <h2 className="nhsuk-heading-m">How you are referred</h2>
        <p>
          You cannot book this yourself. The doctor who looks after your cancer asks an interventional
          radiologist, and an MDT meeting advises. If your hospital does not offer it, it may have a referral
          pathway to one that does.
        </p>
        <h2 className="nhsuk-heading-m">For professionals</h2>
        <Classification procedure={procedure} />
      </div>
    </Page>
  )
}

function Classification({ procedure }: { readonly procedure: Procedure }) {
  const { paper, college } = procedure.categoryBy
  const named = (category: Category) => CATEGORY_WORDS[category].name
  return (
    <dl className="nhsuk-summary-list">
      <Row term="In the 2017 census (Zhong et al.)">{paper ? named(paper) : 'Not asked'}</Row>
      <Row term="In the College’s guidance (2013, 2.1 and 2.2)">
        {college.length > 0 ? college.map(named).join('; ') : 'Not listed'}
      </Row>
      <Row term="OPCS-4 codes">
        {procedure.codes ? (
          <ul>
            {procedure.codes.map((code) => (
              <li key={code.technique}>
                {code.technique}: {code.codes.join(' + ')} <span className="fp-quiet">({code.source})</span>
              </li>
            ))}
          </ul>
        ) : (
          'None that a source we read confirms'
        )}
      </Row>
    </dl>
  )
}

function Row({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions">
      <dt className="nhsuk-summary-list__key">{term}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  )
}
