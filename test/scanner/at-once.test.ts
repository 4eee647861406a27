/** Many files at once, while the scanner is slow: so many are taken, and whoever comes next is told. */

import assert from 'node:assert/strict'
import type { Socket } from 'node:net'
import { describe, it } from 'node:test'
import { paths } from '#web/paths.ts'
import { caseSite } from '../case-page/setting.ts'
import { chemoembolisation } from '../case-page/stories.ts'
import { pdf } from '../service/files.ts'
import { peer } from './clamd.ts'

describe('files that are sent at once', () => {
  it('take a place each; one person has four, and the fifth file is refused before it is read', async () => {
    const asked: Socket[] = []
    const scanner = await peer((socket) => asked.push(socket))
    const site = await caseSite({ config: { virusScanner: scanner.address } })
    const told = await site.tell(chemoembolisation)
    const one = await site.as('interventional-radiologist', 'ZTREAT')
    const other = await site.as('interventional-radiologist', 'ZTREAT')
    const address = new URL(paths.caseAttach(told.id), site.baseUrl)
    const send = (cookie: string, bytes: Uint8Array) => {
      const body = new FormData()
      body.set('title', 'CT report')
      body.set('file', new File([new Uint8Array(bytes)], 'report.pdf'))
      return fetch(address, {
        ...{ method: 'POST', redirect: 'manual', body, headers: { origin: site.baseUrl, cookie } },
      })
    }
    const first = [1, 2, 3, 4].map((size) => send(one, pdf(size)))
    await until(() => asked.length === 4)
    const fifth = await send(one, pdf(19_000_000))
    assert.equal(fifth.status, 503)
    assert.equal(fifth.headers.get('retry-after'), '60')
    const page = await fifth.text()
    assert.match(page, /Too many files at once/)
    assert.ok(page.includes(`<a href="${paths.caseAttach(told.id)}">choose it again</a>`))
    // Nobody waits for the scanner but who sent a file: no connection of the database is held meanwhile.
    assert.equal((await site.get(paths.caseOf(told.id), one)).status, 200)
    const anothers = send(other, pdf(5))
    await until(() => asked.length === 5)
    for (const socket of asked) socket.end('stream: OK\0')
    for (const answer of await Promise.all([...first, anothers])) assert.equal(answer.status, 303)
    const again = send(one, pdf(6))
    await until(() => asked.length === 6)
    asked[5]?.end('stream: OK\0')
    assert.equal((await again).status, 303, 'a place is free again')
    scanner.close()
  })
})

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; !is(); tries++) {
    if (tries > 500) throw new Error('it does not come to that')
    await new Promise((done) => setTimeout(done, 20))
  }
}
