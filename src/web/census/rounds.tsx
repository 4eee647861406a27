/** The rounds of mail: inviting, reminding, asking the follow-up. Each shows how many it reaches before it is sent. */

import {
  followUp,
  invite,
  linkExpiry,
  type Round,
  type Rounds,
  remind,
  roundsOf,
} from '#store/census/room/rounds.ts'
import { dateWords, isoDay } from '../components/dates.ts'
import { MailWaits } from '../components/mail-waits.tsx'
import { telling } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { editionNamed, type RoomEdition } from './edition.ts'
import { alreadyPast } from './opening.tsx'
import { counted, showStep } from './step.tsx'

interface RoundPage {
  readonly step: 'invite' | 'remind' | 'follow-up'
  readonly title: string
  readonly of: (rounds: Rounds) => Round
  readonly none: string
  readonly button: (round: Round) => string
  readonly says: (round: Round, edition: RoomEdition) => readonly string[]
  readonly send: typeof invite
  readonly told: string
}

const reach = ({ contacts, organisations }: Round) =>
  `${counted(contacts, 'contact')} of ${counted(organisations, 'organisation')}`

const pages: readonly RoundPage[] = [
  {
    step: 'invite',
    title: 'Invite',
    of: ({ invitation }) => invitation,
    none: 'Everybody with a working address has been invited, or their organisation has answered.',
    button: ({ contacts }) => `Send ${counted(contacts, 'invitation')}`,
    says: (round, edition) => [
      `${reach(round)} get an e-mail with a personal link. They need no account.`,
      'Those who were invited before get nothing, and keep their link.',
      edition.deadlineOn
        ? `The e-mail names the deadline, ${dateWords(edition.deadlineOn)}.`
        : 'No deadline is set; the e-mail names none.',
      'An address that sends mail back shows in the room, and its organisation goes to the telephone list.',
    ],
    send: invite,
    told: 'invited',
  },
  {
    step: 'remind',
    title: 'Remind',
    of: ({ reminder }) => reminder,
    none: 'There is nobody to remind: whoever was invited has answered, or was reminded today.',
    button: ({ contacts }) => `Send ${counted(contacts, 'reminder')}`,
    says: (round) => [
      `${reach(round)} were invited and have not answered. Each gets one e-mail with a fresh link.`,
      'Reminders also go out by themselves. One by hand goes to the same person once a day at most.',
    ],
    send: remind,
    told: 'reminded',
  },
  {
    step: 'follow-up',
    title: 'Ask the follow-up',
    of: (rounds) => rounds.followUp,
    none: 'Every service that offers supportive procedures only has answered the follow-up, or has been asked.',
    button: ({ contacts }) => `Send ${counted(contacts, 'follow-up question')}`,
    says: (round) => [
      `${reach(round)} offer supportive procedures only. They are asked whether there is a formal referral pathway for disease-modifying procedures, and to whom.`,
      'It is one short page. Those who were asked before get nothing.',
    ],
    send: followUp,
    told: 'followed-up',
  },
]

const pageOf = (c: PageContext) => pages.find(({ step }) => c.req.path.endsWith(`/${step}`))

export async function roundPage(c: PageContext) {
  const edition = await editionNamed(c)
  const page = pageOf(c)
  if (!edition || !page) return notFound(c)
  if (edition.state !== 'open') return alreadyPast(c, edition, page.step, page.title)
  const round = page.of(await roundsOf(c.var.store.db, edition.id, isoDay(c.var.now())))
  const nobody = round.contacts === 0
  return showStep({
    c,
    edition,
    step: page.step,
    title: page.title,
    button: nobody ? undefined : page.button(round),
    children: nobody ? (
      <p>{page.none}</p>
    ) : (
      <>
        <ul>
          {page.says(round, edition).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <MailWaits c={c} />
      </>
    ),
  })
}

export async function sendRound(c: PageContext) {
  const edition = await editionNamed(c)
  const page = pageOf(c)
  if (!edition || !page) return notFound(c)
  const now = c.var.now()
  const task = { edition: edition.id, expiresAt: linkExpiry(edition.deadlineOn, now), today: isoDay(now) }
  const sent = await page.send(c.var.store.db, task, now)
  return c.redirect(telling(paths.censusRoom(edition.id), page.told, sent), 303)
}
