/** The workshop over HTTP: a nurse adapts a leaflet, the master changes, the nurse merges; two editors at once. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nephrostomy } from '#core/leaflet/content/nephrostomy.ts'
import { seedOrganisations } from '#store/catalogue/seed.ts'
import { leafletInUse, publishedLeaflet } from '#store/leaflet/read.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { paths } from '#web/paths.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()
const { db } = site.store
await seedOrganisations(db)
await enterShippedLeaflets(db, new Date('2026-11-22T09:00:00Z'), [nephrostomy])
const editor = await site.signInAs('editor')
const other = await site.signInAs('editor')
const reviewer = await site.signInAs('clinical-reviewer')
const nurse = await site.signInAs('cancer-nurse-specialist', 'RR8')
const elsewhere = await site.signInAs('cancer-nurse-specialist', 'RJ1')
const lead = await site.signInAs('io-lead', 'RR8')
const master = 'nephrostomy.en'
const variant = 'nephrostomy.en@RR8'
const key = { procedure: 'nephrostomy', language: 'en', organisation: null } as const

/** The fields of a page's form as a browser would send them, with what somebody typed. */
async function typed(path: string, cookie: string, changes: Readonly<Record<string, string>>) {
  const html = await (await site.get(path, cookie)).text()
  const form = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const fields: Record<string, string> = {}
  const unescaped = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    const isChoice = /type="radio"/.test(tag)
    if (name && (!isChoice || /checked/.test(tag)))
      fields[name] = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g,
  ))
    fields[name] = unescaped(text)
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] =
      /<option[^>]*value="([^"]*)"[^>]*selected/.exec(options)?.[1] ??
      /value="([^"]*)"/.exec(options)?.[1] ??
      ''
  return { ...fields, ...changes }
}
const where = (answer: Response) => answer.headers.get('location') ?? ''
const send = async (
  path: string,
  cookie: string,
  changes: Readonly<Record<string, string>> = {},
  from = path,
) => site.post(path, await typed(from, cookie, changes), cookie)
const text = async (path: string, cookie: string) => (await site.get(path, cookie)).text()

/** Through draft, section and hand-in to publishing. */
async function newVersion(words: string) {
  await site.post(paths.leafletEditorOf(master, 'draft'), {}, editor)
  const saved = await send(paths.leafletEditorSection(master, 'what'), editor, { '0.says': words })
  assert.equal(where(saved), `${paths.leafletEditorOf(master, 'draft')}?done=saved`)
  const handed = await send(paths.leafletEditorOf(master, 'hand-in'), editor, { note: 'Plainer words.' })
  const entry = /versions\/([0-9a-f-]{36})/.exec(where(handed))?.[1] ?? ''
  const signed = await site.post(
    paths.leafletEditorVersion(master, entry, 'sign'),
    { profession: 'Consultant radiologist' },
    reviewer,
  )
  assert.match(where(signed), /done=signed/)
  const published = await site.post(paths.leafletEditorVersion(master, entry, 'publish'), {}, editor)
  assert.match(where(published), /done=published/)
  return entry
}

describe('the workshop', () => {
  it('shows a service its own and the master’s, and no other service’s', async () => {
    assert.equal((await site.get(paths.leafletEditorOf(variant), nurse)).status, 200)
    assert.equal((await site.get(paths.leafletEditorOf(master), nurse)).status, 200)
    assert.equal((await site.get(paths.leafletEditorOf(variant), elsewhere)).status, 404)
    assert.equal((await site.post(paths.leafletEditorOf(variant, 'draft'), {}, elsewhere)).status, 404)
    assert.equal((await site.post(paths.leafletEditorOf(master, 'draft'), {}, nurse)).status, 403)
    assert.equal((await site.post(paths.leafletEditorOf(variant, 'draft'), {}, lead)).status, 303)
    await send(paths.leafletEditorOf(variant, 'drop'), lead, {}, paths.leafletEditorOf(variant, 'draft'))
  })

  it('lets a nurse fill in the service’s own telephone without a signature', async () => {
    await site.post(paths.leafletEditorOf(variant, 'draft'), {}, nurse)
    const about = paths.leafletEditorSection(variant, 'about')
    const empty = await send(about, nurse, { 'local-telephone': ' ' })
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /Telephone: say what the patient reads there/)
    await send(about, nurse, { 'local-telephone': '020 7946 0000' })
    const handed = await send(paths.leafletEditorOf(variant, 'hand-in'), nurse, { note: 'Our number.' })
    const entry = /versions\/([0-9a-f-]{36})/.exec(where(handed))?.[1] ?? ''
    const published = await site.post(paths.leafletEditorVersion(variant, entry, 'publish'), {}, nurse)
    assert.match(where(published), /done=published/)
    const inUse = await leafletInUse(db, { ...key, organisation: 'RR8' })
    assert.equal(inUse?.leaflet.local.telephone, '020 7946 0000')
  })

  it('publishes the master once signed, and never twice', async () => {
    const entry = await newVersion('A thin tube drains your kidney.')
    const again = await site.post(paths.leafletEditorVersion(master, entry, 'publish'), {}, editor)
    assert.match(where(again), /done=published/)
    assert.equal((await publishedLeaflet(db, key))?.version, '2.0')
  })

  it('lays the master’s changes beside the variant, and merges what is taken', async () => {
    assert.match(await text(paths.leafletEditor(), nurse), /Take over what the master changed/)
    const page = await text(paths.leafletEditorOf(variant, 'merge'), nurse)
    assert.match(
      page.replace(/<del>.*?<\/del>|<span class="nhsuk-u-visually-hidden">[^<]*<\/span>|<[^>]+>/gs, ''),
      /A thin tube drains your kidney/,
    )
    const merged = await send(paths.leafletEditorOf(variant, 'merge'), nurse)
    assert.match(where(merged), /done=merged/)
    const handed = await send(paths.leafletEditorOf(variant, 'hand-in'), nurse, {
      note: 'Brought up to the master.',
    })
    const entry = /versions\/([0-9a-f-]{36})/.exec(where(handed))?.[1] ?? ''
    assert.match(
      where(await site.post(paths.leafletEditorVersion(variant, entry, 'publish'), {}, nurse)),
      /published/,
    )
    const inUse = await leafletInUse(db, { ...key, organisation: 'RR8' })
    assert.equal(inUse?.base, '2.0')
    assert.equal(inUse.leaflet.local.telephone, '020 7946 0000')
    assert.equal(inUse.leaflet.sections.what[0]?.says, 'A thin tube drains your kidney.')
    assert.doesNotMatch(await text(paths.leafletEditor(), nurse), /Take over what the master changed/)
  })

  it('asks for a reason and a signature where a service says something clinical otherwise', async () => {
    await site.post(paths.leafletEditorOf(variant, 'draft'), {}, nurse)
    const what = paths.leafletEditorSection(variant, 'what')
    await send(what, nurse, { '0.says': 'A tube of ours drains your kidney.' })
    const refused = await send(paths.leafletEditorOf(variant, 'hand-in'), nurse, { note: 'Ours.' })
    assert.equal(refused.status, 422)
    await send(what, nurse, { '0.reason': 'We use another tube.' })
    const handed = await send(paths.leafletEditorOf(variant, 'hand-in'), nurse, { note: 'Ours.' })
    const entry = /versions\/([0-9a-f-]{36})/.exec(where(handed))?.[1] ?? ''
    const unsigned = await site.post(paths.leafletEditorVersion(variant, entry, 'publish'), {}, nurse)
    assert.equal(unsigned.status, 422)
    assert.match(await unsigned.text(), /not signed off yet/)
    const profession = { profession: 'Consultant radiologist' }
    assert.equal(
      (await site.post(paths.leafletEditorVersion(variant, entry, 'sign'), profession, nurse)).status,
      403,
    )
    assert.match(
      where(await site.post(paths.leafletEditorVersion(variant, entry, 'sign'), profession, lead)),
      /signed/,
    )
    assert.match(
      where(await site.post(paths.leafletEditorVersion(variant, entry, 'publish'), {}, nurse)),
      /published/,
    )
  })

  it('tells the second of two editors what the first wrote, and keeps the second’s words', async () => {
    await site.post(paths.leafletEditorOf(master, 'draft'), {}, editor)
    const why = paths.leafletEditorSection(master, 'why')
    const first = await typed(why, editor, { '0.says': 'The first editor’s words.' })
    const second = await typed(why, other, { '0.says': 'The second editor’s words.' })
    assert.equal((await site.post(why, first, editor)).status, 303)
    const overtaken = await site.post(why, second, other)
    assert.equal(overtaken.status, 409)
    const page = await overtaken.text()
    assert.match(page, /saved while you were writing/)
    assert.match(page, /The first editor’s words/)
    assert.match(page, /The second editor’s words/)
    assert.doesNotMatch(await text(paths.leaflet('nephrostomy'), editor), /first editor/)
  })

  it('tells the second what the first changed of title, number or review, under its name, and nothing else', async () => {
    const about = paths.leafletEditorSection(master, 'about')
    const first = await typed(about, editor, { title: 'By the first', 'reviewDue-year': '2029' })
    const second = await typed(about, other, { title: 'By the second' })
    assert.equal((await site.post(about, first, editor)).status, 303)
    const page = await (await site.post(about, second, other)).text()
    const box = page.slice(page.indexOf('<dl'), page.indexOf('</dl>'))
    assert.deepEqual(
      [...box.matchAll(/<strong>([^<]*)</g)].map(([, under]) => under),
      ['Title', 'Next review'],
    )
    assert.match(box, /By the first/)
    assert.match(box, /2029/)
    assert.match(page, /value="By the second"/)
  })

  it('takes an emptied part out, puts a new one where its place says, and refuses a frequency that cannot be', async () => {
    const what = paths.leafletEditorSection(master, 'questions')
    const before = await typed(what, editor, {})
    const count = Object.keys(before).filter((name) => name.endsWith('.asks')).length
    await send(what, editor, {
      '0.asks': '',
      [`${count - 1}.asks`]: 'Who rings me afterwards?',
      [`${count - 1}.order`]: '1',
    })
    const after = await typed(what, editor, {})
    assert.equal(after['0.asks'], 'Who rings me afterwards?')
    assert.equal(after['0.id'], 'who-rings-me-afterwards')
    const risks = await send(paths.leafletEditorSection(master, 'risks'), editor, {
      '0.from': '10',
      '0.to': '5',
      '0.per': '100',
    })
    assert.equal(risks.status, 422)
    assert.match(await risks.text(), /How often: the first number is at most the second/)
  })

  it('has no leaflet that there is not, and takes no script for words', async () => {
    for (const name of ['nothing.en', 'nephrostomy.fr', 'nephrostomy.en@'])
      assert.equal((await site.get(paths.leafletEditorOf(name), editor)).status, 404, name)
    const why = paths.leafletEditorSection(master, 'why')
    await send(why, editor, { '0.says': '<script>alert(1)</script>' })
    assert.doesNotMatch(await text(paths.leafletEditorOf(master, 'preview'), editor), /<script>alert/)
  })
})
