/** A service's licence for an instrument that others own, with the words of its items, which only the licence holder has. */

import { dayWords } from '../../calendar/uk-time.ts'
import * as field from '../../record/field.ts'
import type { Instrument, InstrumentId } from '../../registry/instruments.ts'
import { serviceKind } from '../service-kind.ts'

const titles: Readonly<Record<InstrumentId, string>> = {
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
    instrument: field.choice({ label: 'Instrument', options: titles }),
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
        },
      }),
    ),
  },
  runs: { until: (body) => body.expires, ends: 'expiry', remindWeeks: 8 },
  about: (body) => body.instrument,
  line: (body) => `${titles[body.instrument]}: licence ${body.reference}, to ${dayWords(body.expires)}`,
})

/** A licence that stands in the service's record, with the day since when. */
export interface StandingLicence {
  readonly occurredAt: string
  readonly body: Parameters<typeof instrumentLicence.line>[0]
}

export type Askable =
  | {
      readonly outcome: 'ask'
      readonly reference: string
      readonly items: readonly { readonly item: string; readonly text: string }[]
    }
  | {
      readonly outcome: 'refused'
      readonly why: 'no-licence' | 'expired' | 'words-missing'
      readonly words: string
    }

/**
 * The items of an instrument in its own order, for a page to ask; refused without a licence that is recorded and in force
 * on the day, and without the words of every item.
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
  const words = new Map((held.body.items ?? []).map(({ item, text }) => [item, text]))
  const items = instrument.items.flatMap((item) => {
    const text = words.get(item)
    return text === undefined ? [] : [{ item, text }]
  })
  if (items.length < instrument.items.length)
    return refused(
      'words-missing',
      `The words of ${instrument.items.length - items.length} items of ${instrument.title} are not loaded`,
    )
  return { outcome: 'ask', reference: held.body.reference, items }
}
