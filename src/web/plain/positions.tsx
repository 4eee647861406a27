/** Position statements: who stands for what, since when; or that there is none. */

import { POSITIONS, type Position, positionsOn } from '#core/plain/statements.ts'
import { dateWords, isoDay } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { PlainFrame } from './frame.tsx'

export function positionsPage(c: PageContext) {
  const { inForce, ended } = positionsOn(POSITIONS, isoDay(c.var.now()))
  return show(
    c,
    <PlainFrame
      c={c}
      id="positions"
      title="Position statements"
      about="What those who are responsible for it stand for, with dates."
    >
      <div className="nhsuk-u-reading-width">
        <p className="nhsuk-lede-text">What those who are responsible for it stand for, since when.</p>
        {inForce.length === 0 ? (
          <p>
            There is none today. A statement stands here only when its author has given it to us, with its
            date and version. We write none in the name of a society.
          </p>
        ) : (
          inForce.map((position) => <One key={position.id} position={position} />)
        )}
        {ended.length > 0 ? (
          <>
            <h2 className="nhsuk-heading-l">Not in force any more</h2>
            {ended.map((position) => (
              <One key={position.id} position={position} />
            ))}
          </>
        ) : null}
      </div>
    </PlainFrame>,
  )
}

function One({ position }: { readonly position: Position }) {
  const { id, title, author, version, issued, ended, paragraphs } = position
  return (
    <article aria-labelledby={id}>
      <h3 className="nhsuk-heading-m" id={id}>
        {title}
      </h3>
      <p className="fp-quiet">
        {author}. Version {version}, {dateWords(issued)}.{ended ? ` Ended ${dateWords(ended)}.` : ''}
      </p>
      {paragraphs.map((paragraph, index) => (
        <p key={`${index}`}>{paragraph}</p>
      ))}
    </article>
  )
}
