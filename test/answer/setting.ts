/** A small nation, an open edition and respondents, for the tests of answering. */

import assert from 'node:assert/strict'
import type { Wave } from '#core/census/questionnaire.ts'
import { CURRENT_QUESTIONNAIRE } from '#core/census/questionnaires/all.ts'
import { addContact } from '#store/census/contact.ts'
import { makeEdition, openEdition } from '#store/census/edition.ts'
import { issueLinks, newToken } from '#store/census/link.ts'
import type { Database } from '#store/open.ts'

export const edition = 'test-2026'
export const lead = { id: 'person:lead', role: 'census-lead' }
export const { id: questionnaireId, version: questionnaireVersion } = CURRENT_QUESTIONNAIRE

/** Organisations T01, T02 ..., in an edition that is open. */
export async function openCensus(
  db: Database,
  given: { readonly organisations?: number; readonly deadlineOn?: string; readonly now?: Date } = {},
): Promise<void> {
  const now = given.now ?? new Date()
  await addOrganisations(db, given.organisations ?? 12)
  const questionnaire = { id: questionnaireId, version: questionnaireVersion }
  const facts = {
    id: edition,
    title: 'Test census 2026',
    censusOn: '2026-11-01',
    questionnaire,
    fictional: true,
  }
  await makeEdition(db, { ...facts, deadlineOn: given.deadlineOn ?? null }, lead, now)
  const opened = await openEdition(db, { id: edition }, lead, now)
  if (opened.outcome !== 'done') throw new Error(opened.outcome)
}

export async function addOrganisations(db: Database, count: number): Promise<void> {
  const nations = ['England', 'Scotland', 'Wales', 'Northern Ireland'] as const
  const rows = Array.from({ length: count }, (_, index) => ({
    code: code(index + 1),
    name: `${names[index % names.length]} ${index < names.length ? '' : `${index} `}University Hospitals`,
    nation: nations[index % 4] ?? 'England',
    region: 'Somewhere',
    latitude: 52,
    longitude: -1,
    main_site: 'Main Hospital',
    opened_on: null,
    closed_on: null,
    successor: null,
    fictional: true,
    source: 'made for a test',
  }))
  await db.insertInto('organisation').values(rows).execute()
}

const names = ['Ashdown', 'Birchmoor', 'Caledon', 'Dunmere', 'Elmstead', 'Fernhill', 'Glenavon', 'Harrowby']

export function code(number: number): string {
  return `T${String(number).padStart(2, '0')}`
}

export interface Respondent {
  readonly contact: string
  readonly link: string
  readonly token: string
}

/** A contact of an organisation with a link, as the mail would hold it. */
export async function respondent(
  db: Database,
  organisation: string,
  given: {
    readonly role?: string
    readonly wave?: Wave
    readonly email?: string | null
    readonly expiresAt?: Date
  } = {},
): Promise<Respondent> {
  const { role = 'interventional-radiologist', wave = 'first' } = given
  const email = given.email === undefined ? `${role}.${organisation.toLowerCase()}@example.org` : given.email
  const details = { name: 'Dr A. Respondent', role, email, telephone: '020 7946 0000' }
  const added = await addContact(db, organisation, details)
  if (added.outcome !== 'saved') throw new Error(added.outcome)
  const [link] = await issueLinks(db, {
    edition,
    wave,
    contacts: [{ id: added.id, organisation }],
    expiresAt: given.expiresAt ?? new Date('2099-01-01'),
  })
  if (!link) throw new Error('no link was made')
  return { contact: added.id, link: link.id, token: await newToken(db, link.id) }
}

/** A whole first wave of a service that offers both kinds. */
export const bothAnswers: Readonly<Record<string, string | readonly string[]>> = {
  ioOffered: 'yes',
  kinds: 'both',
  supportiveProcedures: ['image-guided-biopsy', 'nephrostomy'],
  diseaseModifyingProcedures: ['transarterial-chemoembolisation'],
  collaboration: ['shared-mdt'],
  clinic: 'yes',
  beds: 'no',
  irDepartment: 'yes',
  ioLead: 'no',
  cover: 'working-hours',
  respondentRole: 'head-of-department',
}

/** Of one that offers supportive procedures only. */
export const supportiveAnswers: Readonly<Record<string, string | readonly string[]>> = {
  ...Object.fromEntries(Object.entries(bothAnswers).filter(([id]) => id !== 'diseaseModifyingProcedures')),
  kinds: 'supportive-only',
  barriers: ['staff'],
}

/** The page says this. Fails with the page's words, not with its markup. */
export function shows(page: Page, pattern: RegExp, why?: string): void {
  if (!pattern.test(page.html)) assert.fail(`${why ?? ''} ${pattern} is not on the page: ${wordsOf(page)}`)
}

/** The page does not say this. */
export function hides(page: Page, pattern: RegExp, why?: string): void {
  if (pattern.test(page.html)) assert.fail(`${why ?? ''} ${pattern} is on the page: ${wordsOf(page)}`)
}

function wordsOf({ html }: Page): string {
  const [, main = html] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? []
  return main
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 1000)
}

/** A browser without scripts: keeps cookies, follows redirects when told to, sends forms as pages do. */
export interface Browser {
  readonly get: (path: string) => Promise<Page>
  readonly post: (path: string, form: Form) => Promise<Page>
  /** Opens a link and follows it to the first page. */
  readonly open: (token: string) => Promise<Page>
  /** Answers a question from a fresh look at its page. */
  readonly answer: (question: string, answer: string | readonly string[]) => Promise<Page>
  /** Presses the button on the page that checks the answers. */
  readonly send: () => Promise<Page>
  readonly cookie: () => string
}

export interface Page {
  readonly status: number
  readonly location: string | null
  readonly html: string
  readonly headers: Headers
  /** The value of the page's field of this name, hidden or not. */
  readonly field: (name: string) => string
}

type Form = Readonly<Record<string, string | readonly string[]>>

export function browserOf(baseUrl: string, cookies = ''): Browser {
  const jar = new Map(
    cookies.split('; ').flatMap((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)] as const]
    }),
  )
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const request = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const headers = {
      cookie: cookie(),
      ...(init.method === 'POST' ? { origin: new URL(baseUrl).origin } : {}),
    }
    const response = await fetch(new URL(path, baseUrl), { ...init, headers, redirect: 'manual' })
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(header)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const html = await response.text()
    return {
      status: response.status,
      location: response.headers.get('location'),
      html,
      headers: response.headers,
      field: (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '',
    }
  }
  const get = (path: string) => request(path)
  const post = (path: string, form: Form) => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form)) {
      for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
    }
    return request(path, { method: 'POST', body })
  }
  return {
    get,
    post,
    async open(token) {
      const opened = await get(`/answer/with/${token}`)
      return opened.location ? get(opened.location) : opened
    },
    async answer(question, answer) {
      const page = await get(`/answer/question/${question}`)
      return post(`/answer/question/${question}`, { seen: page.field('seen'), answer })
    },
    async send() {
      const page = await get('/answer/check')
      return post('/answer/check', { draft: page.field('draft'), entry: page.field('entry') })
    },
    cookie,
  }
}

/** Answers the questions of a whole set in their order. */
export async function answerAll(
  browser: Browser,
  answers: Readonly<Record<string, string | readonly string[]>>,
): Promise<void> {
  for (const [question, answer] of Object.entries(answers)) {
    const page = await browser.answer(question, answer)
    if (page.status !== 303) throw new Error(`${question}: ${page.status} ${wordsOf(page)}`)
  }
}
