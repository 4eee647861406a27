/** Map, services and figures as readers get them: from a database, through the application, as text. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { csvOf } from '#core/census/csv.ts'
import { organisations, plantAnswer, plantNation, type TestEdition } from '#test/map/nation.ts'
import { publicSite } from '#test/map/site.ts'
import { type TestStore, testStore } from '#test/support/store.ts'
import { editionAsked, provisionView } from '#web/components/provision-view.ts'
import type { Environment } from '#web/environment.ts'

const closed: TestEdition = { id: 'uk-2017', state: 'closed', censusOn: '2017-03-01' }
const open: TestEdition = { id: 'uk-2026', state: 'open', censusOn: '2026-11-01', shift: 5 }

describe('the public pages of an empty directory', () => {
  it('say that no census has opened, and draw the organisations there are', async () => {
    const store = await testStore()
    const app = await publicSite(store)
    for (const path of ['/', '/map', '/services', '/figures']) {
      const answer = await app.request(path)
      assert.equal(answer.status, 200, path)
      assert.match(await answer.text(), /No census has opened yet/, path)
    }
  })
})

describe('the public pages', () => {
  let store: TestStore
  let app: Hono<Environment>
  const text = async (path: string) => {
    const answer = await app.request(path)
    assert.equal(answer.status, 200, path)
    return answer.text()
  }
  const tabulationOf = async (id: string) => {
    const found = await editionAsked(store, id)
    const view = found && (await provisionView(store, found.asked, false, new Date()))
    assert.ok(view)
    return view.tabulation
  }

  before(async () => {
    store = await testStore()
    await plantNation(store, closed)
    await plantNation(store, open)
    app = await publicSite(store)
  })

  it('show the latest edition that closed, say which, and lead to the one under way', async () => {
    const home = await text('/')
    assert.match(home, /<strong>Census 2017<\/strong>/)
    assert.match(home, /organisations answered; closed/)
    assert.match(home, /Fictional demonstration data/)
    assert.match(home, /Census 2026 is under way: <a href="\/map\?edition=uk-2026">/)
    const live = await text(`/map?edition=${open.id}`)
    assert.match(live, /organisations answered\s*so far; the census is open/)
    assert.doesNotMatch(live, /is under way/)
  })

  it('state the nation’s position from the answers', async () => {
    const { all } = await tabulationOf(open.id)
    const { numerator, denominator } = all.providesOrPathway
    assert.ok(
      (await text(`/map?edition=${open.id}`)).includes(
        `${numerator} of ${denominator} organisations that have answered so far`,
      ),
    )
  })

  it('say the same in the list as on the map, whatever is chosen', async () => {
    for (const query of [
      '',
      '?nation=Scotland',
      '?class=none,planned',
      '?class=both&class=none',
      '?procedure=liver-ablation',
      `?edition=${closed.id}`,
    ]) {
      const page = await text(`/map${query}`)
      const drawn = [...page.matchAll(/data-code="([^"]+)" data-mark="([^"]+)"/g)].map((match) => match[1])
      const list = page.slice(page.indexOf('<section class="fp-map-page__list"'))
      const listed = [...list.matchAll(/<th scope="row"[^>]*><a href="\/services\/([^"]+)"/g)].map(
        (match) => match[1],
      )
      assert.ok(drawn.length > 0, query)
      assert.deepEqual(drawn.toSorted(), listed.toSorted(), query)
    }
  })

  it('count in the legend what the tabulation counts', async () => {
    const { all } = await tabulationOf(closed.id)
    const page = await text('/map')
    for (const [name, figure] of Object.entries(all.classes)) {
      const count = new RegExp(`id="class-${name}".*?<strong class="fp-number">(\\d+)</strong>`).exec(
        page,
      )?.[1]
      assert.equal(Number(count), figure.numerator, name)
    }
  })

  it('hold no style attribute and no inline script', async () => {
    const paths = [
      '/',
      '/map?pathways=on',
      '/services',
      '/services/R1H',
      '/figures',
      '/figures/uk-2017/figure-2',
      '/figures/uk-2017/figure-4',
      '/figures/uk-2017/table-1',
    ]
    for (const path of paths) assert.doesNotMatch(await text(path), / style="|<script(?![^>]*\bsrc=)/, path)
  })

  it('find the nearest services to a postcode, and a service by a word of its name', async () => {
    assert.match(await text('/map?place=M13'), /Nearest to M13[\s\S]*?Central Manchester/)
    assert.match(await text('/map?place=E1'), /Nearest to E1<[\s\S]*?Barts/)
    assert.match(await text('/map?place=shetland'), /Nearest to NHS Shetland|Nearest to Shetland/)
    assert.match(await text('/map?place=nowhere-at-all'), /Nothing found for/)
    assert.doesNotMatch(await text('/map?place=%3Cscript%3Ealert(1)%3C/script%3E'), /<script>alert/)
  })

  it('take a whole postcode out of the address, whichever way it came', async () => {
    for (const [typed, kept] of [
      ['m13 9pl', '/map?place=M13'],
      ['E11AA', '/map?place=E1'],
      ['LS99 9ZZ', '/map?place=LS99'],
      ['ZZ1 1AA', '/map?place=ZZ1'],
      ['JE2 3AB', '/map?place=JE2'],
    ]) {
      const linked = await app.request(`/map?place=${encodeURIComponent(typed ?? '')}`)
      assert.equal(linked.status, 302, typed)
      assert.equal(linked.headers.get('location'), kept)
      const body = new URLSearchParams([
        ['place', typed ?? ''],
        ['class', 'both'],
        ['class', 'none'],
      ])
      const chosen = await app.request('/map', { method: 'POST', body })
      assert.equal(chosen.status, 303, typed)
      assert.equal(chosen.headers.get('location'), kept?.replace('?', '?class=both%2Cnone&'))
    }
    assert.match(await text('/map?place=JE2'), /That is in Jersey/)
    assert.match(await text('/map?place=newport'), /Which “newport”\?[\s\S]*?place=district-newport/)
  })

  it('answer an unknown edition, service or figure with not found, and nonsense with the whole map', async () => {
    for (const path of [
      '/map?edition=never-was',
      '/services/NOPE99',
      '/services/%00',
      '/figures/uk-2017/figure-9',
      '/figures/uk-2017/figure-1.exe',
      '/figures/never-was',
    ]) {
      assert.equal((await app.request(path)).status, 404, path)
    }
    assert.match(
      await text('/map?nation=Atlantis&show=upside-down&sort=;drop'),
      /The same as a list: 179 services/,
    )
  })

  it('answer again from what is kept, and afresh as soon as an answer arrives', async () => {
    const first = await app.request(`/map?edition=${open.id}`)
    const tag = first.headers.get('etag') ?? ''
    const again = await app.request(`/map?edition=${open.id}`, { headers: { 'If-None-Match': tag } })
    assert.equal(again.status, 304)
    await plantAnswer(store, open, 'R1F', {
      ioOffered: 'no',
      referralPathway: 'no',
      plannedWithin12Months: 'yes',
    })
    const changed = await app.request(`/map?edition=${open.id}`, { headers: { 'If-None-Match': tag } })
    assert.equal(changed.status, 200)
    assert.match(await changed.text(), /data-code="R1F" data-mark="planned"/)
  })

  it('sends the same page compressed to those who take it', async () => {
    const packed = await app.request('/map', { headers: { 'Accept-Encoding': 'gzip' } })
    assert.equal(packed.headers.get('content-encoding'), 'gzip')
    const plain = await new Response(packed.body?.pipeThrough(new DecompressionStream('gzip'))).text()
    assert.match(plain, /<\/html>$/)
  })

  it('keep a closed edition as it closed, and show a late correction with its date', async () => {
    const before = await text(`/map?edition=${closed.id}`)
    await plantAnswer(store, closed, 'R1F', {
      ioOffered: 'yes',
      kinds: 'supportive-only',
      supportiveProcedures: ['nephrostomy'],
    })
    const markOf = (page: string) => /data-code="R1F" data-mark="([^"]+)"/.exec(page)?.[1]
    const after = await text(`/map?edition=${closed.id}`)
    assert.equal(markOf(after), markOf(before))
    assert.match(after, /1 late correction since it closed/)
    assert.equal(markOf(await text(`/map?edition=${closed.id}&with=corrections`)), 'supportive-only')
    assert.match(await text('/services/R1F'), /Corrected on .*, after Census 2017 closed/)
  })

  it('give the figures’ numbers as the tabulation has them', async () => {
    const { table1, table2, nations, all } = await tabulationOf(closed.id)
    for (const [id, table] of [
      ['table-1', table1],
      ['table-2', table2],
    ] as const) {
      const rows: Record<string, string>[] = parse(await text(`/figures/uk-2017/${id}.csv`), {
        columns: true,
      })
      assert.deepEqual(
        rows.map((row) => [
          row.procedure,
          Number(row.numerator),
          Number(row.denominator),
          Number(row.percent),
        ]),
        table.rows.map(({ label, figure }) => [label, figure.numerator, figure.denominator, figure.percent]),
      )
      assert.ok(
        rows.every(
          (row) => row.data === 'Fictional demonstration data' && row.edition_digest === 'ab'.repeat(32),
        ),
      )
    }
    const rows: Record<string, string>[] = parse(await text('/figures/uk-2017/figure-2.csv'), {
      columns: true,
    })
    const both = rows.filter(({ measure }) => measure === 'Both supportive and disease-modifying')
    assert.equal(both.length, nations.length + 1)
    assert.equal(Number(both.at(-1)?.numerator), all.classes.both.numerator)
    const map: Record<string, string>[] = parse(await text('/figures/uk-2017/figure-3.csv'), {
      columns: true,
    })
    assert.equal(map.length, 179)
    assert.equal(
      map.filter(({ provision }) => provision?.startsWith('Both')).length,
      all.classes.both.numerator,
    )
  })

  it('draw every figure as an SVG that stands alone and a PNG of twice its size', async () => {
    for (const id of ['figure-1', 'figure-2', 'figure-4', 'table-1']) {
      const svg = await text(`/figures/uk-2017/${id}.svg`)
      assert.doesNotMatch(svg, / style="|<script|<foreignObject/, id)
      assert.match(svg, />Fictional demonstration data</, id)
      const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? []
      const png = new DataView(await (await app.request(`/figures/uk-2017/${id}.png`)).arrayBuffer())
      assert.equal(png.getUint32(16), Number(width) * 2, id)
      assert.equal(png.getUint32(20), Number(height) * 2, id)
    }
  })

  it('say on each figure who is counted, what is missing, where it comes from and how to cite it', async () => {
    const { all } = await tabulationOf(closed.id)
    const page = await text('/figures/uk-2017/figure-1')
    assert.ok(page.includes(`${all.providesOrPathway.percent}% of organisations provide`))
    assert.match(page, /digest SHA-256 (ab){32}/)
    assert.match(page, /missing: they gave no answer to this/)
    assert.match(
      await text('/figures/uk-2026/figure-1'),
      /Open edition, not yet closed: as of .*, \d+ entries of the record/,
    )
  })

  it('list services with search, nation and pages', async () => {
    assert.match(await text('/services'), /179 organisations[\s\S]*Page 1 of 4/)
    assert.match(await text('/services?nation=Wales'), /7 organisations/)
    assert.match(await text('/services?search=%25'), /0 organisations/)
  })

  it('give each organisation a page', async () => {
    for (const { code } of organisations.filter((_, index) => index % 12 === 0)) {
      assert.match(await text(`/services/${code}`), /How to be referred[\s\S]*Over the editions/, code)
    }
  })
})

describe('a cell of a download', () => {
  it('never acts as a formula', () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r'])
      assert.equal(csvOf([[`${sign}1+1`, 2]]).replaceAll('"', ''), `'${sign}1+1,2\r\n`)
    assert.equal(csvOf([[-3.5, 'Leeds', null]]), '-3.5,Leeds,\r\n')
  })
})
