/** A service's variant, the master's changes, and what a merge comes to. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changesBetween } from '#core/leaflet/compare.ts'
import { nephrostomy } from '#core/leaflet/content/nephrostomy.ts'
import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import { hasPart, placeOf, putItem, takePart, withoutPart } from '#core/leaflet/part-edit.ts'
import { partsOf } from '#core/leaflet/parts.ts'
import { nextVersion, whyNotPublishable } from '#core/leaflet/publishing.ts'
import { differenceFrom, masterChanges, mergedWith, reasonsNeeded } from '#core/leaflet/variant.ts'

const master = nephrostomy
const saying = (leaflet: LeafletBody, path: string, says: string): LeafletBody =>
  putItem(leaflet, path, { id: path.split('/')[1] ?? '', says, source: 'for-review' } as never)
const telephone = (leaflet: LeafletBody, number: string): LeafletBody => ({
  ...leaflet,
  local: { ...leaflet.local, telephone: number },
})
const [tube, who] = partsOf(master).filter(({ path }) => path.startsWith('what/'))
assert.ok(tube && who)
const signed = { name: 'Dr Clive Fictional', role: 'Consultant radiologist', on: '2026-11-22' }

describe('a part of a leaflet', () => {
  it('is found by its address, whatever section it stands in', () => {
    for (const { path } of partsOf(master)) assert.ok(hasPart(master, path), path)
    for (const path of ['what', 'what/', 'what/none', 'nowhere/tube', 'local/fax', '__proto__/x', ''])
      assert.equal(hasPart(master, path), false, path)
    assert.equal(placeOf('constructor/x'), null)
  })

  it('is taken out and comes back where it stood', () => {
    const without = withoutPart(master, who.path)
    assert.deepEqual(
      changesBetween(master, without).map(({ path, after }) => [path, after]),
      [[who.path, null]],
    )
    assert.deepEqual(takePart(without, master, who.path), master)
  })
})

describe('a variant', () => {
  it('has local parts of its own without a reason, and clinical ones with one', () => {
    const variant = saying(telephone(master, '01632 960000'), tube.path, 'A tube of ours.')
    const difference = differenceFrom(master, variant, {})
    assert.deepEqual(
      difference.local.map(({ path, after }) => [path, after]),
      [['local/telephone', '01632 960000']],
    )
    assert.deepEqual(difference.withoutReason, [tube.path])
    assert.deepEqual(differenceFrom(master, variant, { [tube.path]: 'Ours differ.' }).withoutReason, [])
  })

  it('is published with local parts alone, and with clinical ones only when signed and reasoned', () => {
    const local = { leaflet: telephone(master, '01632 960000'), isSigned: false, reasons: {} }
    assert.equal(whyNotPublishable(local, null, master), null)
    const leaflet = saying(master, tube.path, 'A tube of ours.')
    const reasons = { [tube.path]: 'Ours differ.' }
    assert.equal(whyNotPublishable({ leaflet, isSigned: true, reasons: {} }, null, master), 'needs-reason')
    assert.equal(whyNotPublishable({ leaflet, isSigned: false, reasons }, null, master), 'needs-sign-off')
    assert.equal(whyNotPublishable({ leaflet, isSigned: true, reasons }, null, master), null)
  })

  it('loses the reason of a part that is the master’s again', () => {
    const reasons = { [tube.path]: 'Ours differ.', [who.path]: 'Ours differ too.' }
    const variant = saying(master, tube.path, 'A tube of ours.')
    assert.deepEqual(reasonsNeeded(master, variant, reasons), { [tube.path]: 'Ours differ.' })
  })
})

describe('a change of the master', () => {
  const variant = saying(telephone(master, '01632 960000'), tube.path, 'A tube of ours.')
  const next = saying(
    saying(master, tube.path, 'A tube, says the master.'),
    who.path,
    'A doctor, says the master.',
  )

  it('can be taken as it is where the variant said what the master said, and is asked where both changed', () => {
    assert.deepEqual(
      masterChanges(master, next, variant).map(({ path, standing, ours }) => [path, standing, ours]),
      [
        [tube.path, 'both', 'A tube of ours.'],
        [who.path, 'take', who.text],
      ],
    )
  })

  it('keeps the service’s own words in a merge, and takes the master’s where they are taken', () => {
    const merged = mergedWith(master, next, variant, new Set([who.path]))
    const texts = new Map(partsOf(merged).map(({ path, text }) => [path, text]))
    assert.equal(texts.get(tube.path), 'A tube of ours.')
    assert.equal(texts.get(who.path), 'A doctor, says the master.')
    assert.equal(texts.get('local/telephone'), '01632 960000')
    const taken = mergedWith(master, next, variant, new Set([tube.path, who.path]))
    assert.deepEqual(
      changesBetween(next, taken).map(({ path }) => path),
      ['local/telephone'],
    )
  })

  it('brings a new part, and takes an old one out, only where it is taken', () => {
    const added = putItem(next, 'what/new', {
      id: 'new',
      says: 'A new sentence.',
      source: 'for-review',
    } as never)
    const shorter = withoutPart(added, who.path)
    const none = mergedWith(master, shorter, variant, new Set())
    assert.equal(hasPart(none, 'what/new'), false)
    assert.equal(hasPart(none, who.path), true)
    const all = mergedWith(master, shorter, variant, new Set(['what/new', who.path]))
    assert.equal(hasPart(all, 'what/new'), true)
    assert.equal(hasPart(all, who.path), false)
  })
})

describe('a version', () => {
  it('of the master replaces a signed one without a signature only where nothing clinical changed', () => {
    const inUse = { ...master, signOff: signed }
    const clinical = saying(master, tube.path, 'Otherwise.')
    assert.equal(
      whyNotPublishable({ leaflet: clinical, isSigned: false, reasons: {} }, inUse, null),
      'needs-sign-off',
    )
    assert.equal(whyNotPublishable({ leaflet: clinical, isSigned: true, reasons: {} }, inUse, null), null)
    assert.equal(whyNotPublishable({ leaflet: clinical, isSigned: false, reasons: {} }, master, null), null)
    const local = telephone(master, '01632 960001')
    assert.equal(whyNotPublishable({ leaflet: local, isSigned: false, reasons: {} }, inUse, null), null)
  })

  it('that a machine translated is never published', () => {
    const leaflet = {
      ...master,
      language: 'cy',
      translation: { of: '1.0', state: 'machine', checkedBy: null },
    } as const
    assert.equal(
      whyNotPublishable({ leaflet, isSigned: true, reasons: {} }, null, null),
      'machine-translation',
    )
  })

  it('in a language whose words around it are missing is not published, whoever signed it', () => {
    const leaflet = {
      ...master,
      language: 'cy',
      signOff: signed,
      translation: { of: '1.0', state: 'checked', checkedBy: 'A translator' },
    } as const
    for (const isSigned of [true, false])
      assert.equal(whyNotPublishable({ leaflet, isSigned, reasons: {} }, null, null), 'words-missing')
  })

  it('counts up by what changed', () => {
    assert.deepEqual(
      [
        nextVersion(null, true),
        nextVersion('1.0', false),
        nextVersion('1.9', false),
        nextVersion('1.9', true),
      ],
      ['1.0', '1.1', '1.10', '2.0'],
    )
  })
})
