/** The page of a case: who; what comes next and which clauses are open; then the whole record, newest first. */

import { NotificationBanner } from 'nhsuk-react-components'
import { precautionsUntil } from '#core/letter/summary/told.ts'
import { attachment, feedback } from '#core/pathway/kinds/follow-up.ts'
import { information } from '#core/pathway/kinds/preparation.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { Findings } from '../components/findings/findings.tsx'
import { PrintedNote } from '../components/printed-note.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { CaseHeader } from './header.tsx'
import { IsotopeSteps } from './isotope-steps.tsx'
import { Drafts, WhatComesNext } from './next.tsx'
import { panelsOf } from './panels.tsx'
import { RecordAnother } from './record-another.tsx'
import { Timeline } from './timeline.tsx'
import { type CaseView, onCase } from './view.ts'

export const casePage = (c: PageContext) =>
  onCase(c, 'case', (view) => show(c, <CasePage c={c} view={view} />))

interface CasePageProps {
  readonly c: PageContext
  readonly view: CaseView
}

function CasePage({ c, view }: CasePageProps) {
  return (
    <Page
      c={c}
      title="Case"
      here={paths.cases()}
      breadcrumbs={[{ text: 'Cases', href: paths.cases() }]}
      islands={['case']}
      wide
    >
      <PrintedNote now={c.var.now()} of="a patient" />
      <CaseHeader view={view} />
      <Said c={c} view={view} />
      <div
        className="fp-case-news"
        role="status"
        data-position={view.entries.at(-1)?.position ?? 0}
        data-position-from={paths.casePosition(view.id)}
      />
      {view.onlyToLook ? (
        <div className="nhsuk-inset-text">
          <p>
            You opened this case with a reason, to look only. Each look is told to the Caldicott guardian.
          </p>
        </div>
      ) : null}
      <nav className="fp-case-jump fp-screen-only" aria-label="On this page">
        <a href="#next">Next</a>
        <a href="#findings">Findings</a>
        <a href="#timeline">Timeline</a>
        {view.recordable.size > 0 ? <a href="#record">Record</a> : null}
        <a href="#papers">Letters and files</a>
      </nav>
      <div className="fp-case">
        <div className="fp-case__left">
          <WhatComesNext view={view} />
          <Drafts view={view} />
          <IsotopeSteps view={view} />
          <section aria-labelledby="findings">
            <h2 className="nhsuk-heading-m" id="findings">
              Open findings
            </h2>
            <Findings findings={view.findings} course={view.course} caseId={view.id} />
          </section>
        </div>
        <div className="fp-case__right">
          <Timeline view={view} panels={panelsOf(view)} />
        </div>
        <div className="fp-case__more fp-screen-only">
          <RecordAnother view={view} />
          <Papers view={view} />
        </div>
      </div>
    </Page>
  )
}

/** With one full stop, whether or not somebody typed it. */
const sentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)

/** What was just recorded, said once. */
function Said({ c, view }: CasePageProps) {
  const recorded = view.course.standing(c.req.query('recorded') ?? '')
  const kind = recorded && caseKindNamed(recorded.kind)
  if (!recorded || !kind) return null
  return (
    <NotificationBanner success>
      <NotificationBanner.Heading>Recorded: {kind.title}</NotificationBanner.Heading>
      <p>
        {sentence(kind.line(recorded.body))} <a href={`#entry-${recorded.first}`}>See it on the timeline</a>
      </p>
    </NotificationBanner>
  )
}

/** Letters that can be made from the record, and files that were attached to it. */
function Papers({ view }: { readonly view: CaseView }) {
  const files = view.course.of(attachment)
  return (
    <section aria-labelledby="papers">
      <h2 className="nhsuk-heading-m" id="papers">
        Letters and files
      </h2>
      <ul className="fp-case-kinds">
        <li>
          <a href={paths.caseLetter(view.id, 'letter')}>Summary letter</a>
        </li>
        {precautionsUntil(view.course) ? (
          <li>
            <a href={paths.caseLetter(view.id, 'radiation-card')}>Radiation card</a>
          </li>
        ) : null}
        {files.map(({ entry, body }) => (
          <li key={entry}>
            <a href={paths.caseAttachment(view.id, entry)}>{body.title}</a>
          </li>
        ))}
        {view.recordable.has(feedback.name) && view.course.of(treatment).length > 0 ? (
          <li>
            <a href={paths.caseFeedback(view.id)}>Feedback link for the patient</a>
          </li>
        ) : null}
        {view.recordable.has(information.name) ? (
          <li>
            <a href={paths.casePatientPage(view.id)}>The patient’s own page</a>
          </li>
        ) : null}
        {view.recordable.has(attachment.name) ? (
          <li>
            <a href={paths.caseAttach(view.id)}>Attach a file</a>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
