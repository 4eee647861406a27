/** What a contact's form asks for, done: added, changed, retired, marked as bounced or as working. */

import { readContacts } from '#core/census/contacts.ts'
import type { Questionnaire } from '#core/census/questionnaire.ts'
import {
  addContact,
  type ContactDetails,
  changeContact,
  contactById,
  markBounced,
  retireContact,
} from '#store/census/contact.ts'
import { once } from '#store/census/room/once.ts'
import type { PageContext } from '../environment.ts'
import { type ReturnedContact, rolesOf } from './contacts.tsx'
import { type Fields, fieldsOf } from './form.ts'
import { isId } from './id.ts'
import type { FieldProblem } from './problems.tsx'

export type ContactDone =
  | { readonly done: string }
  | { readonly returned: ReturnedContact }
  | { readonly unknown: true }

/** Does what the posted form asks, for a contact of this organisation: `new`, or one by its id. */
export async function changeContacts(
  c: PageContext,
  given: { readonly code: string; readonly contact: string; readonly questionnaire: Questionnaire },
): Promise<ContactDone> {
  const fields = await fieldsOf(c)
  const { db } = c.var.store
  const { code, contact: which } = given
  if (which === 'new') return saveContact(c, given, fields)
  const contact = isId(which) ? await contactById(db, which) : null
  if (contact?.organisation !== code) return { unknown: true }
  switch (fields.do) {
    case 'retire':
      return { done: (await retireContact(db, which, c.var.now())) ? 'contact-retired' : 'already-done' }
    case 'bounced':
      await markBounced(db, which, 'marked by hand', c.var.now())
      return { done: 'contact-bounced' }
    case 'works':
      await db
        .updateTable('census_contact')
        .set({ bounced_at: null, bounce_reason: null })
        .where('id', '=', which)
        .execute()
      return { done: 'contact-works' }
    default:
      return saveContact(c, given, fields)
  }
}

async function saveContact(
  c: PageContext,
  { code, contact: which, questionnaire }: { code: string; contact: string; questionnaire: Questionnaire },
  fields: Fields,
): Promise<ContactDone> {
  const { db } = c.var.store
  const read = readDetails(fields, code, questionnaire)
  const back = (problems: readonly FieldProblem[]) => ({
    returned: {
      which,
      fields,
      problems: problems.map(({ field, words }) => ({ field: `${which}-${field}`, words })),
    },
  })
  if ('problems' in read) return back(read.problems)
  const saved =
    which === 'new'
      ? await once(
          db,
          { key: fields.once, person: c.var.person?.id ?? '' },
          () => addContact(db, code, read.details),
          ({ outcome }) => outcome === 'saved',
        )
      : { done: true as const, result: await changeContact(db, which, read.details) }
  if (!saved.done) return { done: 'contact-added' }
  if (saved.result.outcome === 'address-taken') {
    return back([
      { field: 'email', words: 'Another contact of this organisation has that address. Change that one' },
    ])
  }
  if (saved.result.outcome === 'unknown') return { done: 'already-done' }
  return { done: which === 'new' ? 'contact-added' : 'contact-changed' }
}

/** The same check as a file of contacts gets, its words sorted to their fields. */
function readDetails(
  fields: Fields,
  code: string,
  questionnaire: Questionnaire,
): { details: ContactDetails } | { problems: readonly FieldProblem[] } {
  const { name = '', role = '', email = '', telephone = '' } = fields
  const roles = rolesOf(questionnaire)
  const read = readContacts([{ organisation: code, name, role, email, telephone }], {
    organisations: new Set([code]),
    roles,
  })
  const [contact] = read.contacts
  if (contact) return { details: contact }
  return { problems: read.problems.map(({ words }) => ({ field: fieldOf(words), words: asTold(words) })) }
}

function fieldOf(words: string): string {
  if (/e-mail address( nor)?/.test(words)) return 'email'
  if (/telephone/.test(words)) return 'telephone'
  return /role/.test(words) ? 'role' : 'name'
}

const told: Readonly<Record<string, string>> = {
  'There is no name': 'Enter a name',
  'There is neither an e-mail address nor a telephone number':
    'Enter an e-mail address, a telephone number, or both',
}

function asTold(words: string): string {
  return told[words] ?? words
}
