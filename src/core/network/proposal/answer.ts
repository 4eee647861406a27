/** An answer as it is kept: everything that its page shows, so that a link shows exactly this one for ever. */

import type { Nation } from '../../catalogue/organisations.ts'
import type { Point, TravelBasis } from '../network.ts'
import type { WhatIf } from '../siting/what-if.ts'

/** How an organisation stands in an answer; the map's marks go by it. */
export type SiteRole = 'offers' | 'new' | 'left-out' | 'by-pathway' | 'by-new-pathway' | 'gap' | 'other'

export interface AnswerSite extends Point {
  readonly code: string
  readonly name: string
  readonly nation: Nation
  readonly role: SiteRole
  /** Minutes that those who live nearest to it save on average; below 0 they lose; null: nobody lives there. */
  readonly saves: number | null
}

/** A referral pathway that is there, or that the answer proposes. */
export interface AnswerPathway {
  readonly from: string
  readonly to: string
  readonly isNew: boolean
}

/** A service that could take a gap's patients. */
export interface AnswerRecipient {
  readonly code: string
  /** By road from the gap's place; null: no way by road. */
  readonly minutes: number | null
  readonly reasons: readonly string[]
}

/** One gap, with who could take its patients, the best first. */
export interface AnswerGap {
  readonly code: string
  /** Who live nearest to it. */
  readonly people: number
  readonly recipients: readonly AnswerRecipient[]
}

/** What one new pathway or service does, in the order in which they help most. */
export interface AnswerStep {
  readonly code: string
  /** Of a pathway, to whom. */
  readonly to: string | null
  /** Who live nearest to it and now have a way, or a shorter one. */
  readonly people: number
  /** Of a pathway: from the gap to the recipient. Of a service: saved on average by those who go there. */
  readonly minutes: number | null
}

export interface Answer {
  /** `explained`: there is nothing to compute, and `why` says why. */
  readonly outcome: 'optimal' | 'stopped' | 'infeasible' | 'explained'
  /** The answer in one sentence, or two. */
  readonly sentence: string
  readonly why: string | null
  readonly sites: readonly AnswerSite[]
  readonly pathways: readonly AnswerPathway[]
  readonly gaps: readonly AnswerGap[]
  readonly steps: readonly AnswerStep[]
  /** Before and after; null where nothing changes. */
  readonly change: WhatIf | null
  /** What was made as small or as large as can be, with its bound; null where nothing was. */
  readonly proof: Proof | null
  /** People whom no candidate can reach by road. */
  readonly unreachable: { readonly people: number; readonly areas: number }
  readonly basis: Basis
}

export interface Proof {
  /** `minutes on average`, `people`, `new referral pathways`. */
  readonly unit: string
  readonly objective: number
  /** No choice can do better than this; null: none is known yet. */
  readonly bound: number | null
  /** Share between what was found and the bound: 0 is proven best; null: there is no bound yet. */
  readonly gap: number | null
}

/** What an answer rests on. */
export interface Basis {
  readonly day: string
  readonly edition: string | null
  readonly travel: TravelBasis
  readonly travelKey: string
  readonly areas: number
  readonly people: number
  readonly fictional: boolean
}

/** Under this share nobody can tell the difference: two parts in a million. */
const proven = 2e-6

/** `Proven best`, or `Within 0.8% of the best possible`. */
export function proofWords({ gap }: Pick<Proof, 'gap'>): string {
  if (gap === null) return 'How far from the best possible is not known'
  if (gap <= proven) return 'Proven best: no other choice does better'
  const share = gap * 100
  return `Within ${share < 0.1 ? '0.1' : share.toFixed(1)}% of the best possible`
}

export const travelWords: Readonly<Record<TravelBasis, string>> = {
  osrm: 'Measured on roads by OSRM, by car',
  valhalla: 'Measured on roads by Valhalla, by car',
  file: 'Given by hand, in a file',
  estimate: 'An estimate from distance, not measured on roads',
}
