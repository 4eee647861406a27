/** Demand and cost over HTTP on a real database: lines stated, refused beside their field, uploaded; models in an address. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { COST_NAMES, exampleInputs } from '#core/network/cost/inputs.ts'
import { seedDemonstration } from '#demonstration/seed.ts'
import { demandHistory, demandLines } from '#store/network/demand.ts'
import { hiddenOf, problemsIn, wordsOf } from '#test/service/pages.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const now = new Date('2026-11-22T12:00:00Z')
const site = await testSite({ now: () => now })
await seedDemonstration(site.store, now)
const commissioner = await site.signInAs('commissioner')
const { db } = site.store

const line = {
  ...{ what: 'share', cancer: 'kidney', procedure: 'kidney-ablation', place: 'England|London', district: '' },
  ...{ value: '12.5', basis: 'assumption', source: 'Our own view', years: '', reason: 'To try a higher one' },
}
const post = async (fields: Readonly<Record<string, string>>) =>
  site.post(
    paths.networkDemandTable('new'),
    { ...(await hiddenOf(site, paths.networkDemandTable('new'), commissioner)), ...fields },
    commissioner,
  )

describe('the table of demand', () => {
  it('is seen by whoever may see the network and changed by whoever may propose', async () => {
    const lead = await site.signInAs('io-lead')
    assert.equal((await site.get(paths.networkDemandTable(), lead)).status, 200)
    assert.equal((await site.get(paths.networkDemandTable('new'), lead)).status, 403)
    assert.equal((await site.post(paths.networkDemandTable('new'), line, lead)).status, 403)
  })

  it('takes a line once however often it is sent, keeps who stated it and why, and is computed from it', async () => {
    const before = (await demandHistory(db, { limit: 100, offset: 0 })).total
    const hidden = await hiddenOf(site, paths.networkDemandTable('new'), commissioner)
    for (const _ of [1, 2])
      assert.equal(
        (await site.post(paths.networkDemandTable('new'), { ...hidden, ...line }, commissioner)).status,
        303,
      )
    const { lines, total } = await demandHistory(db, { limit: 1, offset: 0 })
    assert.equal(total, before + 1)
    assert.equal(lines[0]?.by?.reason, line.reason)
    const page = await site.get(paths.networkDemand({ procedure: 'kidney-ablation' }), commissioner)
    assert.match(
      wordsOf(await page.text()),
      /London, England (Value )?12\.5% (Source )?Assumption Our own view/,
    )
  })

  it('takes a line back, so that the wider place counts again', async () => {
    assert.equal((await post({ ...line, do: 'take-back' })).status, 303)
    const held = (await demandLines(db)).filter(({ procedure }) => procedure === 'kidney-ablation')
    assert.deepEqual(
      held.map(({ region, value }) => [region, value]),
      [[null, 6]],
    )
  })

  it('refuses beside the field what cannot be', async () => {
    const words = async (fields: Readonly<Record<string, string>>) => {
      const answer = await post({ ...line, ...fields })
      assert.equal(answer.status, 422)
      const html = await answer.text()
      // Each problem leads to what can be typed into or chosen, and whose label is its own.
      for (const [, id = ''] of html.matchAll(/<a[^>]* href="#([\w-]+)"[^>]*>[^<]*<\/a><\/li>/g))
        assert.match(html, new RegExp(`<(select|input|textarea)[^>]* id="${id}"`), id)
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      assert.equal(new Set(ids).size, ids.length, 'no two elements have one id')
      return problemsIn(html)
    }
    assert.deepEqual(await words({ value: '-1' }), ['The value cannot be below 0'])
    assert.deepEqual(await words({ value: '101' }), ['The value has to be 100 or less'])
    assert.deepEqual(await words({ value: 'a tenth' }), ['Enter the value as a number, such as 12.5'])
    assert.deepEqual(await words({ source: ' ' }), ['Name the source, or whose assumption it is'])
    assert.deepEqual(await words({ reason: '' }), ['Say why it is stated, in 5 characters or more'])
    assert.match((await words({ district: 'Atlantis' }))[0] ?? '', /no district of England is called so/)
    assert.equal((await words({ what: '', cancer: '', basis: '' })).length, 3)
  })

  it('is uploaded as a file: rows with errors are named, the table itself changes nothing, a new line is stated', async () => {
    const upload = async (text: string) => {
      const body = new FormData()
      body.set('file', new File([text], 'demand.csv', { type: 'text/csv' }))
      const response = await fetch(new URL(paths.networkDemandTable('upload'), site.baseUrl), {
        ...{ method: 'POST', body, redirect: 'manual' },
        headers: { origin: site.baseUrl, cookie: commissioner },
      })
      return wordsOf(await response.text())
    }
    const table = await (await site.get(paths.networkDemandTable('table.csv'), commissioner)).text()
    assert.match(await upload(table), /Every line of the file holds already/)
    const [header = ''] = table.split('\r\n')
    assert.match(await upload(`${header}\r\nincidence,spleen,,,,,8,source,x,,,,\r\n`), /cancer is 'spleen'/)
    const fresh = `${header}\r\nincidence,prostate,,England,,,150,source,A register,2020,,,\r\n`
    assert.match(await upload(fresh), /1 line changes/)
    assert.match(await upload('a,b\r\n1,2\r\n'), /The file has no column what, cancer/)
  })
})

describe('the cost page', () => {
  const example = Object.fromEntries(COST_NAMES.map((name) => [name, String(exampleInputs()[name])]))

  it('assumes nothing, and offers an example that is said to be one', async () => {
    const empty = await site.get(paths.networkCost(), commissioner)
    const html = await empty.text()
    assert.equal(empty.status, 200)
    assert.doesNotMatch(html, /There is a problem/)
    assert.match(wordsOf(html), /fill in an example, not a source/)
    const filled = wordsOf(await (await site.get(paths.networkCost(example), commissioner)).text())
    assert.match(filled, /Example, not a source\./)
    assert.match(
      filled,
      /By these inputs the referral pathway costs £[\d,]+ less than the new service over 10 years/,
    )
    assert.match(filled, /there is no break-even|Break-even at/)
  })

  it('refuses what cannot be beside its field: negative, zero, huge, a spread of nothing', async () => {
    const words = async (change: Readonly<Record<string, string>>) => {
      const answer = await site.get(paths.networkCost({ ...example, ...change }), commissioner)
      assert.equal(answer.status, 422)
      return problemsIn(await answer.text())
    }
    assert.deepEqual(await words({ newOnce: '-1' }), ['Setting up the new service, once cannot be below 0'])
    assert.deepEqual(await words({ patientsPerYear: '0' }), ['Patients a year has to be 0.1 or more'])
    assert.match((await words({ unitCostNew: '99999999999' }))[0] ?? '', /1,000,000,000 or less/)
    assert.match((await words({ spread: '0' }))[0] ?? '', /^Vary each input by more than 0/)
  })
})
