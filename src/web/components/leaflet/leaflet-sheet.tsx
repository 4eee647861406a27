/** A leaflet as a page: one column, large type, when to call first; any version, any variant, any language. */

import type { ReactNode } from 'react'
import { dayWords } from '#core/calendar/uk-time.ts'
import { isApproved, LANGUAGE_NAMES, type LeafletBody } from '#core/leaflet/leaflet.ts'
import { headingsOf, withLocal } from '#core/leaflet/parts.ts'
import { LOCAL_PARTS, localPartIds, SECTIONS, type TextSection } from '#core/leaflet/sections.ts'
import { citedBy } from '#core/leaflet/sources-of.ts'
import { CallBox } from './call-box.tsx'
import { PersonSymbol } from './people-picture.tsx'
import { RiskList } from './risk-list.tsx'
import { Sources } from './sources.tsx'
import { type PageMarks, SourceMark, Words } from './statement.tsx'

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
  const headings = headingsOf(leaflet)
  const cited = citedBy(leaflet)
  const marks: PageMarks = { cited, explained: new Set() }
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
          <p className="fp-leaflet__version" lang="en-GB">
            Version {leaflet.version}, {dayWords(leaflet.written)}
          </p>
        </div>
        {code}
      </header>
      <Standing leaflet={leaflet} />
      <CallBox leaflet={leaflet} heading={headings['when-to-call']} marks={marks} />
      {SECTIONS.filter((section) => section !== 'when-to-call').map((section) => (
        <section key={section} aria-labelledby={section}>
          <h2 className="nhsuk-heading-l" id={section}>
            {headings[section]}
          </h2>
          {section === 'risks' ? (
            <RiskList risks={leaflet.risks} marks={marks} fill={fill} />
          ) : section === 'questions' ? (
            <Questions leaflet={leaflet} />
          ) : (
            <Statements leaflet={leaflet} section={section} marks={marks} fill={fill} />
          )}
        </section>
      ))}
      <Local leaflet={leaflet} />
      <div lang="en-GB">
        <Sources leaflet={leaflet} cited={cited} />
        <About leaflet={leaflet} />
      </div>
    </article>
  )
}

/** Whether anybody stands for it, first of all. */
function Standing({ leaflet }: { readonly leaflet: LeafletBody }) {
  const { signOff, translation } = leaflet
  if (translation?.state === 'machine')
    return (
      <div className="fp-leaflet__standing" role="note" lang="en-GB">
        <p>
          <strong>A machine translated this and nobody has checked it.</strong> It is not approved. Read the
          English leaflet, or ask for an interpreter.
        </p>
      </div>
    )
  if (isApproved(leaflet) && signOff)
    return (
      <p className="fp-leaflet__signed" lang="en-GB">
        Signed off by {signOff.name}, {signOff.role}, on {dayWords(signOff.on)}.
      </p>
    )
  return (
    <div className="fp-leaflet__standing" role="note" lang="en-GB">
      <p>
        <strong>Not yet signed off by a clinician.</strong> Use it to get ready to talk with your team, and
        trust what they tell you first.
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

function Local({ leaflet }: { readonly leaflet: LeafletBody }) {
  return (
    <section aria-labelledby="your-hospital" className="fp-leaflet__local">
      <h2 className="nhsuk-heading-m" id="your-hospital">
        Your hospital
      </h2>
      <dl className="nhsuk-summary-list">
        {localPartIds.map((id) => (
          <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions" key={id}>
            <dt className="nhsuk-summary-list__key">{LOCAL_PARTS[id]}</dt>
            <dd className="nhsuk-summary-list__value">{sentence(leaflet.local[id])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function About({ leaflet }: { readonly leaflet: LeafletBody }) {
  const { version, authors, written, reviewDue, language, translation } = leaflet
  return (
    <section aria-labelledby="about-leaflet">
      <h2 className="nhsuk-heading-m" id="about-leaflet">
        About this leaflet
      </h2>
      <p>
        Version {version} of {dayWords(written)}, in {LANGUAGE_NAMES[language]}. Written by{' '}
        {authors.join(', ')}. To be reviewed by {dayWords(reviewDue)}.
        {translation ? ` Translated from version ${translation.of}.` : ''}
      </p>
      <p>It does not take the place of a talk with your team.</p>
    </section>
  )
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
