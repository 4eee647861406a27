/** What a search for a place found: the nearest services, several that match, or how to search better. */

import { ELSEWHERE } from '#core/place/postcode.ts'
import { inSentence } from '#core/sentence.ts'
import type { MapModel } from '../components/map-model.ts'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import { paths } from '../paths.ts'
import type { PlaceAnswer } from './place.ts'

interface PlaceAnswerProps {
  readonly words: string
  readonly answer: PlaceAnswer
  readonly marks: MapModel['marks']
  /** The address of this map about a place. */
  readonly hrefOf: (key: string) => string
}

export function PlaceAnswerBox({ words, answer, marks, hrefOf }: PlaceAnswerProps) {
  if (answer.kind === 'not-found') {
    return (
      <section className="fp-found" aria-labelledby="found">
        <h2 className="nhsuk-heading-s" id="found">
          Nothing found for “{words}”
        </h2>
        <p>Try the first half of a postcode, such as LS1, or a word of a hospital’s name.</p>
      </section>
    )
  }
  if (answer.kind === 'elsewhere') {
    return (
      <section className="fp-found" aria-labelledby="found">
        <h2 className="nhsuk-heading-s" id="found">
          That is in {ELSEWHERE[answer.where]}
        </h2>
        <p>
          The map shows the health services of England, Scotland, Wales and Northern Ireland, which the census
          asks.
        </p>
      </section>
    )
  }
  if (answer.kind === 'places') {
    return (
      <section className="fp-found" aria-labelledby="found">
        <h2 className="nhsuk-heading-s" id="found">
          {answer.alike ? `Nothing found for “${words}”. Did you mean` : `Which “${words}”?`}
        </h2>
        <ul className="fp-found__list">
          {answer.places.map(({ key, name, within }) => (
            <li key={key}>
              <span>
                <a href={hrefOf(key)}>{name}</a>
                {within ? `, ${within}` : ''}
              </span>
            </li>
          ))}
        </ul>
      </section>
    )
  }
  const rows =
    answer.kind === 'place'
      ? answer.nearest
      : answer.services.map((service) => ({ service, distanceKm: null }))
  return (
    <section className="fp-found" aria-labelledby="found">
      <h2 className="nhsuk-heading-s" id="found">
        {answer.kind === 'place' ? `Nearest to ${answer.place.name}` : `Services that match “${words}”`}
      </h2>
      <ol className="fp-found__list">
        {rows.map(({ service, distanceKm }) => {
          const mark = marks[service.mark]
          return (
            <li key={service.code}>
              {mark ? <MarkIcon mark={mark} /> : null}
              <span>
                <a href={paths.service(service.code)}>{service.name}</a>
                {distanceKm === null ? '' : `, ${kilometres(distanceKm)}`}: {inSentence(service.words)}
              </span>
            </li>
          )
        })}
      </ol>
      {answer.kind === 'place' ? <p className="fp-quiet">Distances are straight lines.</p> : null}
    </section>
  )
}

function kilometres(distance: number): string {
  return distance < 10 ? `${distance.toFixed(1)} km` : `${Math.round(distance)} km`
}
