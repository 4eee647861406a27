/** What the plain words of leaflets and pages rest on: each source by an id, and what of it was read. */

import { CHARITIES_AND_SOCIETIES } from './sources/charities.ts'
import { GUIDANCE } from './sources/guidance.ts'
import { HOSPITAL_LEAFLETS } from './sources/hospitals.ts'
import { STUDIES } from './sources/studies.ts'

/** All, by id. None was read in print; `read` says how much of what stands at the address was. */
export const PLAIN_SOURCES = {
  ...GUIDANCE,
  ...CHARITIES_AND_SOCIETIES,
  ...HOSPITAL_LEAFLETS,
  ...STUDIES,
} as const
export type SourceId = keyof typeof PLAIN_SOURCES

export interface PlainSource {
  readonly title: string
  readonly publisher: string
  /** The edition or the day, in words; null where the page gives none. */
  readonly edition: string | null
  readonly address: string | null
  /** `in part`: the beginning of the page, or its abstract. */
  readonly read: 'whole' | 'in part'
}

/** The source with this id, if it is one of ours. */
export function plainSource(id: string): PlainSource | undefined {
  return Object.hasOwn(PLAIN_SOURCES, id) ? PLAIN_SOURCES[id as SourceId] : undefined
}
