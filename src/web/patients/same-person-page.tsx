/** The question that comes before a second record of one person: is this the same person? */

import { Button } from 'nhsuk-react-components'
import type { Likeness } from '#core/patient/match.ts'
import { type Identity, nameOf } from '#core/patient/patient.ts'
import type { Candidate } from '#store/patient/match.ts'
import type { Fields } from '../components/form.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { Comparison } from './same-person.tsx'

export const likenessWords: Readonly<Record<Likeness, string>> = {
  'same-number': 'The same number',
  'same-name-and-birth': 'The same name and date of birth',
  'similar-name-same-birth': 'A similar name, and the same date of birth',
  'same-name-similar-birth': 'The same name, and a similar date of birth',
}

interface SamePersonPageProps {
  readonly c: PageContext
  /** What was typed: it goes along, whatever is chosen. */
  readonly fields: Fields
  readonly identity: Identity
  readonly candidates: readonly Candidate[]
  readonly action: string
  readonly refers: boolean
}

export function SamePersonPage({ c, fields, identity, candidates, action, refers }: SamePersonPageProps) {
  const taken = candidates.some(({ likeness }) => likeness === 'same-number')
  return (
    <Page c={c} title="Is this the same person?" here={paths.cases()}>
      <h1 className="nhsuk-heading-l">Is this the same person?</h1>
      <p className="nhsuk-u-reading-width">
        {candidates.length === 1
          ? 'Somebody is registered who is like them.'
          : 'People are registered who are like them.'}{' '}
        Nothing is registered yet, and nothing that you typed is lost.
      </p>
      {candidates.map(({ patient, likeness }) => (
        <section key={patient.id} aria-label={likenessWords[likeness]}>
          <h2 className="nhsuk-heading-m">{likenessWords[likeness]}</h2>
          <Comparison
            caption={`What you typed beside ${nameOf(patient)}`}
            heads={['You typed', 'Registered']}
            one={identity}
            other={patient}
          />
          {refers ? (
            <form method="post" action={paths.refer()}>
              <input type="hidden" name="patient" value={patient.id} />
              <Button preventDoubleClick>
                Yes, refer this patient<span className="nhsuk-u-visually-hidden">: {nameOf(patient)}</span>
              </Button>
            </form>
          ) : (
            <a className="nhsuk-button" href={paths.patient(patient.id)}>
              Yes, open this patient<span className="nhsuk-u-visually-hidden">: {nameOf(patient)}</span>
            </a>
          )}
        </section>
      ))}
      <h2 className="nhsuk-heading-m">No, this is someone else</h2>
      {taken ? (
        <p className="nhsuk-u-reading-width">
          Two people cannot have one number. Check the number that you typed; if it is right, open the
          registered patient and correct theirs.
        </p>
      ) : null}
      <form method="post" action={action}>
        <Kept fields={fields} />
        <div className="fp-actions">
          {taken ? null : (
            <Button secondary name="apart" value="yes" preventDoubleClick>
              Register as a new patient
            </Button>
          )}
          <Button secondary name="back" value="yes">
            Change what I typed
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** What was typed, carried along unseen. */
function Kept({ fields }: { readonly fields: Fields }) {
  return (
    <>
      {Object.entries(fields)
        .filter(([name]) => name !== 'apart' && name !== 'back')
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </>
  )
}
