/** A cross-check of a SIRT plan as tables: methods beside the plan, each with its bar; doses beside their limits. */

import { type CrossCheck, type MethodCheck, tolerancePercent } from '#core/dosimetry/cross-check.ts'
import { lungLimitsGy } from '#core/dosimetry/lung.ts'
import { gbqWords, gyWords } from './numbers.ts'
import { listSheet, type Piece, type Sheet, sheet, tableSheet, wideCell } from './sheet.ts'

/** The check as sheets; `unknownLung` counts earlier treatments of which the lung dose is not known. */
export function checkSheets(check: CrossCheck, unknownLung = 0): readonly Sheet[] {
  return [
    sheet('p', 'fp-check__label', sheet('strong', '', check.label)),
    sheet('p', `fp-check__verdict fp-check--${check.verdict}`, verdictWords(check)),
    ...listSheet('fp-check__reasons', check.reasons),
    methodsTable(check),
    dosesTable(check),
    ...listSheet('fp-quiet', remarksOf(check, unknownLung)),
  ]
}

/** One sentence, as it is read out. */
export function verdictWords({ verdict }: CrossCheck): string {
  return verdict === 'agrees' ? 'Agreement' : 'Look again'
}

function methodsTable(check: CrossCheck): Sheet {
  const most = Math.max(
    check.plannedGBq,
    ...check.methods.map(({ result }) => (result.computable ? result.activityGBq : 0)),
  )
  const plan: readonly [Piece, ...Piece[]] = [
    'The plan',
    gbqWords(check.plannedGBq),
    bar(check.plannedGBq, check.plannedGBq, most, 'plan'),
    'at injection',
    'as planned by the physicist',
  ]
  return tableSheet({
    caption: 'The plan beside published methods',
    head: ['Method', 'Activity', 'Beside the plan', 'The plan is', 'Result'],
    rows: [plan, ...check.methods.map((method) => methodRow(method, check.plannedGBq, most))],
    numbers: (column) => column === 1,
    stacks: true,
  })
}

function methodRow(method: MethodCheck, planned: number, most: number): readonly [Piece, ...Piece[]] {
  const { title, own, result, assumptions } = method
  const words = own ? `${title}, the physicist’s method` : title
  if (!result.computable) return [words, wideCell(4, result.words)]
  const name = sheet('span', '', words, ...listSheet('fp-check__assumptions', assumptions))
  const { activityGBq, differencePercent, agrees } = result
  const size = Math.abs(differencePercent).toFixed(1)
  const side = differencePercent < 0 ? 'below' : 'above'
  const difference = size === '0.0' ? 'the same' : `${size}% ${side}`
  const verdict = agrees ? 'agrees' : own ? 'look again' : 'differs, as methods do'
  return [name, gbqWords(activityGBq), bar(activityGBq, planned, most, 'method'), difference, verdict]
}

/** A bar as long as the activity, with a line where the plan stands. The numbers say the same. */
function bar(activity: number, planned: number, most: number, kind: 'plan' | 'method'): Sheet {
  const percent = (value: number) => `${((98 * value) / most).toFixed(1)}%`
  return {
    tag: 'svg',
    name: 'fp-check__bar',
    with: { 'aria-hidden': 'true', focusable: 'false' },
    holds: [
      {
        tag: 'rect',
        name: `fp-check__${kind}`,
        with: { y: '25%', width: percent(activity), height: '50%' },
      },
      {
        tag: 'line',
        name: 'fp-check__line',
        with: { x1: percent(planned), x2: percent(planned), y1: '0', y2: '100%' },
      },
    ],
  }
}

function dosesTable({ doses, lung, plannedGBq }: CrossCheck): Sheet {
  const limit = (holds: boolean, gy: number) => `${holds ? 'within' : 'above'} ${gy} Gy`
  const rows: (readonly [Piece, ...Piece[]])[] = doses.map(({ what, gy }) => [
    what,
    gyWords(gy),
    'no limit here',
  ])
  rows.push([
    'Lung, this treatment',
    gyWords(lung.doseGy),
    limit(lung.withinTreatment, lungLimitsGy.treatment),
  ])
  if (lung.earlierGy > 0)
    rows.push([
      'Lung, with earlier treatments',
      gyWords(lung.totalGy),
      limit(lung.withinCumulative, lungLimitsGy.cumulative),
    ])
  return tableSheet({
    caption: `What ${gbqWords(plannedGBq)} would give`,
    head: ['To', 'Dose', 'Limit'],
    rows,
    numbers: (column) => column === 1,
    stacks: true,
  })
}

function remarksOf({ lung }: CrossCheck, unknownLung: number): string[] {
  const { ownMethod, otherMethod } = tolerancePercent
  const unknown =
    unknownLung === 1
      ? ['The lung dose of an earlier treatment is not known and not counted']
      : [`The lung doses of ${unknownLung} earlier treatments are not known and not counted`]
  return [
    `A plan agrees within ${ownMethod}% of its own method and ${otherMethod}% of another: our choice, no source gives one`,
    ...(lung.mostGBq === null ? [] : [`The lung’s limits would be reached with ${gbqWords(lung.mostGBq)}`]),
    ...(unknownLung > 0 ? unknown : []),
  ]
}
