/** The pages of data quality: of a service with queries and a sample, of one without, and for someone of two. */

import { aCase, addOrganisation, referralBody, say } from '#test/case/support.ts'
import { treatmentBody } from '#test/form/setting.ts'
import { dayIn, fillIn } from '#test/service/pages.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

export async function qualityVisits(site: TestSite, visit: Add): Promise<void> {
  const { db } = site.store
  for (const code of ['ZQA', 'ZQB']) await addOrganisation(db, code)
  const { id } = await aCase(db, { treating: 'ZQA' })
  await say(db, 'ZQA', id, 'referral', referralBody('ZQA'), new Date('2026-01-05T09:00:00Z'))
  await say(db, 'ZQA', id, 'treatment', treatmentBody, new Date('2026-02-10T08:10:00Z'))
  const lead: Viewer = { name: 'io-lead', cookie: await site.signInAs('io-lead', 'ZQA') }
  const other: Viewer = {
    name: 'department-manager',
    cookie: await site.signInAs('department-manager', 'ZQB'),
  }
  const both = await site.personAs('io-lead', 'ZQA')
  await db
    .insertInto('membership')
    .values({ person: both.id, role: 'io-lead', organisation: 'ZQB' })
    .execute()
  visit('/quality', paths.quality(), { name: 'io-lead', cookie: both.cookie })
  visit('/quality/:code', paths.quality('ZQB'), other)
  visit(null, paths.quality('ZQB'), lead, 403)

  // The page folds the case, so that the sample finds it.
  await site.get(paths.quality('ZQA'), lead.cookie)
  const sample = await fillIn(site, paths.myServiceValidation('ZQA'), lead.cookie, {
    ...dayIn('from', '2026-01-01'),
    ...dayIn('to', '2026-06-30'),
    size: '5',
  })
  await fillIn(site, paths.myServiceNew('ZQA', 'activity-count'), lead.cookie, {
    source: 'ris',
    ...dayIn('from', '2026-01-01'),
    ...dayIn('to', '2026-06-30'),
    'counts.0.procedure': 'transarterial-chemoembolisation',
    'counts.0.count': '3',
    ...dayIn('occurredAt', '2026-07-01'),
  })
  visit('/quality/:code', paths.quality('ZQA'), lead)
  visit('/my-service/:code/validation', paths.myServiceValidation('ZQA'), lead)
  visit('/my-service/:code/validation', paths.myServiceValidation('ZQB'), other)
  visit('/my-service/:code/validation/:sample{[0-9a-f-]{36}}', sample, lead)
  visit('/my-service/:code/validation/:sample{[0-9a-f-]{36}}/:case{[0-9a-f-]{36}}', `${sample}/${id}`, lead)
  visit('/logbook', paths.logbook(), lead)
  visit('/benchmark', paths.benchmark(), { name: 'io-lead', cookie: both.cookie })
  visit('/benchmark/:code', paths.benchmark('ZQA'), lead)
  visit('/benchmark/:code', paths.benchmark('ZQA', { measure: 'mortality-90', adjust: 'case-mix' }), lead)
  visit(null, paths.cases({ list: 'data-query', rule: 'alive-at-90' }), lead)
}
