/** What identifies a patient, as fields: asked on registering and on correcting, read into details. */

import { Radios, Select, TextInput } from 'nhsuk-react-components'
import { checkIdentifier, IDENTIFIER_WORDS, type Identifier } from '#core/patient/identifiers.ts'
import { type Identity, identitySchema, SEX_WORDS, sexes } from '#core/patient/patient.ts'
import { DateFields, dateIn, dayFields } from '../components/date-fields.tsx'
import type { Fields } from '../components/form.ts'
import { errorFor, type FieldProblem, inputOf } from '../components/problems.tsx'

interface DetailsFormProps {
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
  /** Whether a date of death is asked as well. */
  readonly asksDeath?: boolean
}

export function DetailsForm({ fields, problems, asksDeath = false }: DetailsFormProps) {
  const text = (name: string) => ({
    ...inputOf(fields, problems, name),
    autoComplete: 'off',
    spellCheck: false,
  })
  return (
    <>
      <div className="fp-side-by-side">
        <Select
          id="system"
          name="system"
          label="Kind of number"
          defaultValue={fields.system ?? 'nhs'}
          {...errorFor(problems, 'system')}
        >
          {systems.map((system) => (
            <Select.Option key={system} value={system}>
              {IDENTIFIER_WORDS[system]}
            </Select.Option>
          ))}
        </Select>
        <TextInput
          {...text('number')}
          label="Number"
          hint="10 digits. Leave empty only if it is not known."
          inputMode="numeric"
          width={10}
        />
        <TextInput {...text('local')} label="Hospital number" hint="Yours, if you use one." width={10} />
      </div>
      <div className="fp-side-by-side">
        <TextInput {...text('givenName')} label="Given name" width={20} />
        <TextInput {...text('familyName')} label="Family name" width={20} />
      </div>
      <DateFields
        name="birthOn"
        legend="Date of birth"
        hint="Such as 31 3 1958"
        fields={fields}
        problems={problems}
      />
      <Radios
        id="sex"
        name="sex"
        legend="Sex"
        legendProps={{ size: 's' }}
        small
        inline
        {...errorFor(problems, 'sex')}
      >
        {sexes.map((value) => (
          <Radios.Item key={value} value={value} defaultChecked={fields.sex === value}>
            {SEX_WORDS[value]}
          </Radios.Item>
        ))}
      </Radios>
      <div className="fp-side-by-side">
        <TextInput {...text('postcode')} label="Postcode" hint="Leave empty if there is none." width={10} />
        <TextInput {...text('gpPractice')} label="GP practice" hint="Name or code, if known." width={20} />
      </div>
      {asksDeath ? (
        <DateFields
          name="diedOn"
          legend="Date of death"
          hint="Leave empty for who is alive."
          fields={fields}
          problems={problems}
        />
      ) : null}
    </>
  )
}

const systems = ['nhs', 'chi', 'hcn'] as const

/** What the fields say of a patient, or what to put right. `today` is the day in the UK, `yyyy-mm-dd`. */
export function readDetails(
  fields: Fields,
  today: string,
):
  | { readonly identity: Identity; readonly problems?: undefined }
  | { readonly problems: readonly FieldProblem[] } {
  const numbers = numbersIn(fields)
  const birthOn = dayIn(fields, 'birthOn', today)
  const diedOn = dayIn(fields, 'diedOn', today)
  const problems: FieldProblem[] = [...numbers.problems]
  if ('problem' in birthOn) problems.push({ field: 'birthOn', words: `The date of birth ${birthOn.problem}` })
  else if (birthOn.day === null) problems.push({ field: 'birthOn', words: 'Enter the date of birth' })
  if ('problem' in diedOn) problems.push({ field: 'diedOn', words: `The date of death ${diedOn.problem}` })
  const born = 'day' in birthOn ? birthOn.day : null
  const died = 'day' in diedOn ? diedOn.day : null
  if (born && died && died < born)
    problems.push({ field: 'diedOn', words: 'The date of death is before the date of birth' })
  const parsed = identitySchema.safeParse({
    givenName: fields.givenName,
    familyName: fields.familyName,
    birthOn: born ?? '2000-01-01',
    sex: fields.sex,
    identifiers: numbers.identifiers,
    ...(fields.postcode?.trim() ? { postcode: fields.postcode } : {}),
    ...(fields.gpPractice?.trim() ? { gpPractice: fields.gpPractice } : {}),
    ...(died ? { diedOn: died } : {}),
  })
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0] ?? '')
    if (!problems.some((problem) => problem.field === field)) problems.push({ field, words: message })
  }
  if (problems.length > 0 || !parsed.data) return { problems: inOrder(problems) }
  const { postcode = null, gpPractice = null, diedOn: on = null, ...rest } = parsed.data
  return { identity: { ...rest, postcode, gpPractice, diedOn: on } }
}

const order = [
  'system',
  'number',
  'local',
  'identifiers',
  'givenName',
  'familyName',
  'birthOn',
  'sex',
  'postcode',
]

function inOrder(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const place = ({ field }: FieldProblem) => (order.includes(field) ? order.indexOf(field) : order.length)
  return problems.toSorted((one, other) => place(one) - place(other))
}

function numbersIn(fields: Fields): {
  readonly identifiers: readonly Identifier[]
  readonly problems: readonly FieldProblem[]
} {
  const system = systems.find((each) => each === fields.system) ?? 'nhs'
  const identifiers: Identifier[] = []
  const problems: FieldProblem[] = []
  for (const [field, of] of [
    ['number', system],
    ['local', 'local'],
  ] as const) {
    const typed = fields[field]?.trim() ?? ''
    if (typed === '') continue
    const checked = checkIdentifier(of, typed)
    if (checked.problem === undefined) identifiers.push({ system: of, value: checked.value })
    else problems.push({ field, words: checked.problem })
  }
  return { identifiers, problems }
}

function dayIn(
  fields: Fields,
  name: string,
  today: string,
): { readonly day: string | null } | { readonly problem: string } {
  const day = dateIn(fields, name)
  if (day === 'not-a-date') return { problem: 'has to be a real date, such as 31 3 1958' }
  return day !== null && day > today ? { problem: 'is in the future' } : { day }
}

/** An identity as the fields that would state it. */
export function fieldsOfIdentity(identity: Identity): Fields {
  const national = identity.identifiers.find(({ system }) => system !== 'local')
  const local = identity.identifiers.find(({ system }) => system === 'local')
  return {
    system: national?.system ?? 'nhs',
    number: national?.value ?? '',
    local: local?.value ?? '',
    givenName: identity.givenName,
    familyName: identity.familyName,
    ...dayFields('birthOn', identity.birthOn),
    sex: identity.sex,
    postcode: identity.postcode ?? '',
    gpPractice: identity.gpPractice ?? '',
    ...dayFields('diedOn', identity.diedOn),
  }
}
