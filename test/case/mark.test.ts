/** A case's mark: with it from the beginning, set by each entry, and carried over from when it stood in care_case. */

import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { closure } from '#core/pathway/kinds/follow-up.ts'
import { freshen } from '#store/case/freshen.ts'
import { recordInCase } from '#store/case/record.ts'
import { migrate, readMigrations } from '#store/migrate.ts'
import { withinScope } from '#store/scope.ts'
import { testPostgres } from '#test/support/postgres.ts'
import { aCase, referralBody, say, scopeOf, signed, storeWithOrganisations } from './support.ts'

describe('the mark of a case', async () => {
  const { db } = await storeWithOrganisations()
  const marks = (code: string, id: string) =>
    withinScope(db, scopeOf(code), (scoped) =>
      scoped.selectFrom('case_mark').selectAll().where('case_id', '=', id).execute(),
    )

  it('is there from the beginning, grows with each entry, and is taken away by the fold of what was read', async () => {
    const { id } = await aCase(db, { treating: 'ZB', referring: 'ZA' })
    const [begun] = await marks('ZB', id)
    assert.equal(begun?.stale, true)
    assert.equal((await say(db, 'ZA', id, 'referral', referralBody('ZA'))).outcome, 'appended')
    const [marked] = await marks('ZA', id)
    assert.equal(marked?.revision, (begun?.revision ?? 0) + 1)
    await withinScope(db, scopeOf('ZB'), (scoped) => freshen(scoped, ['ZB'], new Date()))
    const [folded] = await marks('ZB', id)
    assert.deepEqual(folded, { case_id: id, position: 2, revision: marked?.revision, stale: false })
    const early = {
      caseId: id,
      kind: closure,
      body: { why: 'completed' as const },
      occurredAt: new Date(),
      ...signed('ZB'),
    }
    const late = await withinScope(db, scopeOf('ZB'), (scoped) =>
      recordInCase(scoped, early, { expected: 1 }),
    )
    assert.equal(late.outcome, 'overtaken')
    assert.deepEqual(await marks('ZB', id), [folded], 'what was not written marks nothing')
    assert.deepEqual(await marks('ZC', id), [])
  })

  it('keeps a row that comes to the same as it was', async () => {
    const { id } = await aCase(db, { treating: 'ZB' })
    const version = async () => {
      await withinScope(db, scopeOf('ZB'), (scoped) => freshen(scoped, ['ZB'], new Date()))
      const { rows } = await withinScope(db, 'whole', (whole) =>
        sql<{ version: string }>`select xmin::text as version from care_case where id = ${id}`.execute(whole),
      )
      return rows[0]?.version
    }
    await say(db, 'ZB', id, 'referral', referralBody('ZB'))
    const was = await version()
    assert.equal((await say(db, 'ZB', id, 'nurse-specialist', { involved: 'none-here' })).outcome, 'appended')
    assert.equal(await version(), was)
    assert.equal((await marks('ZB', id))[0]?.position, 3)
  })

  it('is carried over from a database of before', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    const server = await testPostgres()
    const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
    const superuser = new pg.Client({ connectionString: server.url })
    await superuser.connect()
    await superuser.query(`create database ${name}`)
    const url = server.urlOf(name)
    try {
      await migrate(url, { migrations: readMigrations().filter(({ number }) => number < 15) })
      const owner = new pg.Client({ connectionString: url })
      await owner.connect()
      await owner.query(`
        insert into organisation (code, name, nation, region, latitude, longitude, main_site, fictional, source)
          values ('ZB', 'Bench', 'England', 'London', 51.5, -0.1, 'Bench', true, 'a test');
        insert into patient (id, given_name, family_name, given_key, family_key, birth_on, sex, registered_at, organisations)
          select id, 'Ada', 'Old', 'ada', 'old', '1950-01-01', 'female', 'ZB', '{ZB}' from (values ('${ids[0]}'::uuid)) as p (id);
        insert into care_case (id, patient, opened_for, treating, organisations, opened_at, position, revision, stale)
          select id, '${ids[0]}', '${ids[0]}', 'ZB', '{ZB}', now(), position, revision, stale
          from (values ('${ids[1]}'::uuid, 7, 9, false), ('${ids[2]}'::uuid, 3, 4, true)) as c (id, position, revision, stale)`)
      await migrate(url)
      const { rows } = await owner.query('select * from case_mark order by position desc')
      await owner.end()
      assert.deepEqual(rows, [
        { case_id: ids[1], position: 7, revision: '9', stale: false },
        { case_id: ids[2], position: 3, revision: '4', stale: true },
      ])
    } finally {
      await superuser.query(`drop database ${name} with (force)`)
      await superuser.end()
    }
  })
})
