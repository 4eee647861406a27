/** What went between the census and an organisation: its links, its calls, its mail. */

import { Button } from 'nhsuk-react-components'
import { ATTEMPT_WORDS } from '#core/census/kinds.ts'
import type { LinkState } from '#store/census/link.ts'
import { formKey } from '#store/census/room/once.ts'
import type { OrganisationInRoom } from '#store/census/room/organisation.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { purposeWords, stateWords } from '../components/mail-words.ts'
import { DataTable } from '../components/table.tsx'
import { paths } from '../paths.ts'
import { authorWords } from './answers.tsx'
import type { RoomEdition } from './edition.ts'

interface LinksProps {
  readonly edition: RoomEdition
  readonly room: OrganisationInRoom
  readonly changes: boolean
}

const waveWords = { first: 'Census', 'follow-up': 'Follow-up' } as const

export function Links({ edition, room, changes }: LinksProps) {
  const { code, name } = room.facts
  const part = (which: string, id?: string) => paths.censusOrganisationPart(edition.id, code, which, id)
  const usable = room.contacts.filter(({ email, bouncedAt }) => email && !bouncedAt)
  const live = room.links.filter(({ revokedAt }) => !revokedAt)
  return (
    <section id="links" aria-labelledby="links-heading">
      <h2 className="nhsuk-heading-m" id="links-heading">
        Links
      </h2>
      {room.links.length === 0 ? (
        <p>No link was made yet.</p>
      ) : (
        <DataTable
          stacks
          caption={`Personal links of ${name}`}
          captionHidden
          rows={room.links}
          keyOf={({ id }) => id}
          columns={[
            { heading: 'For', names: true, cell: ({ contactName }) => contactName ?? 'Nobody in particular' },
            { heading: 'Asks', cell: ({ wave }) => waveWords[wave] },
            { heading: 'Made', cell: ({ createdAt }) => dateWords(createdAt) },
            {
              heading: 'First opened',
              cell: ({ firstOpenedAt }) => (firstOpenedAt ? dateTimeWords(firstOpenedAt) : 'Not opened'),
            },
            { heading: 'Works', cell: linkState },
            ...(changes
              ? [
                  {
                    heading: 'Change',
                    cell: (link: LinkState) =>
                      link.revokedAt ? (
                        <span className="fp-quiet">Revoked</span>
                      ) : (
                        <form method="post" action={part('links', link.id)}>
                          <Button small secondary preventDoubleClick>
                            Revoke
                            <span className="nhsuk-u-visually-hidden">
                              {' '}
                              the link of {link.contactName ?? name}
                            </span>
                          </Button>
                        </form>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {changes && usable.length > 0 ? (
        <form method="post" action={part('links')}>
          <input type="hidden" name="once" value={formKey()} />
          <p>
            {live.length > 0
              ? 'Issue again revokes the links above and sends each working address a new one.'
              : 'Each working address gets an e-mail with a personal link.'}
          </p>
          <Button small secondary preventDoubleClick>
            {live.length > 0 ? 'Issue again' : 'Invite'}
          </Button>
        </form>
      ) : null}
    </section>
  )
}

function linkState({ revokedAt, expiresAt }: LinkState): string {
  if (revokedAt) return `Revoked on ${dateWords(revokedAt)}`
  return `Until ${dateWords(expiresAt)}`
}

export function Calls({
  edition,
  room,
}: {
  readonly edition: RoomEdition
  readonly room: OrganisationInRoom
}) {
  return (
    <section id="calls" aria-labelledby="calls-heading">
      <h2 className="nhsuk-heading-m" id="calls-heading">
        Calls
      </h2>
      {room.attempts.length === 0 ? (
        <p>Not rung yet.</p>
      ) : (
        <DataTable
          stacks
          caption={`Calls to ${room.facts.name} for ${edition.title}`}
          captionHidden
          rows={room.attempts}
          keyOf={({ entry }) => entry}
          columns={[
            { heading: 'When', names: true, cell: ({ attemptedAt }) => dateTimeWords(attemptedAt) },
            { heading: 'By', cell: ({ interviewer }) => authorWords(`person:${interviewer}`, room.names) },
            { heading: 'Outcome', cell: ({ outcome }) => ATTEMPT_WORDS[outcome] },
            { heading: 'Note', cell: ({ note }) => note ?? 'No note' },
            {
              heading: 'Ring again',
              cell: ({ nextAt }) => (nextAt ? dateTimeWords(nextAt) : 'No time agreed'),
            },
          ]}
        />
      )}
    </section>
  )
}

/** What was sent to an organisation; `opens` for those who may read it. */
export function Mail({ room, opens }: { readonly room: OrganisationInRoom; readonly opens: boolean }) {
  return (
    <section id="mail" aria-labelledby="mail-heading">
      <h2 className="nhsuk-heading-m" id="mail-heading">
        Mail
      </h2>
      {room.mail.length === 0 ? (
        <p>No mail was sent.</p>
      ) : (
        <DataTable
          stacks
          caption={`Mail to ${room.facts.name}`}
          captionHidden
          rows={room.mail}
          keyOf={({ id }) => id}
          columns={[
            { heading: 'Queued', names: true, cell: ({ queuedAt }) => dateTimeWords(queuedAt) },
            {
              heading: 'What',
              cell: ({ id, purpose }) =>
                opens ? <a href={paths.outboxMessage(id)}>{purposeWords[purpose]}</a> : purposeWords[purpose],
            },
            { heading: 'To', cell: ({ recipient }) => <span className="fp-wrap">{recipient}</span> },
            {
              heading: 'State',
              cell: ({ state, sentAt, error }) => (
                <>
                  {stateWords[state]}
                  {sentAt ? ` ${dateTimeWords(sentAt)}` : ''}
                  {error ? <span className="nhsuk-error-message">{error}</span> : null}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
