/** The files of a command are those of the folder where it was typed, through npm and without. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { withFilesFrom } from '#cli/file-words.ts'
import { startedFrom } from '#config'
import { startByScript } from './node.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const here = realpathSync(mkdtempSync(join(tmpdir(), 'fourth-pillar-folder-')))
after(() => rmSync(here, { recursive: true, force: true }))
/** What is no figure is told with the place where it was looked for. */
writeFileSync(join(here, 'figure.json'), '{}')
const refused = (path: string) => `${path} is no figure file: download one as JSON from a figure’s page.\n`

it('without npm: the folder in which the command was typed, whatever another npm left behind', async () => {
  const file = join(here, 'figure.json')
  for (const environment of [{}, { INIT_CWD: '/elsewhere', npm_package_json: '/elsewhere/package.json' }]) {
    const { code, out } = await startByScript(['reproduce', 'figure.json'], environment, here).ended
    assert.deepEqual([code, out], [1, refused(file)])
  }
})

it('through npm, which moves to the project: the folder from which it came', () => {
  const npm = spawnSync('npm', ['--prefix', root, 'run', '--silent', 'reproduce', '--', './figure.json'], {
    cwd: here,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  assert.equal(npm.stdout, refused(join(here, 'figure.json')))
})

it('words that name no file stay; files named in full stay', () => {
  const from = (command: string, ...words: string[]) => withFilesFrom(here, command, words)
  const full = resolve(here, 'a.csv')
  assert.deepEqual(from('import', 'organisations', 'a.csv', '--apply'), ['organisations', full, '--apply'])
  assert.deepEqual(from('snapshot', '--release', 'coarse', '--opt-outs', 'a.csv'), [
    '--release',
    'coarse',
    '--opt-outs',
    full,
  ])
  assert.deepEqual(from('travel', '--file', 'a.csv'), ['--file', full])
  assert.deepEqual(from('travel', '--all'), ['--all'])
  assert.deepEqual(from('reproduce', full, '--snapshot', './a.csv', '--key', 'a.csv'), [
    full,
    '--snapshot',
    full,
    '--key',
    full,
  ])
  assert.deepEqual(from('verify', 'a.csv'), ['a.csv'])
  assert.equal(startedFrom({}), process.cwd())
})
