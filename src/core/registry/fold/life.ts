/** Until when a patient lived, and when they were last seen alive. */

import { daysAfter } from '../../calendar/uk-day.ts'
import type { PatientForRegistry } from '../patient-for-registry.ts'
import { after, dayOrNull, earliest, latest } from './days.ts'
import type { Told } from './facts.ts'

export interface Life {
  readonly diedOn: string | null
  /** Days on which somebody saw the patient alive, none after death. */
  readonly seen: readonly string[]
}

/**
 * The death on the patient's own record, which a registrar confirms, comes before one that a case says; of several
 * that cases say, the earliest. What is said of the patient after death is not used: somebody has to be asked.
 */
export function lifeOf(patient: PatientForRegistry, all: readonly Told[], asOf: string): Life {
  const own = dayOrNull(patient.diedOn)
  const diedOn = own !== null && own <= asOf ? own : earliest(all.flatMap(({ deaths }) => deaths))
  const seen = all.flatMap((told) => told.seen).filter((day) => diedOn === null || day <= diedOn)
  return { diedOn, seen }
}

/**
 * Days from a start to death, and to when the patient was last seen. Both are unknown where the death is said to
 * lie before the start.
 */
export function daysOfLife({ diedOn, seen }: Life, startOn: string) {
  if (diedOn !== null && diedOn < startOn) return { daysToDeath: null, daysToLastSeen: null }
  return { daysToDeath: after(startOn, diedOn), daysToLastSeen: after(startOn, latest(seen)) }
}

/** Whether a patient died within so many days; null where nobody knows, or the death lies before. */
export function diedWithin({ diedOn, seen }: Life, fromOn: string, days: number): boolean | null {
  const last = daysAfter(fromOn, days)
  if (diedOn !== null) return diedOn < fromOn ? null : diedOn <= last
  return seen.some((day) => day >= last) ? false : null
}
