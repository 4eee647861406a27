/** Child-Pugh: five signs of liver function, 1 to 3 points each, with either of its two published albumin cut-offs. */

import { type Computable, obstacle } from './computable.ts'

/** The lower albumin cut-off in g/L: publications differ, so the one used goes with the result. */
export type AlbuminCutOff = '28' | '30'

export interface ChildPughInputs {
  /** µmol/L */
  readonly bilirubin?: number | undefined
  /** g/L */
  readonly albumin?: number | undefined
  readonly inr?: number | undefined
  readonly ascites?: 'none' | 'controlled' | 'refractory' | undefined
  readonly encephalopathy?: 'none' | '1-2' | '3-4' | undefined
}

export type Points = 1 | 2 | 3

export interface ChildPugh {
  /** 5 to 15. */
  readonly points: number
  readonly class: 'A' | 'B' | 'C'
  readonly cutOff: AlbuminCutOff
  readonly parts: Readonly<Record<keyof ChildPughInputs, Points>>
  /** Points and class by the other cut-off, where they are not the same. */
  readonly byOtherCutOff?: { readonly points: number; readonly class: 'A' | 'B' | 'C' }
}

/**
 * The Child-Pugh points and class. A value on a boundary scores 2 (34 and 51 µmol/L, INR 1.7 and 2.3,
 * albumin 35 g/L and the lower cut-off itself).
 *
 * @param cutOff below which albumin scores 3
 * @see docs/sources.md, Liver function: PMC3017746 table 1 (30 g/L), Cleveland Clinic Journal of Medicine table 1 (28 g/L)
 */
export function childPugh(inputs: ChildPughInputs, cutOff: AlbuminCutOff = '28'): Computable<ChildPugh> {
  const { bilirubin, albumin, inr, ascites, encephalopathy } = inputs
  const stopped = obstacle({ bilirubin, albumin, INR: inr, ascites, encephalopathy })
  if (stopped) return stopped
  const parts = partsOf(inputs as Whole, cutOff)
  const other = sumOf(partsOf(inputs as Whole, cutOff === '28' ? '30' : '28'))
  const points = sumOf(parts)
  return {
    computable: true,
    points,
    class: classOf(points),
    cutOff,
    parts,
    ...(other === points ? {} : { byOtherCutOff: { points: other, class: classOf(other) } }),
  }
}

const ascitesPoints = { none: 1, controlled: 2, refractory: 3 } as const
const encephalopathyPoints = { none: 1, '1-2': 2, '3-4': 3 } as const

type Whole = { readonly [Name in keyof ChildPughInputs]-?: NonNullable<ChildPughInputs[Name]> }

function partsOf(inputs: Whole, cutOff: AlbuminCutOff) {
  return {
    bilirubin: rising(inputs.bilirubin, 34, 51),
    albumin: inputs.albumin > 35 ? 1 : inputs.albumin >= Number(cutOff) ? 2 : 3,
    inr: rising(inputs.inr, 1.7, 2.3),
    ascites: ascitesPoints[inputs.ascites],
    encephalopathy: encephalopathyPoints[inputs.encephalopathy],
  } as const
}

function rising(value: number, from: number, to: number): Points {
  return value < from ? 1 : value <= to ? 2 : 3
}

function sumOf(parts: Readonly<Record<string, Points>>): number {
  return Object.values(parts).reduce<number>((sum, points) => sum + points, 0)
}

function classOf(points: number): 'A' | 'B' | 'C' {
  return points <= 6 ? 'A' : points <= 9 ? 'B' : 'C'
}
