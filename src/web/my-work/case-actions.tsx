/** What can be done with no case in particular: refer a patient, find one, see one's own referrals. */

import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { scopeFor } from '../scope.ts'

export function CaseActions({ c }: { readonly c: PageContext }) {
  return (
    <div className="fp-actions fp-screen-only">
      {scopeFor(c, 'case:refer').organisations.length > 0 ? (
        <a className="nhsuk-button" href={paths.refer()}>
          Refer a patient
        </a>
      ) : null}
      <a href={paths.patients()}>Find a patient</a>
      <a href={paths.referrals()}>My referrals</a>
    </div>
  )
}
