/** What a case waits for on one list, for tests, with meetings of its treating service around. */

import assert from 'node:assert/strict'
import { type Due, dueOf, type WorkList } from '#core/pathway/due.ts'
import { caseOf, type Said, surroundingsWith } from './case-of.ts'

export const meetings = surroundingsWith(undefined, [
  { at: '2026-02-10T08:00:00.000Z' },
  { at: '2026-02-17T08:00:00.000Z', tumourSites: ['lung'] },
  { at: '2026-02-24T08:00:00.000Z', tumourSites: ['hepatocellular'] },
  { at: '2026-03-24T08:00:00.000Z' },
])

/** What the case waits for on one list. */
export function on(list: WorkList, ...said: readonly Said[]): readonly Due[] {
  return dueOf(caseOf(...said), meetings).filter((due) => due.list === list)
}

/** The only item of one list; undefined where there is none. */
export const only = (list: WorkList, ...said: readonly Said[]): Due | undefined => {
  const found = on(list, ...said)
  assert.ok(found.length <= 1, `${list} has ${found.length}`)
  return found[0]
}
