/** One call: whom to ask for, what was said before, what comes of it, and the interview. */

import { Button, InsetText, Radios, Textarea, TextInput } from 'nhsuk-react-components'
import {
  ATTEMPT_OUTCOMES,
  ATTEMPT_WORDS,
  type AttemptOutcome,
  attemptOutcomeSchema,
} from '#core/census/kinds.ts'
import type { Contact } from '#store/census/contact.ts'
import { personNames } from '#store/census/room/authors.ts'
import { formKey } from '#store/census/room/once.ts'
import { organisationInRoom } from '#store/census/room/organisation.ts'
import { type Claim, claimOf } from '#store/census/telephone.ts'
import { rolesOf, telephoneHref } from '../components/contacts.tsx'
import { DateFields } from '../components/date-fields.tsx'
import { timeWords } from '../components/dates.ts'
import type { Fields } from '../components/form.ts'
import { errorFor, type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import { Told } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { may, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { Calls } from './correspondence.tsx'
import { editionNamed, type RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'

/** What a form of this page came back with; `heldBy`: someone else was quicker. */
export interface CallReturned {
  readonly fields?: Fields
  readonly problems?: readonly FieldProblem[]
}

export async function callPage(c: PageContext, { fields = {}, problems = [] }: CallReturned = {}) {
  const edition = await editionNamed(c)
  const code = c.req.param('code') ?? ''
  const { db } = c.var.store
  const room = edition && (await organisationInRoom(db, edition.id, code))
  if (!edition || !room) return notFound(c)
  const claim = await claimOf(db, edition.id, code, c.var.now())
  const me = c.var.person?.id ?? ''
  const mine = claim?.interviewer === me
  const answered = room.facts.channel !== null
  const callable = edition.state === 'open' && !answered
  return show(
    c,
    <RoomPage
      c={c}
      edition={edition}
      part="telephone"
      title={`Ring ${room.facts.name}`}
      crumbs={[{ text: 'Telephone', href: paths.censusRoomPart(edition.id, 'telephone') }]}
      hasErrors={problems.length > 0}
    >
      <Told c={c} />
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {code}, {room.facts.region}, {room.facts.nation}
        </span>
        {room.facts.name}
      </h1>
      <Standing
        edition={edition}
        code={code}
        claim={claim}
        mine={mine}
        answered={answered}
        who={await nameOf(c, claim)}
      />
      <div className="fp-columns fp-call">
        <section aria-labelledby="whom">
          <h2 className="nhsuk-heading-m" id="whom">
            Whom to ask for
          </h2>
          <People contacts={room.contacts} roles={rolesOf(edition.questionnaire)} />
          <p>
            <a href={paths.censusOrganisation(edition.id, code)}>Everything about this organisation</a>
            {may(c, 'census:lead') ? '' : ', notes too'}
          </p>
          {room.facts.started ? (
            <InsetText>
              <p>They have begun to answer on the web. The interview goes on from what is there.</p>
            </InsetText>
          ) : null}
        </section>
        {callable && mine ? (
          <section aria-labelledby="outcome-heading">
            <h2 className="nhsuk-heading-m">They answer now</h2>
            <form method="post" action={paths.censusCall(edition.id, code, 'interview')}>
              <Button preventDoubleClick>Start the interview</Button>
            </form>
            <h2 className="nhsuk-heading-m" id="outcome-heading">
              They do not answer now
            </h2>
            <AttemptForm
              edition={edition}
              code={code}
              contacts={room.contacts}
              fields={fields}
              problems={problems}
            />
          </section>
        ) : null}
      </div>
      <Calls edition={edition} room={room} />
    </RoomPage>,
    problems.length > 0 ? 422 : 200,
  )
}

async function nameOf(c: PageContext, claim: Claim | null): Promise<string> {
  if (!claim) return ''
  return (await personNames(c.var.store.db, [claim.interviewer])).get(claim.interviewer) ?? 'Someone else'
}

interface StandingProps {
  readonly edition: RoomEdition
  readonly code: string
  readonly claim: Claim | null
  readonly mine: boolean
  readonly answered: boolean
  readonly who: string
}

function Standing({ edition, code, claim, mine, answered, who }: StandingProps) {
  if (edition.state !== 'open') return <p>The edition is not open, so nobody is rung.</p>
  if (answered) return <p>They have answered. There is nothing to ring about.</p>
  if (claim && !mine) {
    return (
      <InsetText>
        <p>
          <strong>{who}</strong> is ringing them, until {timeWords(claim.expiresAt)}. Choose{' '}
          <a href={paths.censusRoomPart(edition.id, 'telephone')}>another organisation</a>.
        </p>
      </InsetText>
    )
  }
  if (claim) {
    return (
      <div className="fp-actions">
        <span>They are yours until {timeWords(claim.expiresAt)}: nobody else rings them.</span>
        <form method="post" action={paths.censusCall(edition.id, code, 'release')}>
          <Button small secondary>
            Put back on the list
          </Button>
        </form>
      </div>
    )
  }
  return (
    <form method="post" action={paths.censusCall(edition.id, code, 'claim')}>
      <Button preventDoubleClick>Ring this one</Button>
    </form>
  )
}

interface PeopleProps {
  readonly contacts: readonly Contact[]
  readonly roles: readonly { readonly value: string; readonly label: string }[]
}

function People({ contacts, roles }: PeopleProps) {
  if (contacts.length === 0)
    return <p>No contact is known. Ring the switchboard and ask for the head of radiology.</p>
  return (
    <ul className="fp-cards">
      {contacts.map(({ id, name, role, telephone, email, bouncedAt }) => (
        <li key={id} className="fp-card">
          <strong>{name}</strong>
          <br />
          <span className="fp-quiet">{roles.find(({ value }) => value === role)?.label ?? role}</span>
          <br />
          {telephone ? (
            <a className="fp-telephone" href={telephoneHref(telephone)}>
              {telephone}
            </a>
          ) : (
            'No telephone number'
          )}
          {email ? (
            <>
              <br />
              {bouncedAt ? <del>{email}</del> : <span className="fp-wrap">{email}</span>}
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

interface AttemptFormProps {
  readonly edition: RoomEdition
  readonly code: string
  readonly contacts: readonly Contact[]
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

/** An interview records its own outcome: `answered` is not among those to choose. */
export const choosable: readonly AttemptOutcome[] = ATTEMPT_OUTCOMES.filter(
  (outcome) => outcome !== 'answered',
)

function AttemptForm({ edition, code, contacts, fields, problems }: AttemptFormProps) {
  const outcome = attemptOutcomeSchema.safeParse(fields.outcome).data
  return (
    <form method="post" action={paths.censusCall(edition.id, code, 'attempt')} noValidate>
      <input type="hidden" name="once" value={formKey()} />
      <Radios
        id="outcome"
        name="outcome"
        legend="What came of the call?"
        legendProps={{ size: 's' }}
        small
        {...errorFor(problems, 'outcome')}
      >
        {choosable.map((value) => (
          <Radios.Item key={value} value={value} defaultChecked={value === outcome}>
            {ATTEMPT_WORDS[value]}
          </Radios.Item>
        ))}
      </Radios>
      {contacts.length > 0 ? (
        <Radios id="contact" name="contact" legend="Who was rung?" legendProps={{ size: 's' }} small>
          {contacts.map(({ id, name }, index) => (
            <Radios.Item
              key={id}
              value={id}
              defaultChecked={fields.contact ? fields.contact === id : index === 0}
            >
              {name}
            </Radios.Item>
          ))}
          <Radios.Item value="" defaultChecked={fields.contact === ''}>
            Someone else
          </Radios.Item>
        </Radios>
      ) : null}
      <Textarea
        label="Note (optional)"
        labelProps={{ size: 's' }}
        hint="For whoever rings next. It stays in the record: no patient, and nothing that you would not say to them."
        rows={2}
        {...inputOf(fields, problems, 'note')}
      />
      <DateFields
        name="next"
        legend="Ring again on (optional)"
        hint="Before then they are not on the list of today."
        fields={fields}
        problems={problems}
      />
      <TextInput
        label="Time (optional)"
        hint="On 24 hours, such as 14:30; nothing means 09:00."
        width={5}
        {...inputOf(fields, problems, 'nextTime')}
      />
      <Button preventDoubleClick>Record the call</Button>
    </form>
  )
}
