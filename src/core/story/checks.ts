/** What a moderator looks for before a story is published. All have to be ticked. */

export const CHECKS = [
  { id: 'nobody-else', says: 'It identifies nobody but its author: no relative, patient or friend' },
  { id: 'no-staff', says: 'It names nobody of a hospital’s staff' },
  { id: 'no-contact', says: 'It holds no telephone number, e-mail address, postal or web address' },
  { id: 'no-numbers', says: 'It holds no NHS number, hospital number or date of birth' },
  { id: 'no-advice', says: 'It tells no reader which treatment to have, to stop or to refuse' },
  { id: 'no-harm', says: 'It accuses nobody and advertises nothing' },
] as const
export type CheckId = (typeof CHECKS)[number]['id']
