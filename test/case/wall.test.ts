/** The database's own wall: what each scope shows and takes, table by table, whatever the pages do. */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { breakGlass } from '#store/case/break-glass.ts'
import { freshen } from '#store/case/freshen.ts'
import { noteLook } from '#store/case/look.ts'
import { openCase } from '#store/case/open.ts'
import { readCase } from '#store/case/read.ts'
import type { Database } from '#store/open.ts'
import { findPatients, patientById } from '#store/patient/patient.ts'
import { registerPatient } from '#store/patient/register.ts'
import { type Scope, withinScope } from '#store/scope.ts'
import {
  aCase,
  aPatient,
  codes,
  identity,
  newNumber,
  referralBody,
  say,
  scopeOf,
  signed,
  storeWithOrganisations,
} from './support.ts'

/** Every table that holds anything of a case or a patient. */
const tables = [
  'patient',
  'patient_identifier',
  'patient_word',
  'care_case',
  'case_mark',
  'case_due',
  'case_finding',
  'case_look',
  'break_glass',
  'case_draft',
  'attachment_bytes',
  "record_entry where subject ~ '^(case|patient):'",
  'record_body where subject is not null',
  "record_seal_head where subject ~ '^(case|patient):'",
] as const

async function counts(db: Database, scope: Scope | 'whole' | null): Promise<Record<string, number>> {
  const count = async (scoped: Database) => {
    const found: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(table)}`.execute(
        scoped,
      )
      found[table.split(' ')[0] ?? ''] = rows[0]?.n ?? -1
    }
    return found
  }
  return scope ? withinScope(db, scope, count) : count(db)
}

describe('the wall', async () => {
  const store = await storeWithOrganisations()
  const { db } = store
  const number = newNumber()
  // A treats its own patient; A refers another to B; C has one of its own.
  const own = await aCase(db, { treating: 'ZA' })
  const shared = await aCase(db, { treating: 'ZB', referring: 'ZA' })
  const apart = await aCase(db, {
    treating: 'ZC',
    patient: await aPatient(db, 'ZC', { identifiers: [{ system: 'nhs', value: number }] }),
  })
  for (const [each, by] of [
    [own, 'ZA'],
    [shared, 'ZA'],
    [apart, 'ZC'],
  ] as const) {
    assert.equal((await say(db, by, each.id, 'referral', referralBody(by))).outcome, 'appended')
    await withinScope(db, scopeOf(by), async (scoped) => {
      await noteLook(scoped, {
        ...{ person: scopeOf(by).person, organisation: by, patient: each.patient, caseId: each.id },
        page: 'case',
      })
      await scoped
        .insertInto('case_draft')
        .values({
          ...{ id: randomUUID(), case_id: each.id, kind: 'treatment', corrects: null },
          ...{ person: scopeOf(by).person, fields: '{}', seen: 2 },
        })
        .execute()
      await scoped
        .insertInto('attachment_bytes')
        .values({
          ...{ case_id: each.id, digest: Buffer.alloc(32, 1), type: 'image/png', bytes: Buffer.from('x') },
        })
        .execute()
    })
  }
  await withinScope(db, 'whole', (whole) => freshen(whole, 'whole', new Date('2026-03-03T09:00:00Z')))

  it('shows nothing at all outside of a scope, and nothing in one without organisations', async () => {
    for (const scope of [null, scopeOf(), scopeOf('ZNONE')]) {
      for (const [table, count] of Object.entries(await counts(db, scope))) {
        assert.equal(count, 0, `${table} in ${JSON.stringify(scope)}`)
      }
    }
  })

  it('shows each organisation its own, in every table', async () => {
    const [a, b, c, whole] = [
      await counts(db, scopeOf('ZA')),
      await counts(db, scopeOf('ZB')),
      await counts(db, scopeOf('ZC')),
      await counts(db, 'whole'),
    ]
    assert.deepEqual([a.patient, b.patient, c.patient, whole.patient], [2, 1, 1, 3])
    assert.deepEqual([a.patient_identifier, b.patient_identifier, c.patient_identifier], [2, 1, 1])
    assert.deepEqual([a.care_case, b.care_case, c.care_case, whole.care_case], [2, 1, 1, 3])
    assert.deepEqual([a.case_mark, b.case_mark, c.case_mark, whole.case_mark], [2, 1, 1, 3])
    assert.deepEqual([a.case_look, b.case_look, c.case_look, whole.case_look], [2, 1, 1, 3])
    assert.deepEqual([a.case_draft, b.case_draft, c.case_draft, whole.case_draft], [2, 0, 1, 3])
    assert.deepEqual([a.attachment_bytes, b.attachment_bytes, c.attachment_bytes], [2, 1, 1])
    // Two entries of a case and one of its patient each.
    assert.deepEqual([a.record_entry, b.record_entry, c.record_entry, whole.record_entry], [6, 3, 3, 9])
    assert.deepEqual([a.record_body, b.record_body, c.record_body, whole.record_body], [6, 3, 3, 9])
    assert.ok((b.case_due ?? 0) > 0 && (c.case_due ?? 0) > 0)
    assert.ok((b.case_finding ?? 0) > 0)
  })

  it('keeps lists and figures to the organisation whose they are, though both take part', async () => {
    const of = (code: string, table: 'case_due' | 'case_finding') =>
      withinScope(db, scopeOf(code), (scoped) =>
        scoped.selectFrom(table).select('organisation').distinct().execute(),
      )
    for (const code of codes) {
      for (const table of ['case_due', 'case_finding'] as const) {
        assert.deepEqual(
          await of(code, table),
          (await of(code, table)).length ? [{ organisation: code }] : [],
          table,
        )
      }
    }
  })

  it('says of a case elsewhere exactly what it says of one that there is not', async () => {
    await withinScope(db, scopeOf('ZB'), async (scoped) => {
      assert.equal(await readCase(scoped, own.id), null)
      assert.equal(await readCase(scoped, randomUUID()), null)
      assert.equal(await patientById(scoped, own.patient), null)
      assert.deepEqual(await findPatients(scoped, number), [])
    })
    const failures = []
    for (const id of [own.id, randomUUID()]) {
      failures.push(await say(db, 'ZB', id, 'death', { cause: 'x', relation: 'no' }).catch((error) => error))
    }
    const [there, not] = failures.map((error) => `${error.name} ${error.code} ${error.message}`)
    assert.match(there ?? '', /rights-missing/)
    assert.equal(there, not)
  })

  it('takes no entry, case, file, draft or identity for an organisation that takes no part', async () => {
    const refused = async (work: (scoped: Database) => Promise<unknown>, what: string) => {
      await assert.rejects(
        withinScope(db, scopeOf('ZB'), work),
        /row-level security|permission denied|rights/,
        what,
      )
    }
    await refused(
      (scoped) =>
        openCase(scoped, { patient: own.patient, treating: 'ZA', referring: null, ...signed('ZA') }),
      'a case of others',
    )
    await refused(
      (scoped) =>
        openCase(scoped, { patient: own.patient, treating: 'ZB', referring: null, ...signed('ZB') }),
      'a case of one’s own with a patient whom one does not see',
    )
    await refused(
      (scoped) =>
        scoped
          .insertInto('attachment_bytes')
          .values({ case_id: own.id, digest: Buffer.alloc(32, 2), type: 'x', bytes: Buffer.from('x') })
          .execute(),
      'a file',
    )
    await refused(
      (scoped) =>
        scoped
          .insertInto('case_draft')
          .values({
            ...{ id: randomUUID(), case_id: own.id, kind: 'death', corrects: null },
            ...{ person: scopeOf('ZB').person, fields: '{}', seen: 1 },
          })
          .execute(),
      'a draft',
    )
    await refused(
      (scoped) =>
        scoped
          .insertInto('patient_identifier')
          .values({ patient: own.patient, system: 'local', value: 'X1', registered_at: 'ZB' })
          .execute(),
      'a number',
    )
    await refused((scoped) => sql`insert into case_due select * from case_due`.execute(scoped), 'what is due')
    await refused((scoped) => sql`delete from care_case`.execute(scoped), 'a deletion')
    for (const moved of ['stale = false', 'revision = 1', 'position = 9'])
      await refused((scoped) => sql`update case_mark set ${sql.raw(moved)}`.execute(scoped), moved)
    await refused((scoped) => sql`delete from case_mark`.execute(scoped), 'a case without its mark')
    for (const moved of ["treating = 'ZB'", `patient = '${own.patient}'`, "procedure = 'x'"])
      await refused((scoped) => sql`update care_case set ${sql.raw(moved)}`.execute(scoped), moved)
    await refused((scoped) => sql`update patient set organisations = '{ZB}'`.execute(scoped), 'who sees whom')
    await refused(
      (scoped) =>
        sql`update patient set merged_into = ${own.patient} where id = ${shared.patient}`.execute(scoped),
      'a merge into somebody whom one does not see',
    )
    await withinScope(db, scopeOf('ZB'), async (scoped) => {
      const changed = await sql`update care_case set organisations = organisations`.execute(scoped)
      assert.equal(changed.numAffectedRows, 1n, 'its own only')
    })
  })

  it('leaves no look undone: the log is only ever added to, by anyone', async () => {
    for (const statement of [
      'update case_look set page = null',
      'delete from case_look',
      'truncate case_look',
    ]) {
      await assert.rejects(sql.raw(statement).execute(db), /permission denied|only ever added/)
      await assert.rejects(store.owner.query(statement), /only ever added/)
    }
  })

  it('takes no look in another’s name', async () => {
    await assert.rejects(
      withinScope(db, scopeOf('ZA'), (scoped) =>
        noteLook(scoped, {
          ...{ person: 'someone else', organisation: 'ZA', patient: own.patient, caseId: null, page: 'case' },
        }),
      ),
      /row-level security/,
    )
  })

  it('lets the one referred to in by the referral onward, and not before', async () => {
    assert.equal(await withinScope(db, scopeOf('ZC'), (scoped) => readCase(scoped, shared.id)), null)
    const said = await say(db, 'ZB', shared.id, 'onward-referral', {
      ...{ to: 'ZC', procedure: 'transarterial-chemoembolisation', reason: 'Done there' },
    })
    assert.equal(said.outcome, 'appended')
    const seen = await withinScope(db, scopeOf('ZC'), (scoped) => readCase(scoped, shared.id))
    assert.deepEqual(seen?.row.organisations, ['ZA', 'ZB', 'ZC'])
    assert.equal(seen?.patient.id, shared.patient)
  })

  it('opens by break-glass one patient to one person, to look at only, and until a time', async () => {
    const asked = {
      ...{ person: 'p1', role: 'interventional-radiologist', organisation: 'ZA', birthOn: '1950-03-14' },
      ...{ identifier: { system: 'nhs', value: number } as const, reason: 'Bleeding in our ward' },
      now: new Date(),
    }
    const scope = { person: 'p1', organisations: ['ZA'] }
    assert.deepEqual(await breakGlass(db, { ...asked, birthOn: '1950-03-15' }), [])
    assert.equal(await withinScope(db, scope, (scoped) => readCase(scoped, apart.id)), null)
    assert.deepEqual(await breakGlass(db, asked), [apart.patient])
    const seen = await withinScope(db, scope, (scoped) => readCase(scoped, apart.id))
    assert.equal(seen?.entries.length, 2)
    assert.equal(seen?.onlyToLook, true)
    const others = { person: 'p2', organisations: ['ZA'] }
    assert.equal(await withinScope(db, others, (scoped) => readCase(scoped, apart.id)), null)
    await assert.rejects(
      withinScope(db, scope, (scoped) =>
        sql`insert into attachment_bytes values (${apart.id}, ${Buffer.alloc(32)}, 'x', 'x', now())`.execute(
          scoped,
        ),
      ),
      /row-level security/,
    )
    // What would make the patient one's own for good.
    for (const write of [
      (scoped: Database) =>
        openCase(scoped, { patient: apart.patient, treating: 'ZA', referring: null, ...signed('ZA') }),
      (scoped: Database) =>
        sql`insert into patient_identifier values (${apart.patient}, 'local', 'X2', 'ZA')`.execute(scoped),
      (scoped: Database) => sql`insert into patient_word values ('zz', ${apart.patient})`.execute(scoped),
      (scoped: Database) =>
        sql`insert into referral_draft (person, organisation, patient) values ('p1', 'ZA', ${apart.patient})`.execute(
          scoped,
        ),
      (scoped: Database) =>
        sql`update patient set merged_into = ${apart.patient} where id = ${own.patient}`.execute(scoped),
    ])
      await assert.rejects(withinScope<unknown>(db, scope, write), /row-level security/)
    const toWrite = { ...scope, ownOnly: true }
    assert.equal(await withinScope(db, toWrite, (scoped) => patientById(scoped, apart.patient)), null)
    const again = await withinScope(db, toWrite, (scoped) =>
      registerPatient(scoped, {
        ...signed('ZA'),
        identity: identity({ identifiers: [{ system: 'nhs', value: number }] }),
      }),
    )
    assert.equal(
      again.outcome,
      'registered',
      'a patient in front of one is registered, whoever else has them',
    )
    const lists = await counts(db, scope)
    assert.equal(lists.case_due, (await counts(db, scopeOf('ZA'))).case_due, 'on no list of theirs')
    await store.owner.query('alter table break_glass disable trigger break_glass_kept')
    await store.owner.query("update break_glass set until = clock_timestamp() - interval '1 second'")
    assert.equal(
      await withinScope(db, scope, (scoped) => readCase(scoped, apart.id)),
      null,
      'when its time is over',
    )
  })
})

describe('a scope', async () => {
  const store = await storeWithOrganisations()
  const { db } = store
  await aCase(db, { treating: 'ZA' })
  const seen = (scoped: Database) =>
    scoped
      .selectFrom('care_case')
      .select('id')
      .execute()
      .then((rows) => rows.length)
  const settings = (scoped: Database) =>
    sql<{ all: string }>`select concat(current_setting('fourth_pillar.whole', true),
      current_setting('fourth_pillar.person', true), current_setting('fourth_pillar.organisations', true),
      current_setting('fourth_pillar.opened', true)) as all`
      .execute(scoped)
      .then(({ rows }) => rows[0]?.all)

  it('ends with the work, however it ends: the next to use the connection has none', async () => {
    const one = await import('#store/open.ts').then(({ connect }) =>
      connect({ url: store.url, ownerUrl: store.ownerUrl, connections: 1 }),
    )
    const ends: readonly ((scoped: Database) => Promise<unknown>)[] = [
      seen,
      async () => assert.fail('thrown in the work'),
      (scoped) => sql`select * from there_is_none`.execute(scoped),
      (scoped) => scoped.transaction().execute((tx) => sql`select 1 / 0`.execute(tx)),
      (scoped) => Promise.all([seen(scoped), sql`select 1 / 0`.execute(scoped), seen(scoped)]),
      async (scoped) => void seen(scoped),
    ]
    for (const end of ends) {
      for (const scope of ['whole', scopeOf('ZA')] as const) {
        await withinScope(one.db, scope, end).catch(() => undefined)
        assert.equal(await seen(one.db), 0)
        assert.equal(await settings(one.db), '')
      }
    }
    await one.close()
  })

  it('holds for its own connection when many are at work at once', async () => {
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const scope = index % 3 === 0 ? scopeOf('ZA') : index % 3 === 1 ? scopeOf('ZB') : null
        const count = scope ? await withinScope(db, scope, seen) : await seen(db)
        assert.equal(count, index % 3 === 0 ? 1 : 0)
      }),
    )
  })

  it('within another ends where it began, and so does one in a transaction', async () => {
    await withinScope(db, scopeOf('ZB'), async (scoped) => {
      assert.equal(await seen(scoped), 0)
      assert.equal(await withinScope(scoped, 'whole', seen), 1)
      assert.equal(await seen(scoped), 0)
      await withinScope(scoped, 'whole', () => Promise.reject(new Error('in the inner one'))).catch(() => 0)
      assert.equal(await seen(scoped), 0)
      await scoped.transaction().execute(async (tx) => {
        assert.equal(await withinScope(tx, scopeOf('ZA'), seen), 1)
        assert.equal(await seen(tx), 0)
      })
      assert.equal(await seen(scoped), 0)
    })
  })

  it('holds in each transaction that the work begins', async () => {
    await withinScope(db, scopeOf('ZA'), async (scoped) => {
      assert.equal(await scoped.transaction().execute((tx) => seen(tx)), 1)
      assert.equal(await seen(scoped), 1)
    })
  })

  it('that the database refuses is told, and shows nothing', async () => {
    const broken = { person: 'x', organisations: ['\u0000'] }
    await assert.rejects(withinScope(db, broken, seen))
    assert.equal(await seen(db), 0)
  })
})
