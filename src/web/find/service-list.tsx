/** The services found, the quickest to reach first: how far, what they provide of it, and where to read more. */

import { procedureWithin } from '#core/catalogue/procedures.ts'
import type { FoundService } from '#core/network/find.ts'
import type { Cover } from '#store/service/covers.ts'
import { listWords } from '../components/map-model.ts'
import { paths } from '../paths.ts'
import { kilometresWords, wayWords } from './words.ts'

export interface ServiceFacts {
  /** Of every organisation, by code. */
  readonly mainSites: ReadonlyMap<string, string>
  readonly covers: ReadonlyMap<string, Cover>
  /** What the census was told of cover, in words, by code. */
  readonly declaredCovers: ReadonlyMap<string, string>
}

interface ServiceListProps extends ServiceFacts {
  readonly services: readonly FoundService[]
  /** Whether to name what each offers: of one procedure sought, the heading does. */
  readonly naming: boolean
}

export function ServiceList({ services, naming, ...facts }: ServiceListProps) {
  return (
    <ol className="fp-find__list">
      {services.map((found) => (
        <li key={found.site.code} className="fp-find__service">
          <h3 className="nhsuk-heading-s">
            <a href={paths.service(found.site.code)}>{found.site.name}</a>
          </h3>
          {found.way ? (
            <p className="fp-find__way">
              <strong>{upperFirst(wayWords(found.way))}</strong>, {kilometresWords(found.way.distanceKm)} in a
              straight line
            </p>
          ) : null}
          <p>
            {facts.mainSites.get(found.site.code) ?? 'Main site not recorded'}. {found.site.region}
            {found.site.region === found.site.nation ? '' : `, ${found.site.nation}`}.
          </p>
          {naming ? <Offers offers={found.offers} /> : null}
          <p className="fp-quiet">Interventional radiology: {coverWords(found.site.code, facts)}.</p>
        </li>
      ))}
    </ol>
  )
}

const NAMED_AT_MOST = 6

function Offers({ offers }: Pick<FoundService, 'offers'>) {
  if (offers.length === 0) return <p>It did not say which procedures.</p>
  const named = offers.slice(0, NAMED_AT_MOST).map(procedureWithin)
  const more = offers.length - named.length
  return <p>Provides {listWords(more > 0 ? [...named, `${more} more`] : named)}.</p>
}

const COVER_WORDS: Readonly<Record<Cover, string>> = {
  'around-the-clock': 'around the clock',
  'extended-days': 'extended hours, every day',
  'working-hours': 'in working hours',
}

/** What the service recorded of itself, else what it told the census. */
function coverWords(code: string, { covers, declaredCovers }: ServiceFacts): string {
  const recorded = covers.get(code)
  return recorded ? COVER_WORDS[recorded] : (declaredCovers.get(code) ?? 'hours of cover not recorded')
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
