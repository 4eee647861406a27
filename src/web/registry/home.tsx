/** Answers /registry: completeness of the latest snapshot, and the figures that stand. */

import { publishedFigures } from '#store/registry/figure.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { latestSnapshot } from '#store/snapshot/latest.ts'
import type { Snapshot } from '#store/snapshot/open.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { registryFacts } from './facts.ts'
import { RegistryPage } from './registry-page.tsx'

export async function home(c: PageContext) {
  const { db } = c.var.store
  const [snapshot, figures] = await Promise.all([latestOrFault(c), publishedFigures(db)])
  const facts = typeof snapshot === 'string' || !snapshot ? snapshot : await registryFacts(snapshot)
  const standing = figures
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, ...figure }) => ({ ...figure, href: paths.registryFigure(id) }))
  return show(c, <RegistryPage c={c} facts={facts} figures={standing} />)
}

/** The latest snapshot; null before the first; what is wrong with it where its files are not what was signed. */
export async function latestOrFault(c: PageContext): Promise<Snapshot | string | null> {
  try {
    return await latestSnapshot(c.var.store.db, c.var.config)
  } catch (error) {
    if (error instanceof SnapshotError) return error.message
    throw error
  }
}
