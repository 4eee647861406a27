/** Whose figures: straight to the only organisation, else the person's own to choose from. */

import { organisationsOf } from '#core/access/may.ts'
import { standardWithId } from '#core/standards/editions.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'

export async function choosePage(c: PageContext) {
  const standard = standardWithId(c.req.param('standard') ?? '')
  if (!standard) return notFound(c)
  const codes = organisationsOf(c.var.person?.memberships ?? [], 'standards:see')
  const [only] = codes
  if (only && codes.length === 1) return c.redirect(paths.standard(standard.id, only))
  const names = await organisationNames(c.var.store.db, codes)
  const own = codes.map((code) => ({ code, name: names.get(code) ?? code }))
  return show(
    c,
    <Page c={c} title="Standards" here={paths.standard(standard.id)}>
      <h1 className="nhsuk-heading-l">Standards</h1>
      <p>You have a role at more than one organisation. Choose whose figures to see.</p>
      <ul>
        {own
          .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
          .map(({ code, name }) => (
            <li key={code}>
              <a href={paths.standard(standard.id, code)}>{name}</a>
            </li>
          ))}
      </ul>
    </Page>,
  )
}
