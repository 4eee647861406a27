/** Everything that the room shows of one organisation in an edition; the queries go out together. */

import { serviceSubject } from '#core/census/kinds.ts'
import type { MemberFacts } from '#core/census/standing.ts'
import { type Response, responsesOf } from '#core/census/state.ts'
import type { Entry } from '#core/record/entry.ts'
import { listMessages, type Message } from '../../mail/message.ts'
import type { Database } from '../../open.ts'
import { entriesOf } from '../../record/read.ts'
import { type Contact, contactsOf } from '../contact.ts'
import { type LinkState, linksOf } from '../link.ts'
import { type Note, notesOf } from '../note.ts'
import { type Attempt, attemptsOf } from '../telephone.ts'
import { authorNames } from './authors.ts'
import { membersOf } from './members.ts'

export interface OrganisationInRoom {
  readonly facts: MemberFacts
  readonly contacts: readonly Contact[]
  readonly links: readonly LinkState[]
  readonly mail: readonly Message[]
  readonly attempts: readonly Attempt[]
  readonly notes: readonly Note[]
  /** The service's whole record, in order. */
  readonly entries: readonly Entry[]
  readonly response: Response | null
  /** By author, for notes, calls and entries. */
  readonly names: ReadonlyMap<string, string>
}

/** How many mails are shown. */
const mailShown = 50

/** Null when the edition does not ask it. Nine queries. */
export async function organisationInRoom(
  db: Database,
  edition: string,
  code: string,
): Promise<OrganisationInRoom | null> {
  const [members, contacts, links, mail, attempts, notes, entries] = await Promise.all([
    membersOf(db, edition, code),
    contactsOf(db, code),
    linksOf(db, edition, code),
    listMessages(db, { edition, organisation: code }, { number: 1, size: mailShown }),
    attemptsOf(db, edition, code),
    notesOf(db, edition, code),
    entriesOf(db, serviceSubject(code)),
  ])
  const [facts] = members
  if (!facts) return null
  const names = await authorNames(db, [
    ...entries.map(({ author }) => author),
    ...notes.map(({ author }) => author),
    ...attempts.map(({ interviewer }) => `person:${interviewer}`),
  ])
  const response = responsesOf(entries).get(edition) ?? null
  return { facts, contacts, links, mail: mail.messages, attempts, notes, entries, response, names }
}
