/** What a funnel says of the model behind what is expected: its coefficients, how it tells patients apart, whether it comes true. */

import { inSentence } from '../../sentence.ts'
import type { CaseMixModel, Coefficient } from './case-mix.ts'
import type { Gate, Table, TableCell } from './figure.ts'
import { grouped, listed, percentWords, withInterval } from './words.ts'

/** Tables of a model of the whole nation; a gate that withholds anything shows none. */
export function modelTables(model: CaseMixModel | null, title: string, gate: Gate): readonly Table[] {
  if (model === null || !gate.exact) return []
  const nameOf = ({ title: column, name }: Coefficient) =>
    name.startsWith(column) ? name : `${column}: ${inSentence(name)}`
  const coefficientOf = ({ odds, isReference }: Coefficient): TableCell =>
    odds ? odds.estimate.toFixed(3) : isReference ? '0 (reference)' : 'said by others'
  const ratioOf = ({ odds, isReference }: Coefficient): TableCell =>
    odds ? withInterval(odds.oddsRatio, odds.lower, odds.upper, 2) : isReference ? '1 (reference)' : ''
  return [
    {
      caption: `The model of case mix: ${inSentence(title)}, all services together`,
      columns: [
        { heading: 'Category' },
        { heading: 'Odds ratio (95% interval)', number: true },
        { heading: 'Coefficient', number: true },
        { heading: 'Known', number: true },
        { heading: 'Counted', number: true },
      ],
      rows: [
        ...model.coefficients.map((each): TableCell[] => [
          ...[nameOf(each), ratioOf(each), coefficientOf(each)],
          ...[each.known, each.events],
        ]),
        ['Intercept', '', model.intercept.toFixed(3), model.known, model.events],
      ],
    },
    {
      caption: 'Calibration: does what the model expects come true?',
      columns: [
        { heading: 'Expected chance' },
        { heading: 'Known', number: true },
        { heading: 'Expected', number: true },
        { heading: 'Observed', number: true },
      ],
      rows: model.calibration.map(({ from, to, subjects, expected, observed }): TableCell[] => {
        const [low, high] = [percentWords(from, 1), percentWords(to, 1)]
        return [low === high ? low : `${low} to ${high}`, subjects, expected.toFixed(1), observed]
      }),
    },
  ]
}

/** How the model was made and how good it is, a sentence each. */
export function modelWords(model: CaseMixModel, names: readonly string[]): readonly string[] {
  const { known, events, parameters, leftOut, cStatistic } = model
  return [
    `Adjusted for ${listed(names.map(inSentence))} by logistic regression; what is not known is a category of its own, and categories of fewer than 10 with it or without it are put together.`,
    `The model has ${parameters} ${parameters === 1 ? 'coefficient' : 'coefficients'} beside its intercept, from ${grouped(events)} with it among ${grouped(known)} whose outcome is known.`,
    ...(leftOut.length === 0
      ? []
      : [
          `${listed(leftOut)} made no difference that could be told, and ${leftOut.length === 1 ? 'is' : 'are'} not in the model.`,
        ]),
    ...(cStatistic === null
      ? []
      : [
          `C-statistic ${cStatistic.toFixed(2)}: of two, one with it and one without, the model gave the one with it the higher chance so often; 0.5 tells nothing, 1 tells all. It was measured on those from whom the model was made, which flatters it a little.`,
        ]),
  ]
}
