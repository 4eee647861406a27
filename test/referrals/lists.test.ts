/** Work lists: counted as they would be recomputed, paged without a gap, cheap with very many cases. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { workLists } from '#core/pathway/due/due.ts'
import { dueOf } from '#core/pathway/due.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { displayed } from '#core/patient/identifiers.ts'
import { freshen } from '#store/case/freshen.ts'
import { countLists, type ListKey, listPage } from '#store/case/lists.ts'
import { readCase } from '#store/case/read.ts'
import { recordInCase } from '#store/case/record.ts'
import { withinScope } from '#store/scope.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { locationOf, nhsNumber, pathway, patientAt, refer, seenIn, someone } from './setting.ts'

const site = await testSite()
const referrer = await someone(site, 'referrer', 'ZLA')
const radiologist = await someone(site, 'interventional-radiologist', 'ZLB')
await pathway(site, 'ZLA', 'ZLB')
const scope = { person: radiologist.id, organisations: ['ZLB'] }

describe('work lists', () => {
  it('count what the cases’ records come to', async () => {
    const cases: string[] = []
    for (const familyName of ['One', 'Two', 'Three', 'Four'])
      cases.push(await refer(site, referrer, await patientAt(site, referrer, { familyName }), 'ZLB'))
    for (const [index, given] of ['accepted', 'acknowledged', 'refused'].entries()) {
      const caseId = cases[index] ?? ''
      const text = await (await site.get(paths.referral(caseId), radiologist.cookie)).text()
      const form = { seen: seenIn(text), answer: given, words: 'Not for us.' }
      locationOf(await site.post(paths.referralPart(caseId, 'answer'), form, radiologist.cookie))
    }
    const now = new Date()
    for (const organisation of ['ZLB', 'ZLA']) {
      const own = { person: radiologist.id, organisations: [organisation] }
      const counted = await withinScope(site.store.db, own, async (db) => {
        await freshen(db, [organisation], now)
        return countLists(db, [organisation], now)
      })
      const expected = new Map<string, { due: number; overdue: number }>()
      await withinScope(site.store.db, own, async (db) => {
        for (const id of cases) {
          const opened = await readCase(db, id)
          assert.ok(opened)
          for (const due of dueOf(opened.course, opened.surroundings)) {
            if (due.organisation !== organisation || new Date(due.opensAt) > now) continue
            const held = expected.get(due.list) ?? { due: 0, overdue: 0 }
            const late = due.dueAt !== null && new Date(due.dueAt) < now
            expected.set(due.list, { due: held.due + 1, overdue: held.overdue + (late ? 1 : 0) })
          }
        }
      })
      assert.ok(expected.size > 0)
      assert.deepEqual(
        Object.fromEntries(counted.map(({ list, due, overdue }) => [list, { due, overdue }])),
        Object.fromEntries(expected),
        organisation,
      )
    }
  })

  it('open at every name that there is, and say what will appear', async () => {
    const lead = await someone(site, 'io-lead', 'ZLC')
    for (const [list, { title, none }] of Object.entries(workLists)) {
      const response = await site.get(paths.cases({ list }), lead.cookie)
      const text = await response.text()
      assert.equal(response.status, 200, list)
      assert.ok(text.includes(`<h1 class="nhsuk-heading-l">${title}</h1>`) && text.includes(none), list)
    }
    assert.equal((await site.get(paths.cases({ list: 'no-such-list' }), lead.cookie)).status, 404)
    assert.equal((await site.get(paths.cases({ list: 'toString' }), lead.cookie)).status, 404)
  })

  it('that are carried about name a patient by number and birth date too', async () => {
    const number = nhsNumber()
    const patient = await patientAt(site, referrer, { familyName: 'Wardsworth', number })
    const caseId = await refer(site, referrer, patient, 'ZLB')
    const operators = [{ who: { name: 'Dr Ada Quill' }, role: 'first' as const }]
    const body = {
      ...{ procedure: 'liver-ablation', intent: 'disease-modifying', course: 1, operators },
      ...{ targets: [{ organ: 'liver' }], guidance: ['ct'], anaesthesia: 'general', minutes: 60 },
      ...{ technicalSuccess: 'yes', complicationNow: false, breachReason: 'In a test' },
    }
    const now = new Date()
    const said = await withinScope(site.store.db, scope, (db) =>
      db.transaction().execute((tx) =>
        recordInCase(tx, {
          ...{ caseId, kind: treatment, body: treatment.schema.parse(body), occurredAt: now },
          ...{ author: `person:${radiologist.id}`, role: 'interventional-radiologist', organisation: 'ZLB' },
        }),
      ),
    )
    assert.equal(said.outcome, 'appended')
    const text = await (await site.get(paths.cases({ list: 'on-ward' }), radiologist.cookie)).text()
    assert.match(text, /WARDSWORTH/)
    assert.match(text, /born 31 March 1958/)
    assert.ok(text.includes(`NHS number ${displayed({ system: 'nhs', value: number })}`))
    const list = await (await site.get(paths.cases({ list: 'to-speak' }), radiologist.cookie)).text()
    assert.doesNotMatch(list, /NHS number/)
  })

  it('begin at their beginning where an address names no page', async () => {
    for (const pathOf of [paths.cases, paths.referrals]) {
      for (const after of ['never', `1~${'-'.repeat(36)}`, '1~00000000-0000-7000-8000-00000000000']) {
        const response = await site.get(pathOf({ after }), referrer.cookie)
        assert.equal(response.status, 200, after)
        assert.match(await response.text(), /FOUR, Wilhelmina/)
      }
    }
  })

  it('page through very many cases without a gap, each page from the index', async () => {
    const many = 20_000
    const owner = await site.store.owner.connect()
    // What triggers keep is given outright: so many would take them a minute.
    await owner.query('set session_replication_role = replica')
    await owner.query(
      `insert into patient (id, given_name, family_name, given_key, family_key, birth_on, sex, registered_at, organisations)
       select gen_random_uuid(), 'Given' || n, 'Many' || n, 'given' || n, 'many' || n, '1950-01-01', 'unknown', 'ZLB', '{ZLB}'
       from generate_series(1, $1::int) n`,
      [many],
    )
    await owner.query(
      `insert into care_case (id, patient, opened_for, treating, organisations, opened_at, procedure)
       select gen_random_uuid(), p.id, p.id, 'ZLB', '{ZLB}', now(), 'liver-ablation'
       from patient p where p.family_key like 'many%'`,
    )
    await owner.query(
      `insert into case_due (case_id, key, list, organisation, opens_at, due_at, detail)
       select c.id, 'follow-up:' || c.id, 'follow-up', 'ZLB', now() - interval '1 day',
         case when random() < 0.1 then null else now() + (random() * 100 - 50) * interval '1 day' end,
         '{"what": "Follow-up: clinic", "kind": "follow-up-contact"}'
       from care_case c where c.procedure = 'liver-ablation' and c.treating = 'ZLB'
         and exists (select from patient p where p.id = c.patient and p.family_key like 'many%')`,
    )
    await owner.query('reset session_replication_role')
    owner.release()
    await site.store.owner.query('vacuum analyze case_due, care_case, patient')
    await withinScope(site.store.db, scope, async (db) => {
      const filter = { list: 'follow-up', organisations: ['ZLB'] } as const
      const now = new Date()
      const seen = new Set<string>()
      let after: ListKey | null = null
      let last = Number.NEGATIVE_INFINITY
      for (;;) {
        const page = await listPage(db, filter, now, { size: 1000, after })
        for (const row of page.rows) {
          seen.add(row.key)
          const at: number = row.dueAt?.getTime() ?? Number.POSITIVE_INFINITY
          assert.ok(at >= last, 'in order')
          last = at
        }
        after = page.rows.at(-1) ?? null
        if (!page.more) break
      }
      const [counted] = (await countLists(db, ['ZLB'], now)).filter(({ list }) => list === 'follow-up')
      assert.equal(seen.size, many)
      assert.equal(counted?.due, many)
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select key from case_due where organisation = 'ZLB' and list = 'follow-up'
        order by coalesce(due_at, 'infinity'::timestamptz), case_id, key limit 51`.execute(db)
      assert.match(rows.map((row) => row['QUERY PLAN']).join('\n'), /Index.* Scan using case_due_by_list/)
    })
  })
})
