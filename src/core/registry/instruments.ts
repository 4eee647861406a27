/**
 * Instruments that others own: what they are and how their answers are scored, as data. Their words are not here and
 * not shipped: a service loads them under its licence, and without a licence in force nothing is asked.
 *
 * @see domain-facts g; docs/sources.md. @unverified the items of each FACT-Hep scale, from memory of its scoring guide
 */

/** How answers become the scores of one scale. */
export type Scoring =
  /** EORTC: the mean of the items, drawn out to 0 to 100, turned round for functioning; half of them have to be answered. `range`: highest less lowest answer. */
  | { readonly by: 'linear'; readonly range: number; readonly isTurned: boolean }
  /** FACIT: the sum of the items, some turned round, prorated; more than half of them have to be answered. */
  | { readonly by: 'prorated-sum'; readonly highest: number; readonly turned: readonly string[] }
  /** A table that belongs to the owner, such as a value set or T-scores: it is not ours to ship. Whoever runs a node may load it. */
  | { readonly by: 'table' }

export interface Scale {
  readonly name: string
  readonly title: string
  readonly items: readonly string[]
  readonly scoring: Scoring
  /** A low score is the better one, as of symptoms. */
  readonly lowIsBetter?: boolean
}

export interface Instrument {
  readonly id: InstrumentId
  readonly title: string
  readonly owner: string
  /** What its owner asks of whoever uses it. */
  readonly terms: string
  readonly items: readonly string[]
  readonly scales: readonly Scale[]
  /** The answers that its items take; where one takes others, by that item. */
  readonly answers: AnswerRange
  readonly others?: Readonly<Record<string, AnswerRange>>
}

/** From the lowest number to the highest. Of more than seven answers only the ends have words, in those of the item. */
export interface AnswerRange {
  readonly from: number
  readonly to: number
}

/** As many answers as are named one by one. */
const mostNamed = 7

export const rangeOf = ({ answers, others }: Instrument, item: string): AnswerRange =>
  others?.[item] ?? answers

export const isNamed = ({ from, to }: AnswerRange): boolean => to - from < mostNamed

export const instrumentIds = [
  'eq-5d-5l',
  'eortc-qlq-c30',
  'eortc-qlq-hcc18',
  'fact-hep',
  'promis-29',
] as const
export type InstrumentId = (typeof instrumentIds)[number]

const numbered = (prefix: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`)

const symptoms = (name: string, title: string, ...items: readonly number[]): Scale => ({
  name,
  title,
  items: items.map((item) => `Q${item}`),
  scoring: { by: 'linear', range: 3, isTurned: false },
  lowIsBetter: true,
})
const functioning = (name: string, title: string, ...items: readonly number[]): Scale => ({
  ...symptoms(name, title, ...items),
  scoring: { by: 'linear', range: 3, isTurned: true },
  lowIsBetter: false,
})
const wellBeing = (
  name: string,
  title: string,
  items: readonly string[],
  turned: readonly string[],
): Scale => ({
  ...{ name, title, items },
  scoring: { by: 'prorated-sum', highest: 4, turned },
})

export const instruments: readonly Instrument[] = [
  {
    id: 'eq-5d-5l',
    title: 'EQ-5D-5L',
    owner: 'EuroQol Research Foundation',
    terms:
      'The use is registered with EuroQol. Both parts are asked: one alone is not EQ-5D. A value set is the licence holder’s own: the index value is computed once it is loaded.',
    items: ['MO', 'SC', 'UA', 'PD', 'AD', 'VAS'],
    answers: { from: 1, to: 5 },
    others: { VAS: { from: 0, to: 100 } },
    scales: [
      {
        name: 'index',
        title: 'Index value',
        items: ['MO', 'SC', 'UA', 'PD', 'AD'],
        scoring: { by: 'table' },
      },
      // The mark itself, from 0 (worst) to 100 (best).
      {
        ...{ name: 'VAS', title: 'EQ VAS', items: ['VAS'] },
        scoring: { by: 'prorated-sum', highest: 100, turned: [] },
      },
    ],
  },
  {
    id: 'eortc-qlq-c30',
    title: 'EORTC QLQ-C30',
    owner: 'EORTC Quality of Life Group',
    terms: 'Permission is needed for each study, also an academic one; asking it on a screen is declared.',
    items: numbered('Q', 1, 30),
    answers: { from: 1, to: 4 },
    others: { Q29: { from: 1, to: 7 }, Q30: { from: 1, to: 7 } },
    // @see EORTC QLQ-C30 scoring manual, third edition, 2001
    scales: [
      {
        ...{ name: 'QL2', title: 'Global health status', items: ['Q29', 'Q30'] },
        scoring: { by: 'linear', range: 6, isTurned: false },
      },
      functioning('PF2', 'Physical functioning', 1, 2, 3, 4, 5),
      functioning('RF2', 'Role functioning', 6, 7),
      functioning('EF', 'Emotional functioning', 21, 22, 23, 24),
      functioning('CF', 'Cognitive functioning', 20, 25),
      functioning('SF', 'Social functioning', 26, 27),
      symptoms('FA', 'Fatigue', 10, 12, 18),
      symptoms('NV', 'Nausea and vomiting', 14, 15),
      symptoms('PA', 'Pain', 9, 19),
      symptoms('DY', 'Dyspnoea', 8),
      symptoms('SL', 'Insomnia', 11),
      symptoms('AP', 'Appetite loss', 13),
      symptoms('CO', 'Constipation', 16),
      symptoms('DI', 'Diarrhoea', 17),
      symptoms('FI', 'Financial difficulties', 28),
    ],
  },
  {
    id: 'eortc-qlq-hcc18',
    title: 'EORTC QLQ-HCC18',
    owner: 'EORTC Quality of Life Group',
    terms:
      'Permission is needed for each study, together with QLQ-C30. Its scales are scored by its owner’s manual, once tables by it are loaded.',
    items: numbered('Q', 31, 48),
    answers: { from: 1, to: 4 },
    scales: [
      { name: 'all', title: 'Scales of HCC18', items: numbered('Q', 31, 48), scoring: { by: 'table' } },
    ],
  },
  {
    id: 'fact-hep',
    title: 'FACT-Hep',
    owner: 'FACIT.org',
    terms: 'A licence agreement is made for each project.',
    items: [
      ...[...numbered('GP', 1, 7), ...numbered('GS', 1, 7), ...numbered('GE', 1, 6), ...numbered('GF', 1, 7)],
      ...numbered('HEP', 1, 18),
    ],
    answers: { from: 0, to: 4 },
    scales: [
      wellBeing('PWB', 'Physical well-being', numbered('GP', 1, 7), numbered('GP', 1, 7)),
      wellBeing('SWB', 'Social and family well-being', numbered('GS', 1, 7), []),
      wellBeing('EWB', 'Emotional well-being', numbered('GE', 1, 6), ['GE1', 'GE3', 'GE4', 'GE5', 'GE6']),
      wellBeing('FWB', 'Functional well-being', numbered('GF', 1, 7), []),
      {
        name: 'HCS',
        title: 'Hepatobiliary subscale',
        items: numbered('HEP', 1, 18),
        scoring: { by: 'table' },
      },
    ],
  },
  {
    id: 'promis-29',
    title: 'PROMIS-29',
    owner: 'HealthMeasures',
    terms:
      'The terms of use are accepted, and reproduction is restricted. T-scores are its owner’s tables: they are computed once these are loaded.',
    items: numbered('P', 1, 29),
    answers: { from: 1, to: 5 },
    others: { P29: { from: 0, to: 10 } },
    scales: [{ name: 'domains', title: 'T-scores', items: numbered('P', 1, 29), scoring: { by: 'table' } }],
  },
]

const byId = new Map(instruments.map((each) => [each.id, each]))

export function instrumentById(id: string): Instrument | undefined {
  return byId.get(id as InstrumentId)
}

export type Scored =
  | { readonly outcome: 'scored'; readonly score: number }
  /** Too few of its items are answered. */
  | { readonly outcome: 'too-few' }
  /** By a table of the owner's (core/feedback/score-table.ts). */
  | { readonly outcome: 'table-missing' }

/**
 * The score of one scale by its public rule.
 *
 * @param answers by item; an item that was left out is absent. Answers of a linear scale begin at 1, of a sum at 0
 */
export function scoreOf({ items, scoring }: Scale, answers: Readonly<Record<string, number>>): Scored {
  const given = items.flatMap((item) => {
    const answer = answers[item]
    return answer === undefined ? [] : [{ item, answer }]
  })
  if (scoring.by === 'table') return { outcome: 'table-missing' }
  if (scoring.by === 'linear') {
    if (given.length * 2 < items.length || given.length === 0) return { outcome: 'too-few' }
    const raw = given.reduce((sum, { answer }) => sum + answer, 0) / given.length
    const share = (raw - 1) / scoring.range
    return { outcome: 'scored', score: (scoring.isTurned ? 1 - share : share) * 100 }
  }
  if (given.length * 2 <= items.length) return { outcome: 'too-few' }
  const { highest, turned } = scoring
  const sum = given.reduce(
    (all, { item, answer }) => all + (turned.includes(item) ? highest - answer : answer),
    0,
  )
  return { outcome: 'scored', score: (sum * items.length) / given.length }
}
