/** A node's life: the first start, a second one beside it, a stop, a kill, and starts after each. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { dataFolder, freePort, postgresIn, type Started, start, startByScript } from './node.ts'

const folder = dataFolder()
const ready = /Stop {6}Ctrl\+C/
const setUpLink = /http:\/\/localhost:\d+(\/set-up\/\S+)/

async function serve(port: number): Promise<{ readonly node: Started; readonly said: string }> {
  const node = start(['serve'], { DATA_FOLDER: folder, PORT: String(port) })
  return { node, said: await node.says(ready) }
}

describe('a node', () => {
  it('starts on an empty folder, prints how to set it up, serves, and stops when told to', async () => {
    const port = await freePort()
    const node = startByScript(['serve'], { DATA_FOLDER: folder, PORT: String(port) })
    const said = await node.says(ready)
    assert.equal(said.match(new RegExp(setUpLink, 'g'))?.length, 1)
    assert.equal((await fetch(`http://localhost:${port}/health`)).status, 200)
    assert.match(await (await fetch(`http://localhost:${port}/services`)).text(), /184 organisations/)
    assert.ok(postgresIn(folder))
    node.child.kill('SIGTERM')
    const { code, err } = await node.ended
    assert.deepEqual([code, err], [0, ''])
    assert.equal(postgresIn(folder), null, 'its PostgreSQL stopped with it')
  })

  it('prints the link until there is an administrator, and never again', async () => {
    const port = await freePort()
    const { node, said } = await serve(port)
    const path = said.match(setUpLink)?.[1] ?? ''
    const origin = `http://localhost:${port}`
    const password = 'four upright bars'
    const form = { name: 'Ada First', email: 'ada@example.org', password, again: password }
    const made = await fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
      body: new URLSearchParams(form),
    })
    assert.deepEqual([made.status, made.headers.get('location')], [303, '/account'])
    node.child.kill('SIGINT')
    assert.equal((await node.ended).code, 0)
    const again = await serve(await freePort())
    assert.doesNotMatch(again.said, /set-up/)
    again.node.child.kill('SIGTERM')
    assert.equal((await again.node.ended).code, 0)
  })

  it('shares its database with a second one on the same folder, which leaves it running', async () => {
    const [port, other] = [await freePort(), await freePort()]
    const first = await serve(port)
    const busy = await start(['serve'], { DATA_FOLDER: folder, PORT: String(port) }).ended
    assert.equal(busy.code, 1)
    assert.match(busy.err, /^Port \d+ is busy\.[^\n]*\n$/)
    const second = await serve(other)
    assert.equal((await fetch(`http://localhost:${other}/health`)).status, 200)
    second.node.child.kill('SIGTERM')
    assert.equal((await second.node.ended).code, 0)
    assert.equal((await fetch(`http://localhost:${port}/health`)).status, 200)
    first.node.child.kill('SIGTERM')
    assert.deepEqual(await first.node.ended.then(({ code, err }) => [code, err]), [0, ''])
    assert.equal(postgresIn(folder), null)
  })

  it('starts again after it was killed, over the PostgreSQL that it left', async () => {
    const killed = await serve(await freePort())
    killed.node.child.kill('SIGKILL')
    assert.equal((await killed.node.ended).code, null)
    const orphan = postgresIn(folder)
    assert.ok(orphan)
    const { node } = await serve(await freePort())
    assert.equal(postgresIn(folder), orphan, 'it was taken over')
    node.child.kill('SIGTERM')
    assert.equal((await node.ended).code, 0)
    assert.equal(postgresIn(folder), null)
  })

  it('starts again after its PostgreSQL was killed with it', async () => {
    const killed = await serve(await freePort())
    const postgres = postgresIn(folder)
    assert.ok(postgres)
    killed.node.child.kill('SIGKILL')
    process.kill(postgres, 'SIGKILL')
    await killed.node.ended
    while (postgresIn(folder) === postgres) await pause(20)
    const { node } = await serve(await freePort())
    node.child.kill('SIGTERM')
    assert.equal((await node.ended).code, 0)
    assert.equal(postgresIn(folder), null)
  })

  it('stops in the middle of its start when told to, and leaves nothing running', async () => {
    const node = start(['serve'], { DATA_FOLDER: folder, PORT: '0' })
    while (postgresIn(folder) === null && node.child.exitCode === null) await pause(1)
    const postgres = postgresIn(folder)
    node.child.kill('SIGTERM')
    await node.ended
    after(() => postgres && postgresIn(folder) === postgres && process.kill(postgres, 'SIGINT'))
    for (let waited = 0; postgresIn(folder) !== null && waited < 300_000; waited += 50) await pause(50)
    assert.equal(postgresIn(folder), null)
  })
})
