/** What was found from a place: the services, what the order rests on, those that did not say, and what to do. */

import type { Found, FoundService } from '#core/network/find.ts'
import { ESTIMATE_ERRORS } from '#core/network/travel/estimate.ts'
import type { Place } from '#core/place/place.ts'
import type { Ways } from '#store/place/ways.ts'
import { paths } from '../paths.ts'
import { type ServiceFacts, ServiceList } from './service-list.tsx'
import { kilometresWords, wayWords } from './words.ts'

/** More than a phone's few screens help nobody; the map has all. */
export const LISTED = 8
const SILENT_LISTED = 5
/** The last of the bands in which the network's access is counted. No threshold for IO exists. */
const FAR_MINUTES = 90

interface ResultsProps {
  readonly found: Found
  readonly ways: Pick<Ways, 'basis' | 'area'> | null
  readonly place: Place
  /** What for, in the middle of a sentence. */
  readonly what: string
  readonly naming: boolean
  readonly facts: ServiceFacts
  readonly mapHref: string
}

export function Results({ found, ways, place, what, naming, facts, mapHref }: ResultsProps) {
  const reached = found.providers.filter(isReached)
  const overseas = found.providers.filter((each) => !isReached(each))
  const listed = reached.slice(0, LISTED)
  const [first] = reached
  return (
    <section aria-labelledby="services">
      <h2 className="nhsuk-heading-m" id="services">
        {place.point ? 'Services, the quickest to reach first' : `Services in ${place.name}, by name`}
      </h2>
      {!first ? <NoneReached what={what} overseas={overseas} /> : null}
      {first?.way && first.way.minutes > FAR_MINUTES ? (
        <FarAway what={what} overWater={first.way.overWater} />
      ) : null}
      <ServiceList services={listed} naming={naming} {...facts} />
      {reached.length > listed.length ? (
        <p>
          {reached.length - listed.length} more provide it.{' '}
          <a href={mapHref}>See all of them on the national map</a>.
        </p>
      ) : null}
      {first && ways ? <Basis place={place} ways={ways} /> : null}
      <Silent found={found} until={listed.at(-1)} />
    </section>
  )
}

function isReached({ way }: FoundService): boolean {
  return way === null || way.minutes < Number.POSITIVE_INFINITY
}

function NoneReached({
  what,
  overseas,
}: {
  readonly what: string
  readonly overseas: readonly FoundService[]
}) {
  const [nearest] = overseas
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        <strong>
          We found no service that provides this and that can be reached from here by road or car ferry.
        </strong>
      </p>
      <p>
        That does not mean that it cannot be had. Ask the team that looks after you: it knows which hospital
        takes patients from where you live, how you would get there, and whether help with the journey is to
        be had.
      </p>
      {nearest?.way ? (
        <p>
          The nearest in a straight line is <a href={paths.service(nearest.site.code)}>{nearest.site.name}</a>
          , {kilometresWords(nearest.way.distanceKm)} away.
        </p>
      ) : (
        <p>No organisation told the census that it provides {what}.</p>
      )}
    </div>
  )
}

function FarAway({ what, overWater }: { readonly what: string; readonly overWater: boolean }) {
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        Nobody near here says that they provide {what}. The services below are a long way off
        {overWater ? ' by car and ferry; by air it may be quicker' : ''}. Ask the team that looks after you
        which of them takes patients from where you live, whether part of the care can be had nearer, and
        whether help with the journey is to be had.
      </p>
    </div>
  )
}

const MEASURED_WORDS = {
  osrm: 'measured on roads by OSRM',
  valhalla: 'measured on roads by Valhalla',
  file: 'as a file gave them to this site',
} as const

interface BasisProps {
  readonly place: Place
  readonly ways: Pick<Ways, 'basis' | 'area'>
}

function Basis({ place, ways: { basis, area } }: BasisProps) {
  if (basis !== 'estimate')
    return (
      <p className="fp-quiet">
        Times are {MEASURED_WORDS[basis]}, without traffic, from the middle of{' '}
        {area?.name ?? 'the nearest area'}, the small area nearest to {fromWords(place)}.
      </p>
    )
  const shares = ESTIMATE_ERRORS.map(({ share }) => Math.round(share * 100))
  return (
    <p className="fp-quiet">
      Times are estimated from the distance, from {fromWords(place)}; nobody looked up a route. They are off
      by {Math.min(...shares)} to {Math.max(...shares)} in a hundred on average, and by more across estuaries,
      in traffic, and where a ferry has to be waited for.
    </p>
  )
}

function fromWords({ kind, name }: Place): string {
  return {
    'postcode-area': `the middle of ${name} (of a whole postcode nothing more is known here)`,
    district: `the middle of where people live in ${name}`,
    town: `the main site of the service in ${name}`,
    service: `the main site of ${name}`,
    region: name,
    nation: name,
  }[kind]
}

/** Those that would be in the list if they had said yes: between or before those that are. */
function Silent({ found, until }: { readonly found: Found; readonly until: FoundService | undefined }) {
  const last = until?.way?.minutes ?? Number.POSITIVE_INFINITY
  const near = found.silent.filter(({ way }) => way === null || way.minutes <= last)
  if (near.length === 0) return null
  const listed = near.slice(0, SILENT_LISTED)
  return (
    <>
      <h3 className="nhsuk-heading-s">Not known</h3>
      <p>
        {near.length === 1
          ? 'This organisation has not told the census whether it provides it. It may.'
          : 'These organisations have not told the census whether they provide it. They may.'}
      </p>
      <ul className="fp-find__silent">
        {listed.map(({ site, way }) => (
          <li key={site.code}>
            <a href={paths.service(site.code)}>{site.name}</a>
            {way ? `, ${wayWords(way)}` : ''}
          </li>
        ))}
      </ul>
      {near.length > listed.length ? <p>And {near.length - listed.length} more in the same reach.</p> : null}
    </>
  )
}
