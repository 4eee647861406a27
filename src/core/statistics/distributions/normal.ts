/** The standard normal distribution: density, both tails, quantile. */

/** The density at `x`. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)
}

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
  0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
  18154.981253343561249,
]
const nearDenominator = [
  1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956,
]
const middleNumerator = [
  1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
  597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
  9842.7148383839780218,
]
const middleDenominator = [
  1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
  18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
]
const farNumerator = [
  0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807,
  0.001421619193227893466, 2.9112874951168792e-5,
]
const farDenominator = [
  1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
  7.29751555083966205e-5,
]
const centreNumerator = [
  2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
  13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
]
const centreDenominator = [
  5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
  5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
]
const shoulderNumerator = [
  7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
  3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
]
const shoulderDenominator = [
  1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
  0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
]
const tailNumerator = [
  2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
  0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
]
const tailDenominator = [
  2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
  0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
]
