/** The PostgreSQL of a folder as a process: whether it runs, and how it is stopped. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A PostgreSQL that is ready. */
export interface Running {
  readonly pid: number
  readonly port: number
}

/** What postmaster.pid says, when that process is alive and ready. */
export function findRunning(folder: string): Running | null {
  const lines = readLines(join(folder, 'cluster', 'postmaster.pid'))
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!pid || !port || lines[7]?.trim() !== 'ready' || !isPostgres(pid)) return null
  return { pid, port }
}

/**
 * After kill -9 or a power cut the file may name a process that by chance is now another program, which
 * would stop PostgreSQL from starting. It takes its own parent for none, so the file names us instead:
 * the rest of it stays, for by it PostgreSQL sees whether processes of the killed one are still at work.
 */
export function disownStale(cluster: string): void {
  const file = join(cluster, 'postmaster.pid')
  const [pid, ...rest] = readLines(file)
  if (pid && isAlive(Number(pid)) && !isPostgres(Number(pid))) {
    writeFileSync(file, [process.pid, ...rest].join('\n'))
  }
}

/** Whether a process lives and is a PostgreSQL; where only Linux can tell, any process is believed. */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return /\((postgres|postmaster)\) [^Z]/.test(state)
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Stops the server (fast shutdown) when asked, and whenever this process ends: by its own exit, or by
 * a signal that nothing else in it handles.
 */
export function stopperOf(pid: number): () => Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const onExit = () => signal(pid, 'SIGINT')
  const onSignal = (name: NodeJS.Signals) => {
    if (process.listenerCount(name) > 1) return
    forget()
    signal(pid, 'SIGINT')
    process.kill(process.pid, name)
  }
  const forget = () => {
    process.off('exit', onExit)
    for (const name of signals) process.off(name, onSignal)
  }
  process.on('exit', onExit)
  for (const name of signals) process.on(name, onSignal)
  return async () => {
    forget()
    signal(pid, 'SIGINT')
    for (let waited = 0; isPostgres(pid) && waited < 30_000; waited += 10) await pause(10)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (isPostgres(pid)) process.kill(pid, name)
  } catch {
    // It ended by itself in between.
  }
}

export function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
