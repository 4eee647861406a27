/** Whom to ring today: one organisation at a time for an interviewer, and someone else's claim with their name. */

import { Button } from 'nhsuk-react-components'
import { ATTEMPT_WORDS } from '#core/census/kinds.ts'
import { telephoneFrom } from '#core/census/standing.ts'
import { personNames } from '#store/census/room/authors.ts'
import { type ToRing, telephoneList } from '#store/census/telephone.ts'
import { telephoneHref } from '../components/contacts.tsx'
import { dateTimeWords, dateWords, timeWords } from '../components/dates.ts'
import { Told } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { editionNamed, type RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'
import { counted } from './step.tsx'

export async function telephonePage(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  const { db } = c.var.store
  const list = await telephoneList(db, edition.id, c.var.now())
  const names = await personNames(
    db,
    list.flatMap(({ claim }) => claim?.interviewer ?? []),
  )
  const me = c.var.person?.id ?? ''
  const mine = list.filter(({ claim }) => claim?.interviewer === me)
  const of = (state: ToRing['state']) => list.filter((one) => one.state === state && !mine.includes(one))
  const shared = { edition, names, me }
  return show(
    c,
    <RoomPage c={c} edition={edition} part="telephone" title="Telephone" islands={['live']}>
      <Told c={c} />
      <h1 className="nhsuk-heading-l">Telephone</h1>
      <div data-live-from={paths.censusLive(edition.id)}>
        <div data-live="telephone">
          <p className="fp-statement">{statement(edition, of('due').length + mine.length, c.var.now())}</p>
          <Group {...shared} title="You are ringing" list={mine} />
          <Group {...shared} title="To ring now" list={of('due')} />
          <Group {...shared} title="Agreed for later" list={of('later')} />
          <Group {...shared} title="Declined" list={of('declined')} />
        </div>
      </div>
    </RoomPage>,
  )
}

function statement(edition: RoomEdition, due: number, now: Date): string {
  if (edition.state !== 'open') return 'The edition is not open, so nobody is rung.'
  const from = telephoneFrom(edition)
  if (due > 0) return `${counted(due, 'organisation')} to ring.`
  return from && from > now
    ? `Nobody to ring yet. The telephone wave begins on ${dateWords(from)}.`
    : 'Nobody to ring now.'
}

interface GroupProps {
  readonly edition: RoomEdition
  readonly names: ReadonlyMap<string, string>
  readonly me: string
  readonly title: string
  readonly list: readonly ToRing[]
}

function Group({ edition, names, me, title, list }: GroupProps) {
  if (list.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="nhsuk-heading-m">
        {title} <span className="fp-quiet">{list.length}</span>
      </h2>
      <ul className="fp-rings">
        {list.map((one) => (
          <li key={one.organisation} className="fp-ring">
            <div>
              <h3 className="nhsuk-heading-s">
                <a href={paths.censusCall(edition.id, one.organisation)}>{one.name}</a>
              </h3>
              <p className="fp-quiet">{historyWords(one)}</p>
            </div>
            <ContactLines contacts={one.contacts} />
            <div className="fp-ring__action">
              <RingAction edition={edition} one={one} names={names} me={me} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function historyWords({ attempts, lastAttempt, nextAt, started }: ToRing): string {
  const parts = [
    attempts === 0 ? 'Not rung yet' : `Rung ${attempts === 1 ? 'once' : `${attempts} times`}`,
    lastAttempt
      ? `last ${dateTimeWords(lastAttempt.at)}: ${ATTEMPT_WORDS[lastAttempt.outcome].toLowerCase()}`
      : null,
    nextAt ? `ring ${dateTimeWords(nextAt)}` : null,
    started ? 'has begun to answer on the web' : null,
  ]
  return `${parts.filter((part) => part !== null).join('; ')}.`
}

const contactsShown = 3

function ContactLines({ contacts }: { readonly contacts: ToRing['contacts'] }) {
  if (contacts.length === 0) return <p>No contact is known. Look up the switchboard, then add a contact.</p>
  return (
    <ul className="nhsuk-list fp-ring__contacts">
      {contacts.slice(0, contactsShown).map(({ id, name, telephone }) => (
        <li key={id}>
          {name}: {telephone ? <a href={telephoneHref(telephone)}>{telephone}</a> : 'no number'}
        </li>
      ))}
      {contacts.length > contactsShown ? (
        <li className="fp-quiet">and {contacts.length - contactsShown} more</li>
      ) : null}
    </ul>
  )
}

interface RingActionProps {
  readonly edition: RoomEdition
  readonly one: ToRing
  readonly names: ReadonlyMap<string, string>
  readonly me: string
}

function RingAction({ edition, one, names, me }: RingActionProps) {
  const { organisation, claim } = one
  if (claim && claim.interviewer !== me) {
    return (
      <p>
        <strong>{names.get(claim.interviewer) ?? 'Someone else'}</strong> is ringing them, until{' '}
        {timeWords(claim.expiresAt)}.
      </p>
    )
  }
  if (claim) return <a href={paths.censusCall(edition.id, organisation)}>Go on with the call</a>
  return (
    <form method="post" action={paths.censusCall(edition.id, organisation, 'claim')}>
      <Button small secondary preventDoubleClick>
        Ring this one<span className="nhsuk-u-visually-hidden">: {one.name}</span>
      </Button>
    </form>
  )
}
