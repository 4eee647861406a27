/** What stands by for an upload names patients: it goes with what ends the upload, in one step, whoever is killed when. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { silentMs, sweepUploads, uploadById } from '#store/upload/upload.ts'
import { work } from '#store/upload/work.ts'
import { code, countsOf, rightRows, uploadSite } from './support.ts'

const site = await uploadSite()
const { checked } = site
const idOf = (address: string) => address.split('/').at(-1) ?? ''
const stateOf = async (id: string) => (await site.own((db) => uploadById(db, id)))?.state

async function stagedOf(id: string): Promise<{ pieces: number; rows: number }> {
  const { rows } = await site.store.owner.query(
    `select (select count(*)::int from upload_piece where upload = $1) as pieces,
      (select count(*)::int from upload_row where upload = $1) as rows`,
    [id],
  )
  return rows[0]
}

describe('what stands by for an upload', () => {
  it('goes in the transaction that keeps it: nobody sees it kept and still standing by', async () => {
    const before = await countsOf(site)
    const address = await checked(await rightRows(40))
    const id = idOf(address)
    assert.deepEqual(await stagedOf(id), { pieces: 1, rows: 40 })
    const holder = await site.store.owner.connect()
    await holder.query('begin')
    await holder.query('select 1 from upload_piece where upload = $1 for update', [id])
    await site.post(`${address}/keep`, {}, site.lead)
    try {
      await waiting(holder)
      assert.equal(await stateOf(id), 'keeping')
      assert.deepEqual(await countsOf(site), before)
    } finally {
      await holder.query('commit')
      holder.release()
    }
    for (let wait = 0; wait < 200 && (await stateOf(id)) === 'keeping'; wait++) await pause(50)
    assert.equal(await stateOf(id), 'kept')
    assert.deepEqual(await stagedOf(id), { pieces: 0, rows: 0 })
    assert.equal((await countsOf(site)).treatments, before.treatments + 40)
  })

  it('goes with what is given up', async () => {
    const address = await checked(await rightRows(30, 1000))
    await site.post(`${address}/drop`, {}, site.lead)
    assert.equal(await stateOf(idOf(address)), 'dropped')
    assert.deepEqual(await stagedOf(idOf(address)), { pieces: 0, rows: 0 })
  })

  it('goes after a day with what was never kept; what is young or worked on stays', async () => {
    const [old, young, busy] = [
      idOf(await checked(await rightRows(10, 2000))),
      idOf(await checked(await rightRows(10, 3000))),
      idOf(await checked(await rightRows(10, 4000))),
    ]
    const now = new Date()
    await site.store.owner.query(
      `update upload set began_at = began_at - interval '25 hours', seen_at = $2 where id = any ($1)`,
      [[old, busy], new Date(now.getTime() - silentMs - 1000)],
    )
    await site.store.owner.query(`update upload set seen_at = $2 where id = $1`, [busy, now])
    await site.own((db) => sweepUploads(db, now))
    assert.deepEqual(
      [await stateOf(old), await stateOf(young), await stateOf(busy)],
      ['dropped', 'checked', 'checked'],
    )
    assert.deepEqual(await stagedOf(old), { pieces: 0, rows: 0 })
    assert.deepEqual(await stagedOf(young), { pieces: 1, rows: 10 })
    assert.deepEqual(await stagedOf(busy), { pieces: 1, rows: 10 })
  })

  it('is not written for an upload that was given up while it was being checked', async () => {
    const id = idOf(await checked(await rightRows(20, 5000)))
    await site.store.owner.query(`update upload set state = 'dropped' where id = $1`, [id])
    await site.store.owner.query('delete from upload_row where upload = $1', [id])
    await work(site.store.db, {
      ...{ step: 'check', upload: id, organisation: code, person: site.leadId, role: 'io-lead' },
    })
    assert.deepEqual([await stateOf(id), (await stagedOf(id)).rows], ['dropped', 0])
  })
})

/** Until somebody waits for what is held. */
async function waiting(holder: { query(text: string): Promise<{ rows: { waits: boolean }[] }> }) {
  for (let wait = 0; wait < 200; wait++) {
    const { rows } = await holder.query(
      'select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))) as waits',
    )
    if (rows[0]?.waits) return
    await pause(50)
  }
  throw new Error('nobody waited')
}
