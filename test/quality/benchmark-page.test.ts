/** A service's benchmark: as they are or adjusted for case mix, by an address; what others of it are not told; its file. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addOrganisation } from '#test/case/support.ts'
import { registeredSnapshot } from '#test/registry/snapshot.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const site = await testSite({ now: () => new Date('2026-11-22T09:00:00Z') })
const { db } = site.store
// Two of those that the invented rows name.
for (const code of ['RA0', 'RB1']) await addOrganisation(db, code)
await registeredSnapshot(db, site.config.dataFolder, 6000)
const lead = await site.signInAs('io-lead', 'RA0')
const other = await site.signInAs('io-lead', 'RB1')

const wordsOf = async (path: string, cookie = lead) => {
  const response = await site.get(path, cookie)
  assert.equal(response.status, 200, path)
  const page = await response.text()
  return { page, words: page.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}
const view = { measure: 'mortality-90', adjust: 'case-mix' }

describe('a benchmark', () => {
  it('shows services as they are, and offers to adjust them', async () => {
    const { page, words } = await wordsOf(paths.benchmark('RA0', { measure: 'mortality-90' }))
    assert.match(words, /Mortality at 90 days: your service lies/)
    assert.match(page, /<option[^>]*value="none"[^>]*selected=""|<option[^>]*selected=""[^>]*value="none"/)
    assert.match(words, /Adjusted for case mix/)
    assert.doesNotMatch(words, /The model of case mix/)
  })
  it('adjusts by its address, with observed, expected, the model and whether it comes true', async () => {
    const { page, words } = await wordsOf(paths.benchmark('RA0', view))
    assert.match(words, /Mortality at 90 days, adjusted for case mix: your service lies/)
    assert.match(words, /Observed without it \d+ Expected without it, of its case mix \d+\.\d/)
    assert.match(words, /Adjusted for case mix \(95% interval\) \d+\.\d% \(\d+\.\d% to \d+\.\d%\)/)
    assert.match(words, /The model of case mix: mortality at 90 days, all services together/)
    assert.match(words, /Intercept -?\d\.\d{3} [\d,]+ [\d,]+/)
    assert.match(words, /Calibration: does what the model expects come true\?/)
    assert.match(words, /C-statistic 0\.\d\d:/)
    assert.match(page, /href="\/benchmark\/RA0\?measure=mortality-30&amp;adjust=case-mix"/)
  })
  it('names no other service', async () => {
    const { page } = await wordsOf(paths.benchmark('RA0', view))
    assert.doesNotMatch(page, /RB1/)
    assert.match(page, /RA0/)
  })
  it('takes what is no adjustment for none', async () => {
    const { words } = await wordsOf(paths.benchmark('RA0', { ...view, adjust: 'constructor' }))
    assert.doesNotMatch(words, /The model of case mix/)
  })
  it('says that nothing is known of a procedure that nobody did', async () => {
    const { words } = await wordsOf(paths.benchmark('RA0', { ...view, procedure: 'nephrostomy' }))
    assert.match(words, /no organisation has a known outcome/)
    assert.doesNotMatch(words, /The model of case mix/)
  })
})

describe('the file of a benchmark', () => {
  it('holds the tables that the page shows', async () => {
    const response = await site.get(paths.benchmarkFile('RA0', view), lead)
    assert.equal(response.status, 200)
    assert.match(response.headers.get('content-type') ?? '', /text\/csv/)
    assert.match(response.headers.get('content-disposition') ?? '', /benchmark-RA0-mortality-90\.csv/)
    const text = await response.text()
    assert.match(text, /observed beside expected/)
    assert.match(text, /The model of case mix/)
    assert.match(text, /Calibration/)
  })
  it('is that service’s alone', async () => {
    assert.equal((await site.get(paths.benchmarkFile('RA0', view), other)).status, 403)
    assert.equal((await site.get(paths.benchmark('RA0', view), other)).status, 403)
  })
})
