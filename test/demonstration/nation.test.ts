/** The demonstration nation: nobody real is in it, and it is the same for the same seed. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { organisationSchema } from '#core/catalogue/organisations.ts'
import { checkAnswers } from '#core/census/answers.ts'
import { compareEditions } from '#core/census/compare.ts'
import { ioCensus1 } from '#core/census/questionnaires/io-census-1.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { tabulate } from '#core/census/tabulate.ts'
import { demonstrationNation } from '#demonstration/nation.ts'
import { kilometres, populationAreas } from '#demonstration/places.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'

const real = organisationsOf2017()
const areas = populationAreas()
const nation = demonstrationNation(2017, real, areas)

describe('the demonstration nation', () => {
  it('shares no code, name or site with a real organisation', () => {
    const codes = new Set(real.map(({ code }) => code))
    const names = new Set(real.map(({ name }) => name.toLowerCase()))
    for (const organisation of nation.organisations) {
      assert.ok(organisation.fictional)
      assert.ok(!codes.has(organisation.code), organisation.code)
      assert.ok(!names.has(organisation.name.toLowerCase()), organisation.name)
      assert.doesNotMatch(organisation.name, /\bNHS\b/)
    }
    const founded = nation.organisations.filter(({ code }) => nation.closed.has(code))
    for (const place of founded)
      for (const site of real) assert.ok(kilometres(place, site) >= 1.5, place.name)
  })

  it('names nobody twice and every organisation as the directory requires', () => {
    assert.equal(new Set(nation.organisations.map(({ name }) => name)).size, nation.organisations.length)
    for (const organisation of nation.organisations) organisationSchema.parse(organisation)
  })

  it('keeps its services several kilometres apart', () => {
    const founded = nation.organisations.filter(({ code }) => nation.closed.has(code))
    for (const [at, one] of founded.entries()) {
      for (const other of founded.slice(at + 1))
        assert.ok(kilometres(one, other) >= 4, `${one.name}, ${other.name}`)
    }
  })

  it('gives its people addresses and numbers that belong to nobody', () => {
    for (const { email, telephone } of nation.contacts) {
      assert.match(email, /\.example\.org$/)
      assert.match(telephone, /^01632 960\d{3}$/)
    }
  })

  it('refers only to services that offer what is referred for', () => {
    for (const responses of [nation.closed, nation.open]) {
      for (const [code, answers] of responses) {
        const recipients = [answers.referralPathwayTo ?? [], answers.diseaseModifyingPathwayTo ?? []].flat()
        for (const recipient of recipients) {
          assert.equal(responses.get(recipient)?.kinds, 'both', `${code} refers to ${recipient}`)
        }
      }
    }
  })

  it('answers the open edition without a problem, before its flaws are put in', () => {
    for (const [own, answers] of nation.open) {
      for (const wave of ['first', 'follow-up'] as const) {
        assert.deepEqual(
          checkAnswers(ioCensus2, answers, wave, { own, organisations: new Set(nation.open.keys()) }),
          [],
          own,
        )
      }
    }
  })

  it('has three mergers, one opening and one closure between its editions', () => {
    const comparison = compareEditions(
      { id: 'a', censusOn: '2017-03-01', members: [...nation.closed.keys()], responses: nation.closed },
      { id: 'b', censusOn: '2026-11-01', members: [...nation.open.keys()], responses: nation.open },
      nation.organisations,
    )
    const { merged, formed, opened, closed } = comparison.totals
    assert.deepEqual({ merged, formed, opened, closed }, { merged: 4, formed: 1, opened: 1, closed: 1 })
    assert.ok(comparison.totals['changed-class'] > 0)
    assert.ok(comparison.servicesBegun > 0)
  })

  it('is the same nation for the same seed and another for another', () => {
    const again = demonstrationNation(2017, real, areas)
    assert.deepEqual([...again.closed], [...nation.closed])
    assert.deepEqual(again.organisations, nation.organisations)
    assert.notDeepEqual(demonstrationNation(2018, real, areas).organisations, nation.organisations)
  })

  it('yields the same totals whatever the seed', () => {
    for (const seed of [1, 7, 42]) {
      const other = demonstrationNation(seed, real, areas)
      const members = other.organisations.filter(({ code }) => other.closed.has(code))
      const { table1, table2, all } = tabulate(ioCensus1, members, other.closed)
      assert.deepEqual(
        [table1.denominator, table2.denominator, all.providesOrPathway.numerator],
        [137, 179, 144],
      )
    }
  })
})
