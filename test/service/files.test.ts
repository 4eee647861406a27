/** Files for the record: judged by what is in them. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { acceptedFile, largestFileBytes, sizeWords } from '#store/files/accepted-file.ts'
import fc from '#test/support/properties.ts'
import { jpeg, pdf, png, testVirus } from './files.ts'

const judged = (name: string, bytes: Uint8Array) => {
  const outcome = acceptedFile({ name, bytes })
  return outcome.outcome === 'accepted' ? outcome.file : outcome.words
}

describe('a file for the record', () => {
  it('is taken when it is a PDF, a PNG or a JPEG, whatever it is called', () => {
    for (const [name, bytes, type, kept] of [
      ['Protocol v2.pdf', pdf(), 'application/pdf', 'Protocol v2.pdf'],
      ['scan.PDF', pdf(), 'application/pdf', 'scan.pdf'],
      ['scan.exe', png(), 'image/png', 'scan.png'],
      ['photo.jpeg', jpeg(), 'image/jpeg', 'photo.jpeg'],
      ['photo', jpeg(), 'image/jpeg', 'photo.jpg'],
      ['..\\..\\etc/passwd', pdf(), 'application/pdf', 'passwd.pdf'],
      ['', pdf(), 'application/pdf', 'document.pdf'],
      ['a\u202egnp.pdf', pdf(), 'application/pdf', 'agnp.pdf'],
    ] as const) {
      const file = judged(name, bytes)
      assert.ok(typeof file !== 'string', name)
      assert.equal(file.type, type)
      assert.equal(file.name, kept)
      assert.equal(file.digest, createHash('sha256').update(bytes).digest('hex'))
    }
  })

  it('is refused when it is something else under one of their names', () => {
    const text = (words: string) => new TextEncoder().encode(words)
    for (const bytes of [text('<html><script>'), text('PK\u0003\u0004'), text('MZ'), text(' %PDF-1.7 %%EOF')])
      assert.match(String(judged('protocol.pdf', bytes)), /not a PDF, PNG or JPEG/)
  })

  it('is refused when it is empty, too large, or cut short', () => {
    assert.match(String(judged('a.pdf', new Uint8Array())), /empty/)
    assert.match(String(judged('a.pdf', pdf(largestFileBytes))), /larger than 10 MB/)
    assert.match(String(judged('a.pdf', pdf().subarray(0, 20))), /cut short/)
    assert.match(String(judged('a.png', png().subarray(0, 20))), /cut short/)
  })

  it('is refused when the string that tests for viruses is in it, at the start or inside', () => {
    assert.match(String(judged('a.pdf', testVirus())), /virus/)
    assert.match(String(judged('a.pdf', Buffer.concat([pdf(), testVirus(), pdf()]))), /virus/)
  })

  it('has a name that any disk and any header takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const file = judged(name, pdf())
        assert.ok(typeof file !== 'string')
        assert.ok(file.name.isWellFormed() && file.name.length <= 240)
        assert.ok(!/[/\\"\p{Cc}]/u.test(file.name))
        assert.ok(file.name.endsWith('.pdf'))
      }),
    )
  })

  it('says its size in words', () => {
    assert.equal(sizeWords(10), '1 KB')
    assert.equal(sizeWords(310 * 1024), '310 KB')
    assert.equal(sizeWords(2.44 * 1024 * 1024), '2.4 MB')
  })
})
