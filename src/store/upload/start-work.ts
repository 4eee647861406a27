/**
 * Starts a step of an upload beside the site. A small file is done here, in slices; a large one in a thread of its own,
 * so that nobody who reads a page waits for it.
 */

import { Worker } from 'node:worker_threads'
import type { Store } from '../open.ts'
import { claim, type UploadTask, work } from './work.ts'

const megabytes = 512
/** About a thousand rows: less work than it takes to start a thread. */
const smallBytes = 256 * 1024

/** False: the step is done, being done, or not its turn. */
export async function startWork(
  store: Pick<Store, 'db' | 'url'>,
  task: UploadTask,
  now: Date,
): Promise<boolean> {
  const claimed = await claim(store.db, task, now)
  if (!claimed) return false
  if (claimed.bytes <= smallBytes) void work(store.db, task)
  else inThread(store.url, task)
  return true
}

/** A thread that ends with the site leaves nothing: what it was keeping is undone, and can be begun again. */
function inThread(url: string, task: UploadTask): void {
  const worker = new Worker(new URL('./work-thread.ts', import.meta.url), {
    workerData: { url, task },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  worker.on('error', ({ name }) =>
    console.error(JSON.stringify({ problem: 'upload', upload: task.upload, name })),
  )
  worker.unref()
}
