/** One process at a time: a lock file that names its holder and dies with it. */

import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Runs `work` while holding the lock. A lock whose holder is gone is taken over.
 * The lock appears whole (made beside, then linked), so a reader never sees it without its holder.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, patienceMs = 120_000): Promise<T> {
  const started = performance.now()
  while (!take(path)) {
    if (performance.now() - started > patienceMs) throw new Error(`the lock ${path} was not free in time`)
    await pause(20)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path: string): boolean {
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!holderLives(path)) rmSync(path, { force: true })
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

function holderLives(path: string): boolean {
  try {
    const holder = Number(readFileSync(path, 'utf8'))
    if (holder === process.pid) return true
    process.kill(holder, 0)
    return true
  } catch (error) {
    // Released meanwhile, or another user's: both are for the next try to see.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
