/** Which columns an endpoint is computed from, and of which level's rows. */

import type { Column } from '../column.ts'
import type { Censoring, Endpoint, Event, Proportion, Start, TimeToEvent, Unit } from '../endpoint.ts'
import { type Level, levels } from '../levels.ts'
import { ruleOf } from './applies.ts'

/** The level whose rows an endpoint's units are. Of a patient: the first treatment in the cohort. */
export function levelOf(unit: Unit): Exclude<Level, 'patient' | 'assessment' | 'complication' | 'feedback'> {
  return unit === 'patient' ? 'treatment' : unit
}

export const eventColumns: Readonly<Record<Event, string>> = {
  death: 'daysToDeath',
  progression: 'daysToProgression',
  'local-progression': 'daysToLocalProgression',
  'next-treatment': 'daysToNextTreatment',
  'severe-complication': 'daysToSevere',
}

export const censoringColumns: Readonly<Record<Censoring, string>> = {
  'last-seen': 'daysToLastSeen',
  'last-imaging': 'daysToLastImaging',
}

/** How many days lie between the start and the first session; null: none do. */
export const startColumns: Readonly<Record<Start, string | null>> = {
  treatment: null,
  referral: 'daysFromReferral',
  discussion: 'daysFromDiscussion',
}

/** The day on which a unit's time begins. */
export const startDayOf = (unit: Unit) => (unit === 'session' ? 'on' : 'startedOn')

/** Whether a row that was never shown complete cannot have the event: there is nothing that could come back. */
export function needsCompleteness({ events }: TimeToEvent): boolean {
  return events.includes('local-progression') && !events.includes('death')
}

/** The columns that an endpoint needs: of the level's own, else by join of its treatment. */
export function endpointColumns(endpoint: Endpoint): {
  readonly level: ReturnType<typeof levelOf>
  readonly columns: readonly string[]
} {
  const level = levelOf(endpoint.unit)
  if (endpoint.measure === 'proportion')
    return {
      level,
      columns: [
        ...new Set([endpoint.column, startDayOf(endpoint.unit), ...(ruleOf(endpoint)?.columns ?? [])]),
      ],
    }
  const { unit, start, events, competing, censoring } = endpoint
  const shift = unit === 'session' && start === 'treatment' ? 'daysFromStart' : startColumns[start]
  const columns = [
    ...[...events, ...competing].map((event) => eventColumns[event]),
    censoringColumns[censoring],
    ...(shift ? [shift] : []),
    ...(needsCompleteness(endpoint) ? ['techniqueEfficacy'] : []),
    ...(ruleOf(endpoint)?.columns ?? []),
  ]
  return { level, columns: [...new Set(columns)] }
}

/**
 * The column that a share is of.
 *
 * @throws RangeError where the level has none of that name, or it is no yes-or-no
 */
export function columnOf({ unit, column }: Pick<Proportion, 'unit' | 'column'>): Column {
  const level = levelOf(unit)
  const columns: Readonly<Record<string, Column>> = levels[level].columns
  const found = Object.hasOwn(columns, column) ? columns[column] : undefined
  if (found?.type !== 'yes-no') throw new RangeError(`${level} has no yes-or-no column ${column}`)
  return found
}
