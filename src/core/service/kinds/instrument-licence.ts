/** A service's licence for an instrument that others own, with the words of its items, which only the licence holder has. */

import { dayWords } from '../../calendar/uk-time.ts'
import * as field from '../../record/field.ts'
import { type Instrument, type InstrumentId, isNamed, rangeOf } from '../../registry/instruments.ts'
import { serviceKind } from '../service-kind.ts'

export const instrumentTitles: Readonly<Record<InstrumentId, string>> = {
  'eq-5d-5l': 'EQ-5D-5L',
  'eortc-qlq-c30': 'EORTC QLQ-C30',
  'eortc-qlq-hcc18': 'EORTC QLQ-HCC18',
  'fact-hep': 'FACT-Hep',
  'promis-29': 'PROMIS-29',
}

export const instrumentLicence = serviceKind({
  name: 'instrument-licence',
  title: 'Licence for an instrument',
  plural: 'Licences for instruments',
  whenAsked: 'In force since',
  fields: {
    instrument: field.choice({ label: 'Instrument', options: instrumentTitles }),
    reference: field.text({ label: 'Reference of the licence', hint: 'As its owner gave it', max: 100 }),
    holder: field.text({ label: 'Licence holder', max: 120 }),
    expires: field.date({ label: 'Expires on' }),
    items: field.optional(
      field.list({
        label: 'Words of the items',
        one: 'item',
        max: 60,
        fields: {
          item: field.text({ label: 'Item', hint: 'As the instrument numbers it', max: 10 }),
          text: field.text({ label: 'Its words', max: 300 }),
          answers: field.optional(
            field.paragraph({
              label: 'Words of its answers',
              hint: 'One a line, the lowest number first. A scale of more than seven steps needs none.',
              max: 1000,
            }),
          ),
        },
      }),
    ),
  },
  runs: { until: (body) => body.expires, ends: 'expiry', remindWeeks: 8 },
  about: (body) => body.instrument,
  line: (body) =>
    `${instrumentTitles[body.instrument]}: licence ${body.reference}, to ${dayWords(body.expires)}`,
})

/** A licence that stands in the service's record, with the day since when. */
export interface StandingLicence {
  readonly occurredAt: string
  readonly body: Parameters<typeof instrumentLicence.line>[0]
}

/** An item as a page asks it. */
export interface AskedItem {
  readonly item: string
  readonly text: string
  readonly from: number
  readonly to: number
  /** The words of each answer, from the lowest; null: the numbers alone. */
  readonly words: readonly string[] | null
}

export type Askable =
  | { readonly outcome: 'ask'; readonly reference: string; readonly items: readonly AskedItem[] }
  | {
      readonly outcome: 'refused'
      readonly why: 'no-licence' | 'expired' | 'words-missing'
      readonly words: string
    }

/**
 * The items of an instrument in its own order, for a page to ask; refused without a licence that is recorded and in force
 * on the day, and without the words of every item and of its answers.
 *
 * @param on 2026-11-22
 */
export function itemsToAsk(
  instrument: Instrument,
  licences: readonly StandingLicence[],
  on: string,
): Askable {
  const refused = (why: 'no-licence' | 'expired' | 'words-missing', words: string) =>
    ({ outcome: 'refused', why, words }) as const
  const own = licences.filter(({ body }) => body.instrument === instrument.id && body.reference.trim() !== '')
  const held = own.find(({ occurredAt, body }) => occurredAt.slice(0, 10) <= on && on <= body.expires)
  if (own.length === 0)
    return refused(
      'no-licence',
      `${instrument.title} belongs to ${instrument.owner}. ${instrument.terms} Record the licence first`,
    )
  if (!held) return refused('expired', `No licence for ${instrument.title} is in force on that day`)
  const loaded = new Map((held.body.items ?? []).map((each) => [each.item, each]))
  const items = instrument.items.flatMap((item): AskedItem[] => {
    const found = loaded.get(item)
    const range = rangeOf(instrument, item)
    const words = isNamed(range) ? linesOf(found?.answers) : null
    const isWhole = words === null || words.length === range.to - range.from + 1
    return found && isWhole ? [{ item, text: found.text, ...range, words }] : []
  })
  if (items.length < instrument.items.length)
    return refused(
      'words-missing',
      `The words of ${instrument.items.length - items.length} items of ${instrument.title}, or of their answers, are not loaded`,
    )
  return { outcome: 'ask', reference: held.body.reference, items }
}

const linesOf = (text = ''): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
