import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }
    >
  >
}

it('the lock names Typst’s compiler for every platform, without which npm ci refuses it', () => {
  const root = join(import.meta.dirname, '..', '..')
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  const compiler = packages['node_modules/@myriaddreamin/typst-ts-node-compiler']
  const platforms = Object.entries(compiler?.optionalDependencies ?? {})
  assert.ok(platforms.length > 5)
  for (const [name, version] of platforms)
    assert.equal(packages[`node_modules/${name}`]?.version, version, name)
})
