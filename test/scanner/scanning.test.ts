/** What a virus scanner says of a file, and every way in which it can say nothing. */

import assert from 'node:assert/strict'
import type { Socket } from 'node:net'
import { describe, it } from 'node:test'
import { ConfigError, readConfig } from '#config'
import { scanned, scannerAnswers } from '#scanner/clamd.ts'
import { paths } from '#web/paths.ts'
import { caseSite } from '../case-page/setting.ts'
import { chemoembolisation } from '../case-page/stories.ts'
import { pdf } from '../service/files.ts'
import { clamd, harmful, noClamd, peer, signature } from './clamd.ts'

const bad = Buffer.concat([pdf(), Buffer.from(harmful), pdf()])

describe('ClamAV', { skip: noClamd }, () => {
  it('knows what is harmful by its signatures, and says what it calls it', async () => {
    const scanner = await clamd()
    try {
      assert.equal(await scannerAnswers(scanner.address), true)
      assert.deepEqual(await scanned(pdf(), scanner.address), { outcome: 'clean' })
      assert.deepEqual(await scanned(new Uint8Array(), scanner.address), { outcome: 'clean' })
      assert.deepEqual(await scanned(pdf(1_900_000), scanner.address), { outcome: 'clean' })
      assert.deepEqual(await scanned(bad, scanner.address), { outcome: 'harmful', signature })
      const large = await scanned(pdf(3_000_000), scanner.address)
      assert.equal(large.outcome, 'unanswered', 'what is over its limit was not looked at')
    } finally {
      await scanner.stop()
    }
    assert.deepEqual(await scanned(pdf(), scanner.address), { outcome: 'unanswered', reason: 'ENOENT' })
    assert.equal(await scannerAnswers(scanner.address), false)
  })

  it('keeps what is harmful out of a case; and everything while it is away', async () => {
    const scanner = await clamd()
    const site = await caseSite({ config: { virusScanner: scanner.address } })
    const told = await site.tell(chemoembolisation)
    const cookie = await site.as('interventional-radiologist', 'ZTREAT')
    const kept = () =>
      site
        .whole((db) => db.selectFrom('attachment_bytes').select('digest').execute())
        .then((all) => all.length)
    const send = async (bytes: Uint8Array) => {
      const body = new FormData()
      body.set('title', 'CT report')
      body.set('file', new File([new Uint8Array(bytes)], 'report.pdf'))
      const headers = { origin: site.baseUrl, cookie }
      const address = new URL(paths.caseAttach(told.id), site.baseUrl)
      return fetch(address, { method: 'POST', redirect: 'manual', headers, body })
    }
    const refused = await send(bad)
    assert.equal(refused.status, 422)
    const page = await refused.text()
    assert.match(
      page,
      /The virus scanner found FourthPillar\.Test-1\.UNOFFICIAL in the file\. It was not kept/,
    )
    assert.match(page, /value="CT report"/)
    assert.equal(await kept(), 0)
    assert.equal((await send(pdf())).status, 303)
    assert.equal(await kept(), 1)
    await scanner.stop()
    const unscanned = await send(pdf(10))
    assert.equal(unscanned.status, 422)
    assert.match(await unscanned.text(), /The virus scanner did not answer, so the file was not kept/)
    assert.equal(await kept(), 1)
  })
})

describe('a scanner that does not do as it should', () => {
  // The answers of clamd 1.4.6, as it gave them.
  const every = (ms: number, write: () => void) => {
    const writing = setInterval(write, ms)
    setTimeout(() => clearInterval(writing), 2000)
  }
  const tooLarge = (socket: Socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')
  const unanswered: readonly (readonly [why: string, answer: (socket: Socket) => void, reason: RegExp])[] = [
    ['takes no more', tooLarge, /^INSTREAM size limit exceeded\. ERROR$/],
    ['is something else', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), /^HTTP/],
    ['does not know the command', (socket) => socket.end('UNKNOWN COMMAND\0'), /^UNKNOWN COMMAND$/],
    ['hangs up', (socket) => socket.destroy(), /^(closed without an answer|ECONNRESET|EPIPE)$/],
    ['says nothing', () => undefined, /^ETIMEDOUT$/],
    ['says half', (socket) => socket.end('stream: O'), /^stream: O$/],
    ['says something now and then', (socket) => every(50, () => socket.write(' ')), /^ETIMEDOUT$/],
    ['talks without end', (socket) => every(1, () => socket.write('x'.repeat(1000))), /^x{100}$/],
    ['says two things', (socket) => socket.end('stream: OK FOUND ERROR\0'), /ERROR$/],
  ]
  for (const [why, answer, reason] of unanswered) {
    it(`${why}: nothing is known of the file`, async () => {
      const scanner = await peer(answer)
      const began = performance.now()
      const found = await scanned(pdf(), scanner.address, 500)
      assert.ok(performance.now() - began < 1500, 'within the time given')
      assert.equal(found.outcome, 'unanswered')
      assert.match(found.outcome === 'unanswered' ? found.reason : '', reason)
      assert.equal(await scannerAnswers(scanner.address, 500), false)
      scanner.close()
    })
  }

  it('is sent the whole file behind its length, and an empty piece at the end', async () => {
    const scanner = await peer((socket) => setTimeout(() => socket.end('stream: OK\0'), 100))
    const file = pdf(100_000)
    assert.deepEqual(await scanned(file, scanner.address), { outcome: 'clean' })
    const length = Buffer.alloc(4)
    length.writeUInt32BE(file.length)
    const all = Buffer.concat([Buffer.from('zINSTREAM\0'), length, file, Buffer.alloc(4)])
    assert.ok(scanner.heard().equals(all))
    scanner.close()
  })
})

describe('VIRUS_SCANNER', () => {
  const read = (address: string) => readConfig({ VIRUS_SCANNER: address }).virusScanner

  it('names a port or a socket', () => {
    assert.deepEqual(read('clamd://scanner.example.org:3311'), { host: 'scanner.example.org', port: 3311 })
    assert.deepEqual(read('clamd://localhost'), { host: 'localhost', port: 3310 })
    assert.deepEqual(read('clamd://[::1]:3310'), { host: '::1', port: 3310 })
    assert.deepEqual(read('clamd:///run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' })
    assert.equal(read(''), null)
  })

  it('is told in one line when it names neither', () => {
    for (const address of ['localhost:3310', 'http://localhost:3310', 'clamd://', 'clamd:///', 'nonsense'])
      assert.throws(
        () => read(address),
        (error) =>
          error instanceof ConfigError && /^VIRUS_SCANNER is not understood: [^\n]+$/.test(error.message),
        address,
      )
  })
})
