/** A real SMTP server in this process, as good or as bad as a test wants it. */

import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface Received {
  readonly to: string
  readonly mail: Email
}

export interface PostOffice {
  readonly url: string
  readonly port: number
  readonly received: readonly Received[]
  close(): Promise<void>
}

export interface Manners {
  /** The answer to a recipient: null takes it. */
  readonly recipient?: (address: string) => { readonly code: number; readonly words: string } | null
  /** The answer to a letter. */
  readonly letter?: (address: string) => { readonly code: number; readonly words: string } | null
  /** Waits so long before it takes a letter. */
  readonly slowMs?: number
  readonly port?: number
}

export async function postOffice(manners: Manners = {}): Promise<PostOffice> {
  const received: Received[] = []
  const timers = new Set<NodeJS.Timeout>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 500,
    onRcptTo({ address }, _session, done) {
      const refused = manners.recipient?.(address)
      done(refused ? answer(refused) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const refused = manners.letter?.(to)
        if (refused) return done(answer(refused))
        const mail = await PostalMime.parse(Buffer.concat(chunks))
        const take = () => {
          received.push({ to, mail })
          done()
        }
        if (!manners.slowMs) return take()
        timers.add(setTimeout(take, manners.slowMs))
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((done) => server.listen(manners.port ?? 0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  let closing: Promise<void> | null = null
  const office: PostOffice = {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    close: () => {
      closing ??= new Promise((done) => {
        for (const timer of timers) clearTimeout(timer)
        server.close(() => done())
      })
      return closing
    },
  }
  after(() => office.close())
  return office
}

function answer({ code, words }: { readonly code: number; readonly words: string }): Error {
  return Object.assign(new Error(words), { responseCode: code })
}

/** The token in a letter's link. */
export function tokenIn(text: string | undefined): string {
  const token = /\/answer\/with\/([A-Za-z0-9_-]{43})/.exec(text ?? '')?.[1]
  if (!token) throw new Error(`there is no link in: ${text}`)
  return token
}

/** Waits until something is so. */
export async function until(is: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await is())) {
    if (Date.now() > end) throw new Error(`it is not so after ${withinMs} ms: ${is}`)
    await new Promise((later) => setTimeout(later, 50))
  }
}
