import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { it } from 'node:test'
import { verifyCommand } from '#cli/verify.ts'
import { append } from '#store/record/append.ts'
import { sealRecord } from '#store/record/seal.ts'
import { sealKey } from '#store/record/seal-key.ts'
import { testStore } from '#test/support/store.ts'
import { says } from './support.ts'

it('verify says what it read, and names the first entry that does not hold', async () => {
  const store = await testStore()
  const { privateKey } = generateKeyPairSync('ed25519')
  const key = sealKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())

  const empty: string[] = []
  assert.equal(await verifyCommand(store, { publicKeys: [key.publicKey] }, (line) => empty.push(line)), 0)
  assert.match(empty.at(-1) ?? '', /^There is no record here\./)

  const first = await append(store.db, says('one'))
  const seal = await sealRecord(store.db, key)
  assert.equal(await sealRecord(store.db, key), null)
  const verify = async () => {
    const lines: string[] = []
    const code = await verifyCommand(store, { publicKeys: [key.publicKey] }, (line) => lines.push(line))
    return { code, lines }
  }
  assert.deepEqual(await verify(), {
    code: 0,
    lines: [
      '1 entry in 1 record, 1 seal.',
      `The last seal is number 1, ${seal?.digest}.`,
      'Every chain and every seal holds.',
    ],
  })
  await store.owner.query(`
    alter table record_entry disable trigger all;
    update record_entry set author = 'someone else';
    alter table record_entry enable trigger all`)
  const { code, lines } = await verify()
  assert.equal(code, 1)
  const id = first.outcome === 'appended' ? first.entry.id : ''
  assert.equal(
    lines.at(-1),
    `Does not hold: service:RR8, place 1, entry ${id}: its fields do not come to its digest.`,
  )
})
