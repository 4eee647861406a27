import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerFor, edition, keyOf, openEdition, roomSite } from './support.ts'

const site = await roomSite()
await openEdition(site)
const first = await site.personAs('interviewer')
const second = await site.personAs('interviewer')

describe('the telephone wave', () => {
  const list = `/census/${edition}/telephone`

  it('lists at once who cannot be written to, and the others after two weeks', async () => {
    assert.match(await site.page(list, first.cookie), /1 organisation to ring/)
    await site.store.db
      .updateTable('census_edition')
      .set({ opened_at: new Date(Date.now() - 15 * 86_400_000) })
      .execute()
    await answerFor(site, 'RA1')
    const html = await site.page(list, first.cookie)
    assert.match(html, /5 organisations to ring/)
    assert.match(html, /href="tel:01632960000"/)
    assert.doesNotMatch(html, /Hospitals RA1/)
    assert.match(
      await site.page(`/census/${edition}`),
      /<strong class="fp-next__count">5<\/strong> organisations to ring/,
    )
  })

  it('gives an organisation to one of two who press together, and tells the other who', async () => {
    await Promise.all([
      site.post(`${list}/RA2/claim`, {}, first.cookie),
      site.post(`${list}/RA2/claim`, {}, second.cookie),
    ])
    const pages = [
      await site.page(`${list}/RA2`, first.cookie),
      await site.page(`${list}/RA2`, second.cookie),
    ]
    assert.equal(pages.filter((html) => html.includes('Start the interview')).length, 1)
    assert.equal(
      pages.filter((html) => /<strong>Test interviewer<\/strong> is ringing them/.test(html)).length,
      1,
    )
  })

  it('begins no interview beside someone else’s call', async () => {
    await site.post(`${list}/RA3/claim`, {}, first.cookie)
    const refused = await site.post(`${list}/RA3/interview`, {}, second.cookie)
    assert.equal(refused.headers.get('location'), `${list}/RA3`)
    const begun = await site.post(`${list}/RA3/interview`, {}, first.cookie)
    assert.equal(begun.headers.get('location'), '/answer')
    assert.match(begun.headers.getSetCookie().join(), /fp_answering=/)
  })

  it('asks what came of the call, and refuses a time that has passed', async () => {
    await site.post(`${list}/RA4/claim`, {}, first.cookie)
    const empty = await site.post(`${list}/RA4/attempt`, {}, first.cookie)
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /Choose what came of the call/)
    const past = { outcome: 'call-back', 'next-day': '1', 'next-month': '2', 'next-year': '2020' }
    assert.match(
      await (await site.post(`${list}/RA4/attempt`, past, first.cookie)).text(),
      /That time has passed/,
    )
    const slip = { outcome: 'call-back', 'next-day': '1', 'next-month': '2', 'next-year': '9999' }
    assert.match(
      await (await site.post(`${list}/RA4/attempt`, slip, first.cookie)).text(),
      /more than a year ahead/,
    )
    const forged = await site.post(`${list}/RA4/attempt`, { outcome: 'answered' }, first.cookie)
    assert.equal(forged.status, 422)
  })

  it('records a call once, and takes the organisation off the list until the time agreed', async () => {
    const html = await site.page(`${list}/RA4`, first.cookie)
    const next = new Date(Date.now() + 3 * 86_400_000)
    const form = {
      once: keyOf(html, `${list}/RA4/attempt`),
      outcome: 'call-back',
      note: 'Ask for the secretary.',
      'next-day': String(next.getUTCDate()),
      'next-month': String(next.getUTCMonth() + 1),
      'next-year': String(next.getUTCFullYear()),
      nextTime: '14:30',
    }
    await Promise.all([1, 2, 3].map(() => site.post(`${list}/RA4/attempt`, form, first.cookie)))
    const attempts = await site.store.db
      .selectFrom('census_attempt')
      .select(['organisation', 'outcome'])
      .execute()
    assert.deepEqual(attempts, [{ organisation: 'RA4', outcome: 'call-back' }])
    const page = await site.page(list, first.cookie)
    assert.match(page, /Agreed for later/)
    assert.match(page, /asked to be rung again/)
    assert.match(page, /14:30/)
  })

  it('lets an interviewer telephone, and not lead', async () => {
    for (const step of ['invite', 'close', 'import', 'export', 'open']) {
      assert.equal(
        (await site.post(`/census/${edition}/${step}`, {}, first.cookie)).status >= 403,
        true,
        step,
      )
    }
    assert.equal((await site.get('/census/new', first.cookie)).status, 403)
    assert.equal((await site.get('/directory', first.cookie)).status, 403)
  })

  it('puts an organisation back only for whoever holds it', async () => {
    await site.post(`${list}/RA5/claim`, {}, first.cookie)
    await site.post(`${list}/RA5/release`, {}, second.cookie)
    assert.match(await site.page(`${list}/RA5`, first.cookie), /Start the interview/)
    await site.post(`${list}/RA5/release`, {}, first.cookie)
    assert.match(await site.page(`${list}/RA5`, second.cookie), /Ring this one/)
  })
})
