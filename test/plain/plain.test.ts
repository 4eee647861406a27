/** Plain pages: a source or a mark on each claim, an age to read them, doses, cover by region, position statements. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { coverByRegion, coverOf } from '#core/plain/cover.ts'
import { citedIn, claimsIn, statementsOf, textOfPage } from '#core/plain/page.ts'
import { PLAIN_PAGES } from '#core/plain/pages.ts'
import { BACKGROUND, backgroundWords, DOSES } from '#core/plain/radiation.ts'
import { plainSource } from '#core/plain/sources.ts'
import { POSITIONS, positionSchema, positionsOn } from '#core/plain/statements.ts'
import { easeAge, readingAge } from '../leaflet/reading-age.ts'

/** What these pages are there to explain: each is met with its meaning, and measured as a plain word. */
const explained =
  /interventional radiologist|cancer nurse specialist|medical physicist|radiographers?|radiologists?|pathologist|oncologist|coordinator|accredited|IASIOS|QSI|millisieverts|disease-modifying|supportive/gi

describe('the plain pages', () => {
  for (const page of PLAIN_PAGES) {
    describe(page.id, () => {
      it('has a known source or a mark for review on each claim, and says how many wait', () => {
        for (const { id, source } of statementsOf(page))
          assert.ok(source === null || source === 'for-review' || plainSource(source.id), id)
        const { claims, unchecked } = claimsIn(page)
        assert.ok(claims >= 3 && unchecked < claims)
        assert.equal(citedIn(statementsOf(page)).at(0)?.number, 1)
      })

      it('gives each statement and section an address of its own', () => {
        const ids = [...page.sections, ...statementsOf(page)].map(({ id }) => id)
        assert.deepEqual(ids, [...new Set(ids)])
      })

      it('can be read by a child of 11', () => {
        const text = textOfPage(page).replace(explained, 'nurse')
        const [age, ease] = [readingAge(text), easeAge(text)]
        assert.ok(Math.round(age) <= 11 && ease < 9, `SMOG ${age.toFixed(1)}, ease ${ease.toFixed(1)}`)
      })

      it('is due for review within three years', () => {
        const years = (Date.parse(page.reviewDue) - Date.parse(page.written)) / (365.25 * 86_400_000)
        assert.ok(years > 0 && years <= 3)
      })
    })
  }
})

describe('radiation', () => {
  it('every dose has a source, and they rise', () => {
    for (const { id, source } of DOSES) assert.ok(plainSource(source), id)
    const doses = DOSES.map(({ mSv }) => mSv)
    assert.deepEqual(
      doses,
      doses.toSorted((a, b) => a - b),
    )
  })

  it('compares with nature as the government’s table does', () => {
    // Its own column: 3 days, 4 months, 1 year, 2 years, 3.6 years, 4.5 years.
    assert.equal(backgroundWords(0.02), '3 days')
    assert.equal(backgroundWords(0.7), '4 months')
    assert.equal(backgroundWords(2), '11 months')
    assert.equal(backgroundWords(8), '3.5 years')
    assert.equal(backgroundWords(10), '4.5 years')
    assert.equal(backgroundWords(BACKGROUND.mSvAYear), '1 year')
    assert.equal(backgroundWords(4.4), '2 years')
    assert.equal(backgroundWords(0.001), '1 day')
    for (const none of [0, -1, Number.NaN]) assert.throws(() => backgroundWords(none), RangeError)
  })
})

describe('cover around the clock', () => {
  const says = (cover: string) => ({ irDepartment: 'yes', cover })
  const member = (region: string, answers: Record<string, string> | null, nation = 'England') => ({
    nation,
    region,
    answers,
  })

  it('is what was said; without a department there is none to say it of', () => {
    assert.equal(coverOf(says('round-the-clock-here')), 'here')
    assert.equal(coverOf(says('round-the-clock-network')), 'network')
    assert.equal(coverOf(says('cannot-say')), 'notSaid')
    assert.equal(coverOf({ irDepartment: 'yes' }), 'notSaid')
    assert.equal(coverOf({ irDepartment: 'no', cover: 'round-the-clock-here' }), 'noDepartment')
    assert.equal(coverOf({}), 'notSaid')
    assert.equal(coverOf(null), 'notSaid')
  })

  it('is counted by region, out of those that said, with how many did not', () => {
    const { all, regions } = coverByRegion([
      member('South', says('round-the-clock-here')),
      member('North', says('working-hours')),
      member('North', says('round-the-clock-network')),
      member('North', null),
      member('Wales', { irDepartment: 'no' }, 'Wales'),
    ])
    assert.deepEqual(
      regions.map(({ region, asked, aroundTheClock }) => [region, asked, aroundTheClock]),
      [
        ['North', 3, { numerator: 1, denominator: 2, missing: 1, percent: 50 }],
        ['South', 1, { numerator: 1, denominator: 1, missing: 0, percent: 100 }],
        ['Wales', 1, { numerator: 0, denominator: 1, missing: 0, percent: 0 }],
      ],
    )
    assert.deepEqual(all.aroundTheClock, { numerator: 2, denominator: 4, missing: 1, percent: 50 })
    assert.equal(
      regions.reduce((sum, { asked }) => sum + asked, 0),
      all.asked,
    )
  })

  it('of nobody is nothing, and no percentage', () => {
    assert.equal(coverByRegion([]).all.aroundTheClock.percent, null)
  })
})

describe('position statements', () => {
  const one = positionSchema.parse({
    ...{ id: 'a-position', title: 'A position', author: 'Somebody of a test', version: '1.0' },
    ...{ issued: '2026-01-01', ended: null, paragraphs: ['We think so.'] },
  })

  it('hold from their day until they end', () => {
    const ended = { ...one, id: 'ended', ended: '2026-06-01' }
    const both = [one, ended]
    assert.deepEqual(positionsOn(both, '2025-12-31'), { inForce: [], ended: [] })
    assert.equal(positionsOn(both, '2026-05-31').inForce.length, 2)
    assert.deepEqual(positionsOn(both, '2026-06-01').ended, [ended])
  })

  it('none is made up: each that is there has an author and a day', () => {
    for (const position of POSITIONS) assert.doesNotThrow(() => positionSchema.parse(position))
    assert.throws(() => positionSchema.parse({ ...one, ended: '2025-01-01' }))
  })
})
