/** A child of the kill test: appends in a burst and says so of each entry once it is committed. */

import { CompiledQuery, sql } from 'kysely'
import { connect } from '#store/open.ts'
import { append } from '#store/record/append.ts'
import { says } from './support.ts'

const url = process.argv[2] ?? ''
const store = await connect({ url, ownerUrl: url, connections: 6 })
const writer = async (name: number) => {
  for (let n = 1; ; n++) {
    const draft = says(`${name} ${n}`, { subject: `service:K${n % 5}` })
    // Each way of appending in turn: all at once, alone, with a projection.
    const ways = [
      { alongside: () => [{ compile: () => CompiledQuery.raw('select 1') }] },
      {},
      { project: async (tx: Parameters<typeof append>[0]) => void (await sql`select 1`.execute(tx)) },
    ]
    const answer = await append(store.db, draft, ways[n % 3] as object)
    if (answer.outcome === 'appended') process.stdout.write(`${answer.entry.id} ${answer.entry.digest}\n`)
  }
}
await Promise.all([1, 2, 3, 4, 5, 6].map(writer))
