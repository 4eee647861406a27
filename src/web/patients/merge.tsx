/** Two records of one person: compared, merged with a reason, and that taken back. */

import { Button, Textarea } from 'nhsuk-react-components'
import { nameOf } from '#core/patient/patient.ts'
import { noteLooks } from '#store/case/look.ts'
import { type Candidate, matchesFor } from '#store/patient/match.ts'
import { mergePatients, undoMerge } from '#store/patient/merge.ts'
import type { KnownPatient } from '#store/patient/patient.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { signedBy } from '../components/signature.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { patientAsked } from './patient-asked.ts'
import { showPatient } from './patient-page.tsx'
import { Comparison } from './same-person.tsx'
import { likenessWords } from './same-person-page.tsx'

export async function showMerge(c: PageContext) {
  const asked = await patientAsked(c, 'same person?')
  if (!asked) return notFound(c)
  return showCandidates(c, asked.patient, {}, [])
}

async function showCandidates(
  c: PageContext,
  patient: KnownPatient,
  fields: Fields,
  problems: readonly FieldProblem[],
) {
  const candidates = await inScope(c, 'patient:register', async (db) => {
    const found = await matchesFor(db, patient, patient.id)
    await noteLooks(db, {
      person: c.var.person?.id ?? '',
      organisation: signedBy(c, 'patient:register')?.organisation ?? null,
      page: 'same person?',
      looked: found.map((each) => ({ patient: each.patient.id, caseId: null })),
    })
    return found
  })
  return show(
    c,
    <Page
      c={c}
      title="Is this the same person?"
      here={paths.cases()}
      backHref={paths.patient(patient.id)}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Is this the same person?</h1>
      {candidates.length === 0 ? (
        <p>Nobody else whom your organisation knows is like {nameOf(patient)}.</p>
      ) : (
        <p className="nhsuk-u-reading-width">
          Merge only what is certainly one person. The cases come together under the record that goes on; both
          records stay, and a merge can be undone.
        </p>
      )}
      {candidates.map((candidate) => (
        <MergeForm
          key={candidate.patient.id}
          patient={patient}
          candidate={candidate}
          fields={fields.other === candidate.patient.id ? fields : {}}
          problems={problems}
        />
      ))}
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

interface MergeFormProps {
  readonly patient: KnownPatient
  readonly candidate: Candidate
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

function MergeForm({ patient, candidate, fields, problems }: MergeFormProps) {
  const { patient: other, likeness } = candidate
  const id = `reason-${other.id}`
  return (
    <section aria-label={`${likenessWords[likeness]}: ${nameOf(other)}`}>
      <h2 className="nhsuk-heading-m">{likenessWords[likeness]}</h2>
      <Comparison
        caption={`${nameOf(patient)} beside ${nameOf(other)}`}
        heads={['This record, which goes on', 'The other, which is merged into it']}
        one={patient}
        other={other}
      />
      <form
        method="post"
        action={paths.patientPart(patient.id, 'merge')}
        className="nhsuk-u-reading-width"
        noValidate
      >
        <input type="hidden" name="other" value={other.id} />
        <Textarea
          id={id}
          name="reason"
          label="How do you know that they are one person?"
          labelProps={{ size: 's' }}
          rows={2}
          defaultValue={fields.reason ?? ''}
          {...errorFor(problems, id)}
        />
        <Button preventDoubleClick secondary>
          Merge the two records
        </Button>
      </form>
    </section>
  )
}

export async function merge(c: PageContext) {
  const fields = await fieldsOf(c)
  const asked = await patientAsked(c, 'same person?')
  const other = fields.other ?? ''
  if (!asked || !isId(other)) return notFound(c)
  const { patient, signed } = asked
  const reason = (fields.reason ?? '').trim().slice(0, 1000)
  const problem = (words: string) => showCandidates(c, patient, fields, [{ field: `reason-${other}`, words }])
  if (reason === '') return problem('Enter how you know that they are one person')
  const merged = await inScope(c, 'patient:register', (db) =>
    mergePatients(db, { ...signed, from: other, into: patient.id, reason }),
  )
  return merged.outcome === 'merged' ? c.redirect(paths.patient(patient.id), 303) : problem(merged.words)
}

export async function undo(c: PageContext) {
  const fields = await fieldsOf(c)
  const signed = signedBy(c, 'patient:register')
  const from = c.req.param('id') ?? ''
  const asked = await patientAsked(c, 'patient')
  if (!asked || !signed) return notFound(c)
  const reason = (fields.reason ?? '').trim().slice(0, 1000)
  const refused = (words: string) => showPatient(c, asked.patient.id, { from, words })
  if (reason === '') return refused('Enter why they are two people after all')
  const undone = await inScope(c, 'patient:register', (db) => undoMerge(db, { ...signed, from, reason }))
  return undone.outcome === 'undone' ? c.redirect(paths.patient(from), 303) : refused(undone.words)
}
