/** What is done to a case on the list: moved, taken off, carried over, shown to everybody. */

import { z } from 'zod'
import { showItem } from '#store/meeting/hold.ts'
import { moveItem, setItemState } from '#store/meeting/list.ts'
import { fieldsOf } from '../components/form.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { inScope } from '../scope.ts'
import { back, itemId, onOwnMeeting } from './view.ts'

const moving = z.object({ direction: z.enum(['up', 'down']) })

export function move(c: PageContext) {
  return onOwnMeeting(c, async ({ id }) => {
    const read = moving.safeParse(await fieldsOf(c))
    const item = itemId(c)
    if (!item || !read.success) return notFound(c)
    await inScope(c, 'meeting:run', (db) => moveItem(db, id, item, read.data.direction))
    return back(c, id, { item })
  })
}

const stating = z.object({ state: z.enum(['waiting', 'carried-over', 'removed']) })

export function setState(c: PageContext) {
  return onOwnMeeting(c, async ({ id }) => {
    const read = stating.safeParse(await fieldsOf(c))
    const item = itemId(c)
    if (!item || !read.success) return notFound(c)
    const { state } = read.data
    await inScope(c, 'meeting:run', (db) => setItemState(db, id, item, state, c.var.person?.name ?? ''))
    return back(c, id, state === 'removed' ? {} : { item })
  })
}

export function showToAll(c: PageContext) {
  return onOwnMeeting(c, async ({ id }) => {
    const item = itemId(c)
    if (!item) return notFound(c)
    await inScope(c, 'meeting:run', (db) => showItem(db, id, item))
    return back(c, id, { item })
  })
}
