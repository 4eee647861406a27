/** A patient's link: handed over, opened on a phone, answered once; and every way in which it opens nothing. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '#web/paths.ts'
import { feedbackSite } from './setting.ts'

const site = await feedbackSite()
const text = async (path: string) => (await site.get(path)).text()
const answers = { experience: 'very-good', words: 'They were kind.', 'score-0': '2', by: 'patient' }

describe('a patient’s link', () => {
  it('is printed with a code, names neither patient nor treatment, and notes that feedback was asked for', async () => {
    const made = await site.makeLink()
    const sheet = await made.text()
    assert.match(sheet, /<svg class="fp-qr"/)
    assert.match(sheet, /Hospitals ZTREAT would like to know/)
    assert.doesNotMatch(sheet.replace(/<nav[\s\S]*?<\/nav>/g, ''), /nephrostomy|Fictional[0-9a-f]{6}|Ada\b/i)
    const [asked, ...more] = await site.said()
    assert.deepEqual(
      [asked?.kind, (asked?.body as { state: string } | undefined)?.state],
      ['feedback', 'asked'],
    )
    assert.equal(more.length, 0)
    const { rows } = await site.store.owner.query('select length(digest) as n from feedback_token')
    assert.deepEqual(rows, [{ n: 32 }])
  })

  it('closes the one before it for the same treatment', async () => {
    const before = await site.token()
    const after = await site.token()
    assert.equal((await site.get(paths.feedback(before))).status, 410)
    assert.match(await text(paths.feedback(before)), /This link was withdrawn/)
    const opened = await site.get(paths.feedback(after))
    assert.equal(opened.status, 200)
    assert.equal(opened.headers.get('referrer-policy'), 'same-origin', 'its form names its origin')
    assert.equal(opened.headers.get('cache-control'), 'no-store')
    const page = await opened.text()
    assert.match(page, /Flank pain today, from 0 to 10/)
    assert.doesNotMatch(page, /nephrostomy|Fictional[0-9a-f]{6}/i)
    const onTheWard = await (await site.get(paths.feedback(after), site.nurse)).text()
    assert.doesNotMatch(onTheWard, /Sign out|My work/, 'whoever is signed in on the device is nobody here')
    assert.equal((await site.said()).length, 1, 'asked for once')
  })

  it('asks again for what is missing, shows what was answered, and is sent once', async () => {
    const token = await site.token()
    const missing = await site.post(paths.feedback(token, 'check'), { words: 'Only words' })
    assert.equal(missing.status, 422)
    const returned = await missing.text()
    for (const words of [/Select how your experience was/, /Select who answers/, /Only words/])
      assert.match(returned, words)
    const early = await site.get(paths.feedback(token, 'check'))
    assert.equal(early.headers.get('location'), paths.feedback(token), 'nothing to look over yet')
    const kept = await site.post(paths.feedback(token, 'check'), answers)
    assert.equal(kept.status, 303)
    assert.equal(kept.headers.get('location'), paths.feedback(token, 'check'))
    const checked = await text(paths.feedback(token, 'check'))
    assert.match(checked, /Very good[\s\S]*They were kind\.[\s\S]*2 of 10/)
    assert.match(await text(paths.feedback(token)), /They were kind\./)
    assert.equal((await site.said()).length, 1)

    const both = await Promise.all([1, 2].map(() => site.post(paths.feedback(token, 'send'), answers)))
    for (const sent of both) assert.ok([200, 303].includes(sent.status))
    await site.post(paths.feedback(token, 'send'), { ...answers, experience: 'poor' })
    const said = (await site.said()).slice(1)
    assert.deepEqual(
      said.map(({ kind, author, role }) => [kind, author, role]),
      [
        ['feedback', 'patient', 'patient'],
        ['symptom-score', 'patient', 'patient'],
      ],
    )
    assert.deepEqual(said[0]?.body, {
      treatment: site.treatmentId,
      state: 'given',
      experience: 'very-good',
      by: 'patient',
      words: 'They were kind.',
    })
    assert.equal((said[1]?.body as { value: number } | undefined)?.value, 2)
    assert.match(await text(paths.feedback(token)), /Thank you/)
    const page = await (await site.get(paths.caseOf(site.caseId), site.nurse)).text()
    assert.match(page, /the patient, by a personal link/)
    assert.match(await (await site.get(paths.caseFeedback(site.caseId), site.nurse)).text(), /Answered/)
  })

  it('can be declined, and that is an entry as well', async () => {
    const token = await site.token()
    assert.match(await text(paths.feedback(token, 'decline')), /Your care does not depend on it/)
    await site.post(paths.feedback(token, 'decline'), {})
    await site.post(paths.feedback(token, 'decline'), {})
    const declined = (await site.said()).filter(
      ({ body }) => (body as { state?: string }).state === 'declined',
    )
    assert.equal(declined.length, 1)
    assert.match(await text(paths.feedback(token)), /You chose not to answer/)
    await site.post(paths.feedback(token, 'send'), answers)
    assert.equal((await site.said()).filter(({ author }) => author === 'patient').length, 3)
  })

  it('opens nothing when it is unknown, expired, or withdrawn', async () => {
    for (const token of ['none', 'x'.repeat(43), '__proto__'])
      assert.equal((await site.get(paths.feedback(token))).status, 404)
    const token = await site.token()
    await site.store.owner.query(
      "update feedback_link set expires_at = now() - interval '1 minute' where ended is null",
    )
    assert.equal((await site.get(paths.feedback(token))).status, 410)
    await site.post(paths.feedback(token, 'send'), answers)
    const next = await site.token()
    const list = await (await site.get(paths.caseFeedback(site.caseId), site.nurse)).text()
    const revoke = /action="(\/cases\/[0-9a-f-]{36}\/feedback\/[0-9a-f-]{36}\/revoke)"/.exec(list)?.[1] ?? ''
    await site.post(revoke, {}, site.nurse)
    assert.match(await text(paths.feedback(next)), /This link was withdrawn/)
    assert.equal((await site.said()).filter(({ author }) => author === 'patient').length, 3)
  })

  it('is made by those who treat, and for others the case does not exist', async () => {
    const elsewhere = await site.signInAs('cancer-nurse-specialist', 'ZELSE')
    assert.equal((await site.get(paths.caseFeedback(site.caseId), elsewhere)).status, 404)
    const form = { treatment: site.treatmentId }
    assert.equal((await site.post(paths.caseFeedback(site.caseId), form, elsewhere)).status, 404)
    const physicist = await site.signInAs('physicist', 'ZTREAT')
    assert.equal((await site.post(paths.caseFeedback(site.caseId), form, physicist)).status, 404)
  })

  it('goes by mail to an address that is kept with the case alone, until it is posted', async () => {
    assert.equal((await site.makeLink({ mailTo: 'not an address' })).status, 422)
    assert.equal((await site.makeLink({ mailTo: 'ada@example.org' })).status, 303)
    const { rows } = await site.store.owner.query(
      "select recipient from mail_message where purpose = 'feedback'",
    )
    assert.deepEqual(rows, [{ recipient: 'A patient' }])
  })
})
