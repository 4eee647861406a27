/** A carer tells a story on a phone without scripts; an editor publishes it; others read it; its author withdraws it. */

import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import type { Page } from 'playwright-core'
import { CHECKS } from '#core/story/checks.ts'
import { axeFaults, desktop, openBrowser, phone, phoneWithoutScripts } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const site = await testSite()
const browser = await openBrowser()
after(() => browser.close())

it('a story goes from a phone to its readers, and back to nothing when its author says so', async () => {
  const hand = await (await browser.newContext(phoneWithoutScripts)).newPage()
  await hand.goto(site.baseUrl + paths.stories())
  await hand.getByRole('link', { name: 'Tell your story' }).click()
  await hand.getByLabel('A title').fill('Soup for a week')
  const words = `My father had a stent. ${'He wanted only soup, and slept a lot. '.repeat(4)}`
  await hand.getByLabel('Your story').fill(`${words} Ring me on 0113 496 0000.`)
  await hand.getByLabel('I cared for somebody who was treated').check()
  await hand.getByLabel('No name', { exact: true }).check()
  for (const box of await hand.getByRole('group', { name: 'What you agree to' }).getByRole('checkbox').all())
    await box.check()
  await hand.getByRole('button', { name: 'Send my story' }).click()
  const summary = hand.getByRole('alert')
  assert.match((await summary.textContent()) ?? '', /a telephone number \(0113 496 0000\)/)
  await hand.getByLabel('Your story').fill(words)
  await hand.getByRole('button', { name: 'Send my story' }).click()
  const address = (await hand.locator('.fp-hand-over__address').textContent()) ?? ''
  assert.match(address, /\/stories\/own\/[A-Za-z0-9_-]{43}$/)
  const night = await (await browser.newContext({ ...phone, colorScheme: 'dark' })).newPage()
  await night.goto(`${hand.url()}`)
  assert.equal(await groundOf(night), 'rgb(16, 24, 29)')
  assert.deepEqual(await axeFaults(night), [], 'its author’s page in the dark, with the sheet')
  assert.ok((await hand.evaluate(() => document.documentElement.scrollWidth).catch(() => 0)) <= 390)

  const [name = '', value = ''] = (await site.signInAs('editor')).split('=')
  const room = await browser.newContext(desktop)
  await room.addCookies([{ name, value, url: site.baseUrl }])
  const desk = await room.newPage()
  await desk.goto(site.baseUrl + paths.storiesModerate())
  await desk.getByRole('link', { name: 'Soup for a week' }).click()
  assert.deepEqual(await axeFaults(desk), [])
  await desk.getByRole('radio', { name: 'Publish it' }).check()
  await desk.getByRole('button', { name: 'Decide' }).click()
  assert.match((await desk.getByRole('alert').textContent()) ?? '', /Tick all of them/)
  for (const { says } of CHECKS) await desk.getByRole('checkbox', { name: says }).check()
  await desk.getByRole('button', { name: 'Decide' }).click()
  await desk.getByText('It is published: everybody can read it.').waitFor()

  const reader = await (await browser.newContext(phone)).newPage()
  await reader.goto(site.baseUrl + paths.stories())
  await reader.getByRole('link', { name: 'Soup for a week' }).click()
  assert.match((await reader.textContent('main')) ?? '', /one person’s experience, and no advice/)
  assert.deepEqual(await axeFaults(reader), [])

  await hand.goto(address)
  await hand.getByLabel('Take my story down and erase its words for good').check()
  await hand.getByRole('button', { name: 'Withdraw my story' }).click()
  assert.match((await hand.textContent('main')) ?? '', /You withdrew it/)
  assert.equal((await reader.reload())?.status(), 404)
})

const groundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
