/** The marks of the map: a colour, a shape and words for each class; safe in grey and for colour-blind readers. */
import type { Availability } from '#core/census/availability.ts'
import { PROVISION_WORDS, type ProvisionClass } from '#core/census/provision.ts'

export type Shape = 'disc' | 'ring' | 'diamond' | 'triangle' | 'cross' | 'dot'

export interface Mark {
  readonly shape: Shape
  readonly colour: string
  /** The colour laid thinly over the nearest-service area. */
  readonly tint: string
  readonly words: string
}

const BOTH = { shape: 'disc', colour: '#005EB8', tint: '#8DB9E3' } as const
const SUPPORTIVE = { shape: 'ring', colour: '#41B6E6', tint: '#CFEBF8' } as const
const REFERRAL = { shape: 'diamond', colour: '#78BE20', tint: '#C9E5A6' } as const
const PLANNED = { shape: 'triangle', colour: '#FFB81C', tint: '#FFE3A4' } as const
const NONE = { shape: 'cross', colour: '#D5281B', tint: '#F3BFBB' } as const
/** Not to offer one procedure is no alarm, as to offer none at all is: the cross without the red. */
const NOT_OFFERED = { shape: 'cross', colour: '#4C6272', tint: '#E3E7E9' } as const
const NO_ANSWER = { shape: 'dot', colour: '#768692', tint: '#E1E6E8' } as const

export const CLASS_MARKS: Readonly<Record<ProvisionClass | 'no-answer', Mark>> = {
  both: { ...BOTH, words: PROVISION_WORDS.both },
  'supportive-only': { ...SUPPORTIVE, words: PROVISION_WORDS['supportive-only'] },
  'referral-pathway-only': { ...REFERRAL, words: PROVISION_WORDS['referral-pathway-only'] },
  planned: { ...PLANNED, words: PROVISION_WORDS.planned },
  none: { ...NONE, words: PROVISION_WORDS.none },
  'no-answer': { ...NO_ANSWER, words: 'No answer' },
}

export const AVAILABILITY_MARKS: Readonly<Record<Availability, Mark>> = {
  here: { ...BOTH, words: 'Offers it here' },
  'by-referral-pathway': { ...REFERRAL, words: 'By referral pathway' },
  'not-offered': { ...NOT_OFFERED, words: 'Does not offer it' },
  'no-answer': { ...NO_ANSWER, tint: '#FAFBFB', words: 'No answer' },
}

/** The colours that are not a class's. */
export const INK = {
  text: '#212B32',
  quiet: '#4C6272',
  line: '#768692',
  sea: '#F2F7FA',
  elsewhere: '#E4E9EB',
  land: '#F5F5F2',
  white: '#FFFFFF',
} as const
