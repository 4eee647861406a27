/** The administrator's pages: people added, roles given and taken, access removed, and the last one kept. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addPerson, takeRole } from '#store/access/roles.ts'
import { testSite } from '#test/support/site.ts'
import { goodPassword, personWithPassword, setUpCodes, signedIn } from './people.ts'

describe('people', async () => {
  const site = await testSite()
  const administrator = await site.personAs('administrator')
  const { cookie } = administrator
  const organisation = 'ZTEST'
  await site.personAs('io-lead', organisation)
  const rolesOf = async (person: string) =>
    (
      await site.store.db
        .selectFrom('membership')
        .select(['role', 'organisation'])
        .where('person', '=', person)
        .execute()
    )
      .map((held) => `${held.role} ${held.organisation ?? '-'}`)
      .sort()
  const logOf = async (person: string) =>
    (
      await site.store.db
        .selectFrom('access_log')
        .select(['event', 'by'])
        .where('person', '=', person)
        .orderBy('id')
        .execute()
    )
      .filter(({ by }) => by === administrator.id)
      .map(({ event }) => event)

  it('are added with a role and a link that is shown once, and found again by name, e-mail and organisation', async () => {
    const form = { name: 'Nia Neu', email: 'Nia.Neu@example.org', role: 'io-lead', organisation }
    const page = await site.post('/people/new', form, cookie)
    assert.equal(page.status, 200)
    const link = (await page.text()).match(/fp-link-once">([^<]+)</)?.[1] ?? ''
    assert.ok(link.startsWith(`${site.baseUrl}/join/`))
    assert.equal(
      (await site.post(new URL(link).pathname, { password: goodPassword, again: goodPassword })).status,
      303,
    )
    for (const search of ['nia neu', 'nia.neu@', 'Test Hospitals ZTEST', 'ztest']) {
      assert.match(
        await (await site.get(`/people?search=${encodeURIComponent(search)}`, cookie)).text(),
        /Nia Neu/,
      )
    }
    assert.match(await (await site.get('/people?search=%25', cookie)).text(), /Nobody was found/)
    const twice = await site.post('/people/new', form, cookie)
    assert.equal(twice.status, 422)
    assert.match(await twice.text(), /Somebody here has this e-mail address already/)
  })

  it('are not added with a role that does not fit', async () => {
    const form = { name: 'Not Added', email: 'not.added@example.org' }
    const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ ...form, role: '' }, /Choose a role/],
      [{ ...form, role: 'king' }, /Choose a role/],
      [{ ...form, role: 'io-lead', organisation: '' }, /Choose the organisation/],
      [{ ...form, role: 'io-lead', organisation: 'ZNONE' }, /Choose the organisation/],
      [{ ...form, name: ' ', role: 'researcher' }, /Enter their full name/],
      [{ ...form, email: 'x', role: 'researcher' }, /Enter an e-mail address/],
    ]
    for (const [sent, words] of wrong) {
      const response = await site.post('/people/new', sent, cookie)
      assert.equal(response.status, 422)
      assert.match(await response.text(), words)
    }
    assert.match(await (await site.get('/people?search=not.added', cookie)).text(), /Nobody was found/)
  })

  it('are listed a page at a time', async () => {
    for (let each = 0; each < 30; each++) await site.personAs('researcher')
    const first = await (await site.get('/people', cookie)).text()
    assert.match(first, /Page 1 of 2/)
    assert.match(await (await site.get('/people?page=2', cookie)).text(), /Page 2 of 2/)
    assert.equal((await site.get('/people?page=99', cookie)).status, 200)
  })

  it('get and lose roles, each change logged and shown', async () => {
    const { id, cookie: theirs } = await site.personAs('researcher')
    assert.equal((await site.get('/people', theirs)).status, 403)
    await site.post(`/people/${id}/give-role`, { role: 'administrator' }, cookie)
    await site.post(`/people/${id}/give-role`, { role: 'department-manager', organisation }, cookie)
    assert.deepEqual(await rolesOf(id), ['administrator -', 'department-manager ZTEST', 'researcher -'])
    assert.equal((await site.get('/people', theirs)).status, 200, 'at once')
    await site.post(`/people/${id}/take-role`, { role: 'administrator' }, cookie)
    await site.post(`/people/${id}/take-role`, { role: 'department-manager', organisation }, cookie)
    assert.deepEqual(await rolesOf(id), ['researcher -'])
    assert.equal((await site.get('/people', theirs)).status, 403, 'at once')
    assert.deepEqual(await logOf(id), ['role-given', 'role-given', 'role-removed', 'role-removed'])
    const page = await (await site.get(`/people/${id}`, cookie)).text()
    assert.match(page, /Role removed: Department manager \(ZTEST\)/)
  })

  it('lose all access at once: roles, password, second step and sessions; and can be let in again', async () => {
    const { id, email } = await personWithPassword(site)
    const { cookie: theirs } = await setUpCodes(site, await signedIn(site, email))
    assert.match(await (await site.get(`/people/${id}/remove-access`, cookie)).text(), /Remove all access of/)
    assert.equal(
      (await site.post(`/people/${id}/remove-access`, {}, cookie)).status,
      200,
      'asks whether one is sure',
    )
    assert.notDeepEqual(await rolesOf(id), [])
    assert.equal((await site.post(`/people/${id}/remove-access`, { sure: 'yes' }, cookie)).status, 303)
    assert.deepEqual(await rolesOf(id), [])
    assert.equal((await site.get('/account', theirs)).status, 302)
    assert.equal((await site.post('/sign-in', { email, password: goodPassword })).status, 422)
    await site.post(`/people/${id}/give-role`, { role: 'researcher' }, cookie)
    const page = await site.post(`/people/${id}/link`, {}, cookie)
    const link = (await page.text()).match(/fp-link-once">([^<]+)</)?.[1] ?? ''
    const joined = await site.post(new URL(link).pathname, { password: goodPassword, again: goodPassword })
    assert.equal(joined.headers.get('location'), '/account', 'with no second step left over')
  })

  it('can have their codes turned off for them', async () => {
    const { id, email } = await personWithPassword(site)
    await setUpCodes(site, await signedIn(site, email))
    assert.match(await (await site.get(`/people/${id}`, cookie)).text(), /Turn codes off/)
    await site.post(`/people/${id}/codes-off`, {}, cookie)
    const response = await site.post('/sign-in', { email, password: goodPassword })
    assert.equal(response.headers.get('location'), '/my-work')
  })

  it('are not found under an address of nobody', async () => {
    assert.equal((await site.get('/people/00000000-0000-4000-8000-000000000000', cookie)).status, 404)
    assert.equal((await site.get('/people/nobody', cookie)).status, 404)
  })
})

describe('the last administrator', async () => {
  const site = await testSite()
  const first = await personWithPassword(site, { role: 'administrator', organisation: null })
  const cookie = await signedIn(site, first.email)

  it('cannot be taken away, even beside one who was invited and cannot sign in yet', async () => {
    const membership = { role: 'administrator', organisation: null } as const
    await addPerson(site.store.db, { name: 'Invited', email: 'invited@example.org', membership }, 'test')
    const answers = [
      await site.post(`/people/${first.id}/take-role`, { role: 'administrator', sure: 'yes' }, cookie),
      await site.post(`/people/${first.id}/remove-access`, { sure: 'yes' }, cookie),
    ]
    for (const answer of answers) {
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), /last administrator who can sign in/)
    }
    assert.equal((await site.get('/people', cookie)).status, 200)
  })

  it('remains when two remove each other at the same moment', async () => {
    const second = await personWithPassword(site, { role: 'administrator', organisation: null })
    const role = { role: 'administrator', organisation: null } as const
    const outcomes = await Promise.all([
      takeRole(site.store.db, first.id, role, second.id),
      takeRole(site.store.db, second.id, role, first.id),
    ])
    assert.deepEqual([...outcomes].sort(), ['last-administrator', 'taken'])
  })

  it('asks before someone gives up their own administrator’s role', async () => {
    const [one, other] = [
      await personWithPassword(site, { role: 'administrator', organisation: null }),
      await personWithPassword(site, { role: 'administrator', organisation: null }),
    ]
    assert.ok(other.id)
    const own = await signedIn(site, one.email)
    const asked = await site.post(`/people/${one.id}/take-role`, { role: 'administrator' }, own)
    assert.match(await asked.text(), /Stop being an administrator\?/)
    assert.equal((await site.get('/people', own)).status, 200)
    const sure = await site.post(`/people/${one.id}/take-role`, { role: 'administrator', sure: 'yes' }, own)
    assert.equal(sure.headers.get('location'), '/my-work')
    assert.equal((await site.get('/people', own)).status, 403)
  })
})

describe('the access log', async () => {
  const site = await testSite()

  it('can be added to and never changed or shortened, by the application or by the owner', async () => {
    await site.signInAs('researcher')
    for (const text of ["update access_log set by = 'x'", 'delete from access_log', 'truncate access_log']) {
      await assert.rejects(site.store.pool.query(text), /refused|permission denied/)
      await assert.rejects(site.store.owner.query(text), /only ever added to/)
    }
  })

  it('holds no name and no e-mail address', async () => {
    const { rows } = await site.store.pool.query(
      "select string_agg(person || by || event || detail::text, ' ') as all from access_log",
    )
    assert.doesNotMatch(rows[0].all, /@|Test researcher/)
  })
})
