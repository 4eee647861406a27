/** The live numbers beside a form are those that the server gives for the same form, element for element. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { axeFaults, desktop, openBrowser } from '#test/support/browser.ts'
import { buildAssets } from '#web/assets/build.ts'
import { builtFolder } from '#web/assets/manifest.ts'
import { safeHeaders } from '#web/headers.ts'
import { formPage } from './form-page.tsx'

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
}
let browser: Browser
let base = ''
const faults: string[] = []
const server = createServer()

before(async () => {
  await buildAssets()
  const app = new Hono()
  app.use(safeHeaders(false) as never)
  app.get('/assets/:file', (c) => {
    const file = c.req.param('file')
    const type = types[file.split('.').at(-1) ?? ''] ?? 'text/plain'
    return c.body(readFileSync(join(builtFolder, file)), 200, { 'Content-Type': type })
  })
  app.get('/:kind', (c) => c.html(formPage(c.req.param('kind'), [])))
  app.post('/:kind', async (c) =>
    c.html(formPage(c.req.param('kind'), [...new URLSearchParams(await c.req.text())])),
  )
  server.on('request', getRequestListener(app.fetch))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  server.closeAllConnections()
  server.close()
})

async function open(kind: string): Promise<Page> {
  const page = await (await browser.newContext(desktop)).newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (problem) => faults.push(String(problem)))
  await page.goto(`${base}/${kind}`)
  return page
}

/** What the island drew, and what the server draws for the same fields to a browser without scripts. */
async function both(page: Page, part: string): Promise<readonly [island: string, server: string]> {
  const place = `[data-clinical="${part}"]`
  // The status waits until one pauses.
  await page.waitForTimeout(600)
  const drawn = async (of: Page) =>
    `${await of.locator(`${place} [data-drawn]`).innerHTML()}\n${await of
      .locator(place)
      .evaluate((element) => element.querySelector('[role=status]')?.textContent ?? '')}`
  const island = await drawn(page)
  const sent = await page.evaluate(() => {
    const form = document.querySelector('form')
    return form ? new URLSearchParams(new FormData(form) as never).toString() : ''
  })
  const plain = await (await browser.newContext({ ...desktop, javaScriptEnabled: false })).newPage()
  await plain.route(`${base}/sent`, async (route) => {
    const url = new URL(page.url())
    const response = await route.fetch({
      url: url.href,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      postData: sent,
    })
    await route.fulfill({ response })
  })
  await plain.goto(`${base}/sent`)
  const server = await drawn(plain)
  await plain.context().close()
  return [island, server]
}

const status = (page: Page, part: string) => page.locator(`[data-clinical="${part}"] [role=status]`)

describe('the form of a response assessment', () => {
  it('computes sum, changes and response as one types, as the server does', async () => {
    const page = await open('response-assessment')
    await page.check('[name="criteria"][value="recist-1.1"]')
    await page.check('[name="baseline"][value="no"]')
    await page.fill('[name="lesions.0.key"]', 'A')
    await page.selectOption('[name="lesions.0.organ"]', 'liver')
    await page.check('[name="lesions.0.kind"][value="target"]')
    await page.fill('[name="lesions.0.diameter"]', '28 mm')
    await page.waitForFunction(() => document.body.textContent?.includes('By RECIST 1.1: partial response'))
    assert.equal(
      await status(page, 'lesions').textContent(),
      'By RECIST 1.1: partial response. Sum 28 mm, −30.0% from the baseline.',
    )
    const [island, server] = await both(page, 'lesions')
    assert.equal(island, server)

    await page.fill('[name="lesions.0.diameter"]', '28.1')
    await page.waitForFunction(() => document.body.textContent?.includes('By RECIST 1.1: stable disease'))

    await page.click('button[value^="add "]')
    await page.fill('[name="lesions.1.key"]', 'X')
    await page.check('[name="lesions.1.kind"][value="new"]')
    await page.waitForFunction(() =>
      document.body.textContent?.includes('By RECIST 1.1: progressive disease'),
    )
    const [again, sent] = await both(page, 'lesions')
    assert.equal(again, sent)
    assert.deepEqual(await axeFaults(page), [])
    await page.context().close()
  })

  it('puts a scan where its day belongs', async () => {
    const page = await open('response-assessment')
    await page.check('[name="criteria"][value="recist-1.1"]')
    await page.check('[name="baseline"][value="no"]')
    await page.fill('[name="lesions.0.key"]', 'A')
    await page.check('[name="lesions.0.kind"][value="target"]')
    await page.fill('[name="lesions.0.diameter"]', '40')
    for (const [part, value] of [
      ['day', '1'],
      ['month', '12'],
      ['year', '2025'],
    ])
      await page.fill(`[name="occurredAt-${part}"]`, value ?? '')
    await page.waitForFunction(() =>
      document.body.textContent?.includes('no RECIST 1.1 baseline before this scan'),
    )
    const [island, server] = await both(page, 'lesions')
    assert.equal(island, server)
    await page.context().close()
  })
})

describe('the form of a work-up', () => {
  it('computes liver function and the check of a plan as one types, as the server does', async () => {
    const page = await open('work-up')
    await page.fill('[name="bilirubin"]', '17')
    await page.fill('[name="albumin"]', '40 g/L')
    await page.waitForFunction(() => document.body.textContent?.includes('Grade 2, −2.59'))
    const [island, server] = await both(page, 'liver')
    assert.equal(island, server)
    assert.match(island, /Not computable: INR and creatinine are missing|Not computable: INR, ascites/)

    const fields = { height: '170', weight: '70', lungShunt: '5', liverVolume: '1300', tumourVolume: '200' }
    for (const [name, value] of Object.entries({ ...fields, treatedVolume: '1500', plannedActivity: '1.74' }))
      await page.fill(`[name="sirt.${name}"]`, value)
    await page.check('[name="sirt.device"][value="resin"]')
    await page.check('[name="sirt.method"][value="bsa"]')
    await page.waitForFunction(() => document.body.textContent?.includes('not a prescription: agreement'))
    const [check, sent] = await both(page, 'check')
    assert.equal(check, sent)
    assert.deepEqual(await axeFaults(page), [])
    await page.context().close()
  })
})

describe('the islands', () => {
  it('break no rule of the content security policy and throw nothing', () => assert.deepEqual(faults, []))

  it('hold the rules and no validation library', async () => {
    for (const name of ['lesion-table', 'liver-function']) {
      const { metafile, outputFiles } = await build({
        ...{ entryPoints: [`src/web/islands/${name}.ts`], bundle: true, minify: true, write: false },
        ...{ format: 'esm', metafile: true, outdir: '.', absWorkingDir: join(import.meta.dirname, '../..') },
      })
      const inputs = Object.keys(metafile.inputs)
      assert.ok(
        inputs.some((path) => /src\/core\/(response\/follow|clinical\/meld)\.ts/.test(path)),
        name,
      )
      assert.deepEqual(
        inputs.filter((path) => path.includes('node_modules')),
        [],
        name,
      )
      assert.ok(
        (outputFiles[0]?.contents.length ?? 0) < 40_000,
        `${name} is ${outputFiles[0]?.contents.length} bytes`,
      )
    }
  })
})
