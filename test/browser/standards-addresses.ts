/** The pages of standards: in public, of a service with a case, of one without, and for someone of two. */

import { aCase, addOrganisation, referralBody, say } from '#test/case/support.ts'
import { treatmentBody } from '#test/form/setting.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

export async function standardsVisits(site: TestSite, visit: Add): Promise<void> {
  const { db } = site.store
  for (const code of ['ZTA', 'ZTB']) await addOrganisation(db, code)
  const { id } = await aCase(db, { treating: 'ZTA' })
  await say(db, 'ZTA', id, 'referral', referralBody('ZTA'), new Date('2026-09-01T09:00:00Z'))
  await say(db, 'ZTA', id, 'treatment', treatmentBody, new Date('2026-10-13T08:10:00Z'))
  const lead: Viewer = { name: 'io-lead', cookie: await site.signInAs('io-lead', 'ZTA') }
  const other: Viewer = {
    name: 'department-manager',
    cookie: await site.signInAs('department-manager', 'ZTB'),
  }
  const both = await site.personAs('io-lead', 'ZTA')
  await db
    .insertInto('membership')
    .values({ person: both.id, role: 'io-lead', organisation: 'ZTB' })
    .execute()

  visit('/standards', paths.standards())
  visit('/standards', paths.standards(), lead)
  visit('/standards/:standard', paths.standard('rcr-2013'), { name: 'io-lead', cookie: both.cookie })
  visit('/standards/:standard/:code', paths.standard('rcr-2013', 'ZTA'), lead)
  visit('/standards/:standard/:code', paths.standard('rcr-2013', 'ZTB'), other)
  visit(null, paths.standard('rcr-2013', 'ZTB'), lead, 403)
  const clause = (number: string, verdict?: string) =>
    paths.standardClause('rcr-2013', 'ZTA', number, { verdict })
  for (const address of [clause('3.4', 'not-met'), clause('6.5-efficacy'), clause('7.1'), clause('6.3')]) {
    visit('/standards/:standard/:code/clauses/:clause', address, lead)
  }
}
