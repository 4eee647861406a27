/** A site with six organisations and their contacts, and people of each role: what the room's tests begin with. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Organisation } from '#core/catalogue/organisations.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { saveOrganisations } from '#store/catalogue/organisations.ts'
import { addContact } from '#store/census/contact.ts'
import { draftOf, saveAnswer } from '#store/census/draft.ts'
import { sendAnswers } from '#store/census/response.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

export const codes = ['RA1', 'RA2', 'RA3', 'RA4', 'RA5', 'RA6'] as const
export const edition = 'test-census-2026'

const places = [
  ['England', 'London'],
  ['England', 'Midlands'],
  ['England', 'North West'],
  ['Scotland', 'West of Scotland'],
  ['Wales', 'North Wales'],
  ['Northern Ireland', 'Northern Ireland'],
] as const

export const organisations: readonly Organisation[] = codes.map((code, index) => ({
  code,
  name: `Hospitals ${code}`,
  nation: places[index]?.[0] ?? 'England',
  region: places[index]?.[1] ?? 'London',
  latitude: 51 + index / 10,
  longitude: -1,
  mainSite: `Main site of ${code}`,
  openedOn: null,
  closedOn: null,
  successor: null,
  fictional: false,
  source: 'made for a test',
}))

export interface Room extends TestSite {
  readonly lead: string
  /** The page's text at an address, as the lead sees it. */
  readonly page: (path: string, cookie?: string) => Promise<string>
}

/** RA6 has no contact: nobody there can be written to. */
export async function roomSite(): Promise<Room> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'fourth-pillar-room-'))
  after(() => rmSync(dataFolder, { recursive: true, force: true }))
  const site = await testSite({ config: { dataFolder } })
  await saveOrganisations(site.store.db, organisations)
  for (const code of codes.slice(0, 5)) {
    const name = `Contact of ${code}`
    const details = {
      name,
      role: 'head-of-department',
      email: `${code.toLowerCase()}@example.org`,
      telephone: '01632 960000',
    }
    await addContact(site.store.db, code, details)
  }
  const lead = await site.signInAs('census-lead')
  const page = async (path: string, cookie = lead) => (await site.get(path, cookie)).text()
  return { ...site, lead, page }
}

export const newEdition = {
  title: 'Test census 2026',
  'censusOn-day': '22',
  'censusOn-month': '11',
  'censusOn-year': '2026',
  questionnaire: 'io-census/2',
  telephoneAfterDays: '14',
}

export async function openEdition(site: Room): Promise<void> {
  await site.post('/census/new', newEdition, site.lead)
  await site.post(`/census/${edition}/open`, {}, site.lead)
}

export const supportiveOnly: Answers = {
  ioOffered: 'yes',
  kinds: 'supportive-only',
  supportiveProcedures: ['nephrostomy'],
  collaboration: ['no-collaboration'],
  clinic: 'no',
  beds: 'no',
  barriers: ['funding'],
  irDepartment: 'yes',
  ioLead: 'no',
  cover: 'working-hours',
  respondentRole: 'head-of-department',
}

/** Answers for an organisation as a respondent would. */
export async function answerFor(
  site: Room,
  organisation: string,
  answers: Answers = supportiveOnly,
): Promise<void> {
  const { db } = site.store
  const place = { edition, organisation, wave: 'first' as const }
  const now = new Date()
  for (const [question, answer] of Object.entries(answers)) {
    const { revision } = await draftOf(db, place)
    await saveAnswer(db, place, { question, answer, seen: revision, by: 'a-device' }, now)
  }
  const { revision } = await draftOf(db, place)
  const given = {
    author: 'contact:0199a1b2-0000-7000-8000-000000000001',
    role: 'respondent',
    channel: 'web' as const,
    seen: { draft: revision, entry: null },
    context: { organisations: new Set<string>(codes), own: organisation },
  }
  const sent = await sendAnswers(db, place, ioCensus2, given, now)
  if (sent.outcome !== 'sent') throw new Error(`the answers were not sent: ${JSON.stringify(sent)}`)
}

/** The key that a page gives its form whose action ends like this. */
export function keyOf(html: string, action: string): string {
  const form = html.slice(html.indexOf(`action="${action}"`))
  return /name="once" value="([^"]+)"/.exec(form)?.[1] ?? ''
}
