/** A case as people read it: its timeline, and each body as labels and values. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { courseOf } from '#core/pathway/course.ts'
import { detailLines, detailsOf } from '#core/pathway/details.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { timelineOf } from '#core/pathway/timeline.ts'
import type { Entry } from '#core/record/entry.ts'
import { erasure } from '#core/record/erasure.ts'
import {
  answer,
  booked,
  caseOf,
  consented,
  discharged,
  discussed,
  entriesOf,
  idOf,
  planned,
  referral,
  type Said,
  treated,
} from './case-of.ts'

function timelineFor(entries: readonly Entry[]) {
  return timelineOf(courseOf('case:test', entries), entries)
}

describe('a timeline', () => {
  const said: readonly Said[] = [
    referral('2026-02-02'),
    answer('2026-02-03'),
    discussed('2026-02-10'),
    booked('2026-02-11', '2026-03-12T09:00:00.000Z'),
    treated('2026-03-12'),
    discharged('2026-03-13'),
    booked('2026-04-01', '2026-04-12T09:00:00.000Z', { course: 2 }),
  ]

  it('is newest first, in runs of one stage; a series comes back to a stage', () => {
    const { groups, count } = timelineFor(entriesOf(said))
    assert.deepEqual(
      groups.map(({ stage, items }) => [stage, items.length]),
      [
        ['preparation', 1],
        ['recovery', 1],
        ['procedure', 1],
        ['preparation', 1],
        ['planning', 1],
        ['referral', 2],
      ],
    )
    assert.equal(count, 7)
    assert.match(groups.at(-1)?.items.at(-1)?.words ?? '', /^Referred for/)
  })

  it('lets a file join the run of stages that it falls into', () => {
    const file = (on: string): Said => ({
      kind: 'attachment',
      on,
      body: { title: 'Letter', type: 'application/pdf', bytes: 9, digest: '0'.repeat(64) },
    })
    const { groups } = timelineFor(
      entriesOf([
        referral('2026-02-02'),
        discussed('2026-02-10'),
        file('2026-02-11'),
        discussed('2026-02-12'),
        file('2026-02-13'),
      ]),
    )
    assert.deepEqual(
      groups.map(({ stage, items }) => [stage, items.length]),
      [
        ['planning', 4],
        ['referral', 1],
      ],
    )
  })

  it('shows a correction at its place, with each statement that it replaced to be opened', () => {
    const entries = entriesOf([
      referral('2026-02-02'),
      answer('2026-02-03'),
      { ...referral('2026-02-02', { ecog: '2' }), corrects: 1 },
      { ...referral('2026-02-02', { ecog: '3' }), corrects: 3 },
    ])
    const item = timelineFor(entries).groups[0]?.items[1]
    assert.equal(item?.id, idOf(4))
    assert.equal(item?.first, idOf(1))
    assert.deepEqual(
      item?.replaced.map(({ id, state }) => [id, state]),
      [
        [idOf(3), 'corrected'],
        [idOf(1), 'corrected'],
      ],
    )
    const course = courseOf('case:test', entries)
    for (const pressed of [1, 3, 4]) assert.equal(course.standing(idOf(pressed))?.entry, idOf(4))
  })

  it('says of an erased entry that it was erased, why, and by what right', () => {
    const entries = entriesOf([{ ...referral('2026-02-02'), erased: true }, answer('2026-02-03')])
    const reason = { entry: idOf(1), reason: 'Wrong patient', authority: 'Order of the court' }
    const erased = { ...entries[1], id: idOf(3), position: 3, kind: erasure.name, body: reason } as Entry
    const items = timelineFor([...entries, erased]).groups.flatMap((group) => group.items)
    assert.equal(items.length, 2)
    assert.equal(items[1]?.state, 'erased')
    assert.equal(items[1]?.words, 'Referral: its content was erased')
    assert.equal(items[1]?.erasure?.reason, 'Wrong patient')
    assert.equal(items[1]?.correctable, false)
  })
})

describe('details', () => {
  const course = caseOf(
    treated('2026-03-12'),
    planned('2026-03-13', 1, [
      { key: '1', what: 'clinic', by: 'Nurse', from: '2026-04-01', to: '2026-04-10' },
    ]),
  )
  const naming = { course, service: caseOf(), organisation: (code: string) => `Trust ${code}` }

  function linesOf(said: Said): readonly string[] {
    const body = JSON.parse(JSON.stringify(said.body))
    return detailLines(detailsOf(caseKindNamed(said.kind)?.fields ?? {}, body, naming))
  }

  it('have units, sides, names and days in words', () => {
    const lines = linesOf(
      treated('2026-03-12', {
        targets: [{ organ: 'liver', laterality: 'right', size: 32 }],
        radiation: { dap: 120.5, fluoroscopy: 14 },
      }),
    )
    for (const line of [
      'Procedure: Transarterial chemoembolisation (TACE)',
      'Operators 1: operator: Dr Ada Quill',
      'Targets 1: side: Right',
      'Targets 1: longest diameter: 32 mm',
      'Radiation: dose-area product: 120.5 Gy·cm²',
      'Duration: 80 minutes',
      'A complication during the procedure: No',
    ])
      assert.ok(lines.includes(line), `${line} is not in ${lines.join('\n')}`)
  })

  it('name organisations, moments on clocks of the United Kingdom, and earlier entries by their line', () => {
    assert.ok(linesOf(referral('2026-02-02')).includes('Referring organisation: Trust RXB02'))
    const plan = linesOf(booked('2026-02-12', '2026-06-12T08:30:00.000Z', { repeatOf: idOf(1) }))
    assert.ok(plan.includes('Day and time of the procedure: 12 June 2026, 09:30'))
    assert.ok(
      plan.includes(
        'Next of the series after: Transarterial chemoembolisation (TACE): technically successful (12 March 2026)',
      ),
    )
  })

  it('leave out what was not recorded, and keep the order of the form', () => {
    const lines = linesOf(consented('2026-02-20'))
    assert.deepEqual(
      lines.map((line) => line.split(':')[0]),
      ['The patient’s decision', 'Procedure', 'Covers', 'Who took it', 'As', 'Where', 'Interpreter'],
    )
  })
})
