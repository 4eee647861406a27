/** ClamAV's own clamd, with one signature of our own; and a peer that answers as it was told, for what clamd does not do to order. */

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ScannerAddress } from '#config'
import { scannerAnswers } from '#scanner/clamd.ts'

const places = [process.env.CLAMD, '/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd']
const program = places.find((place) => place && existsSync(place))

/** Why the tests with the real scanner are left out; false where they run. */
export const noClamd = program ? false : 'ClamAV is not installed (Debian: apt-get install clamav-daemon)'

/** What the scanner here takes to be harmful, and what it calls it. */
export const harmful = 'harmful in this test alone'
export const signature = 'FourthPillar.Test-1.UNOFFICIAL'

export interface RealScanner {
  readonly address: ScannerAddress
  readonly stop: () => Promise<void>
}

/** Starts clamd on a socket of its own; it takes files of up to 2 MB. */
export async function clamd(): Promise<RealScanner> {
  const folder = mkdtempSync(join(tmpdir(), 'fp-clamd-'))
  const path = join(folder, 'clamd.ctl')
  mkdirSync(join(folder, 'signatures'))
  const hexadecimal = Buffer.from(harmful).toString('hex')
  writeFileSync(join(folder, 'signatures', 'ours.ndb'), `FourthPillar.Test-1:0:*:${hexadecimal}\n`)
  const lines = [
    ...['Foreground yes', `LocalSocket ${path}`, `DatabaseDirectory ${join(folder, 'signatures')}`],
    ...['StreamMaxLength 2M', ...(process.getuid?.() === 0 ? ['User root'] : [])],
  ]
  writeFileSync(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`)
  const running = spawn(program ?? 'clamd', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const kill = () => running.kill('SIGKILL')
  process.once('exit', kill)
  const ended = new Promise<void>((done) => running.once('exit', () => done()))
  for (let tries = 0; !(await scannerAnswers({ path })); tries++) {
    if (tries > 300 || running.exitCode !== null) throw new Error('clamd does not start')
    await setTimeout(100)
  }
  const stop = async () => {
    kill()
    await ended
    process.off('exit', kill)
    rmSync(folder, { recursive: true, force: true })
  }
  return { address: { path }, stop }
}

export interface Peer {
  readonly address: ScannerAddress
  /** All that was sent to it. */
  readonly heard: () => Buffer
  readonly close: () => void
}

/** Answers each connection as told when its first bytes come. */
export async function peer(answer: (socket: Socket) => void): Promise<Peer> {
  const pieces: Buffer[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (piece) => pieces.push(piece))
    socket.once('data', () => answer(socket))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    heard: () => Buffer.concat(pieces),
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
