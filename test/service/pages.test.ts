/** A service's own pages, through the site: who sees, who writes, two at once, corrections, ends, files. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allows } from '#core/access/may.ts'
import { serviceRoles } from '#core/access/role.ts'
import { serviceSubject } from '#core/census/kinds.ts'
import { nephrostomy } from '#core/leaflet/content/nephrostomy.ts'
import { courseOf } from '#core/pathway/course.ts'
import { leafletAdoption, licence, protocol } from '#core/service/kinds.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { entriesOf } from '#store/record/read.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import {
  addProtocol,
  dayIn,
  fillIn,
  hiddenIn,
  hiddenOf,
  problemsIn,
  protocolFields,
  wordsOf,
} from './pages.ts'

const now = () => new Date('2026-11-22T10:00:00Z')

describe('a service’s own pages', async () => {
  const site = await testSite({ now })
  const { db } = site.store
  const lead = await site.signInAs('io-lead', 'ZTA')
  const manager = await site.signInAs('department-manager', 'ZTA')
  const other = await site.signInAs('io-lead', 'ZTB')
  const nurse = await site.signInAs('ward-nurse', 'ZTA')
  const course = async (code = 'ZTA') => courseOf('', await entriesOf(db, serviceSubject(code)))
  const textOf = async (path: string, cookie = lead) => wordsOf(await (await site.get(path, cookie)).text())
  const firstOf = (address: string) => address.split('/')[4]?.split('?')[0] ?? ''

  it('lead to the only organisation, and let whoever has two choose', async () => {
    const there = await site.get(paths.myService(), lead)
    assert.equal(there.headers.get('location'), paths.myServiceOf('ZTA'))
    const { id, cookie } = await site.personAs('io-lead', 'ZTA')
    await db.insertInto('membership').values({ person: id, role: 'io-lead', organisation: 'ZTB' }).execute()
    site.signIn.forget()
    const words = await textOf(paths.myService(), cookie)
    assert.match(words, /more than one organisation/)
    assert.match(words, /Test Hospitals ZTA Test Hospitals ZTB/)
  })

  it('say before anything was said what to begin with', async () => {
    const words = await textOf(paths.myServiceOf('ZTA'))
    assert.match(words, /Which procedures this service offers is not recorded yet/)
    for (const kind of ['protocol', 'licence', 'referral-pathway', 'competence', 'attestation'])
      assert.match(await textOf(paths.myServiceRegister('ZTA', kind)), /None is recorded/)
  })

  it('take a protocol into the record of the service, signed, as of its day', async () => {
    const address = await addProtocol(site, 'ZTA', lead, 'After liver ablation')
    const [said] = (await course()).of(protocol)
    assert.ok(said)
    assert.equal(said.body.title, 'After liver ablation')
    assert.deepEqual(said.body.procedures, [{ procedure: 'liver-ablation' }])
    assert.equal(said.occurredAt, '2025-05-31T23:00:00.000Z')
    assert.equal(said.role, 'io-lead')
    assert.equal(said.organisation, 'ZTA')
    const words = await textOf(address)
    assert.match(words, /It is in the record of your service/)
    assert.match(words, /In force review due on 1 June 2027/)
    assert.match(await textOf(paths.myServiceRegister('ZTA', 'protocol')), /1 in force of 1 recorded/)
  })

  it('say beside each field what to put right, and keep what was typed', async () => {
    const address = paths.myServiceNew('ZTA', 'protocol')
    const sent = await site.post(
      address,
      {
        ...(await hiddenOf(site, address, lead)),
        ...protocolFields('Kept title', { version: '', 'reviewDue-year': '2020', 'occurredAt-day': '' }),
      },
      lead,
    )
    assert.equal(sent.status, 422)
    const html = await sent.text()
    assert.deepEqual(problemsIn(html), ['Enter the version', 'In force since: it has to have a day'])
    assert.match(html, /value="Kept title"/)
    assert.match(html, /value="liver-ablation" checked|checked="" value="liver-ablation"|checked=""/)
    const before = await site.post(
      address,
      {
        ...(await hiddenOf(site, address, lead)),
        ...protocolFields('Kept title', { 'reviewDue-year': '2020' }),
      },
      lead,
    )
    assert.deepEqual(problemsIn(await before.text()), [
      'That is before 1 June 2025: enter a later day, or put that one right',
    ])
  })

  it('record once what is sent twice', async () => {
    const address = paths.myServiceNew('ZTA', 'cover')
    const form = {
      ...(await hiddenOf(site, address, lead)),
      hours: 'around-the-clock',
      ...dayIn('occurredAt', '2026-01-01'),
    }
    const [one, two] = await Promise.all([site.post(address, form, lead), site.post(address, form, lead)])
    assert.deepEqual([one.status, two.status], [303, 303])
    assert.equal(one.headers.get('location'), two.headers.get('location'))
    assert.equal((await course()).of({ name: 'cover' }).length, 1)
  })

  it('tell the second of two writers what the first added, and keep their text', async () => {
    const address = paths.myServiceNew('ZTA', 'protocol')
    const [first, second] = [await hiddenOf(site, address, lead), await hiddenOf(site, address, manager)]
    const one = await site.post(
      address,
      { ...first, ...protocolFields('The lead’s protocol', { area: 'aftercare' }) },
      lead,
    )
    assert.equal(one.status, 303)
    const two = await site.post(
      address,
      { ...second, ...protocolFields('The manager’s protocol', { area: 'aftercare' }) },
      manager,
    )
    assert.equal(two.status, 409)
    const html = await two.text()
    assert.match(
      wordsOf(html),
      /Something was added while you wrote Aftercare in the first days: The lead’s protocol, version 1 Test io-lead/,
    )
    assert.match(html, /value="The manager’s protocol"/)
    const again = await site.post(
      address,
      { ...hiddenIn(html), ...protocolFields('The manager’s protocol', { area: 'aftercare' }) },
      manager,
    )
    assert.equal(again.status, 303)
    const titles = (await course()).of(protocol).map(({ body }) => body.title)
    assert.deepEqual(titles.slice(-2), ['The lead’s protocol', 'The manager’s protocol'])
  })

  it('show a correction, and what it replaced struck through', async () => {
    const added = await fillIn(site, paths.myServiceNew('ZTA', 'licence'), lead, {
      holder: 'employer',
      number: 'E-100',
      'procedures.6.procedure': 'selective-internal-radiation-therapy',
      ...dayIn('expires', '2027-01-31'),
      ...dayIn('occurredAt', '2022-02-01'),
    })
    const id = firstOf(added)
    await fillIn(site, paths.myServiceEntry('ZTA', id, 'correct'), manager, {
      holder: 'employer',
      number: 'E-1001',
      'procedures.6.procedure': 'selective-internal-radiation-therapy',
      ...dayIn('expires', '2027-01-31'),
      ...dayIn('occurredAt', '2022-02-01'),
    })
    const html = await (await site.get(paths.myServiceEntry('ZTA', id), lead)).text()
    assert.match(html, /<s>Employer’s licence E-100, to 31 January 2027<\/s>/)
    assert.match(wordsOf(html), /Licence number E-1001/)
    // Fourteen weeks ahead, and by whichever id it is named.
    const [said] = (await course()).of(licence)
    assert.equal(said?.replaced.length, 1)
    assert.match(
      await textOf(paths.myServiceEntry('ZTA', said?.entry ?? '')),
      /Expires soon on 31 January 2027/,
    )
    const overview = await textOf(paths.myServiceOf('ZTA'))
    assert.match(overview, /To review or renew .*E-1001.* Expires soon .* in 10 weeks/)
  })

  it('say what each procedure lacks, and begin its form with what is known', async () => {
    const overview = await (await site.get(paths.myServiceOf('ZTA'), lead)).text()
    const link =
      /href="([^"]+leaflet-adoption\/new\?[^"]+)"/.exec(overview)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.match(link, /procedure=/)
    const form = await (await site.get(link, lead)).text()
    assert.match(form, /value="English"/)
    assert.match(form, /<option value="[^"]+"[^>]* selected=""/)
    await enterShippedLeaflets(site.store.db, new Date('2026-11-20T09:00:00Z'), [nephrostomy])
    const known = `${paths.myServiceNew('ZTA', 'leaflet-adoption')}?procedure=nephrostomy`
    const adopting = await (await site.get(known, lead)).text()
    assert.ok(adopting.includes(`value="${nephrostomy.version}"`), 'the leaflet in use is what is adopted')
    assert.match(adopting, /value="Fourth Pillar"/)
    const seen = await (await site.get(paths.myServiceOf('ZTA'), nurse)).text()
    assert.ok(!seen.includes('/new'), 'whoever may not write is offered no form')
  })

  it('end what is no longer in force, and keep it in the register', async () => {
    const added = await fillIn(site, paths.myServiceNew('ZTA', 'leaflet-adoption'), lead, {
      procedure: 'liver-ablation',
      title: 'Liver ablation',
      version: '3',
      language: 'English',
      source: 'This hospital',
      ...dayIn('reviewDue', '2026-12-01'),
      ...dayIn('occurredAt', '2024-01-01'),
    })
    const id = firstOf(added)
    assert.match(await textOf(paths.myServiceEntry('ZTA', id)), /Review due by 1 December 2026/)
    await fillIn(site, paths.myServiceEntry('ZTA', id, 'end'), lead, {
      why: 'Withdrawn',
      ...dayIn('occurredAt', '2026-11-22'),
    })
    const words = await textOf(paths.myServiceEntry('ZTA', id))
    assert.match(words, /Ended on 22 November 2026/)
    assert.match(words, /Ended: Withdrawn/)
    assert.match(await textOf(paths.myServiceRegister('ZTA', 'leaflet-adoption')), /0 in force of 1 recorded/)
    assert.equal((await course()).of(leafletAdoption).length, 1)
  })

  it('are for the staff of the organisation alone, and written by those who lead or manage it', async () => {
    const [said] = (await course()).of(protocol)
    const id = said?.first ?? ''
    const reads = [
      paths.myServiceOf('ZTA'),
      paths.myServiceAsked('ZTA'),
      paths.myServiceRegister('ZTA', 'protocol'),
      paths.myServiceEntry('ZTA', id),
    ]
    const writes = [
      paths.myServiceNew('ZTA', 'protocol'),
      paths.myServiceEntry('ZTA', id, 'correct'),
      paths.myServiceEntry('ZTA', id, 'end'),
      paths.myServiceEntry('ZTA', id, 'documents'),
    ]
    const before = (await course()).position
    for (const role of serviceRoles) {
      for (const [code, cookie] of [
        ['ZTA', await site.signInAs(role, 'ZTA')],
        ['ZTB', await site.signInAs(role, 'ZTB')],
      ] as const) {
        const held = [{ role, organisation: code }]
        for (const path of reads) {
          const expected = allows(held, 'service:see', 'ZTA') ? 200 : 403
          assert.equal((await site.get(path, cookie)).status, expected, `${role} of ${code} reads ${path}`)
        }
        for (const path of writes) {
          const mayWrite = allows(held, 'service:record', 'ZTA')
          const { status } = await site.post(path, {}, cookie)
          assert.equal(status, mayWrite ? 422 : 403, `${role} of ${code} writes ${path}`)
        }
      }
    }
    for (const role of ['administrator', 'census-lead', 'researcher', 'commissioner'] as const)
      assert.equal((await site.post(writes[0] ?? '', {}, await site.signInAs(role))).status, 403, role)
    assert.equal((await course()).position, before)
  })

  it('do not show one service’s entry under another’s address', async () => {
    const [said] = (await course()).of(protocol)
    assert.equal((await site.get(paths.myServiceEntry('ZTB', said?.first ?? ''), other)).status, 404)
    assert.equal((await site.get(paths.myServiceRegister('ZTB', 'census-answer'), other)).status, 404)
    assert.equal((await site.get(paths.myServiceRegister('ZTB', 'document'), other)).status, 404)
    assert.equal(
      (await site.get(paths.myServiceEntry('ZTA', '00000000-0000-7000-8000-000000000000'), lead)).status,
      404,
    )
  })
})
