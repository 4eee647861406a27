/** Whose service: straight to the only one, else the person's own to choose from. */

import { organisationsOf } from '#core/access/may.ts'
import { organisationNames } from '#store/service/read.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export async function choosePage(c: PageContext) {
  const codes = organisationsOf(c.var.person?.memberships ?? [], 'service:see')
  const [only] = codes
  if (only && codes.length === 1) return c.redirect(paths.myServiceOf(only))
  const names = await organisationNames(c.var.store.db, codes)
  const own = codes.map((code) => ({ code, name: names.get(code) ?? code }))
  return show(
    c,
    <Page c={c} title="My service" here={paths.myService()}>
      <h1 className="nhsuk-heading-l">My service</h1>
      <p>You have a role at more than one organisation. Choose whose record to see.</p>
      <ul className="fp-columns fp-people-cards">
        {own
          .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
          .map(({ code, name }) => (
            <li key={code} className="nhsuk-card nhsuk-card--clickable">
              <div className="nhsuk-card__content">
                <h2 className="nhsuk-card__heading nhsuk-heading-s">
                  <a className="nhsuk-card__link" href={paths.myServiceOf(code)}>
                    {name}
                  </a>
                </h2>
              </div>
            </li>
          ))}
      </ul>
    </Page>,
  )
}
