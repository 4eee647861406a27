/** The public leaflets over HTTP: what a page says, its forms, what nobody published and what does not exist. */

import assert from 'node:assert/strict'
import { request } from 'node:http'
import { describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { CONDITIONS } from '#core/catalogue/conditions.ts'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { LEAFLETS, leafletOf } from '#core/leaflet/leaflets.ts'
import { publishedLeaflet } from '#store/leaflet/read.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { handIn, type LeafletAuthor } from '#store/leaflet/write.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const at = new Date('2026-11-20T09:00:00Z')
const author: LeafletAuthor = { id: 'person:editor', name: 'Edda Fictional', role: 'editor' }

const site = await testSite()
await enterShippedLeaflets(site.store.db, at)

describe('the public leaflets', () => {
  const textOf = async (path: string, status = 200) => {
    const answer = await site.get(path)
    assert.equal(answer.status, status, path)
    return answer.text()
  }

  it('lead to a leaflet on every procedure, by treatment and by condition', async () => {
    const byTreatment = await textOf(paths.leaflets())
    const byCondition = await textOf(paths.leaflets({ by: 'condition' }))
    for (const { id } of PROCEDURES) {
      const link = `href="${paths.leaflet(id)}"`
      assert.ok(byTreatment.includes(link), id)
      assert.ok(byCondition.includes(link), id)
    }
    for (const { mayBeUsed, id } of CONDITIONS)
      for (const { procedure } of mayBeUsed) assert.ok(leafletOf(procedure), `${id}: ${procedure}`)
  })

  it('are found by the patient’s word, the doctor’s and the condition’s', async () => {
    const finds: Readonly<Record<string, string>> = {
      'kidney drain': 'nephrostomy',
      TACE: 'transarterial-chemoembolisation',
      jaundice: 'biliary-drainage-and-stenting',
      PICC: 'central-venous-catheter',
      embolization: 'embolisation',
      'HIFU prostate': 'prostate-ablation',
    }
    for (const [sought, procedure] of Object.entries(finds))
      assert.ok(
        (await textOf(paths.leaflets({ q: sought }))).includes(`href="${paths.leaflet(procedure)}"`),
        sought,
      )
  })

  it('say so when nothing is found, and take what is looked for as words', async () => {
    const page = await textOf(paths.leaflets({ q: '<script>alert(1)</script>' }))
    assert.match(page, /No leaflet is about/)
    assert.doesNotMatch(page, /<script>alert/)
    assert.ok((await textOf(`/leaflets?q=${'x'.repeat(5000)}`)).length < 20_000)
  })

  it('say first that no clinician has signed, then when to call', async () => {
    for (const { procedure, title } of LEAFLETS) {
      const page = await textOf(paths.leaflet(procedure))
      const places = [
        title,
        'Not yet signed off by a clinician',
        'Call 999 now if',
        'What it is',
        'What may go wrong',
      ]
      const found = places.map((words) => page.indexOf(words, page.indexOf('<main')))
      assert.deepEqual(
        found,
        found.toSorted((a, b) => a - b),
        procedure,
      )
      assert.ok(
        found.every((place) => place > 0),
        procedure,
      )
    }
  })

  it('draw 100 people for each risk with a frequency, and say in words what the picture shows', async () => {
    const page = await textOf(paths.leaflet('nephrostomy'))
    const people = [
      ...page.matchAll(/<figure class="fp-people"><svg[^>]*aria-label="([^"]+)"[^>]*>(.*?)<\/svg>/g),
    ]
    assert.equal(people.length, leafletOf('nephrostomy')?.risks.filter(({ frequency }) => frequency).length)
    for (const [, words, drawing] of people) {
      assert.match(words ?? '', /Picture of 100 people/)
      assert.equal(drawing?.match(/<use /g)?.length, 100)
    }
    assert.match(page, /How often is not known to us/)
  })

  it('lead from each number to its source, and from each of the doctors’ words to its meaning', async () => {
    const glossary = await textOf(paths.glossary())
    for (const { procedure } of LEAFLETS) {
      const page = await textOf(paths.leaflet(procedure))
      for (const [, id] of page.matchAll(/href="#([\w-]+)"/g))
        assert.ok(page.includes(`id="${id}"`), `${procedure}: #${id}`)
      for (const [, term] of page.matchAll(/href="\/glossary#([\w-]+)"/g))
        assert.ok(glossary.includes(`id="${term}"`), `${procedure}: ${term}`)
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      assert.deepEqual(ids, [...new Set(ids)], procedure)
    }
  })

  it('weigh less than 200 KB at first view, all that a browser asks for', async () => {
    const heaviest = paths.leaflet('selective-internal-radiation-therapy')
    const page = await textOf(heaviest)
    const assets = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
    assert.ok(assets.length >= 3)
    let bytes = Buffer.byteLength(page)
    for (const path of new Set(assets)) bytes += await sizeByBrotli(site.baseUrl + path)
    assert.ok(bytes < 200_000, `${bytes} bytes`)
  })

  it('have a large print and an easy read form', async () => {
    assert.match(await textOf(paths.leaflet('nephrostomy', { print: 'large' })), /fp-leaflet--large/)
    const easy = await textOf(paths.leafletEasyRead('nephrostomy'))
    assert.match(easy, /One of your kidneys is blocked/)
    assert.match(easy, /A doctor or nurse has not checked this yet/)
  })

  it('keep a version at its address for good, but none that nobody published', async () => {
    const key = { procedure: 'nephrostomy', language: 'en', organisation: null } as const
    const kept = await publishedLeaflet(site.store.db, key)
    assert.ok(kept)
    assert.match(await textOf(paths.leafletVersion('nephrostomy', kept.entry)), /A kidney drain/)
    await textOf(paths.leafletVersion('liver-ablation', kept.entry), 404)
    const shipped = leafletOf('nephrostomy')
    assert.ok(shipped)
    const next = { ...shipped, title: 'A secret title' }
    const given = { leaflet: next, organisation: null, base: null, reasons: {}, author, at, note: 'Title.' }
    const answer = await handIn(site.store.db, given)
    assert.ok(answer.outcome === 'handed-in')
    await textOf(paths.leafletVersion('nephrostomy', answer.entry), 404)
    await textOf(paths.leafletVersion('nephrostomy', answer.entry, 'pdf'), 404)
    assert.doesNotMatch(await textOf(paths.leaflet('nephrostomy')), /A secret title/)
  })

  it('do not exist for what the catalogue or the language does not have', async () => {
    for (const path of [
      paths.leaflet('no-such-procedure'),
      paths.leaflet('nephrostomy', { language: 'cy' }),
      paths.leaflet('nephrostomy', { language: '../etc' }),
      paths.leafletEasyRead('no-such-procedure'),
      paths.leafletPdf('no-such-procedure'),
      paths.leafletVersion('nephrostomy', '00000000-0000-7000-8000-000000000000'),
    ])
      await textOf(path, 404)
  })

  it('are linked from the page of each treatment', async () => {
    for (const { id } of PROCEDURES)
      assert.ok((await textOf(paths.treatment(id))).includes(`href="${paths.leaflet(id)}"`), id)
  })

  it('set no cookie', async () => {
    assert.equal((await site.get(paths.leaflet('nephrostomy'))).headers.get('Set-Cookie'), null)
  })
})

/** How much of it travels; it is unpacked, to see that it is what it says. */
function sizeByBrotli(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { 'Accept-Encoding': 'br' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const bytes = Buffer.concat(parts)
        assert.equal(answer.headers['content-encoding'], 'br')
        assert.ok(brotliDecompressSync(bytes).length > 0)
        resolve(bytes.length)
      })
    })
      .on('error', reject)
      .end()
  })
}
