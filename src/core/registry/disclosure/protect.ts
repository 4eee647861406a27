/**
 * Which counts below national level are withheld: the small ones, and as many others as it takes that none of them
 * follows from the rest.
 *
 * The reader is taken to know every national count exactly (they are published) and how counts are rounded, and to
 * take a star for a small count, until there are too many of them for that. Each count is then an interval; sums
 * narrow intervals down. While a small count is left with fewer than three values, another count beside it is
 * withheld; the two kinds of star look the same, so that nobody can tell which is which. Regions and the nations that
 * they make are weighed together, whichever of the two lists is shown: readers have both. Of a place of one
 * organisation every count is withheld, and readers are taken to know that.
 *
 * @see Hundepool A et al. Statistical disclosure control. Wiley, 2012; chapter 4 (audit by feasibility intervals)
 */

import type { Count, Shown, Sum } from '../figure/figure.ts'
import { isLone, type Lone, noneLone, widthFor } from './lone.ts'
import type { Rule } from './policy.ts'

interface Cell extends Count {
  readonly isSmall: boolean
  /** Of a place of one organisation: withheld whatever it is. */
  readonly isLone: boolean
  /** A star may stand for none, too. */
  readonly mayBeNone: boolean
  isHidden: boolean
}
interface Interval {
  low: number
  high: number
}
interface Constraint {
  readonly parts: readonly number[]
  /** The place of the cell that they come to, or the number. */
  readonly whole: number | { readonly exactly: number }
}

/** A small count must be left with this many values more than one. */
const doubt = 2

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** How counts are shown, where not as stars among numbers in a table. */
export interface Showing {
  /** A reader can tell a small count from one that is withheld for its sake: they do not look the same. */
  readonly toldApart?: boolean
  /** What is shown nowhere, and may follow from what is. */
  readonly unshown?: readonly string[]
  /**
   * Whether none of this is shown as 0. Else it is withheld like a small count: of an area's parts one is seldom
   * rounded far from the area's whole, so that stars which stand for one at least would all be told.
   */
  readonly showsNone?: (what: string) => boolean
  readonly lone?: Lone
}

/** What is shown of each count, by its key; the counts' areas together are the whole, and so are its nations. */
export function protect(
  counts: readonly Count[],
  sums: readonly Sum[],
  rule: Rule,
  { toldApart = false, unshown = [], showsNone = () => true, lone = noneLone }: Showing = {},
): ReadonlyMap<string, Shown> {
  // In an order of their own, whatever the figure's: what is withheld of an area does not depend on who asks.
  const cells: Cell[] = [...counts]
    .sort((a, b) => byName(areaOf(a), areaOf(b)))
    .map((count) => ({
      ...count,
      isSmall: count.value >= 1 && count.value <= rule.largestWithheld && !isLone(lone, count),
      isLone: isLone(lone, count),
      mayBeNone: !showsNone(count.what),
      isHidden:
        isLone(lone, count) || unshown.includes(count.what) || (count.value === 0 && !showsNone(count.what)),
    }))
  // First what is counted, each by itself: so that one count is treated alike in every figure that has it.
  for (const what of new Set(counts.map((count) => count.what))) {
    const alike = cells.filter((cell) => cell.what === what)
    hideUntilSafe(alike, acrossAreas(alike), rule, toldApart)
  }
  if (sums.length > 0)
    hideUntilSafe(cells, [...acrossAreas(cells), ...withinAreas(cells, sums)], rule, toldApart)
  return new Map(cells.map((cell) => [cell.key, shownAs(cell, rule)]))
}

/** A count as it is shown: a star, or a multiple of the rounding. */
export function rounded(value: number, rule: Rule): Shown {
  if (value === 0) return 0
  return value <= rule.largestWithheld ? '*' : multipleOf(value, rule)
}

/**
 * The nearest multiple; the one below it where the nearest would lie beyond so many times the largest count that is
 * withheld, and the count does not: two stars under a total of '20' would both have to be 9.
 */
function multipleOf(value: number, { largestWithheld, rounding }: Rule): number {
  const nearest = Math.round(value / rounding) * rounding
  const starsFill = Math.ceil(value / largestWithheld) * largestWithheld
  return starsFill < nearest ? nearest - rounding : nearest
}

/** All counts that are shown so. */
export function standsFor(shown: Shown, rule: Rule): Readonly<Interval> {
  if (shown === '*') return { low: 1, high: rule.largestWithheld }
  return shown === 0 ? { low: 0, high: 0 } : shownBy(shown, rule)
}

/** All counts that are shown as this multiple. */
function shownBy(multiple: number, rule: Rule): Interval {
  const { largestWithheld, rounding } = rule
  const reach = Math.floor(rounding / 2)
  let high = multiple + reach
  while (multipleOf(high + 1, rule) === multiple) high += 1
  let low = Math.max(largestWithheld + 1, multiple - reach)
  while (low < high && multipleOf(low, rule) !== multiple) low += 1
  return { low, high }
}

function shownAs(cell: Cell, rule: Rule): Shown {
  return cell.isHidden ? '*' : rounded(cell.value, rule)
}

/** Northern Ireland is a nation and a region. */
const areaOf = ({ area, isNation }: Count) => `${isNation ? 'nation ' : ''}${area}`

/** Of what is counted: all regions come to the whole, and all nations; the regions of a nation come to it. */
function acrossAreas(cells: readonly Cell[]): readonly Constraint[] {
  const lists = new Map<string, number[]>()
  cells.forEach((cell, at) => {
    if (cell.area === null) return
    for (const list of [
      cell.isNation ? 'nations' : 'regions',
      ...(cell.nation === undefined ? [] : [`of ${cell.nation}`]),
    ])
      lists.set(`${list}\n${cell.what}`, [...(lists.get(`${list}\n${cell.what}`) ?? []), at])
  })
  const sumOf = (parts: readonly number[]) => parts.reduce((sum, at) => sum + (cells[at]?.value ?? 0), 0)
  return [...lists].flatMap(([list, parts]): readonly Constraint[] => {
    if (!list.startsWith('of ')) return [{ parts, whole: { exactly: sumOf(parts) } }]
    const whole = cells.findIndex((cell) => cell.isNation && `of ${cell.area}\n${cell.what}` === list)
    // Patients of two regions are one of their nation's.
    return whole >= 0 && cells[whole]?.value === sumOf(parts) ? [{ parts, whole }] : []
  })
}

function withinAreas(cells: readonly Cell[], sums: readonly Sum[]): readonly Constraint[] {
  const place = new Map(cells.map((cell, at) => [`${areaOf(cell)}\n${cell.what}`, at]))
  const areas = new Set(cells.map(areaOf))
  return [...areas].flatMap((area) =>
    sums.flatMap(({ whole, parts }) => {
      const at = place.get(`${area}\n${whole}`)
      const found = parts.map((part) => place.get(`${area}\n${part}`))
      return at === undefined || found.includes(undefined)
        ? []
        : [{ parts: found as number[], whole: at } satisfies Constraint]
    }),
  )
}

function hideUntilSafe(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  rule: Rule,
  toldApart: boolean,
): void {
  for (let left = cells.length; left > 0; left -= 1) {
    // One beside which nothing is left to hide is as safe as it gets: every count of its kind is a star.
    let next: Cell | undefined
    const exposures = exposedIn(cells, constraints, rule, toldApart)
    for (const seeks of ['what helps', 'anything'] as const)
      for (const exposed of exposures) next ??= toHide(cells, constraints, exposed, rule, seeks)
    if (next === undefined) return
    next.isHidden = true
    // What is a nation's only region is that nation.
    for (const { parts, whole } of constraints) {
      const [only, ...more] = parts
      if (typeof whole !== 'number' || more.length > 0 || only === undefined) continue
      const twins = [cells[only] as Cell, cells[whole] as Cell]
      if (twins.includes(next)) for (const twin of twins) twin.isHidden = true
    }
    // One zero is not withheld alone: in another figure, of a part of the cohort, it would be another one.
    if (next.value === 0) for (const cell of cells) if (isZeroLike(cell, next)) cell.isHidden = true
  }
}

const isZeroLike = (cell: Cell, { what }: Cell) => cell.value === 0 && cell.what === what

/**
 * The places of small counts that a reader can work out, or nearly: either a careful one, who takes no star for a
 * small count where others are withheld beside it; or a bold one, who takes each for small until that cannot be.
 */
function exposedIn(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  rule: Rule,
  toldApart: boolean,
): readonly number[] {
  const careful = feasible(cells, constraints, rule, toldApart ? 'told' : 'careful')
  const narrower = (known: readonly Interval[], least: number) =>
    cells.flatMap(({ isSmall, isLone, value }, at) => {
      const { low, high } = known[at] as Interval
      return (isSmall && high - low < least) || (isLone && isNear(known[at] as Interval, value)) ? [at] : []
    })
  const found = narrower(careful, doubt)
  if (toldApart || !cells.some(({ isHidden }) => isHidden)) return found
  const bold = feasible(cells, constraints, rule, 'bold')
  return bold.some(({ low, high }) => low > high) ? found : [...found, ...narrower(bold, 1)]
}

/** Whether a reader knows a large count nearly; one who takes a large star for a small one is led elsewhere. */
const isNear = ({ low, high }: Interval, value: number): boolean =>
  low <= value && value <= high && high - low < widthFor(value)

/** Beside an exposed count: the smallest shown one of the same kind, else of the same area; zeros last. */
function toHide(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  exposed: number,
  rule: Rule,
  seeks: 'what helps' | 'anything',
): Cell | undefined {
  const what = cells[exposed]?.what
  const beside = constraints
    .map(({ parts, whole }) => (typeof whole === 'number' ? [...parts, whole] : parts))
    .filter((places) => places.includes(exposed))
    .flat()
  const shown = [...new Set(beside)]
    .map((at) => cells[at] as Cell)
    .filter((cell) => !cell.isHidden && !cell.isSmall)
    .sort((a, b) => rank(a) - rank(b) || a.value - b.value || byName(a.area ?? '', b.area ?? ''))
  return cells[exposed]?.isLone && seeks === 'what helps'
    ? freeing(cells, constraints, exposed, shown, rule)
    : shown[0]

  function rank(cell: Cell): number {
    const kind = cell.what === what ? 0 : 4
    return kind + (cell.value === 0 ? 1 : 0)
  }
}

/**
 * Of the counts beside a lone one the first without which it is no longer known nearly; where it takes more than one,
 * that which leaves it widest; none where none helps by itself. A large count is told by several sums at once, and most of what is beside it need not go.
 */
function freeing(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  lone: number,
  candidates: readonly Cell[],
  rule: Rule,
): Cell | undefined {
  const { value } = cells[lone] as Cell
  const now = feasible(cells, constraints, rule, 'careful')[lone] as Interval
  let best: Cell | undefined
  let widest = now.high - now.low
  for (const candidate of candidates) {
    candidate.isHidden = true
    const known = feasible(cells, constraints, rule, 'careful')[lone] as Interval
    candidate.isHidden = false
    if (!isNear(known, value)) return candidate
    if (known.high - known.low <= widest) continue
    best = candidate
    widest = known.high - known.low
  }
  return best
}

/** One takes no star for small, one takes each for small, one is told which is which. */
type Reader = 'careful' | 'bold' | 'told'

/** What a reader can work out of each count: the intervals that all sums leave. */
function feasible(
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  rule: Rule,
  reader: Reader,
): Interval[] {
  const mixed = new Set(
    cells
      .filter((cell) => cell.isHidden && !cell.isLone && !(cell.mayBeNone && cell.value === 0))
      .map(({ what }) => what),
  )
  const isBold = reader === 'bold'
  const known = cells.map((cell) =>
    intervalOf(cell, reader === 'careful' && mixed.has(cell.what), rule, isBold),
  )
  for (let round = 0, changed = true; changed && round < 60; round += 1) {
    changed = false
    for (const constraint of constraints) if (narrow(known, constraint)) changed = true
  }
  return known
}

/** What is known of a count that is shown so; `isMixed`: among its stars are some that stand for other counts. */
function intervalOf(cell: Cell, isMixed: boolean, rule: Rule, isBold: boolean): Interval {
  const { largestWithheld } = rule
  if (cell.isLone) return { low: 0, high: Number.POSITIVE_INFINITY }
  const least = cell.mayBeNone ? 0 : 1
  if (cell.isHidden && isBold) return { low: least, high: largestWithheld }
  const isNone = cell.mayBeNone && cell.value === 0
  if (isNone && !isMixed) return { low: 0, high: largestWithheld }
  if (cell.isHidden || (cell.isSmall && isMixed)) return { low: 0, high: Number.POSITIVE_INFINITY }
  if (cell.isSmall) return { low: least, high: largestWithheld }
  if (cell.value === 0) return { low: 0, high: 0 }
  return shownBy(multipleOf(cell.value, rule), rule)
}

function narrow(known: Interval[], { parts, whole }: Constraint): boolean {
  const total = typeof whole === 'number' ? (known[whole] as Interval) : undefined
  const least = total ? total.low : (whole as { exactly: number }).exactly
  const most = total ? total.high : (whole as { exactly: number }).exactly
  let low = 0
  let high = 0
  let endless = 0
  for (const at of parts) {
    const part = known[at] as Interval
    low += part.low
    if (part.high === Number.POSITIVE_INFINITY) endless += 1
    else high += part.high
  }
  let changed = false
  for (const at of parts) {
    const part = known[at] as Interval
    const othersLow = low - part.low
    const isEndless = part.high === Number.POSITIVE_INFINITY
    const othersEndless = endless - (isEndless ? 1 : 0) > 0
    const othersHigh = othersEndless ? Number.POSITIVE_INFINITY : high - (isEndless ? 0 : part.high)
    const newHigh = Math.min(part.high, most - othersLow)
    const newLow = Math.max(part.low, least - othersHigh)
    if (newHigh < newLow) {
      // Only of a bold reader: what was taken for small cannot be.
      part.low = newLow
      part.high = newHigh
      return false
    }
    if (newHigh < part.high || newLow > part.low) {
      low += newLow - part.low
      if (isEndless && newHigh < part.high) {
        endless -= 1
        high += newHigh
      } else if (!isEndless) high += newHigh - part.high
      part.low = newLow
      part.high = newHigh
      changed = true
    }
  }
  if (total) {
    const sumHigh = endless > 0 ? Number.POSITIVE_INFINITY : high
    if (low > total.low || sumHigh < total.high) {
      total.low = Math.max(total.low, low)
      total.high = Math.min(total.high, sumHigh)
      changed = true
    }
  }
  return changed
}
