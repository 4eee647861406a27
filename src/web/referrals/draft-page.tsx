/** What every step of a referral in the making shares: whose it is, the patient, what comes next. */

import type { ReactNode } from 'react'
import type { Patient } from '#core/patient/patient.ts'
import type { Database } from '#store/open.ts'
import { patientById } from '#store/patient/patient.ts'
import { draftOf, type ReferralDraft } from '#store/referral/draft.ts'
import { isId } from '../components/id.ts'
import { PatientLine } from '../components/patient-line.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'

export interface OpenDraft {
  readonly draft: ReferralDraft
  readonly patient: Patient
}

/** The step's draft, opened for its owner, unless it was sent: then they are told so. Another's is not found. */
export async function onDraft(
  c: PageContext,
  then: (open: OpenDraft, db: Database) => Promise<Response>,
): Promise<Response> {
  const id = c.req.param('draft') ?? ''
  if (!isId(id)) return notFound(c)
  return inScope(c, 'case:refer', async (db) => {
    const draft = await draftOf(db, id, c.var.person?.id ?? '')
    const patient = draft && (await patientById(db, draft.patient))
    if (!draft || !patient) return notFound(c)
    if (draft.caseId) return c.redirect(paths.referPart(id, 'sent'), 303)
    return then({ draft, patient }, db)
  })
}

/** Where someone goes on who comes back to a draft. */
export function nextPart({ procedure, treating }: ReferralDraft): 'service' | 'form' {
  return procedure && treating ? 'form' : 'service'
}

interface StepProps extends OpenDraft {
  readonly c: PageContext
  readonly title: string
  readonly backHref: string
  readonly problems?: readonly FieldProblem[]
  readonly islands?: readonly string[]
  readonly children: ReactNode
}

export function Step({ c, draft, patient, title, backHref, problems = [], islands, children }: StepProps) {
  return (
    <Page
      c={c}
      title={title}
      here={paths.cases()}
      backHref={backHref}
      hasErrors={problems.length > 0}
      {...(islands ? { islands } : {})}
    >
      <Problems problems={problems} />
      <span className="nhsuk-caption-l">{draft.onwardOf ? 'Refer onward' : 'Refer a patient'}</span>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <PatientLine patient={patient} now={c.var.now()} />
      {children}
    </Page>
  )
}
