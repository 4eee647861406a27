/** What a new referral can begin with: from the patient's last referral that the scope shows, and the referrer's own last. */

import { sql } from 'kysely'
import type { Database } from '../open.ts'

export interface KnownBefore {
  readonly body: Readonly<Record<string, unknown>>
  /** Where each field is from, in words. */
  readonly sources: Readonly<Record<string, string>>
}

interface Asked {
  readonly patient: string
  /** As entries name them. */
  readonly author: string
  /** Of an onward referral, the case that it begins with. */
  readonly onwardOf: string | null
}

/**
 * What stays true of a patient from one referral to the next; the state of today is asked again. An oncologist
 * who is involved is not carried over: whether that is the referrer is for each referrer to say.
 */
const ofThePatient = ['tumour', 'earlierTreatment', 'consultantInCharge', 'oncologistInvolved']
/** And what goes along where the same need is referred onward. */
const ofTheNeed = ['urgency', 'ecog', 'intent', 'question', 'symptom', 'consultantAware']

export async function knownOf(db: Database, { patient, author, onwardOf }: Asked): Promise<KnownBefore> {
  const [before, own] = await Promise.all([
    lastReferral(db, sql`c.patient = ${patient} and (${onwardOf}::uuid is null or c.id = ${onwardOf})`),
    // Of their own: what they are, which no other field says.
    lastReferral(
      db,
      sql`c.id in (
      select d.case_id from referral_draft d where d.person = ${author.replace(/^person:/, '')}
        and d.case_id is not null order by d.sent_at desc limit 1)`,
    ),
  ])
  const body: Record<string, unknown> = {}
  const sources: Record<string, string> = {}
  for (const name of [...ofThePatient, ...(onwardOf ? ofTheNeed : [])]) {
    const value = before?.[name]
    if (value === undefined || (name === 'oncologistInvolved' && value === true)) continue
    body[name] = value
    sources[name] = onwardOf ? 'From the referral to you' : 'From the patient’s last referral'
  }
  if (own?.specialty !== undefined) {
    body.specialty = own.specialty
    sources.specialty = 'From your last referral'
  }
  return { body, sources }
}

/** The body of the newest referral of the cases that a condition on `c` chooses. */
async function lastReferral(
  db: Database,
  condition: ReturnType<typeof sql>,
): Promise<Readonly<Record<string, unknown>> | null> {
  const { rows } = await sql<{ body: Readonly<Record<string, unknown>> }>`
    select b.body from (
      select c.id from care_case c where ${condition} order by c.opened_at desc limit 3
    ) as c
    join record_entry e on e.subject = 'case:' || c.id and e.kind = 'referral'
    join record_body b on b.entry = e.id
    where b.body is not null
    order by e.recorded_at desc limit 1`.execute(db)
  return rows[0]?.body ?? null
}
