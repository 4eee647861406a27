/** What every browser test rests on: a click ends when all of the next page is there. */

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { openBrowser, phoneWithoutScripts } from '#test/support/browser.ts'

it('a click waits for the end of a page that arrives slowly', async () => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    if (request.url === '/')
      return response.end('<form method="post" action="/sent"><button>Save</button></form>')
    if (request.url === '/sent') return response.writeHead(303, { location: '/next' }).end()
    response.write(`<!doctype html><h1>The next question</h1>${' '.repeat(2000)}`)
    return setTimeout(() => response.end('<input type="checkbox">'), 300)
  }).listen(0)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage(phoneWithoutScripts)
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    await page.getByRole('button', { name: 'Save' }).click()
    assert.equal(await page.getByRole('checkbox').count(), 1)
  } finally {
    await browser.close()
    server.close()
  }
})
