/** Two editions side by side: in total, by procedure, and service by service. */

import { Button, Select } from 'nhsuk-react-components'
import { z } from 'zod'
import { procedureName } from '#core/catalogue/procedures.ts'
import {
  CHANGES,
  type Change,
  type Comparison,
  compareEditions,
  type ServiceChange,
} from '#core/census/compare.ts'
import { csvOf } from '#core/census/csv.ts'
import { percent } from '#core/census/percent.ts'
import { PROVISION_WORDS, type ProvisionClass } from '#core/census/provision.ts'
import { type Answers, optionsOf, questionOf } from '#core/census/questionnaire.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import { listEditions } from '#store/census/edition.ts'
import { dateWords } from '../components/dates.ts'
import type { ProvisionView } from '../components/provision-view.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { editionNamed, type RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'
import { counted } from './step.tsx'
import { download } from './tables.tsx'
import { viewOf } from './view.ts'

const changeWords: Readonly<Record<Change, string>> = {
  'same-class': 'Same class',
  'changed-class': 'Changed class',
  opened: 'Organisation opened',
  closed: 'Organisation closed',
  merged: 'Merged into another',
  formed: 'Formed by merger',
  'not-asked': 'Not asked in one of them',
  'not-answered': 'Not answered in one of them',
}

const shownSchema = z.enum([...CHANGES, 'any-change', 'gained', 'lost', 'all']).catch('any-change')
type Shown = z.infer<typeof shownSchema>

const shownWords: Readonly<Record<Shown, string>> = {
  'any-change': 'Anything that changed',
  all: 'All organisations',
  gained: 'Gained a procedure',
  lost: 'Lost a procedure',
  ...changeWords,
}

/** /census/:edition/compare: with which other edition. One other: goes to it at once. */
export async function chooseComparison(c: PageContext) {
  const edition = await editionNamed(c)
  if (!edition) return notFound(c)
  const others = (await listEditions(c.var.store.db)).filter(
    ({ id, state }) => id !== edition.id && state !== 'draft',
  )
  const wanted =
    others.find(({ id }) => id === c.req.query('with')) ?? (others.length === 1 ? others[0] : undefined)
  if (wanted) return c.redirect(paths.censusCompare(wanted.id, edition.id), 303)
  return show(
    c,
    <RoomPage c={c} edition={edition} part="compare" title="Compare">
      <h1 className="nhsuk-heading-l">Compare</h1>
      {others.length === 0 ? (
        <p>There is no other edition to compare with yet.</p>
      ) : (
        <form method="get" action={paths.censusRoomPart(edition.id, 'compare')} className="fp-inline-form">
          <Select id="with" name="with" label={`Compare ${edition.title} with`}>
            {others.map(({ id, title, censusOn }) => (
              <Select.Option key={id} value={id}>
                {title}, {dateWords(censusOn)}
              </Select.Option>
            ))}
          </Select>
          <Button small secondary>
            Compare
          </Button>
        </form>
      )}
    </RoomPage>,
  )
}

interface Compared {
  readonly from: RoomEdition
  readonly to: RoomEdition
  readonly comparison: Comparison
}

/** The earlier census date is always on the left, whichever way round the address names them. */
async function comparedIn(c: PageContext): Promise<{ edition: RoomEdition; compared: Compared } | null> {
  const [edition, other] = await Promise.all([editionNamed(c), editionNamed(c, c.req.param('other') ?? '')])
  if (!edition || !other || edition.id === other.id) return null
  const [from, to] = edition.censusOn < other.censusOn ? [edition, other] : [other, edition]
  const [fromView, toView, organisations] = await Promise.all([
    viewOf(c, from),
    viewOf(c, to),
    allOrganisations(c.var.store.db),
  ])
  if (!fromView || !toView) return null
  const comparison = compareEditions(sideOf(from, fromView), sideOf(to, toView), organisations)
  return { edition, compared: { from, to, comparison: askedInBoth(comparison, from, to) } }
}

/** A procedure that only one of the questionnaires asks about was neither gained nor lost. */
function askedInBoth(comparison: Comparison, from: RoomEdition, to: RoomEdition): Comparison {
  const before = proceduresAskedIn(from)
  const after = proceduresAskedIn(to)
  const both = (procedure: string) => before.has(procedure) && after.has(procedure)
  return {
    ...comparison,
    services: comparison.services.map((service) => ({
      ...service,
      gained: service.gained.filter(both),
      lost: service.lost.filter(both),
    })),
    procedures: comparison.procedures.map((row) =>
      both(row.procedure) ? row : { ...row, gained: 0, lost: 0 },
    ),
  }
}

function proceduresAskedIn({ questionnaire }: RoomEdition): ReadonlySet<string> {
  const lists = ['supportiveProcedures', 'diseaseModifyingProcedures'].flatMap(
    (id) => questionOf(questionnaire, id) ?? [],
  )
  return new Set(lists.flatMap(optionsOf).map(({ value }) => value))
}

function sideOf({ id, censusOn }: RoomEdition, { members }: ProvisionView) {
  const responses = new Map<string, Answers>(
    members.flatMap(({ code, answers }) => (answers ? [[code, answers]] : [])),
  )
  return { id, censusOn, members: members.map(({ code }) => code), responses }
}

export async function comparePage(c: PageContext) {
  const found = await comparedIn(c)
  if (!found) return notFound(c)
  const { edition, compared } = found
  const { from, to, comparison } = compared
  const shown = shownSchema.parse(c.req.query('show'))
  const services = comparison.services.filter((service) => isShown(service, shown))
  const address = paths.censusCompare(from.id === edition.id ? to.id : from.id, edition.id)
  if (c.req.query('as') === 'csv') return compareCsv(c, compared, services)
  return show(
    c,
    <RoomPage c={c} edition={edition} part="compare" title={`${from.title} and ${to.title}`}>
      <h1 className="nhsuk-heading-l">
        {from.title} and {to.title}
      </h1>
      <p className="fp-statement">
        {sentence(comparison)}
        <span className="fp-statement__more">{whoAnswered(compared)}</span>
      </p>
      <ClassChanges compared={compared} />
      <div className="fp-columns fp-room-columns">
        <Moves comparison={comparison} />
        <OrganisationChanges comparison={comparison} address={address} />
      </div>
      <ProcedureChanges compared={compared} />
      <section aria-labelledby="services">
        <h2 className="nhsuk-heading-m" id="services">
          Service by service
        </h2>
        <form method="get" action={`${address}#services`} className="fp-inline-form">
          <Select id="show" name="show" label="Show" defaultValue={shown}>
            {Object.entries(shownWords).map(([value, words]) => (
              <Select.Option key={value} value={value}>
                {words}
              </Select.Option>
            ))}
          </Select>
          <Button small secondary>
            Show
          </Button>
          <Button small secondary name="as" value="csv">
            Download these as CSV
          </Button>
        </form>
        <ServiceTable compared={compared} services={services} shown={shown} />
      </section>
    </RoomPage>,
  )
}

function isShown(service: ServiceChange, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true
    case 'gained':
      return service.gained.length > 0
    case 'lost':
      return service.lost.length > 0
    case 'any-change':
      return (
        !['same-class', 'not-answered'].includes(service.change) ||
        service.gained.length + service.lost.length > 0
      )
    default:
      return service.change === shown
  }
}

function sentence({ totals, servicesBegun, servicesEnded }: Comparison): string {
  const changed = totals['changed-class']
  return (
    `${counted(changed, 'organisation')} changed class. ${counted(servicesBegun, 'service')} began and ` +
    `${servicesEnded} ended, among organisations that answered both.`
  )
}

/** Without these, a difference that is only a missing answer would read as a change. */
function whoAnswered({ from, to, comparison }: Compared): string {
  const { services } = comparison
  const words = ({ title, state }: RoomEdition, asked: number, answered: number) =>
    `${title}: ${answered} of ${asked} answered${state === 'open' ? ' so far' : ''}.`
  const many = (test: (service: ServiceChange) => boolean) => services.filter(test).length
  const before = words(
    from,
    many((one) => one.askedFrom),
    many((one) => one.answeredFrom),
  )
  const after = words(
    to,
    many((one) => one.askedTo),
    many((one) => one.answeredTo),
  )
  return `${before} ${after}`
}

interface ClassRow {
  readonly of: ProvisionClass
  /** Of all that answered. */
  readonly from: number
  readonly to: number
  /** Of those whose class is known in both. */
  readonly before: number
  readonly after: number
}

function ClassChanges({ compared: { from, to, comparison } }: { readonly compared: Compared }) {
  const { classes, transitions } = comparison
  const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((all, { count }) => all + count, 0)
  const both = sum(transitions)
  const [allFrom, allTo] = [
    classes.reduce((all, row) => all + row.from, 0),
    classes.reduce((all, row) => all + row.to, 0),
  ]
  const rows: readonly ClassRow[] = classes.map((row) => ({
    of: row.class,
    from: row.from,
    to: row.to,
    before: sum(transitions.filter((move) => move.from === row.class)),
    after: sum(transitions.filter((move) => move.to === row.class)),
  }))
  const share = (count: number, all: number) => `${count} (${percent(count, all) ?? 0}%)`
  return (
    <DataTable
      caption={`By class: of all that answered, and of the ${both} whose class is known in both`}
      rows={rows}
      keyOf={({ of }) => of}
      columns={[
        { heading: 'Class', names: true, cell: ({ of }) => PROVISION_WORDS[of] },
        { heading: `${yearOf(from)}, of ${allFrom}`, number: true, cell: (row) => share(row.from, allFrom) },
        { heading: `${yearOf(to)}, of ${allTo}`, number: true, cell: (row) => share(row.to, allTo) },
        { heading: `Both: ${yearOf(from)}`, number: true, cell: (row) => row.before },
        { heading: `Both: ${yearOf(to)}`, number: true, cell: (row) => row.after },
        { heading: 'Change', number: true, cell: (row) => signed(row.after - row.before) },
      ]}
    />
  )
}

/** The census date's year, for the head of a narrow column. */
const yearOf = ({ censusOn }: RoomEdition) => censusOn.slice(0, 4)

function Moves({ comparison }: { readonly comparison: Comparison }) {
  const moves = comparison.transitions.filter(({ from, to }) => from !== to)
  return (
    <DataTable
      caption="Moved from class to class"
      rows={moves.toSorted((a, b) => b.count - a.count)}
      keyOf={({ from, to }) => `${from} ${to}`}
      empty="No organisation changed class."
      columns={[
        { heading: 'From', names: true, cell: ({ from }) => PROVISION_WORDS[from] },
        { heading: 'To', cell: ({ to }) => PROVISION_WORDS[to] },
        { heading: 'How many', number: true, cell: ({ count }) => count },
      ]}
    />
  )
}

const signed = (number: number) => (number > 0 ? `+${number}` : number < 0 ? `−${-number}` : '0')

function OrganisationChanges({
  comparison,
  address,
}: {
  readonly comparison: Comparison
  readonly address: string
}) {
  return (
    <DataTable
      caption="What became of the organisations"
      rows={CHANGES.filter((change) => comparison.totals[change] > 0)}
      keyOf={(change) => change}
      columns={[
        {
          heading: 'Change',
          names: true,
          cell: (change) => <a href={`${address}?show=${change}#services`}>{changeWords[change]}</a>,
        },
        { heading: 'Organisations', number: true, cell: (change) => comparison.totals[change] },
      ]}
    />
  )
}

function ProcedureChanges({ compared: { from, to, comparison } }: { readonly compared: Compared }) {
  const before = proceduresAskedIn(from)
  const after = proceduresAskedIn(to)
  const change = (procedure: string, count: number) =>
    before.has(procedure) && after.has(procedure) ? count : 'Not known'
  return (
    <DataTable
      caption="By procedure: how many offer it; gained and lost among those that gave detail in both"
      rows={comparison.procedures}
      keyOf={({ procedure }) => procedure}
      columns={[
        { heading: 'Procedure', names: true, cell: ({ procedure }) => procedureName(procedure) },
        {
          heading: from.title,
          number: true,
          cell: (row) => (before.has(row.procedure) ? row.from : 'Not asked'),
        },
        {
          heading: yearOf(to),
          number: true,
          cell: (row) => (after.has(row.procedure) ? row.to : 'Not asked'),
        },
        { heading: 'Gained', number: true, cell: (row) => change(row.procedure, row.gained) },
        { heading: 'Lost', number: true, cell: (row) => change(row.procedure, row.lost) },
      ]}
    />
  )
}

interface ServiceTableProps {
  readonly compared: Compared
  readonly services: readonly ServiceChange[]
  readonly shown: Shown
}

function ServiceTable({ compared: { from, to }, services, shown }: ServiceTableProps) {
  return (
    <DataTable
      caption={`${shownWords[shown]}: ${counted(services.length, 'organisation')}`}
      rows={services}
      keyOf={({ code }) => code}
      empty="No organisation is like that."
      columns={[
        {
          heading: 'Organisation',
          names: true,
          cell: ({ code, name }) => (
            <>
              <a href={paths.service(code)}>{name}</a> <span className="fp-quiet fp-code">{code}</span>
            </>
          ),
        },
        { heading: 'What became of it', cell: becameWords },
        { heading: yearOf(from), cell: (row) => classWords(row.from, row.askedFrom, row.answeredFrom) },
        { heading: yearOf(to), cell: (row) => classWords(row.to, row.askedTo, row.answeredTo) },
        { heading: 'Gained', cell: ({ gained }) => namesOf(gained) },
        { heading: 'Lost', cell: ({ lost }) => namesOf(lost) },
      ]}
    />
  )
}

function becameWords({ change, service, successor, predecessors }: ServiceChange): string {
  const parts = [
    changeWords[change],
    service === 'begun' ? 'its service began' : service === 'ended' ? 'its service ended' : null,
    change === 'merged' && successor ? `now ${successor}` : null,
    predecessors.length > 0 ? `carries on ${predecessors.join(', ')}` : null,
  ]
  return parts.filter((part) => part !== null).join('; ')
}

function classWords(of: ProvisionClass | null, asked: boolean, answered: boolean): string {
  if (of) return PROVISION_WORDS[of]
  if (!asked) return 'Not asked'
  return answered ? 'Not known' : 'Not answered'
}

function namesOf(procedures: readonly string[]): string {
  return procedures.length === 0 ? 'None' : procedures.map(procedureName).join('; ')
}

function compareCsv(c: PageContext, { from, to }: Compared, services: readonly ServiceChange[]) {
  const header = [
    'code',
    'name',
    'change',
    'service',
    `class ${from.id}`,
    `class ${to.id}`,
    'gained',
    'lost',
    'successor',
    'predecessors',
    'fictional',
  ]
  const rows = services.map((service) => [
    service.code,
    service.name,
    changeWords[service.change],
    service.service ?? '',
    classWords(service.from, service.askedFrom, service.answeredFrom),
    classWords(service.to, service.askedTo, service.answeredTo),
    service.gained.map(procedureName).join('; '),
    service.lost.map(procedureName).join('; '),
    service.successor ?? '',
    service.predecessors.join('; '),
    from.fictional || to.fictional ? 'fictional demonstration data' : 'no',
  ])
  return download(c, `${from.id}-and-${to.id}.csv`, csvOf([header, ...rows]))
}
