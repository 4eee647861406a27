/** Corrects a patient's details: an entry of their record; what they were before stays to be read. */

import { Button } from 'nhsuk-react-components'
import type { KnownPatient } from '#store/patient/patient.ts'
import { correctPatient } from '#store/patient/register.ts'
import { isoDay } from '../components/dates.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { PatientLine } from '../components/patient-line.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { SignedBy } from '../components/signature.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { DetailsForm, fieldsOfIdentity, readDetails } from './details-form.tsx'
import { patientAsked } from './patient-asked.ts'

export async function showCorrect(c: PageContext) {
  const asked = await patientAsked(c, 'correct a patient')
  if (!asked) return notFound(c)
  return showForm(c, asked.patient, fieldsOfIdentity(asked.patient), [])
}

function showForm(
  c: PageContext,
  patient: KnownPatient,
  fields: Fields,
  problems: readonly FieldProblem[],
  seen = patient.position,
) {
  return show(
    c,
    <Page
      c={c}
      title="Correct a patient’s details"
      here={paths.cases()}
      backHref={paths.patient(patient.id)}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Correct a patient’s details</h1>
      <PatientLine patient={patient} now={c.var.now()} />
      <p>What they were before stays in the record, struck through.</p>
      <form method="post" action={paths.patientPart(patient.id, 'correct')} noValidate>
        <input type="hidden" name="seen" value={seen} />
        <DetailsForm fields={fields} problems={problems} asksDeath />
        <Button preventDoubleClick>Save the correction</Button>
      </form>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

export async function correct(c: PageContext) {
  const fields = await fieldsOf(c)
  const asked = await patientAsked(c, 'correct a patient')
  if (!asked) return notFound(c)
  const { patient, signed } = asked
  const read = readDetails(fields, isoDay(c.var.now()))
  if (read.problems) return showForm(c, patient, fields, read.problems, seenIn(fields, patient))
  return saved(c, asked, fields, { ...signed, patient: patient.id, identity: read.identity })
}

const seenIn = (fields: Fields, patient: KnownPatient): number =>
  /^\d{1,6}$/.test(fields.seen ?? '') ? Number(fields.seen) : patient.position

async function saved(
  c: PageContext,
  { patient }: { readonly patient: KnownPatient; readonly signed: SignedBy },
  fields: Fields,
  correction: Parameters<typeof correctPatient>[1],
) {
  const outcome = await inScope(c, 'patient:register', (db) =>
    correctPatient(db, { ...correction, seen: seenIn(fields, patient) }),
  )
  switch (outcome.outcome) {
    case 'corrected':
      return c.redirect(paths.patient(patient.id), 303)
    case 'not-found':
      return notFound(c)
    case 'known':
      return showForm(c, patient, fields, [
        {
          field: 'number',
          words: 'Another patient has this number. If it is the same person, merge the two instead',
        },
      ])
    case 'overtaken':
      return showForm(c, patient, fields, [
        {
          field: 'givenName',
          words:
            'Somebody else corrected these details while you wrote. What you typed is below: check it against the line at the top, and save again',
        },
      ])
    case 'refused':
      return showForm(
        c,
        patient,
        fields,
        outcome.problems.map(({ path, words }) => ({ field: path.split('.').at(1) ?? '', words })),
      )
  }
}
