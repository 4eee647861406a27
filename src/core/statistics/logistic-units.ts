/** What a logistic regression refuses, and its coefficients brought back from standardised covariates. */

import type { Design } from './covariates.ts'
import type { LogisticInput } from './logistic.ts'

/** @throws RangeError naming the first event, weight or offset that cannot be */
export function checkLogistic({ event, weight, offset }: LogisticInput): void {
  for (const [name, values] of Object.entries({ weight, offset })) {
    if (values && values.length !== event.length) {
      throw new RangeError(`${name} has ${values.length} places where event has ${event.length}`)
    }
  }
  for (let at = 0; at < event.length; at += 1) {
    if ((event[at] as number) > 1) throw new RangeError(`event[${at}] is ${event[at]}: it is 0 or 1`)
    if (weight && !((weight[at] as number) >= 0 && (weight[at] as number) < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`weight[${at}] is ${weight[at]}: a weight is finite and not negative`)
    }
    if (offset && !Number.isFinite(offset[at] as number)) {
      throw new RangeError(`offset[${at}] is ${offset[at]}: it is finite`)
    }
  }
}

/**
 * Coefficients (the intercept first) and their covariance, in the covariates' own units: the slope is divided by the
 * covariate's scale, and the intercept moves from the covariates' centre to where they are 0.
 */
export function inOwnUnits(
  coefficients: Float64Array,
  covariance: Float64Array,
  { size, centre, scale }: Design,
): { readonly estimates: Float64Array; readonly covariance: Float64Array } {
  const width = size + 1
  const change = new Float64Array(width * width)
  change[0] = 1
  for (let j = 0; j < size; j += 1) {
    change[j + 1] = -(centre[j] as number) / (scale[j] as number)
    change[(j + 1) * width + j + 1] = 1 / (scale[j] as number)
  }
  const estimates = new Float64Array(width)
  const half = new Float64Array(width * width)
  const own = new Float64Array(width * width)
  for (let row = 0; row < width; row += 1) {
    for (let k = 0; k < width; k += 1) {
      const factor = change[row * width + k] as number
      if (factor === 0) continue
      estimates[row] = (estimates[row] as number) + factor * (coefficients[k] as number)
      for (let column = 0; column < width; column += 1) {
        const cell = row * width + column
        half[cell] = (half[cell] as number) + factor * (covariance[k * width + column] as number)
      }
    }
  }
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column < width; column += 1) {
      for (let k = 0; k < width; k += 1) {
        const cell = row * width + column
        own[cell] =
          (own[cell] as number) + (half[row * width + k] as number) * (change[column * width + k] as number)
      }
    }
  }
  return { estimates, covariance: own }
}
