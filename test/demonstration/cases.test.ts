/** The demonstration's services and cases, as they are made: plausible, of kinds that hold, the same for the same seed. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '#core/census/questionnaire.ts'
import { closure, death } from '#core/pathway/kinds/follow-up.ts'
import {
  caseCount,
  type DemonstrationService,
  demonstrationServices,
  serviceCount,
} from '#demonstration/cases/services.ts'
import { demonstrationNation } from '#demonstration/nation.ts'
import { populationAreas } from '#demonstration/places.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'

const real = organisationsOf2017()
const nation = demonstrationNation(2017, real, populationAreas())
const closed: ReadonlyMap<string, Answers> = nation.closed
const now = new Date('2026-11-22T14:30:00Z')
const near = [...closed.keys()].slice(0, 6)
const neighbours = new Map([...closed.keys()].map((code) => [code, near]))
const made = (count?: number): readonly DemonstrationService[] => [
  ...demonstrationServices({
    seed: 2017,
    closed,
    neighbours,
    known: new Map(),
    now,
    ...(count ? { count } : {}),
  }),
]
const services = made()
const cases = services.flatMap((service) => service.cases)
const said = cases.flatMap((each) => each.said)

describe('the demonstration’s cases', () => {
  it(`are ${caseCount}, of ${serviceCount} services, from about three years`, () => {
    assert.equal(services.length, serviceCount)
    assert.equal(cases.length, caseCount)
    const first = Math.min(...said.map(({ at }) => at.getTime()))
    const years = (now.getTime() - first) / (365.25 * 86_400_000)
    assert.ok(years > 2.8 && years < 3.4, `${years} years`)
  })

  it('are the same for the same seed', () => {
    const plain = (from: readonly DemonstrationService[]) =>
      JSON.stringify(
        from.map(({ team, teams, record, cases: each }) => [
          ...[team, teams, record.said.map(({ kind, ...rest }) => [kind.name, rest])],
          each.map((one) => ({ ...one, said: one.said.map(({ kind, ...rest }) => [kind.name, rest]) })),
        ]),
      )
    assert.equal(plain(made(60)), plain(made(60)))
  })

  it('say only what their kinds take, each body as it will be read back', () => {
    for (const { kind, body, id } of [...said, ...services.flatMap(({ record }) => record.said)]) {
      const parsed = kind.schema.safeParse(body)
      assert.ok(parsed.success, `${kind.name} ${id}: ${parsed.error?.message}`)
    }
  })

  it('lie before the present, in order of their telling, and end with death or closure', () => {
    for (const { said: each } of cases) {
      for (const { at, kind } of each) assert.ok(at <= now, `${kind.name} lies ahead`)
      const died = each.find(({ kind }) => kind.name === death.name)
      const ended = each.find(({ kind }) => kind.name === closure.name)
      for (const { at, kind } of each) {
        if (died) assert.ok(at <= died.at || kind.name === closure.name, `${kind.name} after death`)
        if (ended) assert.ok(at <= ended.at, `${kind.name} after closure`)
      }
    }
  })

  it('correct what was said before, once, in the same case', () => {
    let corrections = 0
    for (const { said: each } of cases) {
      const before = new Map<string, string>()
      for (const { id, corrects, kind } of each) {
        if (corrects) assert.equal(before.get(corrects), kind.name)
        if (corrects) corrections += 1
        before.set(id, kind.name)
      }
    }
    assert.ok(corrections > 20, `${corrections} corrections`)
    const corrected = said.flatMap(({ corrects }) => corrects ?? [])
    assert.equal(new Set(corrected).size, corrected.length)
  })

  it('give no patient’s number and no entry’s id twice', () => {
    assert.equal(new Set(cases.map(({ patient }) => patient.nhsNumber)).size, cases.length)
    assert.equal(new Set(said.map(({ id }) => id)).size, said.length)
  })

  it('belong to nobody real: fictional organisations, numbers that nobody is given, no place', () => {
    const codes = new Set(real.map(({ code }) => code))
    for (const { treating, referring, patient, said: each } of cases) {
      for (const code of [treating, referring, ...each.map(({ organisation }) => organisation)])
        assert.ok(!codes.has(code) && nation.organisations.some((one) => one.code === code), code)
      assert.match(patient.nhsNumber, /^999\d{7}$/)
      assert.equal(patient.postcode, 'ZZ99 3VZ')
      assert.match(patient.gpPractice, /^Fictional /)
    }
    for (const { by } of said) if (by.role !== 'patient') assert.match(by.person, /^fictional-/, by.name)
  })

  it('hold every procedure that the services offer, by every urgency', () => {
    const procedures = new Set(
      said.flatMap(({ kind, body }) =>
        kind.name === 'treatment' ? [(body as { procedure: string }).procedure] : [],
      ),
    )
    assert.ok(procedures.size > 12, [...procedures].join())
    const urgencies = said.flatMap(({ kind, body }) =>
      kind.name === 'referral' ? [(body as { urgency: string }).urgency] : [],
    )
    assert.deepEqual([...new Set(urgencies)].sort(), ['elective', 'emergency', 'urgent'])
  })
})
