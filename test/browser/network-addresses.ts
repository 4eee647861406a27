/** The network's pages: front page, register of referral pathways, referrals outside of it, gaps; by role. */

import { CLOSED_EDITION, OPEN_EDITION } from '#demonstration/nation.ts'
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
}

/** Files, to be saved; without a session they lead to the sign-in page. */
export const networkFiles = Object.fromEntries(
  ['pathways', 'outside', 'gaps', 'access', 'access/catchment'].map((part) => [
    `/network/${part}.csv`,
    { path: `/network/${part}.csv`, status: 302 },
  ]),
)
