/** A list of contacts as it comes from a spreadsheet, read row by row; every row's problem in words. */
import { z } from 'zod'

/** A contact that can be kept as it is. */
export interface ImportedContact {
  readonly organisation: string
  readonly name: string
  readonly role: string
  readonly email: string | null
  readonly telephone: string | null
}

export interface ContactProblem {
  /** The row's number in the file, the first after the headings being 1. */
  readonly row: number
  readonly words: string
}

/** What a list of contacts is held against. */
export interface ContactContext {
  readonly organisations: ReadonlySet<string>
  /** The roles of respondents: values, and their words; a row may give either, or words that begin one alone. */
  readonly roles: readonly { readonly value: string; readonly label: string }[]
}

const emailSchema = z.email().max(254)
const LONGEST_NAME = 200

/**
 * Reads rows of `organisation, name, role, email, telephone`. Nothing is half-read: contacts are only
 * to be kept when there are no problems. The same address twice for one organisation is a problem.
 */
export function readContacts(
  rows: readonly Readonly<Record<string, string | undefined>>[],
  context: ContactContext,
): { readonly contacts: readonly ImportedContact[]; readonly problems: readonly ContactProblem[] } {
  const seen = new Map<string, number>()
  const contacts: ImportedContact[] = []
  const problems: ContactProblem[] = []
  rows.forEach((cells, index) => {
    const row = index + 1
    const contact = contactOf(cells, context)
    const words = wordsOf(contact, cells, context)
    const key = `${contact.organisation} ${contact.email?.toLowerCase()}`
    const before = contact.email === null ? undefined : seen.get(key)
    if (before !== undefined) words.push(`The address ${contact.email} is in row ${before} as well`)
    else seen.set(key, row)
    contacts.push(contact)
    problems.push(...words.map((problem) => ({ row, words: problem })))
  })
  return { contacts: problems.length === 0 ? contacts : [], problems }
}

function contactOf(
  cells: Readonly<Record<string, string | undefined>>,
  { roles }: ContactContext,
): ImportedContact {
  const cell = (name: string) => (cells[name] ?? '').trim().replace(/\s+/g, ' ')
  const given = cell('role').toLowerCase()
  const role = roleOf(given, roles)
  return {
    organisation: cell('organisation').toUpperCase(),
    name: cell('name'),
    role: role?.value ?? '',
    email: cell('email') || null,
    telephone: cell('telephone') || null,
  }
}

const SHORTEST_ROLE = 4

/** “Head of department” is meant for the only role whose words begin so. */
function roleOf(given: string, roles: ContactContext['roles']) {
  const whole = roles.find(({ value, label }) => value === given || label.toLowerCase() === given)
  if (whole || given.length < SHORTEST_ROLE) return whole
  const [only, ...more] = roles.filter(({ label }) => label.toLowerCase().startsWith(given))
  return more.length === 0 ? only : undefined
}

function wordsOf(
  { organisation, name, role, email, telephone }: ImportedContact,
  cells: Readonly<Record<string, string | undefined>>,
  { organisations, roles }: ContactContext,
): string[] {
  const words: string[] = []
  if (organisation === '') words.push('There is no organisation’s code')
  else if (!organisations.has(organisation))
    words.push(`There is no organisation with the code ${organisation}`)
  if (name === '') words.push('There is no name')
  else if (name.length > LONGEST_NAME) words.push(`The name is longer than ${LONGEST_NAME} characters`)
  if (role === '') {
    const given = (cells.role ?? '').trim()
    const known = roles.map(({ label }) => label).join('; ')
    words.push(
      given === ''
        ? `There is no role. Give one of: ${known}`
        : `“${given}” is not a role. Give one of: ${known}`,
    )
  }
  if (email === null && telephone === null)
    words.push('There is neither an e-mail address nor a telephone number')
  if (email !== null && !emailSchema.safeParse(email).success)
    words.push(`“${email}” is not an e-mail address`)
  if (telephone !== null && !/^\+?[0-9 ()-]{6,25}( ?(x|ext\.?) ?[0-9]{1,6})?$/i.test(telephone))
    words.push(`“${telephone}” is not a telephone number`)
  return words
}
