/** The kinds of entry that a census adds: answers and calls in a service's record, and an edition's own life. */
import { z } from 'zod'
import { kind } from '../record/kind.ts'
import { answersSchema, waveSchema } from './questionnaire.ts'

const edition = z.string().regex(/^[a-z0-9-]{3,60}$/)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const questionnaire = z.object({ id: z.string(), version: z.number().int().positive() })

const channelSchema = z.enum(['web', 'telephone', 'import'])

/** How answers arrived. */
export type Channel = z.infer<typeof channelSchema>

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  web: 'on the web',
  telephone: 'by telephone',
  import: 'by import',
}

const censusAnswerSchema = z.object({
  edition,
  questionnaire,
  wave: waveSchema,
  channel: channelSchema,
  /** On the receipt. */
  reference: z.string().min(1).max(40),
  /** The whole set of answers of this wave. Nobody's name is in it. */
  answers: answersSchema,
  respondentRole: z.string().max(60).nullable(),
  /** Sent after the edition closed. */
  late: z.boolean(),
  /** Why it was corrected, where that was asked. */
  reason: z.string().trim().min(3).max(2000).exactOptional(),
})
export type CensusAnswer = z.infer<typeof censusAnswerSchema>

/** One wave's answers of an organisation in an edition. A correction holds a whole set again. */
export const censusAnswer = kind({
  name: 'census-answer',
  version: 1,
  of: 'service',
  title: 'Census answer',
  schema: censusAnswerSchema,
  line: (body) => {
    const late = body.late ? ', after the edition closed' : ''
    const wave = body.wave === 'first' ? '' : ' in the follow-up'
    return `Answered ${body.edition}${wave} ${CHANNEL_WORDS[body.channel]}${late}`
  },
  corrects: true,
})

export const attemptOutcomeSchema = z.enum([
  'answered',
  'call-back',
  'message-left',
  'will-answer-online',
  'no-reply',
  'engaged',
  'wrong-number',
  'declined',
])
export type AttemptOutcome = z.infer<typeof attemptOutcomeSchema>

export const ATTEMPT_OUTCOMES: readonly AttemptOutcome[] = attemptOutcomeSchema.options

export const ATTEMPT_WORDS: Readonly<Record<AttemptOutcome, string>> = {
  answered: 'Answered on the telephone',
  'call-back': 'Asked to be rung again',
  'message-left': 'Message left',
  'will-answer-online': 'Will answer from the link',
  'no-reply': 'No reply',
  engaged: 'Line engaged',
  'wrong-number': 'Wrong number',
  declined: 'Declined to answer',
}

const telephoneAttemptSchema = z.object({
  edition,
  outcome: attemptOutcomeSchema,
  contact: z.uuid().nullable(),
  note: z.string().max(2000).nullable(),
  /** When to ring again. */
  nextAt: z.iso.datetime().nullable(),
})
export type TelephoneAttempt = z.infer<typeof telephoneAttemptSchema>

export const telephoneAttempt = kind({
  name: 'telephone-attempt',
  version: 1,
  of: 'service',
  title: 'Telephone attempt',
  schema: telephoneAttemptSchema,
  line: (body) => `Rung for ${body.edition}: ${ATTEMPT_WORDS[body.outcome].toLowerCase()}`,
  corrects: true,
})

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

const editionMadeSchema = z.object({
  title: z.string().min(1).max(200),
  /** The date that it describes. */
  censusOn: z.iso.date(),
  questionnaire,
})

/** An edition was made; its record's subject names it. */
export const editionMade = kind({
  name: 'edition-made',
  version: 1,
  of: 'census',
  title: 'Edition made',
  schema: editionMadeSchema,
  line: (body) => `${body.title} made, as of ${dayFormat.format(new Date(body.censusOn))}`,
  corrects: true,
})

const editionOpenedSchema = z.object({ organisations: z.array(z.string()).max(10_000) })

/** An edition opened: whom it asks is fixed. */
export const editionOpened = kind({
  name: 'edition-opened',
  version: 1,
  of: 'census',
  title: 'Edition opened',
  schema: editionOpenedSchema,
  line: (body) => `Opened to ${body.organisations.length} organisations`,
  corrects: false,
})

const editionClosedSchema = z.object({
  digest,
  asked: z.number().int().nonnegative(),
  answered: z.number().int().nonnegative(),
})

/** An edition closed: its digest covers every answer. */
export const editionClosed = kind({
  name: 'edition-closed',
  version: 1,
  of: 'census',
  title: 'Edition closed',
  schema: editionClosedSchema,
  line: (body) =>
    `Closed with ${body.answered} of ${body.asked} answered, digest ${body.digest.slice(0, 12)}`,
  corrects: false,
})

const editionReopenedSchema = z.object({ reason: z.string().trim().min(3).max(2000) })

export const editionReopened = kind({
  name: 'edition-reopened',
  version: 1,
  of: 'census',
  title: 'Edition reopened',
  schema: editionReopenedSchema,
  line: (body) => `Reopened: ${body.reason}`,
  corrects: false,
})

/** The subject of an organisation's service: `service:RR8`. */
export function serviceSubject(code: string): string {
  return `service:${code}`
}

/** The subject of an edition's own life: `census:uk-2026`. */
export function editionSubject(id: string): string {
  return `census:${id}`
}
