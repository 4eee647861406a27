/** Where two released figures differ, in words: what a reader of `npm run reproduce` needs to know. */

/** At most so many places are told. */
const most = 20

/**
 * The places at which two plain values differ, as in `table.rows[2][1]: 12 here, 13 in the file`. Numbers that
 * agree to 12 significant digits are the same.
 */
export function differences(here: unknown, there: unknown): string[] {
  const found: string[] = []
  compare(here, there, '', found)
  return found.length > most ? [...found.slice(0, most), `and ${found.length - most} more`] : found
}

function compare(here: unknown, there: unknown, path: string, found: string[]): void {
  if (typeof here === 'number' && typeof there === 'number' && sameNumber(here, there)) return
  if (isObject(here) && isObject(there) && Array.isArray(here) === Array.isArray(there)) {
    for (const name of new Set([...Object.keys(here), ...Object.keys(there)]))
      compare(
        here[name],
        there[name],
        Array.isArray(here) ? `${path}[${name}]` : path ? `${path}.${name}` : name,
        found,
      )
    return
  }
  if ((here ?? null) === (there ?? null)) return
  found.push(`${path}: ${words(here)} here, ${words(there)} in the file`)
}

function sameNumber(one: number, other: number): boolean {
  return one === other || one.toPrecision(12) === other.toPrecision(12)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function words(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
