/** A join link by mail, through a real SMTP server. */

import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { readConfig, Secret } from '#config'
import { createMailer } from '#mail/mailer.ts'
import { testStore } from '#test/support/store.ts'
import { mailLinkBy } from '#web/sign-in/mail-link.ts'

describe('a join link by mail', async () => {
  const store = await testStore()
  const arrived: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('gone') ? new Error('550 nobody here') : null),
    onData(stream, _, done) {
      let text = ''
      stream.on('data', (chunk) => (text += chunk))
      stream.on('end', () => {
        arrived.push(text)
        done()
      })
    },
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  const config = { ...readConfig({}), smtpUrl: new Secret(`smtp://127.0.0.1:${port}`) }
  const mailer = createMailer(config, store)
  after(() => {
    mailer.close()
    server.close(() => undefined)
  })
  const mailLink = mailLinkBy(mailer, config)
  const link = 'https://fourth-pillar.example/join/a-token'

  it('reaches the person, and says so', async () => {
    assert.equal(await mailLink?.({ name: 'Nia Neu', email: 'nia@example.org' }, link), true)
    const mail = await PostalMime.parse(arrived[0] ?? '')
    assert.equal(mail.to?.[0]?.address, 'nia@example.org')
    assert.match(mail.text ?? '', /Dear Nia Neu/)
    assert.ok(mail.text?.includes(link))
  })

  it('is kept nowhere, because it holds a secret', async () => {
    const { rows } = await store.pool.query('select count(*) as messages from mail_message')
    assert.equal(rows[0].messages, 0)
  })

  it('says when the server does not take it: the administrator then copies it', async () => {
    assert.equal(await mailLink?.({ name: 'Gone', email: 'gone@example.org' }, link), false)
  })

  it('is not tried where no mail server is set up', () => {
    assert.equal(mailLinkBy(createMailer({ ...config, smtpUrl: null }, store), config), null)
  })
})
