/**
 * Places of which one organisation alone is in the registry. Whoever reads what happened there reads what happened at
 * that organisation, and results of single organisations are their own: of such a place nothing is shown.
 *
 * @see docs/decisions/0032-a-place-of-one-service.md
 */

/** Names of regions and of nations: Northern Ireland is both. */
export interface Lone {
  readonly regions: ReadonlySet<string>
  readonly nations: ReadonlySet<string>
}

export const noneLone: Lone = { regions: new Set(), nations: new Set() }

/** Of fewer organisations than this nothing is shown. */
const fewest = 2

/** @param contributors each organisation with any treatment in the whole registry, whatever the cohort, once */
export function loneAmong(
  contributors: Iterable<{ readonly region: string; readonly nation: string }>,
): Lone {
  const regions = new Map<string, number>()
  const nations = new Map<string, number>()
  for (const { region, nation } of contributors) {
    regions.set(region, (regions.get(region) ?? 0) + 1)
    nations.set(nation, (nations.get(nation) ?? 0) + 1)
  }
  return { regions: alone(regions), nations: alone(nations) }
}

const alone = (counted: ReadonlyMap<string, number>): ReadonlySet<string> =>
  new Set([...counted].flatMap(([name, count]) => (count > 0 && count < fewest ? [name] : [])))

export function isLone(
  lone: Lone,
  { area, isNation }: { readonly area: string | null; readonly isNation?: boolean },
): boolean {
  return area !== null && (isNation ? lone.nations : lone.regions).has(area)
}

/**
 * How wide what a reader can work out of a lone place's count has to be: to within a fifth of it on either side is too
 * near.
 *
 * @see Hundepool A et al. Statistical disclosure control. Wiley, 2012; chapter 4 (the p% rule). @unverified the fifth
 */
export const widthFor = (value: number): number => Math.max(2, Math.ceil(value * 0.4))
