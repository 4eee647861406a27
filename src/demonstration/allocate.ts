/** Shares out options among members so that each option has exactly its number of takers. */
import type { Chance } from './random.ts'

export interface Allocation {
  readonly members: readonly string[]
  /** Exactly so many members have the option. */
  readonly counts: Readonly<Record<string, number>>
  /** Members with more weight get more options. */
  readonly weight: (member: string) => number
  /** Who can have an option; all, unless said. */
  readonly can?: (member: string, option: string) => boolean
  /** Each member gets at least one. */
  readonly atLeastOne?: boolean
}

/**
 * Options by member. Where each is to have at least one, options move to those without from those with most.
 *
 * @throws when the counts cannot be met: more takers than members who can
 */
export function allocate(chance: Chance, allocation: Allocation): ReadonlyMap<string, ReadonlySet<string>> {
  const { members, counts, weight, can = () => true } = allocation
  const given = new Map(members.map((member) => [member, new Set<string>()]))
  for (const [option, count] of Object.entries(counts)) {
    const ranked = members
      .filter((member) => can(member, option))
      .map((member) => ({ member, rank: weight(member) * (0.35 + chance.next()) }))
      .toSorted((a, b) => b.rank - a.rank)
    if (ranked.length < count)
      throw new Error(`${count} are to have ${option}, and only ${ranked.length} can`)
    for (const { member } of ranked.slice(0, count)) given.get(member)?.add(option)
  }
  if (allocation.atLeastOne)
    for (const [member, options] of given) if (options.size === 0) move(given, member, can)
  return given
}

function move(
  given: ReadonlyMap<string, Set<string>>,
  to: string,
  can: (member: string, option: string) => boolean,
): void {
  const donors = [...given]
    .filter(([, options]) => options.size > 1)
    .toSorted((a, b) => b[1].size - a[1].size)
  for (const [, options] of donors) {
    const option = [...options].find((each) => can(to, each))
    if (option === undefined) continue
    options.delete(option)
    given.get(to)?.add(option)
    return
  }
  throw new Error(`nothing is left for ${to}`)
}
