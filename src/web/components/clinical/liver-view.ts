/** Liver function as a list: each score, or what is missing for it. */

import {
  hasLiverInputs,
  type LiverLine,
  liverFunction,
  typedLiverInputs,
} from '#core/clinical/liver-function.ts'
import type { Typed } from '#core/clinical/typed.ts'
import { type Piece, type Sheet, sheet } from './sheet.ts'
import { numberTyped } from './typed-form.ts'

/** What is typed in a work-up's form, as liver function: one function for the page that comes back and for the island. */
export function liveLiver(typed: Typed): readonly Piece[] {
  const inputs = typedLiverInputs(typed, numberTyped)
  return hasLiverInputs(inputs)
    ? [liverSheet(liverFunction(inputs))]
    : ['Child-Pugh, ALBI, MELD and MELD-Na appear here as blood tests are filled in.']
}

export function liverSheet(lines: readonly LiverLine[]): Sheet {
  return sheet(
    'dl',
    'nhsuk-summary-list fp-liver',
    ...lines.map(({ title, words, detail, computable }) =>
      sheet(
        'div',
        'nhsuk-summary-list__row',
        sheet('dt', 'nhsuk-summary-list__key', title),
        sheet(
          'dd',
          `nhsuk-summary-list__value${computable ? '' : ' fp-quiet'}`,
          words,
          ...(detail ? [sheet('span', 'fp-liver__detail', detail)] : []),
        ),
      ),
    ),
  )
}
