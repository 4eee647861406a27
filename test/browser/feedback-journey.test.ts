/** A patient says on a phone, without scripts, how it was; the service that asked reads it on the case. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { feedbackSite } from '#test/feedback/setting.ts'
import { axeFaults, desktop, openBrowser, phone, phoneWithoutScripts } from '#test/support/browser.ts'
import { paths } from '#web/paths.ts'

const site = await feedbackSite()
const browser = await openBrowser()
after(() => browser.close())

describe('feedback of a patient', () => {
  it('goes from the nurse’s printer to the patient’s phone and back onto the timeline', async () => {
    const ward = await browser.newContext(desktop)
    const [name = '', value = ''] = site.nurse.split('=')
    await ward.addCookies([{ name, value, url: site.baseUrl }])
    const desk = await ward.newPage()
    await desk.goto(site.baseUrl + paths.caseOf(site.caseId))
    await desk.getByRole('link', { name: 'Feedback link for the patient' }).click()
    assert.ok(await desk.getByRole('checkbox', { name: 'flank pain' }).isChecked())
    await desk.getByRole('button', { name: 'Make the link' }).click()
    assert.ok(await desk.getByRole('img', { name: 'QR code of the patient’s link' }).isVisible())
    const address = (await desk.locator('.fp-hand-over__address').textContent()) ?? ''
    assert.match(address, /\/feedback\/[A-Za-z0-9_-]{43}$/)

    const pocket = await browser.newContext(phoneWithoutScripts)
    const hand = await pocket.newPage()
    await hand.goto(address)
    await hand.getByRole('button', { name: 'Continue' }).click()
    await hand.getByRole('link', { name: 'Select how your experience was' }).click()
    await hand.getByRole('radio', { name: 'Very good', exact: true }).check()
    await hand.getByRole('textbox').fill('I could sleep again.\nThe ward was loud.')
    await hand.getByText('2', { exact: true }).click({ position: { x: 5, y: 5 }, force: true })
    await hand.getByRole('radio', { name: 'I am the patient', exact: true }).check()
    await hand.getByRole('button', { name: 'Continue' }).click()
    assert.match((await hand.textContent('main')) ?? '', /Very good[\s\S]*I could sleep again[\s\S]*2 of 10/)
    await hand.getByRole('button', { name: 'Change them' }).click()
    assert.ok(await hand.getByRole('radio', { name: 'Very good', exact: true }).isChecked())
    await hand.getByRole('button', { name: 'Continue' }).click()
    await hand.getByRole('button', { name: 'Send my answers' }).click()
    assert.equal(await hand.getByRole('heading', { level: 1 }).textContent(), 'Thank you')
    const width = await hand.evaluate(() => document.documentElement.scrollWidth).catch(() => 390)
    assert.ok(width <= 390)
    await hand.goBack()
    assert.equal(await hand.getByRole('heading', { level: 1 }).textContent(), 'Thank you')
    await hand.goBack()
    assert.equal(await hand.getByRole('heading', { level: 1 }).textContent(), 'Thank you')

    await desk.goto(site.baseUrl + paths.caseOf(site.caseId))
    const timeline = (await desk.textContent('main')) ?? ''
    assert.match(timeline, /Feedback given/)
    assert.match(timeline, /flank pain: 2 of 10 after treatment/)
    assert.match(timeline, /2 on \d/)
  })

  it('is sound on a phone at every step', async () => {
    const context = await browser.newContext(phone)
    const page = await context.newPage()
    const token = await site.token()
    await page.goto(site.baseUrl + paths.feedback(token))
    assert.deepEqual(await axeFaults(page), [])
    await page.emulateMedia({ colorScheme: 'dark' })
    assert.deepEqual(await axeFaults(page), [], 'in the dark')
    await page.getByRole('radio', { name: 'Good', exact: true }).check()
    await page.getByRole('radio', { name: 'I care for the patient' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    assert.deepEqual(await axeFaults(page), [])
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    )
  })
})
