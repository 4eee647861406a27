/** The two long steps of an upload, each claimed by one worker, and what is said when one fails. */

import { ukDay } from '#core/calendar/uk-day.ts'
import type { Database } from '../open.ts'
import { type Scope, withinScope } from '../scope.ts'
import { checkUpload } from './check.ts'
import { keepUpload } from './keep.ts'
import { silentMs, uploadById } from './upload.ts'

export interface UploadTask {
  readonly step: 'check' | 'keep'
  readonly upload: string
  readonly organisation: string
  /** Who asked for it: a person's id, and as what. */
  readonly person: string
  readonly role: string
}

/** Takes the step for oneself. Null: it is done, being done, or not its turn. */
export async function claim(
  db: Database,
  task: UploadTask,
  now: Date,
): Promise<{ readonly bytes: number } | null> {
  const [doing, from] =
    task.step === 'check'
      ? (['checking', ['received', 'checked']] as const)
      : (['keeping', ['checked']] as const)
  return withinScope(db, scopeOf(task), async (own) => {
    const claimed = await own
      .updateTable('upload')
      .set({ state: doing, seen_at: now, failure: null, rows_done: 0 })
      .where('id', '=', task.upload)
      .where(({ and, or, eb }) =>
        or([
          and([eb('state', 'in', from), ...(task.step === 'keep' ? [eb('problems', '=', 0)] : [])]),
          // Whoever was at it has given no sign of life.
          and([eb('state', '=', doing), eb('seen_at', '<', new Date(now.getTime() - silentMs))]),
        ]),
      )
      .returning('bytes')
      .executeTakeFirst()
    return claimed ?? null
  })
}

/** Does a step that was claimed. Never throws: what went wrong stands in the upload. */
export async function work(db: Database, task: UploadTask): Promise<void> {
  const beating = setInterval(() => void sign(db, task).catch(() => undefined), beatMs)
  try {
    await sign(db, task)
    await (task.step === 'check' ? check(db, task) : keep(db, task))
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error'
    console.error(JSON.stringify({ problem: 'upload', step: task.step, upload: task.upload, name }))
    await stop(
      db,
      task,
      `The ${task.step === 'check' ? 'check' : 'work'} broke off and nothing was kept. Try again`,
    ).catch(() => undefined)
  } finally {
    clearInterval(beating)
  }
}

/** However long a batch of rows takes on a busy machine, nobody else takes the step for abandoned. */
const beatMs = 10_000

/** A sign of life. */
async function sign(db: Database, task: UploadTask): Promise<void> {
  await withinScope(db, scopeOf(task), async (own) => {
    await own
      .updateTable('upload')
      .set({ seen_at: new Date() })
      .where('id', '=', task.upload)
      .where('state', '=', task.step === 'check' ? 'checking' : 'keeping')
      .execute()
  })
}

async function check(db: Database, task: UploadTask): Promise<void> {
  await withinScope(db, scopeOf(task), async (own) => {
    const upload = await uploadById(own, task.upload)
    if (upload) await checkUpload(own, upload, ukDay(new Date().toISOString()))
  })
}

async function keep(db: Database, task: UploadTask): Promise<void> {
  const by = { ...task, author: `person:${task.person}` }
  const told = (done: number) =>
    withinScope(db, scopeOf(task), async (own) => {
      await own
        .updateTable('upload')
        .set({ rows_done: done, seen_at: new Date() })
        .where('id', '=', task.upload)
        .where('state', '=', 'keeping')
        .execute()
    })
  const { outcome } = await withinScope(db, scopeOf(task), (own) => keepUpload(own, by, told))
  if (outcome === 'busy')
    await stop(
      db,
      task,
      'Another upload of your organisation is being kept at this moment. Keep this one when that has ended',
    )
}

/** Back to where the step can be taken again. */
async function stop(db: Database, { step, ...task }: UploadTask, words: string): Promise<void> {
  await withinScope(db, scopeOf({ step, ...task }), async (own) => {
    await own
      .updateTable('upload')
      .set({
        state: step === 'check' ? 'received' : 'checked',
        failure: words,
        rows_done: 0,
        seen_at: new Date(),
      })
      .where('id', '=', task.upload)
      .where('state', '=', step === 'check' ? 'checking' : 'keeping')
      .execute()
  })
}

function scopeOf({ person, organisation }: UploadTask): Scope {
  return { person, organisations: [organisation], ownOnly: true }
}
