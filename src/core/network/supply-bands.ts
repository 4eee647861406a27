/** Supply within reach in bands about the mean of the United Kingdom, the most first. */

export const supplyBandWords: readonly string[] = [
  'Over twice the mean',
  'From the mean to twice the mean',
  'From half the mean to the mean',
  'Under half the mean',
  'Nothing within reach',
]

/** The place in `supplyBandWords` of a supply; what it is measured in does not matter, if it is that of the mean. */
export function supplyBandOf(supply: number, mean: number): number {
  if (supply <= 0) return 4
  if (supply < mean / 2) return 3
  if (supply < mean) return 2
  return supply <= 2 * mean ? 1 : 0
}
