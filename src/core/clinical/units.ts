/** Units converted where it can be seen: laboratories here report per litre, some formulas were made per decilitre. */

/** µmol/L of creatinine in one mg/dL. @see docs/sources.md, Liver function (labtestsguide.com) */
const creatininePerMgDl = 88.4
/** µmol/L of bilirubin in one mg/dL. @see docs/sources.md, Liver function (labtestsguide.com) */
const bilirubinPerMgDl = 17.1

/** Creatinine in mg/dL, from µmol/L. */
export function creatinineMgDl(micromolesPerLitre: number): number {
  return micromolesPerLitre / creatininePerMgDl
}

/** Bilirubin in mg/dL, from µmol/L. */
export function bilirubinMgDl(micromolesPerLitre: number): number {
  return micromolesPerLitre / bilirubinPerMgDl
}

/** The nearest whole number; a half goes up. */
export function roundedHalfUp(value: number): number {
  return Math.floor(value + 0.5 + 1e-9)
}
