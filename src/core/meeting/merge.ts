/** Two people wrote about one thing at once: what only one of them touched is kept, what both changed is for a person to say. */

export interface Merged<Words> {
  readonly merged: Words
  /** Fields that both changed, to different words: `merged` has the later writer's. */
  readonly contested: readonly (keyof Words & string)[]
}

/**
 * Merges field by field.
 *
 * @param before what the later writer saw when they began
 * @param mine what they send
 * @param theirs what stands now
 */
export function mergeWords<Words extends { readonly [Name in keyof Words]: string }>(
  before: Words,
  mine: Words,
  theirs: Words,
): Merged<Words> {
  const contested: (keyof Words & string)[] = []
  const merged = { ...mine }
  for (const name of Object.keys(mine) as (keyof Words & string)[]) {
    if (mine[name] === before[name]) merged[name] = theirs[name]
    else if (theirs[name] !== before[name] && theirs[name] !== mine[name]) contested.push(name)
  }
  return { merged, contested }
}
