/** Break-glass: a patient elsewhere, by exact number and birth date, with a reason, in one form. */

import { createHash } from 'node:crypto'
import { Button, Select, Textarea, TextInput, WarningCallout } from 'nhsuk-react-components'
import { allows, organisationsOf } from '#core/access/may.ts'
import { checkIdentifier, type Identifier, identifierSystems } from '#core/patient/identifiers.ts'
import { takeAttempt } from '#store/access/attempts.ts'
import { breakGlass, openHours } from '#store/case/break-glass.ts'
import { patientsWithNumber } from '#store/patient/patient.ts'
import { organisationNames } from '#store/service/read.ts'
import { DateFields, dateIn } from '../components/date-fields.tsx'
import { type Fields, fieldsOf } from '../components/form.ts'
import { type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { nobody, seenAlready, several, tooOften } from './break-glass-outcome.tsx'
import { SystemSelect } from './looks.tsx'

/** An emergency needs one or two; whoever tries numbers is stopped. */
const limit = { most: 6, windowSeconds: 60 * 60 }
const shortestReason = 15

/** A hospital's number is another patient's in another hospital. */
const national = identifierSystems.filter((system) => system !== 'local')

export async function showForm(c: PageContext) {
  return form(c, {}, [])
}

export async function breakIt(c: PageContext) {
  const fields = await fieldsOf(c)
  const read = readForm(c, fields)
  if ('problems' in read) return form(c, fields, read.problems)
  // Whom one sees anyway needs no glass broken; their records elsewhere do.
  const own = await inScope(c, 'case:see', (db) => patientsWithNumber(db, [read.identifier]))
  const seen = own.filter(({ birthOn }) => birthOn === read.birthOn).map(({ id }) => id)
  if (seen.length > 0 && fields.elsewhere !== 'yes') return seenAlready(c, fields, seen)
  const person = c.var.person?.id ?? ''
  const key = createHash('sha256').update(`break-glass ${person}`).digest()
  const attempt = await takeAttempt(c.var.store.db, key, limit, c.var.now())
  if (!attempt.isAllowed) return tooOften(c, attempt.waitSeconds)
  const patients = await inScope(c, 'case:see', (db) => breakGlass(db, { ...read, person, now: c.var.now() }))
  if (patients.length === 0) return nobody(c)
  if (patients.length === 1) return c.redirect(paths.patient(patients[0] ?? ''), 303)
  return several(c, patients)
}

interface Asked {
  readonly identifier: Identifier
  readonly birthOn: string
  readonly reason: string
  readonly role: string
  readonly organisation: string
}

function readForm(c: PageContext, fields: Fields): Asked | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = []
  const system = national.find((each) => each === fields.system) ?? 'nhs'
  const number = checkIdentifier(system, fields.number ?? '')
  if (number.problem !== undefined) problems.push({ field: 'number', words: number.problem })
  const birthOn = dateIn(fields, 'birth')
  if (birthOn === null || birthOn === 'not-a-date')
    problems.push({ field: 'birth', words: 'Enter the date of birth, as in 14 3 1950' })
  const reason = (fields.reason ?? '').trim()
  if (reason.length < shortestReason)
    problems.push({ field: 'reason', words: 'Enter why you need to see this patient now, in a sentence' })
  if (reason.length > 1000)
    problems.push({ field: 'reason', words: 'The reason has to be 1,000 characters or fewer' })
  const places = placesOf(c)
  const organisation = places.length === 1 ? places[0] : places.find((code) => code === fields.organisation)
  if (!organisation)
    problems.push({ field: 'organisation', words: 'Select the organisation for which you ask' })
  if (problems.length > 0 || number.problem !== undefined || !birthOn || !organisation) return { problems }
  const identifier = { system, value: number.value }
  return { identifier, birthOn, reason, organisation, role: roleAt(c, organisation) }
}

const placesOf = (c: PageContext) => organisationsOf(c.var.person?.memberships ?? [], 'case:break-glass')

function roleAt(c: PageContext, organisation: string): string {
  const held = c.var.person?.memberships.find(
    (each) => each.organisation === organisation && allows([each], 'case:break-glass', organisation),
  )
  return held?.role ?? ''
}

async function form(c: PageContext, fields: Fields, problems: readonly FieldProblem[]) {
  const places = placesOf(c)
  const names = places.length > 1 ? await organisationNames(c.var.store.db, places) : null
  return show(
    c,
    <Page
      c={c}
      title="Find a patient elsewhere"
      here={paths.cases()}
      breadcrumbs={[
        { text: 'Cases', href: paths.cases() },
        { text: 'Patients', href: paths.patients() },
      ]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Find a patient elsewhere</h1>
      <WarningCallout>
        <WarningCallout.Heading headingLevel="h2">Break-glass</WarningCallout.Heading>
        <p>
          For a patient in front of you whose cases are with another organisation. You see them for{' '}
          {openHours} hours and can write nothing into them. The Caldicott guardians of both organisations are
          shown your name and your reason at once; yours also when nobody is found.
        </p>
      </WarningCallout>
      <form method="post" action={paths.breakGlass()} noValidate>
        <SystemSelect chosen={fields.system} systems={national} />
        <TextInput
          label="Number"
          hint="All ten digits: nothing else finds anybody"
          width={20}
          autoComplete="off"
          inputMode="numeric"
          {...inputOf(fields, problems, 'number')}
        />
        <DateFields name="birth" legend="Date of birth" fields={fields} problems={problems} />
        <Textarea
          label="Why do you need to see this patient now?"
          rows={3}
          {...inputOf(fields, problems, 'reason')}
        />
        {names ? (
          <Select label="For which organisation do you ask?" {...inputOf(fields, problems, 'organisation')}>
            <Select.Option value="">Select one</Select.Option>
            {places.map((code) => (
              <Select.Option key={code} value={code}>
                {names.get(code) ?? code}
              </Select.Option>
            ))}
          </Select>
        ) : null}
        <Button warning preventDoubleClick>
          Break the glass
        </Button>
      </form>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}
