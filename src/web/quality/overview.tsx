/** How good a service's data are: open queries by rule, work that is overdue, completeness against another count. */

import { organisationsOf } from '#core/access/may.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import { type WorkList, workLists } from '#core/pathway/due/due.ts'
import { type AscertainmentRow, ascertainmentOf, type Session } from '#core/registry/quality/ascertainment.ts'
import {
  type Doubt,
  isQueryRule,
  type QueryRule,
  queryRuleNames,
  queryRules,
} from '#core/registry/quality/rules.ts'
import { activityCount } from '#core/service/kinds/registry.ts'
import { freshen } from '#store/case/freshen.ts'
import { countLists, countQueries, type ListCount, type RuleCount } from '#store/case/lists.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { registrySessions } from '#store/quality/sessions.ts'
import { readService, type ServiceRecord } from '#store/service/read.ts'
import { dateWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'

export async function choosePage(c: PageContext) {
  const codes = organisationsOf(c.var.person?.memberships ?? [], 'quality:see')
  const [only] = codes
  if (only && codes.length === 1) return c.redirect(paths.quality(only))
  const names = await organisationNames(c.var.store.db, codes)
  return show(
    c,
    <Page c={c} title="Data quality" here={paths.quality()}>
      <h1 className="nhsuk-heading-l">Data quality</h1>
      <p>You have a role at more than one organisation. Choose whose data to see.</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <a href={paths.quality(code)}>{names.get(code) ?? code}</a>
          </li>
        ))}
      </ul>
    </Page>,
  )
}

/** Lists whose overdue rows leave a measure of the registry without a value. */
const measured: readonly WorkList[] = [
  'safety-to-review',
  'complication-to-grade',
  'response-due',
  'follow-up',
  'feedback-to-ask',
]

export async function qualityPage(c: PageContext) {
  const code = c.req.param('code') ?? ''
  const service = await readService(c.var.store.db, code)
  if (!service) return notFound(c)
  const now = c.var.now()
  const { queries, lists } = await inScope(c, 'quality:see', async (db) => {
    await freshen(db, [code], now)
    return { queries: await countQueries(db, code, now), lists: await countLists(db, [code], now) }
  })
  const counts = service.course.of(activityCount)
  const sessions = counts.length === 0 ? null : await registrySessions(c.var.store.db, c.var.config, code)
  const open = queries.reduce((sum, each) => sum + each.open, 0)
  return show(
    c,
    <Page c={c} title={`Data quality: ${service.organisation.name}`} here={paths.quality()} wide>
      <span className="nhsuk-caption-l">{service.organisation.name}</span>
      <h1 className="nhsuk-heading-l">Data quality</h1>
      <p className="fp-statement">
        {open === 0
          ? 'No value is missing or in doubt.'
          : `${open} ${open === 1 ? 'value is' : 'values are'} missing or in doubt.`}
      </p>
      <Queries queries={queries} />
      <Overdue lists={lists} />
      <Ascertainment code={code} service={service} sessions={sessions} />
      <h2 className="nhsuk-heading-m">Validation</h2>
      <p>
        <a href={paths.myServiceValidation(code)}>Samples drawn at random and compared with their sources</a>
      </p>
    </Page>,
  )
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  missing: 'Missing',
  contradictory: 'Contradictory',
  implausible: 'Implausible',
  asked: 'Asked',
}

function Queries({ queries }: { readonly queries: readonly RuleCount[] }) {
  const known = queries
    .filter((each): each is RuleCount & { rule: QueryRule } => isQueryRule(each.rule))
    .toSorted((one, other) => queryRuleNames.indexOf(one.rule) - queryRuleNames.indexOf(other.rule))
  return (
    <DataTable
      stacks
      caption="Open queries, by what is asked"
      rows={known}
      keyOf={({ rule }) => rule}
      empty="No query is open. What is recorded contradicts itself nowhere that a rule looks."
      columns={[
        {
          heading: 'Query',
          names: true,
          cell: ({ rule }) => (
            <>
              <a href={paths.cases({ list: 'data-query', rule })}>{queryRules[rule].title}</a>
              <br />
              <span className="fp-quiet">{queryRules[rule].words}</span>
            </>
          ),
        },
        { heading: 'Doubt', cell: ({ rule }) => DOUBTS[queryRules[rule].doubt] },
        { heading: 'Open', number: true, cell: (each) => each.open },
        { heading: 'Overdue', number: true, cell: (each) => each.overdue },
      ]}
    />
  )
}

function Overdue({ lists }: { readonly lists: readonly ListCount[] }) {
  const rows = measured.flatMap((list) => lists.find((each) => each.list === list && each.overdue > 0) ?? [])
  return (
    <DataTable
      stacks
      caption="Work that is overdue and leaves a measure without a value"
      rows={rows}
      keyOf={({ list }) => list}
      empty="Nothing that the measures need is overdue."
      columns={[
        {
          heading: 'Work list',
          names: true,
          cell: ({ list }) => <a href={paths.cases({ list, overdue: 'yes' })}>{workLists[list].title}</a>,
        },
        { heading: 'Overdue', number: true, cell: ({ overdue }) => overdue },
      ]}
    />
  )
}

interface AscertainmentProps {
  readonly code: string
  readonly service: ServiceRecord
  /** Of the newest snapshot; null where there is none, or no count to compare with. */
  readonly sessions: { readonly asOf: string; readonly sessions: readonly Session[] } | null
}

function Ascertainment({ code, service, sessions }: AscertainmentProps) {
  const hasCounts = service.course.of(activityCount).length > 0
  const register = <a href={paths.myServiceRegister(code, activityCount.name)}>Activity counts</a>
  return (
    <section>
      <h2 className="nhsuk-heading-m">Ascertainment</h2>
      {!hasCounts ? (
        <p>
          How complete the registry is can only be said beside another count, such as that of coding or of the
          radiology system. None is recorded yet: {register}.
        </p>
      ) : !sessions ? (
        <p>
          There is no snapshot of the registry to compare with yet. {register} are kept until there is one.
        </p>
      ) : (
        <>
          <p className="fp-quiet">
            Sessions in the registry’s snapshot of {dateWords(sessions.asOf)} beside {register} of the
            service.
          </p>
          <AscertainmentTable rows={ascertainmentOf(service.course, sessions.sessions)} />
        </>
      )}
    </section>
  )
}

function AscertainmentTable({ rows }: { readonly rows: readonly AscertainmentRow[] }) {
  return (
    <DataTable
      stacks
      caption="Sessions by procedure and period"
      rows={rows.map((row, index) => ({ ...row, index }))}
      keyOf={({ index }) => String(index)}
      columns={[
        { heading: 'Procedure', names: true, cell: ({ procedure }) => procedureName(procedure) },
        { heading: 'Period', cell: ({ from, to }) => `${dateWords(from)} to ${dateWords(to)}` },
        { heading: 'By the other count', number: true, cell: ({ counted }) => counted },
        { heading: 'In the registry', number: true, cell: ({ registered }) => registered },
        { heading: 'Share', number: true, cell: ({ share }) => shareWords(share) },
      ]}
    />
  )
}

function shareWords(share: number | null): string {
  if (share === null) return 'Nothing counted'
  const percent = `${Math.round(share * 100)}%`
  return share > 1 ? `${percent}: the other count has fewer` : percent
}
