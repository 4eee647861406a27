/** What is called how of mail: its states, its purposes, its occasion. */

import type { MessageState, Purpose } from '#store/mail/message.ts'
import { isId } from './id.ts'

export const stateWords: Readonly<Record<MessageState, string>> = {
  queued: 'Waiting',
  deferred: 'To be tried again',
  sent: 'Sent',
  refused: 'Not sent',
}

export const stateColours: Readonly<Record<MessageState, string>> = {
  queued: 'grey',
  deferred: 'yellow',
  sent: 'green',
  refused: 'red',
}

export const purposeWords: Readonly<Record<Purpose, string>> = {
  invitation: 'Invitation',
  reminder: 'Reminder',
  'follow-up': 'Follow-up',
  message: 'Message',
  receipt: 'Receipt',
  'sign-in': 'Sign-in',
  'break-glass': 'Break-glass',
  'referral-answered': 'Referral answered',
  feedback: 'Link for a patient’s feedback',
  'review-due': 'Reviews due',
  'pathway-asked': 'Referral pathway to answer',
  story: 'To the author of a story',
}

export const messageStates = Object.keys(stateWords) as readonly MessageState[]
export const purposes = Object.keys(purposeWords) as readonly Purpose[]

/** A letter's occasion, after its purpose: ' (after a week)'. */
export function occasionWords(occasion: string): string {
  // Of mail about a case it is the case, which nobody could read anything from.
  return occasion === '' || isId(occasion)
    ? ''
    : ` (${occasion.replace(/-(\d{4}-\d{2}-\d{2})$/, '').replaceAll('-', ' ')})`
}
