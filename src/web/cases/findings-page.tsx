/** Every finding of a case: what is open, and all that is met or exempt with the entries that it rests on. */

import { Findings } from '../components/findings/findings.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { caseCrumbs } from './crumbs.ts'
import { CaseHeader } from './header.tsx'
import { onCase } from './view.ts'

export const findingsPage = (c: PageContext) =>
  onCase(c, 'case findings', (view) =>
    show(
      c,
      <Page c={c} title="All findings" here={paths.cases()} breadcrumbs={caseCrumbs(view.id)}>
        <CaseHeader view={view} />
        <h2 className="nhsuk-heading-l">All findings</h2>
        <Findings findings={view.findings} course={view.course} caseId={view.id} all />
      </Page>,
    ),
  )
