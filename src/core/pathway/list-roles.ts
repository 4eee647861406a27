/** Which work lists each role keeps: whose work it is, not what they may see. */

import type { Role } from '../access/role.ts'
import { type WorkList, workLists } from './due/due.ts'

const everything = Object.keys(workLists) as readonly WorkList[]

/** Those that are answered for the service as a whole; the referrer's own are not among them. */
const ofTheService = everything.filter((list) => list !== 'answered')

const listsOf: Readonly<Record<string, readonly WorkList[]>> = {
  'io-lead': everything,
  'department-manager': ofTheService,
  'interventional-radiologist': everything,
  referrer: ['answered', 'responsibility-to-state', 'oncologist-to-inform'],
  'mdt-coordinator': ['to-discuss', 'owed-discussion', 'data-query'],
  'cancer-nurse-specialist': [
    'nurse-to-involve',
    'to-inform',
    'patient-question',
    'consent-to-take',
    'today',
    'on-ward',
    'plan-to-make',
    'follow-up',
    'feedback-to-ask',
    'data-query',
  ],
  'ward-nurse': ['consent-to-confirm', 'today', 'on-ward'],
  physicist: ['activity-to-plan', 'today', 'on-ward'],
}

/** The lists of someone's work, in the order of the patient pathway, each once. */
export function listsFor(roles: readonly Role[]): readonly WorkList[] {
  const theirs = new Set(roles.flatMap((role) => listsOf[role] ?? []))
  return everything.filter((list) => theirs.has(list))
}

/** Whether a word of an address names a list. */
export function isWorkList(word: string): word is WorkList {
  return Object.hasOwn(workLists, word)
}
