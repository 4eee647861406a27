/** The letter of a message that waits: what it tells, with a fresh link; or why it is not to be sent any more. */

import { sql } from 'kysely'
import { ukDay } from '#core/calendar/uk-day.ts'
import { questionOf } from '#core/census/questionnaire.ts'
import { findQuestionnaire } from '#core/census/questionnaires/all.ts'
import { newToken } from '#store/census/link.ts'
import type { Message, Purpose } from '#store/mail/message.ts'
import type { Database } from '#store/open.ts'
import { type CasePurpose, caseLetter, isCasePurpose } from './case-letter.ts'
import { feedbackLetter } from './feedback-letter.ts'
import { type Letter, writeLetter } from './letter.ts'
import type { CensusLetter, LetterFacts } from './letters/facts.ts'
import { followUp } from './letters/follow-up.ts'
import { invitation } from './letters/invitation.ts'
import { message as messageLetter } from './letters/message.ts'
import { receipt } from './letters/receipt.ts'
import { reminder } from './letters/reminder.ts'
import { isServicePurpose, type ServicePurpose, serviceLetter } from './service-letter.ts'
import { storyLetter } from './story-letter.ts'

const letters: Readonly<
  Record<
    Exclude<Purpose, 'sign-in' | 'feedback' | 'story' | CasePurpose | ServicePurpose>,
    (facts: LetterFacts) => CensusLetter
  >
> = {
  invitation,
  reminder,
  'follow-up': followUp,
  message: messageLetter,
  receipt,
}

export type LetterOutcome =
  /** `recipient`: where the message itself does not say to whom. */
  | { readonly outcome: 'letter'; readonly letter: Letter; readonly recipient?: string }
  | { readonly outcome: 'not-needed'; readonly reason: string }

interface Facts {
  readonly edition: string
  readonly questionnaire: string
  readonly questionnaireVersion: number
  readonly state: 'draft' | 'open' | 'closed'
  readonly deadlineOn: string | null
  readonly telephoneAfterDays: number
  readonly fictional: boolean
  readonly organisation: string
  readonly contactName: string | null
  readonly retired: boolean
  readonly bounced: boolean
  readonly revoked: boolean
  readonly reference: string | null
  readonly answered: boolean
  readonly followUpAnswered: boolean
  readonly corrections: number
  readonly message: string | null
  readonly question: string | null
}

/** Writes the letter of a message. Its token is new with each call; those of earlier tries go on working. */
export async function letterOf(
  db: Database,
  message: Message,
  site: { readonly baseUrl: string; readonly mailFrom: string; readonly demonstration?: boolean },
  now: Date = new Date(),
): Promise<LetterOutcome> {
  const { purpose, link } = message
  const from = /<([^>]+)>/.exec(site.mailFrom)?.[1] ?? site.mailFrom
  if (isCasePurpose(purpose)) {
    const letter = await caseLetter(db, { ...message, purpose }, { baseUrl: site.baseUrl, from })
    return { outcome: 'letter', letter }
  }
  if (isServicePurpose(purpose)) {
    const today = ukDay(now.toISOString())
    const letter = await serviceLetter(db, { ...message, purpose }, { baseUrl: site.baseUrl, from }, today)
    return letter
      ? { outcome: 'letter', letter }
      : { outcome: 'not-needed', reason: 'Not sent: nothing is due any more' }
  }
  if (purpose === 'feedback') {
    const written = await feedbackLetter(db, message, { baseUrl: site.baseUrl, from }, now)
    return written
      ? { outcome: 'letter', ...written }
      : { outcome: 'not-needed', reason: 'Not sent: the link opens nothing any more' }
  }
  if (purpose === 'story') {
    const written = await storyLetter(db, message, { from, fictional: site.demonstration ?? false })
    return written
      ? { outcome: 'letter', ...written }
      : { outcome: 'not-needed', reason: 'Not sent: its author left no address' }
  }
  if (purpose === 'sign-in' || link === null) return { outcome: 'not-needed', reason: 'It has no letter' }
  const facts = await factsOf(db, message.id)
  if (!facts) return { outcome: 'not-needed', reason: 'Its edition or organisation is not there any more' }
  // One that was sent has a letter, whatever became of its census since.
  const reason = message.state === 'sent' ? null : whyNot(purpose, facts)
  if (reason) return { outcome: 'not-needed', reason }
  const token = await newToken(db, link)
  const questionnaire = findQuestionnaire(facts.questionnaire, facts.questionnaireVersion)
  const about = questionnaire && facts.question ? questionOf(questionnaire, facts.question)?.asks : null
  const letter = letters[purpose]({
    ...facts,
    about: about ?? null,
    href: `${site.baseUrl}/answer/with/${token}`,
  })
  return { outcome: 'letter', letter: writeLetter({ ...letter, fictional: facts.fictional, from }) }
}

/** What has become of it between the wish and the sending. */
function whyNot(purpose: Purpose, facts: Facts): string | null {
  if (facts.revoked) return 'Not sent: the link was withdrawn'
  if (facts.retired) return 'Not sent: the contact is not in use any more'
  if (facts.bounced && purpose !== 'receipt') return 'Not sent: the address refused mail before'
  if (facts.state !== 'open') return 'Not sent: the census is closed'
  if ((purpose === 'invitation' || purpose === 'reminder') && facts.answered) {
    return 'Not sent: the organisation has answered'
  }
  if (purpose === 'follow-up' && facts.followUpAnswered) return 'Not sent: the follow-up was answered'
  return null
}

async function factsOf(db: Database, message: string): Promise<Facts | null> {
  const { rows } = await sql<Facts>`
    select e.title as edition, e.questionnaire, e.questionnaire_version as "questionnaireVersion", e.state,
      e.deadline_on::text as "deadlineOn", e.telephone_after_days as "telephoneAfterDays", e.fictional,
      o.name as organisation, c.name as "contactName", c.retired_at is not null as retired,
      c.bounced_at is not null and lower(c.email) = lower(m.recipient) as bounced,
      l.revoked_at is not null as revoked, r.reference, r.entry is not null as answered,
      r.follow_up_entry is not null as "followUpAnswered", coalesce(r.corrections, 0) as corrections,
      n.text as message, n.question
    from mail_message m
    join census_edition e on e.id = m.edition
    join organisation o on o.code = m.organisation
    join census_link l on l.id = m.link
    left join census_contact c on c.id = l.contact
    left join census_response r on r.edition = m.edition and r.organisation = m.organisation
    left join census_note n on n.id = m.note
    where m.id = ${message}`.execute(db)
  return rows[0] ?? null
}
