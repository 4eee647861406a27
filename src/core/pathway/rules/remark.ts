/** What a rule says of a body that someone is about to sign: beside a field, in words. */

export interface Remark {
  /** The field that it is about, as in `targets.0.laterality`; 'occurredAt' for the day; empty for the whole. */
  readonly path: string
  readonly words: string
}

/** Why a plan may not be made. */
export interface Stop extends Remark {
  readonly clause: string
}

/** A clause that what happened did not keep. It is accepted; a reason is asked (`breachReason`). */
export interface Breach extends Remark {
  readonly clause: string
}

/** Accepted once the writer has said that it is right. */
export type Warning = Remark

/** What cannot be: refused. */
export interface Impossibility extends Remark {
  readonly code: 'future' | 'before-birth' | 'after-death' | 'order' | 'unit'
}

/** A clause of the College's guidance of 2013, as in `rcr-2013/4.4.3`. */
export const rcr = (number: string): string => `rcr-2013/${number}`
