/** What a form keeps: drafts, the last session repeated, favourites. */

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { v7 as uuid } from 'uuid'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { favouriteOf, repeatOf } from '#web/cases/record-repeat.ts'
import { paths } from '#web/paths.ts'
import { filled, here, newCase, recordedAs } from './recorder.ts'
import { formOfKind, postForm, tace, treatmentBody } from './setting.ts'

describe('a draft', () => {
  before(newCase)

  it('is kept at every send, given back, and gone once recorded', async () => {
    const { cookie } = here.radiologist
    const form = uuid()
    const address = formOfKind(here.caseId, 'feedback', form)
    const fields = await filled('feedback', { state: 'declined' })
    fields.set('_do', ['keep'])
    assert.equal((await postForm(here, address, fields, cookie)).status, 204)
    const plainAddress = await here.site.get(paths.caseRecord(here.caseId, 'feedback'), cookie)
    assert.equal(plainAddress.headers.get('location'), address)
    const html = await (await here.site.get(address, cookie)).text()
    assert.ok(html.includes('It is not recorded yet'))
    assert.match(html, /value="declined" [^>]*checked|checked=""[^>]*value="declined"/)
    const others = await (await here.site.get(address, here.colleague.cookie)).text()
    assert.ok(!others.includes('It is not recorded yet'))
    fields.set('_do', ['send'])
    assert.ok(recordedAs(await postForm(here, address, fields, cookie)))
    const next = await here.site.get(paths.caseRecord(here.caseId, 'feedback'), cookie)
    assert.ok(!next.headers.get('location')?.includes(form))
  })

  it('keeps ten thousand pasted characters, which are refused with their number', async () => {
    const { cookie } = here.radiologist
    const address = formOfKind(here.caseId, 'closure')
    const fields = await filled('closure', { why: 'completed' })
    fields.set('note', ['word '.repeat(2000)])
    const html = await (await postForm(here, address, fields, cookie)).text()
    assert.ok(html.includes('Note has 9,999 characters: it can have 1,000 at most'))
    const kept = await (await here.site.get(address, cookie)).text()
    assert.ok(kept.includes('word word word'))
  })
})

describe('filling in at one press', () => {
  before(newCase)

  it('repeats the last session without saying how this one went', async () => {
    const { cookie } = here.radiologist
    const fields = await filled('treatment', {})
    fields.set('_do', ['repeat'])
    const html = await (await postForm(here, formOfKind(here.caseId, 'treatment'), fields, cookie)).text()
    assert.match(html, /id="course"[^>]*value="\d+"/)
    assert.match(html, /id="minutes"[^>]*value=""/)
    assert.ok(html.includes('Filled in from the last session'))
  })

  it('repeats where it was done, not how large that was', () => {
    const targets = [{ organ: 'liver', segment: 'segment 8', laterality: 'right', size: 32, margin: 5 }]
    assert.deepEqual(repeatOf({ course: 1, minutes: 70, targets }), {
      course: 2,
      targets: [{ organ: 'liver', segment: 'segment 8', laterality: 'right' }],
    })
  })

  it('keeps no side in a favourite: it is the patient’s', () => {
    const typed = new Map([
      ['procedure', ['nephrostomy']],
      ['targets.0.organ', ['kidney']],
      ['targets.0.laterality', ['left']],
    ])
    assert.deepEqual(favouriteOf(treatment.fields, typed), { 'targets.0.organ': ['kidney'] })
  })

  it('keeps choices as a favourite of one’s own, nothing of the patient', async () => {
    const { cookie } = here.radiologist
    const address = formOfKind(here.caseId, 'treatment')
    const fields = await filled('treatment', {
      ...treatmentBody,
      device: 'Batch 17',
      documented: 'Mrs Secret',
    })
    fields.set('_do', ['favour']).set('_name', ['My TACE'])
    assert.ok((await (await postForm(here, address, fields, cookie)).text()).includes('‘My TACE’ is saved'))
    const page = await (await here.site.get(formOfKind(here.caseId, 'treatment'), cookie)).text()
    const button =
      /name="_do"[^>]*value="(favourite [0-9a-f-]{36})"|value="(favourite [0-9a-f-]{36})"[^>]*name="_do"/.exec(
        page,
      )
    assert.ok(button)
    const empty = new Map([...(await filled('treatment', { procedure: tace }))])
    empty.set('_do', [button[1] ?? button[2] ?? ''])
    const html = await (await postForm(here, formOfKind(here.caseId, 'treatment'), empty, cookie)).text()
    assert.match(html, /selected=""[^>]*>Liver<|value="liver" selected/)
    assert.ok(!html.includes('Mrs Secret') && !html.includes('Batch 17'))
    const others = await (
      await here.site.get(formOfKind(here.caseId, 'treatment'), here.colleague.cookie)
    ).text()
    assert.ok(!others.includes('My TACE'))
  })
})
