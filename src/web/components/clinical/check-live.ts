/** The SIRT plan that is being typed, held against the methods as soon as what they need is there. */

import { listed } from '#core/clinical/computable.ts'
import { type Typed, typedChoice } from '#core/clinical/typed.ts'
import { crossCheck } from '#core/dosimetry/cross-check.ts'
import type { SirtWorkUp } from '#core/dosimetry/work-up.ts'
import { checkSheets, verdictWords } from './check-view.ts'
import type { Sheet } from './sheet.ts'
import { numberTyped } from './typed-form.ts'

export interface LiveCheck {
  readonly statement: string
  readonly sheets: readonly Sheet[]
}

/**
 * The check of what is typed under `sirt`; empty while nothing is.
 *
 * @param earlierLungGy the lung dose of earlier treatments
 */
export function liveCheck(typed: Typed, earlierLungGy: number, unknownLung: number): LiveCheck {
  const fields = Object.entries(typed).filter(([name]) => name.startsWith('sirt.'))
  if (fields.every(([, value]) => value.trim() === '')) return { statement: '', sheets: [] }
  const workUp = sirtTyped(typed)
  if ('missing' in workUp)
    return { statement: `The check of the plan needs ${listed(workUp.missing)}.`, sheets: [] }
  const check = crossCheck(workUp, earlierLungGy)
  return {
    statement: `${check.label}: ${verdictWords(check).toLowerCase()}.`,
    // The sentence above says the label.
    sheets: checkSheets(check, unknownLung).slice(1),
  }
}

const needed = {
  height: ['height', 'cm'],
  weight: ['weight', 'kg'],
  lungShunt: ['lung shunt fraction', '%'],
  liverVolume: ['liver volume', 'ml'],
  tumourVolume: ['tumour volume', 'ml'],
  treatedVolume: ['volume treated', 'ml'],
  plannedActivity: ['activity planned', 'GBq'],
} as const

function sirtTyped(typed: Typed): SirtWorkUp | { readonly missing: readonly string[] } {
  const number = (name: string, unit?: string) => {
    const read = numberTyped(typed[`sirt.${name}`], unit)
    return read === undefined || read < 0 ? undefined : read
  }
  const device = typedChoice(typed['sirt.device'], ['resin', 'glass'])
  const method = typedChoice(typed['sirt.method'], ['bsa', 'single', 'partition', 'other'])
  const numbers = Object.entries(needed).map(([name, [words, unit]]) => {
    const value = number(name, unit)
    // Nothing but the shunt may be 0.
    return { name, words, value: value === 0 && name !== 'lungShunt' ? undefined : value }
  })
  const missing = [
    ...(device ? [] : ['microspheres']),
    ...numbers.filter(({ value }) => value === undefined).map(({ words }) => words),
    ...(method ? [] : ['the physicist’s method']),
  ]
  if (!device || !method || missing.length > 0) return { missing }
  const values = Object.fromEntries(numbers.map(({ name, value }) => [name, value])) as Record<
    keyof typeof needed,
    number
  >
  if (values.lungShunt > 100) return { missing: ['a lung shunt fraction of at most 100%'] }
  return {
    ...values,
    device,
    method,
    tumourToNormal: positive(number('tumourToNormal')),
    lungMass: positive(number('lungMass', 'kg')),
    targetDose: positive(number('targetDose', 'Gy')),
    targetDoseTo: typedChoice(typed['sirt.targetDoseTo'], ['volume', 'tumour', 'normal-liver']),
  }
}

function positive(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value
}
