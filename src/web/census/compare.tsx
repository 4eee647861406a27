/** Two editions compared: in total, by procedure, and service by service. */

import { Button, Select } from 'nhsuk-react-components'
import { procedureName } from '#core/catalogue/procedures.ts'
import type { Comparison, ServiceChange } from '#core/census/compare.ts'
import { csvOf } from '#core/census/csv.ts'
import { listEditions } from '#store/census/edition.ts'
import { dateWords } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import {
  ClassChanges,
  Moves,
  OrganisationChanges,
  ProcedureChanges,
  ServiceTable,
} from './compare-tables.tsx'
import {
  type Compared,
  changeWords,
  classWords,
  comparedIn,
  isShown,
  shownSchema,
  shownWords,
} from './compared.ts'
import { editionNamed, type RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'
import { counted } from './step.tsx'
import { download } from './tables.tsx'

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
