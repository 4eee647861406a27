/** A scan from the fields of a form while it is filled in; a row that says nothing yet is left out. */

import { type ReadNumber, type Typed, typedChoice, typedNumber, typedYesNo } from '../clinical/typed.ts'
import { type Criteria, type Lesion, unnamed } from './lesion.ts'

export interface TypedScan {
  readonly criteria: Criteria | undefined
  readonly baseline: boolean | undefined
  readonly lesions: readonly Lesion[]
}

/** Reads `criteria`, `baseline` and `lesions.N.*`, in the order of N. A lesion without a name yet has its row's. */
export function typedScan(typed: Typed, read: ReadNumber = typedNumber): TypedScan {
  const rows = new Map<number, Record<string, string>>()
  for (const [name, value] of Object.entries(typed)) {
    const [, index, field] = /^lesions\.(\d+)\.([A-Za-z]+)$/.exec(name) ?? []
    if (index === undefined || field === undefined) continue
    const row = rows.get(Number(index)) ?? {}
    row[field] = value
    rows.set(Number(index), row)
  }
  return {
    criteria: typedChoice(typed.criteria, ['recist-1.1', 'mrecist']),
    baseline: typedYesNo(typed.baseline),
    lesions: [...rows]
      .sort(([one], [other]) => one - other)
      .map(([, row]) => row)
      .filter(({ key, diameter, place, organ }) =>
        [key, diameter, place, organ].some((value) => value?.trim()),
      )
      .map((row, index) => typedLesion(row, index, read)),
  }
}

function typedLesion(row: Readonly<Record<string, string>>, index: number, read: ReadNumber): Lesion {
  const diameter = read(row.diameter, 'mm')
  const state = typedChoice(row.state, ['gone', 'present', 'progressed', 'not-evaluated'])
  const treatedBefore = typedYesNo(row.treatedBefore)
  const progressedSince = typedYesNo(row.progressedSince)
  const place = row.place?.trim()
  return {
    key: row.key?.trim() || `${unnamed}${index + 1}`,
    organ: row.organ ?? '',
    kind: typedChoice(row.kind, ['target', 'target-node', 'non-target', 'new']) ?? 'target',
    ...(place ? { place } : {}),
    ...(diameter === undefined ? {} : { diameter }),
    ...(state ? { state } : {}),
    ...(treatedBefore === undefined ? {} : { treatedBefore }),
    ...(progressedSince === undefined ? {} : { progressedSince }),
  }
}
