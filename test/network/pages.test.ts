/** The network of the demonstration through the site: its gaps by the census, and what a service declared. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gapsOf, standingAt } from '#core/network/gaps.ts'
import { CLOSED_EDITION, OPEN_EDITION } from '#demonstration/nation.ts'
import { seedDemonstration } from '#demonstration/seed.ts'
import { loadNetwork, loadRegister } from '#store/network/network.ts'
import { testSite } from '#test/support/site.ts'
import { testStore } from '#test/support/store.ts'
import { paths } from '#web/paths.ts'
import { dayIn, fillIn, wordsOf } from '../service/pages.ts'

const now = () => new Date('2026-11-22T10:00:00Z')
const day = '2026-11-22'

describe('the network of the demonstration', async () => {
  const store = await testStore()
  await seedDemonstration(store, now())
  const site = await testSite({ store, now, config: { demonstration: true } })
  const cookie = await site.signInAs('commissioner')
  const textOf = async (path: string) => wordsOf(await (await site.get(path, cookie)).text())

  it('has 43 supportive-only services with a formal way to refer and 30 without, on the day of the census', async () => {
    assert.match(
      await textOf(paths.networkGaps()),
      /On the day of the census, 1 March 2017, 43 have a formal way to refer for disease-modifying treatment and 30 have none, of 73\./,
    )
  })

  it('leaves out organisations that closed since', async () => {
    const { sites, pathways } = await loadNetwork(store, { day })
    const { rows } = await store.owner.query<{ code: string }>(
      'select code from organisation where closed_on <= $1',
      [day],
    )
    assert.ok(rows.length > 0)
    const codes = new Set(sites.map(({ code }) => code))
    for (const { code } of rows) assert.ok(!codes.has(code), code)
    for (const { from, to } of pathways) assert.ok(codes.has(from) && codes.has(to))
    const then = await loadNetwork(store, { day: CLOSED_EDITION.censusOn, edition: CLOSED_EDITION.id })
    assert.equal(then.sites.length, 179)
  })

  it('counts the gaps of a procedure by nation, region and alliance, and lists each with its nearest', async () => {
    for (const [by, words] of [
      ['nations', /By nation .* England .* Scotland .* Wales .* Northern Ireland/],
      ['regions', /By region .* East of England .* North of Scotland/],
      ['alliances', /By cancer alliance or network .* alliance 1 \(fictional\)/],
    ] as const)
      assert.match(await textOf(paths.networkGaps({ procedure: 'lung-ablation', by })), words)
    const page = await textOf(paths.networkGaps({ procedure: 'lung-ablation', nation: 'Scotland' }))
    assert.match(page, /Lung ablation: \d+ of \d+ services that said so have a gap/)
    assert.match(page, /\d+ km/)
    const csv = await (
      await site.get(paths.networkGaps({ procedure: 'lung-ablation', nation: 'Scotland' }, 'csv'), cookie)
    ).text()
    assert.equal(csv.trim().split('\r\n').length, 15, 'a heading and the fourteen boards')
  })

  it('counts nobody who offers IO as a gap for what no census asks', async () => {
    const { network } = await loadRegister(store, { day })
    const { gaps } = gapsOf(network, 'image-guided-brachytherapy')
    assert.ok(gaps.length > 0)
    for (const { code } of gaps) assert.equal(network.provisions.get(code)?.provides, false)
  })

  it('follows the answers of the edition under way', async () => {
    const page = await (await site.get(paths.networkGaps({ edition: OPEN_EDITION.id }), cookie)).text()
    assert.match(page, new RegExp(`data-live-from="/live/${OPEN_EDITION.id}"`))
    const before = await loadRegister(store, { day, edition: OPEN_EDITION.id })
    await store.owner.query('update census_revision set revision = revision + 1 where edition = $1', [
      OPEN_EDITION.id,
    ])
    assert.notEqual(await loadRegister(store, { day, edition: OPEN_EDITION.id }), before)
  })

  it('warns both ends of a procedure that the recipient says it does not offer', async () => {
    const { network } = await loadRegister(store, { day })
    const supportiveOnly = network.sites.filter(
      ({ code }) => network.provisions.get(code)?.kinds === 'supportive-only',
    )
    const [from, to] = supportiveOnly.slice(-2).map(({ code }) => code)
    assert.ok(from && to)
    const [sender, recipient] = [await site.signInAs('io-lead', from), await site.signInAs('io-lead', to)]
    const stated = await fillIn(site, paths.myServiceNew(from, 'referral-pathway'), sender, {
      to,
      'procedures.6.procedure': 'lung-ablation',
      through: 'Lung MDT',
      ...dayIn('reviewDue', '2028-01-01'),
      ...dayIn('occurredAt', '2026-11-01'),
    })
    const warned = /By the census .* does not offer lung ablation\./
    assert.match(wordsOf(await (await site.get(stated, sender)).text()), warned)
    assert.match(wordsOf(await (await site.get(paths.myServiceAsked(to), recipient)).text()), warned)
    assert.match(
      await textOf(paths.networkPathways({ state: 'not-offered' })),
      /1 referral pathway .* By the census the recipient does not offer lung ablation/,
    )
    const after = await loadNetwork(store, { day })
    assert.notEqual(standingAt(after, 'lung-ablation', from).availability, 'by-pathway')
    const id = stated.split('/')[4]?.split('?')[0] ?? ''
    await fillIn(site, paths.myServiceAsked(to, from, id), recipient, { answer: 'confirmed' })
    assert.match(
      wordsOf(await (await site.get(stated, sender)).text()),
      /does not offer lung ablation\. They confirmed it all the same, so it counts/,
    )
    const confirmed = await loadNetwork(store, { day })
    assert.equal(standingAt(confirmed, 'lung-ablation', from).availability, 'by-pathway')
  })

  it('has no link that leads nowhere', async () => {
    const pages = [
      paths.network(),
      paths.networkPathways(),
      paths.networkGaps(),
      paths.networkGaps({ procedure: 'lung-ablation' }),
      paths.networkOutside(),
    ]
    // One of each page, whatever it is asked.
    const links = new Map<string, string>()
    for (const path of pages) {
      const html = await (await site.get(path, cookie)).text()
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
        links.set(
          href.split('?')[0]?.replace(/^\/services\/.*/, '/services/') ?? '',
          href.replaceAll('&amp;', '&'),
        )
    }
    assert.ok(links.size > 15)
    for (const href of links.values()) {
      const page = await site.get(href, cookie)
      await page.body?.cancel()
      assert.ok(page.status < 400, `${href} answers ${page.status}`)
    }
  })

  it('offers a service to confirm what it declared, in a form that is filled in', async () => {
    const { register } = await loadRegister(store, { day })
    const declared = register.find(
      ({ answer, closed, procedures }) => answer === 'declared' && !closed && procedures.length > 1,
    )
    assert.ok(declared)
    const lead = await site.signInAs('io-lead', declared.from)
    const own = paths.myServiceRegister(declared.from, 'referral-pathway')
    const page = await (await site.get(own, lead)).text()
    assert.match(wordsOf(page), /Declared in the census, not stated here .* Confirm what you declared/)
    const href = paths.myServiceNew(declared.from, 'referral-pathway', {
      to: declared.to,
      procedures: declared.procedures.join(','),
    })
    assert.ok(page.includes(href.replaceAll('&', '&amp;')))
    const form = await (await site.get(href, lead)).text()
    for (const procedure of declared.procedures)
      assert.match(form, new RegExp(`value="${procedure}"[^>]*checked|checked=""[^>]*value="${procedure}"`))
    assert.match(form, new RegExp(declared.to))
  })
})
