/** The sections of a leaflet: which there are, in their order, and what each is called. */

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

/** English. A translation brings its own (`LeafletBody.translation.headings`). */
export const ENGLISH_HEADINGS: Readonly<Record<SectionId, string>> = {
  'when-to-call': 'When to call for help',
  what: 'What it is',
  why: 'Why it is offered',
  'who-may-not': 'Who may not be able to have it',
  before: 'Before you come in',
  day: 'On the day',
  after: 'Afterwards',
  benefits: 'How it may help',
  risks: 'What may go wrong',
  alternatives: 'Other choices',
  radiation: 'X-rays and radiation',
  questions: 'Questions you may want to ask',
}

/** What a service fills in for itself, with what it is called. */
export const LOCAL_PARTS = {
  telephone: 'Telephone',
  outOfHours: 'At night and at weekends',
  ward: 'Ward',
  stay: 'How long you stay',
  whereToCome: 'Where to come',
} as const
export type LocalPartId = keyof typeof LOCAL_PARTS
export const localPartIds = Object.keys(LOCAL_PARTS) as readonly LocalPartId[]
