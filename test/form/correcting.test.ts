/** Correcting through the real site: what stands is shown, and replaced once. */

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { v7 as uuid } from 'uuid'
import { paths } from '#web/paths.ts'
import { filled, here, newCase, recordedAs, sendAndConfirm } from './recorder.ts'
import { opened, said } from './setting.ts'

const valueOfScore = (body: unknown) => (body as { value?: number } | undefined)?.value

describe('a correction', () => {
  before(newCase)

  it('shows what stands and takes its place; a correction of a correction too', async () => {
    const { cookie } = here.radiologist
    const first = await said(
      here.site.store.db,
      here.caseId,
      'symptom-score',
      { symptom: 'pain', scale: 'nrs-0-10', value: 9, moment: 'after' },
      '2026-11-05T09:00:00Z',
    )
    for (const [before, value] of [8, 3, 2].entries()) {
      const address = `${paths.caseCorrect(here.caseId, first)}?form=${uuid()}`
      const page = await (await here.site.get(address, cookie)).text()
      assert.ok(page.includes('What stands now'))
      assert.equal(page.includes('itself a correction (the second)'), before === 2)
      const fields = await filled('symptom-score', {
        symptom: 'pain',
        scale: 'nrs-0-10',
        value,
        moment: 'after',
      })
      fields.set('occurredAt-day', ['5'])
      const { answer } = await sendAndConfirm(address, fields, cookie)
      assert.ok(recordedAs(answer))
      const standing = (await opened(here)).course.standing(first)
      assert.equal((standing?.body as { value?: number } | undefined)?.value, value)
      assert.equal(standing?.first, first)
      assert.equal(standing?.occurredAt.slice(0, 10), '2026-11-05')
    }
  })

  it('of what was corrected meanwhile is told, and then corrects what stands', async () => {
    const { db } = here.site.store
    const score = (value: number) => ({ symptom: 'itch', scale: 'nrs-0-10', value, moment: 'after' })
    const first = await said(db, here.caseId, 'symptom-score', score(7), '2026-11-06T09:00:00Z')
    const fields = await filled('symptom-score', score(5))
    await said(db, here.caseId, 'symptom-score', score(6), '2026-11-06T09:00:00Z', { corrects: first })
    const address = `${paths.caseCorrect(here.caseId, first)}?form=${uuid()}`
    const { answer: told } = await sendAndConfirm(address, fields, here.radiologist.cookie)
    assert.equal(told.status, 409)
    const html = await told.text()
    assert.ok(html.includes('Correction: itch: 6 of 10'))
    fields.set('_seen', [/name="_seen" value="(\d+)"/.exec(html)?.[1] ?? ''])
    const { answer } = await sendAndConfirm(address, fields, here.radiologist.cookie)
    assert.ok(recordedAs(answer))
    assert.equal(valueOfScore((await opened(here)).course.standing(first)?.body), 5)
  })
})
