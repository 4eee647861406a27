/** What the outbox calls its states and purposes. */

import type { MessageState, Purpose } from '#store/mail/message.ts'
import { isId } from '../components/id.ts'

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

/** A letter's occasion, after its purpose: ' (after a week)'. */
export function occasionWords(occasion: string): string {
  // Of mail about a case it is the case, which nobody could read anything from.
  return occasion === '' || isId(occasion)
    ? ''
    : ` (${occasion.replace(/-(\d{4}-\d{2}-\d{2})$/, '').replaceAll('-', ' ')})`
}
