/** The built assets' addresses: each name with the digest of its bytes, so that it can be cached for ever. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../paths.ts'

export const builtFolder = join(import.meta.dirname, '..', '..', '..', '.cache', 'assets')
const manifestFile = join(builtFolder, 'manifest.json')

let manifest: Readonly<Record<string, string>> | null = null

/** The address of a built asset, such as `site.css` or `map.js`. */
export function assetPath(name: string): string {
  manifest ??= JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>
  const file = manifest[name]
  if (!file) throw new Error(`There is no asset called ${name}: is it an island, or in site.scss?`)
  return paths.asset(file)
}
