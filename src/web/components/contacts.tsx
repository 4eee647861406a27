/** Whom to write to or ring at an organisation: listed, added, changed, retired, marked as bounced. */

import { Button, Details, Select, TextInput } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { optionsOf, type Questionnaire, questionOf } from '#core/census/questionnaire.ts'
import type { Contact } from '#store/census/contact.ts'
import { formKey } from '#store/census/room/once.ts'
import { dateWords } from './dates.ts'
import type { Fields } from './form.ts'
import { errorFor, type FieldProblem } from './problems.tsx'

interface ContactsProps {
  readonly addHref: string
  readonly changeHref: (contact: string) => string
  readonly questionnaire: Questionnaire
  readonly contacts: readonly Contact[]
  readonly changes: boolean
  readonly returned?: ReturnedContact | undefined
}

/** A form that came back: whose (`new` or an id), what was typed, what to put right. */
export interface ReturnedContact {
  readonly which: string
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

export function Contacts({ addHref, changeHref, questionnaire, contacts, changes, returned }: ContactsProps) {
  const roles = rolesOf(questionnaire)
  const add = returned?.which === 'new' ? returned : undefined
  return (
    <>
      {contacts.length === 0 ? <p>No contact is known: nobody can be written to or rung.</p> : null}
      <ul className="fp-cards">
        {contacts.map((contact) => (
          <li key={contact.id} className="fp-card">
            <ContactWords contact={contact} roles={roles} />
            {changes ? (
              <Details open={returned?.which === contact.id}>
                <Details.Summary>
                  Change<span className="nhsuk-u-visually-hidden"> {contact.name}</span>
                </Details.Summary>
                <Details.Text>
                  <ContactForm
                    action={changeHref(contact.id)}
                    prefix={contact.id}
                    roles={roles}
                    fields={returned?.which === contact.id ? returned.fields : fieldsOfContact(contact)}
                    problems={returned?.which === contact.id ? returned.problems : []}
                  >
                    <div className="fp-actions">
                      <Button name="do" value="save" small preventDoubleClick>
                        Save
                      </Button>
                      {contact.email && !contact.bouncedAt ? (
                        <Button name="do" value="bounced" small secondary>
                          Address sends mail back
                        </Button>
                      ) : null}
                      {contact.bouncedAt ? (
                        <Button name="do" value="works" small secondary>
                          Address works again
                        </Button>
                      ) : null}
                      <Button name="do" value="retire" small secondary>
                        Retire, revoke the link
                      </Button>
                    </div>
                  </ContactForm>
                </Details.Text>
              </Details>
            ) : null}
          </li>
        ))}
      </ul>
      {changes ? (
        <Details open={add !== undefined}>
          <Details.Summary>Add a contact</Details.Summary>
          <Details.Text>
            <ContactForm
              action={addHref}
              prefix="new"
              roles={roles}
              fields={add?.fields ?? {}}
              problems={add?.problems ?? []}
            >
              <Button small preventDoubleClick>
                Add the contact
              </Button>
            </ContactForm>
          </Details.Text>
        </Details>
      ) : null}
    </>
  )
}

type Role = { readonly value: string; readonly label: string }

export function rolesOf(questionnaire: Questionnaire): readonly Role[] {
  const question = questionOf(questionnaire, 'respondentRole')
  return question ? optionsOf(question) : []
}

function ContactWords({ contact, roles }: { readonly contact: Contact; readonly roles: readonly Role[] }) {
  const { name, role, email, telephone, bouncedAt, bounceReason } = contact
  return (
    <p className="fp-wrap">
      <strong>{name}</strong>
      <br />
      <span className="fp-quiet">{roles.find(({ value }) => value === role)?.label ?? role}</span>
      <br />
      {telephone ? <a href={telephoneHref(telephone)}>{telephone}</a> : 'No telephone number'}
      <br />
      {email ? bouncedAt ? <del>{email}</del> : email : 'No e-mail address'}
      {bouncedAt ? (
        <span className="nhsuk-error-message">
          Sends mail back since {dateWords(bouncedAt)}
          {bounceReason ? `: ${bounceReason}` : ''}
        </span>
      ) : null}
    </p>
  )
}

/** `tel:+442079460000`; what is not a number, such as an extension in words, stays out of the address. */
export function telephoneHref(telephone: string): string {
  const [number = '', extension] = telephone.split(/\s*(?:ext\.?|extension|x)\s*/i)
  const digits = number.replace(/[^\d+]/g, '')
  return `tel:${digits}${extension ? `;ext=${extension.replace(/\D/g, '')}` : ''}`
}

function fieldsOfContact({ name, role, email, telephone }: Contact): Fields {
  return { name, role, email: email ?? '', telephone: telephone ?? '' }
}

interface ContactFormProps {
  readonly action: string
  readonly prefix: string
  readonly roles: readonly Role[]
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
  readonly children: ReactNode
}

/** Field ids carry the contact's, so that every form of a page has its own. */
function ContactForm({ action, prefix, roles, fields, problems, children }: ContactFormProps) {
  const id = (field: string) => `${prefix}-${field}`
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="once" value={formKey()} />
      <TextInput
        id={id('name')}
        name="name"
        label="Name"
        defaultValue={fields.name ?? ''}
        width={20}
        autoComplete="off"
        {...errorFor(problems, id('name'))}
      />
      <Select
        id={id('role')}
        name="role"
        label="Role"
        defaultValue={fields.role ?? ''}
        {...errorFor(problems, id('role'))}
      >
        {roles.map(({ value, label }) => (
          <Select.Option key={value} value={value}>
            {label}
          </Select.Option>
        ))}
      </Select>
      <TextInput
        id={id('email')}
        name="email"
        type="email"
        label="E-mail address"
        defaultValue={fields.email ?? ''}
        width={30}
        autoComplete="off"
        spellCheck={false}
        {...errorFor(problems, id('email'))}
      />
      <TextInput
        id={id('telephone')}
        name="telephone"
        type="tel"
        label="Telephone number"
        defaultValue={fields.telephone ?? ''}
        width={20}
        autoComplete="off"
        {...errorFor(problems, id('telephone'))}
      />
      {children}
    </form>
  )
}
