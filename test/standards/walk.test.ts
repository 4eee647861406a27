/** Findings of any record: total, the same each time, known clauses, standing entries; corrections leave no trace. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { daysAfter } from '#core/calendar/uk-day.ts'
import { type Course, courseOf } from '#core/pathway/course.ts'
import { caseKindNamed, caseKinds } from '#core/pathway/kinds.ts'
import type { Surroundings } from '#core/pathway/surroundings.ts'
import { serviceKinds } from '#core/service/kinds.ts'
import type { Finding } from '#core/standards/finding.ts'
import { findingsOf, serviceFindingsOf } from '#core/standards/findings.ts'
import { rcr2013 } from '#core/standards/rcr-2013/standard.ts'
import { clauseId, clausesOf } from '#core/standards/standard.ts'
import fc from '#test/support/properties.ts'
import { anyFilled, settled } from '../pathway/bodies.ts'
import { entriesOf, idOf, type Said, treating } from '../pathway/case-of.ts'

interface Step {
  readonly kind: string
  readonly day: number
  readonly filled: Readonly<Record<string, unknown>>
  readonly coins: readonly boolean[]
}

const kindNames = [
  'referral',
  'treatment',
  'mdt-discussion',
  'follow-up-plan',
  ...caseKinds.map(({ name }) => name),
]
const anyStep: fc.Arbitrary<Step> = fc.constantFrom(...kindNames).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    day: fc.nat({ max: 200 }),
    filled: anyFilled(caseKindNamed(kind)?.fields ?? {}),
    coins: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  }),
)
const anyServiceStep: fc.Arbitrary<Step> = fc.constantFrom(...serviceKinds).chain(({ name, fields }) =>
  fc.record({
    kind: fc.constant(name),
    day: fc.nat({ max: 400 }),
    filled: anyFilled(fields),
    coins: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  }),
)

/** What is said, each at a moment of its own, references chosen among what was said before. */
function saidOf(steps: readonly Step[], from: string, service: readonly Said[] = []): readonly Said[] {
  const said: Said[] = []
  for (const [at, { kind, day, filled, coins }] of steps.entries()) {
    const fields = caseKindNamed(kind)?.fields ?? serviceKinds.find(({ name }) => name === kind)?.fields ?? {}
    const choose = (kinds: readonly string[], of: 'case' | 'service', number: number) => {
      const among = (of === 'case' || service.length === 0 ? said : service).flatMap((each, index) =>
        kinds.length === 0 || kinds.includes(each.kind) ? [index + 1] : [],
      )
      const chosen = among[number % Math.max(among.length, 1)]
      return chosen === undefined ? undefined : idOf(chosen + (of === 'service' ? 4096 : 0))
    }
    const body = settled(fields, filled, choose, coins)
    const minute = String(at % 60).padStart(2, '0')
    said.push({ kind, on: `${daysAfter(from, day)}T12:${minute}:00.000Z`, body })
  }
  return said
}

const courseFrom = (said: readonly Said[]): Course => courseOf('case:test', entriesOf(said))

const anyRecord = fc
  .record({
    steps: fc.array(anyStep, { maxLength: 24 }),
    serviceSteps: fc.array(anyServiceStep, { maxLength: 12 }),
    meetings: fc.array(fc.nat({ max: 200 }), { maxLength: 6 }),
    asOf: fc.nat({ max: 400 }),
  })
  .map(({ steps, serviceSteps, meetings, asOf }) => {
    const service = saidOf(serviceSteps, '2025-06-01')
    const surroundings: Surroundings = {
      treating,
      service: courseOf('service:RXA01', entriesOf(service, 'service:RXA01')),
      meetings: [...new Set(meetings)]
        .sort((one, other) => one - other)
        .map((day) => ({
          id: `meeting-${day}`,
          organisation: treating,
          team: 'Hepatobiliary',
          at: `${daysAfter('2026-01-01', day)}T13:00:00.000Z`,
          tumourSites: [],
        })),
    }
    return {
      said: saidOf(steps, '2026-01-01', service),
      surroundings,
      asOf: `${daysAfter('2026-01-01', asOf)}T12:00:00.000Z`,
    }
  })

const known = new Set(clausesOf(rcr2013).map((clause) => clauseId(rcr2013, clause)))

describe('findings of any record', () => {
  it('are total, the same each time, of known clauses, on entries that stand', () => {
    fc.assert(
      fc.property(anyRecord, ({ said, surroundings, asOf }) => {
        const course = courseFrom(said)
        const findings = findingsOf(course, surroundings, asOf)
        assert.deepEqual(findings, findingsOf(course, surroundings, asOf))
        for (const finding of findings) checkFinding(finding, course, surroundings, asOf)
        for (const finding of serviceFindingsOf(surroundings.service, surroundings, asOf)) {
          checkFinding(finding, surroundings.service, surroundings, asOf)
        }
      }),
      { numRuns: 250 },
    )
  })

  it('that are owed until a moment are not met after it, when nothing is said meanwhile', () => {
    fc.assert(
      fc.property(anyRecord, ({ said, surroundings, asOf }) => {
        const course = courseFrom(said)
        const findings = findingsOf(course, surroundings, asOf)
        findings.forEach((finding, at) => {
          if (!finding.lapsesAt) return
          const after = new Date(Date.parse(finding.lapsesAt) + 1).toISOString()
          const then = findingsOf(course, surroundings, after)[at]
          assert.equal(then?.clause, finding.clause)
          assert.equal(then?.verdict, 'not-met', `${finding.clause}: ${finding.reason}`)
        })
      }),
      { numRuns: 100 },
    )
  })

  it('of a corrected record are those of a record that was right at first', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(), fc.nat({ max: 200 }), ({ said, surroundings, asOf }, which, day) => {
        const right = said[which % Math.max(said.length, 1)]
        if (!right) return
        const at = said.indexOf(right)
        const wrong: Said = { ...right, on: `${daysAfter('2026-01-01', day)}T11:59:59.000Z` }
        const corrected = [...said.with(at, wrong), { ...right, corrects: at + 1 }]
        const now = findingsOf(courseFrom(corrected), surroundings, asOf)
        const first = findingsOf(courseFrom(said), surroundings, asOf)
        const asFirst = (id: string) => (id === idOf(said.length + 1) ? idOf(at + 1) : id)
        assert.deepEqual(
          now.map((each) => ({ ...each, entries: each.entries.map(asFirst) })),
          first,
        )
      }),
      { numRuns: 150 },
    )
  })
})

function checkFinding(finding: Finding, course: Course, { service }: Surroundings, asOf: string): void {
  const { clause, about, verdict, late, reason, entries, lapsesAt, month } = finding
  assert.ok(known.has(clause), clause)
  assert.ok(reason.length > 10 && !reason.includes('undefined'), `${clause}: ${reason}`)
  assert.ok(about === '' || course.standing(about)?.first === about, `${clause} is about ${about}`)
  for (const id of entries) assert.ok(course.standing(id) ?? service.standing(id), `${clause} rests on ${id}`)
  assert.equal(new Set(entries).size, entries.length)
  if (late) assert.equal(verdict, 'not-met')
  if (lapsesAt) assert.ok(verdict === 'not-yet-due' && lapsesAt >= asOf, `${clause} lapses at ${lapsesAt}`)
  if (month) assert.match(month, /^\d{4}-\d\d$/)
}
