/** The MDT meetings of organisations, as cases are judged against them. */

import type { MeetingsOf } from '../case/surroundings.ts'

/** No meeting is kept yet: clauses that need one find none. */
export const meetingsHeld: MeetingsOf = async () => new Map()
