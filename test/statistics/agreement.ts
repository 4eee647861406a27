/** What comparing with R takes: its committed answers, the inputs that it read, and how near is near. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'r')

/** What R printed. */
export function fromR<Answer>(name: string): Answer {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

/** A committed input, column by column. */
export function columns(name: string): (column: string) => Float64Array {
  const [header = '', ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n')
  const cells = lines.map((line) => line.split(','))
  return (column) => {
    const at = header.split(',').indexOf(column)
    assert.ok(at >= 0, `${name} has no column ${column}`)
    return Float64Array.from(cells, (row) => Number(row[at]))
  }
}

/** Within 1e-8 of R's, relative to it; R's null is an infinite or missing value. */
export function agrees(ours: number, theirs: number | null | undefined, what: string, within = 1e-8): void {
  if (theirs === null || theirs === undefined) assert.fail(`${what}: R has no value, ours is ${ours}`)
  const apart = Math.abs(ours - theirs)
  assert.ok(apart <= within * Math.abs(theirs), `${what}: ours ${ours}, R's ${theirs}`)
}

export function allAgree(
  ours: ArrayLike<number>,
  theirs: readonly (number | null)[],
  what: string,
  within = 1e-8,
): void {
  assert.equal(ours.length, theirs.length, what)
  for (const [at, value] of theirs.entries()) agrees(ours[at] as number, value, `${what} [${at}]`, within)
}
