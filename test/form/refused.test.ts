/** A role taken away while a form is open: what is sent is not recorded, is given back, and tells nothing. */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { v7 as uuid } from 'uuid'
import type { ServiceRole } from '#core/access/role.ts'
import { withinScope } from '#store/scope.ts'
import { addOrganisation } from '#test/case/support.ts'
import { paths } from '#web/paths.ts'
import { opened, plain, postForm, setting } from './setting.ts'

const here = await setting()
const { site, caseId } = here
const { db } = site.store
await addOrganisation(db, 'ZC')

const form = (kind: string, id = caseId) => `${paths.caseRecord(id, kind)}?form=${uuid()}`

const written = new Map<string, readonly string[]>([
  ['occurredAt-day', ['21']],
  ['occurredAt-month', ['11']],
  ['occurredAt-year', ['2026']],
  ['imaging', ['ct', 'mri']],
  ['bilirubin', ['18']],
  ['notes', ['Portal vein <open>, spoke to the family']],
  ['_seen', ['0']],
  ['_do', ['send']],
])

/** Somebody with the form of a work-up open; then their only role becomes another, or none. */
async function whoseRoleBecame(role: ServiceRole | null, organisation = 'ZA') {
  const person = await site.personAs('interventional-radiologist', 'ZA')
  const address = form('work-up')
  assert.equal((await site.get(address, person.cookie)).status, 200)
  await db.deleteFrom('membership').where('person', '=', person.id).execute()
  if (role) await db.insertInto('membership').values({ person: person.id, role, organisation }).execute()
  site.signIn.forget()
  const before = (await opened(here)).entries.length
  const answer = await postForm(here, address, written, person.cookie)
  const html = plain(await answer.text())
  assert.equal((await opened(here)).entries.length, before)
  const looks = await withinScope(db, 'whole', (whole) =>
    whole.selectFrom('case_look').select('page').where('person', '=', person.id).orderBy('id').execute(),
  )
  return { status: answer.status, html, looks: looks.map(({ page }) => page) }
}

function assertGivenBack(html: string) {
  assert.match(html, /This was not recorded/)
  assert.match(html, /Nothing of what you sent is in the record/)
  assert.match(html, /Portal vein <open>, spoke to the family/)
  assert.match(html, /Imaging reviewed<\/dt><dd[^>]*>CT MRI</)
  assert.match(html, /When<\/dt><dd[^>]*>21 11 2026</)
}

describe('a form that was open when its writer’s role was taken away', () => {
  it('is given back to who still sees the case, and the attempt is among the looks', async () => {
    const { status, html, looks } = await whoseRoleBecame('ward-nurse')
    assert.equal(status, 403)
    assertGivenBack(html)
    assert.deepEqual(looks, ['form-of-an-entry', 'form-of-an-entry-refused'])
  })

  it('is given back to who has no role any more', async () => {
    const { status, html, looks } = await whoseRoleBecame(null)
    assert.equal(status, 403)
    assertGivenBack(html)
    assert.deepEqual(looks, ['form-of-an-entry'])
  })

  it('is given back to who works elsewhere now, with no word of the case', async () => {
    const { status, html } = await whoseRoleBecame('interventional-radiologist', 'ZC')
    assert.equal(status, 404)
    assertGivenBack(html)
    const cookie = await site.signInAs('interventional-radiologist', 'ZC')
    const none = await postForm(here, form('work-up', randomUUID()), written, cookie)
    assert.equal(none.status, 404)
    assert.equal(mainOf(plain(await none.text())), mainOf(html))
  })
})

describe('a form that was open when its organisation’s part in the case ended', () => {
  it('is given back', async () => {
    const { cookie } = await site.personAs('referrer', 'ZB')
    const address = form('follow-up-contact')
    assert.equal((await site.get(address, cookie)).status, 200)
    await site.store.owner.query("update care_case set organisations = '{ZA}' where id = $1", [caseId])
    const before = (await opened(here)).entries.length
    const answer = await postForm(here, address, new Map([['notes', ['Seen at home']]]), cookie)
    assert.equal(answer.status, 404)
    assert.match(await answer.text(), /Seen at home/)
    assert.equal((await opened(here)).entries.length, before)
  })
})

const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
