/** Recipients for a gap: who is suitable, in which order, and why. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Provision } from '#core/census/provision.ts'
import type { Network, ReferralPathway } from '#core/network/network.ts'
import { recipientsFor, USUAL_ALLOWANCES } from '#core/network/siting/recipients.ts'
import { site } from './nation.ts'

const procedure = 'liver-ablation'

const offers = (yes: boolean) =>
  ({
    provides: yes,
    procedures: yes ? [procedure] : [],
    diseaseModifyingPathwayTo: [],
    referralPathwayTo: [],
  }) as never as Provision

const pathway = (from: string, to: string, more: Partial<ReferralPathway> = {}): ReferralPathway => ({
  from,
  to,
  procedures: [procedure],
  basis: 'confirmed',
  through: null,
  agreedOn: null,
  reviewDue: null,
  entry: null,
  ...more,
})

const network = (more: Partial<Network> = {}): Network => ({
  day: '2026-11-22',
  edition: null,
  fictional: true,
  sites: [
    site('GAP'),
    site('NEAR', { alliance: null, region: 'Midlands' }),
    site('ALLY', { region: 'Midlands' }),
    site('OVER', { nation: 'Wales', region: 'North Wales', alliance: null }),
    site('NONE'),
    site('MUTE', { alliance: null, region: 'Midlands' }),
  ],
  provisions: new Map([
    ['NEAR', offers(true)],
    ['ALLY', offers(true)],
    ['OVER', offers(true)],
    ['NONE', offers(false)],
  ]),
  pathways: [],
  ...more,
})

const away: Readonly<Record<string, number>> = { NEAR: 30, ALLY: 40, OVER: 20, NONE: 5, MUTE: 25 }
const minutes = (to: string) => away[to] ?? Number.NaN
const codesOf = (given: Network, from = 'GAP') =>
  recipientsFor(given, { procedure, from, minutes }).map(({ site: { code } }) => code)

describe('recipients for a gap', () => {
  it('are those who offer the procedure, by minutes and by what is between the two', () => {
    // 40 - 15 for the alliance; 30; 20 + 30 for the border
    assert.deepEqual(codesOf(network()), ['ALLY', 'NEAR', 'OVER'])
  })

  it('score what their reasons add up to, and each reason is a sentence', () => {
    const recipients = recipientsFor(network(), { procedure, from: 'GAP', minutes })
    assert.equal(recipients.length, 3)
    for (const each of recipients) {
      assert.equal(
        each.score,
        each.reasons.reduce((sum, { counts }) => sum + counts, 0),
      )
      for (const { words } of each.reasons) assert.match(words, /^[A-Z].*[^.]\.$/)
    }
  })

  it('are nearer where the two refer to each other already, in either direction', () => {
    const back = network({ pathways: [pathway('NEAR', 'GAP', { procedures: ['kidney-ablation'] })] })
    assert.deepEqual(codesOf(back), ['NEAR', 'ALLY', 'OVER'])
    const [first] = recipientsFor(back, { procedure, from: 'GAP', minutes })
    assert.equal(first?.existing.length, 1)
    assert.equal(first?.score, 30 + USUAL_ALLOWANCES.linked)
    assert.match(
      first?.reasons.find(({ about }) => about === 'link')?.words ?? '',
      /^Hospital NEAR refers to Hospital GAP already/,
    )
  })

  it('with many senders are farther, each sender counted once', () => {
    const pathways = [
      pathway('OVER', 'ALLY'),
      pathway('NONE', 'ALLY'),
      pathway('NONE', 'ALLY', { basis: 'declared' }),
    ]
    const ally = recipientsFor(network({ pathways }), { procedure, from: 'GAP', minutes }).find(
      ({ site: { code } }) => code === 'ALLY',
    )
    assert.equal(ally?.senders, 2)
    assert.equal(ally?.score, 40 + USUAL_ALLOWANCES.sameAlliance + 2 * USUAL_ALLOWANCES.eachSender)
  })

  it('that did not answer count where they have confirmed a pathway for it, and nowhere else', () => {
    assert.ok(!codesOf(network()).includes('MUTE'))
    assert.ok(
      !codesOf(network({ pathways: [pathway('NONE', 'MUTE', { basis: 'declared' })] })).includes('MUTE'),
    )
    const confirmed = network({ pathways: [pathway('NONE', 'MUTE')] })
    const mute = recipientsFor(confirmed, { procedure, from: 'GAP', minutes }).find(
      ({ site: { code } }) => code === 'MUTE',
    )
    assert.equal(mute?.offers, null)
  })

  it('without a way by road come last, and are not left out', () => {
    const over = recipientsFor(network(), {
      procedure,
      from: 'GAP',
      minutes: (to) => (to === 'ALLY' ? Number.POSITIVE_INFINITY : minutes(to)),
    })
    assert.equal(over.at(-1)?.site.code, 'ALLY')
    assert.match(over.at(-1)?.reasons[0]?.words ?? '', /no way to it by road/)
  })

  it('do what is known of them, told and not weighed', () => {
    const activity = new Map([['NEAR', { perYear: 12 }]])
    const near = recipientsFor(network(), { procedure, from: 'GAP', minutes, activity }).find(
      ({ site: { code } }) => code === 'NEAR',
    )
    assert.equal(near?.score, 30)
    assert.equal(near?.reasons.at(-1)?.words, 'It says that it does 12 of these procedures a year.')
  })

  it('are none for a service that the network does not know, as one that has closed', () => {
    assert.deepEqual(codesOf(network(), 'CLOSED'), [])
  })
})
