/** Starts a step of an upload beside the site: in a thread of its own, so that nobody who reads a page waits for it. */

import { Worker } from 'node:worker_threads'
import type { Store } from '../open.ts'
import { claim, type UploadTask } from './work.ts'

const megabytes = 512
const running = new Set<Worker>()

/** False: the step is done, being done, or not its turn. */
export async function startWork(
  store: Pick<Store, 'db' | 'url'>,
  task: UploadTask,
  now: Date,
): Promise<boolean> {
  if (!(await claim(store.db, task, now))) return false
  const worker = new Worker(new URL('./work-thread.ts', import.meta.url), {
    workerData: { url: store.url, task },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  running.add(worker)
  worker.on('error', (error) =>
    console.error(JSON.stringify({ problem: 'upload', upload: task.upload, name: error.name })),
  )
  worker.on('exit', () => running.delete(worker))
  worker.unref()
  return true
}

/** Ends what is under way. A step that was keeping leaves nothing; each can be taken again. */
export async function stopWork(): Promise<void> {
  await Promise.all([...running].map((worker) => worker.terminate()))
}
