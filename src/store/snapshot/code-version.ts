/** Which code this is: the version of the package and, in a clone, the commit. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface CodeVersion {
  readonly version: string
  /** Null outside of a clone. */
  readonly commit: string | null
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

let known: CodeVersion | undefined

/** Read once: what a process runs is what was there when it began, whatever is put in its place later. */
export function codeVersion(): CodeVersion {
  known ??= readVersion()
  return known
}

function readVersion(): CodeVersion {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { version, commit: commitOf(join(root, '.git')) }
}

/** 0.1.0 (d0e60b5) */
export function versionWords({ version, commit }: CodeVersion): string {
  return commit === null ? version : `${version} (${commit.slice(0, 7)})`
}

/** Read from the repository's files: git itself need not be installed. */
function commitOf(git: string): string | null {
  const head = textOf(join(git, 'HEAD'))
  if (head === null) return null
  const name = /^ref: (.+)$/.exec(head)?.[1]
  const commit = name === undefined ? head : (textOf(join(git, name)) ?? packed(git, name))
  return commit && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null
}

function packed(git: string, name: string): string | null {
  const line = textOf(join(git, 'packed-refs'))
    ?.split('\n')
    .find((each) => each.endsWith(` ${name}`))
  return line?.split(' ')[0] ?? null
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}
