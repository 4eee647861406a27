/** The sessions of one organisation in the newest snapshot: what the registry has of what was done. */

import type { Config } from '#config'
import type { Session } from '#core/registry/quality/ascertainment.ts'
import { choicesOf, numbersOf } from '#core/registry/vectors.ts'
import type { Database } from '../open.ts'
import { latestSnapshot } from '../snapshot/latest.ts'

export interface RegistrySessions {
  readonly asOf: string
  readonly sessions: readonly Session[]
}

/** Null while there is no snapshot. */
export async function registrySessions(
  db: Database,
  place: Pick<Config, 'dataFolder' | 'sealPublicKeys'>,
  organisation: string,
): Promise<RegistrySessions | null> {
  const snapshot = await latestSnapshot(db, place)
  if (!snapshot) return null
  const vectors = await snapshot.vectors({
    unit: 'session',
    columns: ['procedure', 'on'],
    cohort: { conditions: [{ column: 'organisation', is: 'one-of', values: [organisation] }] },
  })
  const [procedure, on] = [choicesOf(vectors, 'procedure'), numbersOf(vectors, 'on')]
  return {
    asOf: snapshot.asOf,
    sessions: Array.from({ length: vectors.length }, (_, row) => ({
      procedure: procedure.values[(procedure.codes[row] ?? 0) - 1] ?? '',
      on: dayOf(on[row] ?? Number.NaN),
    })),
  }
}

const millisecondsADay = 86_400_000

function dayOf(days: number): string {
  return Number.isNaN(days) ? '' : new Date(days * millisecondsADay).toISOString().slice(0, 10)
}
