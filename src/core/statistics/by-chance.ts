/** Subjects in order of the chance that a model gave them, those of one chance together. */

export interface SameChance {
  readonly chance: number
  readonly weight: number
  readonly events: number
}

/**
 * From the lowest chance to the highest; those of weight 0 are left out.
 *
 * @throws RangeError where a chance is outside 0 to 1, an event is not 0 or 1, a weight is negative, or lengths differ
 */
export function inOrder(
  event: Uint8Array,
  chance: Float64Array,
  weight?: Float64Array,
): readonly SameChance[] {
  for (const values of [chance, ...(weight ? [weight] : [])]) {
    if (values.length !== event.length)
      throw new RangeError(`${values.length} values for ${event.length} subjects`)
  }
  const held = new Map<number, { chance: number; weight: number; events: number }>()
  for (let at = 0; at < event.length; at += 1) {
    const p = chance[at] as number
    const y = event[at] as number
    const w = weight ? (weight[at] as number) : 1
    if (!(p >= 0 && p <= 1)) throw new RangeError(`chance[${at}] is ${p}: it is from 0 to 1`)
    if (y > 1) throw new RangeError(`event[${at}] is ${y}: it is 0 or 1`)
    if (!(w >= 0 && w < Number.POSITIVE_INFINITY))
      throw new RangeError(`weight[${at}] is ${w}: a weight is finite and not negative`)
    if (w === 0) continue
    const block = held.get(p) ?? { chance: p, weight: 0, events: 0 }
    held.set(p, block)
    block.weight += w
    block.events += w * y
  }
  return [...held.values()].sort((a, b) => a.chance - b.chance)
}
