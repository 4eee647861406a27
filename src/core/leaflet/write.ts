/** The words with which the master's leaflets are written: `says`, `review`, `risk`, `call`, `ask`, `easy`. */

import type { SourceId } from '../plain/sources.ts'
import type {
  Call,
  EasyLine,
  Frequency,
  LeafletBody,
  Question,
  Risk,
  Statement,
  StatementSource,
} from './leaflet.ts'
import type { Pictogram } from './pictograms.ts'
import type { LocalPartId, TextSection } from './sections.ts'

/** A source that says it, and where in it. */
export type Cited = StatementSource
export const cite = (id: SourceId, at?: string): Cited => (at === undefined ? { id } : { id, at })

/** A statement that a source bears out. */
export const says = (source: Cited, id: string, words: string): Statement => ({ id, says: words, source })
/** A statement that waits for a clinician. */
export const review = (id: string, words: string): Statement => ({ id, says: words, source: 'for-review' })

/** A risk whose frequency a source that we read gives. */
export const risk = (source: Cited, id: string, name: string, frequency: Frequency, words: string): Risk => ({
  id,
  name,
  says: words,
  source,
  frequency,
})
/** A risk whose frequency we do not know: a clinician reviews it, whoever names it. */
export const riskUnknown = (id: string, name: string, words: string): Risk => ({
  id,
  name,
  says: words,
  source: 'for-review',
  frequency: null,
})
export const per100 = (from: number, to = from): Frequency => ({ from, to, per: 100 })
export const per1000 = (from: number, to = from): Frequency => ({ from, to, per: 1000 })

export const emergency = (id: string, sign: string, source: Cited = 'for-review'): Call => ({
  id,
  sign,
  urgency: '999',
  source,
})
export const sameDay = (id: string, sign: string, source: Cited = 'for-review'): Call => ({
  id,
  sign,
  urgency: 'same-day',
  source,
})
export const ask = (id: string, asks: string): Question => ({ id, asks })
export const easy = (
  id: string,
  picture: Pictogram,
  words: string,
  source: Cited = 'for-review',
): EasyLine => ({ id, says: words, picture, source })

export interface MasterText
  extends Readonly<Record<Exclude<TextSection, 'who-may-not'>, readonly Statement[]>> {
  readonly procedure: string
  readonly title: string
  readonly version: string
  readonly whoMayNot: readonly Statement[]
  readonly risks: readonly Risk[]
  readonly calls: readonly Call[]
  readonly questions: readonly Question[]
  readonly easyRead: readonly EasyLine[]
  /** Of the local parts, what differs from the usual default. */
  readonly local?: Partial<LeafletBody['local']>
}

const localDefaults: Readonly<Record<LocalPartId, string>> = {
  telephone: 'the number on your appointment letter',
  outOfHours: 'NHS 111, and say what treatment you had',
  ward: 'the ward named in your appointment letter',
  stay: 'your team will tell you before you come in',
  whereToCome: 'the place named in your appointment letter',
}

/** The master's leaflet in English, as the first version of it stands: nobody has signed it. */
export function master(text: MasterText): LeafletBody {
  const { what, why, whoMayNot, before, day, after, benefits, alternatives, radiation } = text
  return {
    procedure: text.procedure,
    language: 'en',
    translation: null,
    title: text.title,
    version: text.version,
    authors: ['The Fourth Pillar project'],
    written: '2026-11-22',
    reviewDue: '2027-11-22',
    signOff: null,
    local: { ...localDefaults, ...text.local },
    sections: {
      what,
      why,
      'who-may-not': whoMayNot,
      before,
      day,
      after,
      benefits,
      alternatives,
      radiation,
    },
    risks: text.risks,
    calls: text.calls,
    questions: text.questions,
    easyRead: text.easyRead,
  }
}
