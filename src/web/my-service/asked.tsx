/** Asked of us: referral pathways that other services say lead here, each to confirm or decline. */

import { Button } from 'nhsuk-react-components'
import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import { procedureWithin } from '#core/catalogue/procedures.ts'
import { type AskedOf, askedOf, waits } from '#core/service/confirmation.ts'
import { pathwayConfirmation } from '#core/service/kinds/said-of.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import { organisationNames, serviceCourses, servicesThatReferTo } from '#store/service/read.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type ServiceAt, serviceAt } from './at.ts'
import { type Asking, showForm, takeForm } from './form.tsx'
import { ServiceFrame, saying } from './frame.tsx'
import { NotOffered, notOfferedAt } from './not-offered.tsx'
import { ConfirmedTag } from './state-words.tsx'
import { begunWith } from './statement.ts'

export interface AskedOfUs {
  readonly asked: readonly AskedOf[]
  readonly names: ReadonlyMap<string, string>
}

export async function askedOfUs(c: PageContext, { code, course, day }: ServiceAt): Promise<AskedOfUs> {
  const { db } = c.var.store
  const senders = await serviceCourses(db, await servicesThatReferTo(db, code))
  const asked = askedOf(code, course, senders, day)
  return {
    asked,
    names: await organisationNames(
      db,
      asked.map(({ from }) => from),
    ),
  }
}

export async function askedPage(c: PageContext) {
  const at = await serviceAt(c)
  if (!at) return notFound(c)
  const { asked, names } = await askedOfUs(c, at)
  const notOffered = asked.length > 0 ? await notOfferedAt(c, at) : new Map<string, readonly string[]>()
  return show(
    c,
    <ServiceFrame c={c} at={at} title="Asked of us">
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{at.name}</span>
        Asked of us
      </h1>
      <p className="nhsuk-u-reading-width">
        Other services say that they have a formal referral pathway to yours. The public pages name it as
        confirmed only when you confirm it here.
      </p>
      {asked.length === 0 ? <p>No service has recorded a referral pathway to yours.</p> : null}
      <ul className="fp-cards fp-asked-of">
        {asked.map((each) => (
          <AskedCard
            key={each.pathway.pathway.first}
            at={at}
            asked={each}
            names={names}
            notOffered={notOffered.get(each.pathway.pathway.first)}
          />
        ))}
      </ul>
    </ServiceFrame>,
  )
}

interface AskedCardProps {
  readonly at: ServiceAt
  readonly asked: AskedOf
  readonly names: ReadonlyMap<string, string>
  readonly notOffered: readonly string[] | undefined
}

function AskedCard({ at, asked, names, notOffered }: AskedCardProps) {
  const { from, pathway, confirmed } = asked
  const name = names.get(from) ?? from
  const { answer, state } = confirmed
  return (
    <li className="fp-card">
      <h2 className="nhsuk-heading-s">
        {name} <ConfirmedTag state={state} />
      </h2>
      <PathwayFacts asked={asked} />
      <NotOffered
        procedures={notOffered}
        who="your service"
        then="Decline it, or put your answers to the census right."
      />
      {answer ? (
        <p className="fp-quiet">
          Your service answered on {dayWords(ukDay(answer.occurredAt))}
          {answer.body.note ? `: “${answer.body.note}”` : '.'}
        </p>
      ) : null}
      {at.mayRecord ? (
        <Button
          href={paths.myServiceAsked(at.code, from, pathway.pathway.first)}
          small
          secondary={!waits(asked)}
        >
          {answer ? 'Answer again' : 'Answer'}
          <span className="nhsuk-u-visually-hidden">: {name}</span>
        </Button>
      ) : null}
    </li>
  )
}

function PathwayFacts({ asked: { pathway } }: { readonly asked: AskedOf }) {
  const { procedures, agreedOn, reviewDue, state } = pathway
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">For {procedures.map(procedureWithin).join(', ')}</p>
      <p className="fp-quiet">
        Through {pathway.pathway.body.through}. Agreed on {dayWords(agreedOn)}; review{' '}
        {state === 'overdue' ? 'was' : 'is'} due on {dayWords(reviewDue)}.
      </p>
    </>
  )
}

async function answering(c: PageContext): Promise<Asking | null> {
  const [from, id] = [c.req.param('from') ?? '', c.req.param('pathway') ?? '']
  const at = isId(id) ? await serviceAt(c) : null
  if (!at) return null
  const { asked, names } = await askedOfUs(c, at)
  const found = asked.find((each) => each.from === from && each.pathway.pathway.first === id)
  if (!found) return null
  const { pathway } = found.pathway
  const name = names.get(from) ?? from
  const entry = (of: string) => ({ id: of, kind: pathway.kind, of: 'service' as const, words: name })
  return {
    c,
    at,
    kind: pathwayConfirmation as unknown as ServiceKind,
    title: `Referral pathway from ${name}`,
    button: 'Record answer',
    action: paths.myServiceAsked(at.code, from, id),
    above: [{ text: 'Asked of us', href: paths.myServiceAsked(at.code) }],
    facts: {
      people: [],
      organisations: [{ code: from, name }],
      entries: [...new Set([id, pathway.entry])].map(entry),
    },
    fixed: { from, pathway: id, statement: pathway.entry },
    asksDay: false,
    lede: <PathwayFacts asked={found} />,
    next: () => saying(paths.myServiceAsked(at.code), 'answered'),
  }
}

export async function answerPage(c: PageContext) {
  const asking = await answering(c)
  return asking ? showForm(asking, { posted: begunWith(asking.kind, {}, asking.facts) }) : notFound(c)
}

export async function answer(c: PageContext) {
  const asking = await answering(c)
  return asking ? takeForm(asking) : notFound(c)
}
