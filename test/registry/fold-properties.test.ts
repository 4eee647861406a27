/** What holds of the fold for any record, however odd. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { courseOf } from '#core/pathway/course.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import type { Column } from '#core/registry/column.ts'
import { rowsOf } from '#core/registry/fold.ts'
import { type Level, levelNames, levels, type Rows } from '#core/registry/levels.ts'
import fc from '#test/support/properties.ts'
import { anyBody } from '../pathway/bodies.ts'
import { entriesOf, idOf, type Said } from '../pathway/case-of.ts'
import { here, patient } from './patient.ts'

const kinds = [
  ...['referral', 'mdt-discussion', 'work-up', 'treatment', 'treatment', 'response-assessment'],
  ...['response-assessment', 'symptom-score', 'complication', 'safety-review', 'feedback'],
  ...['follow-up-contact', 'follow-up-plan', 'death'],
]

/** Bodies of any content that keep their kinds' schemas, on days that meet; each at a moment of its own. */
const anySaid: fc.Arbitrary<readonly Said[]> = fc
  .array(
    fc.constantFrom(...kinds).chain((kind) => {
      const fields = caseKindNamed(kind)?.fields ?? {}
      // Names one of the first twelve entries, whatever it is, as records do that were put together by hand.
      const body = anyBody(fields, (_kinds, _of, number) => idOf(1 + (number % 12)))
      return fc.record({ kind: fc.constant(kind), day: fc.integer({ min: 0, max: 900 }), body })
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ kind, day, body }, at) => ({
      kind,
      on: new Date(Date.UTC(2025, 0, 1 + day, 9, at)).toISOString(),
      body: simple(kind, body),
    })),
  )

/** A little nearer to life, so that treatments of one procedure meet. */
function simple(kind: string, body: object): object {
  return kind === 'treatment' ? { ...body, procedure: 'liver-ablation' } : body
}

const keyOf = (level: string, id: string) => `${level} ${id}`
const foldAll = (said: readonly Said[], asOf = '2028-01-01', order?: readonly number[]) => {
  const entries = entriesOf(said)
  const shuffled = order
    ? entries
        .map((entry, at) => ({ entry, rank: order[at % order.length] ?? 0 }))
        .sort((one, other) => one.rank - other.rank)
        .map(({ entry }, at) => ({ ...entry, position: at + 1 }))
    : entries
  return rowsOf(
    patient({ cases: [{ course: courseOf('case:test', shuffled), organisation: here }] }),
    keyOf,
    asOf,
  )
}

function* cells(rows: Rows): Generator<readonly [Level, string, Column, unknown]> {
  for (const level of levelNames) {
    const columns: Readonly<Record<string, Column>> = levels[level].columns
    for (const row of rows[level]) {
      assert.deepEqual(Object.keys(row).sort(), Object.keys(columns).sort())
      for (const [name, value] of Object.entries(row)) yield [level, name, columns[name] as Column, value]
    }
  }
}

describe('the rows of any record', () => {
  it('hold in each column what it declares', () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        for (const [level, name, column, value] of cells(foldAll(said))) {
          const where = `${level}.${name} is ${value}`
          if (value === null) assert.ok(column.type !== 'key' || column.nullable, where)
          else if (column.type === 'choice')
            assert.ok(
              column.options.some((each) => each.value === value),
              where,
            )
          else if (column.type === 'whole') assert.ok(Number.isInteger(value), where)
          else if (column.type === 'number') assert.ok(Number.isFinite(value), where)
          else if (column.type === 'yes-no') assert.equal(typeof value, 'boolean', where)
          else if (column.type === 'day') assert.match(String(value), /^\d{4}-\d{2}-\d{2}$/)
          else assert.equal(typeof value, 'string', where)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('have no negative days but of what came in the wrong place, and no event after what is known', () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        for (const row of foldAll(said).treatment) {
          for (const [name, value] of Object.entries(row))
            if (name.startsWith('days')) assert.ok(value === null || Number(value) >= 0, name)
          const { daysToDeath, daysToLastSeen, daysToProgression, daysToLastImaging } = row
          if (daysToDeath !== null) assert.ok((daysToLastSeen ?? 0) <= daysToDeath)
          if (daysToProgression !== null) assert.ok(daysToProgression <= (daysToLastImaging ?? -1))
        }
      }),
      { numRuns: 300 },
    )
  })
  it('do not depend on the order in which things were said', () => {
    fc.assert(
      fc.property(anySaid, fc.array(fc.integer(), { minLength: 14, maxLength: 14 }), (said, order) => {
        assert.deepEqual(foldAll(said, '2028-01-01', order), foldAll(said))
      }),
      { numRuns: 200 },
    )
  })
  it('never lose an event to a later day', () => {
    const events = ['daysToDeath', 'daysToProgression', 'daysToSevere', 'daysToNextTreatment'] as const
    fc.assert(
      fc.property(anySaid, fc.integer({ min: 0, max: 900 }), (said, day) => {
        const early = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)
        const later = foldAll(said)
        const before = foldAll(said, early).treatment
        for (const row of before) {
          const now = later.treatment.find(({ treatment }) => treatment === row.treatment)
          for (const event of events) if (row[event] !== null) assert.equal(now?.[event], row[event], event)
          if (row.daysToLocalProgression !== null) assert.notEqual(now?.daysToLocalProgression, null)
          if (row.died90) assert.equal(now?.died90, true)
          if (row.complication30) assert.equal(now?.complication30, true)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('have keys of rows that there are', () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        const rows = foldAll(said)
        const treatments = new Set(rows.treatment.map(({ treatment }) => treatment))
        for (const level of ['session', 'tumour', 'assessment', 'complication', 'feedback'] as const) {
          const keys = rows[level].map((row) => (row as unknown as Record<string, string>)[level])
          assert.equal(new Set(keys).size, keys.length, level)
          for (const row of rows[level]) assert.ok(treatments.has(row.treatment))
        }
      }),
    )
  })
})
