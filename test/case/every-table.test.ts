/** Every table of the database: under row-level security, or named here as one that holds nothing of a patient. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { caseSite } from '../case-page/setting.ts'
import { chemoembolisation } from '../case-page/stories.ts'

/** Of the census, the directory, people, services, leaflets, the network and the registry's releases; stories are told under no name of the record. */
const ofNoPatient = new Set(
  `access_log case_rules census_answering census_attempt census_claim census_contact census_draft census_edition census_import
  census_link census_mapping census_member census_note census_once census_response census_revision census_token
  demand_statement join_link leaflet_draft leaflet_remark leaflet_version mail_kept mail_message membership migration
  network_proposal network_report organisation person person_account person_passkey person_session person_two_factor
  rate_limit record_seal referral_pathway registry_download registry_figure registry_opt_out registry_opt_out_list
  registry_snapshot registry_terms review_reminder score_table service_file set_up_link sign_in_attempt
  sign_in_challenge story story_contact story_version travel_file travel_run travel_time`.split(/\s+/),
)
/** What in a column's name says that it is of a patient or of a case. */
const ofPatients = ['patient', 'case_id', 'nhs_number', 'birth_on', 'family_name']

const site = await caseSite()
await site.tell(chemoembolisation)
const { rows: tables } = await sql<{ name: string; guarded: boolean; policies: number; columns: string[] }>`
  select c.relname as name, c.relrowsecurity as guarded,
    (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
    (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0) as columns
  from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
  order by c.relname`.execute(site.store.db)

describe('every table', () => {
  it('is under row-level security, or known to hold nothing of a patient', () => {
    const open = tables.filter(({ guarded, policies }) => !guarded || policies === 0)
    const unknown = open.map(({ name }) => name).filter((name) => !ofNoPatient.has(name))
    assert.deepEqual(unknown, [])
    for (const { name, columns } of open)
      assert.deepEqual(
        columns.filter((column) => ofPatients.includes(column)),
        [],
        name,
      )
  })

  it('shows nothing of a patient to the application outside of a scope', async () => {
    // The record's own tables and its seals also hold what is of no patient: those rows are shown.
    const notOfCases = sql`subject is not null and subject ~ '^(case|patient|past):'`
    const filled = new Set<string>()
    for (const { name, guarded, columns } of tables) {
      if (!guarded) continue
      const these = columns.includes('subject') ? notOfCases : sql`true`
      const count = sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)} where ${these}`
      const { rows } = await count.execute(site.store.db)
      assert.equal(rows[0]?.n, 0, name)
      const whole = await site.whole((db) => count.execute(db))
      if ((whole.rows[0]?.n ?? 0) > 0) filled.add(name)
    }
    for (const name of ['patient', 'patient_identifier', 'care_case', 'record_entry', 'record_body'])
      assert.ok(filled.has(name), `${name} held rows to hide`)
  })
})
