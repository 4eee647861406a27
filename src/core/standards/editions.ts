/** The standards that are known here, with their editions beside each other. */

import { rcr2013 } from './rcr-2013/standard.ts'
import { rcr2017 } from './rcr-2017.ts'
import type { Standard } from './standard.ts'

export const STANDARDS: readonly Standard[] = [rcr2013, rcr2017]

/** The standard with this id. */
export function standardWithId(id: string): Standard | undefined {
  return STANDARDS.find((each) => each.id === id)
}
