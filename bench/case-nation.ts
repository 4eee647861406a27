/** 100,000 cases at 20 services, as lists and figures hold them, written straight into their tables. */

import pg from 'pg'
import { code } from './case-plant.ts'

export const services = 20
export const casesOfEach = 5_000
export const serviceCodes = Array.from({ length: services }, (_, place) =>
  place === 0 ? code : `BENCH${place}`,
)

const lists = [
  'to-answer',
  'to-discuss',
  'to-book',
  'follow-up',
  'response-due',
  'feedback-to-ask',
  'to-close',
]
const clauses = [
  '3.1',
  '3.3',
  '3.4',
  '3.8',
  '4.2',
  '4.3',
  '4.4.1',
  '4.6',
  '4.7.2',
  '5.1',
  '5.2',
  '6.1',
  '6.3',
  '6.5-efficacy',
  '7.1',
]

const id = (start: number) => `('00000000-0000-7000-8000-' || lpad(to_hex(${start} + n), 12, '0'))::uuid`
const array = (texts: readonly string[]) => `array['${texts.join("','")}']`
const codeOf = `(${array(serviceCodes)})[1 + n % ${services}]`

const statements = [
  // The tables' owner fills them at once: what triggers and references would come to is written here.
  'set session_replication_role = replica',
  `insert into organisation (code, name, nation, region, latitude, longitude, main_site, fictional, source)
    select code, 'Hospitals ' || code, 'England', 'London', 51.5, -0.1, 'Bench', true, 'made for the benchmark'
    from unnest(${array(serviceCodes)}) as code on conflict do nothing`,
  `insert into patient (id, given_name, family_name, given_key, family_key, birth_on, sex, registered_at, organisations, position)
    select ${id(0)}, 'Ada', 'Fictional ' || n, 'ada', 'fictional ' || n, date '1930-01-01' + n % 20000, 'female',
      ${codeOf}, array[${codeOf}], 1 from generate_series(1, ${services * casesOfEach}) n`,
  `insert into patient_identifier (patient, system, value, registered_at)
    select ${id(0)}, 'local', 'N' || n, ${codeOf} from generate_series(1, ${services * casesOfEach}) n`,
  `insert into patient_word (word, patient)
    select word, ${id(0)} from generate_series(1, ${services * casesOfEach}) n, unnest(array['ada', 'fictional', n::text]) as word`,
  `insert into care_case (id, patient, opened_for, treating, organisations, stage, procedure, urgency, tumour_site,
      opened_at, referred_at, refold_at)
    select ${id(1_000_000)}, ${id(0)}, ${id(0)}, ${codeOf}, array[${codeOf}], 'follow-up',
      'transarterial-chemoembolisation', 'elective', 'hepatocellular', now() - n * interval '15 minutes',
      now() - n * interval '15 minutes', now() + interval '1 year'
    from generate_series(1, ${services * casesOfEach}) n`,
  'insert into case_mark (case_id, position, revision, stale) select id, 12, 12, false from care_case on conflict do nothing',
  `insert into case_due (case_id, key, list, organisation, opens_at, due_at, detail)
    select ${id(1_000_000)}, list || ':' || n, list, ${codeOf}, now() - interval '3 days' + later * interval '30 days',
      now() + (n % 1000 - 300) * interval '1 hour' + later * interval '30 days',
      jsonb_build_object('what', 'Ring the patient', 'kind', 'follow-up-contact', 'by', 'Nurse Kit Vale')
    from generate_series(1, ${services * casesOfEach}) n, generate_series(0, 1) later,
      lateral (select (${array(lists)})[1 + (n / ${services} + later * 3) % ${lists.length}] as list) l`,
  `insert into case_finding (case_id, clause, organisation, verdict, late, month, reason, entries)
    select ${id(1_000_000)}, 'rcr-2013/' || clause, ${codeOf},
      (array['met', 'met', 'met', 'not-met', 'exempt', 'not-yet-due'])[1 + (n / ${services} + place) % 6], n % 60 = 0,
      to_char(date '2023-12-01' + (n / ${services} % 36) * interval '1 month', 'YYYY-MM'), 'As the record shows', array[${id(2_000_000)}]
    from generate_series(1, ${services * casesOfEach}) n, unnest(${array(clauses)}) with ordinality as c (clause, place)
    where n % ${services} = 0 or place <= 3`,
  'reset session_replication_role',
  'vacuum (freeze, analyze)',
]

/** Fills the tables, as their owner. */
export async function fillNation(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
