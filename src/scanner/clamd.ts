/**
 * Asks a virus scanner about a file: clamd, of ClamAV, over its own protocol (clamd(8), INSTREAM and PING).
 * A file is sent as one piece behind its length; nothing is written to a disk on the way.
 */

import { connect, type Socket } from 'node:net'
import type { ScannerAddress } from '#config'

export type Scanned =
  | { readonly outcome: 'clean' }
  /** `signature`: what the scanner calls it, such as Win.Trojan.Agent-1. */
  | { readonly outcome: 'harmful'; readonly signature: string }
  /** Nothing is known of the file. `reason`: the error's code, or what the scanner said. */
  | { readonly outcome: 'unanswered'; readonly reason: string }

/** ClamAV stops looking into a file after two minutes by itself (`MaxScanTime`). */
const patienceMs = 150_000
/** A machine that is away answers nothing at all: nobody waits minutes to be told. */
const connectionMs = 5000
/** Far more than any answer of clamd. What says more is no scanner. */
const longestAnswer = 4096

/** What the scanner finds in these bytes. Never throws. */
export async function scanned(
  bytes: Uint8Array,
  scanner: ScannerAddress,
  waitMs = patienceMs,
): Promise<Scanned> {
  const said = await ask(scanner, waitMs, (socket) => {
    socket.write('zINSTREAM\0')
    // An empty piece is the end: none may come before it.
    if (bytes.length > 0) {
      socket.write(lengthInFour(bytes.length))
      socket.write(bytes)
    }
    socket.write(lengthInFour(0))
  })
  if ('failed' in said) return { outcome: 'unanswered', reason: said.failed }
  if (said.answer === 'stream: OK') return { outcome: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(said.answer)
  if (found?.[1]) return { outcome: 'harmful', signature: found[1] }
  return { outcome: 'unanswered', reason: said.answer.slice(0, 100) || 'closed without an answer' }
}

/** Whether a scanner listens there. */
export async function scannerAnswers(scanner: ScannerAddress, waitMs = 3000): Promise<boolean> {
  const said = await ask(scanner, waitMs, (socket) => socket.write('zPING\0'))
  return 'answer' in said && said.answer === 'PONG'
}

type Said = { readonly answer: string } | { readonly failed: string }

/** One question and its answer: all up to the first NUL, or to the end, within so long in all. */
function ask(scanner: ScannerAddress, waitMs: number, put: (socket: Socket) => void): Promise<Said> {
  return new Promise((done) => {
    const socket = connect(scanner)
    let heard = ''
    const end = (said: Said) => {
      clearTimeout(waiting)
      socket.destroy()
      done(said)
    }
    const give = (afterMs: number) => setTimeout(() => end({ failed: 'ETIMEDOUT' }), afterMs)
    let waiting = give(Math.min(connectionMs, waitMs))
    // What was said before the line broke counts: a file over the scanner's limit is answered in mid-stream.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      end(heard ? { answer: heard } : { failed: error.code ?? error.name }),
    )
    socket.on('connect', () => {
      clearTimeout(waiting)
      waiting = give(waitMs)
      put(socket)
    })
    socket.setEncoding('utf8').on('data', (piece) => {
      heard += piece
      const [answer = '', ...rest] = heard.split('\0')
      if (rest.length > 0) end({ answer })
      else if (heard.length > longestAnswer) end({ answer: heard })
    })
    socket.on('close', () => end({ answer: heard }))
  })
}

/** A length as the protocol has it: four bytes, the highest first. */
function lengthInFour(length: number): Uint8Array {
  const written = Buffer.alloc(4)
  written.writeUInt32BE(length)
  return written
}
