/** Where every page is: for each declared GET route, addresses with real values of a seeded site. */

import assert from 'node:assert/strict'
import { hashPassword } from 'better-auth/crypto'
import { type Answers, type Questionnaire, visibleQuestions } from '#core/census/questionnaire.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { CLOSED_EDITION, OPEN_EDITION } from '#demonstration/nation.ts'
import { demonstrationPeople } from '#demonstration/staff.ts'
import { makeJoinLink, spendJoinLink } from '#store/access/links.ts'
import { findPersonByEmail } from '#store/access/people.ts'
import { addPerson } from '#store/access/roles.ts'
import { revokeLink } from '#store/census/link.ts'
import { cookiesAfter, type TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { caseVisits } from './case-addresses.ts'
import { figureVisits } from './figure-addresses.ts'
import { findVisits, networkApiFiles } from './find-addresses.ts'
import { leafletFiles, leafletVisits } from './leaflet-addresses.ts'
import { leafletEditorVisits } from './leaflet-editor-addresses.ts'
import { lookVisits } from './look-addresses.ts'
import { meetingVisits } from './meeting-addresses.ts'
import { myCareFiles, myCareVisits } from './my-care-addresses.ts'
import { networkFiles, networkVisits, reportVisits } from './network-addresses.ts'
import { plainVisits } from './plain-addresses.ts'
import { proposalVisits } from './proposal-addresses.ts'
import { qualityVisits } from './quality-addresses.ts'
import { referralVisits } from './referral-addresses.ts'
import { registryVisits } from './registry-addresses.ts'
import { serviceVisits } from './service-addresses.ts'
import { standardsVisits } from './standards-addresses.ts'
import { storyVisits } from './story-addresses.ts'
import { uploadFiles, uploadVisits } from './upload-addresses.ts'
import {
  answeredIn,
  draft,
  letter,
  link,
  open,
  organisationWith,
  respondent,
  silentOrganisations,
  staff,
  upload,
  type Viewer,
} from './viewers.ts'

export interface Visit {
  /** The declared path that the address belongs to; null for a page that says no. */
  readonly route: string | null
  readonly path: string
  readonly viewer: Viewer
  /** 200, but for pages that say no. */
  readonly status: number
}

/** What is not a page, and what a fetch of it answers. */
export const notPages: Readonly<Record<string, { readonly path: string; readonly status: number }>> = {
  '/assets/:file{[A-Za-z0-9._-]+}': { path: '/assets/mark.svg', status: 200 },
  '/favicon.ico': { path: '/favicon.ico', status: 301 },
  '/robots.txt': { path: '/robots.txt', status: 200 },
  '/health': { path: '/health', status: 200 },
  '/live/:edition': { path: paths.censusLive(OPEN_EDITION.id), status: 200 },
  '/api/auth/passkey/generate-authenticate-options': {
    path: '/api/auth/passkey/generate-authenticate-options',
    status: 200,
  },
  // Without a session it leads to the sign-in page.
  '/api/auth/passkey/generate-register-options': {
    path: '/api/auth/passkey/generate-register-options',
    status: 302,
  },
  '/registry/dictionary.csv': { path: '/registry/dictionary.csv', status: 200 },
  // A file, or what an open page asks; without a session it leads to the sign-in page.
  '/registry/explore/count': { path: '/registry/explore/count', status: 302 },
  '/registry/explore/figure.json': { path: '/registry/explore/figure.json', status: 302 },
  '/registry/snapshots/:snapshot{[0-9a-f]{16}}/files/:file': {
    path: '/registry/snapshots/0000000000000000/files/snapshot.tar',
    status: 302,
  },
  // A file, to be saved; without a session it leads to the sign-in page.
  ...myCareFiles,
  '/standards/:standard/:code/figures.csv': { path: '/standards/rcr-2013/ZTEST/figures.csv', status: 302 },
  '/logbook.csv': { path: '/logbook.csv', status: 302 },
  '/benchmark/:code/figure.csv': { path: '/benchmark/ZTEST/figure.csv', status: 302 },
  '/my-service/:code/entries/:entry{[0-9a-f-]{36}}/file': {
    path: '/my-service/ZTEST/entries/00000000-0000-7000-8000-000000000000/file',
    status: 302,
  },
  ...Object.fromEntries(
    [
      '/cases/:id{[0-9a-f-]{36}}/letter.pdf',
      '/cases/:id{[0-9a-f-]{36}}/radiation-card.pdf',
      '/cases/:id{[0-9a-f-]{36}}/attachments/:entry{[0-9a-f-]{36}}',
      '/cases/:id{[0-9a-f-]{36}}/position',
      '/meetings/:id{[0-9a-f-]{36}[.]ics}',
      '/meetings/teams/:id{[0-9a-f-]{36}[.]ics}',
      '/meetings/:id{[0-9a-f-]{36}}/live',
      '/meetings/:id{[0-9a-f-]{36}}/letters/:item{[0-9a-f-]{36}[.]pdf}',
    ].map((route) => [route, { path: withIds(route), status: 302 }]),
  ),
  ...uploadFiles,
  ...networkApiFiles,
  ...networkFiles,
  ...leafletFiles,
  // Without a provider there are none such; test/access/open-id.test.ts walks them with one.
  '/sign-in/openid': { path: '/sign-in/openid', status: 404 },
  '/api/auth/callback/openid': { path: '/api/auth/callback/openid', status: 404 },
}

/** A declared path with an id for each of its parameters. */
function withIds(route: string): string {
  return route.replace(/:\w+\{\[0-9a-f-\]\{36\}(?:\[\.\](\w+))?\}/g, (_, ending?: string) => {
    const id = '00000000-0000-7000-8000-000000000000'
    return ending ? `${id}.${ending}` : id
  })
}

const closed = CLOSED_EDITION.id
const nobody: Viewer = { name: 'nobody', cookie: '' }

/** Everything to look at on a demonstration that is seeded. */
export async function demonstrationVisits(site: TestSite): Promise<readonly Visit[]> {
  const viewers = await staff(site)
  const viewer = (key: string): Viewer => {
    const found = viewers.get(key)
    assert.ok(found, key)
    return found
  }
  const visits: Visit[] = []
  const visit = (route: string | null, path: string, by: Viewer = nobody, status = 200) =>
    void visits.push({ route, path, viewer: by, status })
  const answered = await organisationWith(site, 'both')
  const supportive = await organisationWith(site, 'supportive-only')
  const silent = await silentOrganisations(site)
  const [fresh = '', other = '', ringing = ''] = silent
  publicVisits(visit, answered)
  visit('/services/:code', paths.service(answered), viewer('io-lead'))
  visit('/map', paths.map({ edition: open, pathways: 'on' }), viewer('census-lead'))
  await accountVisits(site, visit, viewer, viewers)
  await roomVisits(site, visit, viewer, { answered, supportive, fresh, ringing })
  await caseVisits(site, visit)
  await meetingVisits(site, visit)
  await referralVisits(site, visit)
  await lookVisits(site, visit)
  await serviceVisits(site, visit)
  networkVisits(visit, viewer)
  await reportVisits(site, visit, viewer)
  await proposalVisits(site, visit, viewer)
  await uploadVisits(site, visit)
  await standardsVisits(site, visit)
  await figureVisits(site, visit)
  await leafletEditorVisits(site, visit)
  await myCareVisits(site, visit)
  await storyVisits(site, visit)
  plainVisits(visit)
  await leafletVisits(site, visit)
  await qualityVisits(site, visit)
  await registryVisits(site, visit)
  await answerVisits(site, visit, { fresh, answered, supportive, other })
  visit(null, '/no-such-page', nobody, 404)
  visit(null, '/no-such-page', viewer('researcher'), 404)
  visit(null, paths.people(), viewer('researcher'), 403)
  return visits
}

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

function publicVisits(visit: Add, code: string): void {
  visit('/', paths.home())
  visit('/map', paths.map())
  visit('/map', paths.map({ edition: open, procedure: 'liver-ablation', place: 'M13', pathways: 'on' }))
  visit('/services', paths.services())
  findVisits(visit)
  visit('/services/:code', paths.service(code))
  visit('/figures', paths.figures())
  visit('/figures/:edition', paths.figures(open))
  for (const figure of ['figure-1', 'figure-2', 'figure-3', 'figure-4', 'figure-5', 'table-1', 'table-2'])
    visit('/figures/:edition/:figure', paths.figure(closed, figure))
  visit('/figures/:edition/:figure', paths.figure(open, 'table-1'))
  visit('/about', paths.about())
  visit('/accessibility', paths.accessibility())
  visit('/privacy', paths.privacy())
  visit('/treatments', paths.treatments())
  visit('/treatments/:procedure', paths.treatment('liver-ablation'))
  visit('/questionnaires/:edition', paths.questionnaire(open))
  visit('/sign-in', paths.signIn())
  visit('/sign-in/code', paths.signInCode())
  visit('/sign-in/code', paths.signInCode(undefined, 'backup'))
  visit('/enter-as', paths.enterAs())
}

async function accountVisits(
  site: TestSite,
  visit: Add,
  viewer: (key: string) => Viewer,
  viewers: ReadonlyMap<string, Viewer>,
): Promise<void> {
  const { db } = site.store
  for (const each of viewers.values()) visit('/my-work', paths.myWork(), each)
  const admin = viewer('administrator')
  visit('/account', paths.account(), admin)
  visit('/people', paths.people(), admin)
  visit('/people/new', paths.personNew(), admin)
  const person = await findPersonByEmail(db, demonstrationPeople[0]?.email ?? '')
  assert.ok(person)
  visit('/people/:id{[0-9a-z-]{4,80}}', paths.personOf(person.id), admin)
  visit('/people/:id{[0-9a-z-]{4,80}}/remove-access', paths.personPart(person.id, 'remove-access'), admin)
  visit('/integrity', paths.integrity(), admin)

  const membership = { role: 'researcher', organisation: null } as const
  const newcomer = { name: 'New Fictional', email: 'new@people.fictional.example', membership }
  const { person: id } = await addPerson(db, newcomer, 'test')
  const join = '/join/:token{[A-Za-z0-9_-]+}'
  const now = new Date()
  const password = 'four upright bars'
  const used = await makeJoinLink(db, id, 'test', now)
  await spendJoinLink(db, used, await hashPassword(password), now)
  visit(join, paths.joinAs(used), nobody, 410)
  const signedIn = cookiesAfter(await site.post(paths.signIn(), { email: newcomer.email, password }))
  await site.post(paths.accountPart('codes-start'), { password }, signedIn)
  visit('/account/codes', paths.accountPart('codes'), { name: 'newcomer', cookie: signedIn })

  const invited = { name: 'Next Fictional', email: 'next@people.fictional.example', membership }
  const { person: next } = await addPerson(db, invited, 'test')
  visit(join, paths.joinAs(await makeJoinLink(db, next, 'test', now)))
  visit('/set-up/:token{[A-Za-z0-9_-]+}', paths.setUp('none'), nobody, 404)
}

interface Organisations {
  readonly answered: string
  readonly supportive: string
  /** Has not answered. */
  readonly fresh: string
}

async function roomVisits(
  site: TestSite,
  visit: Add,
  viewer: (key: string) => Viewer,
  { answered, supportive, fresh, ringing }: Organisations & { readonly ringing: string },
): Promise<void> {
  const lead = viewer('census-lead')
  const ring = viewer('interviewer')
  visit('/census', paths.census(), lead)
  visit('/census/new', paths.censusNew(), lead)
  for (const edition of [open, closed]) {
    visit('/census/:edition', paths.censusRoom(edition), lead)
    for (const part of ['open', 'invite', 'remind', 'follow-up', 'close', 'reopen', 'import', 'export'])
      if (part !== 'export') visit(`/census/:edition/${part}`, paths.censusRoomPart(edition, part), lead)
    for (const part of ['organisations', 'tables', 'compare', 'telephone'])
      visit(`/census/:edition/${part}`, paths.censusRoomPart(edition, part), lead)
  }
  visit('/census/:edition/export', paths.censusRoomPart(open, 'export'), lead)
  visit('/census/:edition', paths.censusRoom(open), viewer('commissioner'))
  visit('/census/:edition/telephone', paths.censusRoomPart(open, 'telephone'), ring)
  const one = '/census/:edition/organisations/:code'
  for (const code of [answered, supportive, fresh]) visit(one, paths.censusOrganisation(open, code), lead)
  visit(one, paths.censusOrganisation(open, answered), viewer('researcher'))
  const [closedAnswer = ''] = await answeredIn(site, closed)
  visit(`${one}/correct`, paths.censusOrganisationPart(closed, closedAnswer, 'correct'), lead)
  const call = '/census/:edition/telephone/:code'
  visit(call, paths.censusCall(open, ringing), ring)
  visit(call, paths.censusCall(open, ringing), lead)
  visit('/census/:edition/import/:upload', paths.censusImport(open, await upload(site, fresh)), lead)
  visit('/census/:edition/compare/:other', paths.censusCompare(closed, open), lead)
  visit('/directory', paths.directory(), lead)
  visit('/directory/:code', paths.directoryOrganisation(answered), lead)
  visit('/directory/contacts/import', paths.directoryContactsImport(), lead)
  visit('/outbox', paths.outbox(), lead)
  visit('/outbox/:id{[0-9a-f-]{36}}', paths.outboxMessage(await letter(site, fresh)), lead)
}

/** A respondent's pages: begun by nobody, sent, with answers left out, asked to follow up; and dead links. */
async function answerVisits(
  site: TestSite,
  visit: Add,
  { fresh, answered, supportive, other }: Organisations & { readonly other: string },
): Promise<void> {
  const { db } = site.store
  const question = '/answer/question/:id'
  visit('/answer/link-needed', paths.answerLinkNeeded(), nobody, 403)

  const first = await respondent(site, fresh)
  visit('/answer', paths.answer(), first)
  visit(question, paths.answerQuestion('ioOffered'), first)
  visit('/answer/check', paths.answerCheck(), first)
  visit('/answer/later', paths.answerLater(), first)

  const sent = await respondent(site, answered)
  visit('/answer', paths.answer(), sent)
  const { answers } = await db
    .selectFrom('census_response')
    .select('answers')
    .where('edition', '=', open)
    .where('organisation', '=', answered)
    .executeTakeFirstOrThrow()
  for (const id of questionsOf(ioCensus2, answers as Answers)) visit(question, paths.answerQuestion(id), sent)
  visit('/answer/check', paths.answerCheck(), sent)
  visit('/answer/done', paths.answerDone(), sent)
  visit('/answer/done', `${paths.answerDone()}?sent=now`, sent)

  const changed = await respondent(site, other)
  const leaves = {
    ioOffered: 'no',
    kinds: 'both',
    supportiveProcedures: ['nephrostomy'],
    referralPathway: 'yes',
  }
  await draft(site, other, leaves)
  visit('/answer/left-out/:id', paths.answerLeftOut('ioOffered'), changed)
  for (const id of ['referralPathway', 'referralPathwayTo'])
    visit(question, paths.answerQuestion(id), changed)

  const [, , , planning = ''] = await silentOrganisations(site)
  const plan = { ioOffered: 'no', referralPathway: 'no' }
  await draft(site, planning, plan)
  const planner = await respondent(site, planning)
  for (const id of questionsOf(ioCensus2, plan)) visit(question, paths.answerQuestion(id), planner)

  const followUp = await respondent(site, supportive, 'follow-up')
  visit('/answer', paths.answer(), followUp)
  visit(question, paths.answerQuestion('diseaseModifyingPathway'), followUp)

  const token = '/answer/with/:token'
  const expired = await link(site, fresh, { expiresAt: new Date(Date.now() - 1000) })
  visit(token, paths.answerWithToken(expired.token), nobody, 410)
  const revoked = await link(site, fresh)
  await revokeLink(db, revoked.id, new Date())
  visit(token, paths.answerWithToken(revoked.token), nobody, 410)
  visit(token, paths.answerWithToken('unknown'), nobody, 404)
  const late = await link(site, answered, { edition: closed })
  visit(token, paths.answerWithToken(late.token), nobody, 410)
}

function questionsOf(questionnaire: Questionnaire, answers: Answers): readonly string[] {
  return visibleQuestions(questionnaire, answers, 'first').map(({ id }) => id)
}

/** The pages of an installation that has just started, with nothing in it but the directory. */
export async function realStartVisits(site: TestSite, setUp: string): Promise<readonly Visit[]> {
  const visits: Visit[] = []
  const visit = (route: string, path: string, viewer: Viewer = nobody, status = 200) =>
    void visits.push({ route, path, viewer, status })
  visit('/set-up/:token{[A-Za-z0-9_-]+}', setUp)
  visit('/', paths.home())
  visit('/map', paths.map())
  visit('/services', paths.services())
  visit('/services/:code', paths.service('R1H'))
  visit('/figures', paths.figures())
  visit('/sign-in', paths.signIn())
  visit('/sign-in/openid/refused', paths.signInOpenIdRefused(), nobody, 503)
  const lead = { name: 'lead', cookie: await site.signInAs('census-lead') }
  visit('/my-work', paths.myWork(), lead)
  visit('/census', paths.census(), lead)
  visit('/census/new', paths.censusNew(), lead)
  visit('/directory', paths.directory(), lead)
  visit('/outbox', paths.outbox(), lead)
  visit('/integrity', paths.integrity(), lead)
  return visits
}
