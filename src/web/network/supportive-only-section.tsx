/** Supportive-only services with and without a formal way to refer for disease-modifying treatment: then and now. */

import type { Site } from '#core/network/network.ts'
import { type SupportiveOnly, supportiveOnly } from '#core/network/supportive-only.ts'
import { publishedEditions } from '#store/census/provision-data.ts'
import { dateWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { type NetworkAt, networkAt } from './at.ts'
import { NearestCell, nearestByCar } from './nearest.tsx'
import { counted } from './words.ts'

export interface OnCensusDay {
  readonly day: string
  readonly found: SupportiveOnly
}

/** The same on the day that the edition describes; null before there is one. */
export async function onCensusDay(c: PageContext, { edition }: NetworkAt): Promise<OnCensusDay | null> {
  const facts = (await publishedEditions(c.var.store.db)).find(({ id }) => id === edition?.id)
  const then = facts ? await networkAt(c, facts.censusOn) : null
  return facts && then ? { day: facts.censusOn, found: supportiveOnly(then.network) } : null
}

interface SectionProps {
  readonly c: PageContext
  readonly at: NetworkAt
  readonly then: OnCensusDay | null
}

export function SupportiveOnlySection({ at, then }: SectionProps) {
  const now = supportiveOnly(at.network)
  const providers = at.network.sites.filter(({ code }) => at.network.provisions.get(code)?.kinds === 'both')
  const columns = [
    {
      heading: 'Service',
      names: true,
      cell: (site: Site) => <a href={paths.service(site.code)}>{site.name}</a>,
    },
    { heading: 'Region', cell: (site: Site) => `${site.region}, ${site.nation}` },
    { heading: 'Alliance', cell: (site: Site) => site.alliance ?? 'Not known' },
    {
      heading: 'Nearest with disease-modifying procedures',
      cell: (site: Site) => <NearestCell nearest={nearestByCar(site, providers)} />,
    },
  ]
  return (
    <section aria-labelledby="supportive-only" data-live="supportive-only">
      <h2 className="nhsuk-heading-m" id="supportive-only">
        Services with supportive procedures only
      </h2>
      <p className="fp-statement">
        Today {sentenceOf(now)}
        {then ? ` On the day of the census, ${dateWords(then.day)}, ${sentenceOf(then.found)}` : ''}
      </p>
      <p className="nhsuk-u-reading-width">
        A formal way counts that both or either end states for any disease-modifying procedure, or that the
        service declared in the census. Services that closed since are not in today’s count.
      </p>
      <DataTable
        stacks
        caption={`${now.without.length} without a formal way to refer, today`}
        rows={now.without}
        keyOf={({ code }) => code}
        empty="Every one has a formal way to refer."
        columns={columns}
      />
    </section>
  )
}

/** "43 have a formal way to refer for disease-modifying treatment and 30 have none, of 73." */
function sentenceOf({ with: having, without, unknown }: SupportiveOnly): string {
  const known = having.length + without.length
  const silent = unknown.length > 0 ? ` ${counted(unknown.length, 'more has', 'more have')} not said.` : ''
  if (known === 0) return `none has said whether it has a formal way to refer.${silent}`
  return `${having.length} ${having.length === 1 ? 'has' : 'have'} a formal way to refer for disease-modifying treatment and ${without.length} ${without.length === 1 ? 'has' : 'have'} none, of ${known}.${silent}`
}
