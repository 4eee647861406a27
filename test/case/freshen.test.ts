/** Lists and figures after any writes are what the records come to: never more, never less, never late. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { caseSubject, courseOf } from '#core/pathway/course.ts'
import { caseKinds } from '#core/pathway/kinds.ts'
import { foldCase } from '#store/case/fold.ts'
import { freshen, judgeAnew } from '#store/case/freshen.ts'
import { entriesOfCases } from '#store/case/read.ts'
import { surroundingsOf } from '#store/case/surroundings.ts'
import type { Database } from '#store/open.ts'
import { withinScope } from '#store/scope.ts'
import fc from '#test/support/properties.ts'
import { anyBody } from '../pathway/bodies.ts'
import { aCase, referralBody, say, scopeOf, storeWithOrganisations } from './support.ts'

const name = (who: string) => ({ name: `Dr ${who} Fictional` })

/** A few statements of each stage; `at`: days after the referral. */
const statements = (from: string): Readonly<Record<string, unknown>> => ({
  referral: referralBody(from),
  'referral-answer': { answer: 'accepted' },
  'clinical-discussion': {
    referrer: name('Ref'),
    radiologist: name('Ray'),
    how: 'telephone',
    conclusion: 'Yes',
  },
  'nurse-specialist': { involved: 'none-here' },
  responsibility: { admission: 'radiologist', consultant: name('Ray') },
  'onward-referral': { to: 'ZC', procedure: 'liver-ablation', reason: 'Done there' },
  'symptom-score': { symptom: 'pain', scale: 'nrs-0-10', moment: 'before', value: 7 },
  death: { cause: 'Progression', relation: 'no' },
  closure: { why: 'completed' },
})

describe('what lists and figures read', async () => {
  const store = await storeWithOrganisations()
  const { db } = store
  const asOf = new Date('2026-06-01T09:00:00Z')
  const inWhole = <T>(work: (whole: Database) => Promise<T>) => withinScope(db, 'whole', work)

  /** As the tables hold it, and as a fold from scratch comes to it, in one shape. */
  const kept = async (ids: readonly string[], at = asOf) =>
    inWhole(async (whole) => {
      const rows = await whole
        .selectFrom('care_case')
        .innerJoin('case_mark', 'case_mark.case_id', 'care_case.id')
        .selectAll()
        .where('id', 'in', ids)
        .orderBy('id')
        .execute()
      const due = await whole.selectFrom('case_due').selectAll().where('case_id', 'in', ids).execute()
      const findings = await whole
        .selectFrom('case_finding')
        .selectAll()
        .where('case_id', 'in', ids)
        .execute()
      const entries = await entriesOfCases(whole, ids)
      const around = await surroundingsOf(
        whole,
        rows.map(({ treating }) => treating),
      )
      return rows.map((row) => {
        const surroundings = around.get(row.treating)
        assert.ok(surroundings)
        const course = courseOf(caseSubject(row.id), entries.get(row.id) ?? [])
        const fresh = foldCase(row, course, surroundings, at.toISOString())
        const iso = (date: Date | null) => date?.toISOString() ?? null
        const { case_id, opened_at, opened_for, patient, stale, treating, ...columns } = row
        const times = { referred_at: iso(row.referred_at), treated_at: iso(row.treated_at) }
        const ends = { closed_at: iso(row.closed_at), refold_at: iso(row.refold_at) }
        const as = <T extends object>(list: readonly T[]) => list.map((each) => JSON.stringify(each)).sort()
        const of = <T extends { case_id: string }>(list: readonly T[]) =>
          list.filter(({ case_id }) => case_id === row.id).map(({ case_id, ...each }) => each)
        const dueKept = of(due).map(({ detail, opens_at, due_at, ...each }) => ({
          ...{ key: each.key, list: each.list, organisation: each.organisation },
          ...{ detail: sorted(detail), opens_at: iso(opens_at), due_at: iso(due_at) },
        }))
        const dueFresh = fresh.due.map(({ detail, opens_at, due_at, key, list, organisation }) => ({
          ...{ key, list, organisation, detail: sorted(JSON.parse(JSON.stringify(detail))) },
          ...{ opens_at: iso(new Date(opens_at)), due_at: due_at && iso(new Date(due_at)) },
        }))
        const finding = (each: (typeof findings)[number] | (typeof fresh.findings)[number]) => ({
          ...{
            clause: each.clause,
            about: each.about,
            organisation: each.organisation,
            verdict: each.verdict,
          },
          ...{ late: each.late, month: each.month, reason: each.reason, entries: each.entries },
          lapses_at: each.lapses_at && new Date(each.lapses_at).toISOString(),
        })
        return {
          stale,
          kept: {
            ...columns,
            ...times,
            ...ends,
            due: as(dueKept),
            findings: as(of(findings).map((each) => finding(each as never))),
          },
          fresh: { ...fresh, due: as(dueFresh), findings: as(fresh.findings.map(finding)) },
        }
      })
    })
  const sorted = (detail: object) => Object.fromEntries(Object.entries(detail).sort())

  const holds = async (ids: readonly string[], at = asOf) => {
    for (const each of await kept(ids, at)) {
      assert.equal(each.stale, false)
      assert.deepEqual(each.kept, each.fresh)
    }
  }

  it('is what the record comes to, after any statements in any order, read at any moments', async () => {
    const statement = fc.oneof(
      ...caseKinds
        .filter(({ name: kind }) => kind !== 'case-opened')
        .map(({ name: kind, fields }) => fc.tuple(fc.constant(kind), anyBody(fields))),
      ...Object.entries(statements('ZA')).map(([kind, body]) => fc.constant([kind, body] as const)),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(statement, fc.nat(1), fc.nat(2), fc.nat(80)), { maxLength: 16 }),
        async (steps) => {
          const cases = [
            await aCase(db, { treating: 'ZB', referring: 'ZA' }),
            await aCase(db, { treating: 'ZB' }),
          ]
          const ids = cases.map(({ id }) => id).sort()
          for (const [[kind, body], whose, reads, days] of steps) {
            const when = new Date(Date.UTC(2026, 2, 1 + days, 9))
            const said = await say(db, 'ZB', ids[whose] ?? '', kind, body, when)
            assert.equal(said.outcome, 'appended', `${kind} ${JSON.stringify(said)}`)
            if (reads === 0) continue
            const reader = reads === 1 ? 'ZA' : 'ZB'
            await withinScope(db, scopeOf(reader), (scoped) => freshen(scoped, [reader], asOf))
          }
          await withinScope(db, scopeOf('ZB'), (scoped) => freshen(scoped, ['ZB'], asOf))
          await holds(ids)
          const again = await withinScope(db, scopeOf('ZB'), (scoped) => freshen(scoped, ['ZB'], asOf))
          assert.equal(again, 0, 'and has nothing left to do')
        },
      ),
      { numRuns: 25 },
    )
  })

  it('is so with many writers and readers at once', async () => {
    const cases = await Promise.all(
      Array.from({ length: 12 }, () => aCase(db, { treating: 'ZB', referring: 'ZA' })),
    )
    const ids = cases.map(({ id }) => id).sort()
    const write = async (id: string) => {
      for (const kind of [
        'referral',
        'referral-answer',
        'clinical-discussion',
        'nurse-specialist',
        'closure',
      ]) {
        assert.equal((await say(db, 'ZB', id, kind, statements('ZA')[kind])).outcome, 'appended')
      }
    }
    const read = async (code: string) => {
      for (let each = 0; each < 8; each++) {
        await withinScope(db, scopeOf(code), (scoped) => freshen(scoped, [code], asOf))
      }
    }
    await Promise.all([...ids.map(write), read('ZA'), read('ZB'), read('ZB'), read('ZA')])
    await withinScope(db, scopeOf('ZA'), (scoped) => freshen(scoped, ['ZA'], asOf))
    await holds(ids)
  })

  it('follows time: a finding that lapses is another when its moment has passed, without any write', async () => {
    const { id } = await aCase(db, { treating: 'ZB', referring: 'ZA' })
    await say(db, 'ZB', id, 'referral', referralBody('ZA'))
    const at = async (moment: string) => {
      await inWhole((whole) => freshen(whole, 'whole', new Date(moment)))
      await holds([id], new Date(moment))
    }
    await at('2026-03-02T10:00:00Z')
    const { rows } = await inWhole((whole) =>
      sql<{ lapses: Date | null }>`select refold_at as lapses from care_case where id = ${id}`.execute(whole),
    )
    const lapses = rows[0]?.lapses
    if (lapses) await at(new Date(lapses.getTime() + 1000).toISOString())
    await at('2027-03-02T10:00:00Z')
  })

  it('is folded anew where what it is judged against has changed, even while somebody folds', async () => {
    const { id } = await aCase(db, { treating: 'ZB' })
    await inWhole((whole) => freshen(whole, 'whole', asOf))
    await judgeAnew(db, 'ZC')
    assert.equal((await kept([id]))[0]?.stale, false)
    await judgeAnew(db, 'ZB')
    assert.equal((await kept([id]))[0]?.stale, true)
    assert.ok((await withinScope(db, scopeOf('ZB'), (scoped) => freshen(scoped, ['ZB'], asOf))) > 0)
    await holds([id])
  })

  it('lets go an organisation that was named by mistake', async () => {
    const { id } = await aCase(db, { treating: 'ZB' })
    const wrong = await say(db, 'ZB', id, 'referral', referralBody('ZC'))
    assert.equal(wrong.outcome, 'appended')
    const seenBy = (code: string) =>
      withinScope(db, scopeOf(code), async (scoped) => {
        await freshen(scoped, [code], asOf)
        return (await scoped.selectFrom('care_case').select('id').where('id', '=', id).execute()).length
      })
    assert.equal(await seenBy('ZC'), 1)
    const corrects = wrong.outcome === 'appended' ? wrong.entry.id : ''
    const right = await say(db, 'ZB', id, 'referral', referralBody('ZA'), undefined, { corrects })
    assert.equal(right.outcome, 'appended', JSON.stringify(right))
    assert.equal(await seenBy('ZB'), 1)
    assert.deepEqual([await seenBy('ZA'), await seenBy('ZC')], [1, 0])
    await holds([id])
  })

  it('marks a death on the patient', async () => {
    const { id, patient } = await aCase(db, { treating: 'ZB' })
    await say(db, 'ZB', id, 'death', { cause: 'x', relation: 'no' }, new Date('2026-04-01T23:30:00Z'))
    const { rows } = await inWhole((whole) =>
      sql<{ died: string }>`select died_on as died from patient where id = ${patient}`.execute(whole),
    )
    assert.equal(rows[0]?.died, '2026-04-02', 'the day in the United Kingdom')
  })
})
