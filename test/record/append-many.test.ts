/** Appending many at once: what stands afterwards cannot be told from entries that were appended one by one. */

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { bodyDigest, entryDigest, nothingBefore } from '#core/record/digest.ts'
import type { Draft } from '#core/record/entry.ts'
import { append } from '#store/record/append.ts'
import { type AppendedMany, appendMany } from '#store/record/append-many.ts'
import { nativeHash } from '#store/record/native-hash.ts'
import { entriesOf, head } from '#store/record/read.ts'
import { verifyStore } from '#store/record/verify.ts'
import { type TestStore, testStore } from '#test/support/store.ts'
import { says } from './support.ts'

describe('appending many entries at once', () => {
  let store: TestStore
  before(async () => {
    store = await testStore()
  })
  const many = (drafts: readonly Draft[]): Promise<AppendedMany> =>
    store.db.transaction().execute((tx) => appendMany(tx, drafts))

  it('chains and digests each entry as append does', async () => {
    const drafts = ['one', 'two', 'three'].map((text) => says(text, { subject: 'service:B1' }))
    assert.deepEqual(await many(drafts), { outcome: 'appended', entries: 3 })
    const entries = await entriesOf(store.db, 'service:B1')
    let previous = nothingBefore
    for (const [index, entry] of entries.entries()) {
      assert.equal(entry.position, index + 1)
      assert.equal(entry.previous, previous)
      assert.equal(entry.digest, entryDigest(entry))
      assert.deepEqual(entry.body, drafts[index]?.body)
      previous = entry.digest
    }
    const { rows } = await store.owner.query<{ salt: Buffer; body_digest: Buffer }>(
      `select b.salt, e.body_digest from record_entry e join record_body b on b.entry = e.id
       where e.subject = 'service:B1' and e.position = 1`,
    )
    assert.ok(rows[0])
    const digest = bodyDigest(new Uint8Array(rows[0].salt), '{"says":"one"}', nativeHash)
    assert.equal(digest, rows[0].body_digest.toString('hex'))
  })

  it('keeps chains apart, continues heads, and lets one who appends go on from there', async () => {
    const to = (subject: string, text: string) => says(text, { subject })
    await append(store.db, to('service:B2', 'before'))
    await many([to('service:B2', 'first'), to('service:B3', 'elsewhere'), to('service:B2', 'second')])
    const next = await append(store.db, to('service:B2', 'after'), { expected: 3 })
    assert.equal(next.outcome, 'appended')
    const texts = (await entriesOf(store.db, 'service:B2')).map(({ body }) => (body as { says: string }).says)
    assert.deepEqual(texts, ['before', 'first', 'second', 'after'])
    assert.equal((await head(store.db, 'service:B3'))?.position, 1)
  })

  it('takes an id that it is given, and a correction', async () => {
    const [first, second] = ['0190f3c2-0000-7000-8000-0000000000b4', '0190f3c2-0000-7000-8000-0000000000b5']
    await many([
      says('wrong', { subject: 'service:B4', id: first }),
      says('right', { subject: 'service:B4', id: second, corrects: first }),
    ])
    const entries = await entriesOf(store.db, 'service:B4')
    assert.deepEqual(
      entries.map(({ id, corrects }) => [id, corrects]),
      [
        [first, null],
        [second, first],
      ],
    )
  })

  it('says which draft its kind does not take, and writes nothing then', async () => {
    const refused = await many([
      says('good', { subject: 'service:B5' }),
      { ...says('bad', { subject: 'service:B5' }), body: { says: 7 } } as unknown as Draft,
    ])
    assert.equal(refused.outcome, 'refused')
    assert.equal(refused.outcome === 'refused' && refused.draft, 1)
    assert.equal(await head(store.db, 'service:B5'), null)
  })

  it('writes nothing where its transaction fails later', async () => {
    await assert.rejects(
      store.db.transaction().execute(async (tx) => {
        await appendMany(tx, [says('gone', { subject: 'service:B6' })])
        throw new Error('something else')
      }),
      /something else/,
    )
    assert.equal(await head(store.db, 'service:B6'), null)
  })

  it('fails whole where another wrote to one of the records meanwhile', async () => {
    const subject = 'service:B7'
    await append(store.db, says('before', { subject }))
    const slow = store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        // What it sees is from before the other writes.
        await head(tx, subject)
        await append(store.db, says('meanwhile', { subject }))
        return appendMany(tx, [says('elsewhere', { subject: 'service:B8' }), says('late', { subject })])
      })
    await assert.rejects(slow, { code: /^(23505|40001)$/ })
    assert.equal((await head(store.db, subject))?.position, 2)
    assert.equal(await head(store.db, 'service:B8'), null)
  })

  it('appends nothing when given nothing', async () => {
    assert.deepEqual(await many([]), { outcome: 'appended', entries: 0 })
  })

  it('leaves a record that verifies whole', async () => {
    const { firstFault, entries } = await verifyStore(store.db, { publicKeys: [] })
    assert.equal(firstFault, null)
    assert.equal(entries, 12)
  })
})
