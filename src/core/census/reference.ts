/** The reference on a receipt: short enough to read out on the telephone, checked against a slip. */

/** Crockford's alphabet: no I, L, O or U, which are taken for 1, 1, 0 and V. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 7

/** How many random bytes a reference takes. */
export const REFERENCE_BYTES = LENGTH

/**
 * A reference from random bytes: seven characters and a check character, as `7K3M-Q2XD`. The same bytes
 * give the same reference. 35 random bits; the store's unique index refuses the rare double.
 *
 * @see Douglas Crockford, Base 32 (the alphabet; the check character is ours)
 */
export function referenceFrom(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new Error(`a reference takes ${LENGTH} random bytes, not ${bytes.length}`)
  const digits = [...bytes.subarray(0, LENGTH)].map((byte) => byte % 32)
  return written([...digits, checkDigit(digits)])
}

/**
 * A reference as someone typed it, in its written form; null when it is none. Case, spaces and hyphens are
 * no matter, O reads as 0, I and L as 1. One wrong character, and two exchanged neighbours, are found.
 */
export function readReference(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const digits = [...plain].map((character) => ALPHABET.indexOf(character))
  if (digits.length !== LENGTH + 1 || digits.includes(-1)) return null
  return digits[LENGTH] === checkDigit(digits.slice(0, LENGTH)) ? written(digits) : null
}

function written(digits: readonly number[]): string {
  const characters = digits.map((digit) => ALPHABET[digit]).join('')
  return `${characters.slice(0, 4)}-${characters.slice(4)}`
}

/** A weighted sum in the field of 32 elements: any one change, and any exchange of two, changes it. */
function checkDigit(digits: readonly number[]): number {
  return digits.reduce((sum, digit, place) => sum ^ times(digit, place + 1), 0)
}

/** Multiplication by 2 to the power `by` in the field of 32 elements (x^5 + x^2 + 1): distinct for 31 powers. */
function times(digit: number, by: number): number {
  let product = digit
  for (let step = 0; step < by; step += 1)
    product = product & 16 ? ((product << 1) ^ 0b100101) & 31 : product << 1
  return product
}
