/** Kinds of pages, as looks name them, in words. */

import { workLists } from '#core/pathway/due.ts'

const words = new Map<string, string>([
  ['case', 'The case'],
  ['case findings', 'The case’s findings'],
  ['cases', 'The list of cases'],
  ['form-of-an-entry-refused', 'Form of an entry, which was refused'],
  ['patient', 'The patient’s page'],
  ['patients', 'Patients found'],
  ['looks', 'This page'],
  ['meeting', 'The list of an MDT meeting'],
  ['meeting minutes', 'The sheet of an MDT meeting'],
  ['meeting letter', 'Outcome letter of an MDT meeting'],
  ['meeting letters', 'The outcome letters of an MDT meeting'],
  ...Object.entries(workLists).map(([list, { title }]) => [`list ${list}`, `Work list: ${title}`] as const),
])

/** The list of cases; a kind of page that has no words yet by its own name. */
export function pageWords(page: string): string {
  const known = words.get(page)
  if (known) return known
  const plain = page.replaceAll('-', ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
