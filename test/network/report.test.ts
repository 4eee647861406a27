/** Reports over HTTP on the demonstration's nation: made, published once, the same bytes again, withdrawn; the PDF read. */

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { seedDemonstration } from '#demonstration/seed.ts'
import { reportPdf } from '#pdf/report.ts'
import { listReports, publishedReport, reportDigest } from '#store/network/report.ts'
import { nativeHash } from '#store/record/native-hash.ts'
import { hiddenIn, problemsIn, wordsOf } from '#test/service/pages.ts'
import { testSite } from '#test/support/site.ts'
import { dateWords } from '#web/components/dates.ts'
import { drawnMap } from '#web/network/report-map.tsx'
import { paths } from '#web/paths.ts'

const now = new Date('2026-11-22T12:00:00Z')
const draftOf = (more = '') =>
  paths.networkReportNew(
    `place=England%7CNorth+West&procedure=lung-ablation&procedure=liver-ablation&part=access&part=demand&note=Our+first.${more}`,
  )

const site = await testSite({ now: () => now })
await seedDemonstration(site.store, now)
const commissioner = await site.signInAs('commissioner')

describe('a report of the network', () => {
  let published = ''

  it('is refused without a procedure, of a place that is none, or to whoever may not publish', async () => {
    const none = await site.get(paths.networkReportNew('place=England'), commissioner)
    assert.equal(none.status, 422)
    assert.deepEqual(problemsIn(await none.text()), ['Choose one procedure or more'])
    const nowhere = await site.get(
      paths.networkReportNew('place=Jersey&procedure=liver-ablation'),
      commissioner,
    )
    assert.deepEqual(problemsIn(await nowhere.text()), ['Choose a place of the list'])
    const researcher = await site.signInAs('researcher')
    assert.equal((await site.get(draftOf(), researcher)).status, 403)
  })

  it('is seen as a draft, then published once however often the button is pressed', async () => {
    const started = Date.now()
    const draft = await site.get(draftOf(), commissioner)
    assert.equal(draft.status, 200)
    const html = await draft.text()
    console.log(`draft: ${Date.now() - started} ms`)
    assert.match(wordsOf(html), /Interventional oncology in North West \(England\)/)
    assert.match(wordsOf(html), /Worst served districts/)
    assert.match(wordsOf(html), /Assumption\. Invented for this demonstration/)
    const fields = hiddenIn(html.replaceAll('&amp;', '&'))
    const again = Date.now()
    const [one, other] = await Promise.all([
      site.post(paths.networkReportNew(), fields, commissioner),
      site.post(paths.networkReportNew(), fields, commissioner),
    ])
    console.log(`published: ${Date.now() - again} ms`)
    assert.equal(one.status, 303)
    assert.equal(one.headers.get('location'), other.headers.get('location'))
    assert.equal((await listReports(site.store.db, { limit: 10, offset: 0 })).total, 1)
    published = (one.headers.get('location') ?? '').split('/').at(-1) ?? ''
  })

  it('shows the draft again where what it rests on has changed since', async () => {
    const html = (await (await site.get(draftOf('&x=1'), commissioner)).text()).replaceAll('&amp;', '&')
    const sent = await site.post(
      paths.networkReportNew(),
      { ...hiddenIn(html), seen: 'f'.repeat(64) },
      commissioner,
    )
    assert.equal(sent.status, 409)
    assert.match(problemsIn(await sent.text())[0] ?? '', /has changed since you saw it/)
  })

  it('stands for everybody as a page, as data under its digest, and as the same PDF byte for byte', async () => {
    const page = await site.get(paths.report(published))
    assert.equal(page.status, 200)
    assert.match(wordsOf(await page.text()), /Our first\./)
    const json = (await (await site.get(paths.report(published, 'json'))).json()) as {
      about: { digest: string }
    }
    const report = await publishedReport(site.store.db, published)
    assert.ok(report)
    assert.equal(json.about.digest, `sha256:${reportDigest(report.data)}`)
    assert.equal(report.data.address, `${site.baseUrl}/reports/${published}`)
    const pdf = new Uint8Array(await (await site.get(paths.report(published, 'pdf'))).arrayBuffer())
    const again = await reportPdf(report.data, { draw: drawnMap, withdrawn: null })
    assert.equal(nativeHash(pdf), report.pdfDigest)
    assert.equal(nativeHash(again), report.pdfDigest)
    if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, pdf)
  })

  it('as PDF has a title, a language, headings, table headers, and words for each map', async () => {
    const report = await publishedReport(site.store.db, published)
    assert.ok(report)
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const data = await reportPdf(report.data, { draw: drawnMap, withdrawn: null })
    const raw = Buffer.from(data).toString('latin1')
    assert.match(raw, /\/Marked true/)
    assert.match(raw, /\/Lang ?\(en-GB\)/)
    const pdf = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise
    const { info } = (await pdf.getMetadata()) as {
      info: { Title: string; Author: string; Language: string }
    }
    assert.equal(info.Title, report.data.title)
    const roles = new Set<string>()
    const alts: string[] = []
    const walk = (node: { role?: string; alt?: string; children?: object[] }) => {
      if (node.role) roles.add(node.role)
      if (node.alt) alts.push(node.alt)
      for (const child of node.children ?? []) walk(child)
    }
    for (let at = 1; at <= pdf.numPages; at += 1) walk((await (await pdf.getPage(at)).getStructTree()) ?? {})
    for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Figure', 'L'])
      assert.ok(roles.has(role), `${role} of ${[...roles].join(' ')}`)
    assert.equal(alts.filter((words) => words.startsWith('Map of North West')).length, 3)
    // Whole at the foot of each page, however long: one run of text, not broken over lines.
    for (let at = 1; at <= pdf.numPages; at += 1) {
      const { items } = await (await pdf.getPage(at)).getTextContent()
      const lines = items.flatMap((item) => ('str' in item ? [item.str] : []))
      assert.ok(lines.includes(report.data.address ?? ''), `page ${at}: ${lines.join(' | ')}`)
    }
  })

  it('is withdrawn by its author with a reason that everybody reads', async () => {
    const other = await site.signInAs('commissioner')
    assert.equal((await site.get(paths.networkReportWithdraw(published), other)).status, 403)
    const short = await site.post(paths.networkReportWithdraw(published), { reason: 'wrong' }, commissioner)
    assert.equal(short.status, 422)
    const reason = 'A service answered for another one.'
    await site.post(paths.networkReportWithdraw(published), { reason }, commissioner)
    // The day is the record's own, by the clock of the database.
    const { rows } = await site.store.owner.query('select withdrawn_at from network_report where id = $1', [
      published,
    ])
    assert.ok(
      wordsOf(await (await site.get(paths.report(published))).text()).includes(
        `Withdrawn on ${dateWords(rows[0].withdrawn_at)}. ${reason}`,
      ),
    )
    const json = await (await site.get(paths.report(published, 'json'))).text()
    assert.match(json, /A service answered for another one/)
    await assert.rejects(
      site.store.owner.query("update network_report set title = 'Another' where id = $1", [published]),
      /never changes/,
    )
  })

  it('that does not exist is not found', async () => {
    for (const path of ['/reports/none', '/reports/none.pdf', `/reports/${published}.exe`])
      assert.equal((await site.get(path)).status, 404, path)
  })
})
