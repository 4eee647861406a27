/** What every leaflet has: its procedure, its parts, a source or a mark on each statement, an age to read it. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { of100 } from '#core/leaflet/frequency.ts'
import { claimsOf, isApproved, leafletBodySchema } from '#core/leaflet/leaflet.ts'
import { LEAFLETS, leafletOf } from '#core/leaflet/leaflets.ts'
import { partsOf, withLocal } from '#core/leaflet/parts.ts'
import { localPartIds } from '#core/leaflet/sections.ts'
import { statementsOf } from '#core/plain/page.ts'
import { PLAIN_PAGES } from '#core/plain/pages.ts'
import { DOSES } from '#core/plain/radiation.ts'
import { PLAIN_SOURCES, type PlainSource, plainSource } from '#core/plain/sources.ts'
import { easeAge, easyTextOf, readingAge, textOf } from './reading-age.ts'

describe('the leaflets', () => {
  it('there is one for every procedure of the catalogue, in its order', () => {
    assert.deepEqual(
      LEAFLETS.map(({ procedure }) => procedure),
      PROCEDURES.map(({ id }) => id),
    )
    for (const { id } of PROCEDURES) assert.equal(leafletOf(id)?.procedure, id)
  })

  for (const leaflet of LEAFLETS) {
    describe(leaflet.procedure, () => {
      it('is a body that the record would take, the same after a journey as JSON', () => {
        assert.deepEqual(leafletBodySchema.parse(JSON.parse(JSON.stringify(leaflet))), leaflet)
      })

      it('gives each part an address of its own', () => {
        const paths = partsOf(leaflet).map(({ path }) => path)
        assert.deepEqual(paths, [...new Set(paths)])
      })

      it('has a known source or a mark for review on every clinical statement', () => {
        for (const { path, source } of claimsOf(leaflet))
          assert.ok(source === 'for-review' || plainSource(source.id), path)
      })

      it('gives a frequency only where a source bears it out, and marks for review where none does', () => {
        for (const { id, frequency, source } of leaflet.risks)
          assert.equal(frequency === null, source === 'for-review', id)
        for (const { id, frequency } of leaflet.risks) {
          if (!frequency) continue
          const { happens, may, not } = of100(frequency)
          assert.equal(happens + may + not, 100, id)
          assert.ok(happens >= 0 && may >= 0 && not >= 0, id)
        }
      })

      it('is written before it is due for review, at most three years later', () => {
        const years = (Date.parse(leaflet.reviewDue) - Date.parse(leaflet.written)) / (365.25 * 86_400_000)
        assert.ok(years > 0 && years <= 3)
      })

      it('does not say that a clinician has signed it, for none has', () => {
        assert.equal(leaflet.signOff, null)
        assert.equal(isApproved(leaflet), false)
      })

      it('names only local parts that there are, and fills them', () => {
        for (const { path, text } of partsOf(leaflet)) {
          for (const [, name] of text.matchAll(/\{(\w+)\}/g))
            assert.ok((localPartIds as readonly string[]).includes(name ?? ''), path)
          assert.doesNotMatch(withLocal(text, leaflet.local), /[{}]/, path)
        }
      })

      it('can be read at 9 to 11', () => {
        const text = textOf(leaflet)
        const years = Math.round(readingAge(text))
        assert.ok(years >= 9 && years <= 11, `all of it is taken in at ${readingAge(text).toFixed(2)}`)
        assert.ok(easeAge(text) < 9, `most of it is understood at ${easeAge(text).toFixed(2)}`)
      })

      it('says whom to call, in an emergency and on the same day', () => {
        for (const urgency of ['999', 'same-day'])
          assert.ok(
            leaflet.calls.some((call) => call.urgency === urgency),
            urgency,
          )
      })

      it('has 8 to 12 short lines of easy read', () => {
        assert.ok(leaflet.easyRead.length >= 8 && leaflet.easyRead.length <= 12)
        for (const { says } of leaflet.easyRead) assert.ok(says.split(/\s+/).length <= 16, says)
        const age = easeAge(easyTextOf(leaflet))
        assert.ok(age < 7, `reads at ${age.toFixed(2)}`)
      })
    })
  }

  it('no clinical statement of one is another’s copy, but for what is shared on purpose', () => {
    for (const leaflet of LEAFLETS) {
      const others = new Set(
        LEAFLETS.filter((other) => other !== leaflet).flatMap((other) =>
          ['what', 'why', 'benefits'].flatMap((section) =>
            other.sections[section as 'what'].map(({ says }) => says),
          ),
        ),
      )
      const own = [...leaflet.sections.what, ...leaflet.sections.why, ...leaflet.sections.benefits]
      const copied = own.filter(({ says, id }) => others.has(says) && id !== 'team-advises')
      assert.ok(copied.length <= 3, `${leaflet.procedure}: ${copied.map(({ id }) => id)}`)
    }
  })

  it('every source is listed in docs/sources.md', () => {
    const listed = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'sources.md'), 'utf8')
    for (const id of Object.keys(PLAIN_SOURCES)) assert.ok(listed.includes(`| \`${id}\` |`), id)
  })

  it('every address of a source is one that a browser can open, and no two sources share one', () => {
    const addresses = Object.values<PlainSource>(PLAIN_SOURCES).flatMap(({ address }) => address ?? [])
    for (const address of addresses) assert.match(new URL(address).protocol, /^https?:$/)
    assert.deepEqual(addresses, [...new Set(addresses)])
  })

  it('every source is used', () => {
    const used = new Set(
      LEAFLETS.flatMap((leaflet) =>
        claimsOf(leaflet).flatMap(({ source }) => (source === 'for-review' ? [] : [source.id])),
      ),
    )
    const inPages = [
      ...PLAIN_PAGES.flatMap(statementsOf),
      ...DOSES.map(({ source }) => ({ source: { id: source } })),
    ]
    const elsewhere = [
      'rcog-risk',
      ...inPages.flatMap(({ source }) => (source === null || source === 'for-review' ? [] : [source.id])),
    ]
    for (const id of Object.keys(PLAIN_SOURCES)) assert.ok(used.has(id) || elsewhere.includes(id), id)
  })
})
