/** The network's pages: front page, register of referral pathways, referrals outside of it, gaps; by role. */

import { exampleInputs } from '#core/network/cost/inputs.ts'
import { CLOSED_EDITION, OPEN_EDITION } from '#demonstration/nation.ts'
import { hiddenIn } from '#test/service/pages.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer: Viewer, status?: number) => void

export function networkVisits(visit: Add, viewer: (key: string) => Viewer): void {
  for (const key of ['commissioner', 'io-lead']) {
    visit('/network', paths.network(), viewer(key))
    visit('/network/pathways', paths.networkPathways(), viewer(key))
    visit('/network/outside', paths.networkOutside(), viewer(key))
    visit('/network/gaps', paths.networkGaps(), viewer(key))
  }
  visit('/network/pathways', paths.networkPathways({ state: 'declared', page: '2' }), viewer('census-lead'))
  visit('/network/pathways', paths.networkPathways({ state: 'nowhere' }), viewer('commissioner'))
  visit('/network/pathways', paths.networkPathways({ state: 'planned' }), viewer('commissioner'))
  visit('/network/gaps', paths.networkGaps({ edition: OPEN_EDITION.id }), viewer('researcher'))
  for (const by of ['nations', 'regions', 'alliances'])
    visit('/network/gaps', paths.networkGaps({ procedure: 'lung-ablation', by }), viewer('commissioner'))
  visit(
    '/network/gaps',
    paths.networkGaps({ procedure: 'prostate-ablation', count: 'confirmed', edition: CLOSED_EDITION.id }),
    viewer('commissioner'),
  )
  for (const key of ['commissioner', 'io-lead']) {
    visit('/network/access', paths.networkAccess(), viewer(key))
    visit('/network/access', paths.networkAccess({ procedure: 'lung-ablation' }), viewer(key))
    visit('/network/access/catchment', paths.networkCatchment(), viewer(key))
    visit('/network/travel', paths.networkTravel(), viewer(key))
  }
  visit(
    '/network/access',
    paths.networkAccess({ procedure: 'liver-ablation', within: '90', districts: 'all' }),
    viewer('researcher'),
  )
  visit(
    '/network/access/district',
    paths.networkDistrict({ procedure: 'lung-ablation', district: 'Argyll and Bute', nation: 'Scotland' }),
    viewer('commissioner'),
  )
  visit(
    '/network/access/catchment',
    paths.networkCatchment({ procedure: 'lung-ablation', rate: '20', each: '30' }),
    viewer('commissioner'),
  )
  visit(null, paths.networkCatchment({ rate: 'many' }), viewer('commissioner'), 422)
  visit(
    null,
    paths.networkDistrict({ procedure: 'lung-ablation', district: 'Nowhere' }),
    viewer('commissioner'),
    404,
  )
  visit(null, paths.networkGaps({ edition: 'no-such-edition' }), viewer('commissioner'), 404)
  visit('/network', paths.network(), viewer('ward-nurse'), 403)
  demandVisits(visit, viewer)
}

/** Demand, its table, the cost model and reports. */
function demandVisits(visit: Add, viewer: (key: string) => Viewer): void {
  const commissioner = viewer('commissioner')
  visit('/network/demand', paths.networkDemand(), viewer('io-lead'))
  visit('/network/demand', paths.networkDemand({ procedure: 'lung-ablation', by: 'nation' }), commissioner)
  visit('/network/demand', paths.networkDemand({ by: 'district', nation: 'Scotland' }), commissioner)
  visit('/network/demand/table', paths.networkDemandTable(), viewer('researcher'))
  visit('/network/demand/table', paths.networkDemandTable(), commissioner)
  visit('/network/demand/table/history', paths.networkDemandTable('history'), commissioner)
  visit('/network/demand/table/new', paths.networkDemandTable('new'), commissioner)
  const share = { what: 'share', cancer: 'liver', procedure: 'liver-ablation' }
  visit('/network/demand/table/new', paths.networkDemandTable('new', share), commissioner)
  visit('/network/demand/table/upload', paths.networkDemandTable('upload'), commissioner)
  visit('/network/cost', paths.networkCost(), commissioner)
  const example = Object.fromEntries(
    Object.entries(exampleInputs()).map(([name, value]) => [name, String(value)]),
  )
  visit('/network/cost', paths.networkCost(example), viewer('io-lead'))
  visit(null, paths.networkCost({ ...example, newOnce: '-1' }), commissioner, 422)
  visit('/network/reports', paths.networkReports(), commissioner)
  visit('/network/reports/new', paths.networkReportNew(), commissioner)
  visit(
    '/network/reports/new',
    paths.networkReportNew('place=Wales&procedure=lung-ablation&part=access&part=demand'),
    commissioner,
  )
  visit(null, paths.networkReportNew('place=Wales'), commissioner, 422)
  visit('/reports', paths.reports(), nobody)
}

const nobody: Viewer = { name: 'nobody', cookie: '' }

/** Publishes one report of the demonstration, for its page and the form that withdraws it. */
export async function reportVisits(
  site: TestSite,
  visit: Add,
  viewer: (key: string) => Viewer,
): Promise<void> {
  const commissioner = viewer('commissioner')
  const draft = await site.get(
    paths.networkReportNew('place=Wales&procedure=lung-ablation'),
    commissioner.cookie,
  )
  const fields = hiddenIn((await draft.text()).replaceAll('&amp;', '&'))
  const sent = await site.post(paths.networkReportNew(), fields, commissioner.cookie)
  const id = (sent.headers.get('location') ?? '').split('/').at(-1) ?? ''
  visit('/reports/:report', paths.report(id), nobody)
  visit('/network/reports/:report/withdraw', paths.networkReportWithdraw(id), commissioner)
}

/** Files, to be saved; without a session they lead to the sign-in page. */
export const networkFiles = Object.fromEntries(
  ['pathways', 'outside', 'gaps', 'access', 'access/catchment', 'demand', 'demand/table/table'].map(
    (part) => [`/network/${part}.csv`, { path: `/network/${part}.csv`, status: 302 }],
  ),
)
