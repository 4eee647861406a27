/** The logbook as it is handed to an appraiser: whose, where, of when, with totals; as page and as CSV, without a patient. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aCase, addOrganisation, referralBody, say } from '#test/case/support.ts'
import { treatmentBody } from '#test/form/setting.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const site = await testSite({ now: () => new Date('2026-11-20T09:00:00Z') })
const { db } = site.store
for (const code of ['ZLA', 'ZLB']) await addOrganisation(db, code)
const operator = await site.personAs('interventional-radiologist', 'ZLA')
const colleague = await site.personAs('interventional-radiologist', 'ZLA')
const patients: string[] = []
for (const [day, procedure] of [
  ['2026-05-05', treatmentBody.procedure],
  ['2026-06-05', treatmentBody.procedure],
  ['2026-07-05', 'bland-embolisation'],
] as const) {
  const { id, patient } = await aCase(db, { treating: 'ZLA' })
  patients.push(patient)
  const operators = [{ who: { name: 'Dr Op', person: operator.id }, role: 'first' }]
  const body = { ...treatmentBody, procedure, operators }
  await say(db, 'ZLA', id, 'referral', referralBody('ZLA'), new Date('2026-04-20T09:00:00Z'))
  await say(db, 'ZLA', id, 'treatment', body, new Date(`${day}T09:00:00Z`))
}
const year = { from: '2026-01', to: '2026-11' }

describe('the logbook', () => {
  it('says whose it is, where, of when and as of which day, with what all procedures come to', async () => {
    const page = await (await site.get(paths.logbook(year), operator.cookie)).text()
    const words = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    assert.match(words, /Test interventional-radiologist, .*ZLA/)
    assert.match(words, /3 sessions, January 2026 to November 2026/)
    assert.match(words, /as it stood on 20 November 2026/)
    assert.match(words, /All procedures .{0,40}3/)
    assert.doesNotMatch(page, /Only your latest/)
  })
  it('is a file of one line a session, with operator, organisation, role and words', async () => {
    const response = await site.get(paths.logbookFile(year), operator.cookie)
    assert.match(response.headers.get('content-disposition') ?? '', /logbook-2026-01-to-2026-11\.csv/)
    const [headings = '', ...lines] = (await response.text())
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\r?\n/)
    assert.match(headings, /^operator,day,organisation_code,organisation,procedure_code,procedure,role/)
    assert.equal(lines.length, 3)
    for (const line of lines) {
      assert.match(line, /^Test interventional-radiologist,2026-0\d-05,ZLA,/)
      assert.match(line, /First operator,yes,,,,2026-11-20$/)
      for (const patient of patients) assert.ok(!line.includes(patient))
    }
  })
  it('is empty for a colleague', async () => {
    const page = await (await site.get(paths.logbook(year), colleague.cookie)).text()
    assert.match(page, /names you as operator of no session/)
    assert.doesNotMatch(page, /All procedures/)
  })
})
