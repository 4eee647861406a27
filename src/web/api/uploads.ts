/** GET /api/registry/v1/uploads/:upload: what became of what a program sent. */

import { withinScope } from '#store/scope.ts'
import { mostProblems } from '#store/upload/send.ts'
import { problemsOf, uploadById } from '#store/upload/upload.ts'
import { apiProblem } from '../components/api-problem.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { scopeOfKey } from './treatments.ts'

export async function uploadState(c: PageContext): Promise<Response> {
  const key = c.var.apiKey
  if (!key) throw new Error('a route that needs a key has one')
  const id = c.req.param('upload') ?? ''
  const found = isId(id)
    ? await withinScope(c.var.store.db, scopeOfKey(key), async (db) => {
        const upload = await uploadById(db, id)
        return upload ? { upload, problems: await problemsOf(db, id, mostProblems) } : null
      })
    : null
  // Those that other keys and people of the organisation sent are in its log, not here.
  if (found?.upload.key !== key.id)
    return apiProblem(c, 404, { title: 'There is no such upload', detail: 'This key sent none with that id' })
  const { upload, problems } = found
  return c.json({
    upload: upload.id,
    state: upload.state,
    at: upload.beganAt.toISOString(),
    rows: upload.rowsRead,
    new: upload.rowsNew,
    changed: upload.rowsChanged,
    same: upload.rowsSame,
    refused: upload.rowsRefused,
    problems: problems.map(({ line, field, words }) => ({ row: line, field, words })),
  })
}
