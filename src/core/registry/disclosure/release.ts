/**
 * The one gate: what a figure may say, to whom. Only here does a figure become a `Released` one, and only through
 * the `Gate` made here does it speak.
 *
 * National level and one's own service: numbers as they are. Below it: small counts as stars, further stars so that
 * no small count follows from the others, the rest to the nearest 5, everything computed from those.
 */

import type { Audience, Released } from '../disclosure.ts'
import type {
  Denominators,
  Figure,
  FigureData,
  Gate,
  Picture,
  Policy,
  ReleasedFigure,
  Shown,
} from '../figure/figure.ts'
import { organisationOf } from './extent.ts'
import { gateCohort } from './gate-cohort.ts'
import { type DisclosurePolicy, policies as ours, type Rule, ruleOf } from './policy.ts'
import { protect, rounded } from './protect.ts'

/** A figure as this audience may have it. */
export function release(
  figure: Figure,
  audience: Audience,
  policies: readonly DisclosurePolicy[] = ours,
): ReleasedFigure {
  const rule = ruleOf(nationsOf(figure), policies)
  const { spec, asOf, definition, comparators } = figure
  const refused = refusalOf(figure, audience)
  const { gate, hasWithheld } = gateOf(figure, audience, rule)
  const picture = refused === null ? figure.show(gate) : refusedPicture(refused)
  const { chart } = picture
  const data: FigureData = {
    ...picture,
    spec,
    asOf,
    audience,
    policy: refused === null ? policyWords(figure, gate, rule) : { id: 'refused', words: refused },
    definition,
    comparators,
    withheld: refused !== null || hasWithheld() || (chart.draws === 'nothing' && !gate.exact),
  }
  return data as ReleasedFigure
}

/** Counts of one thing in every area of the nation, as they may be shown. */
export function releaseAreas(
  counts: readonly { readonly area: string; readonly nation: string; readonly value: number }[],
  policies: readonly DisclosurePolicy[] = ours,
): Released<ReadonlyMap<string, Shown>> {
  const nations = [...new Set(counts.map(({ nation }) => nation))]
  const cells = counts.map(({ area, value }) => ({ key: area, what: 'rows', area, value }))
  return protect(cells, [], ruleOf(nations, policies)) as Released<ReadonlyMap<string, Shown>>
}

function nationsOf({ extent }: Figure): readonly string[] {
  if (extent.of === 'areas') return [...new Set(extent.areas.map(({ nation }) => nation))]
  if (extent.of === 'organisation') return [extent.nation]
  return extent.of === 'organisations' ? extent.nations : []
}

const ownOf = (audience: Audience) => (audience.who === 'service' ? audience.organisation : null)

function isOwn({ extent }: Figure, audience: Audience): boolean {
  return extent.of === 'organisation' && ownOf(audience) === extent.organisation
}

/** Why this audience may not have the figure at all; null where it may. */
function refusalOf(figure: Figure, audience: Audience): string | null {
  const { spec, extent } = figure
  if (isOwn(figure, audience)) {
    return organisationOf(spec.cohort) === ownOf(audience) ? null : 'The cohort is of several organisations.'
  }
  if (extent.of === 'organisation' || extent.of === 'organisations')
    return 'Results of single organisations are shown to themselves, and in a funnel without names.'
  if (figure.individual && extent.of !== 'nation')
    return 'Figures with a line for each patient are not shown below national level.'
  // Services are named in it: beside exact national counts one that changes its side would place a patient.
  if (spec.kind === 'declared-observed' && spec.cohort.conditions.length > 1)
    return 'What services declared and did is shown for one condition at most, such as one procedure.'
  const { changed } = gateCohort(spec.cohort, audience, 'by' in spec ? spec.by : undefined)
  return changed.length === 0 ? null : `This cohort is finer than may be shown. ${changed.join(' ')}`
}

function gateOf(
  figure: Figure,
  audience: Audience,
  rule: Rule,
): { readonly gate: Gate; readonly hasWithheld: () => boolean } {
  const exact = figure.extent.of === 'nation' || isOwn(figure, audience)
  let withheld = false
  const noted = (shown: Shown): Shown => {
    if (shown === '*') withheld = true
    return shown
  }
  const plain = new Map(figure.counts.map(({ key, value }) => [key, value]))
  const below = figure.counts.filter(({ area }) => area !== null)
  const shown: ReadonlyMap<string, Shown> = exact ? new Map() : protect(below, figure.sums, rule)
  const count = (key: string): Shown => {
    const found = shown.get(key) ?? plain.get(key)
    if (found === undefined) throw new RangeError(`the figure has no count ${key}`)
    return noted(found)
  }
  const gate: Gate = {
    exact,
    audience,
    ...rule,
    count,
    number: (value, digits, from) => {
      if (from.some((key) => count(key) === '*')) return null
      return exact ? value : Number(value.toFixed(Math.min(digits, 2)))
    },
    ofOther: (value) => noted(rounded(value, rule)),
    names: (organisation) => audience.who === 'nation' || ownOf(audience) === organisation,
  }
  return { gate, hasWithheld: () => withheld }
}

function policyWords({ extent, spec }: Figure, gate: Gate, { largestWithheld, rounding }: Rule): Policy {
  if (extent.of === 'nation' && (spec.kind === 'funnel' || spec.kind === 'declared-observed')) {
    return {
      id: `national/organisations/${largestWithheld}/${rounding}`,
      words: `National level: counts are shown as they are. Of single organisations counts from 1 to ${largestWithheld} are withheld and the rest rounded to the nearest ${rounding}; names are shown only to those who may see them.`,
    }
  }
  if (extent.of === 'nation')
    return { id: 'national', words: 'National level: counts are shown as they are.' }
  if (gate.exact)
    return { id: 'own', words: 'Your own service: counts are shown as they are, and are for you alone.' }
  return {
    id: `below-national/${largestWithheld}/${rounding}`,
    words: `Below national level: counts from 1 to ${largestWithheld} are shown as *, as are others that would give one of them away; the rest are rounded to the nearest ${rounding}, and shares and curves are computed from what is shown.`,
  }
}

function refusedPicture(words: string): Picture {
  const none: Denominators = {
    inCohort: '*',
    unit: 'treatment',
    applies: '*',
    due: '*',
    known: '*',
    missing: '*',
  }
  return {
    finding: 'This figure is not shown',
    chart: { draws: 'nothing', words },
    table: { caption: 'Not shown', columns: [{ heading: 'Group' }], rows: [] },
    further: [],
    denominators: none,
    completeness: [],
    notes: [],
  }
}
