/** Observed and expected events of each unit, where a model says what each patient's chance was: indirect standardisation. */

export interface UnitCaseMix {
  readonly denominator: Float64Array
  readonly observed: Float64Array
  readonly expected: Float64Array
}

/**
 * Sums by unit. Where the chances come from a logistic regression of the same patients, expected and observed are
 * the same in all.
 *
 * @param unit each patient's unit, from 0 to one less than `units`
 * @throws RangeError where a chance is outside 0 to 1, an event is not 0 or 1 or a unit is not one of them
 */
export function caseMix(
  event: Uint8Array,
  probability: Float64Array,
  unit: Int32Array,
  units: number,
  weight?: Float64Array,
): UnitCaseMix {
  for (const values of [probability, unit, ...(weight ? [weight] : [])]) {
    if (values.length !== event.length) {
      throw new RangeError(`${values.length} values for ${event.length} patients`)
    }
  }
  const denominator = new Float64Array(units)
  const observed = new Float64Array(units)
  const expected = new Float64Array(units)
  for (let at = 0; at < event.length; at += 1) {
    const chance = probability[at] as number
    const place = unit[at] as number
    const w = weight ? (weight[at] as number) : 1
    if (!(chance >= 0 && chance <= 1))
      throw new RangeError(`probability[${at}] is ${chance}: it is from 0 to 1`)
    if ((event[at] as number) > 1) throw new RangeError(`event[${at}] is ${event[at]}: it is 0 or 1`)
    if (!(place >= 0 && place < units))
      throw new RangeError(`unit[${at}] is ${place}: units run from 0 to ${units - 1}`)
    if (!(w >= 0 && w < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`weight[${at}] is ${w}: a weight is finite and not negative`)
    }
    denominator[place] = (denominator[place] as number) + w
    observed[place] = (observed[place] as number) + w * (event[at] as number)
    expected[place] = (expected[place] as number) + w * chance
  }
  return { denominator, observed, expected }
}
