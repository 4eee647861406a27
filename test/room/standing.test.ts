import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type EditionClock,
  isOn,
  isToRing,
  type MemberFacts,
  responseByNation,
  responseByWave,
  STANDINGS,
  standingOf,
} from '#core/census/standing.ts'
import fc from '#test/support/properties.ts'
import { curveOf } from '#web/census/curve.tsx'
import { idFrom } from '#web/census/new-edition.tsx'

const unanswered: MemberFacts = {
  code: 'RA1',
  name: 'Hospitals',
  nation: 'England',
  region: 'London',
  channel: null,
  firstSentAt: null,
  reference: null,
  provision: null,
  problems: 0,
  followUpAnswered: false,
  started: false,
  invitedAt: null,
  followUpInvitedAt: null,
  addresses: 1,
  bounced: 0,
  attempts: 0,
  lastAttemptAt: null,
  lastOutcome: null,
  nextAttemptAt: null,
  messages: 0,
}
const day = (number: number) => new Date(Date.UTC(2026, 10, number, 12))
const open: EditionClock = { state: 'open', openedAt: day(1), telephoneAfterDays: 14 }

describe('where an organisation stands', () => {
  it('is out of reach only when no address takes mail and nothing was begun', () => {
    assert.equal(standingOf({ ...unanswered, addresses: 0, bounced: 1 }), 'bounced')
    assert.equal(standingOf({ ...unanswered, addresses: 1, bounced: 1 }), 'not-started')
    assert.equal(standingOf({ ...unanswered, addresses: 0, bounced: 1, started: true }), 'started')
    assert.equal(standingOf({ ...unanswered, channel: 'telephone', bounced: 1 }), 'telephone')
  })

  it('is rung from the fourteenth day, unless it answered, declined, or agreed a later time', () => {
    assert.equal(isToRing(unanswered, open, day(14)), false)
    assert.equal(isToRing(unanswered, open, day(15)), true)
    assert.equal(isToRing({ ...unanswered, addresses: 0 }, open, day(2)), true, 'no mail reaches it')
    assert.equal(isToRing({ ...unanswered, channel: 'web' }, open, day(20)), false)
    assert.equal(isToRing({ ...unanswered, lastOutcome: 'declined' }, open, day(20)), false)
    assert.equal(isToRing({ ...unanswered, nextAttemptAt: day(21) }, open, day(20)), false)
    assert.equal(isToRing({ ...unanswered, nextAttemptAt: day(19) }, open, day(20)), true)
    assert.equal(isToRing(unanswered, { ...open, state: 'closed' }, day(20)), false)
  })

  it('counts each organisation once in the bar, whatever is known of it', () => {
    const facts = fc.record({
      channel: fc.constantFrom('web', 'telephone', 'import', null),
      nation: fc.constantFrom('England', 'Wales'),
      started: fc.boolean(),
      addresses: fc.nat(2),
      bounced: fc.nat(2),
    })
    fc.assert(
      fc.property(fc.array(facts), (some) => {
        const members = some.map((one) => ({ ...unanswered, ...one }))
        const [all, ...nations] = responseByNation(members)
        const total = STANDINGS.reduce((sum, standing) => sum + (all?.standings[standing] ?? 0), 0)
        assert.equal(total, members.length)
        assert.equal(
          nations.reduce((sum, { answered }) => sum + answered.numerator, 0),
          all?.answered.numerator,
        )
        assert.equal(
          members.filter((one) => isOn('not-answered', one, open, day(20))).length,
          all?.answered.missing,
        )
      }),
    )
  })

  it('counts in the telephone wave those without an answer at the mark', () => {
    const early = { ...unanswered, channel: 'web', firstSentAt: day(3), invitedAt: day(1) } as const
    const late = { ...unanswered, channel: 'telephone', firstSentAt: day(18), invitedAt: day(1) } as const
    const waves = responseByWave([early, late, { ...unanswered, invitedAt: day(1) }], open, day(20))
    const telephone = waves.find(({ wave }) => wave === 'telephone')
    assert.deepEqual([telephone?.answered.numerator, telephone?.answered.denominator], [1, 2])
  })

  it('draws a curve that ends at everybody who answered', () => {
    const members = [3, 3, 7].map((on) => ({ ...unanswered, channel: 'web', firstSentAt: day(on) }) as const)
    const days = curveOf(members, '2026-11-01', '2026-11-10')
    assert.equal(days.length, 10)
    assert.deepEqual(
      days.map(({ total }) => total),
      [0, 0, 2, 2, 2, 2, 3, 3, 3, 3],
    )
  })

  it('makes an address from any title', () => {
    assert.equal(idFrom('  Élan: UK census, 2026! '), 'elan-uk-census-2026')
    fc.assert(fc.property(fc.string(), (title) => /^([a-z0-9]([a-z0-9-]*[a-z0-9])?)?$/.test(idFrom(title))))
  })
})
