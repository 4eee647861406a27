/** An IO lead uploads past treatments: bad rows first, then right ones, then the same again; and makes a key. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { desktop, openBrowser } from '#test/support/browser.ts'
import { csv, row } from '#test/upload/rows.ts'
import { code, countsOf, uploadSite } from '#test/upload/support.ts'
import { paths } from '#web/paths.ts'

const site = await uploadSite()
const browser = await openBrowser()
after(() => browser.close())

describe('an upload of past treatments', () => {
  it('says what is wrong by line, keeps nothing of it, and all of it when it is right', async () => {
    const context = await browser.newContext(desktop)
    const [name = '', value = ''] = site.lead.split('=')
    await context.addCookies([{ name, value, url: site.baseUrl }])
    const page = await context.newPage()
    const send = async (text: string) => {
      await page.goto(site.baseUrl + paths.uploadsOf(code))
      await page.getByLabel('File of past treatments').setInputFiles({
        name: 'ablations 2015.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      })
      await page.getByRole('button', { name: 'Send the file' }).click()
    }
    await page.goto(site.baseUrl + paths.myServiceOf(code))
    await page.getByRole('link', { name: 'Past treatments for the registry' }).click()

    await send(
      csv([row(1), row(2, { diedOn: '1901-01-01', lastSeenOn: '' }), row(3, { target1Size: '2,5' })]),
    )
    await page.getByText('2 of 3 rows cannot be kept as they are').waitFor()
    const wrong = (await page.textContent('table')) ?? ''
    assert.match(wrong, /Line 3[\s\S]*The death \(1 January 1901\) is before the birth date/)
    assert.match(wrong, /Line 4[\s\S]*“2,5” has a comma\. Write 2\.5/)
    assert.equal(await page.getByRole('button', { name: /^Keep/ }).count(), 0)
    assert.equal((await countsOf(site)).treatments, 0)

    await send(csv([row(1), row(2), row(3)]))
    await page.getByRole('button', { name: 'Keep 3 treatments' }).click()
    await page.getByText(/Kept on .*3 new treatments/).waitFor()
    assert.equal((await countsOf(site)).treatments, 3)

    await send(csv([row(1), row(2), row(3)]))
    await page.getByText('Every row is here already').waitFor()

    await page.getByRole('link', { name: 'Keys for programs' }).click()
    await page.getByLabel('Which program will use it').fill('Radiology system')
    await page.getByRole('button', { name: 'Make the key' }).click()
    assert.match((await page.locator('.fp-upload-secret').textContent()) ?? '', /^fpu_[A-Za-z0-9_-]{43}$/)
    await page.goto(site.baseUrl + paths.uploadsPart(code, 'keys'))
    assert.equal(await page.locator('.fp-upload-secret').count(), 0, 'shown once')
  })
})
