/** The activity that a treatment delivered, from what is typed: calibrated, decayed to the injection, less the residual. */

import type { Typed } from '#core/clinical/typed.ts'
import { deliveredActivity } from '#core/dosimetry/delivered.ts'
import { hoursBetween } from '#core/dosimetry/y90.ts'
import { readMoment } from '../kind-form/moment.ts'
import { gbqWords } from './numbers.ts'
import { dayTyped, numberTyped } from './typed-form.ts'

/** Per cent by which the activity typed may differ from what its own numbers come to. Ours: no source gives one. */
const tolerancePercent = 5

/** One sentence or two; empty while the numbers for it are not there. */
export function liveDelivered(typed: Typed): string {
  const calibratedGBq = numberTyped(typed['activity.calibrated'], 'GBq')
  const residualGBq = numberTyped(typed['activity.residual'], 'GBq')
  const calibratedAt = momentTyped(typed, 'activity.calibratedAt')
  const injectedAt = momentTyped(typed, 'occurredAt')
  if (!calibratedGBq || residualGBq === undefined || !calibratedAt || !injectedAt) return ''
  const computed = deliveredActivity({ calibratedGBq, calibratedAt, injectedAt, residualGBq })
  const hours = hoursBetween(calibratedAt, injectedAt)
  const when = `${Math.abs(hours).toFixed(1)} hours ${hours < 0 ? 'before' : 'after'} calibration`
  const left = `${gbqWords(computed.atInjectionGBq)} at the beginning of the procedure, ${when}, less ${gbqWords(residualGBq)}`
  if (computed.deliveredGBq <= 0)
    return `Look again: by these numbers more stayed behind than there was (${left}).`
  const sum = `By these numbers ${gbqWords(computed.deliveredGBq)} were delivered: ${left}.`
  return `${sum}${besideTyped(typed, computed.deliveredGBq)}`
}

function besideTyped(typed: Typed, deliveredGBq: number): string {
  const given = numberTyped(typed['activity.delivered'], 'GBq')
  if (given === undefined) return ''
  const percent = (100 * (given - deliveredGBq)) / deliveredGBq
  if (Math.abs(percent) <= tolerancePercent) return ' The activity typed agrees.'
  return ` Look again: the activity typed is ${Math.abs(percent).toFixed(0)}% ${percent < 0 ? 'below' : 'above'} that.`
}

function momentTyped(typed: Typed, path: string): string | undefined {
  const day = dayTyped(typed, path)
  if (!day) return undefined
  const read = readMoment(day, typed[`${path}-time`] ?? '')
  return 'value' in read ? read.value : undefined
}
