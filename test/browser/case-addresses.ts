/** Pages of cases: the demonstration's fullest case as each who may see it, every form, letters and files. */

import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { ServiceRole } from '#core/access/role.ts'
import { caseSubject } from '#core/pathway/course.ts'
import { caseKindNamed, caseKinds } from '#core/pathway/kinds.ts'
import { recordInCase } from '#store/case/record.ts'
import { withinScope } from '#store/scope.ts'
import { aCase, addOrganisation, signed } from '#test/case/support.ts'
import { radioembolisation } from '#test/case-page/stories.ts'
import { pdf } from '#test/service/files.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer: Viewer, status?: number) => void

const one = '/cases/:id{[0-9a-f-]{36}}'
const recordForm = `${one}/record/:kind{[a-z-]+}`
const entry = `${one}/entries/:entry{[0-9a-f-]{36}}`

export async function caseVisits(site: TestSite, visit: Add): Promise<void> {
  const { id, treating } = await fullestCase(site)
  const as = async (role: ServiceRole, organisation = treating): Promise<Viewer> => ({
    name: `${role} of ${organisation}`,
    cookie: await site.signInAs(role, organisation),
  })
  const radiologist = await as('interventional-radiologist')
  const own = [radiologist, await as('mdt-coordinator'), await as('ward-nurse'), await as('physicist')]
  for (const viewer of own) {
    visit(one, paths.caseOf(id), viewer)
    visit('/my-work', paths.myWork(), viewer)
    visit('/cases', paths.cases(), viewer)
  }
  visit(null, paths.caseOf(id), await as('interventional-radiologist', 'ZELSE'), 404)

  for (const kind of caseKinds.filter(({ offered, name }) => offered && !answeredElsewhere.has(name)))
    visit(recordForm, paths.caseRecord(id, kind.name), radiologist)
  const said = await entriesOf(site, id)
  for (const { id: entryId, kind } of said) {
    visit(entry, paths.caseEntry(id, entryId), radiologist)
    if (corrected.has(kind))
      visit(`${one}/correct/:entry{[0-9a-f-]{36}}`, paths.caseCorrect(id, entryId), radiologist)
  }

  visit(`${one}/letter`, paths.caseLetter(id, 'letter'), radiologist)
  visit(`${one}/findings`, paths.caseFindings(id), radiologist)
  visit(`${one}/attach`, paths.caseAttach(id), radiologist)
  await attach(site, paths.caseAttach(id), radiologist.cookie)
  visit(one, paths.caseOf(id), radiologist)

  const sirt = await radioembolised(site)
  const there = await as('interventional-radiologist', 'ZTREAT')
  visit(one, paths.caseOf(sirt), there)
  visit(`${one}/radiation-card`, paths.caseLetter(sirt, 'radiation-card'), there)
  visit(`${one}/letter`, paths.caseLetter(sirt, 'letter'), there)
  for (const kind of ['work-up', 'prescription', 'treatment', 'response-assessment'])
    visit(recordForm, paths.caseRecord(sirt, kind), there)
}

/** What has a page of its own under /referrals. */
const answeredElsewhere = new Set(['referral-answer', 'onward-referral', 'attachment'])

/** Forms that are as they are to record, with what was said: some stand for all. */
const corrected = new Set(['referral', 'consent', 'treatment', 'follow-up-plan', 'response-assessment'])

/** The case of the demonstration of which most kinds are said, so that most is shown. */
async function fullestCase({ store }: TestSite): Promise<{ readonly id: string; readonly treating: string }> {
  const { rows } = await withinScope(store.db, 'whole', (db) =>
    sql<{ id: string; treating: string }>`
      select c.id, c.treating from care_case c join record_entry e on e.subject = 'case:' || c.id
      where not exists (select from record_entry d where d.subject = e.subject and d.kind in ('death', 'closure'))
      group by c.id order by count(distinct e.kind) desc, c.id limit 1`.execute(db),
  )
  assert.ok(rows[0], 'the demonstration has a case')
  return rows[0]
}

/** One entry of each kind that the case holds. */
async function entriesOf({ store }: TestSite, caseId: string) {
  const { rows } = await withinScope(store.db, 'whole', (db) =>
    sql<{ id: string; kind: string }>`
      select distinct on (kind) id, kind from record_entry where subject = ${caseSubject(caseId)}
      order by kind, position desc`.execute(db),
  )
  return rows
}

/** A case with a radioembolisation, whose patient carries a card. */
async function radioembolised({ store: { db } }: TestSite): Promise<string> {
  for (const code of ['ZTREAT', 'ZREF']) await addOrganisation(db, code)
  const { id: caseId } = await aCase(db, { treating: 'ZTREAT', referring: 'ZREF' })
  const ids = new Map<string, string>()
  await withinScope(db, 'whole', async (whole) => {
    for (const { kind: name, body, occurredAt, corrects, name: called } of radioembolisation) {
      const kind = caseKindNamed(name)
      assert.ok(kind, name)
      const done = await recordInCase(whole, {
        ...{ ...signed('ZTREAT'), caseId, kind, body: body((of) => ids.get(of) ?? '') },
        occurredAt: new Date(occurredAt),
        ...(corrects ? { corrects: ids.get(corrects) ?? '' } : {}),
      })
      assert.ok(done.outcome === 'appended', JSON.stringify(done))
      if (called) ids.set(called, done.entry.id)
    }
  })
  return caseId
}

async function attach(site: TestSite, address: string, cookie: string): Promise<void> {
  const form = new FormData()
  form.set('title', 'CT report')
  form.set('file', new File([new Uint8Array(pdf())], 'report.pdf'))
  const sent = await fetch(new URL(address, site.baseUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.baseUrl, cookie },
    body: form,
  })
  await sent.body?.cancel()
  assert.equal(sent.status, 303)
}
