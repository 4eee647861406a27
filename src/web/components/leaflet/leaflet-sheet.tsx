/** A leaflet as a page: one column, large type, when to call first; any version, any variant, any language. */

import type { ReactNode } from 'react'
import { isApproved, LANGUAGE_NAMES, type LeafletBody } from '#core/leaflet/leaflet.ts'
import { withLocal } from '#core/leaflet/parts.ts'
import { localPartIds, SECTIONS, type TextSection } from '#core/leaflet/sections.ts'
import { dayIn, filled } from '#core/leaflet/words/words.ts'
import { CallBox } from './call-box.tsx'
import { PersonSymbol } from './people-picture.tsx'
import { RiskList } from './risk-list.tsx'
import { Sources } from './sources.tsx'
import { marksOf, type PageMarks, SourceMark, Words } from './statement.tsx'

interface LeafletSheetProps {
  readonly leaflet: LeafletBody
  /** The profession's name of the procedure, above the title. */
  readonly procedureName: string
  /** Beside the title: a code that leads to the current version. */
  readonly code?: ReactNode
}

/** Sections whose statements stand as a list, and not as paragraphs. */
const listed: ReadonlySet<TextSection> = new Set(['who-may-not', 'before', 'alternatives'])

export function LeafletSheet({ leaflet, procedureName, code }: LeafletSheetProps) {
  const marks = marksOf(leaflet)
  const { words, wordsIn } = marks
  const fill = (text: string) => withLocal(text, leaflet.local)
  return (
    <article className="fp-leaflet" lang={leaflet.language === 'en' ? undefined : leaflet.language}>
      <PersonSymbol />
      <header className="fp-leaflet__head">
        <div>
          <h1 className="nhsuk-heading-xl">
            <span className="nhsuk-caption-xl">{procedureName}</span>
            {leaflet.title}
          </h1>
          <p className="fp-leaflet__version" lang={wordsIn}>
            {filled(words.page.version, {
              version: leaflet.version,
              day: dayIn(leaflet.language, leaflet.written),
            })}
          </p>
        </div>
        {code}
      </header>
      <Standing leaflet={leaflet} marks={marks} />
      <CallBox leaflet={leaflet} marks={marks} />
      {SECTIONS.filter((section) => section !== 'when-to-call').map((section) => (
        <section key={section} aria-labelledby={section}>
          <h2 className="nhsuk-heading-l" id={section} lang={wordsIn}>
            {words.headings[section]}
          </h2>
          {section === 'risks' ? (
            <RiskList leaflet={leaflet} marks={marks} fill={fill} />
          ) : section === 'questions' ? (
            <Questions leaflet={leaflet} />
          ) : (
            <Statements leaflet={leaflet} section={section} marks={marks} fill={fill} />
          )}
        </section>
      ))}
      <Local leaflet={leaflet} marks={marks} />
      <div lang={wordsIn}>
        <Sources leaflet={leaflet} marks={marks} />
        <About leaflet={leaflet} marks={marks} />
      </div>
    </article>
  )
}

interface WithMarks {
  readonly leaflet: LeafletBody
  readonly marks: PageMarks
}

/** Whether anybody stands for it, first of all. */
function Standing({ leaflet, marks }: WithMarks) {
  const { signOff, translation, language } = leaflet
  const { words, wordsIn } = marks
  if (translation?.state === 'machine')
    return (
      <div className="fp-leaflet__standing" role="note" lang={wordsIn}>
        <p>
          <strong>{words.page.byMachine}</strong> {words.page.untilChecked}
        </p>
      </div>
    )
  if (isApproved(leaflet) && signOff)
    return (
      <p className="fp-leaflet__signed" lang={wordsIn}>
        {filled(words.page.signedOff, {
          name: signOff.name,
          role: signOff.role,
          day: dayIn(language, signOff.on),
        })}
      </p>
    )
  return (
    <div className="fp-leaflet__standing" role="note" lang={wordsIn}>
      <p>
        <strong>{words.page.notSigned}</strong> {words.page.untilSigned}
      </p>
    </div>
  )
}

interface StatementsProps {
  readonly leaflet: LeafletBody
  readonly section: TextSection
  readonly marks: PageMarks
  readonly fill: (text: string) => string
}

function Statements({ leaflet, section, marks, fill }: StatementsProps) {
  const drawn = leaflet.sections[section].map(({ id, says, source }) => ({
    id: `${section}-${id}`,
    words: (
      <>
        <Words text={fill(says)} marks={marks} />
        <SourceMark source={source} marks={marks} />
      </>
    ),
  }))
  if (listed.has(section))
    return (
      <ul>
        {drawn.map(({ id, words }) => (
          <li key={id} id={id}>
            {words}
          </li>
        ))}
      </ul>
    )
  return (
    <>
      {drawn.map(({ id, words }) => (
        <p key={id} id={id}>
          {words}
        </p>
      ))}
    </>
  )
}

function Questions({ leaflet }: { readonly leaflet: LeafletBody }) {
  return (
    <ul className="fp-leaflet__questions">
      {leaflet.questions.map(({ id, asks }) => (
        <li key={id} id={`questions-${id}`}>
          {asks}
        </li>
      ))}
    </ul>
  )
}

function Local({ leaflet, marks: { words, wordsIn } }: WithMarks) {
  return (
    <section aria-labelledby="your-hospital" className="fp-leaflet__local">
      <h2 className="nhsuk-heading-m" id="your-hospital" lang={wordsIn}>
        {words.page.hospital}
      </h2>
      <dl className="nhsuk-summary-list">
        {localPartIds.map((id) => (
          <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions" key={id}>
            <dt className="nhsuk-summary-list__key" lang={wordsIn}>
              {words.local[id]}
            </dt>
            <dd className="nhsuk-summary-list__value">{sentence(leaflet.local[id])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function About({ leaflet, marks }: WithMarks) {
  const { page } = marks.words
  const { version, authors, written, reviewDue, language, translation } = leaflet
  return (
    <section aria-labelledby="about-leaflet">
      <h2 className="nhsuk-heading-m" id="about-leaflet">
        {page.about}
      </h2>
      <p>
        {filled(page.written, {
          version,
          day: dayIn(language, written),
          language: LANGUAGE_NAMES[language],
          authors: authors.join(', '),
          due: dayIn(language, reviewDue),
        })}
        {translation ? ` ${filled(page.translated, { version: translation.of })}` : ''}
      </p>
      <p>{page.noSubstitute}</p>
    </section>
  )
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
