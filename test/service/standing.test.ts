/** What a service's record says on a day. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { daysAfter } from '#core/calendar/uk-day.ts'
import { clinicianKey, isSameClinician } from '#core/service/clinician.ts'
import { ending } from '#core/service/kinds/said-of.ts'
import { contact, cover, ioLead } from '#core/service/kinds/the-service.ts'
import {
  attestation,
  competence,
  leafletAdoption,
  licence,
  mdtMembership,
  protocol,
} from '#core/service/kinds.ts'
import { reviewsDue } from '#core/service/reviews-due.ts'
import {
  attestationOf,
  cliniciansOf,
  competentFor,
  delegateFor,
  leafletFor,
  licenceCovering,
  mdtMemberships,
  protocolFor,
} from '#core/service/standing.ts'
import { standingOn } from '#core/service/state.ts'
import fc from '#test/support/properties.ts'
import { idOf, said, service } from './record.ts'

const sirt = 'selective-internal-radiation-therapy'
const tace = 'transarterial-chemoembolisation'
const list = (...procedures: string[]) => procedures.map((procedure) => ({ procedure }))
const dr = (name: string) => ({ name })

describe('a radiation licence', () => {
  const of = (who: string, expires: string, ...procedures: string[]) => ({
    holder: 'practitioner' as const,
    who: dr(who),
    number: 'P1',
    procedures: list(...procedures),
    expires,
  })
  const site = service(
    said(licence, '2021-03-01', {
      holder: 'employer',
      number: 'E1',
      procedures: list(sirt),
      expires: '2026-02-28',
    }),
    said(licence, '2022-01-10', of('Dr Ann Lee', '2027-01-09', sirt)),
  )

  it('covers from the day when it begins to the day when it expires, both included', () => {
    const covered = (day: string) => licenceCovering(site, sirt, day, 'employer')?.body.number
    assert.equal(covered('2021-02-28'), undefined)
    assert.equal(covered('2021-03-01'), 'E1')
    assert.equal(covered('2026-02-28'), 'E1')
    assert.equal(covered('2026-03-01'), undefined)
  })

  it('covers what it names and nobody but whom it names', () => {
    const asked = (who: string, procedure = sirt) =>
      licenceCovering(site, procedure, '2025-06-01', 'practitioner', who)?.entry
    assert.equal(asked('ann lee'), idOf(2))
    assert.equal(asked('Dr Bo Chen'), undefined)
    assert.equal(asked('Dr Ann Lee', 'image-guided-brachytherapy'), undefined)
    assert.equal(licenceCovering(site, sirt, '2025-06-01', 'practitioner')?.entry, idOf(2))
  })

  it('is asked to be renewed fourteen weeks before it expires, not a day earlier', () => {
    const due = (day: string) => reviewsDue(site, day).map(({ due, state }) => `${due} ${state}`)
    assert.deepEqual(due('2025-11-21'), [])
    assert.deepEqual(due('2025-11-22'), ['2026-02-28 due-soon'])
    assert.deepEqual(due('2026-02-28'), ['2026-02-28 due-soon'])
    assert.deepEqual(due('2026-03-01'), ['2026-02-28 expired'])
  })

  it('is not asked for once a new one covers the same, nor once it was ended', () => {
    const renewed = service(
      said(licence, '2021-03-01', of('Ann Lee', '2026-02-28', sirt)),
      said(licence, '2026-02-01', of('Ann Lee', '2031-01-31', sirt)),
    )
    assert.equal(reviewsDue(renewed, '2026-01-31').length, 1)
    assert.equal(reviewsDue(renewed, '2026-02-01').length, 0)
    const left = service(
      said(licence, '2021-03-01', of('Ann Lee', '2026-02-28', sirt)),
      said(ending, '2025-12-31', { ends: idOf(1), why: 'Left the trust' }),
    )
    assert.equal(reviewsDue(left, '2025-12-30').length, 1)
    assert.equal(reviewsDue(left, '2025-12-31').length, 0)
    assert.equal(licenceCovering(left, sirt, '2025-12-31', 'practitioner'), undefined)
    assert.equal(licenceCovering(left, sirt, '2025-12-30', 'practitioner')?.entry, idOf(1))
  })

  it('that a correction shortened covers what the correction says, at any day', () => {
    const corrected = service(
      said(licence, '2021-03-01', of('Ann Lee', '2031-02-28', sirt)),
      said(licence, '2021-03-01', of('Ann Lee', '2026-02-28', sirt), { corrects: idOf(1) }),
    )
    assert.equal(licenceCovering(corrected, sirt, '2026-03-01', 'practitioner'), undefined)
    assert.equal(licenceCovering(corrected, sirt, '2026-02-28', 'practitioner')?.entry, idOf(2))
  })
})

describe('competence', () => {
  const people = service(
    said(competence, '2024-01-01', {
      who: { name: 'Dr Ann Lee', person: 'a' },
      role: 'operator',
      procedures: list(tace),
      evidence: 'Logbook',
      until: '2026-12-31',
    }),
    said(competence, '2024-01-01', {
      who: dr('Sister Jo Park'),
      role: 'consent-delegate',
      procedures: list(tace),
      evidence: 'Course',
    }),
    said(competence, '2024-01-01', {
      who: dr('Ann Lee'),
      role: 'communication-skills',
      evidence: 'Course',
    }),
  )

  it('is for its role and its procedures', () => {
    assert.equal(competentFor(people, 'Ann Lee', 'operator', tace, '2026-12-31')?.entry, idOf(1))
    assert.equal(competentFor(people, 'Ann Lee', 'operator', tace, '2027-01-01'), undefined)
    assert.equal(competentFor(people, 'Ann Lee', 'operator', sirt, '2026-01-01'), undefined)
    assert.equal(competentFor(people, 'Ann Lee', 'consent-delegate', tace, '2026-01-01'), undefined)
    assert.equal(delegateFor(people, 'Jo Park', tace, '2026-01-01')?.entry, idOf(2))
  })

  it('in communication is for no procedure in particular', () => {
    assert.equal(competentFor(people, 'Ann Lee', 'communication-skills', sirt, '2026-01-01')?.entry, idOf(3))
  })

  it('belongs to the person by account where both carry one, else by name', () => {
    assert.ok(isSameClinician({ name: 'A. Lee', person: 'a' }, { name: 'Dr Ann Lee', person: 'a' }))
    assert.ok(!isSameClinician({ name: 'Ann Lee', person: 'a' }, { name: 'Ann Lee', person: 'b' }))
    assert.ok(isSameClinician({ name: 'Ann Lee', person: 'a' }, 'Professor  ANN Lee'))
    assert.equal(clinicianKey('Prof. Dr Drew Mrozek'), 'drew mrozek')
  })
})

describe('protocols and leaflets', () => {
  const of = (version: string, ...procedures: string[]) => ({
    area: 'follow-up' as const,
    title: 'After embolisation',
    version,
    procedures: list(...procedures),
    reviewDue: '2026-01-01',
  })
  const texts = service(
    said(protocol, '2023-01-01', of('1', tace, sirt)),
    said(protocol, '2025-01-01', of('2', tace)),
    said(leafletAdoption, '2023-01-01', {
      procedure: tace,
      title: 'TACE',
      version: '1',
      language: 'English',
      source: 'This hospital',
      reviewDue: '2026-01-01',
    }),
    said(leafletAdoption, '2024-01-01', {
      procedure: tace,
      title: 'TACE',
      version: '1',
      language: 'Welsh',
      source: 'This hospital',
      reviewDue: '2027-01-01',
    }),
  )

  it('hold from their day; the later one for the procedures that it names', () => {
    const version = (procedure: string, day: string) =>
      protocolFor(texts, 'follow-up', procedure, day)?.body.version
    assert.equal(version(tace, '2022-12-31'), undefined)
    assert.equal(version(tace, '2024-12-31'), '1')
    assert.equal(version(tace, '2025-01-01'), '2')
    assert.equal(version(sirt, '2025-01-01'), '1')
    assert.equal(protocolFor(texts, 'recovery', tace, '2025-01-01'), undefined)
  })

  it('are still in force when their review is late, and said to be late', () => {
    const [first, second] = texts.of(protocol)
    assert.ok(first && second)
    assert.equal(standingOn(texts, first, '2026-01-01').state, 'due-soon')
    assert.equal(standingOn(texts, first, '2026-01-02').state, 'overdue')
    assert.equal(protocolFor(texts, 'follow-up', sirt, '2026-01-02')?.entry, first.entry)
  })

  it('are replaced only when every procedure has a later one', () => {
    const [first] = texts.of(protocol)
    assert.ok(first)
    assert.equal(standingOn(texts, first, '2025-06-01').state, 'in-force')
    const both = service(
      said(protocol, '2023-01-01', of('1', tace, sirt)),
      said(protocol, '2025-01-01', of('2', sirt, tace)),
    )
    const [old] = both.of(protocol)
    assert.ok(old)
    assert.equal(standingOn(both, old, '2024-12-31').state, 'in-force')
    assert.equal(standingOn(both, old, '2025-01-01').state, 'replaced')
    assert.equal(standingOn(both, old, '2025-01-01').replacedBy?.entry, idOf(2))
  })

  it('come in the language asked for, in English where none is', () => {
    const language = (wanted?: string) => leafletFor(texts, tace, wanted, '2025-01-01')?.body.language
    assert.equal(language(), 'English')
    assert.equal(language('welsh'), 'Welsh')
    assert.equal(language('Polish'), undefined)
    assert.equal(leafletFor(texts, sirt, undefined, '2025-01-01'), undefined)
  })
})

describe('the rest of a service’s record', () => {
  it('holds one statement for each MDT: the last', () => {
    const member = (team: string, radiologistCoreMember: 'core' | 'none') => ({
      team,
      radiologistCoreMember,
      complexProcedures: true,
    })
    const course = service(
      said(mdtMembership, '2023-01-01', member('Hepatobiliary', 'none')),
      said(mdtMembership, '2023-01-01', member('Urology', 'core')),
      said(mdtMembership, '2025-01-01', member('hepatobiliary', 'core')),
    )
    const core = (day: string) =>
      mdtMemberships(course, day).map(({ body }) => `${body.team} ${body.radiologistCoreMember}`)
    assert.deepEqual(core('2024-01-01'), ['Hepatobiliary none', 'Urology core'])
    assert.deepEqual(core('2025-01-01'), ['Urology core', 'hepatobiliary core'])
  })

  it('attests a clause by the last attestation, while it is valid', () => {
    const of = (verdict: 'met' | 'not-met', until: string) => ({
      standard: 'rcr-2013',
      clause: '6.2',
      verdict,
      statement: 'A data manager was appointed',
      until,
    })
    const course = service(
      said(attestation, '2024-01-01', of('not-met', '2027-01-01')),
      said(attestation, '2025-01-01', of('met', '2026-01-01')),
    )
    const verdict = (day: string, clause = '6.2') =>
      attestationOf(course, 'rcr-2013', clause, day)?.body.verdict
    assert.equal(verdict('2023-12-31'), undefined)
    assert.equal(verdict('2024-12-31'), 'not-met')
    assert.equal(verdict('2026-01-01'), 'met')
    // What was withdrawn by the later one does not come back when that runs out.
    assert.equal(verdict('2026-01-02'), undefined)
    assert.equal(verdict('2025-06-01', '6.3'), undefined)
  })

  it('names its clinicians once each, by name', () => {
    const course = service(
      said(ioLead, '2024-01-01', { who: dr('Dr Zed Young') }),
      said(competence, '2024-01-01', { who: dr('Ann Lee'), role: 'cancer-knowledge', evidence: 'MSc' }),
      said(competence, '2024-01-01', {
        who: { name: 'Dr Ann Lee', person: 'a' },
        role: 'communication-skills',
        evidence: 'Course',
      }),
    )
    assert.deepEqual(cliniciansOf(course), [{ name: 'Dr Ann Lee', person: 'a' }, { name: 'Dr Zed Young' }])
  })

  it('has one lead and one cover, the last said', () => {
    const course = service(
      said(cover, '2024-01-01', { hours: 'working-hours' }),
      said(cover, '2025-01-01', { hours: 'around-the-clock' }),
    )
    const states = course.of(cover).map((each) => standingOn(course, each, '2025-06-01').state)
    assert.deepEqual(states, ['replaced', 'in-force'])
  })

  it('takes telephone numbers as they are written, and nothing else for one', () => {
    const takes = (telephone: string) =>
      contact.schema.safeParse({ department: 'Interventional radiology', telephone }).success
    for (const number of [
      '020 7946 0000',
      '+44 (0)20 7946 0000',
      '01632 960000 ext 12',
      '01632 960000 bleep 4411',
    ])
      assert.ok(takes(number), number)
    for (const other of ['ask switchboard', '12', '']) assert.ok(!takes(other), other)
  })

  it('gives each statement one state on each day, whatever was said', () => {
    const days = fc.integer({ min: 0, max: 2000 }).map((after) => daysAfter('2022-01-01', after))
    const one = fc.record({ on: days, expires: days, who: fc.constantFrom('Ann Lee', 'Bo Chen') })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), days, (licences, day) => {
        const course = service(
          ...licences.map(({ on, expires, who }) =>
            said(licence, on, {
              holder: 'practitioner',
              who: dr(who),
              number: '1',
              procedures: list(sirt),
              expires,
            }),
          ),
        )
        for (const each of course.of(licence)) {
          const { state } = standingOn(course, each, day)
          const covers = ['in-force', 'due-soon', 'replaced'].includes(state)
          if (covers) assert.ok(licenceCovering(course, sirt, day, 'practitioner', each.body.who))
          if (state === 'expired') assert.ok(each.body.expires < day)
        }
      }),
    )
  })
})
