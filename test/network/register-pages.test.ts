/** The register of referral pathways through the site, as it grows: stated, confirmed, reviewed, ended; what each role sees. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { letterOf } from '#mail/census-letter.ts'
import { listMessages } from '#store/mail/message.ts'
import { loadNetwork, loadRegister } from '#store/network/network.ts'
import { pathwayWork } from '#store/network/pathway-work.ts'
import { queueReviewReminders } from '#store/service/reminder.ts'
import { aCase } from '#test/case/support.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { dayIn, fillIn, hiddenOf, problemsIn, wordsOf } from '../service/pages.ts'

const now = () => new Date('2026-11-22T10:00:00Z')
const day = '2026-11-22'

describe('the register of referral pathways', async () => {
  const site = await testSite({ now })
  const { store } = site
  const sender = await site.signInAs('io-lead', 'ZTA')
  const recipient = await site.signInAs('io-lead', 'ZTB')
  const manager = await site.signInAs('department-manager', 'ZTB')
  const closing = await site.signInAs('io-lead', 'ZTC')
  const commissioner = await site.signInAs('commissioner')
  const textOf = async (path: string, cookie = commissioner) => {
    const page = await site.get(path, cookie)
    assert.equal(page.status, 200, path)
    return wordsOf(await page.text())
  }
  const agreed = (more: Readonly<Record<string, string>> = {}) => ({
    to: 'ZTB',
    'procedures.6.procedure': 'lung-ablation',
    through: 'Lung MDT',
    ...dayIn('reviewDue', '2026-12-10'),
    ...dayIn('occurredAt', '2025-01-10'),
    ...more,
  })
  const state = async (from: string, fields: Readonly<Record<string, string>>, cookie: string) =>
    (await fillIn(site, paths.myServiceNew(from, 'referral-pathway'), cookie, fields))
      .split('/')[4]
      ?.split('?')[0] ?? ''
  const refused = async (address: string, fields: Readonly<Record<string, string>>, cookie: string) => {
    const sent = await site.post(address, { ...(await hiddenOf(site, address, cookie)), ...fields }, cookie)
    assert.equal(sent.status, 422)
    return problemsIn(await sent.text())
  }
  const mailTo = async (purpose: 'pathway-asked' | 'review-due') =>
    (
      await store.db
        .selectFrom('mail_message')
        .select(['recipient', 'organisation'])
        .where('purpose', '=', purpose)
        .execute()
    ).map(({ organisation }) => organisation)
  const letterTo = async (purpose: 'pathway-asked' | 'review-due') => {
    const { messages } = await listMessages(store.db, { purpose }, { number: 1, size: 1 })
    assert.ok(messages[0])
    const written = await letterOf(store.db, messages[0], site.config, now())
    assert.equal(written.outcome, 'letter')
    return written.letter
  }
  let id = ''

  it('is empty before anything was said', async () => {
    assert.match(await textOf(paths.networkPathways()), /No referral pathway is stated or declared yet/)
    assert.match(await textOf(paths.network()), /no referral pathway is in force/)
  })

  it('takes no pathway to oneself, none to a service that closed, none whose review is before its agreement', async () => {
    const address = paths.myServiceNew('ZTA', 'referral-pathway')
    assert.deepEqual(await refused(address, agreed(dayIn('reviewDue', '2024-12-31')), sender), [
      'That is before 10 January 2025: enter a later day, or put that one right',
    ])
    assert.equal((await refused(address, agreed({ to: 'ZTA' }), sender)).length, 1)
    await store.owner.query(
      `insert into organisation (code, name, nation, region, latitude, longitude, main_site, closed_on, fictional, source)
       values ('ZTX', 'Closed Hospitals', 'England', 'London', 51, 0, 'X', '2026-10-31', true, 'made for a test')`,
    )
    assert.equal((await refused(address, agreed({ to: 'ZTX' }), sender)).length, 1)
  })

  it('has a proposed one at once, and its recipient is told by mail', async () => {
    id = await state('ZTA', agreed(), sender)
    const words = await textOf(paths.networkPathways({ state: 'proposed' }))
    assert.match(
      words,
      /1 referral pathway From .* Test Hospitals ZTA .* Test Hospitals ZTB .* lung ablation .* Lung MDT/,
    )
    assert.match(words, /Proposed Review due/)
    assert.deepEqual(await mailTo('pathway-asked'), ['ZTB', 'ZTB'])
  })

  it('is work for whoever writes the record at either end, and for nobody else', async () => {
    const nurse = await site.signInAs('ward-nurse', 'ZTB')
    const radiologist = await site.signInAs('interventional-radiologist', 'ZTB')
    for (const cookie of [recipient, manager])
      assert.match(await textOf(paths.myWork(), cookie), / 1 Referral pathways asked of us /)
    assert.match(await textOf(paths.myWork(), sender), / 1 Referral pathways to review /)
    assert.match(
      await textOf(paths.myWork(), sender),
      /Referral pathways asked of us : no other service waits for an answer\./,
    )
    for (const cookie of [nurse, radiologist, commissioner])
      assert.doesNotMatch(await textOf(paths.myWork(), cookie), /Referral pathways/)
    assert.match(await textOf(paths.myServiceAsked('ZTB'), recipient), /Test Hospitals ZTA Not confirmed yet/)
    const late = await testSite({ store, now: () => new Date('2026-12-11T10:00:00Z') })
    const words = wordsOf(await (await late.get(paths.myWork(), sender)).text())
    assert.match(words, / 1 Referral pathways to review 1 overdue/)
    assert.deepEqual(
      await pathwayWork(store.db, ['ZTA', 'ZTB', 'ZTC'], '2026-10-14'),
      new Map([['ZTB', { toAnswer: 1, toReview: 0, overdue: 0 }]]),
      'eight weeks and a day before',
    )
  })

  it('takes one confirmation of two that are sent at once', async () => {
    const address = paths.myServiceAsked('ZTB', 'ZTA', id)
    const [first, second] = [await hiddenOf(site, address, recipient), await hiddenOf(site, address, manager)]
    const [one, two] = [
      await site.post(address, { ...first, answer: 'confirmed' }, recipient),
      await site.post(address, { ...second, answer: 'declined' }, manager),
    ]
    assert.deepEqual([one.status, two.status], [303, 409])
    assert.match(wordsOf(await two.text()), /Something was added while you wrote/)
    assert.doesNotMatch(await textOf(paths.myWork(), recipient), / 1 Referral pathways asked of us /)
    assert.match(await textOf(paths.networkPathways({ state: 'confirmed' })), /1 referral pathway/)
    assert.match(await textOf(paths.networkPathways({ state: 'proposed' })), /0 referral pathways/)
    assert.match(await textOf(paths.network()), /of 1 referral pathway in force, 1 is confirmed by both ends/)
  })

  it('is read once for each state of the records', async () => {
    const [one, two] = [await loadRegister(store, { day }), await loadRegister(store, { day })]
    assert.equal(one, two)
    assert.notEqual(await loadRegister(store, { day: '2026-11-23' }), one)
  })

  it('reminds both leads’ services once before the day of a review and once after it', async () => {
    assert.equal(await queueReviewReminders(store.db, '2026-09-01', now()), 0)
    assert.equal(await queueReviewReminders(store.db, day, now()), 1)
    assert.equal(await queueReviewReminders(store.db, day, now()), 0, 'once')
    assert.equal(await queueReviewReminders(store.db, '2026-12-10', now()), 0)
    assert.equal(await queueReviewReminders(store.db, '2026-12-11', now()), 1)
    assert.equal(await queueReviewReminders(store.db, '2027-06-01', now()), 0)
    assert.deepEqual(await mailTo('review-due'), ['ZTA', 'ZTA'])
    const letter = await letterTo('review-due')
    assert.equal(letter.subject, '[Fictional] Test Hospitals ZTA: one thing to review or renew')
    assert.match(
      letter.text,
      /Referral pathway to Test Hospitals ZTB for lung ablation: review due on 10 December 2026/,
    )
    assert.ok(letter.text.includes(`/my-service/ZTA`))
    assert.match(
      (await letterTo('pathway-asked')).text,
      /referral pathway to Test Hospitals ZTB[\s\S]*\/my-service\/ZTB\/asked/,
    )
  })

  it('knows which were used, and which referrals went outside of any', async () => {
    const later = { 'procedures.6.procedure': '', 'procedures.5.procedure': 'liver-ablation' }
    await state('ZTB', { ...agreed(), ...later, to: 'ZTC', ...dayIn('reviewDue', '2028-01-01') }, recipient)
    assert.match(await textOf(paths.networkPathways({ state: 'unused' })), /2 referral pathways/)
    const opened = await aCase(store.db, { treating: 'ZTB', referring: 'ZTA' })
    await store.owner.query("update care_case set procedure = 'nephrostomy', opened_at = $2 where id = $1", [
      opened.id,
      now(),
    ])
    // A year of referrals is kept for ten minutes: another day is another year.
    const site2 = await testSite({ store, now: () => new Date('2026-11-23T10:00:00Z') })
    const cookie = await site2.signInAs('commissioner')
    const words = wordsOf(await (await site2.get(paths.networkOutside(), cookie)).text())
    assert.match(words, /1 way .* Test Hospitals ZTA .* Test Hospitals ZTB .* Nephrostomy .* fewer than 8/)
    const own = await site2.signInAs('io-lead', 'ZTA')
    assert.match(
      wordsOf(await (await site2.get(paths.networkOutside(), own)).text()),
      /Nephrostomy .* 1 .* State a referral pathway/,
    )
    const third = await site2.signInAs('io-lead', 'ZTC')
    assert.match(wordsOf(await (await site2.get(paths.networkOutside(), third)).text()), /0 ways/)
    const csv = await (await site2.get(paths.networkOutside({}, 'csv'), cookie)).text()
    assert.match(csv, /ZTA,Test Hospitals ZTA,ZTB,Test Hospitals ZTB,nephrostomy,fewer than 8\r\n/)
  })

  it('lists as leading nowhere those of which an end closes, and offers them to no referral', async () => {
    await store.owner.query("update organisation set closed_on = '2026-10-31' where code = 'ZTC'")
    const words = await textOf(paths.networkPathways({ state: 'nowhere' }))
    assert.match(
      words,
      /1 referral pathway .* Test Hospitals ZTB .* Test Hospitals ZTC closed on 31 October 2026/,
    )
    assert.match(words, /Leads nowhere/)
    const network = await loadNetwork(store, { day })
    assert.ok(!network.sites.some(({ code }) => code === 'ZTC'))
    assert.ok(!network.pathways.some(({ to }) => to === 'ZTC'))
    assert.equal((await site.get(paths.networkPathways(), closing)).status, 200)
  })

  it('ends one once, not before it began, however often that is sent', async () => {
    const address = paths.myServiceEntry('ZTA', id, 'end')
    assert.deepEqual(
      await refused(address, { why: 'Not needed', ...dayIn('occurredAt', '2025-01-01') }, sender),
      ['That is before it began: enter 10 January 2025 or a day after'],
    )
    assert.deepEqual(await refused(address, { why: '', ...dayIn('occurredAt', '2026-11-01') }, sender), [
      'Say why it ends',
    ])
    const form = {
      ...(await hiddenOf(site, address, sender)),
      why: 'Not needed',
      ...dayIn('occurredAt', '2026-11-01'),
    }
    assert.equal((await site.post(address, form, sender)).status, 303)
    const again = await site.post(address, { ...form, _id: '01900000-0000-7000-8000-000000000001' }, sender)
    assert.equal(again.headers.get('location'), `${paths.myServiceEntry('ZTA', id)}?done=over`)
    assert.match(
      await textOf(again.headers.get('location') ?? '', sender),
      /It had ended already\. Nothing was added/,
    )
    assert.match(await textOf(paths.networkPathways({ state: 'ended' })), /Ended on 1 November 2026/)
    const asked = await site.get(paths.myServiceAsked('ZTB', 'ZTA', id), recipient)
    assert.equal(asked.status, 404, 'there is nothing left to answer')
  })

  it('is for those who may see the network', async () => {
    const nurse = await site.signInAs('ward-nurse', 'ZTA')
    for (const path of [
      paths.network(),
      paths.networkPathways(),
      paths.networkGaps(),
      paths.networkOutside(),
    ]) {
      assert.equal((await site.get(path, nurse)).status, 403, path)
      assert.match((await site.get(path)).headers.get('location') ?? '', /^\/sign-in/)
    }
  })

  it('says what an address asks for that does not exist, and refuses an edition that is not published', async () => {
    const oddOf = async (path: string) => {
      const page = await site.get(path, commissioner)
      assert.equal(page.status, 422, path)
      const html = await page.text()
      for (const [, id] of html.matchAll(/error-summary__list[\s\S]*?href="#([^"]+)"/g))
        assert.match(html, new RegExp(`<(select|input|section)[^>]* id="${id}"`))
      return problemsIn(html)
    }
    const odd = { state: 'nonsense', procedure: 'nothing', nation: 'France', service: '<b>', page: '-3' }
    assert.deepEqual(await oddOf(paths.networkPathways(odd)), [
      'There is no state “nonsense”: choose one of the list',
      'There is no procedure “nothing”: choose one of the list',
      'There is no nation “France”: choose one of the list',
      'There is no service “&lt;b&gt;”: choose one of the list',
    ])
    assert.deepEqual(await oddOf(paths.networkGaps({ procedure: 'toString', by: 'moon' })), [
      'There is no procedure “toString”: choose one of the list',
      'There is no way to count by “moon”: choose one of the list',
    ])
    assert.deepEqual(await oddOf(paths.networkAccess({ procedure: 'nothing', within: '7' })), [
      'There is no procedure “nothing”: choose one of the list',
      'Choose 30, 45, 60 or 90 minutes, not “7”',
    ])
    assert.equal(
      (await oddOf(paths.networkDemand({ procedure: 'x', by: 'x', nation: 'x', year: '1066' }))).length,
      4,
    )
    assert.deepEqual(await oddOf(paths.networkProposals({ ask: 'nonsense', nation: 'France' })), [
      'Choose one of the three questions, not “nonsense”',
      'There is no nation “France”: choose one of the list',
    ])
    assert.equal((await oddOf(paths.networkCost({ procedure: 'x', gap: 'ZZZ', recipient: 'ZZZ' }))).length, 3)
    for (const path of [paths.networkWhatIf({ procedure: 'x' }), paths.networkRecipients({ procedure: 'x' })])
      assert.match(await textOf(path), /names a procedure that does not exist\. This is lung ablation/)
    const file = await site.get(paths.networkPathways({ state: 'nonsense' }, 'csv'), commissioner)
    assert.deepEqual(
      [file.status, await file.text()],
      [422, 'There is no state “nonsense”: choose one of the list.\n'],
    )
    assert.equal((await site.get(paths.networkPathways({ state: '', page: '-3' }), commissioner)).status, 200)
    assert.equal((await site.get(paths.networkGaps({ page: '999' }), commissioner)).status, 200)
    assert.equal((await site.get(paths.networkGaps({ edition: 'no-such' }), commissioner)).status, 404)
  })
})
