/** Data queries: what each rule finds, from when, what answers it, and how it ends. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueOf } from '#core/pathway/due.ts'
import { agreementOf } from '#core/registry/quality/agreement.ts'
import { ascertainmentOf } from '#core/registry/quality/ascertainment.ts'
import { queriesOf } from '#core/registry/quality/queries.ts'
import type { QueryRule } from '#core/registry/quality/rules.ts'
import { drawSample } from '#core/registry/quality/sample.ts'
import {
  assessed,
  caseOf,
  idOf,
  type Said,
  serviceOf,
  surroundingsWith,
  treated,
} from '../pathway/case-of.ts'

const ada = { name: 'Ada Example' }
const on = (rule: QueryRule, ...said: readonly Said[]) =>
  queriesOf(caseOf(...said)).filter((each) => each.rule === rule)
const done = treated('2026-01-05')
const contact = (day: string, how = 'telephone', more: object = {}): Said => ({
  kind: 'follow-up-contact',
  on: day,
  body: { how, by: ada, findings: 'Well', ...more },
})
const died = (day: string, relation = 'no', more: object = {}): Said => ({
  kind: 'death',
  on: day,
  body: { cause: 'Cancer', relation, ...more },
})
const complication = (day: string, more: object = {}): Said => ({
  kind: 'complication',
  on: day,
  body: {
    treatment: idOf(1),
    what: 'Bleeding',
    cirse: '3',
    relation: 'likely',
    management: 'Transfusion',
    outcome: 'resolved',
    ...more,
  },
})

describe('whether the patient is alive', () => {
  it('is asked four weeks after day 90, until something shows it', () => {
    const [asked, more] = on('alive-at-90', done)
    assert.equal(more, undefined)
    assert.equal(asked?.about, idOf(1))
    assert.equal(
      asked?.opensAt,
      '2026-05-02T23:00:00.000Z',
      'day 118, as the day begins in the United Kingdom',
    )
    assert.deepEqual(asked?.answer, { record: 'follow-up-contact' })
    assert.equal(on('alive-at-90', done, contact('2026-04-04')).length, 1, 'day 89 is too early')
    assert.deepEqual(on('alive-at-90', done, contact('2026-04-05')), [])
    assert.equal(on('alive-at-90', done, contact('2026-04-05', 'not-reached')).length, 1)
    assert.deepEqual(on('alive-at-90', done, assessed('2026-04-20')), [])
    assert.deepEqual(on('alive-at-90', done, died('2026-02-01')), [])
  })

  it('is asked once of a series, after its last session; after a year of disease-modifying treatments alone', () => {
    assert.deepEqual(
      on('alive-at-90', done, treated('2026-02-16', { course: 2 })).map(({ about }) => about),
      [idOf(2)],
    )
    assert.equal(on('alive-at-365', done, contact('2026-04-05')).length, 1)
    const supportive = treated('2026-01-05', { intent: 'supportive' })
    assert.deepEqual(on('alive-at-365', supportive), [])
    assert.deepEqual(on('alive-at-90', supportive), [])
    assert.equal(
      on('alive-at-30', supportive)[0]?.words,
      'Alive 30 days after transarterial chemoembolisation (TACE)?',
    )
    assert.deepEqual(on('alive-at-30', supportive, contact('2026-02-04')), [])
    assert.deepEqual(on('alive-at-30', done), [])
  })
})

describe('what is missing', () => {
  it('a baseline, where lesions were measured after treatment', () => {
    const lesions = [{ key: 'A', organ: 'liver', kind: 'target', diameter: 20 }]
    const later = assessed('2026-03-20', { criteria: 'mrecist', lesions })
    const [asked] = on('baseline-missing', done, later)
    assert.equal(asked?.about, idOf(2))
    assert.deepEqual(asked?.answer, { record: 'response-assessment' })
    const before = assessed('2026-01-02', { criteria: 'mrecist', lesions, baseline: true, read: 'baseline' })
    assert.deepEqual(on('baseline-missing', done, later, before), [])
    assert.deepEqual(on('baseline-missing', done, assessed('2026-03-20')), [])
  })

  it('the size of a target of a disease-modifying treatment', () => {
    const without = { targets: [{ organ: 'liver' }] }
    assert.equal(on('tumour-size-missing', treated('2026-01-05', without))[0]?.answer, 'correction')
    assert.deepEqual(
      on('tumour-size-missing', treated('2026-01-05', { ...without, intent: 'supportive' })),
      [],
    )
    assert.deepEqual(on('tumour-size-missing', done), [])
  })
})

describe('what contradicts', () => {
  it('a complication that is death, and no death; a death of the treatment, and no such complication', () => {
    const fatal = complication('2026-01-08', { cirse: '6', outcome: 'died' })
    assert.equal(on('death-not-recorded', done, fatal).length, 1)
    assert.deepEqual(
      on('death-not-recorded', done, fatal, died('2026-01-08', 'yes', { treatment: idOf(1) })),
      [],
    )
    assert.equal(
      on('death-without-complication', done, died('2026-01-08', 'yes', { treatment: idOf(1) })).length,
      1,
    )
    assert.deepEqual(on('death-without-complication', done, died('2026-01-08')), [])
  })

  it('a review without complication after one was recorded, not before it', () => {
    const review = (day: string): Said => ({
      kind: 'safety-review',
      on: day,
      body: { treatment: idOf(1), noComplication: 'none' },
    })
    assert.equal(on('no-complication-but', done, complication('2026-01-08'), review('2026-02-05')).length, 1)
    assert.deepEqual(on('no-complication-but', done, complication('2026-02-08'), review('2026-02-05')), [])
  })

  it('a response that is read otherwise than its measurements come to', () => {
    const measured = (day: string, diameter: number, more: object) =>
      assessed(day, {
        criteria: 'recist-1.1',
        lesions: [{ key: 'A', organ: 'liver', kind: 'target', diameter }],
        ...more,
      })
    const baseline = measured('2026-01-02', 40, { baseline: true, read: 'baseline' })
    const shrunk = (read: string) => measured('2026-03-20', 20, { read })
    assert.deepEqual(on('response-differs', done, baseline, shrunk('PR')), [])
    const [asked] = on('response-differs', done, baseline, shrunk('SD'))
    assert.equal(asked?.words, 'Read as SD, by the measurements PR')
    assert.equal(asked?.about, idOf(3))
  })

  it('relief with a higher score on the same day', () => {
    const score = (day: string, value: number, moment: 'before' | 'after'): Said => ({
      kind: 'symptom-score',
      on: day,
      body: {
        symptom: 'pain',
        scale: 'nrs-0-10',
        value,
        moment,
        ...(moment === 'after' ? { treatment: idOf(1) } : {}),
      },
    })
    const said = (value: number) => [
      done,
      score('2026-01-04', 5, 'before'),
      score('2026-01-20', value, 'after'),
      contact('2026-01-20', 'clinic', { relief: 'better' }),
    ]
    assert.equal(on('relief-against-score', ...said(7))[0]?.words, 'Better, with a score of 7 after 5')
    assert.deepEqual(on('relief-against-score', ...said(5)), [])
  })
})

describe('what cannot well be', () => {
  it('follow-up before the treatment that it names', () => {
    const [asked] = on('before-treatment', done, complication('2026-01-04'))
    assert.equal(asked?.words, 'Complication of 4 January 2026, and the treatment was on 5 January 2026')
    assert.deepEqual(on('before-treatment', done, complication('2026-01-05')), [])
  })

  it('somebody seen alive after death', () => {
    assert.equal(on('after-death', done, died('2026-02-01'), contact('2026-02-02')).length, 1)
    assert.deepEqual(on('after-death', done, died('2026-02-01'), contact('2026-02-01')), [])
    assert.deepEqual(on('after-death', done, died('2026-02-01'), contact('2026-02-02', 'not-reached')), [])
  })

  it('a number outside of what its field says is usual, also within lists', () => {
    const huge = treated('2026-01-05', { targets: [{ organ: 'liver', size: 320 }] })
    assert.equal(
      on('unusual-value', huge)[0]?.words,
      'Treatment: Longest diameter 320 mm, usually 3 to 200 mm',
    )
    assert.deepEqual(on('unusual-value', done), [])
  })
})

describe('how a query ends', () => {
  const close = (rule: string, about: number, more: object = {}): Said => ({
    kind: 'data-query-closed',
    on: '2026-06-01',
    body: { rule, about: idOf(about), how: 'not-known', why: 'Moved abroad', ...more },
  })

  it('is closed with a reason, until the entry that it is about is corrected', () => {
    const huge = treated('2026-01-05', { targets: [{ organ: 'liver', size: 320 }] })
    assert.deepEqual(on('unusual-value', huge, close('unusual-value', 1)), [])
    assert.equal(on('unusual-value', huge, close('alive-at-90', 1)).length, 1, 'of another rule')
    const again: Said = {
      ...treated('2026-01-05', { targets: [{ organ: 'liver', size: 330 }] }),
      corrects: 1,
    }
    assert.equal(on('unusual-value', huge, close('unusual-value', 1), again).length, 1)
  })

  it('a colleague’s question stays until it is closed', () => {
    const question: Said = {
      kind: 'data-query',
      on: '2026-03-01',
      body: { question: 'Which segment?', of: ada },
    }
    const [asked] = on('asked', done, question)
    assert.equal(asked?.words, 'Which segment?')
    assert.equal(asked?.by, 'Ada Example')
    const answered: Said = {
      kind: 'data-query-closed',
      on: '2026-03-02',
      body: { rule: 'asked', question: idOf(2), how: 'answered', why: 'Segment 8' },
    }
    assert.deepEqual(on('asked', done, question, answered), [])
  })

  it('is work of the treating organisation, 28 days long', () => {
    const due = dueOf(caseOf(done), surroundingsWith(undefined, [])).find(
      ({ rule }) => rule === 'alive-at-90',
    )
    assert.equal(due?.list, 'data-query')
    assert.equal(due?.dueAt, '2026-05-31T22:59:59.999Z')
    assert.equal(due?.key, `data-query:alive-at-90:${idOf(1)}`)
  })
})

describe('a validation sample', () => {
  const ids = Array.from({ length: 50 }, (_, at) => `case-${at}`)

  it('is drawn again by anybody with its seed, whatever the order of the cases', () => {
    const drawn = drawSample(ids, 10, 'a')
    assert.equal(new Set(drawn).size, 10)
    assert.deepEqual(drawSample(ids.toReversed(), 10, 'a'), drawn)
    assert.notDeepEqual(drawSample(ids, 10, 'b'), drawn)
    assert.deepEqual(drawSample(ids, 80, 'a').length, 50)
  })

  it('draws each case about as often as any other', () => {
    const times = new Map(ids.map((id) => [id, 0]))
    for (let seed = 0; seed < 1000; seed++)
      for (const id of drawSample(ids, 10, `seed ${seed}`)) times.set(id, (times.get(id) ?? 0) + 1)
    for (const [id, count] of times) assert.ok(count > 140 && count < 260, `${id} was drawn ${count} times`)
  })

  it('says of each item how many agree, of those found in the source', () => {
    const sample: Said = {
      kind: 'validation-sample',
      on: '2026-04-01',
      body: { from: '2026-01-01', to: '2026-03-31', seed: 'a', of: 3, cases: [{ id: 'x' }, { id: 'y' }] },
    }
    const result = (id: string, technicalSuccess: string): Said => ({
      kind: 'validation-result',
      on: '2026-04-02',
      body: {
        sample: '00000000-0000-7000-8000-000000001001',
        case: id,
        source: 'notes',
        ...{ procedure: 'agrees', operator: 'agrees', technicalSuccess, complications: 'not-in-source' },
        ...{ response: 'not-applicable', vitalStatus: 'agrees' },
      },
    })
    const agreement = agreementOf(serviceOf(sample, result('x', 'agrees'), result('y', 'differs')))
    const of = (item: string) => agreement.find((each) => each.item === item)
    assert.deepEqual([of('technicalSuccess')?.agrees, of('technicalSuccess')?.compared], [1, 2])
    assert.deepEqual([of('complications')?.compared, of('complications')?.notInSource], [0, 2])
    assert.equal(of('complications')?.share.estimate, null)
    assert.equal(of('procedure')?.share.estimate, 1)
  })
})

describe('ascertainment', () => {
  it('sets the registry’s sessions beside another count, by procedure and period', () => {
    const count: Said = {
      kind: 'activity-count',
      on: '2026-04-01',
      body: {
        source: 'ris',
        from: '2026-01-01',
        to: '2026-03-31',
        counts: [
          { procedure: 'nephrostomy', count: 4 },
          { procedure: 'liver-ablation', count: 0 },
        ],
      },
    }
    const sessions = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((day) => ({
      procedure: 'nephrostomy',
      on: day,
    }))
    const rows = ascertainmentOf(serviceOf(count), sessions)
    assert.deepEqual(
      rows.map(({ procedure, counted, registered, share }) => [procedure, counted, registered, share]),
      [
        ['nephrostomy', 4, 2, 0.5],
        ['liver-ablation', 0, 0, null],
      ],
    )
  })
})
