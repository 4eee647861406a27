/** Contacts from a file: read, shown as a dry run with each row's problem, then added all or none. */

import { Button } from 'nhsuk-react-components'
import { z } from 'zod'
import { type ContactProblem, type ImportedContact, readContacts } from '#core/census/contacts.ts'
import { CURRENT_QUESTIONNAIRE } from '#core/census/questionnaires/all.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import { importContacts } from '#store/census/contact.ts'
import { formKey, once } from '#store/census/room/once.ts'
import { readTable, type Table } from '#store/files/read-table.ts'
import { rolesOf } from '../components/contacts.tsx'
import { FileField } from '../components/file-field.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import { telling } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'

const columns = ['organisation', 'name', 'role', 'email', 'telephone'] as const
const mostContacts = 2000
/** The whole list goes back and forth in the form, so that what is added is what was shown. */
const contactsSchema = z.array(
  z.object({
    organisation: z.string(),
    name: z.string(),
    role: z.string(),
    email: z.string().nullable(),
    telephone: z.string().nullable(),
  }),
)

interface Given {
  readonly problems?: readonly FieldProblem[]
  readonly read?: {
    readonly contacts: readonly ImportedContact[]
    readonly problems: readonly (ContactProblem & { line: number })[]
    readonly rows: number
  }
}

export function contactsFilePage(c: PageContext, { problems = [], read }: Given = {}) {
  return show(
    c,
    <Page
      c={c}
      title="Add contacts from a file"
      here={paths.directory()}
      breadcrumbs={[{ text: 'Directory', href: paths.directory() }]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Add contacts from a file</h1>
      {read ? <DryRun read={read} /> : null}
      <p>CSV or XLSX, one row a contact. The first row holds the headings:</p>
      <ul>
        <li>
          <strong>organisation</strong>: its ODS code, such as R1H
        </li>
        <li>
          <strong>name</strong>
        </li>
        <li>
          <strong>role</strong>: {orWords(rolesOf(CURRENT_QUESTIONNAIRE).map(({ label }) => label))}
        </li>
        <li>
          <strong>email</strong> and <strong>telephone</strong>: one of the two at least
        </li>
      </ul>
      <p>An address that an organisation already has is brought up to date.</p>
      <form method="post" action={paths.directoryContactsImport()} encType="multipart/form-data" noValidate>
        <FileField name="file" label="File of contacts" accept=".csv,.tsv,.txt,.xlsx" problems={problems} />
        <Button preventDoubleClick secondary={read !== undefined}>
          Read the file
        </Button>
      </form>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

function DryRun({ read }: { readonly read: NonNullable<Given['read']> }) {
  const { contacts, problems, rows } = read
  if (problems.length === 0) {
    const list = JSON.stringify(contacts)
    return (
      <form method="post" action={paths.directoryContactsImport()}>
        <input type="hidden" name="contacts" value={list} />
        <input type="hidden" name="once" value={formKey()} />
        <p className="fp-statement">All {rows} rows can be read. Nothing is added yet.</p>
        <Button preventDoubleClick>{rows === 1 ? 'Add 1 contact' : `Add ${rows} contacts`}</Button>
      </form>
    )
  }
  const lines = new Set(problems.map(({ line }) => line)).size
  return (
    <>
      <p className="fp-statement">
        {lines} of {rows} rows cannot be added as they are. Put them right in the file and choose it again.
        Nothing was added.
      </p>
      <DataTable
        stacks
        caption="What is wrong, by line of the file"
        rows={problems.slice(0, 200).map((problem, index) => ({ ...problem, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          { heading: 'Line', names: true, cell: ({ line }) => line },
          { heading: 'What is wrong', cell: ({ words }) => words },
        ]}
      />
    </>
  )
}

export async function contactsFile(c: PageContext) {
  const sent = await c.req.parseBody()
  if (typeof sent.contacts === 'string') return add(c, sent.contacts, String(sent.once ?? ''))
  const { file } = sent
  if (!(file instanceof File) || file.name === '') {
    return contactsFilePage(c, { problems: [{ field: 'file', words: 'Choose a file' }] })
  }
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), file.name)
  if ('problem' in table) return contactsFilePage(c, { problems: [{ field: 'file', words: table.problem }] })
  const wrong = tableProblem(table)
  if (wrong) return contactsFilePage(c, { problems: [{ field: 'file', words: wrong }] })
  const read = readContacts(recordsOf(table), await contextOf(c))
  const lined = read.problems.map((problem) => ({
    ...problem,
    line: table.rows[problem.row - 1]?.line ?? problem.row,
  }))
  return contactsFilePage(c, { read: { contacts: read.contacts, problems: lined, rows: table.rows.length } })
}

async function contextOf(c: PageContext) {
  const organisations = new Set((await allOrganisations(c.var.store.db)).map(({ code }) => code))
  return { organisations, roles: rolesOf(CURRENT_QUESTIONNAIRE) }
}

/** What spreadsheets call the columns, beside their own names. */
const alsoCalled: Readonly<Record<string, (typeof columns)[number]>> = {
  'ods code': 'organisation',
  'organisation code': 'organisation',
  code: 'organisation',
  'e-mail': 'email',
  'e-mail address': 'email',
  'email address': 'email',
  phone: 'telephone',
  'telephone number': 'telephone',
  'phone number': 'telephone',
}

function heading(cell: string): string {
  const words = cell
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
  return alsoCalled[words] ?? words
}

const orWords = (words: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words)

function tableProblem({ header, rows }: Table): string | null {
  const missing = columns.filter((column) => !header.some((cell) => heading(cell) === column))
  const needed = missing.filter((column) => !['email', 'telephone'].includes(column))
  if (needed.length > 0)
    return `The file has no column ${needed.map((one) => `“${one}”`).join(', ')}. Its first row has to hold the headings`
  if (rows.length === 0) return 'The file has a row of headings and no contacts'
  return rows.length > mostContacts
    ? `The file has ${rows.length.toLocaleString('en-GB')} rows. The most at once is ${mostContacts.toLocaleString('en-GB')}`
    : null
}

function recordsOf({ header, rows }: Table) {
  return rows.map(({ cells }) =>
    Object.fromEntries(header.map((cell, index) => [heading(cell), cells[index]])),
  )
}

/** What comes back in the form is read again from the start: it may have been changed on the way. */
async function add(c: PageContext, list: string, key: string) {
  const parsed = contactsSchema.safeParse(safeJson(list))
  if (!parsed.success)
    return contactsFilePage(c, {
      problems: [{ field: 'file', words: 'The list could not be read. Choose the file again' }],
    })
  const rows = parsed.data.map(({ email, telephone, ...rest }) => ({
    ...rest,
    email: email ?? '',
    telephone: telephone ?? '',
  }))
  const read = readContacts(rows, await contextOf(c))
  if (read.problems.length > 0) {
    return contactsFilePage(c, {
      problems: [{ field: 'file', words: 'The list has changed since it was shown. Choose the file again' }],
    })
  }
  const { db } = c.var.store
  const done = await once(db, { key, person: c.var.person?.id ?? '' }, () =>
    importContacts(db, read.contacts),
  )
  if (!done.done) return c.redirect(telling(paths.directory(), 'already-done'), 303)
  return c.redirect(
    telling(paths.directory(), 'contacts-imported', done.result.added + done.result.changed),
    303,
  )
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
