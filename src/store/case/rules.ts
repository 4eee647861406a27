/** By which rules cases were folded: with new software, whose clauses or terms may be others, all are folded anew. */

import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../open.ts'

/** SHA-256 of all that is pure: whatever a fold comes to is decided there. */
export function rulesDigest(): string {
  const core = join(import.meta.dirname, '..', '..', 'core')
  const hash = createHash('sha256')
  for (const path of globSync('**/*.ts', { cwd: core }).sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(core, path)))
      .update('\0')
  return hash.digest('hex')
}

/** To be called when a node starts. Answers whether the rules are others than those of the last start. */
export async function judgeByRules(db: Database, digest = rulesDigest()): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`select cases_judged_by(${digest}) as changed`.execute(db)
  return rows[0]?.changed ?? false
}
