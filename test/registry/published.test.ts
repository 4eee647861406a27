/** A published figure: its page and files, that it never changes, and its withdrawal. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import { figureDigest } from '#core/registry/figure/digest.ts'
import { figureFileSchema } from '#core/registry/figure/file.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { publishedFigure, publishFigure } from '#store/registry/figure.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { around, randomRows, vectorsOf } from './random-rows.ts'

const snapshot = '0123456789abcdef'
const spec = figureSpecSchema.parse({
  kind: 'survival',
  cohort: { conditions: [] },
  endpoint: endpointNamed('overall-survival')?.endpoint,
  by: 'childPugh',
  interval: 'log-log',
  months: 36,
})
const released = release(computeFigure(spec, vectorsOf(randomRows(800, 3), neededFor(spec)), around), {
  who: 'public',
})

const site = await testSite()
const author = await site.personAs('researcher')
await sql`insert into registry_snapshot (id, as_of, release, code, treatments, patients, manifest)
  values (${snapshot}, '2026-11-22', 'full', 'test', 800, 700, '{}')`.execute(site.store.db)
const published = await publishFigure(site.store.db, {
  released,
  snapshot,
  title: 'Survival by Child-Pugh class',
  author: { id: `person:${author.id}`, name: 'Rae Searcher', role: 'researcher' },
  at: new Date(),
})
assert.equal(published.outcome, 'published')
const id = published.outcome === 'published' ? published.id : ''

describe('a published figure', () => {
  it('has a page for everybody, with finding, picture, denominators, digest, citation and command', async () => {
    const page = await (await site.get(paths.registryFigure(id))).text()
    assert.match(page, /<h1[^>]*>.*Median overall survival runs from/s)
    assert.match(page, /<svg/)
    assert.match(page, /Who is counted/)
    assert.ok(page.includes(figureDigest(released, snapshot)))
    assert.match(page, /Rae Searcher\. Survival by Child-Pugh class/)
    assert.match(page, /npm run reproduce -- figure-[0-9a-f-]+\.json --snapshot snapshot\.tar/)
    assert.doesNotMatch(page, /<script(?![^>]* src=)(?! type="application\/json">)/)
    assert.doesNotMatch(page, / style="/)
    assert.match(await (await site.get(paths.registryFigures())).text(), /Survival by Child-Pugh class/)
  })
  it('is there as CSV, SVG, PNG and JSON, the last with what reproducing needs', async () => {
    const csv = await (await site.get(paths.registryFigure(id, 'csv'))).text()
    assert.match(csv, /^data,snapshot,digest,disclosure,figure,table,row,column,value\r\n/)
    assert.match(await (await site.get(paths.registryFigure(id, 'svg'))).text(), /^<svg/)
    const png = new Uint8Array(await (await site.get(paths.registryFigure(id, 'png'))).arrayBuffer())
    assert.deepEqual([...png.slice(1, 4)], [0x50, 0x4e, 0x47])
    const file = figureFileSchema.parse(await (await site.get(paths.registryFigure(id, 'json'))).json())
    assert.equal(file.digest, figureDigest(released, snapshot))
    assert.deepEqual(file.spec, spec)
  })
  it('is kept as it was released, and no statement can change it', async () => {
    const kept = await publishedFigure(site.store.db, id)
    assert.equal(figureDigest(kept?.released as typeof released, snapshot), kept?.digest)
    await assert.rejects(
      sql`update registry_figure set finding = 'Better' where id = ${id}`.execute(site.store.db),
      /never changes/,
    )
    await assert.rejects(
      sql`delete from registry_figure where id = ${id}`.execute(site.store.db),
      /never removed/,
    )
  })
  it('is refused where it was released for somebody alone', async () => {
    const own = { ...released, audience: { who: 'service', organisation: 'Z00' } } as typeof released
    const done = await publishFigure(site.store.db, {
      ...{ released: own, snapshot, title: 'Ours', at: new Date() },
      author: { id: 'person:x', name: 'X', role: 'researcher' },
    })
    assert.equal(done.outcome, 'not-public')
  })
  it('is withdrawn by its author alone, with a reason, and says so under its address', async () => {
    const other = await site.signInAs('researcher')
    assert.equal((await site.get(paths.registryFigureWithdraw(id), other)).status, 403)
    const short = await site.post(paths.registryFigureWithdraw(id), { reason: 'wrong' }, author.cookie)
    assert.equal(short.status, 422)
    const give = (reason: string) => site.post(paths.registryFigureWithdraw(id), { reason }, author.cookie)
    assert.equal((await give('The snapshot held a service twice.')).status, 303)
    assert.equal((await give('The snapshot held a service twice.')).status, 303, 'a button pressed twice')
    const second = await give('Another reason, from another window.')
    assert.equal(second.status, 422)
    assert.match(await second.text(), /withdrawn before.*held a service twice.*was not kept/s)
    assert.match(
      await (await site.get(paths.registryFigure(id))).text(),
      /Withdrawn on .*The snapshot held a service twice/s,
    )
    assert.match(
      await (await site.get(paths.registryFigure(id, 'svg'))).text(),
      /Withdrawn: The snapshot held/,
    )
    const csv = await (await site.get(paths.registryFigure(id, 'csv'))).text()
    for (const row of csv.trim().split('\r\n').slice(1)) assert.match(row, /^"?Withdrawn: The snapshot held/)
    const file = (await (await site.get(paths.registryFigure(id, 'json'))).json()) as { withdrawn?: string }
    assert.equal(file.withdrawn, 'The snapshot held a service twice.')
  })
  it('is not found under another address', async () => {
    for (const path of [
      paths.registryFigure('nothing'),
      `${paths.registryFigure(id)}.exe`,
      `${paths.registryFigure(id)}.csv.csv`,
    ])
      assert.equal((await site.get(path)).status, 404)
  })
})
