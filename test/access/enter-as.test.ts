/** Entering the demonstration as any of its people; and that there is no such way elsewhere. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { demonstrationPeople, seedDemonstrationPeople } from '#demonstration/staff.ts'
import { cookiesAfter, testSite } from '#test/support/site.ts'

describe('entering as a person of the demonstration', async () => {
  const site = await testSite({ config: { demonstration: true } })
  await site.signInAs('io-lead')
  await seedDemonstrationPeople(site.store)
  await seedDemonstrationPeople(site.store)

  it('offers each of them with what they do, seeded once', async () => {
    const page = await (await site.get('/enter-as')).text()
    for (const person of demonstrationPeople)
      assert.match(page, new RegExp(`Enter as ${person.name.replace(' Fictional', '')}<`))
    const known = await site.store.db
      .selectFrom('person')
      .select('id')
      .where('email', 'like', '%fictional.example')
      .execute()
    assert.equal(known.length, demonstrationPeople.length)
  })

  it('opens their work, and becoming another ends the session before', async () => {
    const lead = cookiesAfter(await site.post('/enter-as', { id: 'census-lead' }))
    assert.match(await (await site.get('/my-work', lead)).text(), /You are here as census lead/)
    const administrator = cookiesAfter(await site.post('/enter-as', { id: 'administrator' }, lead), lead)
    assert.equal((await site.get('/people', administrator)).status, 200)
    assert.equal((await site.get('/my-work', lead)).status, 302)
    const manager = cookiesAfter(await site.post('/enter-as', { id: 'department-manager' }, lead), lead)
    assert.match(
      await (await site.get('/my-work', manager)).text(),
      /department manager at Test Hospitals ZTEST/,
    )
    assert.equal((await site.post('/enter-as', { id: 'nobody' })).status, 404)
  })

  it('links each person’s work to pages that they may open', async () => {
    for (const person of demonstrationPeople) {
      const cookie = cookiesAfter(await site.post('/enter-as', { id: person.key }))
      const page = await (await site.get('/my-work', cookie)).text()
      const links = [...page.matchAll(/nhsuk-card__link" href="([^"]+)"/g)].map((match) => match[1] ?? '')
      assert.ok(links.length >= 2)
      for (const link of links) {
        const response = await site.get(link, cookie)
        assert.notEqual(response.status, 403, `${person.key}: ${link}`)
        await response.body?.cancel()
      }
    }
  })

  it('does not exist outside the demonstration', async () => {
    const real = await testSite({ store: site.store })
    assert.equal((await real.get('/enter-as')).status, 404)
    const refused = await real.post('/enter-as', { id: 'administrator' })
    assert.equal(refused.status, 404)
    assert.equal(refused.headers.getSetCookie().length, 0)
  })
})
