/** POST /api/registry/v1/treatments: a program sends treatments; all of them are kept, or none, with what is wrong by row. */

import { createHash } from 'node:crypto'
import { ukDay } from '#core/calendar/uk-day.ts'
import type { PastTreatmentBody } from '#core/registry/past-treatment.ts'
import { checkPast } from '#core/registry/upload/check.ts'
import type { ShownKey } from '#store/upload/key.ts'
import {
  keepSent,
  mostProblems,
  type RowProblem,
  refuseSent,
  type Sending,
  type Sent,
} from '#store/upload/send.ts'
import { apiProblem } from '../components/api-problem.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { jsonType, linesType, readBody } from './read-body.ts'

/** Of one request; a million go in a hundred of them, or as a file. */
export const mostTreatments = 10_000
/** The site serves others between so many rows. */
const rowsBetweenBreaths = 200

export async function sendTreatments(c: PageContext): Promise<Response> {
  const key = c.var.apiKey
  if (!key) throw new Error('a route that needs a key has one')
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== jsonType && type !== linesType)
    return apiProblem(c, 415, {
      title: 'That is in another form',
      detail: `Send ${jsonType} or ${linesType}`,
    })
  if ((c.req.header('content-encoding') ?? 'identity').toLowerCase() !== 'identity')
    return apiProblem(c, 415, {
      title: 'That is compressed',
      detail: 'Send it as it is, without Content-Encoding',
    })
  const once = c.req.header('idempotency-key') ?? null
  if (once !== null && !/^[\x21-\x7e]{1,200}$/.test(once))
    return apiProblem(c, 400, {
      title: 'The Idempotency-Key cannot be kept',
      detail: 'It has to be 1 to 200 letters, digits and signs, without spaces',
    })
  const text = await c.req.text()
  const read = readBody(type, text)
  if ('problem' in read) return apiProblem(c, 400, { title: 'The body cannot be read', detail: read.problem })
  const { items } = read
  if (items.length === 0)
    return apiProblem(c, 400, { title: 'There is nothing to keep', detail: 'The body holds no treatment' })
  if (items.length > mostTreatments)
    return apiProblem(c, 413, {
      title: 'That is too much at once',
      detail: `A request can have ${mostTreatments} treatments. Send the others in the next`,
    })
  const request = createHash('sha256').update(`${type}\n`).update(text).digest()
  return answer(c, await judged(c, { key, once, request, bytes: Buffer.byteLength(text) }, items))
}

async function judged(c: PageContext, sending: Sending, items: readonly unknown[]): Promise<Sent> {
  const { db } = c.var.store
  const now = c.var.now()
  const { bodies, problems, total, refused } = await check(items, ukDay(now.toISOString()))
  if (total > 0) return refuseSent(db, sending, { rows: items.length, refused, problems, total }, now)
  return keepSent(db, sending, bodies, now)
}

interface Judged {
  readonly bodies: readonly PastTreatmentBody[]
  readonly problems: readonly RowProblem[]
  readonly total: number
  readonly refused: number
}

async function check(items: readonly unknown[], today: string): Promise<Judged> {
  const bodies: PastTreatmentBody[] = []
  const problems: RowProblem[] = []
  const rows = new Map<string, number>()
  let [total, refused] = [0, 0]
  for (const [index, item] of items.entries()) {
    const row = index + 1
    const found = judgeOne(item, today, rows, row)
    if ('body' in found) bodies.push(found.body)
    else {
      refused += 1
      total += found.problems.length
      problems.push(...found.problems.slice(0, mostProblems - problems.length))
    }
    if (row % rowsBetweenBreaths === 0) await new Promise(setImmediate)
  }
  return { bodies, problems, total, refused }
}

function judgeOne(
  item: unknown,
  today: string,
  rows: Map<string, number>,
  row: number,
): { readonly body: PastTreatmentBody } | { readonly problems: readonly RowProblem[] } {
  const checked = checkPast(item, today)
  if (checked.problems)
    return { problems: checked.problems.map(({ path, words }) => ({ row, field: path || null, words })) }
  const earlier = rows.get(checked.body.localKey)
  if (earlier !== undefined)
    return {
      problems: [{ row, field: 'localKey', words: `The same key is in treatment ${earlier} already` }],
    }
  rows.set(checked.body.localKey, row)
  return { body: checked.body }
}

function answer(c: PageContext, sent: Sent): Response {
  switch (sent.outcome) {
    case 'kept': {
      const { upload, fresh, changed, same } = sent
      if (sent.isRepeat) c.header('Idempotency-Replayed', 'true')
      c.header('Location', paths.registryApi(`uploads/${upload}`))
      return c.json({ upload, new: fresh, changed, same }, 201)
    }
    case 'refused':
      if (sent.isRepeat) c.header('Idempotency-Replayed', 'true')
      return apiProblem(c, 422, {
        title: 'Treatments have something wrong',
        detail: `Nothing was kept. Put right what is named, and send all of them again${sent.total > sent.problems.length ? `. The first ${sent.problems.length} of ${sent.total} are named` : ''}`,
        upload: sent.upload,
        problems: sent.problems,
      })
    case 'other-request':
      return apiProblem(c, 422, {
        title: 'The Idempotency-Key was used before',
        detail:
          'It came with another body. Make a new one for each request, and repeat it only with the same body',
      })
    case 'busy':
      c.header('Retry-After', '10')
      return apiProblem(c, 409, {
        title: 'Another upload is under way',
        detail:
          'Treatments of your organisation are being kept at this moment. Send this again in a few seconds',
      })
    case 'key-gone':
      return apiProblem(c, 401, {
        title: 'The key is refused',
        detail: 'The key was revoked, or expired, while the treatments were on their way. Nothing was kept',
      })
  }
}

/** What a program is called in the scope of the database. */
export const scopeOfKey = ({ id, organisation }: ShownKey) => ({
  person: `key:${id}`,
  organisations: [organisation],
  ownOnly: true,
})
