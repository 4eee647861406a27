/** Endpoints: times and shares from columns, row by row, and what is said of them. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Column } from '#core/registry/column.ts'
import { type Endpoint, endpointSchema, type Proportion, type TimeToEvent } from '#core/registry/endpoint.ts'
import {
  columnOf,
  definitionOf,
  endpointColumns,
  endpointNamed,
  endpoints,
  outcomesOf,
  timesOf,
} from '#core/registry/endpoints.ts'
import { levels } from '#core/registry/levels.ts'
import type { Vector, Vectors } from '#core/registry/vectors.ts'
import fc from '#test/support/properties.ts'

const none = Number.NaN

/** Columns of numbers and of words. Of disease-modifying treatments, unless they say otherwise. */
function vectors(columns: Readonly<Record<string, readonly (number | string | null)[]>>): Vectors {
  const length = Object.values(columns)[0]?.length ?? 0
  const all = { intent: Array.from({ length }, () => 'disease-modifying'), ...columns }
  return {
    length,
    columns: Object.fromEntries(Object.entries(all).map(([name, values]) => [name, vector(name, values)])),
  }
}

function vector(name: string, given: readonly (number | string | null)[]): Vector {
  if (name !== 'intent' && name !== 'procedure')
    return { type: 'number', values: Float64Array.from(given as readonly number[]) }
  const values = [...new Set(given.flatMap((each) => (each === null ? [] : String(each))))]
  return {
    type: 'choice',
    values,
    codes: Uint32Array.from(given, (each) => values.indexOf(String(each)) + 1),
  }
}

const time = (change: Partial<TimeToEvent> = {}): TimeToEvent => ({
  measure: 'time',
  unit: 'treatment',
  start: 'treatment',
  events: ['progression'],
  competing: ['death'],
  censoring: 'last-imaging',
  ...change,
})

/** Each row as 'days cause', or why it is left out. */
function rows(endpoint: TimeToEvent, columns: Readonly<Record<string, readonly number[]>>): string[] {
  const { time: days, cause, known, notAtRisk } = timesOf(endpoint, vectors(columns))
  return [...known].map((isKnown, row) =>
    isKnown ? `${days[row]} ${cause[row]}` : notAtRisk[row] ? 'not at risk' : 'not known',
  )
}

describe('times', () => {
  it('end with the first event, else with what competes, else with the last that is known', () => {
    const columns = {
      daysToProgression: [30, none, 90, 90, none, none],
      daysToDeath: [60, 60, 60, 90, none, none],
      daysToLastImaging: [30, 40, 90, 80, 55, none],
    }
    assert.deepEqual(rows(time(), columns), ['30 1', '60 2', '60 2', '90 1', '55 0', 'not known'])
    assert.deepEqual(rows(time({ events: ['progression', 'death'], competing: [] }), columns), [
      '30 1',
      '60 1',
      '60 1',
      '90 1',
      '55 0',
      'not known',
    ])
  })
  it('count from the referral or the discussion, where it is known', () => {
    const columns = {
      daysToDeath: [60, 60, none],
      daysToLastSeen: [20, 20, 20],
      daysFromReferral: [14, none, 7],
    }
    const endpoint = time({ events: ['death'], competing: [], censoring: 'last-seen', start: 'referral' })
    assert.deepEqual(rows(endpoint, columns), ['74 1', 'not known', '27 0'])
  })
  it('of a session count from it: what came before it is none of its', () => {
    const endpoint = time({ unit: 'session', events: ['severe-complication'], censoring: 'last-seen' })
    assert.deepEqual(
      rows(endpoint, {
        daysToSevere: [70, 70],
        daysToDeath: [none, none],
        daysToLastSeen: [100, 100],
        daysFromStart: [63, 80],
      }),
      ['7 1', 'not at risk'],
    )
  })
  it('after a landmark count from there, for those still at risk', () => {
    const endpoint = time({ events: ['death'], competing: [], censoring: 'last-seen', landmark: 90 })
    assert.deepEqual(
      rows(endpoint, { daysToDeath: [89, 90, 120, none], daysToLastSeen: [80, 90, 100, 300] }),
      ['not at risk', '0 1', '30 1', '210 0'],
    )
  })
  it('of local progression leave out what was never complete, unless death counts too', () => {
    const columns = {
      daysToLocalProgression: [none, 80, none],
      daysToDeath: [none, none, 50],
      daysToLastImaging: [100, 80, 30],
      techniqueEfficacy: [0, 1, none],
    }
    const local = time({ unit: 'tumour', events: ['local-progression'] })
    assert.deepEqual(rows(local, columns), ['not at risk', '80 1', '50 2'])
    const free = time({ unit: 'tumour', events: ['local-progression', 'death'], competing: [] })
    assert.deepEqual(rows(free, columns), ['100 0', '80 1', '50 1'])
  })
  it('are never negative, and end by the cause whose day it is', () => {
    const day = fc.option(fc.integer({ min: -50, max: 4000 }), { nil: none })
    const row = fc.record({ event: day, rival: day, last: day, shift: day })
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 0, max: 400 }), (given, landmark) => {
        const endpoint = time({ start: 'discussion', landmark })
        const found = timesOf(
          endpoint,
          vectors({
            daysToProgression: given.map(({ event }) => event),
            daysToDeath: given.map(({ rival }) => rival),
            daysToLastImaging: given.map(({ last }) => last),
            daysFromDiscussion: given.map(({ shift }) => shift),
          }),
        )
        for (const [at, { event, rival, last, shift }] of given.entries()) {
          const [days, cause] = [found.time[at] ?? none, found.cause[at]]
          assert.ok(days >= 0)
          if (!found.known[at]) {
            assert.ok(days === 0 && cause === 0)
            continue
          }
          assert.equal(found.notAtRisk[at], 0)
          assert.equal(days + landmark - shift, cause === 1 ? event : cause === 2 ? rival : last)
          if (cause === 1) assert.ok(!(rival < event))
          if (cause === 2) assert.ok(!(event <= rival))
          if (cause === 0) assert.ok(Number.isNaN(event) && Number.isNaN(rival))
        }
      }),
    )
  })
})

describe('shares', () => {
  const share: Proportion = {
    measure: 'proportion',
    unit: 'treatment',
    column: 'died30',
    counted: 'yes',
    dueAfterDays: 30,
  }
  const columns = vectors({ died30: [1, 0, none, 1], startedOn: [100, 100, 70, 101] })

  it('are of rows old enough; what is due and not known is missing', () => {
    const { value, due } = outcomesOf(share, columns, 130)
    assert.deepEqual([...value], [1, 0, none, 1])
    assert.deepEqual([...due], [1, 1, 1, 0])
  })
  it('count no in place of yes where that is asked', () => {
    assert.deepEqual([...outcomesOf({ ...share, counted: 'no' }, columns, 130).value], [0, 1, none, 0])
  })
})

describe('an endpoint applies', () => {
  const treatments = {
    procedure: [
      'liver-ablation',
      'transarterial-chemoembolisation',
      'nephrostomy',
      'image-guided-biopsy',
      null,
    ],
    intent: ['disease-modifying', 'disease-modifying', 'supportive', 'supportive', null],
    scoreBefore: [none, 4, none, none, 0],
    startedOn: [0, 0, 0, 0, 0],
    techniqueEfficacy: [1, none, none, none, none],
    responded: [none, 1, none, none, none],
    relieved: [none, 1, 1, none, none],
    daysToProgression: [none, 50, none, none, none],
    daysToLocalProgression: [none, none, none, none, none],
    daysToDeath: [none, none, 20, none, none],
    daysToLastImaging: [90, 50, none, none, none],
    daysToLastSeen: [90, 80, 10, none, 5],
    daysToNextTreatment: [none, none, none, none, none],
  }
  const share = (column: string): Proportion => ({
    ...{ measure: 'proportion', unit: 'treatment', column, counted: 'yes', dueAfterDays: 10 },
  })
  const shares = {
    techniqueEfficacy: '10000',
    responded: '11000',
    // Where there was a score above 0; and where a supportive procedure can relieve something.
    relieved: '01100',
  }
  for (const [column, applies] of Object.entries(shares)) {
    it(`${column}: to what can have it, and nothing else is due`, () => {
      const found = outcomesOf(share(column), vectors(treatments), 100)
      assert.equal(found.applies.join(''), applies)
      assert.equal(found.due.join(''), applies)
      assert.equal(outcomesOf(share(column), vectors(treatments), 9).due.join(''), '00000')
    })
  }
  it('to disease-modifying treatments where it is read from scans, in one’s own endpoint too', () => {
    const only = (endpoint: TimeToEvent) => {
      const { applies, known, notAtRisk } = timesOf(endpoint, vectors(treatments))
      return [applies, known, notAtRisk].map((each) => each.join('')).join(' ')
    }
    const scans = '11000 11000 00111'
    assert.equal(only(time()), scans)
    assert.equal(only(time({ events: ['local-progression'], competing: [] })), scans)
    assert.equal(only(time({ events: ['death'], competing: [] })), scans)
    assert.equal(only(time({ events: ['death'], competing: ['progression'], censoring: 'last-seen' })), scans)
    const death = time({ events: ['death'], competing: [], censoring: 'last-seen' })
    assert.equal(only(death), '11111 11101 00000')
    assert.equal(only({ ...death, events: ['next-treatment'] }), '11111 11101 00000')
  })
  it('by a rule that its definition says, from columns that it asks for', () => {
    const rules: Readonly<Record<string, RegExp>> = {
      'technique-efficacy': /Applies to ablations/,
      response: /Applies to disease-modifying/,
      'local-progression-tumour': /Applies to disease-modifying/,
      'local-progression': /Applies to disease-modifying/,
      'progression-free-survival': /Applies to disease-modifying/,
      relief: /Applies where there is a symptom/,
    }
    for (const { id, endpoint } of endpoints) {
      const words = definitionOf(endpoint).join(' ')
      const { columns } = endpointColumns(endpoint)
      const rule = rules[id]
      if (rule) assert.match(words, rule, id)
      else assert.doesNotMatch(words, /Applies/, id)
      assert.equal(columns.includes('procedure') || columns.includes('intent'), rule !== undefined, id)
    }
  })
})

describe('the declared endpoints', () => {
  it('keep the schema, and rest on columns that there are', () => {
    for (const { id, endpoint } of endpoints) {
      assert.deepEqual(endpointSchema.parse(endpoint), endpoint, id)
      const { level, columns } = endpointColumns(endpoint)
      const own: Readonly<Record<string, Column>> = levels[level].columns
      const joined: Readonly<Record<string, Column>> = levels.treatment.columns
      for (const column of columns) assert.ok(own[column] ?? joined[column], `${id}: ${level}.${column}`)
    }
    assert.equal(new Set(endpoints.map(({ id }) => id)).size, endpoints.length)
    assert.equal(endpointNamed('overall-survival')?.endpoint.unit, 'patient')
    assert.equal(endpointNamed('nothing'), undefined)
  })
  it('refuse a share of a column that is no yes or no', () => {
    assert.throws(() => columnOf({ unit: 'treatment', column: 'age' }), RangeError)
    assert.throws(() => columnOf({ unit: 'treatment', column: 'constructor' }), RangeError)
  })
  it('are said in sentences', () => {
    assert.deepEqual(definitionOf((endpointNamed('overall-survival') as { endpoint: Endpoint }).endpoint), [
      'Counted per patient: each patient once, with the first treatment in the cohort.',
      'Time begins on the day of the first session.',
      'It ends with death from any cause.',
      'Without that, it is counted until the last day on which the record shows that the patient was alive.',
      'A patient without event of which a later day is not known is left out, and counted as missing.',
    ])
    for (const { endpoint } of endpoints)
      for (const sentence of definitionOf(endpoint)) assert.match(sentence, /^[A-Z].*\.$/)
  })
})
