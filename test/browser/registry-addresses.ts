/** The pages of the registry: in public, to explore, to publish, snapshots with and without accepted terms, downloads. */

import { termsVersion } from '#core/registry/access/terms.ts'
import { acceptTerms } from '#store/registry/access.ts'
import { registeredSnapshot } from '#test/registry/snapshot.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

const treatments = 1500

export async function registryVisits(site: TestSite, visit: Add): Promise<void> {
  const { db } = site.store
  const snapshot = await registeredSnapshot(db, site.config.dataFolder, treatments)
  const accepted = await site.personAs('researcher')
  await acceptTerms(db, accepted.id, termsVersion)
  const researcher: Viewer = { name: 'researcher', cookie: accepted.cookie }
  const newcomer: Viewer = { name: 'researcher', cookie: await site.signInAs('researcher') }
  const administrator: Viewer = { name: 'administrator', cookie: await site.signInAs('administrator') }
  const commissioner: Viewer = { name: 'commissioner', cookie: await site.signInAs('commissioner') }

  visit('/registry', paths.registry())
  visit('/registry', paths.registry(), researcher)
  visit('/registry/dictionary', paths.registryDictionary())
  visit('/registry/comparators', paths.registryComparators())
  const explore = (view: string, by = researcher) =>
    visit('/registry/explore', paths.registryExplore(view), by)
  explore('')
  explore('', commissioner)
  explore('sex=female&add=tumourSite')
  explore('nation=Scotland&add=region')
  explore('startedOn=2018..2021&known=bestResponse&add=startedOn&show=survival&by=intent')
  explore('show=incidence&endpoint=own')
  explore('show=proportion&endpoint=own&unit=tumour&outcome=techniqueEfficacy&add=age')
  explore('show=forest')
  explore('show=funnel&columns=')
  explore('show=waterfall')
  explore('age=80..60&colour=blue&organisation=RA1&show=pie')
  visit('/registry/explore/publish', paths.registryPublish('show=survival'), researcher)
  visit('/registry/snapshots', paths.registrySnapshots(), researcher)
  visit('/registry/snapshots', paths.registrySnapshots(), administrator)
  const one = '/registry/snapshots/:snapshot{[0-9a-f]{16}}'
  visit(one, paths.registrySnapshot(snapshot), researcher)
  visit(one, paths.registrySnapshot(snapshot), newcomer)
  visit('/registry/terms', paths.registryTerms(snapshot), newcomer)
  visit('/registry/terms', paths.registryTerms(), researcher)
  await site.get(paths.registryDownload(snapshot, 'dictionary.csv'), researcher.cookie)
  visit('/registry/downloads', paths.registryDownloads(), administrator)
  visit('/registry/downloads', paths.registryDownloads({ person: accepted.id }), administrator)
  visit(null, paths.registryDownloads(), researcher, 403)
  visit(null, paths.registrySnapshot('0000000000000000'), researcher, 404)
}
