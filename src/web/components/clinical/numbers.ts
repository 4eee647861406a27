/** Numbers as response and dosimetry are written: never rounded across a threshold. */

/** A share as per cent with its sign, cut off (not rounded) after a tenth: −0.2996 is −29.9%. */
export function changeWords(share: number | null): string {
  if (share === null) return 'not computable'
  const tenths = Math.trunc(share * 1000 + Math.sign(share) * 1e-9)
  const sign = tenths < 0 ? '−' : tenths > 0 ? '+' : ''
  return `${sign}${(Math.abs(tenths) / 10).toFixed(1)}%`
}

/** A length as it was measured. */
export function mmWords(mm: number | null): string {
  return mm === null ? 'not evaluated' : `${mm} mm`
}

/** GBq with two decimals. */
export function gbqWords(activity: number): string {
  return `${activity.toFixed(2)} GBq`
}

/** Gy with one decimal. */
export function gyWords(dose: number): string {
  return `${dose.toFixed(1)} Gy`
}
