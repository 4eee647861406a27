/**
 * The one form to which siting problems are brought before they are solved: areas with weights, what each pays while
 * nothing new opens, and for each the candidates at which it would pay less, the best first.
 */

/** At most `p` of the candidates may open; each area pays its weight times the least cost that is open to it. */
export interface Facility {
  readonly p: number
  readonly candidates: number
  /** What is paid whatever opens. */
  readonly constant: number
  /** By area; above 0. */
  readonly weights: Float64Array
  /** By area: what a unit of weight pays if no candidate serves it. Finite. */
  readonly base: Float64Array
  /** Where the arcs of area `a` begin; they end where those of `a + 1` begin. None is without any. */
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
  /** What a unit of weight of an area pays at a candidate, not below 0; Infinity: it cannot be served there. */
  costOf(candidate: number, area: number): number
}

/** Sorts and cuts: an arc that costs no less than the base of its area can change nothing. */
export function facilityOf({ p, candidates, weights, base, costOf }: Dense): Facility {
  const areas = weights.length
  const first = new Int32Array(areas + 1)
  let arcs = 0
  for (let area = 0; area < areas; area += 1)
    for (let j = 0; j < candidates; j += 1) if (costOf(j, area) < (base[area] as number)) arcs += 1
  const to = new Int32Array(arcs)
  const arcCost = new Float64Array(arcs)
  const pairs = new Float64Array(candidates)
  const costs = new Float64Array(candidates)
  let at = 0
  for (let area = 0; area < areas; area += 1) {
    let count = 0
    for (let j = 0; j < candidates; j += 1) {
      const cost = costOf(j, area)
      if (cost < (base[area] as number)) {
        costs[j] = cost
        pairs[count] = j
        count += 1
      }
    }
    pairs.subarray(0, count).sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b)
    for (let k = 0; k < count; k += 1) {
      const j = pairs[k] as number
      to[at] = j
      arcCost[at] = costs[j] as number
      at += 1
    }
    first[area + 1] = at
  }
  const dense = { p, candidates, constant: 0, weights, base, first, to, cost: arcCost }
  return settled(dense, [], new Uint8Array(candidates)).facility
}

/** What all areas pay with these candidates open. */
export function costOfOpen(facility: Facility, open: Iterable<number>): number {
  const { weights, base, first, to, cost, candidates } = facility
  const isOpen = new Uint8Array(candidates)
  for (const j of open) isOpen[j] = 1
  let sum = facility.constant
  for (let area = 0; area < weights.length; area += 1) {
    let pays = base[area] as number
    const end = first[area + 1] as number
    for (let arc = first[area] as number; arc < end; arc += 1)
      if (isOpen[to[arc] as number] === 1) {
        pays = cost[arc] as number
        break
      }
    sum += (weights[area] as number) * pays
  }
  return sum
}

export interface Settled {
  readonly facility: Facility
  /** By candidate and area of the smaller problem, which it was in the larger. */
  readonly candidates: Int32Array
  readonly areas: Int32Array
}

/** The same problem with some candidates settled: those opened are part of the base, those closed have no arcs. */
export function settled(facility: Facility, open: readonly number[], closed: Uint8Array): Settled {
  const opened = new Uint8Array(facility.candidates)
  for (const j of open) opened[j] = 1
  const renamed = new Int32Array(facility.candidates)
  const candidates: number[] = []
  for (let j = 0; j < facility.candidates; j += 1)
    if (opened[j] === 0 && closed[j] === 0) {
      renamed[j] = candidates.length
      candidates.push(j)
    }
  const count = facility.weights.length
  const areas = new Int32Array(count)
  const weights = new Float64Array(count)
  const base = new Float64Array(count)
  const first = new Int32Array(count + 1)
  const to = new Int32Array(facility.to.length)
  const cost = new Float64Array(facility.to.length)
  let constant = facility.constant
  let kept = 0
  let at = 0
  for (let area = 0; area < count; area += 1) {
    const begin = at
    const weight = facility.weights[area] as number
    const end = facility.first[area + 1] as number
    let pays = facility.base[area] as number
    for (let arc = facility.first[area] as number; arc < end; arc += 1) {
      const j = facility.to[arc] as number
      if (opened[j] === 1) {
        pays = facility.cost[arc] as number
        break
      }
      if (closed[j] === 1) continue
      to[at] = renamed[j] as number
      cost[at] = facility.cost[arc] as number
      at += 1
    }
    while (at > begin && (cost[at - 1] as number) >= pays) at -= 1
    if (at === begin || weight === 0) {
      constant += weight * pays
      at = begin
      continue
    }
    areas[kept] = area
    weights[kept] = weight
    base[kept] = pays
    kept += 1
    first[kept] = at
  }
  return {
    facility: {
      p: Math.min(facility.p - open.length, candidates.length),
      candidates: candidates.length,
      constant,
      weights: weights.slice(0, kept),
      base: base.slice(0, kept),
      first: first.slice(0, kept + 1),
      to: to.slice(0, at),
      cost: cost.slice(0, at),
    },
    candidates: Int32Array.from(candidates),
    areas: areas.slice(0, kept),
  }
}
