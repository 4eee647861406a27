/** A service's own pages: of one that said something of each sort, and of one that said nothing. */

import { pdf } from '#test/service/files.ts'
import { dayIn, fillIn, protocolFields } from '#test/service/pages.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer: Viewer, status?: number) => void

const sirt = { 'procedures.8.procedure': 'selective-internal-radiation-therapy' }

export async function serviceVisits(site: TestSite, visit: Add): Promise<void> {
  const lead: Viewer = { name: 'io-lead', cookie: await site.signInAs('io-lead', 'ZSA') }
  const nurse: Viewer = { name: 'ward-nurse', cookie: await site.signInAs('ward-nurse', 'ZSA') }
  const other: Viewer = {
    name: 'department-manager',
    cookie: await site.signInAs('department-manager', 'ZSB'),
  }
  const both = await site.personAs('io-lead', 'ZSA')
  await site.store.db
    .insertInto('membership')
    .values({ person: both.id, role: 'io-lead', organisation: 'ZSB' })
    .execute()

  const add = (kind: string, fields: Readonly<Record<string, string>>) =>
    fillIn(site, paths.myServiceNew('ZSA', kind), lead.cookie, fields)
  const first = (address: string) => address.split('/')[4]?.split('?')[0] ?? ''
  await add('protocol', protocolFields('On the ward', dayIn('reviewDue', '2026-01-01')))
  const licence = first(
    await add('licence', {
      holder: 'employer',
      number: 'E-1',
      ...sirt,
      ...dayIn('expires', '2029-01-31'),
      ...dayIn('occurredAt', '2024-02-01'),
    }),
  )
  await fillIn(site, paths.myServiceEntry('ZSA', licence, 'correct'), lead.cookie, {
    holder: 'employer',
    number: 'E-2',
    ...sirt,
    ...dayIn('expires', '2029-01-31'),
    ...dayIn('occurredAt', '2024-02-01'),
  })
  const pathway = first(
    await add('referral-pathway', {
      to: 'ZSB',
      ...sirt,
      through: 'Hepatobiliary MDT',
      ...dayIn('reviewDue', '2029-01-10'),
      ...dayIn('occurredAt', '2025-01-10'),
    }),
  )
  await fillIn(site, paths.myServiceEntry('ZSA', pathway, 'review'), lead.cookie, {
    outcome: 'kept',
    ...dayIn('reviewDue', '2029-01-10'),
    ...dayIn('occurredAt', '2025-06-10'),
  })
  await document(site, paths.myServiceEntry('ZSA', licence, 'documents'), lead.cookie)

  const own = '/my-service/:code'
  const register = `${own}/:kind`
  const entry = `${own}/entries/:entry{[0-9a-f-]{36}}`
  visit('/my-service', paths.myService(), { name: 'io-lead of two', cookie: both.cookie })
  for (const viewer of [lead, nurse]) visit(own, paths.myServiceOf('ZSA'), viewer)
  visit(own, paths.myServiceOf('ZSB'), other)
  visit(own, paths.myServiceOf('ZSA'), other, 403)
  for (const kind of ['protocol', 'licence', 'teaching'])
    visit(register, paths.myServiceRegister('ZSA', kind), lead)
  for (const kind of [
    'protocol',
    'competence',
    'licence',
    'mdt-membership',
    'attestation',
    'microsphere-supply',
  ])
    visit(`${register}/new`, paths.myServiceNew('ZSA', kind, { procedure: 'liver-ablation' }), lead)
  for (const id of [licence, pathway]) visit(entry, paths.myServiceEntry('ZSA', id), lead)
  visit(entry, paths.myServiceEntry('ZSA', licence), nurse)
  visit(`${entry}/correct`, paths.myServiceEntry('ZSA', licence, 'correct'), lead)
  visit(`${entry}/end`, paths.myServiceEntry('ZSA', licence, 'end'), lead)
  visit(`${entry}/review`, paths.myServiceEntry('ZSA', pathway, 'review'), lead)
  for (const [code, viewer] of [
    ['ZSA', lead],
    ['ZSB', other],
  ] as const)
    visit(`${own}/asked`, paths.myServiceAsked(code), viewer)
  visit(`${own}/asked/:from/:pathway{[0-9a-f-]{36}}`, paths.myServiceAsked('ZSB', 'ZSA', pathway), other)
  visit('/services/:code', paths.service('ZSA'), other)
}

async function document(site: TestSite, address: string, cookie: string): Promise<void> {
  const form = new FormData()
  form.set('title', 'The licence')
  form.set('file', new File([new Uint8Array(pdf())], 'licence.pdf'))
  const sent = await fetch(new URL(address, site.baseUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.baseUrl, cookie },
    body: form,
  })
  await sent.body?.cancel()
}
