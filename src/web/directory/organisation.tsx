/** One organisation of the directory: what it is, what it carries on, whom to reach there. */

import { SummaryList } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { CURRENT_QUESTIONNAIRE } from '#core/census/questionnaires/all.ts'
import { allOrganisations, organisation as organisationOf } from '#store/catalogue/organisations.ts'
import { contactsOf } from '#store/census/contact.ts'
import { changeContacts } from '../components/contact-changes.ts'
import { Contacts, type ReturnedContact } from '../components/contacts.tsx'
import { dateWords } from '../components/dates.ts'
import { Problems } from '../components/problems.tsx'
import { Told, telling } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'

export async function organisationPage(c: PageContext, returned?: ReturnedContact) {
  const code = c.req.param('code') ?? ''
  const { db } = c.var.store
  const [organisations, contacts] = await Promise.all([allOrganisations(db), contactsOf(db, code)])
  const organisation = organisations.find((one) => one.code === code)
  if (!organisation) return notFound(c)
  const successor = organisations.find((one) => one.code === organisation.successor)
  const predecessors = organisations.filter((one) => one.successor === code)
  const problems = returned?.problems ?? []
  return show(
    c,
    <Page
      c={c}
      title={organisation.name}
      here={paths.directory()}
      breadcrumbs={[{ text: 'Directory', href: paths.directory() }]}
      hasErrors={problems.length > 0}
    >
      <Told c={c} />
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{code}</span>
        {organisation.name}
      </h1>
      <SummaryList>
        <Row name="Nation and region">
          {organisation.nation}, {organisation.region}
        </Row>
        <Row name="Main site">{organisation.mainSite}</Row>
        <Row name="Opened">{organisation.openedOn ? dateWords(organisation.openedOn) : 'Not recorded'}</Row>
        <Row name="Closed">{organisation.closedOn ? dateWords(organisation.closedOn) : 'Not closed'}</Row>
        {successor ? (
          <Row name="Carried on by">
            <a href={paths.directoryOrganisation(successor.code)}>{successor.name}</a>
          </Row>
        ) : null}
        {predecessors.length > 0 ? (
          <Row name="Carries on">
            {predecessors.map((one) => (
              <span key={one.code}>
                <a href={paths.directoryOrganisation(one.code)}>{one.name}</a>
                <br />
              </span>
            ))}
          </Row>
        ) : null}
        <Row name="Source">{organisation.source}</Row>
      </SummaryList>
      <p>
        <a href={paths.service(code)}>Its public page</a>
      </p>
      <h2 className="nhsuk-heading-m">Contacts</h2>
      <p>Kept from one edition of the census to the next.</p>
      <Contacts
        addHref={paths.directoryPart(code, 'contacts')}
        changeHref={(id) => paths.directoryPart(code, 'contacts', id)}
        questionnaire={CURRENT_QUESTIONNAIRE}
        contacts={contacts}
        changes
        returned={returned}
      />
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <SummaryList.Row>
      <SummaryList.Key>{name}</SummaryList.Key>
      <SummaryList.Value>{children}</SummaryList.Value>
    </SummaryList.Row>
  )
}

export async function changeContact(c: PageContext) {
  const code = c.req.param('code') ?? ''
  if (!(await organisationOf(c.var.store.db, code))) return notFound(c)
  const contact = c.req.param('id') ?? 'new'
  const changed = await changeContacts(c, { code, contact, questionnaire: CURRENT_QUESTIONNAIRE })
  if ('unknown' in changed) return notFound(c)
  if ('returned' in changed) return organisationPage(c, changed.returned)
  return c.redirect(telling(paths.directoryOrganisation(code), changed.done), 303)
}
