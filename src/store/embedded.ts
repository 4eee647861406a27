/** A real PostgreSQL of our own, kept in a folder: found running, or set up and started. */

import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findPrograms, isReachable, type Programs, type Runner, runnerFor } from './binaries.ts'
import { namedError, StoreError } from './error.ts'
import { makeFolder } from './folder.ts'
import { withLock } from './lock.ts'
import { disownStale, findRunning, isAlive, type Running, readLines, stopperOf } from './postmaster.ts'

export interface EmbeddedOptions {
  /** Holds everything of it: the cluster, its password, its log. Made when absent. */
  readonly folder: string
  /** False: no fsync, for tests whose data nobody will miss. */
  readonly durable?: boolean
  /** True: stays up when this process ends; whoever started it stops it some other way. */
  readonly stays?: boolean
  /** The `bin` folder of another PostgreSQL installation than npm's. */
  readonly bin?: string
}

export interface Embedded {
  /** Of its superuser, to the database `postgres`. */
  readonly url: string
  readonly pid: number
  /** False when it was found running and belongs to another process. */
  readonly owned: boolean
  /** The address of another of its databases. */
  urlOf(database: string): string
  /** Shuts it down cleanly; does nothing when it belongs to another process. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL of a folder, or finds it running. One folder has one server: a process that
 * comes second shares the first one's, and leaves it running when it goes; a server whose owner was
 * killed is taken over.
 *
 * @throws StoreError 'folder-not-writable', 'disk-full' or 'not-started'
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const runner = runnerFor()
  const folder = placeFor(resolve(options.folder), runner)
  return withLock(join(folder, 'starting'), async () => {
    const running = findRunning(folder)
    if (running) return shared(folder, running, options)
    const programs = await findPrograms(runner, options.bin)
    if (!existsSync(join(folder, 'cluster', 'PG_VERSION'))) initialise(folder, programs, runner, options)
    const { started, stop } = await start(folder, programs, runner, options)
    return owned(folder, started, options, stop)
  })
}

/** Says where the database is, where that is not the folder itself. */
const noteOfPlace = 'database-is-at.txt'
const placeBeside = (folder: string) => join('/var/lib/fourth-pillar', folder.replaceAll('/', '-').slice(1))

/**
 * Removes a data folder with its database, wherever that is kept.
 *
 * @throws StoreError 'database-running' where a PostgreSQL runs on it
 */
export function removeFolder(given: string): void {
  const folder = resolve(given)
  const beside = existsSync(join(folder, noteOfPlace)) ? placeBeside(folder) : null
  for (const place of [folder, ...(beside ? [beside] : [])]) {
    if (findRunning(place))
      throw new StoreError(
        'database-running',
        `A PostgreSQL runs on ${folder}. Stop the node that uses it, or start once without --fresh.`,
      )
  }
  if (beside) rmSync(beside, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** Creates the folder; root's own closed folders are swapped for one that the runner can reach. */
function placeFor(folder: string, runner: Runner | null): string {
  try {
    makeFolder(folder)
    writeFileSync(join(folder, '.written'), '')
    rmSync(join(folder, '.written'))
    if (!runner || isReachable(join(folder, 'cluster'), runner)) return folder
    const elsewhere = placeBeside(folder)
    makeFolder(elsewhere)
    writeFileSync(join(folder, noteOfPlace), `${elsewhere}\n`)
    return elsewhere
  } catch (error) {
    throw namedError(error, `The data folder ${folder}`) ?? error
  }
}

function initialise(
  folder: string,
  programs: Programs,
  runner: Runner | null,
  options: EmbeddedOptions,
): void {
  const cluster = join(folder, 'cluster')
  const passwordFile = join(folder, 'password')
  try {
    rmSync(cluster, { recursive: true, force: true })
    const making = join(folder, 'cluster.making')
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making, { mode: 0o700 })
    if (!existsSync(passwordFile))
      writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (runner) for (const path of [making, passwordFile]) chownSync(path, runner.uid, runner.gid)
    const locale =
      Number(programs.version) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
    const said = spawnSync(
      programs.initdb,
      [
        ...['-D', making, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
        ...['-E', 'UTF8', '--locale=C', ...locale, ...(options.durable === false ? ['--no-sync'] : [])],
      ],
      { ...runner, cwd: '/', encoding: 'utf8' },
    )
    if (said.status !== 0) throw notStarted(said.stderr || String(said.error ?? ''))
    // Only a whole cluster ever has the final name, so a start that is killed here begins anew.
    renameSync(making, cluster)
  } catch (error) {
    throw namedError(error, `The data folder ${folder}`) ?? error
  }
}

/** The port was taken in between; or processes of a server that was killed are still ending. */
const mayPass =
  /could not bind|Address already in use|pre-existing shared memory block|could not create any TCP\/IP sockets/

async function start(
  folder: string,
  programs: Programs,
  runner: Runner | null,
  options: EmbeddedOptions,
): Promise<{ readonly started: Running; readonly stop: Stopper }> {
  const cluster = join(folder, 'cluster')
  disownStale(cluster)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const log = join(folder, 'postgres.log')
    const output = openSync(log, existsSync(log) && statSync(log).size > 10_000_000 ? 'w' : 'a')
    const before = statSync(log).size
    const child = spawn(
      programs.postgres,
      ['-D', cluster, '-p', String(port), ...settings(programs, options)],
      {
        ...runner,
        cwd: '/',
        detached: true,
        stdio: ['ignore', output, output],
      },
    )
    closeSync(output)
    // From its first moment: this process may be told to end while the server is still getting ready.
    const stop = child.pid && !options.stays ? stopperOf(child.pid) : null
    let ended: string | null = null
    child.once('error', (error) => (ended = error.message))
    child.once('exit', (code, signal) => (ended ??= `it ended with ${signal ?? code}`))
    child.unref()
    for (let waited = 0; ended === null && waited < 60_000; waited += 20) {
      const running = findRunning(folder)
      if (running && running.pid === child.pid) return { started: running, stop }
      await pause(20)
    }
    if (child.pid && ended === null) process.kill(child.pid, 'SIGKILL')
    await stop?.()
    const said = readFileSync(log, 'utf8').slice(before)
    if (ended !== null && attempt < 10 && mayPass.test(said)) {
      await pause(attempt * 100)
      continue
    }
    throw notStarted(said || (ended ?? 'it was not ready within a minute'))
  }
}

function settings(programs: Programs, options: EmbeddedOptions): string[] {
  const chosen: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Not the values of a refused row, which can be somebody's address.
    log_error_verbosity: 'terse',
    // One process fewer three times over; reads here are small and mostly from memory.
    ...(Number(programs.version) >= 18 ? { io_method: 'sync' } : {}),
    ...(options.durable === false
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : {}),
  }
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function shared(folder: string, running: Running, options: EmbeddedOptions): Embedded {
  const owner = Number(readLines(join(folder, 'owner'))[0])
  if (options.stays || (owner && owner !== process.pid && isAlive(owner)))
    return embedded(folder, running, null)
  return owned(folder, running, options, stopperOf(running.pid))
}

function owned(folder: string, running: Running, options: EmbeddedOptions, stop: Stopper): Embedded {
  if (options.stays) return embedded(folder, running, null)
  writeFileSync(join(folder, 'owner'), `${process.pid}\n`)
  return embedded(folder, running, stop)
}

/** Null for a server that stays, or that belongs to another process. */
type Stopper = (() => Promise<void>) | null

function embedded(folder: string, running: Running, stopper: Stopper): Embedded {
  const password = readFileSync(join(folder, 'password'), 'utf8').trim()
  const urlOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${running.port}/${database}`
  return {
    url: urlOf('postgres'),
    pid: running.pid,
    owned: stopper !== null,
    urlOf,
    stop: async () => stopper?.(),
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no port')),
      )
    })
  })
}

function notStarted(said: string): StoreError {
  if (/No space left on device/.test(said)) {
    return new StoreError(
      'disk-full',
      'The disk is full: the embedded PostgreSQL has no room to start. Free some space and start again.',
    )
  }
  const line =
    said.split('\n').findLast((each) => /FATAL|PANIC|error|fail|ended/i.test(each)) ??
    said.trim().split('\n').at(-1)
  return new StoreError(
    'not-started',
    `The embedded PostgreSQL did not start: ${line?.trim() ?? 'no reason given'}. Its log is postgres.log in the data folder.`,
  )
}
