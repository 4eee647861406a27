/** How names of places are compared: without capitals, accents and signs; and how far two spellings are apart. */

/** `St. Helens` and `Saint Helen's` alike; `Ynys Môn` as `ynys mon`. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bsaint\b/g, 'st')
    .trim()
}

/**
 * The least number of letters to change, leave out, put in or swap with their neighbour that turns one word
 * into the other; `more` when it takes more than that many.
 *
 * @see Damerau, 1964; the restricted edit distance: no letter is changed twice
 */
export function misspelling(one: string, other: string, most: number): number {
  const more = most + 1
  if (Math.abs(one.length - other.length) > most) return more
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      let least = Math.min(
        (above[j] ?? more) + 1,
        (row[j - 1] ?? more) + 1,
        (above[j - 1] ?? more) + (same ? 0 : 1),
      )
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (swapped) least = Math.min(least, (before[j - 2] ?? more) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return more
    ;[before, above] = [above, row]
  }
  return Math.min(above.at(-1) ?? more, more)
}
