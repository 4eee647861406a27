/** The kinds of figure that an explorer offers: what each answers, and what has to be chosen for it. */

import type { Endpoint } from '../endpoint.ts'
import type { FigureKind } from '../figure-spec.ts'

export interface OfferedKind {
  readonly kind: FigureKind
  readonly title: string
  /** The question that it answers. */
  readonly asks: string
  /** Which endpoints it takes; none: it has its own outcome. */
  readonly takes: ((endpoint: Endpoint) => boolean) | null
  /** The endpoint of the list that it begins with. */
  readonly begins: string | null
  readonly by?: true
  readonly months?: true
  readonly interval?: true
  /** Columns of a regression, or to adjust for. */
  readonly columns?: 'at-least-one' | 'any'
  readonly edition?: true
}

const isTime = (endpoint: Endpoint) => endpoint.measure === 'time'
const isShare = (endpoint: Endpoint) => endpoint.measure === 'proportion'
const competes = (endpoint: Endpoint) => endpoint.measure === 'time' && endpoint.competing.length > 0

export const offeredKinds: readonly OfferedKind[] = [
  {
    kind: 'survival',
    title: 'Kaplan-Meier curve',
    asks: 'How long until it happens, and to how many?',
    takes: (endpoint) => isTime(endpoint) && !competes(endpoint),
    ...{ begins: 'overall-survival', by: true, months: true, interval: true },
  },
  {
    kind: 'incidence',
    title: 'Cumulative incidence',
    asks: 'To how many has it happened by when, where something else can come first?',
    takes: competes,
    ...{ begins: 'local-progression', by: true, months: true },
  },
  {
    kind: 'proportion',
    title: 'Share by group',
    asks: 'To how many did it happen?',
    takes: isShare,
    ...{ begins: 'technical-success', by: true },
  },
  {
    kind: 'forest',
    title: 'Forest plot',
    asks: 'What goes with a better or a worse outcome, all else equal?',
    takes: () => true,
    ...{ begins: 'overall-survival', columns: 'at-least-one' },
  },
  {
    kind: 'funnel',
    title: 'Funnel plot',
    asks: 'Which services differ by more than chance?',
    takes: isShare,
    ...{ begins: 'severe-complication-30', columns: 'any' },
  },
  {
    kind: 'waterfall',
    title: 'Waterfall of best response',
    asks: 'By how much did each tumour burden change?',
    ...{ takes: null, begins: null },
  },
  {
    kind: 'swimmer',
    title: 'Swimmer plot',
    asks: 'What happened to each patient, and when?',
    ...{ takes: null, begins: null },
  },
  {
    kind: 'volume',
    title: 'Treatments per million',
    asks: 'How much is done for the people of each region?',
    ...{ takes: null, begins: null },
  },
  {
    kind: 'declared-observed',
    title: 'Declared beside observed',
    asks: 'Do services do what they told the census that they offer?',
    ...{ takes: null, begins: null, edition: true },
  },
]

export const offeredKind = (kind: string | null): OfferedKind | undefined =>
  offeredKinds.find((each) => each.kind === kind)
