/** What must not be possible, and what is found when it was done all the same. */

import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { before, it } from 'node:test'
import type pg from 'pg'
import { bodyDigest, canonical, entryDigest } from '#core/record/digest.ts'
import type { Entry } from '#core/record/entry.ts'
import type { Fault } from '#core/record/verify.ts'
import { append } from '#store/record/append.ts'
import { erase } from '#store/record/erase.ts'
import { entriesOf, entry } from '#store/record/read.ts'
import { sealRecord } from '#store/record/seal.ts'
import { sealKey } from '#store/record/seal-key.ts'
import { verifyStore } from '#store/record/verify.ts'
import type { TestStore } from '#test/support/store.ts'
import { says } from './support.ts'

const key = sealKey(
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
)
const subjects = ['service:T1', 'service:T2', 'service:T3']

export function tamperSuite(store: () => TestStore): void {
  const of = (subject: string) => entriesOf(store().db, subject)
  const verify = (publicKeys = [key.publicKey]) => verifyStore(store().db, { publicKeys })

  before(async () => {
    for (let round = 1; round <= 5; round++) {
      for (const subject of subjects) await append(store().db, says(`${subject} ${round}`, { subject }))
      if (round === 2 || round === 4) assert.equal((await sealRecord(store().db, key))?.heads, 3)
    }
  })

  it('holds when nobody has touched it', async () => {
    const { entries, subjects: chains, seals, erased, firstFault } = await verify()
    assert.deepEqual(
      { entries, chains, seals, erased, firstFault },
      { entries: 15, chains: 3, seals: 2, erased: 0, firstFault: null },
    )
  })

  for (const statement of [
    "update record_entry set author = 'someone else'",
    'delete from record_entry',
    'truncate record_entry',
    "update record_body set body = '{}'",
    'delete from record_body',
    'truncate record_body',
    "update record_seal set key = 'x'",
    'delete from record_seal',
    'truncate record_seal, record_seal_head',
    'update record_seal_head set position = 1',
    'delete from record_seal_head',
  ]) {
    it(`refuses the application: ${statement}`, async () => {
      await assert.rejects(store().pool.query(statement), { code: '42501' })
    })
    it(`refuses the owner: ${statement}`, async () => {
      await assert.rejects(store().owner.query(statement), { code: '42501' })
    })
  }

  it('erases only what an erasure names, even by the function made for it', async () => {
    const [first] = await of('service:T1')
    await assert.rejects(
      store().pool.query('select record_erase($1)', [first?.id]),
      /not named by an erasure/,
    )
  })

  it('finds a changed field', async () => {
    const [, second] = await of('service:T2')
    const fault = await after("update record_entry set author = 'someone else' where id = $1", [second?.id])
    same(fault, second, 'entry-changed')
  })

  it('finds a changed time, by a millisecond', async () => {
    const [first] = await of('service:T2')
    const change = "update record_entry set occurred_at = occurred_at + interval '1 ms' where id = $1"
    same(await after(change, [first?.id]), first, 'entry-changed')
  })

  it('finds a changed body', async () => {
    const [, , third] = await of('service:T2')
    const fault = await after(`update record_body set body = '{"says":"otherwise"}' where entry = $1`, [
      third?.id,
    ])
    same(fault, third, 'body-changed')
  })

  it('finds a body that is gone without an erasure', async () => {
    const [, , third] = await of('service:T2')
    same(await after('delete from record_body where entry = $1', [third?.id]), third, 'body-missing')
  })

  it('finds an entry that was dropped, the first or one in the middle', async () => {
    for (const position of [1, 3]) {
      const [dropped] = (await of('service:T2')).slice(position - 1)
      const fault = await after('delete from record_entry where id = $1', [dropped?.id])
      assert.deepEqual(place(fault), ['entry-missing', 'service:T2', position])
    }
  })

  it('finds two entries that changed places', async () => {
    const [, second, third] = await of('service:T2')
    const fault = await after(
      `update record_entry set position = 100 where id = '${second?.id}';
       update record_entry set position = 2 where id = '${third?.id}';
       update record_entry set position = 3 where id = '${second?.id}'`,
    )
    same(fault, { ...third, position: 2 } as Entry, 'chain-broken')
  })

  it('finds two bodies that changed places', async () => {
    const [first, second] = await of('service:T2')
    const fault = await after(
      `update record_body set entry = '00000000-0000-0000-0000-000000000000' where entry = '${first?.id}';
       update record_body set entry = '${first?.id}' where entry = '${second?.id}';
       update record_body set entry = '${second?.id}' where entry = '00000000-0000-0000-0000-000000000000'`,
    )
    same(fault, first, 'body-changed')
  })

  it('finds a tail that was cut below the last seal', async () => {
    const fault = await after("delete from record_entry where subject = 'service:T3' and position >= 4")
    assert.deepEqual([...place(fault), fault?.seal], ['entry-missing', 'service:T3', 4, 2])
  })

  it('finds a whole record that is gone', async () => {
    const fault = await after(
      "delete from record_body where entry in (select id from record_entry where subject = 'service:T3'); delete from record_entry where subject = 'service:T3'",
    )
    assert.deepEqual(place(fault), ['entry-missing', 'service:T3', 2])
  })

  it('finds a chain that was written anew after a change, at the first seal that knew better', async () => {
    const entries = await of('service:T2')
    const fault = await afterDoing(async (client) => {
      const { rows } = await client.query('select salt from record_body where entry = $1', [entries[2]?.id])
      let previous = entries[1]?.digest ?? ''
      for (const each of entries.slice(2)) {
        const body = each.position === 3 ? { says: 'rewritten' } : each.body
        const digestOfBody = each.position === 3 ? bodyDigest(rows[0].salt, canonical(body)) : each.bodyDigest
        const digest = entryDigest({ ...each, bodyDigest: digestOfBody, previous })
        await client.query('update record_body set body = $2 where entry = $1', [
          each.id,
          JSON.stringify(body),
        ])
        await client.query(
          'update record_entry set body_digest = $2, previous = $3, digest = $4 where id = $1',
          [each.id, ...[digestOfBody, previous, digest].map((hex) => Buffer.from(hex, 'hex'))],
        )
        previous = digest
      }
    })
    same(fault, entries[3], 'sealed-otherwise')
    assert.equal(fault?.seal, 2)
  })

  it('finds a seal that was changed, dropped, or signed by a key that nobody trusts', async () => {
    const changed = await after(
      "update record_seal set sealed_at = sealed_at - interval '1 day' where number = 1",
    )
    assert.deepEqual([changed?.code, changed?.seal], ['seal-changed', 1])
    const head = await after("delete from record_seal_head where subject = 'service:T1' and seal = 1")
    assert.deepEqual([head?.code, head?.seal], ['seal-changed', 1])
    const first = await after('delete from record_seal where number = 1')
    assert.deepEqual([first?.code, first?.seal], ['seal-missing', 1])
    const last = await after('delete from record_seal where number = 2')
    assert.deepEqual([last?.code, last?.seal], ['seal-missing', 2])
    const signature = await after(
      "update record_seal set signature = decode(repeat('00', 64), 'hex') where number = 2",
    )
    assert.deepEqual([signature?.code, signature?.seal], ['signature-refused', 2])
    const stranger = generateKeyPairSync('ed25519')
      .publicKey.export({ type: 'spki', format: 'pem' })
      .toString()
    assert.equal((await verify([stranger])).firstFault?.code, 'key-unknown')
  })

  it('finds a body that belongs to no entry', async () => {
    const stray = '00000000-0000-0000-0000-000000000001'
    const fault = await after("insert into record_body values ($1, decode(repeat('00', 32), 'hex'), '{}')", [
      stray,
    ])
    assert.deepEqual([fault?.code, fault?.entry], ['body-stray', stray])
  })

  it('still verifies after a lawful erasure, and names who ordered it', async () => {
    const { db } = store()
    const subject = 'service:T1'
    const [, second] = await of(subject)
    assert.ok(second)
    const order = {
      ...{
        subject,
        entry: second.id,
        reason: 'Written about the wrong patient',
        authority: 'Caldicott guardian',
      },
      ...{
        occurredAt: new Date('2026-04-01'),
        author: 'person:1',
        role: 'administrator',
        organisation: null,
      },
    }
    const refused = async (more: object) => {
      const answer = await erase(db, { ...order, ...more })
      return answer.outcome === 'refused' ? answer.problems[0]?.words : answer.outcome
    }
    assert.match((await refused({ subject: 'service:T3' })) ?? '', /another record/)
    assert.match((await refused({ entry: '0190f3c2-0000-7000-8000-000000000001' })) ?? '', /no such entry/)
    assert.match((await refused({ reason: ' ' })) ?? '', /small|character/i)

    const erased = await erase(db, order)
    assert.equal(erased.outcome, 'appended')
    const now = await entry(db, second.id)
    assert.deepEqual(now, { ...second, body: null })
    const verified = await verify()
    assert.equal(verified.firstFault, null)
    assert.equal(verified.erased, 1)
    assert.match((await refused({})) ?? '', /erased already/)
    const erasureId = erased.outcome === 'appended' ? erased.entry.id : ''
    assert.match((await refused({ entry: erasureId })) ?? '', /the reason of an erasure stays/)
    await assert.rejects(store().pool.query('select record_erase($1)', [erasureId]), /not named/)
  })

  it('finds a body that was put back after its erasure', async () => {
    const [, second] = await of('service:T1')
    const fault = await afterDoing(async (client) => {
      const salt = Buffer.alloc(32)
      await client.query("insert into record_body values ($1, $2, '{}')", [second?.id, salt])
      const digest = Buffer.from(bodyDigest(salt, '{}'), 'hex')
      await client.query('update record_entry set body_digest = $2 where id = $1', [second?.id, digest])
    })
    same(fault, second, 'entry-changed')
  })

  it('holds again, for each of these was undone', async () => {
    assert.equal((await verify()).firstFault, null)
  })

  /** Does it as the superuser with the triggers off, looks, and restores everything. */
  async function afterDoing(change: (client: pg.PoolClient) => Promise<unknown>): Promise<Fault | null> {
    const client = await store().owner.connect()
    try {
      await client.query(
        `set session_replication_role = replica; ${tables.map((t) => `create temp table kept_${t} as table ${t};`).join('')}`,
      )
      await change(client)
      return (await verify()).firstFault
    } finally {
      await client.query(
        tables
          .map((t) => `delete from ${t}; insert into ${t} select * from kept_${t}; drop table kept_${t};`)
          .join(''),
      )
      await client.query('set session_replication_role = origin')
      client.release()
    }
  }

  function after(statement: string, values?: unknown[]): Promise<Fault | null> {
    return afterDoing((client) => client.query(statement, values))
  }
}

const tables = ['record_entry', 'record_body', 'record_seal', 'record_seal_head']

function same(fault: Fault | null, expected: Entry | undefined, code: Fault['code']): void {
  assert.deepEqual(
    { code: fault?.code, subject: fault?.subject, position: fault?.position, entry: fault?.entry },
    { code, subject: expected?.subject, position: expected?.position, entry: expected?.id },
  )
}

function place(fault: Fault | null): unknown[] {
  return [fault?.code, fault?.subject, fault?.position]
}
