/** The baseline: which lesions are followed, their sum, and where the choice departs from the rule. */

import { isNode, isTarget, type Lesion, micrometres, organOf, type Scan } from './lesion.ts'
import type { Rules } from './rules.ts'

export interface Baseline {
  readonly id: string
  readonly on: string
  readonly targets: readonly Lesion[]
  readonly nonTargets: readonly Lesion[]
  /** In whole micrometres; null where a target was not measured or there is none. */
  readonly sum: number | null
  /** Where the choice of lesions departs from the rule: response is computed none the less, and this is said. */
  readonly departures: readonly string[]
  /** Why nothing can be computed from it; empty when it can. */
  readonly refusals: readonly string[]
}

/** Reads a baseline by a rule. */
export function baselineOf(scan: Scan, rules: Rules): Baseline {
  const targets = scan.lesions.filter(isTarget)
  const nonTargets = scan.lesions.filter((lesion) => lesion.kind === 'non-target')
  const sizes = targets.map(micrometres)
  const measured = sizes.every((size) => size !== null)
  return {
    id: scan.id,
    on: scan.on,
    targets,
    nonTargets,
    sum: targets.length > 0 && measured ? sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) : null,
    departures: [
      ...targets.flatMap((lesion) => immeasurable(lesion, scan, rules)),
      ...tooMany(targets, rules),
    ],
    refusals: refusalsOf(scan, targets, nonTargets),
  }
}

/** Two lesions under one key on one scan: nobody can say which of them is followed. */
export function twice(lesions: readonly Lesion[]): string[] {
  const keys = lesions.map(({ key }) => key)
  const doubled = new Set(keys.filter((key, index) => keys.indexOf(key) !== index))
  return [...doubled].map((key) => `Lesion ${key} is there twice on one scan`)
}

function refusalsOf(scan: Scan, targets: readonly Lesion[], nonTargets: readonly Lesion[]): string[] {
  const unmeasured = targets.filter((lesion) => micrometres(lesion) === null)
  return [
    ...twice(scan.lesions),
    ...scan.lesions
      .filter(({ kind }) => kind === 'new')
      .map(({ key }) => `Lesion ${key} cannot be new at the baseline`),
    ...unmeasured.map(({ key }) => `Target ${key} has no diameter at the baseline`),
    ...(targets.length + nonTargets.length === 0 ? ['The baseline has no lesion to follow'] : []),
  ]
}

function immeasurable(lesion: Lesion, scan: Scan, rules: Rules): string[] {
  const size = micrometres(lesion)
  const said: string[] = []
  const node = isNode(lesion)
  const slice = scan.sliceMm !== undefined && scan.sliceMm > 5 ? 2 * scan.sliceMm : 0
  const least = node ? rules.measurableNodeMm : Math.max(rules.measurableMm, slice)
  if (size !== null && size < least * 1000) {
    said.push(
      node
        ? `Target ${lesion.key} is a lymph node of less than ${least} mm in its short axis: ${size < rules.normalNodeMm * 1000 ? 'it is normal' : 'it is non-target disease'}`
        : `Target ${lesion.key} is smaller than ${least} mm: it is not measurable`,
    )
  }
  const portal = rules.measurablePortalNodeMm
  if (node && portal !== null && size !== null && size >= least * 1000 && size < portal * 1000) {
    said.push(
      `Target ${lesion.key} is a lymph node of less than ${portal} mm in its short axis: at the porta hepatis it is no target`,
    )
  }
  if (rules.treatedNeedsProgression && lesion.treatedBefore && !lesion.progressedSince) {
    said.push(
      `Target ${lesion.key} was treated before and has not grown since: it is normally not measurable`,
    )
  }
  return said
}

function tooMany(targets: readonly Lesion[], rules: Rules): string[] {
  const said =
    targets.length > rules.maxTargets
      ? [`There are ${targets.length} targets: the rule takes at most ${rules.maxTargets}`]
      : []
  const perOrgan = new Map<string, number>()
  for (const lesion of targets) perOrgan.set(organOf(lesion), (perOrgan.get(organOf(lesion)) ?? 0) + 1)
  for (const [organ, count] of perOrgan) {
    if (count > rules.maxTargetsPerOrgan) {
      const where =
        organ === 'lymph-node' ? 'are lymph nodes' : `are in one organ (${organ.replaceAll('-', ' ')})`
      said.push(`${count} targets ${where}: the rule takes at most ${rules.maxTargetsPerOrgan}`)
    }
  }
  return said
}
