/** Each gap of a procedure: the service, where it is, who that offers it is nearest. */

import { allowsSomewhere } from '#core/access/may.ts'
import type { Gaps } from '#core/network/gaps.ts'
import type { Network } from '#core/network/network.ts'
import { offering } from '#core/network/offering.ts'
import { Pager } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { type GapsAsked, gapsHref } from './gaps-asked.ts'
import { NearestCell, nearestByCar } from './nearest.tsx'
import { counted } from './words.ts'

interface GapListProps {
  readonly c: PageContext
  readonly network: Network
  readonly gaps: Gaps
  readonly asked: GapsAsked
}

const pageSize = 50

export function GapList({ c, network, gaps: { procedure, gaps }, asked }: GapListProps) {
  const providers = offering(network, procedure)
  const pages = Math.max(1, Math.ceil(gaps.length / pageSize))
  const page = Math.min(asked.page, pages)
  const rows = gaps
    .slice((page - 1) * pageSize, page * pageSize)
    .map((site) => ({ site, nearest: nearestByCar(site, providers) }))
  const proposes = allowsSomewhere(c.var.person?.memberships ?? [], 'network:propose')
  return (
    <>
      <DataTable
        stacks
        caption={counted(gaps.length, 'gap', 'gaps')}
        rows={rows}
        keyOf={({ site }) => site.code}
        empty="There is no gap here."
        columns={[
          {
            heading: 'Service',
            names: true,
            cell: ({ site }) => <a href={paths.service(site.code)}>{site.name}</a>,
          },
          { heading: 'Region', cell: ({ site }) => `${site.region}, ${site.nation}` },
          { heading: 'Alliance', cell: ({ site }) => site.alliance ?? 'Not known' },
          {
            heading: 'Nearest that offers it',
            cell: ({ nearest }) => <NearestCell nearest={nearest} />,
          },
          ...(proposes
            ? [
                {
                  heading: 'What would help',
                  cell: ({ site }: (typeof rows)[number]) => (
                    <a href={paths.networkRecipients({ procedure, service: site.code })}>
                      Suitable recipients
                      <span className="nhsuk-u-visually-hidden"> for {site.name}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Pager page={page} pages={pages} hrefOf={(next) => gapsHref(asked, { page: next })} />
    </>
  )
}
