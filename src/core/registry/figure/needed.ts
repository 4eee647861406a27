/** What a figure asks a snapshot for. */

import type { Cohort } from '../cohort.ts'
import { withoutArea } from '../disclosure/extent.ts'
import { endpointColumns, measuredByDiameters } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { Level } from '../levels.ts'
import { deathColumns, deathDayOf } from './deaths-by.ts'
import { extentOf } from './extent.ts'

export interface Needed {
  readonly unit: Level
  readonly columns: readonly string[]
  /**
   * Whose rows. Below national level these are the rows of all areas: the gate weighs each count against those of
   * the other areas, from which it could be worked out.
   */
  readonly cohort: Cohort
  readonly firstPerPatient: boolean
}

export function neededFor(spec: FigureSpec): Needed {
  const extent = extentOf(spec)
  const endpoint = 'endpoint' in spec ? spec.endpoint : null
  const ofEndpoint = endpoint ? endpointColumns(endpoint) : { level: 'treatment' as const, columns: [] }
  const columns = new Set(ofEndpoint.columns)
  if ('by' in spec && spec.by !== undefined) columns.add(spec.by)
  if (extent.of === 'areas') for (const name of ['nation', 'region']) columns.add(name)
  for (const name of ofKind(spec)) columns.add(name)
  return {
    unit: ofEndpoint.level,
    columns: [...columns],
    // What is expected of an organisation in a CUSUM is what happens in the nation.
    cohort: extent.of === 'areas' || spec.kind === 'cusum' ? withoutArea(spec.cohort) : spec.cohort,
    firstPerPatient: endpoint?.unit === 'patient',
  }
}

function ofKind(spec: FigureSpec): readonly string[] {
  switch (spec.kind) {
    case 'proportion':
      return deathDayOf(spec.endpoint) === undefined ? [] : deathColumns
    case 'forest':
      return [...spec.columns, 'patientRow']
    case 'swimmer':
      return [
        ...['bestResponse', 'daysToProgression', 'daysToDeath', 'daysToLastSeen', 'daysToNextTreatment'],
        'daysToSevere',
      ]
    case 'waterfall':
      return ['bestChange', 'bestResponse', 'criteria', ...measuredByDiameters.columns]
    case 'funnel':
      return ['organisation', ...spec.adjustedFor]
    case 'run':
      return ['startedOn']
    case 'cusum':
      return ['startedOn', 'age', 'sex', 'organisation']
    case 'volume':
      return ['nation', 'region', 'intent', 'startedOn']
    case 'declared-observed':
      return ['organisation']
    default:
      return []
  }
}
