/** Packages whose binaries come a platform at a time: the lock has to name every platform, or npm ci refuses it. */

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

const byPlatform = ['@myriaddreamin/typst-ts-node-compiler', '@duckdb/node-bindings', '@napi-rs/canvas']

for (const parent of byPlatform) {
  it(`the lock names ${parent} for every platform`, () => {
    const root = join(import.meta.dirname, '..', '..')
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
    const platforms = Object.entries(packages[`node_modules/${parent}`]?.optionalDependencies ?? {})
    assert.ok(platforms.length > 5)
    for (const [name, version] of platforms)
      assert.equal(packages[`node_modules/${name}`]?.version, version, name)
  })
}
