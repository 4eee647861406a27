/** Takes a snapshot, says when it has begun, and then goes on so slowly that whoever asked can kill it. */

import { connect } from '#store/open.ts'
import { takeSnapshot } from '#store/snapshot/take.ts'
import { testKey } from './support.ts'

const [url = '', dataFolder = ''] = process.argv.slice(2)
const store = await connect({ url, ownerUrl: url, connections: 2 })
await takeSnapshot(store.db, {
  dataFolder,
  release: 'full',
  asOf: '2026-11-22',
  signKey: testKey,
  registryKey: 'a secret of the registry, for tests only',
  told() {
    console.log('begun')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
  },
})
