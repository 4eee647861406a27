import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { it } from 'node:test'
import { standing } from '#core/record/fold.ts'
import { append } from '#store/record/append.ts'
import { erase } from '#store/record/erase.ts'
import { entriesOf } from '#store/record/read.ts'
import { sealRecord } from '#store/record/seal.ts'
import { sealKey } from '#store/record/seal-key.ts'
import { verifyStore } from '#store/record/verify.ts'
import { seed } from '#test/support/properties.ts'
import { testStore } from '#test/support/store.ts'
import { says, seeded } from './support.ts'

it('a random walk of statements, corrections, erasures and seals leaves a record that verifies', async () => {
  const random = seeded(seed)
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const { db } = await testStore()
  const key = sealKey(
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )
  const subjects = ['service:W1', 'service:W2', 'service:W3']
  const appended = new Map(subjects.map((subject) => [subject, 0]))

  for (let step = 0; step < 250; step++) {
    const subject = pick(subjects) ?? ''
    const entries = await entriesOf(db, subject)
    const open = standing(entries)
      .map(({ entry }) => entry)
      .filter(({ kind }) => kind !== 'erasure')
    const chance = random()
    const expected = random() < 0.3 ? entries.length : undefined
    const options = expected === undefined ? {} : { expected }
    const signed = {
      occurredAt: new Date(1.7e12 + step),
      author: 'person:1',
      role: 'lead',
      organisation: null,
    }
    const target = pick(open)
    let outcome = 'nothing'
    if (chance < 0.55) {
      const body = { says: `step ${step}`, n: random() * 10 ** Math.floor(random() * 40 - 20) }
      outcome = (await append(db, says('', { subject, body }), options)).outcome
    } else if (chance < 0.75 && target) {
      outcome = (await append(db, says(`corrected ${step}`, { subject, corrects: target.id }), options))
        .outcome
    } else if (chance < 0.85 && target?.body) {
      outcome = (
        await erase(db, { ...signed, subject, entry: target.id, reason: 'wrong', authority: 'court' })
      ).outcome
    } else if (chance < 0.9) {
      const stale = await append(db, says('stale', { subject }), { expected: entries.length + 1 })
      assert.equal(stale.outcome, 'overtaken')
    } else if (chance < 0.95) {
      await sealRecord(db, key)
    } else {
      const refused = await append(db, says('bad \0', { subject }))
      assert.equal(refused.outcome, 'refused')
    }
    if (outcome === 'appended') appended.set(subject, (appended.get(subject) ?? 0) + 1)
    else assert.equal(outcome, 'nothing')
    assert.equal((await entriesOf(db, subject)).length, appended.get(subject))
  }
  const { firstFault, entries } = await verifyStore(db, { publicKeys: [key.publicKey] })
  assert.equal(firstFault, null)
  assert.equal(
    entries,
    [...appended.values()].reduce((sum, count) => sum + count),
  )
})
