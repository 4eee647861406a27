/** The form that gives an answer a name to be found by. */

import { Button, TextInput } from 'nhsuk-react-components'
import type { Proposal } from '#store/network/proposal.ts'
import { paths } from '../paths.ts'

export const longestName = 120

interface NameFormProps {
  readonly proposal: Proposal
  readonly error?: string
}

export function NameForm({ proposal: { id, name, namedBy }, error }: NameFormProps) {
  return (
    <form method="post" action={paths.networkProposal(id, 'name')} className="fp-screen-only">
      <h2 className="nhsuk-heading-m">{name ? 'Its name' : 'Keep it by a name'}</h2>
      <TextInput
        id="name"
        name="name"
        label="Name"
        hint={
          namedBy
            ? `Named by ${namedBy}. Without a name it stays at its address`
            : 'Named answers are listed first, and can go into a report'
        }
        maxLength={longestName}
        defaultValue={name ?? ''}
        {...(error ? { error } : {})}
      />
      <Button secondary>Keep the name</Button>
    </form>
  )
}
