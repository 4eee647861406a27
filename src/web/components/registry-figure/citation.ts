/** How a figure of the registry is cited, and how anyone recomputes it. */

import type { FigureData } from '#core/registry/figure/figure.ts'
import { dateWords } from '../dates.ts'

export interface Provenance {
  readonly snapshot: string
  readonly digest: string
  readonly fictional: boolean
  /** Of a published figure: who, when, and its permanent address. */
  readonly published?: {
    readonly author: string
    readonly at: Date
    readonly address: string
    readonly title: string
  }
}

export function citationOf(
  figure: FigureData,
  { snapshot, digest, fictional, published }: Provenance,
): string {
  const parts = [
    published ? `${published.author}. ${published.title}. ${figure.finding}.` : `${figure.finding}.`,
    `Fourth Pillar registry, snapshot ${snapshot} of ${dateWords(new Date(`${figure.asOf}T00:00:00Z`))}.`,
    fictional ? 'Fictional demonstration data.' : '',
    published ? `Published ${dateWords(published.at)}.` : '',
    `Digest SHA-256 ${digest}.`,
    published ? published.address : '',
  ]
  return parts.filter(Boolean).join(' ')
}

/** For a machine that has nothing but this program and the two files. */
export const reproduceCommand = (name: string, snapshot: string) =>
  `npm run reproduce -- ${name}.json --snapshot ${snapshot}.tar`
