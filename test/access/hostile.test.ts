/** Requests that no page of ours makes: each is answered in words, none breaks the site or keeps a place of it. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { codes, edition, openEdition, roomSite } from '../room/support.ts'

const site = await roomSite()
await openEdition(site)
const admin = await site.signInAs('administrator')
const noId = '-'.repeat(36)

/** Every address of the site with each of its parts replaced by something that is no name. */
function addressesWith(nothing: string): readonly string[] {
  const known: Readonly<Record<string, string>> = { edition, code: codes[0], other: edition }
  return site.site.declared.flatMap(({ method, path }) => {
    const parts = [...path.matchAll(/:([a-z]+)(?:\{[^/]*\})?/gi)].map(([, name = '']) => name)
    const filled = (hostile: string) =>
      path.replace(/:([a-z]+)(?:\{[^/]*\})?/gi, (_, name: string) =>
        name === hostile ? nothing : (known[name] ?? '00000000-0000-4000-8000-000000000000'),
      )
    return parts.map((part) => `${method} ${filled(part)}`)
  })
}

describe('an address with a part that names nothing', () => {
  for (const nothing of ['%00', 'x%00', noId, '__proto__', 'constructor', '%ED%A0%80', 'a'.repeat(3000)]) {
    it(`is not found, whoever asks: ${nothing.slice(0, 40)}`, async () => {
      for (const address of addressesWith(nothing)) {
        const [method, path = ''] = address.split(' ')
        for (const cookie of [site.lead, admin]) {
          const response =
            method === 'GET' ? await site.get(path, cookie) : await site.post(path, { a: '1' }, cookie)
          await response.body?.cancel()
          assert.ok(response.status < 500, `${address.slice(0, 120)}: ${response.status}`)
        }
      }
    })
  }
})

describe('a question in an address', () => {
  it('that means nothing is passed over', async () => {
    const names = [
      'done',
      'show',
      'sort',
      'as',
      'state',
      'class',
      'procedure',
      'edition',
      'page',
      'about',
      'place',
    ]
    const pages = [
      '/',
      '/map',
      '/services',
      '/census',
      `/census/${edition}`,
      '/directory',
      '/outbox',
      '/account',
    ]
    for (const page of pages) {
      for (const name of names) {
        for (const value of ['constructor', '__proto__', 'toString', '1e999', '-1', '%F0%9F%92%A9']) {
          const response = await site.get(`${page}?${name}=${value}&${name}=b`, site.lead)
          await response.body?.cancel()
          assert.ok(response.status < 500, `${page}?${name}=${value}: ${response.status}`)
        }
      }
    }
  })
})

describe('a form', () => {
  it('that is cut short is refused in words', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data']) {
      const response = await fetch(new URL(`/census/${edition}/organisations/RA1/notes`, site.baseUrl), {
        method: 'POST',
        headers: { cookie: site.lead, origin: site.baseUrl, 'content-type': type },
        body: 'cut',
      })
      assert.equal(response.status, 400)
      assert.match(await response.text(), /The form could not be read/)
    }
  })

  it('keeps its text without the control characters that came along when it was pasted', async () => {
    const note = 'Rang\u000b twice\u0000'
    await site.post(`/census/${edition}/organisations/RA1/notes`, { note }, site.lead)
    assert.match(await site.page(`/census/${edition}/organisations/RA1`), /Rang twice</)
  })

  it('with a name that cannot be kept is refused in words', async () => {
    const person = { name: 'A\u0000', email: 'new@example.org', role: 'researcher' }
    const response = await site.post('/people/new', person, admin)
    assert.equal(response.status, 422)
    assert.match(await response.text(), /cannot be kept/)
  })

  it('settles no message of another organisation', async () => {
    const { db } = site.store
    const place = `/census/${edition}/organisations`
    await site.post(`${place}/RA1/messages`, { text: 'Why so few?' }, site.lead)
    const { id } = await db
      .selectFrom('census_note')
      .select('id')
      .where('kind', '=', 'message')
      .executeTakeFirstOrThrow()
    await site.post(`${place}/RA2/messages/${id}`, {}, site.lead)
    const settled = () =>
      db.selectFrom('census_note').select('settled_at').where('id', '=', id).executeTakeFirstOrThrow()
    assert.equal((await settled()).settled_at, null)
    await site.post(`${place}/RA1/messages/${id}`, {}, site.lead)
    assert.notEqual((await settled()).settled_at, null)
  })
})

describe('listening', () => {
  it('takes no place by asking for the headers alone', async () => {
    for (let asked = 0; asked < 30; asked++) {
      const { status } = await fetch(new URL(`/live/${edition}`, site.baseUrl), { method: 'HEAD' })
      assert.equal(status, 200)
    }
    const controller = new AbortController()
    const { status } = await fetch(new URL(`/live/${edition}`, site.baseUrl), { signal: controller.signal })
    assert.equal(status, 200)
    controller.abort()
  })
})
