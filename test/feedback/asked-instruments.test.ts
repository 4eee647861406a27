/** Instruments that others own, asked by a patient's link: in the service's own words under its licence, else not, with the reason. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instrumentById } from '#core/registry/instruments.ts'
import { instrumentLicence } from '#core/service/kinds/instrument-licence.ts'
import { forgetDrafts } from '#store/feedback/answer.ts'
import { withinScope } from '#store/scope.ts'
import { recordInService } from '#store/service/record.ts'
import { paths } from '#web/paths.ts'
import { feedbackSite, service } from './setting.ts'

const site = await feedbackSite()
const { db } = site.store
const eq5d = instrumentById('eq-5d-5l')
assert.ok(eq5d)
const text = async (path: string, cookie?: string) => (await site.get(path, cookie)).text()
const asked = { 'instrument-eq-5d-5l': 'yes' }

/** Words of the test's own: those of the instrument are its owner's. */
async function licensed(expires: string, id?: string): Promise<string> {
  const said = await withinScope(db, 'whole', (whole) =>
    recordInService(whole, {
      ...{ organisation: service, kind: instrumentLicence, role: 'io-lead', author: 'person:test' },
      occurredAt: new Date('2026-01-02T00:00:00Z'),
      ...(id === undefined ? {} : { corrects: id }),
      body: {
        ...{ instrument: 'eq-5d-5l', reference: 'EQ-77', holder: 'A trust', expires },
        items: (eq5d?.items ?? []).map((item) => ({
          item,
          text: `Question ${item} of the test`,
          answers: ['none', 'little', 'some', 'much', 'most'].map((word) => `${item} ${word}`).join('\n'),
        })),
      },
    }),
  )
  assert.ok(said.outcome === 'appended', JSON.stringify(said))
  return said.entry.id
}
let licence = ''
async function link(form: Readonly<Record<string, string>>): Promise<string> {
  const made = await site.makeLink(form)
  return /\/feedback\/([A-Za-z0-9_-]{43})</.exec(await made.text())?.[1] ?? ''
}

describe('an instrument that others own', () => {
  it('is not offered without a licence, and the page says why', async () => {
    const page = await text(paths.caseFeedback(site.caseId), site.nurse)
    assert.doesNotMatch(page, /Ask these questionnaires/)
    assert.match(page, /EQ-5D-5L belongs to EuroQol Research Foundation\..*Record the licence first/)
    assert.doesNotMatch(await text(paths.feedback(await link(asked))), /EQ-5D/)
  })

  it('is asked in the words of the licence, kept as an entry with its reference, and scored where that is open', async () => {
    licence = await licensed('2099-01-01')
    assert.match(
      await text(paths.caseFeedback(site.caseId), site.nurse),
      /A new link closes the one that is open[\s\S]*Ask these questionnaires[\s\S]*EQ-5D-5L, 6 items/,
    )
    const token = await link(asked)
    const page = await text(paths.feedback(token))
    for (const words of [
      /Question MO of the test/,
      /MO most/,
      /A number from 0 to 100/,
      /under licence EQ-77/,
    ])
      assert.match(page, words)
    const answers = {
      ...{ experience: 'good', by: 'patient', 'score-0': '1' },
      ...{ 'item-eq-5d-5l-MO': '2', 'item-eq-5d-5l-SC': '9', 'item-eq-5d-5l-VAS': '80' },
    }
    assert.equal((await site.post(paths.feedback(token, 'check'), answers)).status, 303)
    assert.match(await text(paths.feedback(token, 'check')), /EQ-5D-5L[\s\S]*2 of 6 answered/)
    await site.post(paths.feedback(token, 'send'), {})
    const said = (await site.said()).find(({ kind }) => kind === 'instrument-answers')
    assert.deepEqual(said?.body, {
      ...{ treatment: site.treatmentId, instrument: 'eq-5d-5l', licence: 'EQ-77' },
      answers: [
        { item: 'MO', value: 2 },
        { item: 'VAS', value: 80 },
      ],
    })
    assert.equal(said?.author, 'patient')
    assert.match(await text(paths.caseOf(site.caseId), site.nurse), /EQ-5D-5L: 2 of 6 items answered/)
    const { rows } = await site.store.owner.query(
      'select count(*)::int n from feedback_link where draft is not null',
    )
    assert.deepEqual(rows, [{ n: 0 }], 'what was sent stands in the record alone')
  })

  it('is not asked any more by an old link when the licence has run out', async () => {
    const token = await link(asked)
    assert.match(await text(paths.feedback(token)), /Question MO of the test/)
    licence = await licensed('2026-03-01', licence)
    assert.doesNotMatch(await text(paths.feedback(token)), /Question MO of the test/)
    assert.match(
      await text(paths.caseFeedback(site.caseId), site.nurse),
      /No licence for EQ-5D-5L is in force on that day/,
    )
  })

  it('has a draft forgotten after a day', async () => {
    const token = await link({})
    await site.post(paths.feedback(token, 'check'), { experience: 'good', by: 'patient' })
    const held = async () =>
      (await site.store.owner.query('select 1 from feedback_link where draft is not null')).rows.length
    await forgetDrafts(db, new Date(Date.now() + 23 * 3_600_000))
    assert.equal(await held(), 1)
    await forgetDrafts(db, new Date(Date.now() + 25 * 3_600_000))
    assert.equal(await held(), 0)
    assert.equal(
      (await site.get(paths.feedback(token, 'check'))).headers.get('location'),
      paths.feedback(token),
    )
  })
})
