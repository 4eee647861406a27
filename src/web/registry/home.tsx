/** Answers /registry: completeness of the latest snapshot, and the figures that stand. */

import { publishedFigures } from '#store/registry/figure.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { latestSnapshot } from '#store/snapshot/latest.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { registryFacts } from './facts.ts'
import { RegistryPage } from './registry-page.tsx'

export async function home(c: PageContext) {
  const { db } = c.var.store
  const [snapshot, figures] = await Promise.all([
    latestSnapshot(db, c.var.config).catch(damagedIsNone),
    publishedFigures(db),
  ])
  const facts = snapshot && (await registryFacts(snapshot))
  const standing = figures
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, ...figure }) => ({ ...figure, href: paths.registryFigure(id) }))
  return show(c, <RegistryPage c={c} facts={facts} figures={standing} />)
}

/** A damaged snapshot is never read; its own page says what is damaged. */
function damagedIsNone(error: unknown): null {
  if (error instanceof SnapshotError) return null
  throw error
}
