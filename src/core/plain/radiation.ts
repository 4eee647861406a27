/** Doses that a source states, to be compared with what nature gives. None is measured or computed here. */

import type { SourceId } from './sources.ts'

/** From nature, for a person in the UK, in millisieverts a year. The government's table divides by it. */
export const BACKGROUND = { mSvAYear: 2.2, source: 'gov-doses' } as const

export interface Dose {
  readonly id: string
  readonly name: string
  /** Typical effective dose, millisieverts. */
  readonly mSv: number
  readonly kind: 'scan' | 'treatment' | 'nature'
  readonly source: SourceId
  /** What to know about the number. */
  readonly note?: string
}

const oneHospital = 'the middle of what one hospital saw; newer machines often need less'

/** From the smallest to the largest. */
export const DOSES: readonly Dose[] = [
  { id: 'chest', name: 'X-ray of the chest', mSv: 0.02, kind: 'scan', source: 'gov-doses' },
  { id: 'abdomen', name: 'X-ray of the belly', mSv: 0.7, kind: 'scan', source: 'gov-doses' },
  { id: 'ct-head', name: 'CT scan of the head', mSv: 2, kind: 'scan', source: 'gov-doses' },
  { id: 'year', name: 'Nature, in a year', mSv: BACKGROUND.mSvAYear, kind: 'nature', source: 'gov-doses' },
  {
    id: 'nephrostomy',
    name: 'A drain for a kidney (nephrostomy)',
    ...{ mSv: 3.9, kind: 'treatment', source: 'ir-doses-1998', note: oneHospital },
  },
  { id: 'bone-scan', name: 'Bone scan', mSv: 4, kind: 'scan', source: 'gov-doses' },
  {
    id: 'biliary-stent',
    name: 'A stent for a bile duct, put in or taken out',
    ...{ mSv: 4.5, kind: 'treatment', source: 'ir-doses-1998', note: oneHospital },
  },
  { id: 'ct-chest', name: 'CT scan of the chest', mSv: 8, kind: 'scan', source: 'gov-doses' },
  { id: 'ct-abdomen', name: 'CT scan of the belly', mSv: 10, kind: 'scan', source: 'gov-doses' },
  {
    id: 'tace',
    name: 'Chemotherapy beads into the liver (TACE)',
    ...{ mSv: 11.7, kind: 'treatment', source: 'tace-doses' },
    note: 'the middle of what one hospital saw, from 0.6 to 132',
  },
  {
    id: 'ptc',
    name: 'X-ray pictures of the bile ducts through the skin (PTC)',
    ...{ mSv: 12, kind: 'treatment', source: 'ir-doses-1998', note: oneHospital },
  },
  {
    id: 'kidney-ablation',
    name: 'Freezing a kidney tumour (cryoablation), guided by CT',
    ...{ mSv: 26, kind: 'treatment', source: 'kidney-ablation-doses' },
    note: 'the middle of what a study of 164 treatments saw',
  },
  {
    id: 'liver-ablation',
    name: 'Destroying a liver tumour with heat, guided by CT',
    ...{ mSv: 37, kind: 'treatment', source: 'liver-ablation-doses' },
    note: 'the average of one hospital; many scans are taken while the needle is placed',
  },
]

/**
 * How long nature takes to give as much: in days below two months, in months below two years, else in years,
 * rounded to the nearest, of years to the half.
 *
 * @param mSv effective dose, millisieverts; refuses what is not above 0
 */
export function backgroundWords(mSv: number): string {
  if (!(mSv > 0)) throw new RangeError(`${mSv} mSv is no dose`)
  const years = mSv / BACKGROUND.mSvAYear
  const days = years * 365.25
  if (days < 61) return counted(Math.max(1, Math.round(days)), 'day')
  const months = Math.round(years * 12)
  if (months === 12) return '1 year'
  if (months < 24) return counted(months, 'month')
  return counted(Math.round(years * 2) / 2, 'year')
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
