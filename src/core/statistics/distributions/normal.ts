/** The standard normal distribution: both tails, quantile. */

/**
 * P(Z <= x), to full double precision in both tails (below -38 it is zero).
 *
 * @throws RangeError where `x` is not a number
 * @see Cody WJ. Rational Chebyshev approximations for the error function. Math Comp 1969;23:631-637
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError('normalCdf: x is not a number')
  const size = Math.abs(x)
  if (size <= 0.67448975) {
    const square = size > 1.11e-16 ? x * x : 0
    return 0.5 + (x * polynomial(nearNumerator, square)) / polynomial(nearDenominator, square)
  }
  const tail = farTail(size)
  return x < 0 ? tail : 1 - tail
}

/** P(Z > x), with all its digits where it is small. */
export function normalUpper(x: number): number {
  return normalCdf(-x)
}

/** P(Z > size) for size above 0.67. */
function farTail(size: number): number {
  if (size > 38.6) return 0
  let scaled: number
  if (size <= Math.sqrt(32)) scaled = polynomial(middleNumerator, size) / polynomial(middleDenominator, size)
  else {
    const inverse = 1 / (size * size)
    const correction = (inverse * polynomial(farNumerator, inverse)) / polynomial(farDenominator, inverse)
    scaled = (1 / Math.sqrt(2 * Math.PI) - correction) / size
  }
  // exp(-size^2 / 2) in two factors, so that the square's rounding does not cost digits
  const short = Math.trunc(size * 16) / 16
  const rest = (size - short) * (size + short)
  return Math.exp(-short * short * 0.5) * Math.exp(-rest * 0.5) * scaled
}

/**
 * The `z` with P(Z <= z) = p; infinite at 0 and 1.
 *
 * @throws RangeError where `p` is outside 0 to 1
 * @see Wichura MJ. Algorithm AS 241: the percentage points of the normal distribution. Appl Stat 1988;37:477-484
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`normalQuantile: p is ${p}, not within 0 to 1`)
  const centred = p - 0.5
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred
    return (centred * polynomial(centreNumerator, r)) / polynomial(centreDenominator, r)
  }
  const tail = centred < 0 ? p : 1 - p
  if (tail === 0) return centred < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const r = Math.sqrt(-Math.log(tail))
  const size =
    r <= 5
      ? polynomial(shoulderNumerator, r - 1.6) / polynomial(shoulderDenominator, r - 1.6)
      : polynomial(tailNumerator, r - 5) / polynomial(tailDenominator, r - 5)
  return centred < 0 ? -size : size
}

/** By Horner's rule; the highest power comes first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (const coefficient of coefficients) sum = sum * x + coefficient
  return sum
}

const nearNumerator = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
]
const nearDenominator = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
const middleNumerator = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
]
const middleDenominator = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
]
const farNumerator = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
]
const farDenominator = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
]
const centreNumerator = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
]
const centreDenominator = [
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
]
const shoulderNumerator = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
]
const shoulderDenominator = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
]
const tailNumerator = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
]
const tailDenominator = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
]
