/** The same invented treatments as lines of a file of past treatments, a session a line, as a service would upload it. */

import { csvOf } from '#core/census/csv.ts'
import { uploadColumns } from '#core/registry/upload/columns.ts'
import { type Generate, generatePatients } from './generate.ts'
import type { GeneratedPatient, GeneratedSession, GeneratedTreatment } from './generated-patient.ts'

/** The columns that are filled; the template has more. */
const columns = [
  ...[
    'localKey',
    'hospitalNumber',
    'birthOn',
    'sex',
    'procedure',
    'treatedOn',
    'intent',
    'course',
    'operator',
  ],
  ...['tumourSite', 'icd10', 'target1Organ', 'target1Size', 'minutes', 'technicalSuccess'],
  ...['lastSeenOn', 'diedOn', 'firstProgressionOn', 'lastImagedOn', 'safety', 'worstCirse', 'complicationOn'],
] as const
type Cells = Readonly<Partial<Record<(typeof columns)[number], string | number | null>>>

for (const name of columns)
  if (!uploadColumns.some((column) => column.name === name)) throw new Error(`no upload has a column ${name}`)

/** The header, then a line a session; each ends in CRLF. */
export function* generateCsv(options: Generate): Generator<string> {
  yield csvOf([[...columns]])
  let number = 0
  for (const { patient } of generatePatients(options)) {
    number += 1
    for (const treatment of patient.treatments)
      for (const [at, session] of treatment.sessions.entries())
        yield lineOf(cellsOf(patient, treatment, session, { number, course: at + 1 }))
  }
}

const lineOf = (cells: Cells) => csvOf([columns.map((column) => cells[column] ?? null)])

function cellsOf(
  patient: GeneratedPatient,
  treatment: GeneratedTreatment,
  session: GeneratedSession,
  { number, course }: { readonly number: number; readonly course: number },
): Cells {
  const { start, tumours, progression, scans } = treatment
  const looked = session.cirse !== undefined
  const later = (day: number | null | undefined) =>
    day === null || day === undefined || start + day < session.day ? null : dayOf(start + day)
  return {
    localKey: `T${number}-${session.day}-${course}`,
    hospitalNumber: `P${String(number).padStart(8, '0')}`,
    birthOn: `${patient.birthYear}-06-15`,
    sex: patient.sex,
    procedure: treatment.procedure,
    treatedOn: dayOf(session.day),
    intent: treatment.intent,
    course,
    operator: `OP${session.operator + 1}`,
    tumourSite: treatment.site,
    icd10: treatment.icd10,
    target1Organ: tumours[0]?.organ ?? null,
    target1Size: tumours[0]?.size ?? null,
    minutes: session.minutes,
    technicalSuccess: session.success ? 'yes' : 'partial',
    lastSeenOn: patient.lastSeen >= session.day ? dayOf(patient.lastSeen) : null,
    diedOn: patient.died === null ? null : dayOf(patient.died),
    firstProgressionOn: later(progression),
    lastImagedOn: later(scans.at(-1)),
    safety: !looked ? null : session.cirse === null ? 'none' : 'recorded',
    worstCirse: session.cirse ?? null,
    complicationOn: session.cirse ? dayOf(session.day + 2) : null,
  }
}

const dayOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
