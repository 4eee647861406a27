/** One entry of a service's record: what it says, how it stands, what it replaced, what belongs to it. */

import { Button } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { type Role, roleNames } from '#core/access/role.ts'
import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import type { Course } from '#core/pathway/course.ts'
import type { Entry } from '#core/record/entry.ts'
import { ending } from '#core/service/kinds/said-of.ts'
import { reviewsOf, standingOn } from '#core/service/state.ts'
import { authorNames } from '#store/census/room/authors.ts'
import { organisationNames, serviceCourses } from '#store/service/read.ts'
import { dateTimeWords } from '../components/dates.ts'
import { EntryFields } from '../components/entry-fields.tsx'
import type { FieldProblem } from '../components/problems.tsx'
import { Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type EntryAt, entryAt } from './at.ts'
import { Confirmation, recipientSays } from './confirmation.tsx'
import { Documents } from './documents.tsx'
import { ServiceFrame } from './frame.tsx'
import { NotOffered, notOfferedAt } from './not-offered.tsx'
import { besideTag, StateTag } from './state-words.tsx'
import { headlineOf, lineOf, whenWords } from './words.ts'

type Names = ReadonlyMap<string, string>

interface Returned {
  readonly title: string
  readonly problems: readonly FieldProblem[]
}

/** @param returned a document's form that came back */
export async function entryPage(c: PageContext, returned?: Returned) {
  const at = await entryAt(c)
  if (!at) return notFound(c)
  const { kind, stated, code, course, day } = at
  const { db } = c.var.store
  const about = saidOf(at)
  const [authors, organisations] = await Promise.all([
    authorNames(
      db,
      [stated, ...stated.replaced, ...about].map(({ author }) => author),
    ),
    organisationNames(db, codesIn(at)),
  ])
  const recipient = await recipientOf(c, at)
  const notOffered = recipient ? await notOfferedAt(c, at) : new Map<string, readonly string[]>()
  const standing = standingOn(course, stated, day)
  const { replacedBy } = standing
  const problems = returned?.problems ?? []
  return show(
    c,
    <ServiceFrame
      c={c}
      at={at}
      title={kind.title}
      above={[{ text: kind.plural, href: paths.myServiceRegister(code, kind.name) }]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{kind.title}</span>
        {headlineOf(stated, organisations)}
      </h1>
      <p className="fp-service-state">
        <StateTag kind={kind} standing={standing} /> <span>{besideTag(kind, standing)}</span>
        {replacedBy ? (
          <>
            {' '}
            <a href={paths.myServiceEntry(code, replacedBy.first)}>See what did</a>
          </>
        ) : null}
      </p>
      <dl className="nhsuk-summary-list">
        <EntryFields fields={kind.fields} body={stated.body as Body} organisations={organisations} />
        <Row term={whenWords(kind)}>{dayWords(ukDay(stated.occurredAt))}</Row>
        <Row term="Recorded">
          <Signed said={stated} names={authors} />
        </Row>
      </dl>
      {at.mayRecord ? <Actions at={at} isOver={standing.endedOn !== undefined} /> : null}
      <NotOffered
        procedures={standing.endedOn === undefined ? notOffered.get(stated.first) : undefined}
        who={organisations.get((stated.body as { readonly to?: string }).to ?? '') ?? 'the other service'}
        then={
          recipient && recipientSays(at, recipient)?.state === 'confirmed'
            ? 'They confirmed it all the same, so it counts; their answers to the census are theirs to put right.'
            : 'Ask them, then correct this or end it; until they confirm it, it counts as no way for these.'
        }
      />
      {recipient ? <Confirmation at={at} recipient={recipient} names={organisations} /> : null}
      <SaidOf at={at} about={about} names={authors} />
      <Documents at={at} names={authors} {...(returned ? { returned } : {})} />
      <Corrections at={at} authors={authors} organisations={organisations} />
    </ServiceFrame>,
    problems.length > 0 ? 422 : 200,
  )
}

/** The record of the service that a referral pathway leads to. */
async function recipientOf(c: PageContext, { kind, stated }: EntryAt): Promise<Course | undefined> {
  if (kind.name !== 'referral-pathway') return undefined
  const { to } = stated.body as { readonly to: string }
  return (await serviceCourses(c.var.store.db, [to])).get(to)
}

type Body = Readonly<Record<string, unknown>>

function Row({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions">
      <dt className="nhsuk-summary-list__key">{term}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  )
}

function Signed({
  said,
  names,
}: {
  readonly said: Pick<Entry, 'author' | 'role' | 'recordedAt'>
  readonly names: Names
}) {
  return (
    <>
      {dateTimeWords(said.recordedAt)}, {names.get(said.author) ?? 'someone who has left'},{' '}
      {roleNames[said.role as Role] ?? said.role}
    </>
  )
}

function Actions({ at, isOver }: { readonly at: EntryAt; readonly isOver: boolean }) {
  const { code, stated, kind } = at
  const to = (part: string) => paths.myServiceEntry(code, stated.first, part)
  return (
    <div className="fp-actions">
      {kind.name === 'referral-pathway' && !isOver ? (
        <Button href={to('review')} small>
          Record review
        </Button>
      ) : null}
      <Button href={to('correct')} small secondary>
        Correct
      </Button>
      {isOver || !endable(at) ? null : (
        <Button href={to('end')} small secondary>
          End it
        </Button>
      )}
    </div>
  )
}

const endable = ({ kind }: EntryAt): boolean => !['teaching', 'audit-report'].includes(kind.name)

/** Its reviews and its end, in order. */
function saidOf({ course, stated, day }: EntryAt) {
  const ends = course.of(ending).filter(({ body }) => course.standing(body.ends)?.first === stated.first)
  const reviews = reviewsOf(course, stated, day)
  return [...reviews, ...ends].toSorted((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1))
}

function SaidOf({
  at,
  about,
  names,
}: {
  readonly at: EntryAt
  readonly about: ReturnType<typeof saidOf>
  readonly names: Names
}) {
  if (about.length === 0) return null
  return (
    <section aria-labelledby="since-then">
      <h2 className="nhsuk-heading-m" id="since-then">
        {at.kind.name === 'referral-pathway' ? 'Reviews' : 'Since then'}
      </h2>
      <ul className="fp-said">
        {about.map((each) => (
          <li key={each.entry}>
            <strong>{dayWords(ukDay(each.occurredAt))}</strong> {lineOf(each, new Map())}
            {'note' in each.body && each.body.note ? (
              <span className="fp-lines">{each.body.note}</span>
            ) : null}
            <span className="fp-quiet">
              <Signed said={each} names={names} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface CorrectionsProps {
  readonly at: EntryAt
  readonly authors: Names
  readonly organisations: Names
}

/** What it said before, struck through, the latest first. */
function Corrections({ at: { stated, kind }, authors, organisations }: CorrectionsProps) {
  if (stated.replaced.length === 0) return null
  return (
    <section aria-labelledby="corrected">
      <h2 className="nhsuk-heading-m" id="corrected">
        What it said before
      </h2>
      {stated.replaced.toReversed().map((entry) => (
        <details key={entry.id} className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              <s>
                {entry.body === null
                  ? 'Erased'
                  : lineOf({ kind: entry.kind, body: entry.body }, organisations)}
              </s>
              <span className="nhsuk-u-visually-hidden"> (corrected)</span>
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <dl className="nhsuk-summary-list fp-struck">
              {entry.body === null ? null : (
                <EntryFields fields={kind.fields} body={entry.body as Body} organisations={organisations} />
              )}
              <Row term={whenWords(kind)}>{dayWords(ukDay(entry.occurredAt))}</Row>
              <Row term="Recorded">
                <Signed said={entry} names={authors} />
              </Row>
            </dl>
          </div>
        </details>
      ))}
    </section>
  )
}

function codesIn({ stated }: EntryAt): readonly string[] {
  return [stated, ...stated.replaced].flatMap(({ body }) => (body as { to?: string } | null)?.to ?? [])
}
