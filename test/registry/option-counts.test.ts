/** Counts beside the choices of a condition: none that a figure of the same groups would not show. */

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { filterNamed } from '#core/registry/cohort/columns.ts'
import type { Cohort, Condition } from '#core/registry/cohort.ts'
import { openSnapshot } from '#store/snapshot/open.ts'
import { writeSnapshot } from '#store/snapshot/write.ts'
import { inventedRows, temporaryFolder, testKey } from '#test/snapshot/support.ts'
import { optionCounts } from '#web/registry/explore-data.ts'

const folder = join(temporaryFolder(), 'snapshot')
await writeSnapshot(folder, inventedRows(1500, 7), {
  ...{ asOf: '2026-11-22', release: 'full', signKey: testKey },
  codeVersion: { version: '0.1.0', commit: null },
})
const snapshot = await openSnapshot(folder)
after(() => snapshot.close())

const is = (column: string, value: string): Condition => ({ column, is: 'one-of', values: [value] })
async function stars(column: string, ...conditions: Condition[]): Promise<'all' | 'some'> {
  const filter = filterNamed(column)
  assert.ok(filter)
  const cohort: Cohort = { conditions }
  const counts = await optionCounts(snapshot, cohort, filter)
  assert.ok(counts.size > 0)
  return [...counts.values()].every((count) => count === '*') ? 'all' : 'some'
}

const [region] = await snapshot.countsBy({ conditions: [] }, 'region')

describe('the counts of choices', () => {
  const [woman, curative] = [is('sex', 'female'), is('intent', 'disease-modifying')]
  const here = is('region', region?.value ?? '')
  it('are shown of places for one condition, and withheld for more', async () => {
    assert.equal(await stars('region'), 'some')
    assert.equal(await stars('region', woman), 'some')
    assert.equal(await stars('region', woman, curative), 'all')
    assert.equal(await stars('nation', here, woman, curative), 'all')
  })
  it('are shown of one place for its groups alone, and withheld for those within a condition', async () => {
    assert.equal(await stars('intent', here), 'some')
    assert.equal(await stars('sex', here, woman), 'some')
    assert.equal(await stars('intent', here, woman), 'all')
  })
  it('are shown as they are in the whole nation', async () => {
    assert.equal(await stars('procedure', woman, curative), 'some')
  })
})
