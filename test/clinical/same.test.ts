/** What the form says while one types is what the record will say: the same typed strings, both ways. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { liverFunction } from '#core/clinical/liver-function.ts'
import { crossCheck } from '#core/dosimetry/cross-check.ts'
import { responseAssessment } from '#core/pathway/kinds/follow-up.ts'
import { workUp } from '#core/pathway/kinds/planning.ts'
import { assessedIn, computedResponse, type ResponseBody } from '#core/response/over-course.ts'
import fc from '#test/support/properties.ts'
import { liveCheck } from '#web/components/clinical/check-live.ts'
import { checkSheets } from '#web/components/clinical/check-view.ts'
import { liveLesions } from '#web/components/clinical/lesion-live.ts'
import { categoryWords } from '#web/components/clinical/lesion-view.ts'
import { liveLiver, liverSheet } from '#web/components/clinical/liver-view.ts'
import { typedFrom } from '#web/components/clinical/typed-form.ts'
import { noFacts } from '#web/components/kind-form/facts.ts'
import { postedOf } from '#web/components/kind-form/posted.ts'
import { readKindForm } from '#web/components/kind-form/read.ts'
import { courseWithBaseline } from './form-page.tsx'

const often = (fields: Readonly<Record<string, string>>) =>
  postedOf(Object.entries(fields).filter(([, value]) => value !== ''))
const size = fc.oneof(
  fc.integer({ min: 0, max: 900 }).map((tenths) => String(tenths / 10)),
  fc.constantFrom('28', '28 mm', ' 40 ', '.5', '1 000', '12,5', 'large', '', '0', '48.0', '600', '-3'),
)
const kind = fc.constantFrom('target', 'target-node', 'non-target', 'new')
const row = fc.record({
  key: fc.constantFrom('A', 'A', 'A', 'B', ' A '),
  organ: fc.constantFrom('liver', 'lung', 'lymph-node'),
  kind: fc.oneof({ weight: 3, arbitrary: fc.constant('target') }, { weight: 1, arbitrary: kind }),
  diameter: size,
  state: fc.constantFrom('', '', 'gone', 'present', 'progressed', 'not-evaluated'),
})

describe('a response assessment', () => {
  it('says while one types what it will say once recorded, wherever the form is accepted', () => {
    let accepted = 0
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('recist-1.1', 'mrecist'),
        (rows, criteria) => {
          const fields: Record<string, string> = {
            ...{
              baseline: 'no',
              criteria,
              modality: 'ct',
              read: 'SD',
              specialist: 'yes',
              reader: 'Dr Reader',
            },
          }
          rows.forEach((each, i) => {
            for (const [name, value] of Object.entries(each)) fields[`lesions.${i}.${name}`] = value
          })
          const posted = often(fields)
          const { body, problems } = readKindForm(responseAssessment, posted, noFacts)
          const { statement } = liveLesions(assessedIn(courseWithBaseline), typedFrom(posted))
          assert.doesNotMatch(statement, /NaN|undefined|Infinity/)
          if (problems.length > 0) return
          accepted++
          const computed = computedResponse(courseWithBaseline, { body: body as ResponseBody })
          if (computed) assert.ok(statement.includes(categoryWords(computed).toLowerCase()), statement)
          else assert.match(statement, /No response by the rule|cannot be compared/)
        },
      ),
      { numRuns: 500 },
    )
    assert.ok(accepted > 50, `only ${accepted} of 500 forms were accepted`)
  })
})

describe('a work-up', () => {
  const number = (...values: readonly string[]) => fc.constantFrom('', ...values)

  it('says while one types what it will say once recorded, wherever the form is accepted', () => {
    const typed = fc.record({
      bilirubin: number('17', '60 µmol/L', '1000'),
      albumin: number('40', '29', '26 g/L'),
      inr: number('1.1', '2'),
      creatinine: number('88.4', '400'),
      sodium: number('131', '140'),
      dialysed: number('yes', 'no'),
      ascites: number('none', 'controlled'),
      encephalopathy: number('none', '1-2'),
      childPughAlbuminCutOff: number('28', '30'),
    })
    fc.assert(
      fc.property(typed, (fields) => {
        const posted = often({ imaging: 'ct', result: 'suitable', ...fields })
        const { body, problems } = readKindForm(workUp, posted, noFacts)
        assert.deepEqual(problems, [])
        const live = liveLiver(typedFrom(posted))
        if (typeof live[0] === 'string') return
        assert.deepEqual(live, [liverSheet(liverFunction(body as never))])
      }),
    )
  })

  it('checks a plan while one types as it will be checked once recorded', () => {
    const sirt = {
      ...{ 'mappingOn-day': '1', 'mappingOn-month': '2', 'mappingOn-year': '2026', device: 'glass' },
      ...{ height: '170 cm', weight: '70', lungShunt: '5 %', liverVolume: '1 300', tumourVolume: '200' },
      ...{
        treatedVolume: '1500',
        tumourToNormal: '5',
        method: 'single',
        targetDose: '120',
        plannedActivity: '3.79',
      },
      physicist: 'Dr Physicist',
    }
    const fields = Object.fromEntries(Object.entries(sirt).map(([name, value]) => [`sirt.${name}`, value]))
    const posted = often({ imaging: 'ct', result: 'suitable', ...fields })
    const facts = { ...noFacts, procedure: 'selective-internal-radiation-therapy' }
    const { body, problems } = readKindForm(workUp, posted, facts)
    assert.deepEqual(problems, [])
    const recorded = crossCheck((body as { sirt: Parameters<typeof crossCheck>[0] }).sirt)
    assert.deepEqual(liveCheck(typedFrom(posted), 0, 0).sheets, checkSheets(recorded).slice(1))
    assert.equal(recorded.verdict, 'agrees')
  })

  it('says what the check still needs', () => {
    assert.deepEqual(liveCheck({}, 0, 0), { statement: '', sheets: [] })
    const { statement } = liveCheck(
      { 'sirt.height': '170', 'sirt.device': 'resin', 'sirt.method': 'bsa' },
      0,
      0,
    )
    assert.match(
      statement,
      /^The check of the plan needs weight, lung shunt fraction, .* and activity planned\.$/,
    )
  })
})
