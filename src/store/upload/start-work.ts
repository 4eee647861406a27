/**
 * Starts a step of an upload beside the site. A small file is done here, in slices; a large one in a thread of its own,
 * so that nobody who reads a page waits for it.
 */

import { Worker } from 'node:worker_threads'
import type { Store } from '../open.ts'
import { largestWorkbookBytes } from './receive.ts'
import { claim, type UploadTask, work } from './work.ts'

/**
 * A workbook is read whole. What is larger than one may be is read as it comes, and a thread that may not have much
 * takes no more for a million rows than for a thousand: left alone, it would gather garbage until it had gigabytes.
 */
const workbookMegabytes = 512
const streamedMegabytes = 160
const youngMegabytes = 16
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
  else inThread(store.url, task, claimed.bytes > largestWorkbookBytes ? streamedMegabytes : workbookMegabytes)
  return true
}

/** A thread that ends with the site leaves nothing: what it was keeping is undone, and can be begun again. */
function inThread(url: string, task: UploadTask, megabytes: number): void {
  const worker = new Worker(new URL('./work-thread.ts', import.meta.url), {
    workerData: { url, task },
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
  })
  worker.on('error', ({ name }) =>
    console.error(JSON.stringify({ problem: 'upload', upload: task.upload, name })),
  )
  worker.unref()
}
