/** The covariates of a regression, checked, put side by side subject by subject, and brought to one scale. */

export interface Design {
  readonly size: number
  readonly count: number
  /** count rows of `size` standardised values */
  readonly values: Float64Array
  readonly centre: Float64Array
  readonly scale: Float64Array
  readonly names: readonly string[]
}

/**
 * The rows of the subjects that `kept` names, in that order, each covariate less its weighted mean and divided by
 * its weighted standard deviation (1 where it does not vary), so that none drowns another by its units.
 *
 * @throws RangeError where a covariate's length differs or a value is not finite: says which and where
 */
export function design(
  covariates: readonly Float64Array[],
  names: readonly string[],
  subjects: number,
  kept: Int32Array,
  weight: Float64Array | undefined,
): Design {
  const size = covariates.length
  if (names.length !== size) throw new RangeError(`${size} covariates but ${names.length} names`)
  const count = kept.length
  const centre = new Float64Array(size)
  const scale = new Float64Array(size).fill(1)
  const values = new Float64Array(count * size)
  for (const [j, covariate] of covariates.entries()) {
    refuse(covariate, names[j] ?? '', subjects)
    const { mean, deviation } = spread(covariate, weight)
    centre[j] = mean
    scale[j] = deviation
    for (let row = 0; row < count; row += 1) {
      values[row * size + j] = ((covariate[kept[row] as number] as number) - mean) / deviation
    }
  }
  return { size, count, values, centre, scale, names }
}

function refuse(covariate: Float64Array, name: string, subjects: number): void {
  if (covariate.length !== subjects) {
    throw new RangeError(`covariate ${name} has ${covariate.length} values for ${subjects} subjects`)
  }
  for (let at = 0; at < subjects; at += 1) {
    if (!Number.isFinite(covariate[at] as number)) {
      throw new RangeError(`covariate ${name}[${at}] is ${covariate[at]}, not a finite number`)
    }
  }
}

/** Over all subjects in the order given, which is the order of memory; those of weight 0 add nothing. */
function spread(covariate: Float64Array, weight: Float64Array | undefined) {
  let total = 0
  let sum = 0
  let largest = 0
  for (let at = 0; at < covariate.length; at += 1) {
    const w = weight ? (weight[at] as number) : 1
    const value = covariate[at] as number
    total += w
    sum += w * value
    if (w > 0 && Math.abs(value) > largest) largest = Math.abs(value)
  }
  const mean = total > 0 ? sum / total : 0
  let squares = 0
  for (let at = 0; at < covariate.length; at += 1) {
    const difference = (covariate[at] as number) - mean
    squares += (weight ? (weight[at] as number) : 1) * difference * difference
  }
  const deviation = total > 0 ? Math.sqrt(squares / total) : 0
  return { mean, deviation: deviation > largest * 1e-12 ? deviation : 1 }
}
