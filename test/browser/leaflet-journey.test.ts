/** A nurse fits a leaflet to the ward, the master changes, and the nurse takes over what it changed, in a browser. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { nephrostomy } from '#core/leaflet/content/nephrostomy.ts'
import { leafletInUse } from '#store/leaflet/read.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { addOrganisation } from '#test/case/support.ts'
import { axeFaults, desktop, openBrowser } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const site = await testSite()
await addOrganisation(site.store.db, 'ZLEAF')
await enterShippedLeaflets(site.store.db, new Date('2026-11-20T09:00:00Z'), [nephrostomy])
const browser = await openBrowser()
after(() => browser.close())

const [master, variant] = ['nephrostomy.en', 'nephrostomy.en@ZLEAF']

async function pageAs(cookie: string): Promise<Page> {
  const context = await browser.newContext(desktop)
  context.setDefaultTimeout(20_000)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: site.baseUrl }])
  return context.newPage()
}

/** From the leaflet's page through a section to the version that was handed in. */
async function handIn(page: Page, note: string): Promise<void> {
  await page.goto(site.baseUrl + page.url().replace(site.baseUrl, '').replace(/\?.*$/, ''))
  await page.getByRole('button', { name: 'Hand in for review' }).click()
  await page.getByRole('textbox', { name: 'What you changed, and why' }).fill(note)
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await page.getByText('It is handed in').waitFor()
}

const publish = async (page: Page) => {
  await page.getByRole('button', { name: /^Publish version/ }).click()
  await page.getByText('It is published, and in use from now on.').waitFor()
}

describe('the leaflets’ workshop', () => {
  it('carries a service’s own telephone through a new version of the master', async () => {
    const nurse = await pageAs(await site.signInAs('cancer-nurse-specialist', 'ZLEAF'))
    await nurse.goto(site.baseUrl + paths.leafletEditorOf(variant))
    await nurse.getByRole('button', { name: 'Adapt it to your service' }).click()
    await nurse.locator(`a[href="${paths.leafletEditorSection(variant, 'about')}"]`).click()
    await nurse.locator('[name="local-telephone"]').fill('020 7946 0000')
    await nurse.getByRole('button', { name: 'Save', exact: true }).click()
    assert.match((await nurse.textContent('main')) ?? '', /020 7946 0000/)
    await handIn(nurse, 'Our own number.')
    await publish(nurse)

    const editor = await pageAs(await site.signInAs('editor'))
    await editor.goto(site.baseUrl + paths.leafletEditorOf(master))
    await editor.getByRole('button', { name: 'Begin a new version' }).click()
    await editor.locator(`a[href="${paths.leafletEditorSection(master, 'what')}"]`).click()
    await editor.locator('[name="0.says"]').fill('A thin tube drains your kidney.')
    await editor.getByRole('button', { name: 'Save', exact: true }).click()
    await handIn(editor, 'Plainer words.')
    const version = editor.url().replace(/\?.*$/, '')
    const reviewer = await pageAs(await site.signInAs('clinical-reviewer'))
    await reviewer.goto(version)
    await reviewer.getByRole('textbox', { name: 'Your profession' }).fill('Consultant radiologist')
    await reviewer.getByRole('button', { name: /^Sign off version/ }).click()
    await reviewer.getByText('The sign-off is in the record.').waitFor()
    await editor.goto(site.baseUrl + paths.leafletEditor())
    await editor.getByRole('link', { name: /^Publish .*version 2\.0$/ }).click()
    await publish(editor)

    await nurse.goto(site.baseUrl + paths.leafletEditor())
    await nurse.getByRole('link', { name: /^Take over what the master changed/ }).click()
    assert.deepEqual(await axeFaults(nurse), [])
    assert.ok(await nurse.getByRole('radio', { name: 'Take the master’s words' }).first().isChecked())
    await nurse.getByRole('button', { name: 'Put it into the draft' }).click()
    await nurse.getByText('The master’s changes are in the draft').waitFor()
    await handIn(nurse, 'Brought up to the master.')
    await publish(nurse)

    const inUse = await leafletInUse(site.store.db, {
      ...{ procedure: 'nephrostomy', language: 'en', organisation: 'ZLEAF' },
    })
    assert.equal(inUse?.base, '2.0')
    assert.equal(inUse.leaflet.local.telephone, '020 7946 0000')
    assert.equal(inUse.leaflet.sections.what[0]?.says, 'A thin tube drains your kidney.')
    await nurse.goto(site.baseUrl + paths.leafletEditor())
    assert.equal(await nurse.getByRole('link', { name: /^Take over what the master changed/ }).count(), 0)
  })
})
