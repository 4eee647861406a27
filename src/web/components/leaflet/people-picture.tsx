/** A picture of 100 people: filled, those to whom it happens; hatched, those to whom it may. */

import { of100, of100InWords } from '#core/leaflet/frequency.ts'
import type { Frequency, Language } from '#core/leaflet/leaflet.ts'
import { type Happening, peopleOf, peoplePicture, personPath } from '#core/leaflet/people-picture.ts'
import { filled } from '#core/leaflet/words/words.ts'
import type { PageMarks } from './statement.tsx'

interface PeoplePictureProps {
  readonly name: string
  readonly frequency: Frequency
  readonly language: Language
  readonly marks: PageMarks
}

const fills: Readonly<Record<Happening, string>> = { happens: 'happens', may: 'may', not: 'not' }

export function PeoplePicture({ name, frequency, language, marks }: PeoplePictureProps) {
  const { people } = marks.words
  const counts = of100(frequency)
  return (
    <figure className="fp-people">
      <svg
        viewBox={`0 0 ${peoplePicture.width} ${peoplePicture.height}`}
        role="img"
        aria-label={of100InWords(name, frequency, language)}
      >
        {peopleOf(counts).map(({ x, y, happening }) => (
          <use key={`${x} ${y}`} href="#fp-person" x={x} y={y} className={`fp-people__${fills[happening]}`} />
        ))}
      </svg>
      <figcaption aria-hidden="true" lang={marks.wordsIn}>
        {counts.happens > 0 ? (
          <Key kind="happens" text={filled(people.happens, { count: counts.happens })} />
        ) : null}
        {counts.may > 0 ? (
          <Key
            kind="may"
            text={counts.happens > 0 ? filled(people.mayToo, { count: counts.may }) : people.may}
          />
        ) : null}
        <Key kind="not" text={people.not} />
      </figcaption>
    </figure>
  )
}

function Key({ kind, text }: { readonly kind: Happening; readonly text: string }) {
  return (
    <span className="fp-people__key">
      <svg viewBox="0 0 16 28" width="11" height="20" aria-hidden="true">
        <use href="#fp-person" className={`fp-people__${kind}`} />
      </svg>
      {text}
    </span>
  )
}

/** The one drawing of a person that all pictures of a page use. Once on each page that shows any. */
export function PersonSymbol() {
  return (
    <svg className="fp-people__symbol" aria-hidden="true" width="0" height="0">
      <defs>
        <path id="fp-person" d={personPath} />
      </defs>
    </svg>
  )
}
