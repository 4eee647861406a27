/** The invented patients whose own page the demonstration opens to whoever looks: one for each way to use it. */

import { sql } from 'kysely'
import type { Stage } from '#core/pathway/case-kind.ts'
import { instrumentAnswers } from '#core/pathway/kinds/instrument-answers.ts'
import { booking } from '#core/pathway/kinds/planning.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { leafletAdopted } from '#core/standards/rcr-2013/information.ts'
import { rcr2013 } from '#core/standards/rcr-2013/standard.ts'
import { clauseId } from '#core/standards/standard.ts'
import type { Database } from '#store/open.ts'
import { makePatientLink, openPatientLink } from '#store/patient-page/link.ts'
import { withinScope } from '#store/scope.ts'
import { servicesWithCases } from './cases/answers.ts'

export interface PatientToEnter {
  readonly key: string
  /** Where they are. */
  readonly title: string
  /** What their page shows. */
  readonly shows: string
  readonly stage: Stage
  readonly procedure?: string
  /** How many entries of a kind their record holds at least. */
  readonly holds: Readonly<Record<string, number>>
}

export const patientsToEnter: readonly PatientToEnter[] = [
  {
    key: 'waiting',
    title: 'Patient who waits for treatment',
    shows: 'Sees the date, the leaflet that was given, whom to ring, and notes a question.',
    stage: 'preparation',
    holds: { [booking.name]: 1 },
  },
  {
    key: 'home-after-radioembolisation',
    title: 'Patient at home after radioembolisation',
    shows: 'Sees until when the radiation precautions hold, and has a card to show.',
    stage: 'follow-up',
    procedure: 'selective-internal-radiation-therapy',
    holds: { [treatment.name]: 1 },
  },
  {
    key: 'answered',
    title: 'Patient who answered questionnaires',
    shows: 'Sees what was done and their own scores over time, and says how it was.',
    stage: 'follow-up',
    holds: { [treatment.name]: 1, [instrumentAnswers.name]: 4 },
  },
]

/** What is met where a leaflet in force was given. */
const leafletGiven = clauseId(rcr2013, leafletAdopted)

interface Found {
  readonly caseId: string
  readonly patient: string
  readonly organisation: string
  readonly birthOn: string
}

/**
 * Opens the page of such a patient: a link like any other's, and a visit by it. Null while the cases are
 * still being written and there is none yet.
 */
export async function enterAsPatient(
  db: Database,
  wanted: PatientToEnter,
  now: Date,
): Promise<{ readonly secret: string; readonly expiresAt: Date } | null> {
  const organisations = await servicesWithCases(db)
  const made = await withinScope(db, { person: '', organisations }, async (own) => {
    const found = await latestOf(own, organisations, wanted)
    if (!found) return null
    const link = await makePatientLink(own, { ...found, madeBy: 'demonstration', leaflet: null }, now)
    return { token: link.token, birthOn: found.birthOn }
  })
  return made && openPatientLink(db, { ...made, now })
}

/**
 * Of the invented patients who are alive, are where this one is and were given a leaflet, the one who was treated, or
 * else referred, last.
 */
async function latestOf(
  own: Database,
  organisations: readonly string[],
  { stage, procedure, holds }: PatientToEnter,
): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select c.id as "caseId", c.patient, c.treating as organisation, to_char(p.birth_on, 'YYYY-MM-DD') as "birthOn"
    from care_case c join patient p on p.id = c.patient join organisation o on o.code = c.treating and o.fictional
      cross join lateral (select array(
        select e.kind from record_entry e where e.subject = 'case:' || c.id) as kinds) as said
    where c.treating = any (${[...organisations]}::text[]) and c.stage = ${stage} and p.died_on is null
      and (${procedure ?? null}::text is null or c.procedure = ${procedure ?? null})
      and exists (select from case_finding f
        where f.case_id = c.id and f.clause = ${leafletGiven} and f.verdict = 'met')
      and not exists (select from jsonb_each_text(${JSON.stringify(holds)}::jsonb) as held (kind, times)
        where cardinality(array_positions(said.kinds, held.kind)) < held.times::int)
    order by coalesce(c.treated_at, c.referred_at) desc, c.id limit 1`.execute(own)
  return rows[0]
}
