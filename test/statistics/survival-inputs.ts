/** The committed inputs and R's answers for them, for the tests of survival. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Followed, Grouping, Subjects } from '#core/statistics/subjects.ts'

const rFolder = join(import.meta.dirname, 'r')

/** Vectors, and objects and lists of them; null is NaN. */
export type Answer = readonly (number | null)[] | readonly Answer[] | { readonly [name: string]: Answer }

export function answersOfR(name: string): Readonly<Record<string, Answer>> {
  return JSON.parse(readFileSync(join(rFolder, name), 'utf8'))
}

/** A table of subjects as survival.R reads it. */
export interface Input {
  readonly time: Float64Array
  readonly entry: Float64Array
  readonly cause: Uint8Array
  readonly event: Uint8Array
  readonly grouping: Grouping
  readonly strata: { readonly stratum: Uint8Array; readonly strata: number }
  readonly count: Float64Array
  readonly weight: Float64Array
}

export function inputOf(name: 'days' | 'continuous'): Input {
  const rows = csv(`survival-${name}.csv`)
  const numbers = (column: string) => Float64Array.from(rows, (row) => Number(row[column]))
  const cause = Uint8Array.from(numbers('cause'))
  return {
    time: numbers('time'),
    entry: numbers('entry'),
    cause,
    event: cause.map((each) => Math.min(each, 1)),
    grouping: { group: Uint8Array.from(numbers('group')), groups: 4 },
    strata: { stratum: Uint8Array.from(numbers('stratum')), strata: 3 },
    count: numbers('count'),
    weight: numbers('weight'),
  }
}

export const inputs: Readonly<Record<string, Input>> = {
  days: inputOf('days'),
  continuous: inputOf('continuous'),
}

/** Times, entries and weights as a key of R's answers names them: `days/count/late`. */
export function followedOf(key: string): Followed & { readonly input: Input } {
  const [name = '', weight, start] = key.split('/')
  const input = inputs[name] as Input
  return {
    input,
    time: input.time,
    ...(start === 'late' && { entry: input.entry }),
    ...(weight === 'count' && { weight: input.count }),
    ...(weight === 'weight' && { weight: input.weight }),
  }
}

export function edgeCases(): ReadonlyMap<string, Subjects> {
  const rows = csv('survival-edges.csv')
  const names = [...new Set(rows.map((row) => row.case as string))]
  return new Map(
    names.map((name) => {
      const own = rows.filter((row) => row.case === name)
      const entry = Float64Array.from(own, (row) => Number(row.entry))
      const subjects = {
        time: Float64Array.from(own, (row) => Number(row.time)),
        event: Uint8Array.from(own, (row) => Number(row.event)),
      }
      return [name, entry.some((each) => each > 0) ? { ...subjects, entry } : subjects]
    }),
  )
}

function csv(name: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(join(rFolder, name), 'utf8').trim().split('\n')
  const columns = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])))
}

/** Errors this small beside probabilities are rounding: a variance that is nothing comes out as one of them. */
const rounding = 1e-14

/**
 * That two lists of numbers agree to 1e-8 relative; R's null is our NaN.
 *
 * @param label names what is compared, and the place, when they do not
 */
export function agrees(ours: ArrayLike<number>, theirs: Answer | undefined, label: string): void {
  assert.ok(Array.isArray(theirs), `R has no ${label}`)
  assert.equal(ours.length, theirs.length, `length of ${label}`)
  theirs.forEach((expected, at) => {
    const actual = ours[at] as number
    if (expected === null) assert.ok(Number.isNaN(actual), `${label}[${at}]: ${actual}, in R none`)
    else {
      const near =
        Math.abs(actual - expected) <= Math.max(1e-8 * Math.abs(expected), rounding) || actual === expected
      assert.ok(near, `${label}[${at}]: ${actual}, in R ${expected}`)
    }
  })
}

/** Each field of R's answer against ours of the same name. */
export function agreesIn(ours: object, theirs: Answer | undefined, label: string): void {
  assert.ok(theirs && !Array.isArray(theirs), `R has no ${label}`)
  for (const [name, expected] of Object.entries(theirs)) {
    const own = (ours as Record<string, number | ArrayLike<number>>)[name]
    assert.ok(own !== undefined, `ours has no ${label}/${name}`)
    agrees(typeof own === 'number' ? [own] : own, expected, `${label}/${name}`)
  }
}
