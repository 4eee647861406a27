/** A correction, judged: the reason for a breach is kept, and what cannot be is said once. */

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { withinScope } from '#store/scope.ts'
import { judge } from '#web/cases/record-judge.ts'
import { sitDown } from '#web/cases/record-sitting.ts'
import { whenPosted } from '#web/cases/record-when.ts'
import type { Posted } from '#web/components/kind-form/posted.ts'
import { laidOver } from '#web/components/kind-form/posted.ts'
import { formOf } from '#web/components/kind-form/values.ts'
import { now, said, setting, treatmentBody } from './setting.ts'

const here = await setting()
const { db } = here.site.store
const breachReason = 'Transferred as an emergency'
const treatment = await said(
  db,
  here.caseId,
  'treatment',
  { ...treatmentBody, course: 2, breachReason },
  '2026-11-20T09:00:00Z',
)

/** The correction of the treatment as its form first shows it, with what is changed. */
async function corrected(change: Posted) {
  const person = {
    ...{ id: here.radiologist.id, name: 'Dr Ray Fictional', email: 'ray@example.org' },
    memberships: [{ role: 'interventional-radiologist', organisation: 'ZA' } as const],
  }
  const sat = await withinScope(db, 'whole', (whole) =>
    sitDown(whole, { person, caseId: here.caseId, now, corrects: treatment }),
  )
  assert.ok(typeof sat !== 'string')
  const shown = formOf(sat.kind.fields, sat.facts.known ?? {}, sat.facts)
  const sent = [...shown].filter(([name]) => name !== 'breachReason')
  const when = whenPosted(sat.kind, sat.corrected?.occurredAt ?? now)
  return judge(sat, laidOver(laidOver(new Map(sent), when), change), now)
}

it('a correction keeps the reason that was given, and asks for none', async () => {
  const judged = await corrected(new Map([['minutes', ['85']]]))
  assert.ok(judged.breaches.length > 0)
  assert.deepEqual(judged.problems, [])
  assert.equal(judged.body.breachReason, breachReason)
  assert.equal(judged.body.minutes, 85)
})

it('a reason that was taken out is asked for again', async () => {
  const judged = await corrected(new Map([['breachReason', ['']]]))
  assert.deepEqual(judged.problems, [{ field: 'breachReason', words: 'Enter why the rule was not kept' }])
})

it('an activity that cannot be is not asked about as unusual as well', async () => {
  const change = new Map([
    ['agents.0.agent', ['y90-resin']],
    ['agents.0.dose', ['1800']],
    ['agents.0.unit', ['GBq']],
  ])
  const judged = await corrected(change)
  const about = judged.problems.filter(({ words }) => words.includes('1800 GBq'))
  assert.deepEqual(
    about.map(({ words }) => words),
    ['1800 GBq is more than can be given. Did you mean 1.8 GBq?'],
  )
  assert.ok(judged.warnings.every(({ words }) => !words.includes('1800 GBq')))
})
