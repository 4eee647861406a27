/** A number as it is typed: read where it can mean one thing only, refused with what to write where not. */

export type ReadNumber =
  | { readonly number: number }
  /** What follows the field's label, as in 'Albumin: write ...'. */
  | { readonly refused: string }

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)$/
const longest = 15

/** Prefixes of a unit, as powers of ten: what was typed in MBq is known to be no GBq. */
const prefixes: Readonly<Record<string, number>> = { T: 12, G: 9, M: 6, k: 3, '': 0, m: -3, µ: -6, n: -9 }

/**
 * Reads a number. Spaces may part its thousands (`12 500`); the field's own unit may follow it. A comma is
 * refused, for it parts thousands in one country and decimals in the next: 1,500 might be 1.5.
 */
export function readNumber(typed: string, unit?: string): ReadNumber {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
  const { amount, named } = apart(text)
  if (named !== '' && !isSameUnit(named, unit)) return { refused: otherUnit(amount, named, unit) }
  if (amount.includes(',')) return { refused: commaWords(amount) }
  const joined = /^[+-]?\d{1,3}( \d{3})+(\.\d+)?$/.test(amount) ? amount.replaceAll(' ', '') : amount
  if (!plainNumber.test(joined)) return { refused: 'write it as a number in figures, such as 12 or 1.5' }
  if (joined.replace(/\D/g, '').length > longest) return { refused: `at most ${longest} figures` }
  return { number: Number(joined) }
}

/** The number and the unit that was typed after it. */
function apart(text: string): { readonly amount: string; readonly named: string } {
  const found = /^([+-]?[\d.,][\d., ]*?)\s*([^\d.,\s][\s\S]*)$/.exec(text)
  return found ? { amount: found[1] ?? '', named: found[2] ?? '' } : { amount: text, named: '' }
}

const folded = (unit: string) =>
  unit
    .normalize('NFKC')
    .replaceAll('μ', 'µ')
    .replace(/[\s·.*]/g, '')
    .toLowerCase()

function isSameUnit(named: string, unit: string | undefined): boolean {
  if (unit === undefined) return false
  // M and m are a billion apart: letters that differ in case only are the same but for a prefix.
  if (
    named.length > 1 &&
    unit.length > 1 &&
    /^[Mm]/.test(named) &&
    /^[Mm]/.test(unit) &&
    named[0] !== unit[0]
  )
    return false
  const known = folded(unit)
  const given = folded(named)
  return given === known || (known === 'minutes' && ['min', 'mins', 'minute'].includes(given))
}

function otherUnit(amount: string, named: string, unit: string | undefined): string {
  if (unit === undefined) return 'write the number alone'
  const from = prefixOf(named, unit)
  if (from === null || !plainNumber.test(amount)) return `write the number alone, in ${unit}`
  const converted = Number((Number(amount) * 10 ** from).toPrecision(12))
  return `it is asked in ${unit}: ${amount} ${named} would be ${converted} ${unit}`
}

/** How many powers of ten the typed unit stands above the field's, where they share a base (MBq, GBq). */
function prefixOf(named: string, unit: string): number | null {
  for (const [own, ownPower] of Object.entries(prefixes)) {
    const base = unit.startsWith(own) ? unit.slice(own.length) : null
    if (!base) continue
    for (const [other, power] of Object.entries(prefixes))
      if (other !== own && named === other + base) return power - ownPower
  }
  return null
}

function commaWords(amount: string): string {
  const decimal = amount.replace(',', '.')
  if (/^\d{1,3},\d{3}$/.test(amount))
    return `write ${amount.replace(',', '')} or ${Number(decimal)}: ${amount} can mean either`
  if (/^\d+,\d+$/.test(amount)) return `write decimals with a point, as in ${decimal}`
  return 'write it without commas'
}
