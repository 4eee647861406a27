/** Demand on plain data: hand-worked expectations, which line holds, what the gate withholds, files with errors. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ActivityCount, ownCounts } from '#core/network/demand/activity.ts'
import { besideRows, missingWords } from '#core/network/demand/beside.ts'
import { type Cell, peopleByCell } from '#core/network/demand/people.ts'
import { keyOf, linesInForce, type StatedLine } from '#core/network/demand/statement.ts'
import { DEMAND_COLUMNS, demandRow, readDemand } from '#core/network/demand/table.ts'
import { expectedProcedures } from '#core/network/demand.ts'
import type { Site } from '#core/network/network.ts'
import { areas } from '#store/network/areas.ts'
import { publishedIncidence } from '#store/network/demand-file.ts'

const line = (given: Partial<StatedLine>): StatedLine => ({
  what: 'incidence',
  cancer: 'liver',
  procedure: null,
  nation: null,
  region: null,
  district: null,
  value: 10,
  basis: 'source',
  source: 'A register',
  years: '2020',
  by: null,
  verified: false,
  note: '',
  ...given,
})
const share = (given: Partial<StatedLine>): StatedLine =>
  line({ what: 'share', procedure: 'liver-ablation', basis: 'assumption', ...given })

const cells: readonly Cell[] = [
  { nation: 'England', region: 'London', district: 'Camden', people: 200_000 },
  { nation: 'England', region: 'North West', district: 'Wigan', people: 300_000 },
  { nation: 'Scotland', region: 'East of Scotland', district: 'Fife', people: 400_000 },
]

describe('expected procedures', () => {
  it('are residents x incidence x share: worked by hand', () => {
    const lines = [line({ value: 8 }), share({ value: 25 })]
    const rows = expectedProcedures(cells, lines, 'liver-ablation', 'nation')
    // England: 500,000 x 8 / 100,000 = 40 new cases, a quarter of them: 10. Scotland: 32, 8.
    assert.deepEqual(
      rows.map(({ nation, treated, perMillion }) => [nation, treated, perMillion]),
      [
        ['England', 10, 20],
        ['Scotland', 8, 20],
        [null, 18, 20],
      ],
    )
    assert.equal(rows[0]?.ofCancers[0]?.newCases, 40)
  })

  it('add up the cancers for which a share is stated', () => {
    const lines = [
      line({ value: 10 }),
      line({ cancer: 'colorectal', value: 60 }),
      share({ value: 10 }),
      share({ cancer: 'colorectal', value: 1 }),
    ]
    const whole = expectedProcedures(cells, lines, 'liver-ablation', 'nation').at(-1)
    // 900,000 residents: 90 x 10 % + 540 x 1 % = 9 + 5.4
    assert.ok(Math.abs((whole?.treated ?? 0) - 14.4) < 1e-9)
  })

  it('take the value of the closest place: district, region, nation, United Kingdom', () => {
    const lines = [
      line({ value: 10 }),
      line({ nation: 'England', value: 20 }),
      line({ nation: 'England', region: 'North West', value: 30 }),
      line({ nation: 'England', district: 'Camden', value: 40 }),
      share({ value: 100 }),
    ]
    const rows = expectedProcedures(cells, lines, 'liver-ablation', 'district')
    assert.deepEqual(
      rows.map(({ district, treated }) => [district, treated]),
      [
        ['Camden', 80],
        ['Wigan', 90],
        ['Fife', 40],
        [null, 210],
      ],
    )
  })

  it('are unknown, not none, where no share is stated', () => {
    const rows = expectedProcedures(cells, [line({})], 'liver-ablation', 'nation')
    assert.deepEqual(
      rows.map(({ treated }) => treated),
      [null, null, null],
    )
    const stated = expectedProcedures(cells, [line({}), share({ value: 0 })], 'liver-ablation', 'nation')
    assert.equal(stated.at(-1)?.treated, 0)
  })

  it('say for how many people an incidence is missing', () => {
    const lines = [line({ nation: 'England', value: 10 }), share({ value: 50 })]
    const rows = expectedProcedures(cells, lines, 'liver-ablation', 'nation')
    assert.equal(rows.find(({ nation }) => nation === 'Scotland')?.treated, null)
    assert.equal(rows.at(-1)?.treated, 25)
    assert.equal(rows.at(-1)?.ofCancers[0]?.peopleWithoutIncidence, 400_000)
    const words = missingWords(
      besideRows(rows, { sites: [] }, () => null, null, null),
      null,
      null,
    )
    assert.match(words.join(' '), /Liver: a share is stated, and no incidence for 400,000 residents/)
  })

  it('add up alike by nation, region and district', () => {
    const lines = [...publishedIncidence(), share({ value: 12 })]
    const of = (by: 'nation' | 'region' | 'district') =>
      expectedProcedures(cells, lines, 'liver-ablation', by)
    for (const by of ['nation', 'region', 'district'] as const) {
      const rows = of(by)
      const sum = rows.slice(0, -1).reduce((total, { treated }) => total + (treated ?? 0), 0)
      assert.ok(Math.abs(sum - (of('nation').at(-1)?.treated ?? 0)) < 1e-9, by)
    }
  })
})

describe('the published incidence', () => {
  it('is of liver, kidney and lung in four nations, each with its source and years', () => {
    const lines = publishedIncidence()
    assert.equal(lines.length, 12)
    for (const each of lines) assert.ok(each.source.length > 20 && each.years !== '' && !each.verified)
  })

  it('gives about the published number of cases with the residents that we hold', () => {
    const rows = expectedProcedures(
      peopleByCell(areas(), [site('England'), site('Scotland'), site('Wales'), site('Northern Ireland')]),
      [...publishedIncidence(), share({ value: 100 })],
      'liver-ablation',
      'nation',
    )
    // Published for 2015: 5,736 in a population that was 2.8 % smaller.
    const cases = rows.at(-1)?.treated ?? 0
    assert.ok(cases > 5736 && cases < 5736 * 1.06, String(cases))
  })
})

const site = (nation: Site['nation'], region: string = nation, code: string = nation): Site => ({
  ...{ code, name: code, nation, region, alliance: null },
  ...{ latitude: 54, longitude: -2 },
})

describe('what is stated', () => {
  const stated = (value: number | null) =>
    line({ nation: 'Wales', value, by: { id: '1', author: 'A', at: '2026-11-22', reason: 'newer' } })

  it('takes the place of what was published, and gives it back when it is taken back', () => {
    const published = [line({ nation: 'Wales', value: 1 })]
    const value = (lines: readonly StatedLine[]) => linesInForce(published, lines).map((each) => each.value)
    assert.deepEqual(value([]), [1])
    assert.deepEqual(value([stated(2)]), [2])
    assert.deepEqual(value([stated(2), stated(null)]), [1])
    assert.deepEqual(linesInForce([], [stated(2), stated(null)]), [])
  })
})

describe('beside what is expected', () => {
  it('nations with a withheld region are withheld, districts say nothing of services', () => {
    const lines = [line({}), share({})]
    const network = {
      sites: [site('England', 'London', 'A'), site('England', 'North West', 'B'), site('Scotland')],
    }
    const observed = {
      ...{ year: 2025, yearsCovered: 1, whole: 40, policy: '' },
      byRegion: new Map<string, number | '*'>([
        ['London', '*'],
        ['North West', 20],
        ['Scotland', 15],
      ]),
    }
    const offers = (code: string) => (code === 'A' ? true : code === 'B' ? null : false)
    const byNation = besideRows(
      expectedProcedures(cells, lines, 'liver-ablation', 'nation'),
      network,
      offers,
      observed,
      null,
    )
    assert.deepEqual(
      byNation.map((row) => [row.observed, row.declared]),
      [
        ['*', { services: 2, answered: 1, offering: 1 }],
        [15, { services: 1, answered: 1, offering: 0 }],
        [40, { services: 3, answered: 2, offering: 1 }],
      ],
    )
    assert.equal(byNation[1]?.observedPerMillion, 37.5)
    const byDistrict = besideRows(
      expectedProcedures(cells, lines, 'liver-ablation', 'district'),
      network,
      offers,
      observed,
      null,
    )
    assert.equal(byDistrict[0]?.observed, null)
  })

  it('services’ own counts of a year are brought to 365 days, and small sums are withheld', () => {
    const count = (from: string, to: string, number: number): ActivityCount => ({
      ...{ source: 'hes', from, to },
      counts: [{ procedure: 'liver-ablation', count: number }],
    })
    const counted = ownCounts(
      [
        {
          ...{ organisation: 'A', region: 'London', nation: 'England' },
          counts: [count('2024-01-01', '2024-12-31', 99), count('2025-01-01', '2025-07-02', 20)],
        },
        {
          ...{ organisation: 'B', region: 'North West', nation: 'England' },
          counts: [count('2025-01-01', '2025-12-31', 4)],
        },
        {
          ...{ organisation: 'C', region: 'Midlands', nation: 'England' },
          counts: [count('2025-01-01', '2025-12-31', 60)],
        },
      ],
      'liver-ablation',
      2025,
      [
        { region: 'London', nation: 'England' },
        { region: 'North West', nation: 'England' },
        { region: 'Midlands', nation: 'England' },
      ],
    )
    // 20 in 183 days are 40 in 365; rounded like the 60, so that the 4 does not follow from the total.
    assert.equal(counted.byRegion.get('North West')?.sessions, '*')
    assert.equal(counted.byRegion.get('London')?.sessions, 40)
    assert.equal(counted.byRegion.get('Midlands')?.sessions, 60)
    assert.deepEqual(counted.whole, { sessions: 104, services: 3 })
  })
})

describe('a file of demand', () => {
  const places = {
    regions: new Map([['England', new Set(['London'])]]),
    districts: new Map([['England', new Set(['Camden'])]]),
  }
  const read = (...rows: string[]) =>
    readDemand(
      [...DEMAND_COLUMNS],
      rows.map((text, at) => ({ line: at + 2, cells: text.split(';') })),
      places,
    )

  it('is read back as it was written', () => {
    const lines = [line({ nation: 'England', value: 8.5 }), share({ nation: 'England', region: 'London' })]
    const again = readDemand(
      [...DEMAND_COLUMNS],
      lines.map((each, at) => ({ line: at + 2, cells: demandRow(each).map(String) })),
      places,
    )
    assert.deepEqual(again.problems, [])
    assert.deepEqual(again.lines.map(keyOf), lines.map(keyOf))
    assert.deepEqual(
      again.lines.map(({ value }) => value),
      [8.5, 10],
    )
  })

  it('says of each row what is wrong with it', () => {
    const { problems, lines } = read(
      'incidense;liver;;;;;8;source;x;',
      'incidence;spleen;;;;;8;source;x;',
      'share;liver;hepatectomy;;;;8;source;x;',
      'incidence;liver;;Jersey;;;8;source;x;',
      'incidence;liver;;England;Cornwall;;8;source;x;',
      'incidence;liver;;England;;Atlantis;8;source;x;',
      'incidence;liver;;England;London;Camden;8;source;x;',
      'incidence;liver;;;;;-1;source;x;',
      'share;liver;liver-ablation;;;;101;assumption;x;',
      'incidence;liver;;;;;eight;source;x;',
      'incidence;liver;;;;;8;guess;x;',
      'incidence;liver;;;;;8;source;;',
      'incidence;liver;;;;;8;source;x;',
      'incidence;liver;;;;;9;source;x;',
      'incidence;liver;;;London;;9;source;x;',
    )
    assert.equal(lines.length, 1)
    assert.deepEqual(
      problems.map((each) => `${each.line} ${each.words.split(':')[0]}`),
      [
        "2 what is 'incidense'",
        "3 cancer is 'spleen'",
        "4 procedure is 'hepatectomy'",
        "5 nation is 'Jersey'",
        "6 region is 'Cornwall'",
        "7 district is 'Atlantis'",
        '8 Name a region or a district, not both',
        '9 value is -1',
        '10 value is 101',
        "11 value is 'eight'",
        "12 basis is 'guess'",
        '13 source is empty',
        '15 It says again what line 14 says',
        '16 nation is empty',
      ],
    )
  })

  it('takes an empty value for taking back, and refuses a file without its columns', () => {
    assert.equal(read('incidence;liver;;;;;;source;x;').lines[0]?.value, null)
    assert.match(readDemand(['a'], [], places).refused ?? '', /no column what, cancer, value/)
  })
})
