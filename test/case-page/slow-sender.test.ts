/** Many who send a form over a line that is slow, or that stops: everybody else goes on. */

import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { paths } from '#web/paths.ts'
import { caseSite } from './setting.ts'
import { chemoembolisation } from './stories.ts'

/** More than a process has connections to its database. */
const senders = 40

describe('forms that come slowly', () => {
  const types = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']
  for (const type of types)
    it(`keep no connection of the database until they have come whole: ${type}`, async () => {
      const site = await caseSite()
      const told = await site.tell(chemoembolisation)
      const cookie = await site.as('interventional-radiologist', 'ZTREAT')
      const { port, host } = new URL(site.baseUrl)
      const form = `${paths.caseRecord(told.id, 'treatment')}?form=${newId()}`
      const body = '_do=later&_seen=1&words=slow'
      const head = [
        ...[`POST ${form} HTTP/1.1`, `Host: ${host}`, `Origin: ${site.baseUrl}`, `Cookie: ${cookie}`],
        ...[`Content-Type: ${type}`, `Content-Length: ${body.length}`, '', ''],
      ].join('\r\n')
      const sockets = Array.from({ length: senders }, () => connect(Number(port), 'localhost'))
      for (const socket of sockets) socket.write(head + body.slice(0, 5))
      await wait(1000)
      const shown = await Promise.race([site.get(paths.caseOf(told.id), cookie), wait(5000)])
      assert.equal(shown?.status, 200)
      const answers = sockets.map(statusOf)
      for (const socket of sockets) socket.write(body.slice(5))
      assert.deepEqual(await Promise.all(answers), Array(senders).fill('303'), 'and come all the same')
      for (const socket of sockets) socket.destroy()
    })
})

const statusOf = (socket: Socket) =>
  new Promise<string>((done) => socket.once('data', (said) => done(String(said).slice(9, 12))))
