/** Who looks at the demonstration's pages, and what each needs there: links, drafts, an upload, a letter. */

import assert from 'node:assert/strict'
import { guessMapping } from '#core/census/import-mapping.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { OPEN_EDITION } from '#demonstration/nation.ts'
import { demonstrationPeople } from '#demonstration/staff.ts'
import { findPersonByEmail } from '#store/access/people.ts'
import { makeSession } from '#store/access/sessions.ts'
import { issueLinks, newToken } from '#store/census/link.ts'
import { stageImport } from '#store/census/room/staged-import.ts'
import { queueMail } from '#store/mail/message.ts'
import { cookiesAfter, type TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

/** Somebody who looks at pages: the value of their `Cookie` header; empty for who is not signed in. */
export interface Viewer {
  readonly name: string
  readonly cookie: string
}

/** The edition under way. */
export const open = OPEN_EDITION.id

export async function draft({ store }: TestSite, organisation: string, given: Answers): Promise<void> {
  const answers = JSON.stringify(given)
  await store.db
    .insertInto('census_draft')
    .values({ edition: open, organisation, wave: 'first', revision: 1, answers })
    .onConflict((conflict) => conflict.columns(['edition', 'organisation', 'wave']).doUpdateSet({ answers }))
    .execute()
}

export async function staff({ store, signIn }: TestSite): Promise<ReadonlyMap<string, Viewer>> {
  const viewers = new Map<string, Viewer>()
  for (const { key, email } of demonstrationPeople) {
    const person = await findPersonByEmail(store.db, email)
    assert.ok(person, email)
    const { token } = await makeSession(store.db, { person: person.id, userAgent: 'test', now: new Date() })
    viewers.set(key, { name: key, cookie: signIn.cookie.header(token) })
  }
  return viewers
}

export async function answeredIn({ store }: TestSite, edition: string, provision?: string) {
  let query = store.db.selectFrom('census_response').select('organisation').where('edition', '=', edition)
  if (provision) query = query.where('provision', '=', provision)
  return (await query.orderBy('organisation').execute()).map(({ organisation }) => organisation)
}

export async function organisationWith(site: TestSite, provision: string): Promise<string> {
  const [code] = await answeredIn(site, open, provision)
  assert.ok(code, provision)
  return code
}

export async function silentOrganisations({ store }: TestSite): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('census_member as member')
    .select('member.organisation')
    .where('member.edition', '=', open)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('census_response as response')
            .select('response.organisation')
            .whereRef('response.organisation', '=', 'member.organisation')
            .where('response.edition', '=', open),
        ),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('census_contact as contact')
          .select('contact.id')
          .whereRef('contact.organisation', '=', 'member.organisation')
          .where('contact.telephone', 'is not', null),
      ),
    )
    .orderBy('member.organisation')
    .execute()
  return rows.map(({ organisation }) => organisation)
}

/** A link of a contact that is made for it, so that no other link is in its way. */
export async function link(
  { store }: TestSite,
  organisation: string,
  given: { readonly edition?: string; readonly wave?: 'first' | 'follow-up'; readonly expiresAt?: Date } = {},
) {
  const { edition = open, wave = 'first', expiresAt = new Date(Date.now() + 86_400_000) } = given
  const id = crypto.randomUUID()
  const email = `${id}@people.fictional.example`
  const contact = {
    id,
    organisation,
    name: 'Dr A. Fictional',
    role: 'head-of-department',
    email,
    telephone: null,
  }
  await store.db.insertInto('census_contact').values(contact).execute()
  const [made] = await issueLinks(store.db, { edition, wave, contacts: [{ id, organisation }], expiresAt })
  assert.ok(made)
  return { id: made.id, token: await newToken(store.db, made.id) }
}

export async function respondent(
  site: TestSite,
  organisation: string,
  wave: 'first' | 'follow-up' = 'first',
): Promise<Viewer> {
  const { token } = await link(site, organisation, { wave })
  const opened = await site.get(paths.answerWithToken(token))
  assert.equal(opened.status, 303)
  return { name: `respondent of ${organisation}, ${wave}`, cookie: cookiesAfter(opened) }
}

/** A file of two rows, one of them bad, that the lead has just uploaded. */
export async function upload(site: TestSite, code: string): Promise<string> {
  const lead = await findPersonByEmail(site.store.db, demonstrationPeople[0]?.email ?? '')
  const header = ['organisation', 'ioOffered']
  const rows = [
    { line: 2, cells: [code, 'no'] },
    { line: 3, cells: ['NOT-ONE', 'perhaps'] },
  ]
  const given = {
    edition: open,
    person: lead?.id ?? '',
    fileName: 'answers.csv',
    table: { header, rows },
    note: null,
    mapping: guessMapping(ioCensus2, header),
  }
  return stageImport(site.store.db, given, new Date())
}

export async function letter({ store }: TestSite, organisation: string): Promise<string> {
  const recipient = 'someone@people.fictional.example'
  const message = { purpose: 'invitation', recipient, edition: open, organisation } as const
  await store.db.transaction().execute((tx) => queueMail(tx, [message], new Date()))
  const kept = await store.db
    .selectFrom('mail_message')
    .select('id')
    .where('recipient', '=', recipient)
    .executeTakeFirstOrThrow()
  const [subject, text] = ['A letter', 'Its text.']
  const html = '<p>Its text.</p>'
  await store.db.insertInto('mail_kept').values({ message: kept.id, subject, text, html }).execute()
  return kept.id
}
