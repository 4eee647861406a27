import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { type Migration, migrate, readMigrations } from '#store/migrate.ts'
import { openStore } from '#store/open.ts'
import { refuseOld } from '#store/server.ts'
import { testPostgres } from '#test/support/postgres.ts'

describe('migrating a database', () => {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const real = readMigrations()
  const next = (sql: string, number = 9001): Migration => {
    const digest = createHash('sha256').update(sql).digest('hex')
    return { number, name: `${number}_next.sql`, sql, digest }
  }
  let url: string
  let superuser: pg.Client

  before(async () => {
    const server = await testPostgres()
    superuser = new pg.Client({ connectionString: server.url })
    await superuser.connect()
    await superuser.query(`create database ${name}`)
    url = server.urlOf(name)
  })
  after(async () => {
    await superuser.query(`drop database ${name} with (force)`)
    await superuser.query(`drop role if exists ${name}`)
    await superuser.end()
  })

  it('applies every file once, though two processes come at once', async () => {
    const both = await Promise.all([migrate(url), migrate(url)])
    assert.deepEqual(
      both.map(({ applied }) => applied.length).sort((a, b) => a - b),
      [0, real.length],
    )
    assert.deepEqual((await migrate(url)).applied, [])
  })

  it('refuses a file that reads differently than when it was applied', async () => {
    const changed = real.map((each) => (each.number === 1 ? { ...each, digest: 'other' } : each))
    await assert.rejects(migrate(url, { migrations: changed }), {
      code: 'migration-changed',
      message: /^0001_record\.sql was applied to this database and reads differently now\./,
    })
  })

  it('refuses a database that a newer version migrated', async () => {
    await assert.rejects(migrate(url, { migrations: real.slice(0, -1) }), { code: 'migration-missing' })
  })

  it('leaves nothing behind of a file that fails, and says which and why', async () => {
    const failing = next('create table half_made (x integer); select 1 / 0;')
    await assert.rejects(migrate(url, { migrations: [...real, failing] }), {
      code: 'migration-failed',
      message: '9001_next.sql was not applied: division by zero.',
    })
    const { applied } = await migrate(url, {
      migrations: [...real, next('create table half_made (x integer);')],
    })
    assert.deepEqual(applied, ['9001_next.sql'])
  })

  it('opens new tables to the application, but not the list of migrations', async () => {
    const store = await openStore({ url, migrate: false })
    await store.pool.query('insert into half_made values (1)')
    await assert.rejects(store.pool.query("update migration set digest = 'x'"), { code: '42501' })
    await assert.rejects(store.pool.query('create table mine (x integer)'), { code: '42501' })
    await store.close()
  })

  it('makes the queue for jobs, in which the application can make queues', async () => {
    const { default: PgBoss } = await import('pg-boss')
    const boss = new PgBoss({ connectionString: url, migrate: false, supervise: false, schedule: false })
    await boss.start()
    await boss.stop({ graceful: false })
    const store = await openStore({ url, migrate: false })
    await store.pool.query(`select pgboss.create_queue('letters', '{"policy":"standard"}')`)
    await store.pool.query("insert into pgboss.job (name, data) values ('letters', '{}')")
    await store.close()
  })

  it('says in one line what is in the way', async () => {
    const says = async (opening: Promise<unknown>, code: string, words: RegExp) => {
      await assert.rejects(opening, (error: Error & { code?: string }) => {
        assert.equal(error.code, code, error.message)
        assert.match(error.message, words)
        assert.ok(!error.message.includes('\n') && !error.message.includes('secret-word'), error.message)
        return true
      })
    }
    await says(
      openStore({ url: 'postgres://a:secret-word@127.0.0.1:1/b' }),
      'not-reachable',
      /127\.0\.0\.1:1 is not reachable/,
    )
    await says(
      openStore({ url: 'postgres://a:secret-word@nowhere.invalid/b' }),
      'not-reachable',
      /nowhere\.invalid/,
    )
    await says(openStore({ url: url.replace(name, 'no_such') }), 'not-reachable', /no_such.*does not exist/)
    await says(
      openStore({ url: url.replace(/:[^:@]+@/, ':secret-word@') }),
      'rights-missing',
      /refuses the login/,
    )
    await superuser.query(`create role ${name} login password 'secret-word'`)
    const stranger = url.replace(/\/\/[^@]+@/, `//${name}:secret-word@`)
    await says(openStore({ url: stranger }), 'rights-missing', /lacks rights/)
    assert.throws(() => refuseOld(140_009), {
      code: 'too-old',
      message: /PostgreSQL 14; 15 or later is needed/,
    })
  })

  it('lets a login that owns nothing work as the application', async () => {
    const stranger = url.replace(/\/\/[^@]+@/, `//${name}:secret-word@`)
    const store = await openStore({ url: stranger, ownerUrl: url, migrate: false }).catch(() => null)
    assert.equal(store, null)
    await migrate(url, {
      appUrl: stranger,
      migrations: [...real, next('create table half_made (x integer);')],
    })
    const opened = await openStore({ url: stranger, migrate: false })
    const { rows } = await opened.pool.query('select current_user as role, session_user as login')
    assert.deepEqual(rows, [{ role: 'fourth_pillar_app', login: name }])
    await opened.close()
  })
})
