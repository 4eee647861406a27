/** One district: its small areas with their people, their way, and the service that it leads to. */

import { procedureById, procedureWithin } from '#core/catalogue/procedures.ts'
import { districtsOf, shareWithin } from '#core/network/access.ts'
import type { Area } from '#core/network/network.ts'
import { DataTable } from '../../components/table.tsx'
import type { PageContext } from '../../environment.ts'
import { show } from '../../layout/page.tsx'
import { notFound } from '../../layout/refusals.tsx'
import { paths } from '../../paths.ts'
import { NetworkPage } from '../frame.tsx'
import { counted } from '../words.ts'
import { accessAsked, viewOf } from './asked.ts'
import { accessFor, travelAt } from './at.ts'
import { BandBar } from './bands.tsx'
import { Grounds } from './page.tsx'
import { minutesWords, people, percent } from './words.ts'

export async function districtPage(c: PageContext) {
  const asked = accessAsked(c)
  const { district, nation } = c.req.query()
  const found = await travelAt(c)
  if (!found || !asked.procedure || !procedureById(asked.procedure)) return notFound(c)
  const at = accessFor(found, asked.procedure)
  const own = districtsOf(at.access, at.areas).find((one) => one.name === district && one.nation === nation)
  if (!own) return notFound(c)
  const of = procedureWithin(asked.procedure)
  const names = new Map(at.network.sites.map((site) => [site.code, site.name]))
  const rows = own.own.map((place) => {
    const code = at.times.sites[at.access.nearest[place] ?? -1]
    return { area: at.areas[place] as Area, minutes: at.access.minutes[place] ?? null, code }
  })
  return show(
    c,
    <NetworkPage
      c={c}
      part="access"
      title={`${own.name}: access to ${of}`}
      crumbs={[
        { text: 'Access', href: paths.networkAccess({ edition: asked.edition }) },
        { text: `Access to ${of}`, href: paths.networkAccess(viewOf(asked)) },
      ]}
    >
      <span className="nhsuk-caption-l">{own.nation}</span>
      <h1 className="nhsuk-heading-l">
        {own.name}: access to {of}
      </h1>
      <p className="fp-statement">
        {own.reach.people === 0
          ? 'Nobody lives here.'
          : `${percent(shareWithin(own.reach, asked.within))} of its ${people(own.reach.people)} people live within ${asked.within} minutes of a service that offers it. The way takes ${minutesWords(own.reach.meanMinutes)} on average and ${minutesWords(own.longestMinutes)} at most.`}
      </p>
      <BandBar reach={own.reach} of={own.name} />
      <Grounds asked={asked} at={at} />
      <DataTable
        stacks
        caption={`${counted(rows.length, 'small area', 'small areas')}, the longest way first`}
        rows={rows}
        keyOf={({ area }) => area.code}
        columns={[
          { heading: 'Small area', names: true, cell: ({ area }) => area.name },
          { heading: 'Code', cell: ({ area }) => area.code },
          {
            heading: 'People',
            number: true,
            cell: ({ area }) => (area.population === 0 ? 'No residents' : people(area.population)),
          },
          { heading: 'Minutes', number: true, cell: ({ minutes }) => minutesWords(minutes) },
          {
            heading: 'Nearest service',
            cell: ({ code }) => (code ? <a href={paths.service(code)}>{names.get(code) ?? code}</a> : 'None'),
          },
        ]}
      />
    </NetworkPage>,
  )
}
