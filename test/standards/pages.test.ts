/** The pages of standards: who sees whose figures, that they are right, and that no other's case shows through. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Role } from '#core/access/role.ts'
import { withinScope } from '#store/scope.ts'
import { aCase, referralBody, say } from '#test/case/support.ts'
import { now, said, setting, tace, treatmentBody } from '#test/form/setting.ts'
import { paths } from '#web/paths.ts'

const ours = await setting()
const cookie = await ours.site.signInAs('io-lead', 'ZA')

describe('the pages of standards', () => {
  const text = async (path: string, as = cookie) => {
    const response = await ours.site.get(path, as)
    return { status: response.status, body: await response.text() }
  }
  const clause = (number: string, view: Readonly<Record<string, string>> = {}) =>
    paths.standardClause('rcr-2013', 'ZA', number, view)

  it('explain every clause to everyone', async () => {
    const { status, body } = await text(paths.standards(), '')
    assert.equal(status, 200)
    assert.match(body, /Consent is confirmed on admission/)
    assert.match(body, /Second edition, 2017/i)
    assert.match(body, /not read/)
  })

  it('show figures to the roles that have them, at their own organisation, and to nobody else', async () => {
    const roles: readonly (readonly [Role, number])[] = [
      ['io-lead', 200],
      ['department-manager', 200],
      ['interventional-radiologist', 200],
      ['mdt-coordinator', 200],
      ['cancer-nurse-specialist', 200],
      ['referrer', 403],
      ['ward-nurse', 403],
      ['physicist', 403],
      ['caldicott-guardian', 403],
      ['administrator', 403],
      ['commissioner', 403],
      ['researcher', 403],
    ]
    const nation = new Set<Role>(['administrator', 'commissioner', 'researcher'])
    for (const [role, expected] of roles) {
      const as = await ours.site.signInAs(role, nation.has(role) ? undefined : 'ZA')
      for (const path of [
        paths.standard('rcr-2013', 'ZA'),
        clause('3.4'),
        paths.standardFigures('rcr-2013', 'ZA'),
      ]) {
        assert.equal((await ours.site.get(path, as)).status, expected, `${role} ${path}`)
      }
      if (!nation.has(role)) {
        assert.equal((await ours.site.get(paths.standard('rcr-2013', 'ZB'), as)).status, 403, `${role} at ZB`)
      }
    }
    assert.equal((await ours.site.get(paths.standard('rcr-2013', 'ZA'))).status, 302)
  })

  it('lead straight to the only organisation of a person', async () => {
    const response = await ours.site.get(paths.standard('rcr-2013'), cookie)
    assert.equal(response.headers.get('location'), paths.standard('rcr-2013', 'ZA'))
  })

  it('know no edition without clauses, no clause and no organisation that is not there', async () => {
    for (const path of [
      paths.standard('rcr-2017', 'ZA'),
      paths.standard('rcr-1999', 'ZA'),
      clause('9.9'),
      clause('__proto__'),
    ]) {
      assert.equal((await text(path)).status, 404, path)
    }
  })

  it('take any period that an address can say', async () => {
    for (const query of [
      '?from=2026-13&to=x',
      '?from=2030-01',
      '?from=2026-12&to=2026-01',
      '?page=-1&verdict=x',
    ]) {
      assert.equal((await text(`${paths.standard('rcr-2013', 'ZA')}${query}`)).status, 200, query)
      assert.equal((await text(`${clause('3.4')}${query}`)).status, 200, query)
    }
  })

  it('press a figure, and the case is there with the entries that the finding rests on', async () => {
    const { body } = await text(paths.standard('rcr-2013', 'ZA'))
    assert.ok(
      body.includes(
        clause('3.4', { from: '2025-12', to: '2026-11', verdict: 'not-met' }).replaceAll('&', '&amp;'),
      ),
    )
    const opened = await text(clause('3.4', { verdict: 'not-met' }))
    assert.ok(opened.body.includes(paths.caseOf(ours.caseId)))
    assert.match(opened.body, /Treated on 13 October 2026 without a discussion/)
    assert.match(opened.body, new RegExp(`/cases/${ours.caseId}/entries/[0-9a-f-]{36}`))
    assert.doesNotMatch(opened.body.match(/<title>.*<\/title>/)?.[0] ?? '', /Fictional|Vale/)
  })

  it('note each patient that they show in the log of looks', async () => {
    const looks = () =>
      withinScope(ours.site.store.db, 'whole', async (db) => {
        const { rows } = await sql<{ count: number }>`
          select count(*)::int as count from case_look where case_id = ${ours.caseId} and page = 'clause 4.3'`.execute(
          db,
        )
        return rows[0]?.count ?? 0
      })
    const earlier = await looks()
    await text(clause('4.3', { verdict: 'not-met' }))
    assert.equal(await looks(), earlier + 1)
  })

  it('count what was written a moment ago', async () => {
    await text(clause('5.5'))
    assert.match((await text(clause('6.5-safety'))).body, /Not met <strong>1<\/strong>/)
    const { rows } = await withinScope(ours.site.store.db, 'whole', (db) =>
      sql<{
        id: string
      }>`select id from record_entry where subject = ${`case:${ours.caseId}`} and kind = 'treatment'`.execute(
        db,
      ),
    )
    const review = { treatment: rows[0]?.id, noComplication: 'none' }
    await said(ours.site.store.db, ours.caseId, 'safety-review', review, '2026-11-01T09:00:00Z')
    assert.match((await text(clause('6.5-safety'))).body, /Met <strong>1<\/strong>/)
  })

  it('show a service nothing of another’s cases, though it referred them', async () => {
    const { db } = ours.site.store
    const { id } = await aCase(db, { treating: 'ZB', referring: 'ZA' })
    await say(db, 'ZA', id, 'referral', referralBody('ZA'), new Date('2026-09-01T09:00:00Z'))
    await say(
      db,
      'ZB',
      id,
      'treatment',
      { ...treatmentBody, procedure: tace },
      new Date('2026-10-13T09:00:00Z'),
    )
    for (const verdict of ['met', 'not-met', 'late', 'exempt', 'not-yet-due']) {
      for (const number of ['3.4', '3.5', '4.3', '6.5-efficacy']) {
        assert.ok(!(await text(clause(number, { verdict }))).body.includes(id), `${number} ${verdict}`)
      }
    }
    const theirs = await ours.site.signInAs('io-lead', 'ZB')
    const found = await text(paths.standardClause('rcr-2013', 'ZB', '3.4', { verdict: 'not-met' }), theirs)
    assert.ok(found.body.includes(id))
    assert.ok(!found.body.includes(ours.caseId))
  })

  it('export the same figures as a file, without anybody in it', async () => {
    const response = await ours.site.get(paths.standardFigures('rcr-2013', 'ZA'), cookie)
    assert.match(response.headers.get('content-type') ?? '', /text\/csv/)
    const lines = (await response.text()).trim().split('\r\n')
    assert.match(lines[0] ?? '', /^standard,organisation,clause,asks,from,to,met,not_met/)
    const whole = lines.find((line) => line.startsWith('rcr-2013,ZA,3.4,'))
    assert.match(whole ?? '', /,2025-12,2026-11,0,1,0,1,0,/)
    assert.ok(!lines.join().includes(ours.caseId))
  })

  it('say that what is owed has lapsed, when nobody has looked since', async () => {
    const later = new Date(now.getTime() + 120 * 86_400_000)
    const { clauseMonths } = await import('#store/standards/counts.ts')
    const asked = { organisation: 'ZA', standard: 'rcr-2013', clause: '6.5-efficacy', fromMonth: '2026-01' }
    const counted = (at: Date) =>
      withinScope(ours.site.store.db, { person: 'p', organisations: ['ZA'] }, (db) =>
        clauseMonths(db, asked, at),
      )
    await text(clause('6.5-efficacy'))
    assert.equal((await counted(now))[0]?.notYetDue, 1)
    assert.equal((await counted(later))[0]?.notMet, 1)
  })
})
