/** A real SMTP server that keeps what it is given, for the tests to read as people read their mail. */

import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface Post {
  readonly url: string
  /** Letters so far, oldest first. */
  readonly letters: readonly ReceivedLetter[]
  /** Waits for the newest letter to someone on this. */
  letterTo(address: string, subject: RegExp): Promise<ReceivedLetter>
  count(subject: RegExp): number
}

export interface ReceivedLetter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Starts it; it stops after the tests of the file. */
export async function openPost(): Promise<Post> {
  const letters: ReceivedLetter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          for (const { address } of session.envelope.rcptTo) {
            letters.push({ to: address, subject: mail.subject ?? '', text: mail.text ?? '' })
          }
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', () => started()))
  after(() => new Promise<void>((stopped) => server.close(() => stopped())))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    count: (subject) => letters.filter((letter) => subject.test(letter.subject)).length,
    async letterTo(address, subject) {
      for (let wait = 0; wait < 600; wait++) {
        const newest = letters.findLast((letter) => letter.to === address && subject.test(letter.subject))
        if (newest) return newest
        await new Promise((next) => setTimeout(next, 100))
      }
      throw new Error(`no letter on ${subject} came to ${address}`)
    },
  }
}

/** The personal link in a letter. */
export function linkIn(letter: ReceivedLetter): string {
  const found = letter.text.match(/https?:\/\/\S+\/answer\/with\/[A-Za-z0-9_-]+/)
  if (!found) throw new Error('the letter holds no link')
  return found[0]
}
