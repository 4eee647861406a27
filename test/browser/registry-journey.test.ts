/** A researcher builds a cohort and publishes a figure; somebody else opens it, and recomputes it to the same digest. */

import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { reproduceCommand } from '#cli/reproduce.ts'
import { downloads } from '#store/registry/access.ts'
import { closeSnapshots } from '#store/snapshot/latest.ts'
import { snapshotFolder } from '#store/snapshot/place.ts'
import { registeredSnapshot } from '#test/registry/snapshot.ts'
import { temporaryFolder } from '#test/snapshot/support.ts'
import { axeFaults, desktop, openBrowser, phoneWithoutScripts } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const dataFolder = temporaryFolder()
const site = await testSite({ config: { dataFolder } })
const snapshot = await registeredSnapshot(site.store.db, dataFolder, 4000)
const browser = await openBrowser()
const remy = await pageOf(desktop, await site.signInAs('researcher'))
let published = ''

describe('a researcher’s way through the registry', () => {
  after(async () => {
    await browser.close()
    await closeSnapshots()
  })

  it('begins at the public page, with how complete the registry is', async () => {
    await open(remy, paths.registry())
    await clean(remy)
    assert.match(await words(remy), /4,000 treatments of [\d,]+ patients/)
    await remy.getByRole('link', { name: 'Explore', exact: true }).click()
    assert.match(await words(remy), /All treatments in the registry\./)
    assert.equal(await count(remy, 'treatments'), '4,000')
  })

  it('sees the sentence and the counts follow each choice before it is sent', async () => {
    await remy.getByText('Patients', { exact: true }).click()
    await remy.getByRole('link', { name: 'Sex', exact: true }).click()
    await clean(remy)
    const option = await remy.locator('.nhsuk-checkboxes__item', { hasText: 'Female' }).innerText()
    const women = /[\d,]+/.exec(option)?.[0] ?? ''
    await remy.getByLabel(/^Female/).check()
    await remy.getByText('Treatments, sex female.').waitFor()
    assert.equal(await count(remy, 'treatments'), women, 'what the choice said that it would leave')
    const answer = remy.waitForResponse((response) => response.url().includes('/registry/explore/count'))
    await remy.getByLabel(/^Male/).check()
    await answer
    await remy.getByText('Treatments, sex female or male.').waitFor()
    await remy.getByLabel(/^Male/).uncheck()
    await remy.getByText('Treatments, sex female.').waitFor()
    await remy.getByRole('button', { name: 'Use this condition' }).click()
    assert.equal(new URL(remy.url()).search, '?sex=female')
  })

  it('is told when the counts cannot be brought up to date', async () => {
    await remy.goto(`${site.baseUrl}${paths.registryExplore('sex=female&add=intent')}`)
    await remy.context().route('**/registry/explore/count**', (route) => route.abort())
    await remy.locator('input[name=intent]').first().check()
    await remy.getByText(/could not be brought up to date\. Check your connection/).waitFor()
    assert.equal(await count(remy, 'treatments'), '…', 'no number stays that is of another choice')
    await remy.context().unroute('**/registry/explore/count**')
  })

  it('draws Kaplan-Meier by group; the back button leads back, the address alone to the same page', async () => {
    await open(remy, paths.registryExplore('sex=female'))
    await remy.getByRole('link', { name: /^Kaplan-Meier curve/ }).click()
    await remy.getByLabel('Groups by').selectOption('intent')
    await remy.getByLabel('Months on the axis').fill('36')
    await remy.getByRole('button', { name: 'Draw the figure' }).click()
    const address = new URL(remy.url())
    assert.equal(
      address.search,
      '?sex=female&show=survival&endpoint=overall-survival&by=intent&months=36&interval=log-log',
    )
    await clean(remy)
    const finding = await remy.locator('.fp-registry-figure h2').first().innerText()
    await remy.goBack()
    assert.doesNotMatch(remy.url(), /by=intent/)
    await remy.goto(address.href)
    assert.equal(await remy.locator('.fp-registry-figure h2').first().innerText(), finding)
  })

  it('publishes it under a title, once it was read', async () => {
    await remy.getByRole('link', { name: 'Publish this figure' }).click()
    await clean(remy)
    await remy.getByLabel('Title').fill('Women')
    await remy.getByRole('button', { name: 'Publish', exact: true }).click()
    assert.match(await remy.locator('.nhsuk-error-summary').innerText(), /title.*\n.*Tick the box/s)
    await remy.getByLabel('Title').fill('Survival of women after treatment, by intent')
    await remy.getByLabel(/I have read the figure/).check()
    await remy.getByRole('button', { name: 'Publish', exact: true }).click()
    published = new URL(remy.url()).pathname
    assert.match(published, /^\/registry\/figures\/[0-9a-f-]{36}$/)
    await clean(remy)
  })

  it('is opened by somebody else without signing in, and found from the public page', async () => {
    const visitor = await pageOf(phoneWithoutScripts)
    await open(visitor, paths.registry())
    await visitor.getByRole('link', { name: /Survival of women after treatment/ }).click()
    assert.equal(new URL(visitor.url()).pathname, published)
    assert.match(await words(visitor), /Survival of women after treatment, by intent/)
    await open(visitor, paths.registryExplore())
    assert.match(visitor.url(), /sign-in/, 'to explore is for those who may')
    await visitor.context().close()
  })

  it('comes to the same digest on a machine that has the snapshot and the figure’s file', async () => {
    const file = await (await site.get(`${published}.json`)).text()
    assert.equal(JSON.parse(file).snapshot, snapshot)
    const kept = join(dataFolder, 'figure.json')
    writeFileSync(kept, file)
    const lines: string[] = []
    const tar = join(dataFolder, 'taken.tar')
    const cookie = await site.signInAs('researcher')
    await site.post(paths.registryTerms(), { accept: 'yes' }, cookie)
    const given = await site.get(paths.registryDownload(snapshot, 'snapshot.tar'), cookie)
    assert.equal(given.status, 200)
    writeFileSync(tar, Buffer.from(await given.arrayBuffer()))
    for (const place of [tar, snapshotFolder(dataFolder, snapshot)])
      assert.equal(
        await reproduceCommand([kept, '--snapshot', place], [], (line) => lines.push(line)),
        0,
        lines.join('\n'),
      )
    assert.match(lines.join('\n'), new RegExp(JSON.parse(file).digest))
  })

  it('builds the same cohort without scripts, on a phone', async () => {
    const phone = await pageOf(phoneWithoutScripts, await site.signInAs('researcher'))
    await open(phone, paths.registryExplore('show=survival'))
    await phone.getByText('Patients', { exact: true }).click()
    await phone.getByRole('link', { name: 'Age', exact: true }).click()
    await phone.getByLabel('From').selectOption('60')
    await phone.getByLabel('To', { exact: true }).selectOption('79')
    await phone.getByRole('button', { name: 'Use this condition' }).click()
    assert.match(await words(phone), /Treatments, of patients aged 60 to 79\./)
    assert.match(phone.url(), /\?age=60\.\.79&show=survival/)
    await phone.getByRole('link', { name: 'Remove Age' }).click()
    assert.match(await words(phone), /All treatments in the registry\./)
    await phone.context().close()
  })

  it('says what is wrong in an old link, keeps the rest, and draws nothing in its place', async () => {
    await remy.goto(
      `${site.baseUrl}${paths.registryExplore('sex=female&age=80..60&colour=blue&show=survival&by=hat')}`,
    )
    await clean(remy)
    const summary = await remy.locator('.nhsuk-error-summary').innerText()
    for (const problem of [/“colour”/, /Age cannot be from 80/, /“hat” is not one of the choices/])
      assert.match(summary, problem)
    assert.match(await words(remy), /Treatments, sex female\./)
    assert.equal(await remy.locator('.fp-registry-figure').count(), 0)
    await remy.getByRole('link', { name: 'Go on with what is left' }).click()
    assert.equal(await remy.locator('.nhsuk-error-summary').count(), 0)
    assert.equal(await remy.locator('.fp-registry-figure').count(), 1)
  })
})

describe('a figure that the gate refuses', () => {
  it('is told why in the explorer, and cannot be published', async () => {
    const cookie = await site.signInAs('researcher')
    const asked = 'nation=England&show=funnel&endpoint=severe-complication-30'
    const page = await (await site.get(paths.registryExplore(asked), cookie)).text()
    assert.match(page, /This figure is not shown/)
    assert.doesNotMatch(page, /Publish this figure/)
    const form = { title: 'Something that is not shown', sure: 'yes' }
    const sent = await site.post(paths.registryPublish(asked), form, cookie)
    assert.equal(sent.status, 303)
    assert.match(sent.headers.get('location') ?? '', /^\/registry\/explore\?.*#drawn$/)
  })
})

describe('a snapshot', () => {
  it('is given out under accepted terms only, noted, and from where it stopped', async () => {
    const { id, cookie } = await site.personAs('researcher')
    const address = paths.registryDownload(snapshot, 'treatment.csv')
    const refused = await site.get(address, cookie)
    assert.equal(refused.status, 303)
    assert.equal(refused.headers.get('location'), paths.registryTerms(snapshot))
    assert.equal((await site.post(paths.registryTerms(), {}, cookie)).status, 422)
    const accepted = await site.post(paths.registryTerms(), { accept: 'yes', snapshot }, cookie)
    assert.equal(accepted.headers.get('location'), paths.registrySnapshot(snapshot))
    const whole = await site.get(address, cookie)
    const bytes = Buffer.from(await whole.arrayBuffer())
    assert.equal(bytes.length, Number(whole.headers.get('content-length')))
    const etag = whole.headers.get('etag') ?? ''
    const part = (range: string, more: Record<string, string> = {}) =>
      fetch(new URL(address, site.baseUrl), { headers: { cookie, range, ...more } })
    const rest = await part('bytes=1000-', { 'if-range': etag })
    assert.equal(rest.status, 206)
    assert.equal(rest.headers.get('content-range'), `bytes 1000-${bytes.length - 1}/${bytes.length}`)
    assert.deepEqual(Buffer.from(await rest.arrayBuffer()), bytes.subarray(1000))
    const last = await part('bytes=-10')
    assert.deepEqual(Buffer.from(await last.arrayBuffer()), bytes.subarray(-10))
    assert.equal((await part(`bytes=${bytes.length}-`)).status, 416)
    assert.equal((await part('bytes=5-9', { 'if-range': '"another"' })).status, 200)
    assert.equal((await part('', { 'if-none-match': etag })).status, 304)
    assert.equal((await site.get(paths.registryDownload(snapshot, 'names.csv'), cookie)).status, 404)
    const noted = await downloads(site.store.db, { person: id }, 1)
    assert.deepEqual(
      noted.downloads.map(({ file, fromByte }) => [file, fromByte]),
      [
        ['treatment.csv', 0],
        ['treatment.csv', bytes.length - 10],
        ['treatment.csv', 1000],
        ['treatment.csv', 0],
      ],
    )
    const log = await (
      await site.get(paths.registryDownloads({ person: id }), await site.signInAs('administrator'))
    ).text()
    assert.match(log, /went on from 1\.0 kB/)
    for (const role of ['administrator', 'commissioner'] as const)
      assert.equal((await site.get(address, await site.signInAs(role))).status, 403, role)
  })

  it('that was changed by one byte is not opened, and says which file', async () => {
    await closeSnapshots()
    const folder = join(snapshotFolder(dataFolder, snapshot), 'treatment')
    const [name = ''] = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((each) => each.endsWith('.parquet'))
    const file = join(folder, name)
    const bytes = readFileSync(file)
    const changed = Buffer.from(bytes)
    changed[bytes.length >> 1] = (changed[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(file, changed)
    const cookie = await site.signInAs('researcher')
    const page = await (await site.get(paths.registrySnapshot(snapshot), cookie)).text()
    assert.match(page, /Does not hold\..*treatment\/.*\.parquet is damaged/s)
    const home = await (await site.get(paths.registry())).text()
    assert.match(home, /No snapshot|cannot be read/)
    writeFileSync(file, bytes)
  })
})

async function pageOf(how: BrowserContextOptions, cookie?: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext(how)
  context.setDefaultTimeout(20_000)
  const [name = '', value = ''] = (cookie ?? '').split(/=(.*)/s)
  if (cookie) await context.addCookies([{ name, value, url: site.baseUrl }])
  return context.newPage()
}

const open = (page: Page, path: string) => page.goto(site.baseUrl + path)

const words = (page: Page) => page.locator('main').innerText()
const count = (page: Page, what: string) => page.locator(`[data-count=${what}]`).innerText()

/** Axe finds nothing on what is open now. */
async function clean(page: Page): Promise<void> {
  assert.deepEqual(await axeFaults(page), [], new URL(page.url()).pathname)
}
