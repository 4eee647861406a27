/** A service at a glance: what is in force, what runs out, what is missing, what is asked of it. */

import { daysBetween } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import { waits } from '#core/service/confirmation.ts'
import { type Coverage, coverageOf } from '#core/service/coverage.ts'
import { type ReviewDue, reviewsDue } from '#core/service/reviews-due.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import { standingOn } from '#core/service/state.ts'
import { organisationNames } from '#store/service/read.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { may as mayDo, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { askedOfUs } from './asked.tsx'
import { type ServiceAt, serviceAt } from './at.ts'
import { CoverageTable } from './coverage-table.tsx'
import { ServiceFrame } from './frame.tsx'
import { registerGroups } from './registers.ts'
import { StateTag } from './state-words.tsx'
import { lineOf } from './words.ts'

export async function overviewPage(c: PageContext) {
  const at = await serviceAt(c)
  if (!at) return notFound(c)
  const due = reviewsDue(at.course, at.day)
  const coverage = coverageOf(at.course, at.day)
  const [{ asked }, names] = await Promise.all([
    askedOfUs(c, at),
    organisationNames(
      c.var.store.db,
      due.flatMap(({ stated }) => (stated.body as { to?: string }).to ?? []),
    ),
  ])
  const waiting = asked.filter(waits).length
  return show(
    c,
    <ServiceFrame c={c} at={at} title={`${at.name}: my service`} isTop wide>
      <h1 className="nhsuk-heading-l">{at.name}</h1>
      <p className="fp-statement">{statementOf(coverage, due)}</p>
      <p>
        <a href={paths.service(at.code)}>The public page of your service</a>
        {at.mayRecord ? null : '. You can read what your service says; its IO lead and manager write it.'}
      </p>
      {mayDo(c, 'upload:see', at.code) ? (
        <p>
          <a href={paths.uploadsOf(at.code)}>Past treatments for the registry</a>: upload a file, keys for
          programs, the log
        </p>
      ) : null}
      {waiting > 0 ? (
        <div className="nhsuk-inset-text">
          <p>
            <a href={paths.myServiceAsked(at.code)}>
              {waiting === 1 ? 'One referral pathway' : `${waiting} referral pathways`} of other services
            </a>{' '}
            lead{waiting === 1 ? 's' : ''} here and wait{waiting === 1 ? 's' : ''} for your answer.
          </p>
        </div>
      ) : null}
      <DueList at={at} due={due} names={names} />
      <ProcedureList at={at} coverage={coverage} />
      <Registers at={at} asked={asked.length} />
    </ServiceFrame>,
  )
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

function statementOf({ procedures, missing, source }: Coverage, due: readonly ReviewDue[]): string {
  const over = due.filter(({ state }) => state !== 'due-soon').length
  const soon = due.length - over
  const offers =
    source === 'nothing'
      ? 'Which procedures this service offers is not recorded yet.'
      : `${counted(procedures.length, 'procedure', 'procedures')}: ${missing === 0 ? 'each has what the clauses ask of a service' : `${counted(missing, 'thing that the clauses ask for is', 'things that the clauses ask for are')} missing`}.`
  const runs =
    due.length === 0
      ? 'Nothing runs out soon.'
      : [
          over > 0 ? `${over} ${over === 1 ? 'is' : 'are'} past ${over === 1 ? 'its' : 'their'} date` : '',
          soon > 0 ? `${soon} ${soon === 1 ? 'runs' : 'run'} out soon` : '',
        ]
          .filter(Boolean)
          .join(', ')
          .replace(/$/, '.')
  return `${offers} ${runs}`
}

interface DueListProps {
  readonly at: ServiceAt
  readonly due: readonly ReviewDue[]
  readonly names: ReadonlyMap<string, string>
}

function DueList({ at, due, names }: DueListProps) {
  if (due.length === 0) return null
  return (
    <DataTable
      stacks
      caption="To review or renew"
      keyOf={({ stated }) => stated.entry}
      rows={due}
      columns={[
        {
          heading: 'What',
          names: true,
          cell: ({ stated }) => (
            <a href={paths.myServiceEntry(at.code, stated.first)}>{lineOf(stated, names)}</a>
          ),
        },
        {
          heading: 'State',
          cell: ({ kind, stated }) => (
            <StateTag kind={kind} standing={standingOn(at.course, stated, at.day)} />
          ),
        },
        { heading: 'By', cell: ({ due: by }) => dayWords(by) },
        { heading: 'That is', cell: ({ due: by }) => distance(daysBetween(at.day, by)) },
      ]}
    />
  )
}

/** in 3 weeks, 12 days ago, today */
function distance(days: number): string {
  if (days === 0) return 'today'
  const away = Math.abs(days)
  const words = away < 21 ? counted(away, 'day', 'days') : counted(Math.round(away / 7), 'week', 'weeks')
  return days > 0 ? `in ${words}` : `${words} ago`
}

function ProcedureList({ at, coverage }: { readonly at: ServiceAt; readonly coverage: Coverage }) {
  const { source, saidOn, procedures } = coverage
  return (
    <section aria-labelledby="procedures">
      <h2 className="nhsuk-heading-m" id="procedures">
        What each procedure has
      </h2>
      {source === 'census' && saidOn ? (
        <p>
          The procedures that your service told the census on {dayWords(saidOn)}, and what the College’s
          guidance asks a service to have for each.
        </p>
      ) : null}
      {source === 'record' ? (
        <p>
          Your service has not told the census which procedures it offers. These are those that its record
          names.
        </p>
      ) : null}
      {procedures.length === 0 ? (
        <p>
          {source === 'nothing'
            ? 'Neither the census nor your record names a procedure yet. Record a protocol, a leaflet or an operator to begin.'
            : 'Your service told the census that it offers none.'}
        </p>
      ) : (
        <CoverageTable at={at} coverage={coverage} />
      )}
    </section>
  )
}

function Registers({ at, asked }: { readonly at: ServiceAt; readonly asked: number }) {
  return (
    <section aria-labelledby="registers">
      <h2 className="nhsuk-heading-m" id="registers">
        Registers
      </h2>
      <div className="fp-columns fp-registers">
        {registerGroups.map(({ title, kinds }) => (
          <div key={title}>
            <h3 className="nhsuk-heading-s">{title}</h3>
            <ul className="fp-plain-list">
              {kinds.map((kind) => (
                <li key={kind.name}>
                  <a href={paths.myServiceRegister(at.code, kind.name)}>{kind.plural}</a>{' '}
                  <span className="fp-quiet">{heldWords(at, kind)}</span>
                </li>
              ))}
              {kinds.some(({ name }) => name === 'referral-pathway') ? (
                <li>
                  <a href={paths.myServiceAsked(at.code)}>Asked of us</a>{' '}
                  <span className="fp-quiet">{asked === 0 ? 'none' : asked}</span>
                </li>
              ) : null}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function heldWords({ course, day }: ServiceAt, kind: ServiceKind): string {
  const states = course.of(kind).map((stated) => standingOn(course, stated, day).state)
  if (states.length === 0) return 'none'
  if (states.every((state) => state === 'done')) return String(states.length)
  const held = states.filter((state) => ['in-force', 'due-soon', 'overdue'].includes(state)).length
  return `${held} in force`
}
