/** What the plain words of leaflets and pages rest on: each source by an id, and what of it was read. */

export interface PlainSource {
  readonly title: string
  readonly publisher: string
  /** The edition or the day, in words; null where the page gives none. */
  readonly edition: string | null
  readonly address: string | null
  /** What was read of it, by whoever wrote from it. */
  readonly read: 'whole' | 'in part'
}

export const PLAIN_SOURCES = {
  'rcr-2013': {
    title: 'Interventional oncology: guidance for service delivery',
    publisher: 'The Royal College of Radiologists',
    edition: '2013, first edition',
    address: null,
    read: 'whole',
  },
} as const satisfies Readonly<Record<string, PlainSource>>
export type SourceId = keyof typeof PLAIN_SOURCES

/** The source with this id, if it is one of ours. */
export function plainSource(id: string): PlainSource | undefined {
  return Object.hasOwn(PLAIN_SOURCES, id) ? PLAIN_SOURCES[id as SourceId] : undefined
}
