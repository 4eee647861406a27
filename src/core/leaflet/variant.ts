/**
 * A service's variant of the master's leaflet. Its local parts are its own; a clinical part may differ with a
 * reason, and then waits for a clinician's sign-off. When the master changes, what changed is laid beside what
 * the service has, part by part, to be accepted or kept.
 */

import { changesBetween, type PartChange } from './compare.ts'
import type { Reasons } from './kinds.ts'
import type { LeafletBody } from './leaflet.ts'
import { hasPart, takePart } from './part-edit.ts'
import { partsOf } from './parts.ts'

/** How a variant differs from the version of the master that it follows. */
export interface VariantDifference {
  readonly local: readonly PartChange[]
  /** Clinical parts, questions and the title. */
  readonly clinical: readonly PartChange[]
  /** Paths of clinical parts that differ without a reason. */
  readonly withoutReason: readonly string[]
}

/** What a service says otherwise than the master. */
export function differenceFrom(
  master: LeafletBody,
  variant: LeafletBody,
  reasons: Reasons,
): VariantDifference {
  const changes = changesBetween(master, variant)
  const clinical = changes.filter(({ kind }) => kind === 'clinical')
  return {
    local: changes.filter(({ kind }) => kind !== 'clinical'),
    clinical,
    withoutReason: clinical.map(({ path }) => path).filter((path) => !reasons[path]),
  }
}

/** One change of the master, and how the variant stands to it. */
export interface MasterChange extends PartChange {
  /** What the variant says there now; null: it has no such part. */
  readonly ours: string | null
  /**
   * `take`: the variant says what the master said before, so that the change can be taken as it is. `same`: it says
   * already what the master says now. `both`: it says something of its own, and somebody has to choose.
   */
  readonly standing: 'take' | 'same' | 'both'
}

/** What the master changed since the version that a variant follows, each beside what the variant says. */
export function masterChanges(
  before: LeafletBody,
  after: LeafletBody,
  variant: LeafletBody,
): readonly MasterChange[] {
  const ours = new Map(partsOf(variant).map(({ path, text }) => [path, text]))
  return changesBetween(before, after).map((change) => {
    const said = ours.get(change.path) ?? null
    const standing = said === change.after ? 'same' : said === change.before ? 'take' : 'both'
    return { ...change, ours: said, standing }
  })
}

/**
 * The variant after a merge: the master's words wherever they are taken, the service's own elsewhere.
 *
 * @param taken paths of the changes that are taken; those that stand as `same` need no answer
 */
export function mergedWith(
  before: LeafletBody,
  after: LeafletBody,
  variant: LeafletBody,
  taken: ReadonlySet<string>,
): LeafletBody {
  const kept = masterChanges(before, after, variant).filter(
    ({ path, standing }) => standing !== 'same' && !taken.has(path),
  )
  // The master as it is now is the ground: its order, its dates, its sources. The service's own words stand in it.
  const own = changesBetween(before, variant).map(({ path }) => path)
  const changedByMaster = new Set(changesBetween(before, after).map(({ path }) => path))
  const ours = [...own.filter((path) => !changedByMaster.has(path)), ...kept.map(({ path }) => path)]
  return ours.reduce(
    (leaflet, path) =>
      hasPart(variant, path) || hasPart(leaflet, path) ? takePart(leaflet, variant, path) : leaflet,
    after,
  )
}

/** Reasons that still belong to a difference; one whose part is the master's again has none. */
export function reasonsNeeded(master: LeafletBody, variant: LeafletBody, reasons: Reasons): Reasons {
  const differing = new Set(differenceFrom(master, variant, reasons).clinical.map(({ path }) => path))
  return Object.fromEntries(Object.entries(reasons).filter(([path]) => differing.has(path)))
}
