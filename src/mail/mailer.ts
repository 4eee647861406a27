/** Posts letters: by SMTP; in the demonstration into the outbox; with neither they wait. */

import { createTransport } from 'nodemailer'
import type { Config } from '#config'
import { keepMail } from '#store/mail/message.ts'
import type { Store } from '#store/open.ts'
import type { Letter } from './letter.ts'

export type Posted =
  | { readonly outcome: 'posted' }
  /** Not now: the server is away, slow, or asks to come back. */
  | { readonly outcome: 'deferred'; readonly reason: string }
  /** Never. `address`: because of the address, not of the letter. */
  | { readonly outcome: 'refused'; readonly reason: string; readonly address: boolean }

export interface Mailer {
  /** `waiting`: no mail server is configured, so nothing is tried. */
  readonly mode: 'smtp' | 'kept' | 'waiting'
  /** Never throws. `id` becomes the Message-ID, so that a letter posted twice is seen to be one. */
  post(to: { readonly id: string; readonly recipient: string }, letter: Letter): Promise<Posted>
  close(): void
}

export interface MailerTimes {
  readonly connectMs: number
  readonly silenceMs: number
}

const usualTimes: MailerTimes = { connectMs: 10_000, silenceMs: 30_000 }

export function createMailer(
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'demonstration'>,
  store: Pick<Store, 'db'>,
  times: MailerTimes = usualTimes,
): Mailer {
  if (config.demonstration) return keepingMailer(store)
  if (!config.smtpUrl) return waitingMailer
  return smtpMailer(config.smtpUrl.reveal(), config.mailFrom, times)
}

const waitingMailer: Mailer = {
  mode: 'waiting',
  post: async () => ({ outcome: 'deferred', reason: 'No mail server is set up: set SMTP_URL' }),
  close: () => undefined,
}

/** Keeps each letter where the outbox shows it. */
function keepingMailer({ db }: Pick<Store, 'db'>): Mailer {
  return {
    mode: 'kept',
    async post({ id }, letter) {
      await keepMail(db, id, letter)
      return { outcome: 'posted' }
    },
    close: () => undefined,
  }
}

function smtpMailer(url: string, from: string, times: MailerTimes): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    connectionTimeout: times.connectMs,
    greetingTimeout: times.connectMs,
    dnsTimeout: times.connectMs,
    socketTimeout: times.silenceMs,
    // What is in a letter is made here; nothing of it may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    mode: 'smtp',
    async post({ id, recipient }, { subject, text, html }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: recipient },
          subject,
          text,
          html,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
        })
        return { outcome: 'posted' }
      } catch (error) {
        return whyNot(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}

interface SmtpError extends Error {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

/** What a failure means: the server's code decides; without one, it is the network, and temporary. */
function whyNot(error: SmtpError): Posted {
  const { code, command, responseCode } = error
  const reason = oneLine(error.response ?? worldly[code ?? ''] ?? error.message)
  const forGood = responseCode !== undefined && responseCode >= 500
  if (forGood && command === 'RCPT TO') return { outcome: 'refused', reason, address: true }
  // After the letter itself: about the letter. Before (sender, sign-in): about our set-up, which can be mended.
  if (forGood && command === 'DATA') return { outcome: 'refused', reason, address: false }
  if (code === 'EENVELOPE' && responseCode === undefined) return { outcome: 'refused', reason, address: true }
  return { outcome: 'deferred', reason }
}

const worldly: Readonly<Record<string, string>> = {
  ECONNECTION: 'The mail server could not be reached',
  ESOCKET: 'The mail server could not be reached',
  ECONNREFUSED: 'The mail server could not be reached',
  EDNS: 'The mail server’s name was not found',
  ETIMEDOUT: 'The mail server did not answer in time',
  ETLS: 'The mail server’s certificate is not trusted',
  EAUTH: 'The mail server refused our sign-in',
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500)
}
