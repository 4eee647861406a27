/** The level of an interval: how often, over many repetitions, it covers what it estimates. */

/** @throws RangeError where it is not between 0 and 1 */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`level is ${level}: it is between 0 and 1`)
}
