/** The register of referral pathways and the gaps that it leaves, on plain data. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gapsOf, standingAt } from '#core/network/gaps.ts'
import { nearestOf, offering } from '#core/network/offering.ts'
import { ending, pathwayConfirmation } from '#core/service/kinds/said-of.ts'
import { pathwayReview, referralPathway } from '#core/service/kinds.ts'
import { idOf, said, service } from '../service/record.ts'
import { networkFrom, site } from './nation.ts'

const day = '2026-11-22'
const lung = 'lung-ablation'
const liver = 'liver-ablation'
const both = (...procedures: string[]) => ({
  ioOffered: 'yes',
  kinds: 'both',
  supportiveProcedures: ['nephrostomy'],
  diseaseModifyingProcedures: procedures,
})
const supportive = (to: readonly string[] = []) => ({
  ioOffered: 'yes',
  kinds: 'supportive-only',
  supportiveProcedures: ['nephrostomy'],
  ...(to.length > 0
    ? { diseaseModifyingPathway: 'yes', diseaseModifyingPathwayTo: [...to] }
    : { diseaseModifyingPathway: 'no' }),
})
const agreed = (to: string, procedures: readonly string[], reviewDue = '2027-06-01') => ({
  to,
  procedures: procedures.map((procedure) => ({ procedure })),
  through: 'Lung MDT',
  reviewDue,
})
const answered = (answer: 'confirmed' | 'declined', pathway: string, from = 'AA1') =>
  said(pathwayConfirmation, '2026-02-01', { from, pathway, statement: pathway, answer })
const sites = ['AA1', 'BB2', 'CC3'].map((code) => site(code))

describe('a stated referral pathway', () => {
  const course = service(said(referralPathway, '2026-01-10', agreed('BB2', [lung]), { id: 1 }))
  const answers = { AA1: supportive(), BB2: both(lung) }

  it('is proposed until its recipient answers', () => {
    const { network, register } = networkFrom({ day, sites, answers, courses: { AA1: course } })
    assert.deepEqual(register, [
      {
        from: 'AA1',
        to: 'BB2',
        procedures: [lung],
        answer: 'asked',
        course: 'current',
        through: 'Lung MDT',
        agreedOn: '2026-01-10',
        reviewDue: '2027-06-01',
        endedOn: null,
        entry: idOf(1),
        closed: null,
        notOffered: [],
      },
    ])
    assert.equal(network.pathways[0]?.basis, 'proposed')
    assert.equal(standingAt(network, lung, 'AA1').availability, 'by-pathway')
    assert.equal(standingAt(network, lung, 'AA1', { confirmedOnly: true }).availability, 'gap')
  })

  it('is confirmed, even for what the recipient’s older answers to the census leave out', () => {
    const { network, register } = networkFrom({
      day,
      sites,
      answers: { AA1: supportive(), BB2: both(liver) },
      courses: { AA1: course, BB2: service(answered('confirmed', idOf(1))) },
    })
    assert.equal(network.pathways[0]?.basis, 'confirmed')
    assert.deepEqual(register[0]?.notOffered, [lung])
    assert.equal(standingAt(network, lung, 'AA1', { confirmedOnly: true }).availability, 'by-pathway')
  })

  it('is no way where it is only proposed and the recipient says that it does not offer the procedure', () => {
    const { network } = networkFrom({
      day,
      sites,
      answers: { AA1: supportive(), BB2: both(liver) },
      courses: { AA1: course },
    })
    assert.equal(standingAt(network, lung, 'AA1').availability, 'gap')
  })

  it('is none where it was declined, ended, begins later, or leads to one that closed', () => {
    const cases = [
      { courses: { AA1: course, BB2: service(answered('declined', idOf(1))) } },
      {
        courses: {
          AA1: service(
            said(referralPathway, '2026-01-10', agreed('BB2', [lung]), { id: 1 }),
            said(ending, '2026-03-01', { ends: idOf(1), why: 'Not used' }),
          ),
        },
      },
      { courses: { AA1: service(said(referralPathway, '2027-01-10', agreed('BB2', [lung]))) } },
      { courses: { AA1: course }, sites: [site('AA1')] },
    ]
    for (const each of cases) {
      const { network, register } = networkFrom({ day, sites, answers, ...each })
      assert.deepEqual(network.pathways, [])
      assert.equal(register.length, 1, 'the register still lists it')
      assert.equal(standingAt(network, lung, 'AA1').availability, 'gap')
    }
  })

  it('says which end closed', () => {
    const { register } = networkFrom({ day, sites: [site('AA1')], answers, courses: { AA1: course } })
    assert.equal(register[0]?.closed, 'to')
    const other = networkFrom({ day, sites: [site('BB2')], answers, courses: { AA1: course } })
    assert.equal(other.register[0]?.closed, 'from')
  })

  it('is ended once, on the earlier day, where two people ended it', () => {
    const { register } = networkFrom({
      day,
      sites,
      answers,
      courses: {
        AA1: service(
          said(referralPathway, '2026-01-10', agreed('BB2', [lung]), { id: 1 }),
          said(ending, '2026-05-01', { ends: idOf(1), why: 'Again' }),
          said(ending, '2026-03-01', { ends: idOf(1), why: 'Not used' }),
          said(pathwayReview, '2026-06-01', { pathway: idOf(1), outcome: 'ended' }),
        ),
      },
    })
    assert.deepEqual(
      register.map(({ course: state, endedOn }) => [state, endedOn]),
      [['ended', '2026-03-01']],
    )
  })

  it('says of its review that it is due and then that it is late', () => {
    const of = (reviewDue: string) =>
      networkFrom({
        day,
        sites,
        answers,
        courses: { AA1: service(said(referralPathway, '2026-01-10', agreed('BB2', [lung], reviewDue))) },
      }).register[0]?.course
    assert.deepEqual(['2027-06-01', '2026-12-24', '2026-11-22', '2026-11-21'].map(of), [
      'current',
      'due-soon',
      'due-soon',
      'overdue',
    ])
  })
})

describe('a referral pathway declared in the census', () => {
  const answers = { AA1: supportive(['BB2']), BB2: both(lung, liver) }

  it('counts for the disease-modifying procedures that the recipient says it offers', () => {
    const { network } = networkFrom({ day, sites, answers })
    assert.deepEqual(
      network.pathways.map(({ basis, procedures, entry }) => [basis, procedures, entry]),
      [['declared', [lung, liver], null]],
    )
    assert.equal(standingAt(network, lung, 'AA1').availability, 'by-pathway')
    assert.equal(standingAt(network, lung, 'AA1', { confirmedOnly: true }).availability, 'gap')
  })

  it('is left over for what was not stated since', () => {
    const { network } = networkFrom({
      day,
      sites,
      answers,
      courses: { AA1: service(said(referralPathway, '2026-01-10', agreed('BB2', [lung]))) },
    })
    assert.deepEqual(
      network.pathways.map(({ basis, procedures }) => [basis, procedures]),
      [
        ['proposed', [lung]],
        ['declared', [liver]],
      ],
    )
  })

  it('is over where the service ended it after the census, and not where it ended an earlier one', () => {
    const with2 = (started: string, ended: string) =>
      networkFrom({
        day,
        sites,
        answers,
        courses: {
          AA1: service(
            said(referralPathway, started, agreed('BB2', [lung, liver]), { id: 1 }),
            said(ending, ended, { ends: idOf(1), why: 'Not used' }),
          ),
        },
      }).network.pathways.map(({ basis }) => basis)
    assert.deepEqual(with2('2024-01-01', '2026-01-01'), [])
    assert.deepEqual(with2('2023-01-01', '2024-01-01'), ['declared'])
  })

  it('is listed with no procedure where the recipient offers none or has not answered', () => {
    const { network } = networkFrom({ day, sites, answers: { AA1: supportive(['BB2']) } })
    assert.deepEqual(network.pathways[0]?.procedures, [])
    assert.equal(standingAt(network, lung, 'AA1').availability, 'gap')
  })

  it('is none to oneself', () => {
    const { register } = networkFrom({ day, sites, answers: { AA1: supportive(['AA1']) } })
    assert.deepEqual(register, [])
  })
})

describe('gaps', () => {
  const { network } = networkFrom({
    day,
    sites: [
      site('AA1'),
      site('BB2', { alliance: null }),
      site('CC3', { region: 'London' }),
      site('DD4', { nation: 'Wales', region: 'Mid Wales', alliance: 'Wales Cancer Network', latitude: 52 }),
    ],
    answers: { AA1: supportive(['BB2']), BB2: both(lung), DD4: supportive() },
  })
  const gaps = gapsOf(network, lung)

  it('are counted once in each nation, region and alliance', () => {
    assert.deepEqual(gaps.all, { here: 1, 'by-pathway': 1, gap: 1, 'no-answer': 1, sites: 4 })
    const named = (groups: typeof gaps.nations) =>
      groups.map(({ nation, name, counts }) => [nation, name, counts.sites, counts.gap])
    assert.deepEqual(named(gaps.nations), [
      ['England', 'England', 3, 0],
      ['Wales', 'Wales', 1, 1],
    ])
    assert.deepEqual(named(gaps.regions), [
      ['England', 'North West', 2, 0],
      ['England', 'London', 1, 0],
      ['Wales', 'Mid Wales', 1, 1],
    ])
    assert.deepEqual(named(gaps.alliances), [
      ['England', 'An alliance', 2, 0],
      ['England', null, 1, 0],
      ['Wales', 'Wales Cancer Network', 1, 1],
    ])
    assert.deepEqual(
      gaps.gaps.map(({ code }) => code),
      ['DD4'],
    )
  })

  it('have a nearest provider, where there is one', () => {
    const [gap] = gaps.gaps
    assert.ok(gap)
    const nearest = nearestOf(gap, offering(network, lung))
    assert.equal(nearest?.site.code, 'BB2')
    assert.ok(Math.abs((nearest?.distanceKm ?? 0) - 111.2) < 0.1)
    assert.equal(nearestOf(gap, offering(network, 'no-such-procedure')), null)
  })
})
