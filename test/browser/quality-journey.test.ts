/** A service lead finds why three cases are missing follow-up, and closes them: one contact, one death, one reason. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { aCase, referralBody, say } from '#test/case/support.ts'
import { treatmentBody } from '#test/form/setting.ts'
import { paths } from '#web/paths.ts'
import { address, journey, record } from './journey.ts'

const way = await journey('2026-11-20T09:00:00Z')
const lead = await way.person('Dr Isla Lead', 'io-lead', 'ZTR')
const { db } = way.site.store
const cases: string[] = []
for (const day of ['2026-05-05', '2026-05-12', '2026-05-19']) {
  const { id } = await aCase(db, { treating: 'ZTR' })
  await say(db, 'ZTR', id, 'referral', referralBody('ZTR'), new Date('2026-04-20T09:00:00Z'))
  await say(db, 'ZTR', id, 'treatment', treatmentBody, new Date(`${day}T09:00:00Z`))
  cases.push(id)
}
const [reached = '', died = '', moved = ''] = cases

async function open(): Promise<string> {
  await lead.page.goto(address(way, paths.quality('ZTR')))
  return lead.page.locator('main').innerText()
}

describe('missing follow-up', () => {
  after(() => way.close())

  it('is on the page of data quality, and leads to the three cases, each with its button', async () => {
    assert.match(await open(), /3 values are missing or in doubt/)
    await lead.page.getByRole('link', { name: 'Not known whether alive at 90 days' }).click()
    const rows = lead.page.getByRole('row').filter({ hasText: 'Alive 90 days after' })
    assert.equal(await rows.count(), 3)
    assert.equal(await rows.getByRole('link', { name: /^Record follow-up contact/ }).count(), 3)
  })

  it('is answered by a contact after day 90, and by a death', async () => {
    await record(way, lead, reached, 'follow-up-contact', {
      how: 'telephone',
      by: 'Dr Isla Lead',
      findings: 'At home and well',
    })
    await record(way, lead, died, 'death', { cause: 'Progression of the cancer', relation: 'no' })
    assert.match(await open(), /1 value is missing or in doubt/)
  })

  it('is closed with a reason where it cannot be found out, and the case says so', async () => {
    await lead.page.goto(address(way, paths.cases({ list: 'data-query', rule: 'alive-at-90' })))
    await lead.page.getByRole('link', { name: /^Close with a reason/ }).click()
    assert.equal(await lead.page.getByLabel('Query', { exact: true }).inputValue(), 'alive-at-90')
    await lead.page.getByRole('button', { name: /^Close the query/ }).click()
    assert.match(await lead.page.locator('.nhsuk-error-summary').innerText(), /What was found|what was found/)
    await lead.page.getByLabel('Cannot be found out').check()
    await lead.page.getByLabel('What was found').fill('Moved abroad in July; the practice has no address')
    await lead.page.getByRole('button', { name: /^Close the query/ }).click()
    assert.match(await open(), /No value is missing or in doubt/)
    await lead.page.goto(address(way, paths.caseOf(moved)))
    assert.match(await lead.page.locator('main').innerText(), /Data query closed: cannot be found out/)
  })
})
