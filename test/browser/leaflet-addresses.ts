/** The public leaflets in each of their forms, a withdrawn version, the glossary; and their files. */

import { versionsOf } from '#store/leaflet/read.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

const one = '/leaflets/:procedure'

/** Files; of a procedure and of a version that there are not. */
export const leafletFiles = {
  '/leaflets/:procedure{[a-z0-9-]+[.]pdf}': { path: '/leaflets/no-such-procedure.pdf', status: 404 },
  '/leaflets/:procedure/easy-read.pdf': {
    path: '/leaflets/no-such-procedure/easy-read.pdf',
    status: 404,
  },
  '/leaflets/:procedure/versions/:entry{[0-9a-f-]{36}[.]pdf}': {
    path: '/leaflets/nephrostomy/versions/00000000-0000-7000-8000-000000000000.pdf',
    status: 404,
  },
}

export async function leafletVisits(site: TestSite, visit: Add): Promise<void> {
  const { db } = site.store
  await enterShippedLeaflets(db, new Date('2026-11-20T09:00:00Z'))
  visit('/leaflets', paths.leaflets())
  visit('/leaflets', paths.leaflets({ by: 'condition' }))
  visit('/leaflets', paths.leaflets({ q: 'liver' }))
  visit('/leaflets', paths.leaflets({ q: 'no such word' }))
  for (const procedure of [
    'image-guided-biopsy',
    'selective-internal-radiation-therapy',
    'prostate-ablation',
  ])
    visit(one, paths.leaflet(procedure))
  visit(one, paths.leaflet('image-guided-biopsy', { print: 'large' }))
  visit(`${one}/easy-read`, paths.leafletEasyRead('transarterial-chemoembolisation'))
  const key = { procedure: 'nephrostomy', language: 'en', organisation: null } as const
  for (const { entry, publishedAt } of await versionsOf(db, key))
    if (publishedAt)
      visit(`${one}/versions/:entry{[0-9a-f-]{36}}`, paths.leafletVersion('nephrostomy', entry))
  visit('/glossary', paths.glossary())
  visit(null, paths.leaflet('no-such-procedure'), undefined, 404)
  visit(null, paths.leaflet('nephrostomy', { language: 'cy' }), undefined, 404)
}
