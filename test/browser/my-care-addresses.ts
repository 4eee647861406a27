/** A patient's own page: its links on the case, the question for the date of birth, and a visit after radioembolisation. */

import assert from 'node:assert/strict'
import { makePatientLink, openPatientLink } from '#store/patient-page/link.ts'
import { noteQuestion } from '#store/patient-page/say.ts'
import { withinScope } from '#store/scope.ts'
import { caseSiteOn } from '#test/case-page/setting.ts'
import { radioembolisation } from '#test/case-page/stories.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

/** What is not a page, and what a fetch of it answers without a visit. */
export const myCareFiles = {
  '/my-care/radiation-card.pdf': { path: '/my-care/radiation-card.pdf', status: 303 },
  '/my-care/dates.ics': { path: '/my-care/dates.ics', status: 303 },
} as const

export async function myCareVisits(site: TestSite, visit: Add): Promise<void> {
  const { db } = site.store
  const { tell } = await caseSiteOn(site)
  const told = await tell(radioembolisation)
  const now = new Date()
  const given = { caseId: told.id, patient: told.patient, organisation: 'ZTREAT', leaflet: null }
  const link = await withinScope(db, 'whole', (whole) =>
    makePatientLink(whole, { ...given, madeBy: 'test' }, now),
  )
  const opened = await openPatientLink(db, { token: link.token, birthOn: '1951-04-12', now })
  assert.ok(opened)
  const question = { asks: 'May I hold my grandchild?', now, id: '01980000-0000-7000-8000-000000000001' }
  await noteQuestion(db, { ...given, id: link.id }, question)
  const patient: Viewer = { name: 'patient', cookie: `fp_my_care=${opened.secret}` }
  const radiologist: Viewer = {
    name: 'interventional-radiologist',
    cookie: await site.signInAs('interventional-radiologist', 'ZTREAT'),
  }
  visit('/p/:token', paths.patientLink(link.token))
  visit('/my-care', paths.myCare(), patient)
  visit('/my-care/question', paths.myCarePart('question'), patient)
  visit('/my-care/radiation-card', paths.myCarePart('radiation-card'), patient)
  visit('/my-care/closed', paths.myCareClosed())
  visit('/cases/:id{[0-9a-f-]{36}}/patient-page', paths.casePatientPage(told.id), radiologist)
}
