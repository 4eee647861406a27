/** Files of invented past treatments, of any length, the same for the same number of rows. */

import { csvOf } from '#core/census/csv.ts'
import { checkDigit } from '#core/patient/identifiers.ts'

export const header = [
  ...[
    'localKey',
    'nhsNumber',
    'birthOn',
    'sex',
    'procedure',
    'treatedOn',
    'intent',
    'tumourSite',
    'icd10',
    'ecog',
  ],
  ...[
    'target1Organ',
    'target1Size',
    'technicalSuccess',
    'safety',
    'lastSeenOn',
    'diedOn',
    'anaesthesia',
    'minutes',
  ],
] as const
export type Heading = (typeof header)[number]

/** A number that passes its check, of the range that is given to nobody. */
export function nhsNumber(index: number): string {
  for (let at = index * 3; ; at += 1) {
    const nine = `999${String(at % 1_000_000).padStart(6, '0')}`
    const digit = checkDigit(nine)
    // Ten nines pass the check and are no number.
    if (digit !== null && nine !== '999999999') return `${nine}${digit}`
  }
}

const day = (year: number, index: number) =>
  `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`

/** A row that is right, but for what is given. */
export function row(index: number, over: Partial<Record<Heading, string>> = {}): readonly string[] {
  const year = 2012 + (index % 10)
  const cells: Record<Heading, string> = {
    localKey: `T-${index}`,
    nhsNumber: nhsNumber(index),
    birthOn: day(1930 + (index % 50), index),
    sex: index % 2 === 0 ? 'female' : 'male',
    procedure: index % 3 === 0 ? 'liver-ablation' : 'transarterial-chemoembolisation',
    treatedOn: day(year, index),
    intent: 'disease-modifying',
    tumourSite: 'hepatocellular',
    icd10: 'C22.0',
    ecog: String(index % 3),
    target1Organ: 'liver',
    target1Size: String(10 + (index % 40)),
    technicalSuccess: 'yes',
    safety: 'none',
    lastSeenOn: day(year + 1, index),
    diedOn: '',
    anaesthesia: 'general',
    minutes: String(40 + (index % 60)),
    ...over,
  }
  return header.map((name) => cells[name])
}

export function csv(rows: readonly (readonly string[])[], headings: readonly string[] = header): string {
  return csvOf([headings, ...rows])
}

/** So many right rows, a piece at a time. */
export async function* bytesOf(rows: number, from = 0): AsyncGenerator<Buffer> {
  yield Buffer.from(csvOf([header]))
  for (let at = 0; at < rows; at += 5000) {
    const some = Array.from({ length: Math.min(5000, rows - at) }, (_, index) => row(from + at + index))
    yield Buffer.from(csvOf(some))
  }
}
