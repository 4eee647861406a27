/**
 * Local control, tumour by tumour: whether ablation was complete at the first assessment, and when a treated tumour
 * grew again.
 *
 * Of ablation, a zone progresses only after a scan that showed it complete; residual tumour is none of it. Of other
 * treatments a tumour progresses when it has grown from its smallest, by the rule of the criteria for sums applied
 * to the one lesion.
 *
 * @see docs/sources.md, the registry: local tumour progression follows a complete ablation
 * @unverified technique efficacy by Ahmed et al. 2014 (domain-facts d); that the rule for sums may be applied to one
 * lesion
 */

import { techniquesFor } from '../../catalogue/techniques.ts'
import { isTarget, type Lesion, micrometres } from '../../response/lesion.ts'
import { isCriteria } from '../../response/lines.ts'
import { rulesOf } from '../../response/rules.ts'
import { earliest } from './days.ts'
import type { AssessmentFacts } from './facts.ts'
import type { TreatmentFacts } from './treatments.ts'
import type { TumourFacts } from './tumours.ts'

export interface LocalControl {
  readonly techniqueEfficacy: boolean | null
  readonly progressedOn: string | null
  readonly lastImagedOn: string | null
}

/** What one scan says of one tumour. */
type Look =
  | { readonly on: string; readonly zone: string }
  | { readonly on: string; readonly lesion: Lesion; readonly criteria: string }

/**
 * @param scans of the case, by time, the baseline too
 * @param own of them those that belong to the treatment
 */
export function localControlOf(
  tumour: TumourFacts,
  treatment: TreatmentFacts,
  scans: readonly AssessmentFacts[],
  own: ReadonlySet<AssessmentFacts>,
): LocalControl {
  const isAblation = techniquesFor(treatment.sessions[0].procedure).includes('ablation')
  const looks = scans.flatMap((scan) => looksOf(scan, tumour, own.has(scan)))
  const after = looks.filter(({ on }) => on > treatment.startOn)
  return {
    techniqueEfficacy: tumour.efficacy ?? (isAblation ? efficacyOf(after, treatment.lastOn) : null),
    progressedOn: earliest([
      tumour.progressedOn !== null && tumour.progressedOn > treatment.startOn ? tumour.progressedOn : null,
      isAblation ? afterComplete(after) : grownSince(looks, treatment.startOn),
    ]),
    lastImagedOn: after.at(-1)?.on ?? null,
  }
}

function looksOf(scan: AssessmentFacts, tumour: TumourFacts, isOwn: boolean): readonly Look[] {
  const { on, zone, zoneOf, criteria } = scan
  if (zone !== null && !scan.baseline) {
    const isNamed = zoneOf !== null && zoneOf === tumour.letter
    // Of all that were treated: what is complete is complete in each; what is not, is in nobody knows which.
    const isOfAll = zoneOf === null && isOwn && (tumour.isOnly || zone === 'complete')
    return isNamed || isOfAll ? [{ on, zone }] : []
  }
  const lesion = lesionOf(scan, tumour, isOwn)
  return lesion && criteria ? [{ on, lesion, criteria }] : []
}

function lesionOf(
  { lesions, baseline }: AssessmentFacts,
  tumour: TumourFacts,
  isOwn: boolean,
): Lesion | null {
  if (tumour.letter !== null) return lesions.find(({ key }) => key === tumour.letter) ?? null
  const targets = lesions.filter(isTarget)
  return tumour.isOnly && (isOwn || baseline) && targets.length === 1 ? (targets[0] ?? null) : null
}

const isComplete = (look: Look) =>
  'zone' in look ? look.zone === 'complete' : micrometres(look.lesion) === 0

/** Of the first scan after the last session that says anything of the tumour's zone. */
function efficacyOf(looks: readonly Look[], lastOn: string): boolean | null {
  const first = looks.find((look) => look.on > lastOn && 'zone' in look)
  return first ? isComplete(first) : null
}

function afterComplete(looks: readonly Look[]): string | null {
  const complete = looks.findIndex(isComplete)
  if (complete < 0) return null
  const back = looks
    .slice(complete + 1)
    .find((look) => ('zone' in look ? look.zone === 'progression' : (micrometres(look.lesion) ?? 0) > 0))
  return back?.on ?? null
}

function grownSince(looks: readonly Look[], startOn: string): string | null {
  const begins = looks.findLastIndex(({ on }) => on <= startOn)
  let smallest: number | null = null
  for (const look of looks.slice(Math.max(0, begins))) {
    if ('zone' in look) {
      if (look.on > startOn && look.zone === 'progression') return look.on
      continue
    }
    const size = micrometres(look.lesion)
    const isAfter = look.on > startOn
    if (isAfter && look.lesion.state === 'progressed') return look.on
    if (size === null) continue
    const grown = isCriteria(look.criteria) ? rulesOf[look.criteria].grown : rulesOf['recist-1.1'].grown
    if (isAfter && smallest !== null && grown(size, smallest)) return look.on
    smallest = smallest === null ? size : Math.min(smallest, size)
  }
  return null
}

/** Of the treatment: its tumours' answers, and what its scans said of nobody knows which of them. */
export function localControlTogether(
  treatment: TreatmentFacts,
  tumours: readonly LocalControl[],
  own: readonly AssessmentFacts[],
): LocalControl {
  const isAblation = techniquesFor(treatment.sessions[0].procedure).includes('ablation')
  const zones = own.filter(
    (scan) => !scan.baseline && scan.zone !== null && scan.zoneOf === null && scan.on > treatment.startOn,
  )
  const first = zones.find(({ on }) => on > treatment.lastOn)
  const complete = zones.findIndex(({ zone }) => zone === 'complete')
  const back = complete < 0 ? undefined : zones.slice(complete + 1).find(({ zone }) => zone === 'progression')
  const given = treatment.sessions.map((each) => each.given?.localProgressionOn ?? null)
  return {
    techniqueEfficacy: efficacyTogether(
      tumours.map(({ techniqueEfficacy }) => techniqueEfficacy),
      isAblation && first ? first.zone === 'complete' : null,
    ),
    progressedOn: earliest([
      ...tumours.map(({ progressedOn }) => progressedOn),
      isAblation ? (back?.on ?? null) : null,
      ...given.map((day) => (day !== null && day > treatment.startOn ? day : null)),
    ]),
    lastImagedOn: null,
  }
}

function efficacyTogether(tumours: readonly (boolean | null)[], ofAll: boolean | null): boolean | null {
  if (tumours.includes(false)) return false
  if (tumours.length > 0 && tumours.every((each) => each === true)) return true
  return ofAll
}
