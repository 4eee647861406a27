import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, it } from 'node:test'
import { Secret } from '#config'
import { type Jobs, startJobs } from '#jobs/main.ts'
import { sendMail } from '#jobs/send-mail.ts'
import { createMailer, type Mailer } from '#mail/mailer.ts'
import { contactById, contactsOf } from '#store/census/contact.ts'
import { queueReminders } from '#store/census/reminder.ts'
import { invite, linkExpiry } from '#store/census/room/rounds.ts'
import { listMessages, requeueMail, rescueMail } from '#store/mail/message.ts'
import { lastSeal } from '#store/record/seal.ts'
import { testSite } from '#test/support/site.ts'
import { type TestStore, testStore } from '#test/support/store.ts'
import { answerAll, bothAnswers, browserOf, code, edition, openCensus, shows } from '../answer/setting.ts'
import { postOffice, tokenIn, until } from './post-office.ts'

const sealKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const site = { baseUrl: 'http://localhost:3000', mailFrom: 'Test census <census@example.org>' }
const quick = { connectMs: 500, silenceMs: 500 }

/** An open edition with one contact for each of some organisations. */
async function census(organisations: number, now = new Date()): Promise<TestStore> {
  const store = await testStore()
  await openCensus(store.db, { organisations, now })
  const rows = Array.from({ length: organisations }, (_, index) => ({
    id: crypto.randomUUID(),
    organisation: code(index + 1),
    name: `Dr ${index}`,
    role: 'head-of-department',
    email: `head${index + 1}@trust.example`,
  }))
  await store.db.insertInto('census_contact').values(rows).execute()
  return store
}

const task = (now: Date) => ({
  edition,
  expiresAt: linkExpiry(null, now),
  today: now.toISOString().slice(0, 10),
})

function smtp(store: TestStore, url: string): Mailer {
  return createMailer(
    { smtpUrl: new Secret(url), mailFrom: site.mailFrom, demonstration: false },
    store,
    quick,
  )
}

async function working(store: TestStore, mailer: Mailer, work: () => Promise<void>): Promise<void> {
  const parts = { store, config: site, mailer, sealKey, firstPauseSeconds: 1 }
  const jobs: Jobs = await startJobs(parts)
  try {
    await work()
  } finally {
    await jobs.stop()
  }
}

const states = async (store: TestStore) => (await listMessages(store.db, {}, { number: 1, size: 1 })).states

describe('invitations by a mail server that works', () => {
  it('reach each contact once, however often the lead presses, with a link that opens', async () => {
    const web = await testSite()
    const store = web.store
    await openCensus(store.db, { organisations: 12 })
    await store.db
      .insertInto('census_contact')
      .values(
        Array.from({ length: 12 }, (_, index) => ({
          id: crypto.randomUUID(),
          organisation: code(index + 1),
          name: 'Dr O’Neill <script>',
          role: 'head-of-department',
          email: `head${index + 1}@trust.example`,
        })),
      )
      .execute()
    const office = await postOffice()
    const now = new Date()
    await working(store, smtp(store, office.url), async () => {
      const queued = await Promise.all(Array.from({ length: 5 }, () => invite(store.db, task(now), now)))
      assert.equal(
        queued.reduce((sum, each) => sum + each),
        12,
      )
      await until(async () => (await states(store)).sent === 12)
      assert.equal(await invite(store.db, task(now), now), 0)
    })
    assert.equal(office.received.length, 12)
    assert.equal(new Set(office.received.map(({ to }) => to)).size, 12)
    const [first] = office.received
    assert.match(first?.mail.subject ?? '', /^\[Fictional\] Test census 2026: what does .+ offer\?$/)
    assert.match(first?.mail.text ?? '', /^Fictional demonstration/)
    assert.match(first?.mail.html ?? '', /Dr O’Neill &lt;script&gt;/)
    assert.equal(first?.mail.from?.address, 'census@example.org')
    const token = tokenIn(first?.mail.text)
    assert.equal(token, tokenIn(first?.mail.html), 'text and HTML hold the same link')
    shows(await browserOf(web.baseUrl).open(token), /Start now/)
    const kept = await store.db.selectFrom('mail_kept').selectAll().execute()
    assert.equal(kept.length, 0, 'a letter to a real address is not kept')
  })

  it('let the chain of mail go on: answer, receipt by mail, reminder to the others only', async () => {
    const web = await testSite()
    const { db } = web.store
    const opened = new Date('2026-11-02T09:00:00Z')
    await openCensus(db, { organisations: 3, deadlineOn: '2026-11-30', now: opened })
    for (const number of [1, 2, 3]) {
      await db
        .insertInto('census_contact')
        .values({
          id: crypto.randomUUID(),
          organisation: code(number),
          name: 'Dr B.',
          role: 'head-of-department',
          email: `head${number}@trust.example`,
        })
        .execute()
    }
    const office = await postOffice()
    const mailer = smtp(web.store, office.url)
    let now = opened
    const parts = { store: web.store, config: site, mailer, now: () => now }
    const post = async () => {
      const { messages } = await listMessages(db, { state: 'queued' }, { number: 1, size: 100 })
      for (const { id } of messages) await sendMail(parts, id)
      return messages.length
    }
    await invite(db, task(opened), opened)
    assert.equal(await post(), 3)
    const invited = office.received.find(({ to }) => to === 'head1@trust.example')
    const person = browserOf(web.baseUrl)
    await person.open(tokenIn(invited?.mail.text))
    await answerAll(person, bothAnswers)
    await person.send()
    assert.equal(await post(), 1)
    const receipt = office.received.at(-1)
    assert.match(receipt?.mail.subject ?? '', /answers of .+ received, reference [0-9A-Z]{4}-[0-9A-Z]{4}/)
    shows(await browserOf(web.baseUrl).open(tokenIn(receipt?.mail.text)), /The answers were sent/)

    assert.equal(await queueReminders(db, '2026-11-08', new Date('2026-11-08T08:30:00Z')), 0, 'not yet')
    now = new Date('2026-11-09T09:30:00Z')
    assert.equal(await queueReminders(db, '2026-11-09', now), 2)
    assert.equal(await queueReminders(db, '2026-11-09', now), 0, 'each once')
    assert.equal(await post(), 2)
    now = new Date('2026-11-20T09:30:00Z')
    assert.equal(await queueReminders(db, '2026-11-20', now), 0)
    await db
      .updateTable('census_contact')
      .set({ bounced_at: now })
      .where('organisation', '=', 'T02')
      .execute()
    now = new Date('2026-11-27T09:30:00Z')
    assert.equal(
      await queueReminders(db, '2026-11-27', now),
      1,
      'before the deadline, not to an address that bounced',
    )
    assert.equal(await post(), 1)
    assert.deepEqual(
      office.received
        .slice(-3)
        .map(({ to }) => to)
        .toSorted(),
      ['head2@trust.example', 'head3@trust.example', 'head3@trust.example'],
    )
    mailer.close()
  })
})

describe('a mail server that is in trouble', () => {
  it('refuses one address in ten: those contacts are marked with its reason, the others get their mail', async () => {
    const store = await census(20)
    const office = await postOffice({
      recipient: (address) =>
        /head(10|20)@/.test(address) ? { code: 550, words: '5.1.1 No such user here' } : null,
    })
    const now = new Date()
    await working(store, smtp(store, office.url), async () => {
      await invite(store.db, task(now), now)
      await until(async () => (await states(store)).queued === 0)
    })
    assert.deepEqual(await states(store), { queued: 0, deferred: 0, sent: 18, refused: 2 })
    assert.equal(office.received.length, 18)
    const bounced = (await contactsOf(store.db)).filter(({ bouncedAt }) => bouncedAt)
    assert.deepEqual(bounced.map(({ email }) => email).toSorted(), [
      'head10@trust.example',
      'head20@trust.example',
    ])
    assert.match(bounced[0]?.bounceReason ?? '', /550.*No such user here/)
  })

  it('is down: mail is deferred with the reason, tried again, and sent when it is up', async () => {
    const store = await census(6)
    const gone = await postOffice()
    await gone.close()
    const now = new Date()
    await working(store, smtp(store, gone.url), async () => {
      await invite(store.db, task(now), now)
      await until(async () => (await states(store)).deferred === 6)
      const { messages } = await listMessages(store.db, { state: 'deferred' }, { number: 1, size: 10 })
      assert.match(messages[0]?.error ?? '', /could not be reached/)
      assert.ok((messages[0]?.attempts ?? 0) >= 1)
      const back = await postOffice({ port: gone.port })
      await until(async () => (await states(store)).sent === 6)
      assert.equal(back.received.length, 6)
      assert.equal((await contactsOf(store.db)).filter(({ bouncedAt }) => bouncedAt).length, 0)
    })
  })

  it('asks to come back later: deferred, not bounced', async () => {
    const store = await census(2)
    let busy = true
    const office = await postOffice({
      recipient: () => (busy ? { code: 451, words: '4.7.1 Greylisted, try again' } : null),
    })
    const now = new Date()
    await working(store, smtp(store, office.url), async () => {
      await invite(store.db, task(now), now)
      await until(async () => (await states(store)).deferred === 2)
      busy = false
      await until(async () => (await states(store)).sent === 2)
    })
    assert.equal(office.received.length, 2)
  })

  it('is slow without end: given up after a time, and tried again', async () => {
    const store = await census(2)
    const office = await postOffice({ slowMs: 60_000 })
    const now = new Date()
    await working(store, smtp(store, office.url), async () => {
      await invite(store.db, task(now), now)
      await until(async () => (await states(store)).deferred === 2)
      const { messages } = await listMessages(store.db, {}, { number: 1, size: 10 })
      assert.match(messages[0]?.error ?? '', /did not answer in time/)
    })
  })

  it('does not want the letter: refused for the lead to see, and the address is not blamed', async () => {
    const store = await census(1)
    const office = await postOffice({ letter: () => ({ code: 554, words: '5.7.1 Looks like spam' }) })
    const now = new Date()
    await working(store, smtp(store, office.url), async () => {
      await invite(store.db, task(now), now)
      await until(async () => (await states(store)).refused === 1)
    })
    const [message] = (await listMessages(store.db, {}, { number: 1, size: 1 })).messages
    assert.match(message?.error ?? '', /Looks like spam/)
    const [contact] = await contactsOf(store.db)
    assert.equal((await contactById(store.db, contact?.id ?? ''))?.bouncedAt, null)
  })
})

describe('mail that waits', () => {
  it('without a mail server waits, and goes out at the first start with one', async () => {
    const store = await census(3)
    const now = new Date()
    const none = createMailer({ smtpUrl: null, mailFrom: site.mailFrom, demonstration: false }, store)
    await working(store, none, async () => {
      await invite(store.db, task(now), now)
      await new Promise((later) => setTimeout(later, 2500))
    })
    assert.equal((await states(store)).queued, 3)
    const office = await postOffice()
    await rescueMail(store.db)
    await working(store, smtp(store, office.url), async () => {
      await until(async () => (await states(store)).sent === 3)
    })
    assert.equal(office.received.length, 3)
  })

  it('whose process was killed between posting and marking is posted again, under the same Message-ID', async () => {
    const store = await census(1)
    const office = await postOffice()
    const mailer = smtp(store, office.url)
    const now = new Date()
    await invite(store.db, task(now), now)
    const [message] = (await listMessages(store.db, {}, { number: 1, size: 1 })).messages
    const parts = { store, config: site, mailer, now: () => now }
    await sendMail(parts, message?.id ?? '')
    // As if the mark had not been written.
    await store.db.updateTable('mail_message').set({ state: 'queued', sent_at: null }).execute()
    await sendMail(parts, message?.id ?? '')
    await sendMail(parts, message?.id ?? '')
    assert.equal(office.received.length, 2)
    const ids = new Set(office.received.map(({ mail }) => mail.messageId))
    assert.equal(ids.size, 1)
    mailer.close()
  })

  it('is not sent any more when its reason has gone', async () => {
    const store = await census(2)
    const office = await postOffice()
    const mailer = smtp(store, office.url)
    const now = new Date()
    await invite(store.db, task(now), now)
    const { messages } = await listMessages(store.db, {}, { number: 1, size: 10 })
    await store.db.updateTable('census_link').set({ revoked_at: now }).execute()
    for (const { id } of messages) await sendMail({ store, config: site, mailer, now: () => now }, id)
    assert.equal(office.received.length, 0)
    assert.deepEqual(await states(store), { queued: 0, deferred: 0, sent: 0, refused: 2 })
    assert.equal(
      await requeueMail(
        store.db,
        messages.map(({ id }) => id),
      ),
      2,
    )
    assert.equal((await states(store)).queued, 2)
    mailer.close()
  })

  it('in the demonstration is kept with a link that works, and shown in the outbox', async () => {
    const web = await testSite({ config: { demonstration: true } })
    const { db } = web.store
    await openCensus(db, { organisations: 2 })
    await db
      .insertInto('census_contact')
      .values({
        id: crypto.randomUUID(),
        organisation: 'T01',
        name: 'Dr C.',
        role: 'head-of-department',
        email: 'head1@trust.example',
      })
      .execute()
    const now = new Date()
    await invite(db, task(now), now)
    const mailer = createMailer(web.config, web.store)
    const [message] = (await listMessages(db, {}, { number: 1, size: 1 })).messages
    await sendMail({ store: web.store, config: web.config, mailer, now: () => now }, message?.id ?? '')
    const lead = await web.signInAs('census-lead')
    const outbox = browserOf(web.baseUrl, lead)
    shows(await outbox.get('/outbox'), /head1@trust\.example/)
    shows(await outbox.get('/outbox?state=sent&recipient=HEAD1'), /head1@trust\.example/)
    const page = await outbox.get(`/outbox/${message?.id}`)
    shows(await browserOf(web.baseUrl).open(tokenIn(page.html)), /Start now/)
    const commissioner = browserOf(web.baseUrl, await web.signInAs('commissioner'))
    assert.equal((await commissioner.get('/outbox')).status, 403)
    assert.equal((await commissioner.get(`/outbox/${message?.id}`)).status, 403)
    assert.equal((await browserOf(web.baseUrl).get('/outbox')).status, 302)
  })
})

describe('the work that goes on by itself', () => {
  it('seals the record at the first start', async () => {
    const store = await census(1)
    const none = createMailer({ smtpUrl: null, mailFrom: site.mailFrom, demonstration: false }, store)
    await working(store, none, async () => {
      await until(async () => (await lastSeal(store.db)) !== null)
    })
    assert.equal((await lastSeal(store.db))?.number, 1)
  })
})
