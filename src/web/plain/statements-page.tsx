/** A page made of statements, each with the number of its source or the ring of what waits for a clinician. */

import { ENGLISH } from '#core/leaflet/words/english.ts'
import { citedIn, claimsIn, type PlainPage, type PlainSection, statementsOf } from '#core/plain/page.ts'
import { DOSES } from '#core/plain/radiation.ts'
import { dateWords } from '../components/dates.ts'
import { type PageMarks, SourceMark, Words } from '../components/leaflet/statement.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { Doses } from './doses.tsx'
import { CitedSources, PlainFrame } from './frame.tsx'

/** Where to go on from a page, in words. */
const onward: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'what-it-is': [
    ['Treatments A to Z', paths.plain('treatments')],
    ['Conditions A to Z', paths.plain('conditions')],
    ['Leaflets', paths.leaflets()],
  ],
  'how-to-be-referred': [
    ['Find a service near you', paths.find()],
    ['The map of services', paths.map()],
  ],
  'who-is-in-the-team': [['The words that doctors use', paths.glossary()]],
  radiation: [['The leaflet on radioembolisation', paths.leaflet('selective-internal-radiation-therapy')]],
  accreditation: [['Services and what they say of themselves', paths.services()]],
}

export function StatementsPage({ c, page }: { readonly c: PageContext; readonly page: PlainPage }) {
  const isRadiation = page.id === 'radiation'
  const cited = citedIn(statementsOf(page), isRadiation ? DOSES.map(({ source }) => source) : [])
  const marks: PageMarks = { cited, explained: new Set(), words: ENGLISH, wordsIn: undefined }
  const { claims, unchecked } = claimsIn(page)
  return (
    <PlainFrame c={c} id={page.id} title={page.title} about={page.about}>
      <div className="nhsuk-u-reading-width">
        <p className="nhsuk-lede-text">{page.about}</p>
        <p className="fp-plain__state">
          {unchecked === 0
            ? `Each of its ${claims} statements has a source.`
            : `${claims - unchecked} of its ${claims} statements have a source. ${unchecked} ${unchecked === 1 ? 'is' : 'are'} marked with a small ring (°): a clinician has still to check ${unchecked === 1 ? 'it' : 'them'}.`}{' '}
          No clinician has signed this page off yet. Written {dateWords(page.written)}, to be looked at again
          by {dateWords(page.reviewDue)}.
        </p>
        {page.sections.slice(0, 1).map((section) => (
          <Section key={section.id} section={section} marks={marks} />
        ))}
      </div>
      {isRadiation ? <Doses cited={cited} /> : null}
      <div className="nhsuk-u-reading-width">
        {page.sections.slice(1).map((section) => (
          <Section key={section.id} section={section} marks={marks} />
        ))}
        {(onward[page.id] ?? []).length > 0 ? (
          <ul className="fp-screen-only">
            {(onward[page.id] ?? []).map(([words, href]) => (
              <li key={href}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
        ) : null}
        <CitedSources cited={cited} />
      </div>
    </PlainFrame>
  )
}

function Section({ section, marks }: { readonly section: PlainSection; readonly marks: PageMarks }) {
  const { id, heading, statements } = section
  const said = statements.map((statement) => ({
    id: statement.id,
    words: (
      <>
        <Words text={statement.says} marks={marks} />
        {statement.source ? <SourceMark source={statement.source} marks={marks} /> : null}
      </>
    ),
  }))
  return (
    <section aria-labelledby={id}>
      <h2 className="nhsuk-heading-l" id={id}>
        {heading}
      </h2>
      {section.as === 'list' ? (
        <ul>
          {said.map((one) => (
            <li key={one.id} id={one.id}>
              {one.words}
            </li>
          ))}
        </ul>
      ) : (
        said.map((one) => (
          <p key={one.id} id={one.id}>
            {one.words}
          </p>
        ))
      )}
    </section>
  )
}
