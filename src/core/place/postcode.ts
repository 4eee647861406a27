/** Reads what somebody typed as a postcode: the outward part is all that is ever used or kept of it. */

import { misspelling } from './spelling.ts'

/** Places with British postcodes, or next door, whose health services the directory does not hold. */
export const ELSEWHERE = {
  JE: 'Jersey',
  GY: 'Guernsey, Alderney, Herm or Sark',
  IM: 'the Isle of Man',
  GX: 'Gibraltar',
  BF: 'a British Forces address overseas',
  IE: 'Ireland',
} as const
export type Elsewhere = keyof typeof ELSEWHERE

export type ReadPostcode =
  /** `asTyped` false: letters and digits that look alike were taken for one another. */
  | { readonly kind: 'outcode'; readonly outcode: string; readonly asTyped: boolean }
  /** Such as `SW1`, which people say for all of SW1A to SW1Y. */
  | { readonly kind: 'outcodes'; readonly name: string; readonly outcodes: readonly string[] }
  | { readonly kind: 'elsewhere'; readonly where: Elsewhere; readonly outcode: string }
  /** It has a postcode's form, or nearly, but there is none such; its outward part, or that of the first alike. */
  | { readonly kind: 'unknown'; readonly outcode: string; readonly near: readonly string[] }
  | { readonly kind: 'no-postcode' }

const OUTWARD = '[A-Z]{1,2}[0-9][A-Z0-9]?'
const INWARD = '[0-9][A-Z]{2}'
const outward = new RegExp(`^${OUTWARD}$`)
const joined = new RegExp(`^(${OUTWARD})${INWARD}$`)
/** With the beginning of the inward part, which somebody stopped typing. */
const begun = new RegExp(`^(${OUTWARD})\\s+[0-9][A-Z]?$`)
const within = new RegExp(`(?:^|[^A-Z0-9])(${OUTWARD})\\s*${INWARD}(?![A-Z0-9])`)
/** @see Eircode: a routing key such as D02 or D6W, and four letters or digits */
const eircode = /^[AC-FHKNPRTV-Y](?:[0-9]{2}|6W)[0-9AC-FHKNPRTV-Y]{4}$/
const NEAR_AT_MOST = 6

/**
 * The outward code that is meant: of a whole or half postcode, in capitals or not, with spaces anywhere or
 * nowhere, alone or in an address; with O for 0, I or L for 1 and the like put right where that leaves one.
 * Whether a whole postcode exists is not known here: only the outward codes are.
 *
 * @param known every outward code of the United Kingdom
 */
export function readPostcode(words: string, known: ReadonlySet<string>): ReadPostcode {
  const text = words
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
  const compact = text.replaceAll(' ', '')
  if (eircode.test(compact)) return { kind: 'elsewhere', where: 'IE', outcode: compact.slice(0, 3) }
  const typed = begun.exec(text)?.[1] ?? joined.exec(compact)?.[1] ?? within.exec(text)?.[1] ?? compact
  if (known.has(typed)) return { kind: 'outcode', outcode: typed, asTyped: true }
  const where = elsewhereOf(typed)
  if (where) return { kind: 'elsewhere', where, outcode: typed }
  const longer = [...known].filter((one) => one.startsWith(typed) && /^[A-Z]$/.test(one.slice(typed.length)))
  if (outward.test(typed) && longer.length > 0) return { kind: 'outcodes', name: typed, outcodes: longer }
  const [mended, ...others] = mendings(compact, known)
  if (mended && others.length === 0) return { kind: 'outcode', outcode: mended, asTyped: false }
  if (mended) return { kind: 'unknown', outcode: mended, near: [mended, ...others].slice(0, NEAR_AT_MOST) }
  if (!outward.test(typed)) return { kind: 'no-postcode' }
  return { kind: 'unknown', outcode: typed, near: nearTo(typed, known) }
}

function elsewhereOf(typed: string): Elsewhere | undefined {
  if (!outward.test(typed)) return undefined
  const area = /^[A-Z]+/.exec(typed)?.[0] ?? ''
  return area !== 'IE' && area in ELSEWHERE ? (area as Elsewhere) : undefined // a key, as was just asked
}

const ALIKE: Readonly<Record<string, string>> = {
  ...{ O: '0', '0': 'O', I: '1', L: '1', '1': 'IL' },
  ...{ S: '5', '5': 'S', Z: '2', '2': 'Z', B: '8', '8': 'B', G: '6', '6': 'G' },
}

/** The outward codes of every postcode that looks like this one and has a postcode's form. */
function mendings(compact: string, known: ReadonlySet<string>): readonly string[] {
  if (compact.length < 2 || compact.length > 7 || !/[A-Z]/.test(compact) || !/[0-9]/.test(compact)) return []
  let forms = ['']
  for (const letter of compact) {
    const readings = [letter, ...(ALIKE[letter] ?? '')]
    forms = forms.flatMap((form) => readings.map((reading) => form + reading))
  }
  const codes = forms.flatMap((form) => {
    const code = joined.exec(form)?.[1] ?? form
    return form !== compact && known.has(code) ? [code] : []
  })
  // A whole postcode is meant by whoever typed that many letters and digits.
  const whole = compact.length > 4
  return [...new Set(whole ? codes.filter((code) => code.length < compact.length) : codes)]
}

/** Existing outward codes of the same area, those first that are one slip away, then by number. */
function nearTo(typed: string, known: ReadonlySet<string>): readonly string[] {
  const area = /^[A-Z]+/.exec(typed)?.[0] ?? ''
  const numberOf = (code: string) => Number(/[0-9]+/.exec(code)?.[0] ?? 0)
  return [...known]
    .filter((one) => new RegExp(`^${area}[0-9]`).test(one))
    .map((one) => ({
      one,
      slips: misspelling(one, typed, 1),
      away: Math.abs(numberOf(one) - numberOf(typed)),
    }))
    .sort((a, b) => a.slips - b.slips || a.away - b.away)
    .slice(0, NEAR_AT_MOST)
    .map(({ one }) => one)
}
