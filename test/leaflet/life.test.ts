/** A leaflet's life in a real database: shipped, written anew, remarked on, signed, published, adapted, withdrawn. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nephrostomy } from '#core/leaflet/content/nephrostomy.ts'
import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import { putItem } from '#core/leaflet/part-edit.ts'
import { partsOf } from '#core/leaflet/parts.ts'
import { seedOrganisations } from '#store/catalogue/seed.ts'
import { draftOf, saveDraft } from '#store/leaflet/draft.ts'
import { leafletInUse, leafletVersion, publishedLeaflet, remarksOn, versionsOf } from '#store/leaflet/read.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { handIn, type LeafletAuthor, publish, remark, signOff, withdraw } from '#store/leaflet/write.ts'
import { entriesOf } from '#store/record/read.ts'
import { testStore } from '../support/store.ts'

const store = await testStore()
await seedOrganisations(store.db)
const { db } = store
const at = new Date('2026-11-22T10:00:00.000Z')
const editor: LeafletAuthor = { id: 'person:edda', name: 'Edda', role: 'editor' }
const clinician: LeafletAuthor = { id: 'person:clive', name: 'Dr Clive', role: 'clinical-reviewer' }
const nurse: LeafletAuthor = { id: 'person:nia', name: 'Nia', role: 'cancer-nurse-specialist' }
const key = { procedure: 'nephrostomy', language: 'en', organisation: null } as const
const ours = { ...key, organisation: 'RR8' } as const

const path = partsOf(nephrostomy).find((part) => part.path.startsWith('what/'))?.path ?? ''
const saying = (leaflet: LeafletBody, says: string): LeafletBody =>
  putItem(leaflet, path, { id: path.split('/')[1] ?? '', says, source: 'for-review' } as never)
const given = (leaflet: LeafletBody, author = editor) => ({
  ...{ leaflet, organisation: null, base: null, reasons: {}, note: 'Plainer words.', author, at },
})

describe('a leaflet', () => {
  it('that is shipped is entered once, and is in use', async () => {
    assert.equal(await enterShippedLeaflets(db, at, [nephrostomy]), 1)
    assert.equal(await enterShippedLeaflets(db, at, [nephrostomy]), 0)
    const inUse = await publishedLeaflet(db, key)
    assert.equal(inUse?.version, nephrostomy.version)
    assert.deepEqual(inUse.leaflet, nephrostomy)
  })

  it('is remarked on, signed by somebody else, published, and then replaces the one before', async () => {
    const handed = await handIn(db, given(saying(nephrostomy, 'A thin tube drains a kidney.')))
    assert.ok(handed.outcome === 'handed-in')
    assert.equal(handed.version, '2.0')
    const version = await leafletVersion(db, { entry: handed.entry })
    assert.ok(version)
    assert.equal(
      (await remark(db, version, { path, words: 'Better.', author: clinician, at })).outcome,
      'noted',
    )
    assert.deepEqual(
      (await remarksOn(db, version.entry)).map(({ words }) => words),
      ['Better.'],
    )
    const sign = (author: LeafletAuthor) =>
      signOff(db, { entry: handed.entry, profession: 'Consultant radiologist', author, at })
    assert.equal((await sign(editor)).outcome, 'own-words')
    assert.equal((await sign(clinician)).outcome, 'signed')
    assert.equal((await sign(clinician)).outcome, 'signed-before')
    assert.equal((await publish(db, { entry: handed.entry, author: editor, at })).outcome, 'published')
    assert.equal((await publish(db, { entry: handed.entry, author: editor, at })).outcome, 'not-in-review')
    const inUse = await publishedLeaflet(db, key)
    assert.equal(inUse?.version, '2.0')
    assert.equal(inUse.leaflet.signOff?.name, 'Dr Clive')
    assert.deepEqual(
      (await versionsOf(db, key)).map(({ version: number, state }) => [number, state]),
      [
        ['2.0', 'published'],
        ['1.0', 'replaced'],
      ],
    )
  })

  it('that is signed is not replaced by clinical words that nobody signed', async () => {
    const handed = await handIn(db, given(saying(nephrostomy, 'Unsigned words.')))
    assert.ok(handed.outcome === 'handed-in')
    assert.deepEqual(await publish(db, { entry: handed.entry, author: editor, at }), {
      outcome: 'not-publishable',
      why: 'needs-sign-off',
    })
    assert.equal((await publishedLeaflet(db, key))?.version, '2.0')
  })

  it('of a service is its own for the local parts, is what it has adopted, and stays readable when withdrawn', async () => {
    const master = await publishedLeaflet(db, key)
    assert.ok(master)
    const leaflet = { ...master.leaflet, local: { ...master.leaflet.local, telephone: '020 7946 0000' } }
    const handed = await handIn(db, {
      ...given(leaflet, nurse),
      ...{ organisation: 'RR8', base: master.version },
    })
    assert.ok(handed.outcome === 'handed-in')
    assert.equal((await publish(db, { entry: handed.entry, author: nurse, at })).outcome, 'published')
    assert.equal((await leafletInUse(db, ours))?.leaflet.local.telephone, '020 7946 0000')
    assert.equal((await leafletInUse(db, { ...key, organisation: 'RJ1' }))?.version, '2.0')
    const said = await entriesOf(db, 'service:RR8')
    assert.deepEqual(
      said.map(({ kind, body }) => [kind, (body as { version: string }).version]),
      [['leaflet-adoption', '1.0']],
    )
    const reason = 'The telephone number is another now.'
    assert.equal(
      (await withdraw(db, { entry: handed.entry, reason, author: nurse, at })).outcome,
      'withdrawn',
    )
    assert.equal((await leafletInUse(db, ours))?.organisation, null)
    const adopted = (await entriesOf(db, 'service:RR8')).at(-1)?.body as { version: string; source: string }
    assert.deepEqual([adopted.version, adopted.source], ['2.0', 'Fourth Pillar'])
    assert.equal((await leafletVersion(db, { ...ours, version: '1.0' }))?.reason, reason)
  })

  it('has one draft, in which the second writer sees what the first wrote', async () => {
    const draft = { ...key, base: '2.0', leaflet: nephrostomy, reasons: {}, author: editor, at }
    const both = await Promise.all([
      saveDraft(db, { ...draft, seen: 0 }),
      saveDraft(db, { ...draft, seen: 0 }),
    ])
    assert.deepEqual(both.map(({ outcome }) => outcome).sort(), ['overtaken', 'saved'])
    const second = await saveDraft(db, { ...draft, seen: 0, author: nurse })
    assert.ok(second.outcome === 'overtaken' && second.theirs?.savedBy === 'Edda')
    assert.deepEqual(await saveDraft(db, { ...draft, seen: 1 }), { outcome: 'saved', revision: 2 })
    await handIn(db, given(saying(nephrostomy, 'From the draft.')))
    assert.equal(await draftOf(db, key), null)
  })

  it('published twice at once is in use once', async () => {
    const words = ['One.', 'Two.'].map((says) => handIn(db, given(saying(nephrostomy, says))))
    const handed = await Promise.all(words)
    assert.deepEqual(new Set(handed.map((each) => each.outcome === 'handed-in' && each.version)).size, 2)
    for (const each of handed)
      if (each.outcome === 'handed-in')
        await signOff(db, { entry: each.entry, profession: 'Consultant radiologist', author: clinician, at })
    await Promise.all(
      handed.map(
        (each) => each.outcome === 'handed-in' && publish(db, { entry: each.entry, author: editor, at }),
      ),
    )
    const states = (await versionsOf(db, key)).map(({ state }) => state)
    assert.equal(states.filter((state) => state === 'published').length, 1)
  })
})
