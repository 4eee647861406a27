import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { editionSubject } from '#core/census/kinds.ts'
import { changesOf, onChange } from '#store/census/changes.ts'
import {
  bumpRevision,
  closeEdition,
  editionById,
  makeEdition,
  openEdition,
  reopenEdition,
  revisionOf,
} from '#store/census/edition.ts'
import { entriesOf } from '#store/record/read.ts'
import { testStore } from '#test/support/store.ts'
import { addOrganisations, lead } from './setting.ts'

const store = await testStore()
const { db } = store
const now = new Date('2026-11-02T09:00:00Z')
await addOrganisations(db, 6)
await db.updateTable('organisation').set({ opened_on: '2026-12-01' }).where('code', '=', 'T05').execute()
await db.updateTable('organisation').set({ closed_on: '2026-10-31' }).where('code', '=', 'T06').execute()
const facts = {
  id: 'uk-2026',
  title: 'UK census 2026',
  censusOn: '2026-11-01',
  questionnaire: { id: 'io-census', version: 2 },
  fictional: true,
}

describe('an edition', () => {
  it('is made once, opens once, and asks the organisations that exist on its date', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => makeEdition(db, facts, lead, now)))
    assert.deepEqual(made.map(({ outcome }) => outcome).toSorted(), ['done', 'taken', 'taken', 'taken'])
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openEdition(db, { id: facts.id }, lead, now)),
    )
    assert.equal(opened.filter(({ outcome }) => outcome === 'done').length, 1)
    const members = await db
      .selectFrom('census_member')
      .select('organisation')
      .orderBy('organisation')
      .execute()
    assert.deepEqual(
      members.map(({ organisation }) => organisation),
      ['T01', 'T02', 'T03', 'T04'],
    )
    assert.equal((await openEdition(db, { id: 'nothing' }, lead, now)).outcome, 'unknown')
  })

  it('closes, reopens for a reason and closes again, each in its record', async () => {
    assert.equal((await closeEdition(db, facts.id, lead, now)).outcome, 'done')
    assert.equal((await closeEdition(db, facts.id, lead, now)).outcome, 'wrong-state')
    const first = (await editionById(db, facts.id))?.digest
    assert.match(first ?? '', /^[0-9a-f]{64}$/)
    assert.equal(
      (await reopenEdition(db, facts.id, 'Two boards asked for a week', lead, now)).outcome,
      'done',
    )
    assert.equal((await editionById(db, facts.id))?.digest, null)
    await closeEdition(db, facts.id, lead, now)
    assert.equal((await editionById(db, facts.id))?.digest, first, 'the same answers, the same digest')
    const kinds = (await entriesOf(db, editionSubject(facts.id))).map(({ kind }) => kind)
    assert.deepEqual(kinds, [
      'edition-made',
      'edition-opened',
      'edition-closed',
      'edition-reopened',
      'edition-closed',
    ])
  })
})

describe('changes of an edition', () => {
  it('raise its revision and are told to whoever listens, soon after they are committed', async () => {
    let told = 0
    const stop = onChange(store, facts.id, () => {
      told += 1
    })
    // The first look only learns where the revision stands; from the first telling on, none is missed.
    await until(async () => {
      if (told === 0) await bumpRevision(db, facts.id)
      return told > 0
    })
    await new Promise((later) => setTimeout(later, 1000))
    told = 0
    const before = await revisionOf(db, facts.id)
    await db
      .transaction()
      .execute(async (tx) => {
        await bumpRevision(tx, facts.id)
        throw new Error('undone')
      })
      .catch(() => undefined)
    assert.equal(await revisionOf(db, facts.id), before)
    await Promise.all(
      Array.from({ length: 20 }, () => db.transaction().execute((tx) => bumpRevision(tx, facts.id))),
    )
    assert.equal(await revisionOf(db, facts.id), before + 20)
    await until(() => told >= 1)
    assert.ok(told <= 20)

    // Its database goes away for a moment: what changed meanwhile is told afterwards.
    told = 0
    await store.owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fourth-pillar' and datname = current_database()",
    )
    await store.owner.query('update census_revision set revision = revision + 1')
    await until(() => told >= 1)
    stop()
    told = 0
    await bumpRevision(db, facts.id)
    await new Promise((later) => setTimeout(later, 1000))
    assert.equal(told, 0, 'who has stopped listening hears no more')
    changesOf(store).close()
  })
})

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await is()); waited += 25) {
    if (waited > 10_000) throw new Error(`it is not so: ${is}`)
    await new Promise((later) => setTimeout(later, 25))
  }
}
