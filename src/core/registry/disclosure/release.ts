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
import type { FigureSpec } from '../figure-spec.ts'
import { isOfArea, organisationOf } from './extent.ts'
import { gateCohort } from './gate-cohort.ts'
import { isLone, type Lone, noneLone } from './lone.ts'
import { protectOrganisations } from './organisations.ts'
import { type DisclosurePolicy, policies as ours, type Rule, ruleOf } from './policy.ts'
import { protect } from './protect.ts'

/** A figure as this audience may have it. */
export function release(
  figure: Figure,
  audience: Audience,
  policies: readonly DisclosurePolicy[] = ours,
): ReleasedFigure {
  const rule = ruleOf(ownNationsOf(figure), policies)
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

/** A count of a region, with the nation that it is in. */
export interface RegionCount {
  readonly area: string
  readonly nation: string
  readonly value: number
}
export interface ReleasedAreas {
  readonly regions: ReadonlyMap<string, Shown>
  readonly nations: ReadonlyMap<string, Shown>
}

/**
 * Counts of one thing in every region, zeros too, and in the nations that they make, as they may be shown.
 *
 * @param lone of which nothing is shown, for it would be one organisation's
 * @param nations of what may be counted in two regions of one nation, such as patients; else a nation is its regions
 */
export function releaseAreas(
  regions: readonly RegionCount[],
  lone: Lone,
  nations: ReadonlyMap<string, number> = nationSums(regions),
  policies: readonly DisclosurePolicy[] = ours,
): Released<ReleasedAreas> {
  const shown = protect(
    [
      ...regions.map((count) => ({ ...count, key: `region ${count.area}`, what: 'rows' })),
      ...[...nations].map(([area, value]) => ({
        ...{ key: `nation ${area}`, what: 'rows', area, value, isNation: true },
      })),
    ],
    [],
    ruleOf([], policies),
    {
      showsNone: () => false,
      lone,
    },
  )
  const listed = (list: string, names: readonly string[]) =>
    new Map(names.map((name): [string, Shown] => [name, shown.get(`${list} ${name}`) ?? '*']))
  const names = regions.map(({ area }) => area)
  const released: ReleasedAreas = {
    regions: listed('region', names),
    nations: listed('nation', [...nations.keys()]),
  }
  return released as Released<ReleasedAreas>
}

function nationSums(regions: readonly RegionCount[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { nation, value } of regions) sums.set(nation, (sums.get(nation) ?? 0) + value)
  return sums
}

/**
 * Whose rule alone counts. Of areas it is everybody's: one area is weighed with all others, in whichever figure it
 * stands, and what one figure shows of it another must not withhold.
 */
function ownNationsOf({ extent }: Figure): readonly string[] {
  if (extent.of === 'organisation') return [extent.nation]
  return extent.of === 'organisations' ? extent.nations : []
}

const ownOf = (audience: Audience) => (audience.who === 'service' ? audience.organisation : null)

function isOwn({ extent }: Figure, audience: Audience): boolean {
  return extent.of === 'organisation' && ownOf(audience) === extent.organisation
}

/** Kinds that are of the whole nation, or of one's own service: why they are not shown of one nation or region. */
const ofNationOnly: Readonly<Partial<Record<FigureSpec['kind'], string>>> = {
  funnel:
    'A funnel sets all organisations of the United Kingdom side by side. Those of one nation or region are few enough to be told apart: take the condition on the place away.',
  'declared-observed':
    'What services declared and did is shown for the whole United Kingdom: take the condition on the place away.',
  forest:
    'The ratios of a model are computed from single patients. They are shown for the whole United Kingdom: take the condition on the place away.',
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
  const whole = ofNationOnly[spec.kind]
  if (whole !== undefined && spec.cohort.conditions.some(isOfArea)) return whole
  // Services are named in it: beside exact national counts one that changes its side would place a patient.
  if (spec.kind === 'declared-observed' && spec.cohort.conditions.length > 1)
    return 'What services declared and did is shown for one condition at most, such as one procedure.'
  const lone = loneAsked(figure)
  if (lone !== null)
    return `Of ${lone} one service alone is in the registry. What it did, and how it turned out, is shown to that service.`
  const { changed } = gateCohort(spec.cohort, audience, 'by' in spec ? spec.by : undefined)
  return changed.length === 0 ? null : `This cohort is finer than may be shown. ${changed.join(' ')}`
}

const loneIn = ({ extent }: Figure) => (extent.of === 'areas' ? extent.lone : noneLone)

/** The place of one organisation that a figure is of; null where it is of another, or of several. */
function loneAsked(figure: Figure): string | null {
  for (const { column, ...condition } of figure.spec.cohort.conditions.filter(isOfArea)) {
    const [area, ...more] = condition.is === 'one-of' ? condition.values : []
    if (area === undefined || more.length > 0 || column === 'organisation') continue
    if (isLone(loneIn(figure), { area, isNation: column === 'nation' })) return area
  }
  return null
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
  const { counts, sums, nameOf } = onceEach(figure)
  const below = counts.filter(({ area }) => area !== null)
  const shown: ReadonlyMap<string, Shown> = exact
    ? new Map()
    : protect(below, sums, rule, { showsNone: isOutcome, lone: loneIn(figure) })
  const count = (key: string): Shown => {
    const found = shown.get(nameOf(key)) ?? plain.get(key)
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
    others: (counts) => {
      const drawn = protectOrganisations(counts, rule)
      if (counts.some(({ code }) => drawn.get(code)?.events === '*' || !drawn.has(code))) withheld = true
      return drawn
    },
    names: (organisation) => audience.who === 'nation' || ownOf(audience) === organisation,
  }
  return { gate, hasWithheld: () => withheld }
}

/** What becomes of those who were treated; all else counts who they are. */
const isOutcome = (what: string) => /(^|\|)(events|missing|risk \d+)$/.test(what)

/**
 * Where a figure has one group, that group is all: each count is weighed once, so that it is treated as in a figure
 * without groups.
 */
function onceEach({ counts, sums }: Figure): Pick<Figure, 'counts' | 'sums'> & {
  readonly nameOf: (key: string) => string
} {
  const isFirst = (name: string) => /(^|\/)0\|/.test(name)
  const keys = new Set(counts.map(({ key }) => key))
  const isSingle = keys.has('all|in') && !counts.some(({ key }) => /(^|\/)1\|/.test(key))
  if (!isSingle) return { counts, sums, nameOf: (key) => key }
  const nameOf = (name: string) => name.replace(/(^|\/)0\|/, '$1all|')
  return {
    counts: counts.filter(({ key }) => !(isFirst(key) && keys.has(nameOf(key)))),
    sums: sums
      .filter(({ parts }) => parts.length > 1)
      .map(({ whole, parts }) => ({ whole: nameOf(whole), parts: parts.map(nameOf) })),
    nameOf,
  }
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
    words: `Below national level: counts of treatments and patients from 0 to ${largestWithheld} and of outcomes from 1 to ${largestWithheld} are shown as *, as are others that would give one of them away; the rest are rounded to the nearest ${rounding}, and shares and curves are computed from what is shown. Of a place of which one service alone is in the registry nothing is shown.`,
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
