/** What may go wrong: how often in a word, in numbers and as a picture of 100 people; or that it is not known to us. */

import { frequencyInWords } from '#core/leaflet/frequency.ts'
import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import { PeoplePicture } from './people-picture.tsx'
import { type PageMarks, SourceMark, Words } from './statement.tsx'

interface RiskListProps {
  readonly leaflet: LeafletBody
  readonly marks: PageMarks
  readonly fill: (text: string) => string
}

export function RiskList({ leaflet: { risks, language }, marks, fill }: RiskListProps) {
  const { words, wordsIn } = marks
  const known = risks.filter(({ frequency }) => frequency !== null)
  const unknown = risks.filter(({ frequency }) => frequency === null)
  return (
    <>
      {known.map((risk) => (
        <section className="fp-risk" key={risk.id} id={`risks-${risk.id}`}>
          <div className="fp-risk__words">
            <h3 className="nhsuk-heading-s">{risk.name}</h3>
            {risk.frequency ? (
              <p className="fp-risk__frequency" lang={wordsIn}>
                {frequencyInWords(risk.frequency, language)}
              </p>
            ) : null}
            <p>
              <Words text={fill(risk.says)} marks={marks} />
              <SourceMark source={risk.source} marks={marks} />
            </p>
          </div>
          {risk.frequency ? (
            <PeoplePicture name={risk.name} frequency={risk.frequency} language={language} marks={marks} />
          ) : null}
        </section>
      ))}
      {unknown.length > 0 ? (
        <>
          <h3 className="nhsuk-heading-s" lang={wordsIn}>
            {known.length > 0 ? words.frequency.mayHappenToo : words.frequency.mayHappen}
          </h3>
          <p className="fp-risk__unknown" lang={wordsIn}>
            {words.frequency.notKnown}
          </p>
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
