/** The walls that a machine can check: what may import what, and what no file may hold. */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, it } from 'node:test'

const root = join(import.meta.dirname, '..')
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((path) => ({ path, text: read(path) }))
const pureLibraries = new Set(['zod', 'canonicalize', '@noble/hashes'])

/** Which floors each floor may stand on. */
const floors: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  store: ['store', 'core', 'config'],
  mail: ['mail', 'store', 'core', 'config'],
  jobs: ['jobs', 'mail', 'solver', 'store', 'core', 'config'],
  demonstration: ['demonstration', 'store', 'core', 'config'],
  pdf: ['pdf', 'core'],
  routing: ['routing', 'core', 'config'],
  scanner: ['scanner', 'config'],
  solver: ['solver', 'core'],
  cli: ['cli', 'routing', 'store', 'core', 'config', 'demonstration'],
  web: ['web', 'store', 'core', 'config', 'mail', 'jobs', 'pdf', 'scanner', 'demonstration', 'solver'],
}
/** Parts of web that every noun may use. */
const commonGround = new Set([
  'layout',
  'components',
  'assets',
  'route.ts',
  'scope.ts',
  'paths.ts',
  'environment.ts',
  'problem.ts',
])

describe('the walls', () => {
  it('core imports only itself and pure libraries, and knows no clock, chance or machine', () => {
    for (const { path, text } of sources.filter(({ path }) => path.startsWith('src/core/'))) {
      for (const name of importsOf(text).filter(
        (name) => !name.startsWith('.') && !name.startsWith('#core/'),
      )) {
        assert.ok(pureLibraries.has(packageOf(name)), `${path} imports ${name}`)
      }
      for (const impure of [
        /\bDate\.now\(/,
        /\bnew Date\(\)/,
        /\bMath\.random\(/,
        /\bprocess\./,
        /\bfetch\(/,
      ]) {
        assert.doesNotMatch(withoutComments(text), impure, path)
      }
    }
  })

  it('each floor stands only on the floors below it', () => {
    for (const { path, text } of sources) {
      const floor = path.split('/')[1] ?? ''
      const allowed = floors[floor]
      if (!allowed) continue
      for (const target of targetsOf(path, text)) {
        assert.ok(allowed.includes(floorOf(target)), `${path} imports ${target}`)
      }
    }
  })

  it('no noun of the web imports another', () => {
    for (const { path, text } of sources.filter(({ path }) => path.startsWith('src/web/'))) {
      const noun = path.split('/')[2] ?? ''
      if (noun === 'server.ts') continue
      for (const target of targetsOf(path, text).filter((target) => target.startsWith('src/web/'))) {
        const other = target.split('/')[2] ?? ''
        assert.ok(other === noun || commonGround.has(other), `${path} imports ${target}`)
      }
    }
  })

  it('only config.ts reads the environment', () => {
    const readers = sources
      .filter(({ text }) => /process\.env/.test(withoutComments(text)))
      .map(({ path }) => path)
    assert.deepEqual(
      readers,
      ['src/main.ts'],
      'main.ts hands the environment to config.ts; nobody else touches it',
    )
  })

  it('no page holds an inline style or script', () => {
    for (const { path, text } of sources.filter(({ path }) => path.endsWith('.tsx'))) {
      assert.doesNotMatch(
        withoutComments(text),
        /\bstyle=\{|\bstyle="|dangerouslySetInnerHTML=\{\{ __html: [`'"]<script/,
        path,
      )
    }
  })

  it('files are small and open with a sentence', () => {
    for (const { path, text } of sources) {
      assert.ok(text.split('\n').length <= 401, `${path} is longer than 400 lines`)
      assert.match(text, /^(\/\*\*|\/\/)/, `${path} does not open with a sentence on what it is`)
    }
  })

  it('nothing committed names a machine’s path, a registry’s host, or unfinished work', () => {
    const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
    const foreign = [
      /\/work\/(main|shared)/,
      /\/root\//,
      /registry\.npmjs\.org/,
      /artifactory/i,
      /"resolved":/,
    ]
    for (const path of files.filter((file) =>
      /\.(ts|tsx|mjs|json|md|sql|scss|csv)$|^\.npmrc$|^\.ci\//.test(file),
    )) {
      if (path === 'test/tidy.test.ts') continue
      const text = read(path)
      for (const pattern of foreign) assert.doesNotMatch(text, pattern, path)
      if (path.startsWith('src/')) assert.doesNotMatch(text, /\b(TODO|FIXME|XXX)\b/, path)
    }
  })

  it('ARCHITECTURE.md names only what is there', () => {
    const named = [...read('ARCHITECTURE.md').matchAll(/`([a-z-]+\/[\w./-]+)`/g)].map(
      (match) => match[1] ?? '',
    )
    assert.ok(named.length > 20)
    for (const path of named) {
      const places = [path, `src/${path}`, `src/web/${path}`].map((place) => join(root, place))
      assert.ok(
        places.some((place) => existsSync(place)),
        path,
      )
    }
  })

  it('migrations and decisions are numbered without a gap, each decision on one template', () => {
    const decisions = globSync('docs/decisions/*.md', { cwd: root })
    for (const paths of [globSync('migrations/*.sql', { cwd: root }), decisions]) {
      const numbers = paths.map((path) => Number(path.match(/(\d{4})[_-]/)?.[1])).sort((a, b) => a - b)
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index + 1),
      )
    }
    for (const path of decisions) {
      const number = Number(path.match(/(\d{4})-/)?.[1])
      const template = new RegExp(
        `^# ${number}\\. .+\n\n\\*\\*Context\\.\\*\\* [\\s\\S]+\\*\\*Decision\\.\\*\\* [\\s\\S]+\\*\\*Consequences\\.\\*\\* `,
      )
      assert.match(read(path), template, path)
    }
  })
})

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function importsOf(text: string): readonly string[] {
  const found = [
    ...text.matchAll(/^\s*(?:import\s*|(?:import|export)\b[^'"\n]*?\bfrom\s*)['"]([^'"]+)['"]/gm),
  ].map((match) => match[1] ?? '')
  const spread = [...text.matchAll(/^\} from ['"]([^'"]+)['"]/gm)].map((match) => match[1] ?? '')
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
  return [...found, ...spread, ...dynamic]
}

/** The project's own files that a file imports, from the root. */
function targetsOf(path: string, text: string): readonly string[] {
  return importsOf(text).flatMap((name) => {
    if (name.startsWith('.')) return [normalize(join(dirname(path), name))]
    if (name === '#config') return ['src/config.ts']
    if (name.startsWith('#')) return [`src/${name.slice(1)}`]
    return []
  })
}

function floorOf(target: string): string {
  return (target.split('/')[1] ?? '').replace(/\.ts$/, '')
}

function packageOf(name: string): string {
  return name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? '')
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
