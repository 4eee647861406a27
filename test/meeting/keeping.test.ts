/** What is written about a case at a meeting is kept as it is written, for all who have the page open. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { turnMeeting } from '#store/meeting/hold.ts'
import { addCase } from '#store/meeting/list.ts'
import { meetingsBetween, openMeeting } from '#store/meeting/meeting.ts'
import { saveTeam } from '#store/meeting/team.ts'
import { caseSite, readOn } from '#test/case-page/setting.ts'
import { chemoembolisation } from '#test/case-page/stories.ts'
import { paths } from '#web/paths.ts'
import { openBrowser, phone } from '../support/browser.ts'

const site = await caseSite()
const told = [await site.tell(chemoembolisation), await site.tell(chemoembolisation.slice(0, 2))]
const { meeting, items } = await site.whole(async (db) => {
  const team = {
    ...{ organisation: 'ZTREAT', name: 'Liver', tumourSites: ['hepatocellular'], weekday: 1 as const },
    ...{ time: '08:00', everyWeeks: 1, minutes: 60, cutOffHours: 24, place: null },
  }
  assert.equal((await saveTeam(db, team, readOn)).outcome, 'saved')
  const [first] = await meetingsBetween(db, ['ZTREAT'], readOn, new Date('2026-04-20T00:00:00Z'))
  assert.ok(first)
  for (const { id } of told) await addCase(db, first.id, id, readOn, 'Dr Rowan Ash')
  await turnMeeting(db, first.id, 'under-way')
  const opened = await openMeeting(db, first.id)
  return { meeting: first.id, items: opened?.items.map(({ id }) => id) ?? [] }
})
const address = `${site.baseUrl}${paths.meeting(meeting, { item: items[0] })}`
const browser = await openBrowser()
after(() => browser.close())

async function open(): Promise<Page> {
  const cookie = await site.as('mdt-coordinator', 'ZTREAT')
  const context = await browser.newContext(phone)
  const [name = '', ...value] = cookie.split('=')
  await context.addCookies([{ name, value: value.join('='), url: site.baseUrl }])
  const page = await context.newPage()
  await page.goto(address)
  return page
}

const kept = (page: Page, words: RegExp) => page.locator('[data-kept]', { hasText: words }).waitFor()

async function write(page: Page, field: string, words: string) {
  await page.fill(`[name=${field}]`, words)
  await page.press(`[name=${field}]`, 'Tab')
}

describe('what is written at a meeting', async () => {
  const one = await open()
  const other = await open()

  it('is kept when a field is left, and merged with what another writes elsewhere', async () => {
    await write(one, 'question', 'Is a second course of use?')
    await kept(one, /^Kept, not recorded yet/)
    await write(other, 'notes', 'Fit for it.')
    await kept(other, /^Kept/)
    await one.reload()
    assert.equal(await one.inputValue('[name=question]'), 'Is a second course of use?')
    assert.equal(await one.inputValue('[name=notes]'), 'Fit for it.')
    assert.equal(await other.inputValue('[name=question]'), 'Is a second course of use?')
  })

  it('where both changed the same waits for the later writer to look', async () => {
    await one.fill('[name=question]', 'One asks this')
    await write(other, 'question', 'The other asks that')
    await kept(other, /^Kept/)
    await one.press('[name=question]', 'Tab')
    await kept(one, /Somebody changed the same/)
    assert.equal(await one.inputValue('[name=question]'), 'One asks this')
    await one.click('button[value=keep]')
    assert.match(await one.locator('.fp-remark--overtaken').innerText(), /The other asks that/)
  })

  it('is kept by going on to the next case, and by closing the page', async () => {
    const third = await open()
    await third.fill('[name=actsNext]', 'The referrer')
    await third.keyboard.press('Alt+ArrowDown')
    await third.waitForURL((url) => url.searchParams.get('item') === items[1])
    await third.goto(address)
    assert.equal(await third.inputValue('[name=actsNext]'), 'The referrer')
    await third.fill('[name=images]', 'PACS')
    await third.close({ runBeforeUnload: true })
    await other.waitForTimeout(500)
    await other.reload()
    assert.equal(await other.inputValue('[name=images]'), 'PACS')
  })

  it('is for the case that a phone shows when it is chosen from the list', async () => {
    await other.goto(address)
    await other.locator('.fp-agenda a[data-item]').nth(1).click()
    await other.waitForURL((url) => url.searchParams.get('item') === items[1])
    const top = (await other.locator('#case-name').boundingBox())?.y ?? -1
    assert.ok(top >= 0 && top < 100, `the case is at ${top}`)
    await other.setViewportSize({ width: 1280, height: 860 })
    await other.goto(address)
    await other.locator('.fp-agenda a[data-item]').nth(1).click()
    await other.waitForURL((url) => url.searchParams.get('item') === items[1])
    assert.equal(await other.evaluate(() => scrollY), 0, 'beside the list nothing jumps')
  })

  it('is nothing that was recorded', async () => {
    const opened = await site.whole((db) => openMeeting(db, meeting))
    assert.deepEqual(
      opened?.items.map(({ state }) => state),
      ['waiting', 'waiting'],
    )
  })
})
