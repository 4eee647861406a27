/** What may go wrong: how often in a word, in numbers and as a picture of 100 people; or that it is not known to us. */

import { frequencyInWords, notKnownToUs } from '#core/leaflet/frequency.ts'
import type { Risk } from '#core/leaflet/leaflet.ts'
import { PeoplePicture } from './people-picture.tsx'
import { type PageMarks, SourceMark, Words } from './statement.tsx'

interface RiskListProps {
  readonly risks: readonly Risk[]
  readonly marks: PageMarks
  readonly fill: (text: string) => string
}

export function RiskList({ risks, marks, fill }: RiskListProps) {
  const known = risks.filter(({ frequency }) => frequency !== null)
  const unknown = risks.filter(({ frequency }) => frequency === null)
  return (
    <>
      {known.map((risk) => (
        <section className="fp-risk" key={risk.id} id={`risks-${risk.id}`}>
          <div className="fp-risk__words">
            <h3 className="nhsuk-heading-s">{risk.name}</h3>
            {risk.frequency ? <p className="fp-risk__frequency">{frequencyInWords(risk.frequency)}</p> : null}
            <p>
              <Words text={fill(risk.says)} marks={marks} />
              <SourceMark source={risk.source} marks={marks} />
            </p>
          </div>
          {risk.frequency ? <PeoplePicture name={risk.name} frequency={risk.frequency} /> : null}
        </section>
      ))}
      {unknown.length > 0 ? (
        <>
          <h3 className="nhsuk-heading-s">
            {known.length > 0 ? 'These may happen too' : 'These may happen'}
          </h3>
          <p className="fp-risk__unknown">{notKnownToUs}</p>
          <dl className="fp-risk__list">
            {unknown.map((risk) => (
              <div key={risk.id} id={`risks-${risk.id}`}>
                <dt>{risk.name}</dt>
                <dd>
                  <Words text={fill(risk.says)} marks={marks} />
                  <SourceMark source={risk.source} marks={marks} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </>
  )
}
