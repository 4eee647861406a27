/** A series of patients in the order treated, each with the chance of the event expected and what happened. */

export interface Monitored {
  /** each patient's expected chance, strictly between 0 and 1, such as from a logistic regression of others */
  readonly expected: Float64Array
  /** 1 where the event happened */
  readonly event: Uint8Array
}

/** @throws RangeError naming the first chance or event that cannot be */
export function checkMonitored({ expected, event }: Monitored): void {
  if (expected.length !== event.length) {
    throw new RangeError(`expected has ${expected.length} places where event has ${event.length}`)
  }
  checkChances(expected)
  for (let at = 0; at < event.length; at += 1) {
    if ((event[at] as number) > 1) throw new RangeError(`event[${at}] is ${event[at]}: it is 0 or 1`)
  }
}

/** @throws RangeError naming the first that is not strictly between 0 and 1 */
export function checkChances(expected: Float64Array): void {
  for (let at = 0; at < expected.length; at += 1) {
    const chance = expected[at] as number
    if (!(chance > 0 && chance < 1)) {
      throw new RangeError(`expected[${at}] is ${chance}: it is between 0 and 1`)
    }
  }
}
