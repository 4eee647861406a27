/** The letter that brings a patient's link: it reaches the address, opens the questions, and the address is forgotten. */

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Secret } from '#config'
import { sendMail } from '#jobs/send-mail.ts'
import { createMailer } from '#mail/mailer.ts'
import { openPost } from '#test/support/post.ts'
import { feedbackSite } from './setting.ts'

it('a patient’s link goes by mail, and its address is kept no longer than that', async () => {
  const site = await feedbackSite()
  const post = await openPost()
  assert.equal((await site.makeLink({ mailTo: 'ada@example.org' })).status, 303)
  const owner = site.store.owner
  const kept = async () => (await owner.query('select mail_to from feedback_link')).rows
  assert.deepEqual(await kept(), [{ mail_to: 'ada@example.org' }])
  const { rows } = await owner.query("select id from mail_message where purpose = 'feedback'")
  const mailFrom = 'Test hospital <io@example.org>'
  const mailer = createMailer({ smtpUrl: new Secret(post.url), mailFrom, demonstration: false }, site.store)
  const parts = {
    store: site.store,
    config: { baseUrl: site.baseUrl, mailFrom },
    mailer,
    now: () => new Date(),
  }
  await sendMail(parts, rows[0].id)
  const letter = await post.letterTo('ada@example.org', /How was it\?/)
  assert.doesNotMatch(letter.text, /nephrostomy|Ada/)
  const address = /http:\S+\/feedback\/[A-Za-z0-9_-]{43}/.exec(letter.text)?.[0] ?? ''
  assert.match(await (await fetch(address)).text(), /Overall, how was your experience/)
  assert.deepEqual(await kept(), [{ mail_to: null }])
  // Posted once: a second look at the queue sends nothing.
  await sendMail(parts, rows[0].id)
  assert.equal(post.count(/How was it\?/), 1)
  mailer.close()
})
