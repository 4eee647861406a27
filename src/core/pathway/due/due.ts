/** Something that a case waits for: what, of whom, by when, and the kind of entry that answers it. */

import type { Course } from '../course.ts'
import type { Surroundings } from '../surroundings.ts'

/** The work lists, in the order of the patient pathway, with their words. */
export const workLists = {
  'to-answer': {
    title: 'Referrals to answer',
    none: 'Every referral is answered.',
    counted: ['referral', 'referrals'],
  },
  answered: { title: 'Answers to read', none: 'There is no answer to read.', counted: ['answer', 'answers'] },
  'to-speak': { title: 'Clinical discussion owed', none: 'Every referral has been talked over.' },
  'oncologist-to-inform': { title: 'Oncologist to inform', none: 'Every oncologist knows.' },
  'nurse-to-involve': {
    title: 'Cancer nurse specialist to involve',
    none: 'For every case it is said who the cancer nurse specialist is.',
  },
  'responsibility-to-state': {
    title: 'Responsibility to state',
    none: 'For every case it is said who is responsible.',
  },
  'to-discuss': { title: 'To be discussed at an MDT meeting', none: 'No case waits for an MDT meeting.' },
  'to-book': { title: 'To be booked', none: 'No case waits for a booking.' },
  'to-inform': { title: 'Information to give', none: 'Everyone booked has had their leaflet.' },
  'patient-question': {
    title: 'Patients’ questions',
    none: 'No patient waits for an answer.',
    counted: ['question', 'questions'],
  },
  'consent-to-take': { title: 'Consent to take', none: 'Everyone booked has decided.' },
  'activity-to-plan': {
    title: 'Activities to plan',
    none: 'No activity waits to be planned.',
    counted: ['activity', 'activities'],
  },
  'to-prescribe': {
    title: 'Prescriptions to sign',
    none: 'No prescription is missing.',
    counted: ['prescription', 'prescriptions'],
  },
  'consent-to-confirm': { title: 'Consent to confirm', none: 'No consent waits to be confirmed.' },
  today: { title: 'Today’s list', none: 'Nothing is booked.', counted: ['booking', 'bookings'] },
  'on-ward': { title: 'On the ward', none: 'Nobody is on the ward after a treatment.' },
  'complication-to-grade': {
    title: 'Complications to grade',
    none: 'Every complication is graded.',
    counted: ['complication', 'complications'],
  },
  'owed-discussion': {
    title: 'Owed an MDT discussion after treatment',
    none: 'No case is owed a discussion.',
    counted: ['treatment', 'treatments'],
  },
  'plan-to-make': {
    title: 'Follow-up plan missing',
    none: 'Every treatment has a follow-up plan.',
    counted: ['treatment', 'treatments'],
  },
  'follow-up': { title: 'Follow-up', none: 'No follow-up is due.', counted: ['follow-up', 'follow-ups'] },
  'safety-to-review': {
    title: 'Safety to review',
    none: 'Safety is recorded for every treatment.',
    counted: ['treatment', 'treatments'],
  },
  'feedback-to-ask': {
    title: 'Feedback to ask for',
    none: 'Every patient has been asked.',
    counted: ['treatment', 'treatments'],
  },
  'response-due': {
    title: 'Response assessments',
    none: 'No response assessment is due.',
    counted: ['assessment', 'assessments'],
  },
  'data-query': {
    title: 'Data to complete or correct',
    none: 'No value is missing or in doubt.',
    counted: ['query', 'queries'],
  },
  'to-close': { title: 'To be closed', none: 'No case waits to be closed.' },
} as const satisfies Readonly<Record<string, ListWords>>

interface ListWords {
  readonly title: string
  readonly none: string
  /** What one of its rows is, and several, where a case can have more than one. */
  readonly counted?: readonly [one: string, several: string]
}

/** How many wait on a list, in words: '1 question'. */
export function countOn(list: WorkList, total: number): string {
  const words: ListWords = workLists[list]
  const [one, several] = words.counted ?? ['case', 'cases']
  return `${total} ${total === 1 ? one : several}`
}

export type WorkList = keyof typeof workLists

export interface Due {
  /** Unique in its case, and the same for as long as it is about the same: `<list>:<first id of the entry, item>`. */
  readonly key: string
  readonly list: WorkList
  /** In a few words, without the patient: 'Follow-up: clinic'. */
  readonly what: string
  /** The kind of entry that answers it; null where reading it, or correcting an entry, is the answer. */
  readonly kind: string | null
  /** From when it can be done. */
  readonly opensAt: string
  /** After this it is overdue; null where there is no hour. */
  readonly dueAt: string | null
  /** Whose it is to do. */
  readonly organisation: string
  /** The id of the entry that it is about, as it stands. */
  readonly about?: string
  /** The item of the follow-up plan. */
  readonly item?: string
  /** Who, as the record names them. */
  readonly by?: string
  /** Of a data query: its rule. */
  readonly rule?: string
  /** A correction of what it is about answers it; `kind` is then null. */
  readonly correct?: true
  /** What whoever reads the list has to know, such as radiation precautions. */
  readonly note?: string
}

export type DueRule = (course: Course, surroundings: Surroundings) => readonly Due[]
