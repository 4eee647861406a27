/** Pages of patients, referrals and work lists: on people and a referral that are made for the visit. */

import { draftReferral, locationOf, pathway, patientAt, refer, someone } from '#test/referrals/setting.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer: Viewer, status?: number) => void

export async function referralVisits(site: TestSite, visit: Add): Promise<void> {
  const by = await someone(site, 'referrer', 'ZVA')
  const there = await someone(site, 'interventional-radiologist', 'ZVB')
  await pathway(site, 'ZVA', 'ZVB')
  const referrer: Viewer = { name: 'referrer', cookie: by.cookie }
  const radiologist: Viewer = { name: 'interventional-radiologist', cookie: there.cookie }
  await patientAt(site, there)
  const patient = await patientAt(site, by)
  const caseId = await refer(site, by, patient, 'ZVB')
  const draft = await draftReferral(site, by, await patientAt(site, by, { familyName: 'Abernathy' }), 'ZVB')
  const { rows } = await site.store.owner.query<{ id: string }>(
    'select id from referral_draft where case_id = $1',
    [caseId],
  )
  const search = locationOf(await site.post(paths.patients(), { name: 'Quackenbush' }, by.cookie))

  for (const viewer of [referrer, radiologist]) visit('/my-work', paths.myWork(), viewer)
  visit('/cases', paths.cases(), radiologist)
  for (const list of ['to-answer', 'today', 'on-ward']) visit('/cases', paths.cases({ list }), radiologist)
  visit('/cases', paths.cases({ list: 'no-such-list' }), radiologist, 404)
  visit('/patients', paths.patients(), referrer)
  visit('/patients', search, referrer)
  visit('/patients/new', paths.patientNew({ for: 'refer' }), referrer)
  const one = '/patients/:id{[0-9a-f-]{36}}'
  visit(one, paths.patient(patient), referrer)
  visit(`${one}/correct`, paths.patientPart(patient, 'correct'), referrer)
  visit(`${one}/registry`, paths.patientPart(patient, 'registry'), radiologist)
  visit(`${one}/merge`, paths.patientPart(patient, 'merge'), radiologist)
  visit('/refer', paths.refer(), referrer)
  const step = '/refer/:draft{[0-9a-f-]{36}}'
  for (const part of ['service', 'form', 'check'])
    visit(`${step}/${part}`, paths.referPart(draft, part), referrer)
  visit(`${step}/sent`, paths.referPart(rows[0]?.id ?? '', 'sent'), referrer)
  visit('/referrals', paths.referrals(), referrer)
  const referral = '/referrals/:case{[0-9a-f-]{36}}'
  for (const viewer of [referrer, radiologist]) visit(referral, paths.referral(caseId), viewer)
}
