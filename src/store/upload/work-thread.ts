/** The thread that works on an upload, with connections of its own. */

import { workerData } from 'node:worker_threads'
import { connect } from '../open.ts'
import { type UploadTask, work } from './work.ts'

const { url, task } = workerData as { readonly url: string; readonly task: UploadTask }
const store = await connect({ url, ownerUrl: url, connections: 2 })
try {
  await work(store.db, task)
} finally {
  await store.close()
}
