/** What break-glass comes to: seen anyway, opened more than once, nobody, asked too often. */

import { Button } from 'nhsuk-react-components'
import { openHours } from '#store/case/break-glass.ts'
import type { Fields } from '../components/form.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { Refusal } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'

/** What was typed goes along: it is asked for once. Says nothing of whether there is a record elsewhere. */
export function seenAlready(c: PageContext, fields: Fields, seen: readonly string[]) {
  return show(
    c,
    <Refusal c={c} title="You see this patient already">
      <RecordLinks patients={seen} />
      <p>
        Another organisation may have a record of its own. Break the glass only if you need that one too: the
        Caldicott guardians are told, yours also when there is none.
      </p>
      <form method="post" action={paths.breakGlass()}>
        {kept.map((name) => (
          <input key={name} type="hidden" name={name} value={fields[name] ?? ''} />
        ))}
        <input type="hidden" name="elsewhere" value="yes" />
        <Button warning preventDoubleClick>
          Break the glass
        </Button>
      </form>
    </Refusal>,
  )
}

const kept = ['system', 'number', 'birth-day', 'birth-month', 'birth-year', 'reason', 'organisation'] as const

function RecordLinks({ patients }: { readonly patients: readonly string[] }) {
  return (
    <ul>
      {patients.map((id, index) => (
        <li key={id}>
          <a href={paths.patient(id)}>{patients.length === 1 ? 'Open the patient' : `Record ${index + 1}`}</a>
        </li>
      ))}
    </ul>
  )
}

export function nobody(c: PageContext) {
  return show(
    c,
    <Refusal c={c} title="Nobody was found">
      <p>
        No patient elsewhere has exactly this number and this date of birth. Check both against the wristband
        or the letter.
      </p>
      <p>Your attempt and your reason were kept, and your Caldicott guardian was told.</p>
      <p>
        <a href={paths.breakGlass()}>Try again</a>
      </p>
    </Refusal>,
  )
}

/** Registered by several organisations apart from one another. */
export function several(c: PageContext, patients: readonly string[]) {
  return show(
    c,
    <Refusal c={c} title="Several records were opened">
      <p>
        More than one organisation has a record of this patient. Each is open to you for {openHours} hours.
      </p>
      <RecordLinks patients={patients} />
    </Refusal>,
  )
}

export function tooOften(c: PageContext, waitSeconds: number) {
  c.header('Retry-After', String(waitSeconds))
  return show(
    c,
    <Refusal c={c} title="You asked too often">
      <p>
        You can try again in {Math.ceil(waitSeconds / 60)} minutes. If a patient needs you now, ring the
        hospital that treats them.
      </p>
    </Refusal>,
    429,
  )
}
