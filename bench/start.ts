/** Cold start of the demonstration: from the command to the first page, and what memory it takes. */

import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Once on an empty folder (database made, nation seeded), once on what that left. */
export async function benchStart(print: (line: string) => void): Promise<void> {
  const folder = join(root, '.cache', 'bench-start')
  await rm(folder, { recursive: true, force: true })
  print('Cold start of the demonstration to its first page:')
  for (const which of ['the first time', 'again']) {
    const { seconds, megabytes } = await start(folder)
    print(`  ${which}: ${seconds.toFixed(1)} s, ${megabytes} MB of memory (node and PostgreSQL together)`)
  }
  await rm(folder, { recursive: true, force: true })
}

async function start(folder: string): Promise<{ seconds: number; megabytes: number }> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, ['bin/run.mjs', 'demo'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), DATA_FOLDER: folder },
  })
  try {
    await firstPage(`http://127.0.0.1:${port}/`)
    const seconds = (performance.now() - began) / 1000
    return { seconds, megabytes: Math.round(memoryOf(child.pid ?? 0) / 1024) }
  } finally {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await ended
  }
}

async function firstPage(url: string): Promise<void> {
  for (let wait = 0; wait < 1200; wait++) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.status === 200) return void (await answer.text())
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error('the demonstration did not start in a minute')
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Proportional set size in KB of a process and all below it, so that shared pages count once; Linux only. */
function memoryOf(pid: number): number {
  const parents = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = Number(read(`/proc/${name}/stat`).match(/\) \S (\d+)/)?.[1])
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)])
  }
  const sum = (one: number): number =>
    Number(read(`/proc/${one}/smaps_rollup`).match(/^Pss:\s+(\d+)/m)?.[1] ?? 0) +
    (parents.get(one) ?? []).reduce((total, child) => total + sum(child), 0)
  return sum(pid)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
