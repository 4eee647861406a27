/** Fourth Pillar as a process of its own: started as an operator starts it, heard, stopped, killed. */

import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Started {
  readonly child: ChildProcess
  /** Waits for words on its standard output, and answers all that it has said there. */
  says(words: RegExp): Promise<string>
  readonly ended: Promise<Ended>
}

const alive = new Set<Started>()
after(async () => {
  for (const { child } of alive) child.kill('SIGTERM')
  await Promise.all([...alive].map(({ ended }) => ended))
})

/** `node src/main.ts WORDS` with nothing in its environment but what is given. */
export function start(words: readonly string[], environment: Readonly<Record<string, string>>): Started {
  return run([process.execPath, '--import', 'tsx', join('src', 'main.ts'), ...words], environment)
}

/** `node bin/run.mjs WORDS`, likewise; in a folder, that of the project where none is given. */
export function startByScript(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder: string = root,
): Started {
  return run([process.execPath, join(root, 'bin', 'run.mjs'), ...words], environment, folder)
}

function run(
  [program = '', ...words]: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd: string = root,
): Started {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(program, words, {
    cwd,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code) => {
      alive.delete(started)
      done({ code, out, err })
    })
  })
  const started: Started = {
    child,
    ended,
    async says(words) {
      for (let waited = 0; waited < 600_000; waited += 50) {
        if (words.test(out)) return out
        if (child.exitCode !== null || child.signalCode !== null) break
        await pause(50)
      }
      throw new Error(`It did not say ${words}, but: ${out}${err}`)
    },
  }
  alive.add(started)
  return started
}

/** A folder that another user may enter, for PostgreSQL does not run as root; gone after the tests. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fourth-pillar-start-'))
  chmodSync(folder, 0o755)
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A port that nothing listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The process of the PostgreSQL in a data folder; null when none is left there. */
export function postgresIn(folder: string): number | null {
  try {
    const pid = Number(
      readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0],
    )
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}
