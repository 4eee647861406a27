/** That a referral was sent, with its reference, and what happens next. */

import { Panel } from 'nhsuk-react-components'
import { noteLook } from '#store/case/look.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { patientById } from '#store/patient/patient.ts'
import { draftOf } from '#store/referral/draft.ts'
import { isId } from '../components/id.ts'
import { PatientLine } from '../components/patient-line.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { referenceOf } from './reference.ts'

export async function sentPage(c: PageContext) {
  const id = c.req.param('draft') ?? ''
  if (!isId(id)) return notFound(c)
  const found = await inScope(c, 'case:refer', async (db) => {
    const draft = await draftOf(db, id, c.var.person?.id ?? '')
    const patient = draft && (await patientById(db, draft.patient))
    if (!draft || !patient) return null
    if (!draft.caseId) return 'not-sent'
    await noteLook(db, {
      person: c.var.person?.id ?? '',
      organisation: draft.organisation,
      patient: patient.id,
      caseId: draft.caseId,
      page: 'referral sent',
    })
    const treating = draft.treating ?? ''
    const names = await organisationNames(db, [treating])
    return { caseId: draft.caseId, patient, to: names.get(treating) ?? treating }
  })
  if (!found) return notFound(c)
  if (found === 'not-sent') return c.redirect(paths.referPart(id, 'check'), 303)
  return show(
    c,
    <Page c={c} title="Referral sent" here={paths.cases()}>
      <Panel>
        <Panel.Title headingLevel="h1">Referral sent</Panel.Title>
        Reference
        <br />
        <strong>{referenceOf(found.caseId)}</strong>
      </Panel>
      <PatientLine patient={found.patient} now={c.var.now()} />
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <p className="nhsuk-u-reading-width">
        {found.to} has it on its list of referrals to answer. You are told by e-mail when an answer is there,
        and see where the patient is at any time.
      </p>
      <ul>
        <li>
          <a href={paths.referral(found.caseId)}>See where the patient is</a>
        </li>
        <li>
          <a href={paths.caseOf(found.caseId)}>Open the case</a>, to add letters or images’ reports
        </li>
        <li>
          <a href={paths.refer()}>Refer another patient</a>
        </li>
      </ul>
    </Page>,
  )
}
