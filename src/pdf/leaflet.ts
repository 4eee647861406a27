/** A leaflet as PDF: what the page says, in its order, with the pictures of 100 people and their words. */

import { frequencyInWords, of100, of100InWords } from '#core/leaflet/frequency.ts'
import {
  type Frequency,
  isApproved,
  LANGUAGE_NAMES,
  type LeafletBody,
  type Risk,
} from '#core/leaflet/leaflet.ts'
import { withLocal } from '#core/leaflet/parts.ts'
import { type Happening, peopleOf, peoplePicture, personPath } from '#core/leaflet/people-picture.ts'
import { localPartIds, SECTIONS, type SectionId } from '#core/leaflet/sections.ts'
import { citedBy, numberOf } from '#core/leaflet/sources-of.ts'
import { dayIn, filled, wordsOf } from '#core/leaflet/words/words.ts'
import { typeset } from './press.ts'

export interface LeafletPaper {
  /** The profession's name of the procedure. */
  readonly procedureName: string
  /** Where the current version stands, printed and as a code. */
  readonly address: string
  /** The code of the address: an SVG image. */
  readonly code: string
  readonly large: boolean
  /** Said on every page of a demonstration. */
  readonly fictional: boolean
}

/**
 * A leaflet as a PDF file.
 *
 * @throws PdfError where it cannot be made; the leaflet's page can still be printed
 */
export function leafletPdf(leaflet: LeafletBody, paper: LeafletPaper): Promise<Uint8Array<ArrayBuffer>> {
  return typeset('leaflet', paperOf(leaflet, paper))
}

const fill: Readonly<Record<Happening, string>> = {
  happens: 'fill="#b0190d"',
  may: 'fill="#f0b7b2" stroke="#b0190d" stroke-width="1.4"',
  not: 'fill="none" stroke="#768692"',
}

function paperOf(leaflet: LeafletBody, paper: LeafletPaper) {
  const cited = citedBy(leaflet)
  const words = wordsOf(leaflet.language)
  const { headings, page } = words
  const local = (text: string) => withLocal(text, leaflet.local)
  const mark = (source: LeafletBody['risks'][number]['source']) => numberOf(cited, source)
  const said = (says: string, source: LeafletBody['risks'][number]['source']) => ({
    text: local(says),
    mark: mark(source),
  })
  const calls = (urgency: '999' | 'same-day') =>
    leaflet.calls.filter((call) => call.urgency === urgency).map(({ sign, source }) => said(sign, source))
  const section = (id: Exclude<SectionId, 'when-to-call' | 'risks' | 'questions'>) => ({
    kind: 'statements',
    heading: headings[id],
    listed: id === 'who-may-not' || id === 'before' || id === 'alternatives',
    said: leaflet.sections[id].map(({ says, source }) => said(says, source)),
  })
  return {
    ...paper,
    language: leaflet.language,
    title: leaflet.title,
    standing: standingOf(leaflet),
    isApproved: isApproved(leaflet),
    words,
    version: versionOf(leaflet),
    about: aboutOf(leaflet),
    codeSays: `${page.code}: ${paper.address}`,
    currentAt: filled(page.currentAt, { address: paper.address }),
    call: {
      heading: headings['when-to-call'],
      now: calls('999'),
      today: calls('same-day'),
      by: [
        `${words.calls.byDay}: ${leaflet.local.telephone}.`,
        `${words.local.outOfHours}: ${leaflet.local.outOfHours}.`,
      ],
    },
    sections: SECTIONS.filter((id) => id !== 'when-to-call').map((id) => {
      if (id === 'risks')
        return {
          kind: 'risks',
          heading: headings.risks,
          known: leaflet.risks.flatMap((risk) =>
            risk.frequency ? [knownRisk(risk, { ...leaflet, frequency: risk.frequency }, said)] : [],
          ),
          unknown: leaflet.risks
            .filter(({ frequency }) => frequency === null)
            .map(({ name, says, source }) => ({ name, ...said(says, source) })),
        }
      if (id === 'questions')
        return {
          kind: 'questions',
          heading: headings.questions,
          asked: leaflet.questions.map(({ asks }) => asks),
        }
      return section(id)
    }),
    local: localPartIds.map((id) => ({ label: words.local[id], value: leaflet.local[id] })),
    sources: cited.map(({ words }) => words),
  }
}

function knownRisk(
  risk: Risk,
  { frequency, language }: Pick<LeafletBody, 'language'> & { readonly frequency: Frequency },
  said: (says: string, source: Risk['source']) => { text: string; mark: string },
) {
  const people = peopleOf(of100(frequency))
    .map(
      ({ x, y, happening }) =>
        `<path transform="translate(${x} ${y})" d="${personPath}" ${fill[happening]}/>`,
    )
    .join('')
  return {
    name: risk.name,
    frequency: frequencyInWords(frequency, language),
    ...said(risk.says, risk.source),
    picture: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${peoplePicture.width} ${peoplePicture.height}" width="${peoplePicture.width}" height="${peoplePicture.height}">${people}</svg>`,
    pictureSays: of100InWords(risk.name, frequency, language),
  }
}

function standingOf({ signOff, translation, language }: LeafletBody): string {
  const { page } = wordsOf(language)
  if (translation?.state === 'machine') return `${page.byMachine} ${page.untilChecked}`
  if (!signOff) return `${page.notSigned} ${page.untilSigned}`
  return filled(page.signedOff, { name: signOff.name, role: signOff.role, day: dayIn(language, signOff.on) })
}

export function versionOf({ version, written, language }: LeafletBody): string {
  return filled(wordsOf(language).page.version, { version, day: dayIn(language, written) })
}

function aboutOf({ version, written, language, authors, reviewDue, translation }: LeafletBody): string {
  const { page } = wordsOf(language)
  const about = filled(page.written, {
    version,
    day: dayIn(language, written),
    language: LANGUAGE_NAMES[language],
    authors: authors.join(', '),
    due: dayIn(language, reviewDue),
  })
  return translation ? `${about} ${filled(page.translated, { version: translation.of })}` : about
}
