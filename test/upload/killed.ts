/** Keeps an upload, says when it has begun, and then stands still, so that whoever asked can kill it. */

import { connect } from '#store/open.ts'
import { withinScope } from '#store/scope.ts'
import { keepUpload } from '#store/upload/keep.ts'
import { claim } from '#store/upload/work.ts'

const [url = '', upload = '', organisation = '', person = ''] = process.argv.slice(2)
const store = await connect({ url, ownerUrl: url, connections: 2 })
const task = { step: 'keep', upload, organisation, person, role: 'io-lead' } as const
if (!(await claim(store.db, task, new Date()))) throw new Error('it was not to be had')
const scope = { person, organisations: [organisation], ownOnly: true }
await withinScope(store.db, scope, (own) =>
  keepUpload(own, { ...task, author: `person:${person}` }, async (done) => {
    console.log(`${done} rows`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
  }),
)
