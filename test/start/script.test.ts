/** bin/run.mjs: the one way in, on any Node from 20 on, with nothing in the environment. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { start, startByScript } from './node.ts'

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

it('runs with a path and a home in the environment and nothing else', async () => {
  const { code, out, err } = await startByScript(['help'], { HOME: '/nowhere' }).ended
  assert.deepEqual([code, err], [0, ''])
  assert.match(out, /npm run demo/)
})

it('installs once: a second start finds the stamp and is quiet', async () => {
  const stamp = file('node_modules/.fourth-pillar')
  await startByScript(['help']).ended
  const before = statSync(stamp).mtimeMs
  const { out } = await startByScript(['help']).ended
  assert.doesNotMatch(out, /Installing/)
  assert.equal(statSync(stamp).mtimeMs, before)
  assert.match(readFileSync(stamp, 'utf8'), /^[0-9a-f]{64}$/)
})

it('says in one line that a Node is too old', () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`
  const said = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, file('bin/run.mjs'), 'help'],
    { encoding: 'utf8' },
  )
  assert.equal(said.status, 1)
  assert.match(said.stderr, /^Fourth Pillar needs Node 20 or later[^\n]*\n$/)
  assert.equal(said.stdout, '')
})

it('ends as what it runs ends', async () => {
  const { code, out } = await startByScript(['nonsense']).ended
  assert.equal(code, 1)
  assert.match(out, /npm run demo/)
  assert.equal((await start(['help'], {}).ended).code, 0)
})
