/** Everyone who is known, a page at a time, with their roles. */

import { Button, TextInput } from 'nhsuk-react-components'
import { roleNames } from '#core/access/role.ts'
import type { HeldRole, KnownPerson, PeoplePage } from '#store/access/people.ts'
import { dateWords } from '../components/dates.ts'
import { Pager } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

interface ListPageProps {
  readonly c: PageContext
  readonly search: string
  readonly page: number
  readonly found: PeoplePage
}

export function ListPage({ c, search, page, found }: ListPageProps) {
  const hrefOf = (number: number) => paths.people({ search, page: String(number) })
  return (
    <Page c={c} title="People" here={paths.people()}>
      <h1 className="nhsuk-heading-l">People</h1>
      <div className="fp-actions">
        <a className="nhsuk-button" href={paths.personNew()}>
          Add a person
        </a>
      </div>
      <search>
        <form className="fp-inline-form" method="get" action={paths.people()}>
          <TextInput
            id="search"
            name="search"
            type="search"
            label="Name, e-mail address or organisation"
            width={20}
            defaultValue={search}
          />
          <Button secondary>Search</Button>
        </form>
      </search>
      <DataTable
        stacks
        caption={captionOf(found.total, search)}
        keyOf={(person) => person.id}
        empty="Nobody was found. Try a part of the name."
        rows={found.people}
        columns={[
          {
            heading: 'Name',
            names: true,
            cell: (person) => <a href={paths.personOf(person.id)}>{person.name}</a>,
          },
          { heading: 'E-mail address', cell: (person) => <span className="fp-wrap">{person.email}</span> },
          { heading: 'Roles', cell: (person) => <Roles roles={person.roles} /> },
          { heading: 'Signs in with', cell: waysIn },
          {
            heading: 'Last signed in',
            cell: (person) => (person.lastSignedInAt ? dateWords(person.lastSignedInAt) : 'Not yet'),
          },
        ]}
      />
      <Pager page={page} pages={found.pages} hrefOf={hrefOf} />
    </Page>
  )
}

function captionOf(total: number, search: string): string {
  const people = `${total} ${total === 1 ? 'person' : 'people'}`
  return search ? `${people} found for “${search}”` : people
}

function Roles({ roles }: { readonly roles: readonly HeldRole[] }) {
  if (roles.length === 0) return <>No role</>
  return (
    <ul className="fp-plain-list">
      {roles.map((held) => (
        <li key={held.role + held.organisation}>{roleWords(held)}</li>
      ))}
    </ul>
  )
}

/** IO lead, Northfield Hospitals (ZT003) */
export function roleWords(held: HeldRole): string {
  return held.organisation
    ? `${roleNames[held.role]}, ${held.organisationName} (${held.organisation})`
    : roleNames[held.role]
}

export function waysIn(person: KnownPerson): string {
  const ways = [
    ...(person.hasPassword ? [person.hasSecondStep ? 'Password and code' : 'Password'] : []),
    ...(person.passkeys > 0 ? ['Passkey'] : []),
    ...(person.hasOpenId ? ['OpenID'] : []),
  ]
  return ways.join(', ') || 'Not set up'
}
