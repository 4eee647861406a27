/** The unit that someone may have meant: a number that is impossible in one unit and usual in the next. */

interface Scale {
  readonly unit?: string | undefined
  readonly min: number
  readonly max: number
  readonly plausible?: readonly [number, number] | undefined
}

/** What a number typed in another unit is multiplied by, a unit: MBq for GBq, g/dL for g/L, metres for centimetres. */
const slips: Readonly<Record<string, readonly number[]>> = {
  GBq: [1e-3, 1e-6],
  'g/L': [10],
  cm: [100, 0.1],
  mm: [10, 1000],
  ml: [1000],
  Gy: [0.01, 0.001],
  mGy: [1000],
  'Gy·cm²': [0.01, 1e-4],
  mGy·cm: [10],
  '%': [100],
  kg: [0.001],
}

/** The number in the field's own unit that was probably meant; undefined where none is likely. */
export function probablyMeant(value: number, { unit, min, max, plausible }: Scale): number | undefined {
  const [low, high] = plausible ?? [min, max]
  return (slips[unit ?? ''] ?? [])
    .map((factor) => Number((value * factor).toPrecision(12)))
    .find((meant) => meant > 0 && meant >= low && meant <= high)
}

/** 'Did you mean 2.1 GBq?', or nothing. */
export function meantWords(value: unknown, scale: Scale): string {
  const meant = typeof value === 'number' ? probablyMeant(value, scale) : undefined
  return meant === undefined ? '' : `Did you mean ${meant} ${scale.unit}?`
}
