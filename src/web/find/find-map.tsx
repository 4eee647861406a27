/** The same services as a map round the place that was looked from. */

import type { Found } from '#core/network/find.ts'
import type { Place } from '#core/place/place.ts'
import { type MappedService, mapModel } from '../components/map-model.ts'
import { focusOn } from '../components/national-map/focus.ts'
import { AVAILABILITY_MARKS } from '../components/national-map/marks.ts'
import { NationalMap } from '../components/national-map/national-map.tsx'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import type { ProvisionView } from '../components/provision-view.ts'

interface FindMapProps {
  readonly provision: ProvisionView
  readonly found: Found
  readonly place: Place
  readonly what: string
}

const ORDER = ['here', 'not-offered', 'no-answer'] as const

const WORDS: Readonly<Record<(typeof ORDER)[number], string>> = {
  here: 'Provides it',
  'not-offered': 'Does not provide it',
  'no-answer': 'Did not say',
}

/** Closer than a nation, wider than a town. */
const NEAR_ZOOM = 3.5

export function FindMap({ provision, found, place, what }: FindMapProps) {
  const providers = new Set(found.providers.map(({ site }) => site.code))
  const silent = new Set(found.silent.map(({ site }) => site.code))
  const services = mapModel(provision).services.map((service): MappedService => {
    const mark = providers.has(service.code) ? 'here' : silent.has(service.code) ? 'no-answer' : 'not-offered'
    return { ...service, mark, words: WORDS[mark] }
  })
  const { point, name } = place
  return (
    <figure className="fp-map-frame fp-find__map" data-map>
      <div className="fp-map-window" data-live="map">
        <NationalMap
          title={`Map: ${what}, near ${name}`}
          description="Every service is a link, and the list says the same."
          services={services}
          marks={AVAILABILITY_MARKS}
          show="symbols"
          focus={point && focusOn(point.longitude, point.latitude, NEAR_ZOOM)}
        />
      </div>
      <figcaption>
        <ul className="fp-find__key">
          {ORDER.map((key) => (
            <li key={key}>
              <MarkIcon mark={AVAILABILITY_MARKS[key]} size={20} /> {WORDS[key]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
