/** The demonstration's cases in a real database: written once, through the record, with something on every list. */

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { workLists } from '#core/pathway/due/due.ts'
import type { PatientPage } from '#core/patient-page/patient-page.ts'
import { seedCases } from '#demonstration/cases/seed.ts'
import { enterAsPatient, patientsToEnter } from '#demonstration/patients-to-enter.ts'
import { seedDemonstration } from '#demonstration/seed.ts'
import { seedDemonstrationPeople } from '#demonstration/staff.ts'
import { freshen } from '#store/case/freshen.ts'
import { patientVisit } from '#store/patient-page/link.ts'
import { readPatientPage } from '#store/patient-page/read.ts'
import { verifyStore } from '#store/record/verify.ts'
import { withinScope } from '#store/scope.ts'
import { type TestStore, testStore } from '#test/support/store.ts'

const now = new Date('2026-11-18T14:30:00Z')
const count = 600

describe('the demonstration’s cases in a store', () => {
  let store: TestStore
  const query = async <Row>(text: string): Promise<readonly Row[]> =>
    withinScope(store.db, 'whole', async (db) => (await sql<Row>`${sql.raw(text)}`.execute(db)).rows)
  const number = async (text: string) =>
    Number((await query<{ n: string }>(`select count(*) as n ${text}`))[0]?.n)

  before(async () => {
    store = await testStore()
    await seedDemonstration(store, now)
    await seedDemonstrationPeople(store)
    let services = 0
    const stopped = () => services > 2
    const first = await seedCases(store, now, { count, stopped, told: (told) => (services = told.services) })
    assert.equal(first, 3, 'it ends between services when it is told to')
    services = 0
    assert.equal(await seedCases(store, now, { count }), 9, 'and goes on where it stopped')
    await withinScope(store.db, 'whole', (db) => freshen(db, 'whole', now))
  })

  it('are written once', async () => {
    const entries = await number('from record_entry')
    assert.equal(await seedCases(store, now, { count }), 0)
    assert.equal(await number('from record_entry'), entries)
    assert.equal(await number('from care_case'), count)
    assert.equal(await number('from patient'), count)
  })

  it('verify, every chain and every body', async () => {
    assert.equal((await verifyStore(store.db, { publicKeys: [] })).firstFault, null)
  })

  it('put something on every work list', async () => {
    const lists = await query<{ list: string }>('select distinct list from case_due')
    const missing = Object.keys(workLists).filter((each) => !lists.some(({ list }) => list === each))
    assert.deepEqual(missing, [])
  })

  it('hold a patient for each way to enter as one, whose page opens and says what the card promised', async () => {
    const shown = new Map<string, PatientPage>()
    for (const wanted of patientsToEnter) {
      const visit = await enterAsPatient(store.db, wanted, now)
      const opened = await patientVisit(store.db, visit?.secret ?? '', now)
      const read = opened && (await readPatientPage(store.db, opened, { now, fictional: true }))
      assert.ok(read, wanted.key)
      shown.set(wanted.key, read.page)
    }
    for (const [key, { leaflets }] of shown) assert.notEqual(leaflets.length, 0, key)
    assert.notEqual(shown.get('waiting')?.coming.length, 0)
    assert.equal(shown.get('waiting')?.treated.length, 0)
    assert.ok(shown.get('home-after-radioembolisation')?.precautions)
    const answers = shown.get('answered')?.answers ?? []
    assert.ok(answers.some(({ on }) => on.length > 1))
  })

  it('show standards met, not met, late, exempt and not yet due', async () => {
    const found = await query<{ verdict: string; late: boolean }>(
      'select distinct verdict, late from case_finding',
    )
    const said = found.map(({ verdict, late }) => (late ? `${verdict}, late` : verdict)).sort()
    assert.deepEqual(said, ['exempt', 'met', 'not-met', 'not-met, late', 'not-yet-due'])
  })

  it('hold corrections and breaches with their reasons', async () => {
    assert.ok((await number("from record_entry where subject like 'case:%' and corrects is not null")) > 0)
    assert.ok((await number("from record_body where subject like 'case:%' and body ? 'breachReason'")) > 0)
  })

  it('have meetings that were held, with what became of each case, and meetings this week', async () => {
    assert.ok((await number('from mdt_item where entry is not null')) > 100)
    assert.ok(
      (await number(
        `from mdt_meeting where state = 'planned' and at between '${now.toISOString()}' and '2026-11-29'`,
      )) > 0,
    )
  })

  it('are attached to no real organisation, and nobody invented can sign in', async () => {
    assert.equal(
      await number(
        'from care_case c join organisation o on o.code = any (c.organisations) where not o.fictional',
      ),
      0,
    )
    assert.equal(await number("from person_account a where a.person like 'fictional-%'"), 0)
  })
})
