/**
 * The one form to which siting problems are brought before they are solved: areas with weights, what each pays while
 * nothing new opens, and for each the candidates at which it would pay less, the best first.
 */

/** At most `p` of the candidates may open; each area pays its weight times the least cost that is open to it. */
export interface Facility {
  readonly p: number
  readonly candidates: number
  /** By area; above 0. */
  readonly weights: Float64Array
  /** By area: what a unit of weight pays if no candidate serves it. Finite. */
  readonly base: Float64Array
  /** Where the arcs of area `a` begin; they end where those of `a + 1` begin. */
  readonly first: Int32Array
  /** By arc: the candidate, and what a unit of weight pays there; ascending within an area, all below its base. */
  readonly to: Int32Array
  readonly cost: Float64Array
}

interface Dense {
  readonly p: number
  readonly candidates: number
  readonly weights: Float64Array
  readonly base: Float64Array
  /** What a unit of weight of an area pays at a candidate; Infinity: it cannot be served there. */
  costOf(candidate: number, area: number): number
}

/** Sorts and cuts: an arc that costs no less than the base of its area can change nothing. */
export function facilityOf({ p, candidates, weights, base, costOf }: Dense): Facility {
  const areas = weights.length
  const first = new Int32Array(areas + 1)
  for (let area = 0; area < areas; area += 1) {
    let count = 0
    for (let j = 0; j < candidates; j += 1) if (costOf(j, area) < (base[area] as number)) count += 1
    first[area + 1] = (first[area] as number) + count
  }
  const arcs = first[areas] as number
  const to = new Int32Array(arcs)
  const cost = new Float64Array(arcs)
  const order: number[] = []
  const costs = new Float64Array(candidates)
  for (let area = 0; area < areas; area += 1) {
    order.length = 0
    for (let j = 0; j < candidates; j += 1) {
      costs[j] = costOf(j, area)
      if ((costs[j] as number) < (base[area] as number)) order.push(j)
    }
    order.sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b)
    let at = first[area] as number
    for (const j of order) {
      to[at] = j
      cost[at] = costs[j] as number
      at += 1
    }
  }
  return { p, candidates, weights, base, first, to, cost }
}

/** What all areas pay with these candidates open. */
export function costOfOpen(facility: Facility, open: Iterable<number>): number {
  const { weights, base, first, to, cost, candidates } = facility
  const is = new Uint8Array(candidates)
  for (const j of open) is[j] = 1
  let sum = 0
  for (let area = 0; area < weights.length; area += 1) {
    let pays = base[area] as number
    const end = first[area + 1] as number
    for (let arc = first[area] as number; arc < end; arc += 1)
      if (is[to[arc] as number] === 1) {
        pays = cost[arc] as number
        break
      }
    sum += (weights[area] as number) * pays
  }
  return sum
}

/** The same problem with some candidates settled: those opened are part of the base, those closed have no arcs. */
export function settled(
  facility: Facility,
  open: readonly number[],
  closed: Uint8Array,
): { readonly facility: Facility; readonly candidates: Int32Array } {
  const isOpen = new Uint8Array(facility.candidates)
  for (const j of open) isOpen[j] = 1
  const kept: number[] = []
  const renamed = new Int32Array(facility.candidates).fill(-1)
  for (let j = 0; j < facility.candidates; j += 1)
    if (isOpen[j] === 0 && closed[j] === 0) {
      renamed[j] = kept.length
      kept.push(j)
    }
  const areas = facility.weights.length
  const base = facility.base.slice()
  const first = new Int32Array(areas + 1)
  const to = new Int32Array(facility.to.length)
  const cost = new Float64Array(facility.to.length)
  let at = 0
  for (let area = 0; area < areas; area += 1) {
    const end = facility.first[area + 1] as number
    for (let arc = facility.first[area] as number; arc < end; arc += 1) {
      const j = facility.to[arc] as number
      if (isOpen[j] === 1) {
        base[area] = facility.cost[arc] as number
        break
      }
      if (closed[j] === 1) continue
      to[at] = renamed[j] as number
      cost[at] = facility.cost[arc] as number
      at += 1
    }
    // an arc as dear as the base changes nothing
    while (at > (first[area] as number) && (cost[at - 1] as number) >= (base[area] as number)) at -= 1
    first[area + 1] = at
  }
  return {
    facility: {
      p: facility.p - open.length,
      candidates: kept.length,
      weights: facility.weights,
      base,
      first,
      to: to.slice(0, at),
      cost: cost.slice(0, at),
    },
    candidates: Int32Array.from(kept),
  }
}
