import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { bodyDigest, canonical, entryDigest, nothingBefore } from '#core/record/digest.ts'
import { checkDraft, largestBody } from '#core/record/draft.ts'
import type { Entry } from '#core/record/entry.ts'
import { fold, standing } from '#core/record/fold.ts'
import { kind } from '#core/record/kind.ts'
import { headsDigest, sealDigest, sealPayload } from '#core/record/seal.ts'
import fc from '#test/support/properties.ts'
import { says, statement } from './support.ts'

const sha256 = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

describe('the digests of a record', () => {
  it('use the canonical form of RFC 8785: its own example', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    const expected =
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    assert.equal(canonical(value), expected)
  })

  it('do not depend on the order in which the fields were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        assert.equal(canonical(reversed), canonical(value))
      }),
    )
  })

  it('stay the same when a value was written as JSON and read again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        assert.equal(canonical(JSON.parse(JSON.stringify(value))), canonical(value))
      }),
    )
  })

  it('are SHA-256 over salt and body, and over the previous digest and all fields in canonical form', () => {
    const salt = new Uint8Array(32).fill(7)
    assert.equal(bodyDigest(salt, '{"a":1}'), sha256(salt, '{"a":1}'))
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const { body: _body, digest: _digest, previous, ...fields } = entry
        assert.equal(entryDigest(entry), sha256(Buffer.from(previous, 'hex'), canonical(fields)))
      }),
    )
  })

  it('change with any field', () => {
    const [entry] = fc.sample(anyEntry, 1)
    assert.ok(entry)
    const digests = Object.entries({
      ...{ id: 'x', subject: 'x', position: 9e6, kind: 'x', version: 99, occurredAt: 'x', recordedAt: 'x' },
      ...{
        author: 'x',
        role: 'x',
        organisation: 'x',
        corrects: 'x',
        bodyDigest: 'x',
        previous: 'ab'.repeat(32),
      },
    }).map(([field, value]) => entryDigest({ ...entry, [field]: value }))
    assert.equal(new Set([entryDigest(entry), ...digests]).size, digests.length + 1)
  })

  it('seal the heads in their order, chained to the seal before', () => {
    const heads = headsDigest()
    heads.add({ subject: 'service:A', position: 3, digest: 'ab' })
    heads.add({ subject: 'service:B', position: 1, digest: 'cd' })
    assert.equal(heads.count(), 2)
    const digestOfHeads = sha256('["service:A",3,"ab"]\n["service:B",1,"cd"]\n')
    assert.equal(heads.end(), digestOfHeads)
    const seal = { number: 1, sealedAt: '2026-03-02T00:00:00.000Z', heads: 2, previous: nothingBefore }
    const digest = sealDigest(seal, digestOfHeads)
    assert.equal(
      digest,
      sha256(
        Buffer.alloc(32),
        canonical({ headsDigest: digestOfHeads, heads: 2, number: 1, sealedAt: seal.sealedAt }),
      ),
    )
    assert.equal(Buffer.from(sealPayload({ number: 1, digest })).toString(), `fourth-pillar seal 1 ${digest}`)
  })
})

describe('a draft', () => {
  it('is accepted or refused, and never throws, whatever its body holds', () => {
    const anything = fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true })
    fc.assert(
      fc.property(anything, fc.string({ unit: 'binary' }), (extra, text) => {
        const checked = checkDraft(says(text, { body: { says: text, extra } as never }))
        if ('problems' in checked) assert.ok(checked.problems.length > 0)
        else assert.equal(canonical(checked.body), checked.canonicalBody)
      }),
      { numRuns: 300 },
    )
  })

  it('may fill a body of 256 KB to the last byte, in whatever script', () => {
    for (const [character, bytes] of [
      ['a', 1],
      ['é', 2],
      ['€', 3],
      ['😀', 4],
    ] as const) {
      const frame = '{"says":""}'.length
      const most = Math.floor((largestBody - frame) / bytes)
      assert.ok('body' in checkDraft(says(character.repeat(most))), character)
      assert.ok('problems' in checkDraft(says(character.repeat(most + 1))), character)
    }
  })

  it('names the place of every text that cannot be kept', () => {
    const body = { says: 'ok', list: [{ note: 'a\0' }, 'ok'], 'k\ud800': 'ok' }
    const checked = checkDraft(says('', { body }))
    assert.deepEqual('problems' in checked && checked.problems.map(({ path }) => path), [
      'body.list.0.note',
      'body (a name in it)',
    ])
  })

  it('is refused, not a crash, when it is nested without end', () => {
    let deep: unknown = 'bottom'
    for (let level = 0; level < 100_000; level++) deep = [deep]
    const checked = checkDraft(says('', { body: { says: '', deep } as never }))
    assert.ok('problems' in checked)
  })
})

describe('a kind', () => {
  it('is declared once', () => {
    assert.throws(() => kind({ ...statement }), /declared twice/)
    assert.throws(() => kind({ ...statement, name: 'Not Kebab' }), /not the name of a kind/)
    assert.throws(() => kind({ ...statement, version: 0 }), /has version 0/)
  })
})

describe('folding a record', () => {
  const said = (id: string, corrects: string | null = null) =>
    ({ id, corrects, body: id }) as unknown as Entry<string>
  const story = [said('a'), said('b'), said('a2', 'a'), said('c'), said('a3', 'a2'), said('b2', 'b')]

  it('keeps the latest of each line of corrections at the place of the first', () => {
    assert.deepEqual(
      fold(story, '', (state, { id }) => `${state} ${id}`),
      ' a3 b2 c',
    )
  })

  it('leaves what was corrected there to open, oldest first', () => {
    const [first] = standing(story)
    assert.deepEqual(
      first?.replaced.map(({ id }) => id),
      ['a', 'a2'],
    )
  })

  it('holds each entry once, as standing or as replaced', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
        const entries: Entry<string>[] = []
        for (const choice of choices) {
          const open = standing(entries).map(({ entry }) => entry.id)
          const corrects = choice % 3 === 0 ? null : (open[choice % Math.max(1, open.length)] ?? null)
          entries.push(said(`e${entries.length}`, corrects))
        }
        const all = standing(entries).flatMap(({ entry, replaced }) => [...replaced, entry])
        assert.deepEqual(new Set(all), new Set(entries))
        assert.equal(all.length, entries.length)
      }),
    )
  })

  it('refuses a correction of what is not there', () => {
    assert.throws(() => standing([said('a', 'gone')]), /corrects gone/)
  })
})

const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const text = fc.string({ unit: 'grapheme', minLength: 1 })
const time = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const anyEntry: fc.Arbitrary<Entry> = fc.record({
  id: fc.uuid({ version: 7 }),
  subject: text,
  position: fc.integer({ min: 1 }),
  kind: text,
  version: fc.integer({ min: 1 }),
  occurredAt: time,
  recordedAt: time,
  author: text,
  role: text,
  organisation: fc.option(text),
  body: fc.jsonValue(),
  corrects: fc.option(fc.uuid()),
  bodyDigest: hex,
  previous: hex,
  digest: hex,
})
