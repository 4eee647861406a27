/** What a patient decided about the registry, and the mark of a test patient: asked, and written into their record. */

import { Button, Radios } from 'nhsuk-react-components'
import { patientSubject } from '#core/patient/kinds.ts'
import { type Choice, fieldOf } from '#core/record/field.ts'
import { registryStanding, registryUse, testPatient } from '#core/registry/exclusion.ts'
import type { KnownPatient } from '#store/patient/patient.ts'
import { sayRegistryUse, sayTestPatient } from '#store/patient/registry-use.ts'
import { entriesOf } from '#store/record/read.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { PatientLine } from '../components/patient-line.tsx'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { patientAsked } from './patient-asked.ts'

type Standing = ReturnType<typeof registryStanding>

export async function showRegistryUse(c: PageContext) {
  const asked = await patientAsked(c, 'use for the registry')
  return asked ? showForms(c, asked.patient, {}, []) : notFound(c)
}

async function showForms(
  c: PageContext,
  patient: KnownPatient,
  fields: Fields,
  problems: readonly FieldProblem[],
) {
  const standing = await inScope(c, 'patient:register', async (db) =>
    registryStanding(await entriesOf(db, patientSubject(patient.id))),
  )
  const action = paths.patientPart(patient.id, 'registry')
  return show(
    c,
    <Page
      c={c}
      title="Use for the registry"
      here={paths.cases()}
      backHref={paths.patient(patient.id)}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Use for the registry</h1>
      <PatientLine patient={patient} now={c.var.now()} />
      <p className="nhsuk-u-reading-width">
        {standingWords(standing)} Care goes on the same either way. What was published before a refusal stays
        published; no further snapshot holds this patient.
      </p>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="says" value="use" />
        {(['use', 'asked'] as const).map((name) => (
          <RadioField
            key={name}
            name={name}
            legend={name === 'use' ? 'What did the patient decide?' : 'How did they say so?'}
            options={optionsOf(name)}
            chosen={fields[name] ?? (name === 'use' ? (standing.use ?? undefined) : undefined)}
            problems={problems}
          />
        ))}
        <Button preventDoubleClick>Save the decision</Button>
      </form>
      <h2 className="nhsuk-heading-m">A test patient?</h2>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="says" value="test" />
        <RadioField
          name="test"
          legend="Is this a test patient, not a person?"
          options={[
            { value: 'yes', label: 'Yes, made to try the system' },
            { value: 'no', label: 'No' },
          ]}
          chosen={fields.test ?? (standing.test ? 'yes' : 'no')}
          problems={problems}
        />
        <Button secondary preventDoubleClick>
          Save the mark
        </Button>
      </form>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

interface RadioFieldProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly Choice[]
  readonly chosen: string | undefined
  readonly problems: readonly FieldProblem[]
}

function RadioField({ name, legend, options, chosen, problems }: RadioFieldProps) {
  return (
    <Radios
      id={name}
      name={name}
      legend={legend}
      legendProps={{ size: 's' }}
      small
      {...errorFor(problems, name)}
    >
      {options.map(({ value, label, hint }) => (
        <Radios.Item key={value} value={value} defaultChecked={chosen === value} {...(hint ? { hint } : {})}>
          {label}
        </Radios.Item>
      ))}
    </Radios>
  )
}

function optionsOf(name: 'use' | 'asked'): readonly Choice[] {
  const field = fieldOf(registryUse.fields?.[name] as Parameters<typeof fieldOf>[0])
  return field?.input === 'choice' ? field.options : []
}

export function standingWords({ use, test }: Standing): string {
  if (test) return 'Marked as a test patient: left out of every snapshot.'
  if (use === 'refused') return 'Refused: this patient is left out of every further snapshot.'
  return use === 'agreed' ? 'Agreed.' : 'Nothing is recorded.'
}

export async function saveRegistryUse(c: PageContext) {
  const fields = await fieldsOf(c)
  const asked = await patientAsked(c, 'use for the registry')
  if (!asked) return notFound(c)
  const { patient, signed } = asked
  const order = { ...signed, patient: patient.id }
  const isTest = fields.says === 'test'
  const body = isTest
    ? { test: fields.test === 'yes' ? true : fields.test === 'no' ? false : undefined }
    : { use: fields.use, asked: fields.asked }
  const problems = problemsOf((isTest ? testPatient : registryUse).schema.safeParse(body).error?.issues ?? [])
  if (problems.length > 0) return showForms(c, patient, fields, problems)
  const done = await inScope(c, 'patient:register', (db) =>
    isTest
      ? sayTestPatient(db, { ...order, ...testPatient.schema.parse(body) })
      : sayRegistryUse(db, { ...order, body: registryUse.schema.parse(body) }),
  )
  return done ? c.redirect(paths.patient(patient.id), 303) : notFound(c)
}

function problemsOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): readonly FieldProblem[] {
  return issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), words: message }))
}
