/** The sections of a leaflet, in their order, and what a service fills in; `words/` says what each is called. */

/** In the order in which a patient meets them. */
export const SECTIONS = [
  'when-to-call',
  'what',
  'why',
  'who-may-not',
  'before',
  'day',
  'after',
  'benefits',
  'risks',
  'alternatives',
  'radiation',
  'questions',
] as const
export type SectionId = (typeof SECTIONS)[number]

/** The sections that are plain statements; the others have a form of their own. */
export const TEXT_SECTIONS = [
  'what',
  'why',
  'who-may-not',
  'before',
  'day',
  'after',
  'benefits',
  'alternatives',
  'radiation',
] as const satisfies readonly SectionId[]
export type TextSection = (typeof TEXT_SECTIONS)[number]

/** What a service fills in for itself. */
export const localPartIds = ['telephone', 'outOfHours', 'ward', 'stay', 'whereToCome'] as const
export type LocalPartId = (typeof localPartIds)[number]
