/** What is done to a whole meeting: its list filled, a case put on it, attendance, begun and ended. */

import { z } from 'zod'
import { memberRoleSchema } from '#core/meeting/team.ts'
import { freshen } from '#store/case/freshen.ts'
import { setAttendance, turnMeeting } from '#store/meeting/hold.ts'
import { addCase, fillList } from '#store/meeting/list.ts'
import { fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { inScope } from '../scope.ts'
import { back, onOwnMeeting } from './view.ts'

const name = (c: PageContext) => c.var.person?.name ?? ''

export function fill(c: PageContext) {
  return onOwnMeeting(c, async ({ id, organisation }) => {
    const now = c.var.now()
    const added = await inScope(c, 'meeting:run', async (db) => {
      await freshen(db, [organisation], now)
      return fillList(db, id, now, name(c))
    })
    return back(c, id, { told: `filled-${added}` })
  })
}

export function put(c: PageContext) {
  return onOwnMeeting(c, async ({ id }) => {
    const { case: typed = '' } = await fieldsOf(c)
    const caseId = typed.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/)?.[0] ?? ''
    const answer = isId(caseId)
      ? await inScope(c, 'meeting:run', (db) => addCase(db, id, caseId, c.var.now(), name(c)))
      : 'no-such-case'
    return back(c, id, { told: answer })
  })
}

const attendance = z.object({
  name: z.string().trim().min(1).max(120),
  role: memberRoleSchema,
  present: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
})

export function attend(c: PageContext) {
  return onOwnMeeting(c, async (meeting) => {
    const fields = await fieldsOf(c)
    const read = attendance.safeParse(fields)
    const view = { item: fields.item }
    if (!read.success) return back(c, meeting.id, { ...view, open: 'attendance', told: 'who-is-missing' })
    await inScope(c, 'meeting:run', (db) => setAttendance(db, meeting, read.data))
    return back(c, meeting.id, { ...view, open: 'attendance' })
  })
}

const turning = z.object({ to: z.enum(['under-way', 'held', 'cancelled', 'planned']) })

export function turn(c: PageContext) {
  return onOwnMeeting(c, async ({ id }) => {
    const read = turning.safeParse(await fieldsOf(c))
    const answer = read.success
      ? await inScope(c, 'meeting:run', (db) => turnMeeting(db, id, read.data.to))
      : 'not-from-here'
    return back(c, id, { told: answer === 'turned' && read.success ? read.data.to : answer })
  })
}
