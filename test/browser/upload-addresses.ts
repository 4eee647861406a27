/** Pages of past treatments that a service uploads, and those that a patient's link opens. */

import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { feedbackSite } from '#test/feedback/setting.ts'
import type { TestSite } from '#test/support/site.ts'
import { csv, row } from '#test/upload/rows.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

const code = 'ZSA'
const own = '/uploads/:code'
const file = `${own}/files/:upload{[0-9a-f-]{36}}`

/** What is not a page, and what a fetch of it answers. */
export const uploadFiles = {
  [`${own}/template.csv`]: { path: '/uploads/ZSA/template.csv', status: 302 },
  [`${own}/columns.csv`]: { path: '/uploads/ZSA/columns.csv', status: 302 },
  [`${file}/problems.csv`]: {
    path: '/uploads/ZSA/files/00000000-0000-7000-8000-000000000000/problems.csv',
    status: 302,
  },
  '/api/registry/v1/treatments.schema.json': { path: '/api/registry/v1/treatments.schema.json', status: 200 },
  '/api/registry/v1/uploads/:upload{[0-9a-f-]{36}}': {
    path: '/api/registry/v1/uploads/00000000-0000-7000-8000-000000000000',
    status: 401,
  },
} as const

export async function uploadVisits(site: TestSite, visit: Add): Promise<void> {
  const lead: Viewer = { name: 'io-lead', cookie: await site.signInAs('io-lead', code) }
  const reader: Viewer = {
    name: 'interventional-radiologist',
    cookie: await site.signInAs('interventional-radiologist', code),
  }
  const both = await site.personAs('io-lead', code)
  await site.signInAs('io-lead', 'ZSB')
  const membership = { person: both.id, role: 'io-lead' as const, organisation: 'ZSB' }
  await site.store.db.insertInto('membership').values(membership).execute()

  const wrong = [row(1, { lastSeenOn: '2001-01-01' }), row(2, { nhsNumber: '9434765918' })]
  const refused = await checked(site, lead, csv(wrong))
  const unread = await checked(
    site,
    lead,
    csv(
      [row(3)],
      row(3).map((_, index) => `Their column ${index}`),
    ),
  )
  const ready = await checked(site, lead, csv([row(4)]))
  const kept = await checked(site, lead, csv([row(5), row(6)]))
  await site.post(`${kept}/keep`, {}, lead.cookie)
  await settled(site, lead, kept)
  await site.post(paths.uploadsPart(code, 'keys'), { name: 'Radiology system', days: '365' }, lead.cookie)

  visit('/uploads', paths.uploads(), { name: 'io-lead of two', cookie: both.cookie })
  for (const viewer of [lead, reader]) visit(own, paths.uploadsOf(code), viewer)
  for (const address of [refused, unread, ready, kept]) visit(file, address, lead)
  visit(file, ready, reader)
  for (const part of ['keys', 'columns', 'treatments'] as const)
    visit(`${own}/${part}`, paths.uploadsPart(code, part), lead)
  visit(`${own}/treatments`, paths.uploadsPart(code, 'treatments', { key: 'none' }), lead)
  const list = await (await site.get(paths.uploadsPart(code, 'treatments'), lead.cookie)).text()
  const one = /href="(\/uploads\/ZSA\/treatments\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
  for (const viewer of [lead, reader]) visit(`${own}/treatments/:id{[0-9a-f-]{36}}`, one, viewer)
  visit('/api/registry/v1', paths.registryApi())
  await feedbackVisits(site, visit)
}

async function checked(site: TestSite, { cookie }: Viewer, text: string): Promise<string> {
  const form = new FormData()
  form.set('file', new File([text], 'past treatments.csv'))
  const sent = await fetch(new URL(paths.uploadsOf(code), site.baseUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.baseUrl, cookie },
    body: form,
  })
  assert.equal(sent.status, 303)
  const address = sent.headers.get('location') ?? ''
  await settled(site, { name: '', cookie }, address)
  return address
}

async function settled(site: TestSite, { cookie }: Viewer, address: string): Promise<void> {
  for (let wait = 0; wait < 300; wait++) {
    if (!(await (await site.get(address, cookie)).text()).includes('role="status"')) return
    await pause(100)
  }
  throw new Error(`${address} goes on and on`)
}

async function feedbackVisits(site: TestSite, visit: Add): Promise<void> {
  const setting = await feedbackSite(site)
  const own = '/feedback/:token{[A-Za-z0-9_-]+}'
  const revoked = await setting.token()
  const token = await setting.token()
  const ofCase = '/cases/:id{[0-9a-f-]{36}}/feedback'
  visit(ofCase, paths.caseFeedback(setting.caseId), {
    name: 'cancer-nurse-specialist',
    cookie: setting.nurse,
  })
  visit(own, paths.feedback(token))
  visit(`${own}/decline`, paths.feedback(token, 'decline'))
  await site.post(paths.feedback(token, 'check'), { experience: 'good', by: 'patient', 'score-0': '3' })
  visit(`${own}/check`, paths.feedback(token, 'check'))
  visit(own, paths.feedback(revoked), undefined, 410)
  visit(own, paths.feedback('none'), undefined, 404)

  const other = await feedbackSite(site)
  const answered = await other.token()
  await site.post(paths.feedback(answered, 'send'), { experience: 'good', by: 'patient', 'score-0': '3' })
  visit(own, paths.feedback(answered))
  visit('/cases/:id{[0-9a-f-]{36}}', paths.caseOf(other.caseId), {
    name: 'cancer-nurse-specialist',
    cookie: other.nurse,
  })
}
