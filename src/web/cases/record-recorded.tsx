/** Where the browser's back button leads after sending: the form was recorded, and is not sent again. */

import { Button } from 'nhsuk-react-components'
import type { Entry } from '#core/record/entry.ts'
import { dateTimeWords } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { caseCrumbs } from './crumbs.ts'
import { lineOf, type Sitting } from './record-sitting.ts'

interface RecordedPageProps {
  readonly c: PageContext
  readonly sitting: Sitting
  readonly entry: Entry
}

export function RecordedPage({ c, sitting: { opened, kind }, entry }: RecordedPageProps) {
  return (
    <Page c={c} title={`${kind.title}: recorded`} here={paths.cases()} breadcrumbs={caseCrumbs(opened.id)}>
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">This is recorded already</h1>
        <p>
          You sent this form on {dateTimeWords(entry.recordedAt)}. It is in the record once:
          {entry.body === null ? null : <> {lineOf({ kind: entry.kind, body: entry.body })}.</>}
        </p>
        <div className="fp-actions">
          <Button href={paths.caseEntry(opened.id, entry.id)}>See the entry</Button>
          <Button secondary href={paths.caseOf(opened.id)}>
            Back to the case
          </Button>
          {kind.offered ? <a href={paths.caseRecord(opened.id, kind.name)}>Record another</a> : null}
        </div>
      </div>
    </Page>
  )
}
