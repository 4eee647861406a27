/** A leaflet's parts by their addresses: what a variant changes, and what a comparison lays side by side. */

import { frequencyInWords } from './frequency.ts'
import type { Language, LeafletBody, Risk } from './leaflet.ts'
import { localPartIds, type SectionId, TEXT_SECTIONS, type TextSection } from './sections.ts'
import { ENGLISH } from './words/english.ts'
import { wordsOf } from './words/words.ts'

export interface LeafletPart {
  /** `title`, `local/telephone`, `what/tube`, `risks/bleeding`, `when-to-call/fever`, `questions/when`, `easy-read/tube`. */
  readonly path: string
  /** The heading under which it stands. */
  readonly under: string
  /** A clinical part is changed with a reason and a clinician's sign-off only; a local one by the service. */
  readonly kind: 'local' | 'clinical' | 'question' | 'title'
  readonly text: string
}

/** Every part with its whole text, in the order of the page. */
export function partsOf(leaflet: LeafletBody): readonly LeafletPart[] {
  const { headings } = wordsOf(leaflet.language)
  const clinical = (section: SectionId, id: string, text: string): LeafletPart => ({
    path: `${section}/${id}`,
    under: headings[section],
    kind: 'clinical',
    text,
  })
  const texts = (sections: readonly TextSection[]) =>
    sections.flatMap((section) =>
      leaflet.sections[section].map(({ id, says }) => clinical(section, id, says)),
    )
  const risksAt = TEXT_SECTIONS.indexOf('alternatives')
  return [
    { path: 'title', under: 'Title', kind: 'title', text: leaflet.title },
    ...localPartIds.map(
      (id): LeafletPart => ({
        path: `local/${id}`,
        under: ENGLISH.local[id],
        kind: 'local',
        text: leaflet.local[id],
      }),
    ),
    ...leaflet.calls.map(({ id, sign, urgency }) =>
      clinical('when-to-call', id, `${urgency === '999' ? 'Call 999' : 'Ring the same day'}: ${sign}`),
    ),
    ...texts(TEXT_SECTIONS.slice(0, risksAt)),
    ...leaflet.risks.map((risk) => clinical('risks', risk.id, riskInWords(risk, leaflet.language))),
    ...texts(TEXT_SECTIONS.slice(risksAt)),
    ...leaflet.questions.map(
      ({ id, asks }): LeafletPart => ({
        path: `questions/${id}`,
        under: headings.questions,
        kind: 'question',
        text: asks,
      }),
    ),
    ...leaflet.easyRead.map(
      ({ id, says }): LeafletPart => ({
        path: `easy-read/${id}`,
        under: 'Easy read',
        kind: 'clinical',
        text: says,
      }),
    ),
  ]
}

export function partAt(leaflet: LeafletBody, path: string): LeafletPart | undefined {
  return partsOf(leaflet).find((part) => part.path === path)
}

function riskInWords({ name, says, frequency }: Risk, language: Language): string {
  const often = frequency ? frequencyInWords(frequency, language) : wordsOf(language).frequency.notKnown
  return `${name}. ${often} ${says}`
}

/** A text with the service's own telephone, ward and the like in place of `{telephone}`, `{ward}`. */
export function withLocal(text: string, local: LeafletBody['local']): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) =>
    Object.hasOwn(local, name) ? local[name as keyof typeof local] : mark,
  )
}
