/** The list that says the same as the map, service by service. */
import { listWords, type MappedService } from '../components/map-model.ts'
import type { Mark } from '../components/national-map/marks.ts'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import { type Column, DataTable } from '../components/table.tsx'
import { paths } from '../paths.ts'
import { type MapView, mapHref, type Sort } from './view.ts'

interface ServiceTableProps {
  readonly view: MapView
  readonly services: readonly MappedService[]
  readonly marks: Readonly<Record<string, Mark>>
  readonly order: readonly string[]
  readonly caption: string
}

export function ServiceTable({ view, services, marks, order, caption }: ServiceTableProps) {
  const rows = sorted(services, view, order)
  return (
    <DataTable
      stacks
      caption={caption}
      columns={columnsOf(view, marks)}
      rows={rows}
      keyOf={({ code }) => code}
      empty="No service matches these choices."
    />
  )
}

function columnsOf(view: MapView, marks: ServiceTableProps['marks']): readonly Column<MappedService>[] {
  const sort = (by: Sort) => ({
    href: `${mapHref(view, { sort: by, descending: view.sort === by && !view.descending })}#list`,
    now:
      view.sort !== by
        ? ('none' as const)
        : view.descending
          ? ('descending' as const)
          : ('ascending' as const),
  })
  return [
    {
      heading: 'Service',
      names: true,
      sort: sort('name'),
      cell: ({ code, name }) => <a href={paths.service(code)}>{name}</a>,
    },
    { heading: 'Nation', sort: sort('nation'), cell: ({ nation }) => nation },
    { heading: 'Region', cell: ({ region }) => region },
    {
      heading: view.procedure ? 'Availability' : 'Provision',
      sort: sort('provision'),
      cell: (service) => (
        <MarkWords service={service} mark={marks[service.mark]} procedure={view.procedure} />
      ),
    },
    { heading: 'Referral pathway to', cell: ({ refersTo }) => <RefersTo refersTo={refersTo} /> },
  ]
}

function MarkWords({
  service,
  mark,
  procedure,
}: {
  service: MappedService
  mark: Mark | undefined
  procedure: string | undefined
}) {
  const words = procedure && service.refersTo.length > 0 ? mark?.words : service.words
  return (
    <span className="fp-mark-words">
      {mark ? <MarkIcon mark={mark} /> : null}
      <span>
        {words}
        {service.corrected ? <span className="fp-quiet"> (corrected since it closed)</span> : null}
      </span>
    </span>
  )
}

function RefersTo({ refersTo }: Pick<MappedService, 'refersTo'>) {
  return refersTo.length === 0 ? (
    <span className="fp-quiet">None recorded</span>
  ) : (
    listWords(refersTo.map(({ name, confirmed }) => (confirmed ? `${name} (confirmed)` : name)))
  )
}

function sorted(
  services: readonly MappedService[],
  view: MapView,
  order: readonly string[],
): readonly MappedService[] {
  const byName = (one: MappedService, other: MappedService) => one.name.localeCompare(other.name, 'en-GB')
  const by: Readonly<Record<Sort, (one: MappedService, other: MappedService) => number>> = {
    name: byName,
    nation: (one, other) => one.nation.localeCompare(other.nation, 'en-GB'),
    provision: (one, other) => order.indexOf(one.mark) - order.indexOf(other.mark),
  }
  const sign = view.descending ? -1 : 1
  return [...services].sort((one, other) => sign * by[view.sort](one, other) || byName(one, other))
}
