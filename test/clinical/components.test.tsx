/** What a case page shows of lesions, liver function and dosimetry, read-only. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { courseOf } from '#core/pathway/course.ts'
import type { Entry } from '#core/record/entry.ts'
import { CrossCheck, DeliveredActivity } from '#web/components/clinical/cross-check.tsx'
import { LesionTable } from '#web/components/clinical/lesion-table.tsx'
import { LiverFunction } from '#web/components/clinical/liver-function.tsx'
import { changeWords } from '#web/components/clinical/numbers.ts'

interface Said {
  readonly kind: string
  readonly on: string
  readonly body: object
  readonly corrects?: string
}

/** Entries with the ids e1, e2 ... in the order given. */
function courseWith(...said: readonly Said[]) {
  const entries = said.map(
    ({ kind, on, body, corrects }, index): Entry => ({
      ...{ id: `e${index + 1}`, subject: 'case:1', position: index + 1, kind, version: 1 },
      ...{ occurredAt: `${on}T12:00:00.000Z`, recordedAt: `${on}T12:00:00.000Z`, author: 'person:1' },
      ...{ role: 'interventional-radiologist', organisation: 'ZTEST', body, corrects: corrects ?? null },
      ...{ bodyDigest: '', previous: '', digest: '' },
    }),
  )
  return courseOf('case:1', entries)
}

const scan = (on: string, diameter: number, more: object = {}): Said => ({
  ...{ kind: 'response-assessment', on },
  body: {
    ...{ baseline: false, criteria: 'recist-1.1', modality: 'ct', read: 'PR', specialist: true },
    ...{ reader: { name: 'Dr Reader' }, lesions: [{ key: 'A', organ: 'liver', kind: 'target', diameter }] },
    ...more,
  },
})
const baseline = { baseline: true, read: 'baseline' }

/** The words of what is rendered, with a bar between elements. */
const wordsOf = (node: ReactNode) =>
  renderToStaticMarkup(node)
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')

describe('the lesion table', () => {
  it('shows sizes, sum, changes, the response of the rule beside that of the reader, and the best', () => {
    const words = wordsOf(
      <LesionTable course={courseWith(scan('2026-01-10', 50, baseline), scan('2026-03-10', 30))} />,
    )
    for (const expected of [
      '|Lesions by RECIST 1.1, since 10 January 2026|',
      '|A: liver|50 mm|30 mm|',
      '|Sum of targets|50 mm|30 mm|',
      '|Change from the baseline|does not apply|−40.0%|',
      '|By the rule|does not apply|Partial response|',
      '|As read|does not apply|Partial response|',
      'Best response: partial response, 10 March 2026.',
    ])
      assert.ok(words.includes(expected), `${expected} is not in ${words}`)
  })

  it('says where what was recorded is not what the rule says since a baseline was corrected', () => {
    const course = courseWith(scan('2026-01-10', 50, baseline), scan('2026-03-10', 30, { computed: 'PR' }), {
      ...scan('2026-01-10', 35, baseline),
      corrects: 'e1',
    })
    assert.match(
      wordsOf(<LesionTable course={course} />),
      /the rule gave partial response: something before it/,
    )
  })

  it('gives each line a table with a name of its own, and one line where one is asked for', () => {
    const course = courseWith(
      scan('2026-01-10', 50, baseline),
      scan('2026-03-10', 30),
      scan('2026-06-10', 30, baseline),
      scan('2026-08-10', 40),
    )
    const captions = (node: ReactNode) =>
      [...renderToStaticMarkup(node).matchAll(/aria-label="([^"]+)"/g)].map((found) => found[1])
    const all = captions(<LesionTable course={course} />)
    assert.equal(new Set(all).size, 2)
    assert.deepEqual(captions(<LesionTable course={course} entry="e4" />), [all[1]])
  })

  it('says which scans cannot be compared, and shows nothing where there is no scan', () => {
    const words = wordsOf(<LesionTable course={courseWith(scan('2026-03-10', 30))} />)
    assert.match(words, /10 March 2026: There is no RECIST 1.1 baseline before this scan/)
    assert.equal(renderToStaticMarkup(<LesionTable course={courseWith()} />), '')
  })

  it('never rounds a change across a threshold', () => {
    assert.equal(changeWords(-0.2999), '−29.9%')
    assert.equal(changeWords(-0.3), '−30.0%')
    assert.equal(changeWords(0.19999), '+19.9%')
    assert.equal(changeWords((69.3 - 99) / 99), '−30.0%')
    assert.equal(changeWords(0), '0.0%')
    assert.equal(changeWords(null), 'not computable')
  })
})

describe('liver function', () => {
  it('says what there is and what is missing, and nothing where no test was recorded', () => {
    const words = wordsOf(<LiverFunction workUp={{ bilirubin: 17, albumin: 40 }} />)
    assert.match(words, /\|ALBI\|Grade 2, −2\.59\|/)
    assert.match(words, /\|MELD\|Not computable: INR and creatinine are missing\|/)
    assert.equal(renderToStaticMarkup(<LiverFunction workUp={{}} />), '')
  })
})

describe('the check of a plan', () => {
  const sirt = {
    ...{ mappingOn: '2026-01-20', device: 'resin', height: 170, weight: 70, lungShunt: 5 },
    ...{ liverVolume: 1300, tumourVolume: 200, treatedVolume: 1500, method: 'bsa', plannedActivity: 1.74 },
  }
  const workUp: Said = { kind: 'work-up', on: '2026-01-22', body: { sirt } }
  const booked: Said = {
    ...{ kind: 'booking', on: '2026-01-23' },
    body: {
      ...{ procedure: 'selective-internal-radiation-therapy', operator: { name: 'Dr Operator' } },
      plannedFor: '2026-04-03T09:00:00.000Z',
    },
  }

  it('is labelled, and says what has to be there before the hour that is booked', () => {
    const words = wordsOf(<CrossCheck course={courseWith(workUp, booked)} entry="e1" />)
    assert.match(words, /An independent check, not a prescription/)
    assert.match(words, /\|Agreement\|/)
    assert.match(
      words,
      /Booked for 3 April 2026, 10:00\. For 1\.74 GBq at that hour there have to be 2\.26 GBq 24 hours before/,
    )
  })

  it('names the last day to order by what the service says of its supply, and says when it says nothing', () => {
    const supply: Said = {
      ...{ kind: 'microsphere-supply', on: '2026-01-01' },
      body: { product: 'resin', workingDays: 4, closedOn: [{ day: '2026-03-31' }] },
    }
    const check = (service: ReturnType<typeof courseWith>) =>
      wordsOf(<CrossCheck course={courseWith(workUp, booked)} entry="e1" service={service} />)
    assert.match(check(courseWith(supply)), /The last day to order is 27 March 2026\./)
    const glass = { ...supply, body: { product: 'glass', workingDays: 4 } }
    assert.match(check(courseWith(glass)), /The day to order is not known: .* supply of resin microspheres\./)
  })

  it('shows nothing for a work-up without SIRT, and for what is no work-up', () => {
    const course = courseWith({ ...workUp, body: {} }, booked)
    assert.equal(renderToStaticMarkup(<CrossCheck course={course} entry="e1" />), '')
    assert.equal(renderToStaticMarkup(<CrossCheck course={course} entry="e2" />), '')
  })

  it('recomputes what each treatment delivered', () => {
    const activity = {
      calibrated: 2,
      calibratedAt: '2026-04-02T12:00:00.000Z',
      residual: 0.05,
      delivered: 1.6,
    }
    const course = courseWith(workUp, { kind: 'treatment', on: '2026-04-03', body: { activity } })
    const words = wordsOf(<DeliveredActivity course={course} />)
    assert.match(words, /\|3 April 2026\|1\.60 GBq\|1\.49 GBq\|\+7\.2%\|4\.0 Gy\|/)
    assert.equal(renderToStaticMarkup(<DeliveredActivity course={courseWith(workUp)} />), '')
  })
})
