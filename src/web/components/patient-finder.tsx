/** Looking for a patient: by number, or by name and birth date. */

import { Button, TextInput } from 'nhsuk-react-components'
import { DateFields } from './date-fields.tsx'
import type { Fields } from './form.ts'
import { type FieldProblem, inputOf } from './problems.tsx'

interface FinderProps {
  readonly action: string
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

/** The form that looks: what is typed goes in its body, never in an address. */
export function Finder({ action, fields, problems }: FinderProps) {
  return (
    <search>
      <form method="post" action={action} noValidate>
        <TextInput
          label="NHS, CHI, H&C or hospital number"
          labelProps={{ size: 's' }}
          width={10}
          autoComplete="off"
          spellCheck={false}
          {...inputOf(fields, problems, 'number')}
        />
        <p>
          <strong>or</strong>
        </p>
        <TextInput
          label="Name"
          labelProps={{ size: 's' }}
          hint="Family name, or both."
          width={20}
          autoComplete="off"
          spellCheck={false}
          {...inputOf(fields, problems, 'name')}
        />
        <DateFields
          name="birthOn"
          legend="Date of birth"
          hint="Such as 31 3 1958"
          fields={fields}
          problems={problems}
        />
        <Button>Find the patient</Button>
      </form>
    </search>
  )
}
