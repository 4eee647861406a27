/** Links that work once: the first administrator's, and a person's way in. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeJoinLink } from '#store/access/links.ts'
import { addPerson } from '#store/access/roles.ts'
import { cookiesAfter, testSite } from '#test/support/site.ts'
import { setUpLink } from '#web/sign-in/set-up.ts'
import { goodPassword } from './people.ts'

const days = (number: number) => number * 24 * 60 * 60 * 1000

describe('the set-up link', async () => {
  const site = await testSite()
  const form = { name: 'Ada First', email: 'ada@example.org', password: goodPassword, again: goodPassword }
  /** The address of a link that was made. */
  let made = ''
  const pathOf = (link: string | null) => new URL(link ?? '').pathname

  it('is refused in words when it is wrong or has expired', async () => {
    const wrong = await site.get('/set-up/not-a-token')
    assert.equal(wrong.status, 404)
    assert.match(await wrong.text(), /does not open anything/)
    const path = pathOf(await setUpLink(site.store, site.config))
    made = path
    const later = await testSite({ store: site.store, now: () => new Date(Date.now() + days(3) + 1000) })
    for (const response of [await later.get(path), await later.post(path, form)]) {
      assert.equal(response.status, 410)
      assert.match(await response.text(), /This link has expired/)
    }
  })

  it('shows what is missing, and keeps the password out of the page', async () => {
    const path = pathOf(await setUpLink(site.store, site.config))
    const response = await site.post(path, { ...form, name: '', again: 'something else' })
    assert.equal(response.status, 422)
    const text = await response.text()
    assert.match(text, /Enter your full name/)
    assert.match(text, /The two passwords are not the same/)
    assert.doesNotMatch(text, new RegExp(goodPassword))
  })

  it('makes one administrator and census lead, however many links and people are tried at once', async () => {
    const links = [await setUpLink(site.store, site.config), await setUpLink(site.store, site.config)]
    const tries = Array.from({ length: 6 }, (_, at) =>
      site.post(pathOf(links[at % 2] ?? null), { ...form, email: `ada${at}@example.org` }),
    )
    const answers = await Promise.all(tries)
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 410, 410, 410, 410, 410])
    const winner = answers.find((answer) => answer.status === 303)
    assert.ok(winner)
    assert.equal((await site.get('/people', cookiesAfter(winner))).status, 200)
    const roles = await site.store.db.selectFrom('membership').select('role').orderBy('role').execute()
    assert.deepEqual(
      roles.map(({ role }) => role),
      ['administrator', 'census-lead'],
    )
    for (const link of links) {
      const again = await site.get(pathOf(link))
      assert.equal(again.status, 410)
      assert.match(await again.text(), /This link has been used/)
    }
  })

  it('is made no more once there is an administrator', async () => {
    assert.equal(await setUpLink(site.store, site.config), null)
  })

  it('is nowhere in the database as text', async () => {
    const token = made.split('/').at(-1) ?? ''
    assert.match(token, /^[A-Za-z0-9_-]{43}$/)
    const { rows: tables } = await site.store.owner.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    assert.ok(tables.some(({ name }) => name === 'set_up_link'))
    for (const { name } of tables) {
      const { rows } = await site.store.owner.query(
        `select 1 from "${name}" as t where position($1 in t::text) > 0`,
        [token],
      )
      assert.deepEqual(rows, [], name)
    }
  })
})

describe('a join link', async () => {
  const site = await testSite()
  const form = { password: goodPassword, again: goodPassword }
  let added = 0
  const invited = async (now = new Date()) => {
    added += 1
    const person = {
      name: 'Ivor New',
      email: `ivor${added}@example.org`,
      membership: { role: 'interviewer', organisation: null } as const,
    }
    const { person: id } = await addPerson(site.store.db, person, 'test')
    return { id, email: person.email, path: `/join/${await makeJoinLink(site.store.db, id, 'test', now)}` }
  }

  it('says whose it is, takes a password, signs in, and is used up', async () => {
    const { email, path } = await invited()
    assert.match(await (await site.get(path)).text(), new RegExp(`Ivor New.*${email}`, 's'))
    assert.equal((await site.post(path, { password: 'short', again: 'short' })).status, 422)
    const joined = await site.post(path, form)
    assert.equal(joined.status, 303)
    assert.equal((await site.get('/account', cookiesAfter(joined))).status, 200)
    const again = await site.post(path, { password: 'a password of another', again: 'a password of another' })
    assert.equal(again.status, 410)
    assert.match(await again.text(), /has been used/)
    assert.equal((await site.post('/sign-in', { email, password: goodPassword })).status, 303)
  })

  it('is won by one when two open it at once', async () => {
    const { path } = await invited()
    const answers = await Promise.all([site.post(path, form), site.post(path, form), site.post(path, form)])
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 410, 410])
  })

  it('expires after seven days, and is replaced by a newer one', async () => {
    const old = await invited(new Date(Date.now() - days(7) - 1000))
    assert.match(await (await site.get(old.path)).text(), /This link has expired/)
    const { id, path } = await invited()
    await makeJoinLink(site.store.db, id, 'test', new Date())
    const replaced = await site.post(path, form)
    assert.equal(replaced.status, 410)
    assert.match(await replaced.text(), /This link has been replaced/)
  })

  it('ends the sessions of whoever chooses a new password with it', async () => {
    const { id, path } = await invited()
    const before = cookiesAfter(await site.post(path, form))
    assert.equal((await site.get('/account', before)).status, 200)
    const fresh = 'a newer good sentence'
    await site.post(`/join/${await makeJoinLink(site.store.db, id, 'test', new Date())}`, {
      password: fresh,
      again: fresh,
    })
    assert.equal((await site.get('/account', before)).status, 302)
  })
})
