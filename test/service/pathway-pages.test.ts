/** A referral pathway between two services, through both services' pages: asked, confirmed, reviewed, ended. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { serviceSubject } from '#core/census/kinds.ts'
import { courseOf } from '#core/pathway/course.ts'
import { referralPathway } from '#core/service/kinds.ts'
import { entriesOf } from '#store/record/read.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { dayIn, fillIn, hiddenOf, wordsOf } from './pages.ts'

const now = () => new Date('2026-11-22T10:00:00Z')

describe('a referral pathway between two services', async () => {
  const site = await testSite({ now })
  const { db } = site.store
  const sender = await site.signInAs('io-lead', 'ZTA')
  const recipient = await site.signInAs('department-manager', 'ZTB')
  const textOf = async (path: string, cookie?: string) => wordsOf(await (await site.get(path, cookie)).text())
  const agreed = (more: Readonly<Record<string, string>> = {}) => ({
    to: 'Test Hospitals ZTB (ZTB)',
    'procedures.6.procedure': 'selective-internal-radiation-therapy',
    through: 'Hepatobiliary MDT',
    ...dayIn('reviewDue', '2027-01-10'),
    ...dayIn('occurredAt', '2026-01-10'),
    ...more,
  })
  let id = ''

  it('is asked of the recipient, and is not one to oneself', async () => {
    const address = paths.myServiceNew('ZTA', 'referral-pathway')
    const self = await site.post(
      address,
      { ...(await hiddenOf(site, address, sender)), ...agreed({ to: 'ZTA' }) },
      sender,
    )
    assert.equal(self.status, 422)
    id = (await fillIn(site, address, sender, agreed())).split('/')[4]?.split('?')[0] ?? ''
    assert.match(
      await textOf(paths.myServiceEntry('ZTA', id), sender),
      /To Test Hospitals ZTB for selective internal radiation therapy .* What Test Hospitals ZTB says Not confirmed yet/,
    )
    assert.match(
      await textOf(paths.myServiceOf('ZTB'), recipient),
      /One referral pathway of other services leads here and waits for your answer/,
    )
    assert.match(
      await textOf(paths.myServiceAsked('ZTB'), recipient),
      /Test Hospitals ZTA Not confirmed yet For selective internal radiation therapy \(SIRT\) Through Hepatobiliary MDT\. Agreed on 10 January 2026/,
    )
  })

  it('is confirmed in the recipient’s record, and both sides see it', async () => {
    const answer = paths.myServiceAsked('ZTB', 'ZTA', id)
    await fillIn(site, answer, recipient, { answer: 'confirmed', note: 'Send to the Thursday MDT' })
    assert.match(
      await textOf(paths.myServiceEntry('ZTA', id), sender),
      /Confirmed on 22 November 2026\. Send to the Thursday MDT/,
    )
    assert.match(await textOf(paths.myServiceAsked('ZTB'), recipient), /Test Hospitals ZTA Confirmed/)
    assert.equal((await site.get(answer, sender)).status, 403)
    const entries = await entriesOf(db, serviceSubject('ZTB'))
    assert.equal(entries.at(-1)?.kind, 'pathway-confirmation')
    assert.equal(entries.at(-1)?.organisation, 'ZTB')
  })

  it('is on the public page of both, as what was recorded and confirmed', async () => {
    const from = await textOf(paths.service('ZTA'))
    assert.match(
      from,
      /Referral pathways from here As this service recorded them\. Test Hospitals ZTB for selective internal radiation therapy \(SIRT\) , through Hepatobiliary MDT\. Agreed on 10 January 2026, confirmed by Test Hospitals ZTB on 22 November 2026\./,
    )
    assert.match(
      await textOf(paths.service('ZTB')),
      /Referral pathways to here .* Test Hospitals ZTA for selective/,
    )
    assert.ok(!from.includes('Thursday MDT'), 'a note between services is not for everyone')
  })

  it('is not shown to the public once it is declined, nor cover that was not recorded', async () => {
    assert.ok(!(await textOf(paths.service('ZTA'))).includes('Cover, as the service records it'))
    const answer = paths.myServiceAsked('ZTB', 'ZTA', id)
    await fillIn(site, answer, recipient, { answer: 'declined' })
    assert.ok(!(await textOf(paths.service('ZTA'))).includes('Referral pathways from here'))
    assert.match(await textOf(paths.myServiceEntry('ZTA', id), sender), /Declined on 22 November 2026/)
    await fillIn(site, answer, recipient, { answer: 'confirmed' })
    await fillIn(site, paths.myServiceNew('ZTA', 'cover'), sender, {
      hours: 'working-hours',
      ...dayIn('occurredAt', '2026-01-01'),
    })
    assert.match(
      await textOf(paths.service('ZTA')),
      /Cover, as the service records it In working hours, since 1 January 2026/,
    )
  })

  it('has to be confirmed anew once it is corrected', async () => {
    await fillIn(
      site,
      paths.myServiceEntry('ZTA', id, 'correct'),
      sender,
      agreed({ 'procedures.7.procedure': 'transarterial-chemoembolisation' }),
    )
    assert.match(await textOf(paths.myServiceEntry('ZTA', id), sender), /Confirmed before it was changed/)
    assert.match(
      await textOf(paths.service('ZTA')),
      /Test Hospitals ZTB confirmed it before it was last changed/,
    )
    assert.match(await textOf(paths.myServiceOf('ZTB'), recipient), /waits for your answer/)
    await fillIn(site, paths.myServiceAsked('ZTB', 'ZTA', id), recipient, { answer: 'confirmed' })
    assert.match(await textOf(paths.myServiceEntry('ZTA', id), sender), /Confirmed on 22 November 2026/)
  })

  it('goes on by a review and ends by one', async () => {
    const review = paths.myServiceEntry('ZTA', id, 'review')
    await fillIn(site, review, sender, {
      outcome: 'kept',
      ...dayIn('reviewDue', '2028-01-10'),
      ...dayIn('occurredAt', '2026-11-20'),
    })
    assert.match(
      await textOf(paths.myServiceEntry('ZTA', id), sender),
      /In force review due on 10 January 2028/,
    )
    await fillIn(site, review, sender, { outcome: 'ended', ...dayIn('occurredAt', '2026-11-21') })
    assert.match(await textOf(paths.myServiceEntry('ZTA', id), sender), /Ended on 21 November 2026/)
    assert.match(
      await textOf(paths.myServiceAsked('ZTB'), recipient),
      /No service has recorded a referral pathway to yours/,
    )
    const [pathway] = courseOf('', await entriesOf(db, serviceSubject('ZTA'))).of(referralPathway)
    assert.equal(pathway?.first, id)
  })
})
