/** The page of gaps in a browser: it follows the answers of the census that is open. */

import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { OPEN_EDITION } from '#demonstration/nation.ts'
import { seedDemonstration } from '#demonstration/seed.ts'
import { desktop, openBrowser } from '#test/support/browser.ts'
import { testSite } from '#test/support/site.ts'
import { testStore } from '#test/support/store.ts'
import { paths } from '#web/paths.ts'

const browser = await openBrowser()
after(() => browser.close())

it('the page of gaps counts an answer that comes in while it is open', async () => {
  const store = await testStore()
  await seedDemonstration(store, new Date())
  const site = await testSite({ store, config: { demonstration: true } })
  const context = await browser.newContext(desktop)
  const [name = '', value = ''] = (await site.signInAs('commissioner')).split('=')
  await context.addCookies([{ name, value, url: site.baseUrl }])
  const page = await context.newPage()
  const listening = page.waitForResponse((response) => response.url().includes('/live/'))
  await page.goto(site.baseUrl + paths.networkGaps({ procedure: 'liver-ablation', edition: OPEN_EDITION.id }))
  await listening
  const statement = page.locator('[data-live="statement"]')
  const offering = async () => Number(/; (\d+) offers? it/.exec((await statement.textContent()) ?? '')?.[1])
  const before = await offering()
  assert.ok(before > 0)
  await store.owner.query(
    `with one as (
       select edition, organisation from census_response
        where edition = $1 and answers -> 'diseaseModifyingProcedures' ? 'liver-ablation' order by organisation limit 1)
     update census_response r set answers = r.answers || '{"diseaseModifyingProcedures": ["bone-ablation"]}'
       from one where r.edition = one.edition and r.organisation = one.organisation`,
    [OPEN_EDITION.id],
  )
  await store.owner.query('update census_revision set revision = revision + 1 where edition = $1', [
    OPEN_EDITION.id,
  ])
  await page.waitForFunction(
    (count) => document.querySelector('[data-live="statement"]')?.textContent?.includes(`; ${count} offer`),
    before - 1,
    { timeout: 30_000 },
  )
  assert.equal(await offering(), before - 1)
  await context.close()
})
