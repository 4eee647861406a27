/**
 * Siting, beside independent judges: what CBC and GLPK answer to the whole models stands in `siting/answers.json`, and
 * where a judge is installed it is asked again.
 */

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Exact } from '#core/network/siting/problem.ts'
import { judged, judges, missing } from '../../bench/siting/judges.ts'
import { loadExact } from '../../src/solver/highs.ts'
import { cases } from './siting/cases.ts'

const answers: Readonly<Record<string, Readonly<Record<string, number>>>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'siting', 'answers.json'), 'utf8'),
)

/** GLPK prints ten digits. */
const agree = (one: number, other: number, words: string) =>
  assert.ok(Math.abs(one - other) <= 1e-9 * Math.abs(other), `${words}: ${one}, and not ${other}`)

describe('siting, beside what the judges answered', () => {
  let exact: Exact
  before(async () => {
    exact = await loadExact()
  })
  const alone = { stop: () => false, secondsLeft: () => 1e6, report: () => undefined }

  it('knows the answer to every case', () => {
    assert.deepEqual(
      Object.keys(answers),
      cases.map(({ name }) => name),
    )
  })

  for (const { name, ours } of cases)
    it(name, () => {
      const { outcome, objective } = ours({ ...alone, exact })
      assert.equal(outcome, 'optimal')
      for (const [judge, answer] of Object.entries(answers[name] ?? {})) agree(objective, answer, judge)
    })
})

for (const judge of judges)
  describe(`${judge}, asked again`, { skip: missing(judge) ?? false }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'fourth-pillar-siting-'))
    after(() => rmSync(folder, { recursive: true }))

    for (const { name, byGlpk, write } of cases)
      if (judge === 'cbc' || byGlpk)
        it(name, async () => {
          const file = join(folder, 'model.mps')
          await write(file)
          agree(judged(judge, file).objective, answers[name]?.[judge] as number, name)
        })
  })
