/** What forms send, read: every kind there and back, and whatever people type or paste. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseKindNamed, caseKinds } from '#core/pathway/kinds.ts'
import { serviceKinds } from '#core/service/kinds.ts'
import fc from '#test/support/properties.ts'
import type { FormFacts } from '#web/components/kind-form/facts.ts'
import { readDay, readMoment, typedTimeOf } from '#web/components/kind-form/moment.ts'
import { readNumber } from '#web/components/kind-form/number.ts'
import {
  isFilled,
  isWithin,
  nothingPosted,
  type Posted,
  postedOf,
  rowsAt,
  withRows,
} from '#web/components/kind-form/posted.ts'
import { readKindForm } from '#web/components/kind-form/read.ts'
import { afterRowButton } from '#web/components/kind-form/rows.ts'
import { tidyLine, tidyLines } from '#web/components/kind-form/tidy.ts'
import { formOf } from '#web/components/kind-form/values.ts'
import { bodyOf, facts } from './bodies.ts'

const kindNamed = (name: string) => {
  const kind = caseKindNamed(name)
  assert.ok(kind, name)
  return kind
}
const posted = (fields: Readonly<Record<string, string>>): Posted => postedOf(Object.entries(fields))

describe('a kind’s form', () => {
  for (const kind of [
    ...caseKinds.filter(({ offered }) => offered),
    ...serviceKinds.filter(({ offered }) => offered),
  ]) {
    it(`reads the ${kind.name} that it shows`, () => {
      fc.assert(
        fc.property(bodyOf(kind), (body) => {
          fc.pre(kind.schema.safeParse(body).success)
          const sent = formOf(kind.fields, body, facts)
          const { body: read, problems } = readKindForm(kind, sent, facts)
          assert.deepEqual(problems, [])
          assert.deepEqual(read, body)
        }),
        { numRuns: 60 },
      )
    })

    it(`asks for what a ${kind.name} needs, once and in the order of its fields, when nothing is filled in`, () => {
      const { problems } = readKindForm(kind, nothingPosted, facts)
      assert.ok(problems.length > 0)
      assert.equal(new Set(problems.map(({ field }) => field)).size, problems.length)
    })
  }

  it('says in words what is missing, not with a label that says nothing alone', () => {
    for (const kind of caseKinds.filter(({ offered }) => offered))
      for (const { field, words } of readKindForm(kind, nothingPosted, facts).problems)
        assert.doesNotMatch(words, /an answer: \w+( read)?$/, `${kind.name} ${field}`)
    const words = (kind: string, field: string) =>
      readKindForm(kindNamed(kind), nothingPosted, facts).problems.find((each) => each.field === field)?.words
    assert.equal(words('discharge', 'to'), 'Select where the patient went')
    assert.equal(words('complication', 'what'), 'Enter what happened')
  })

  it('asks of a list’s empty first row what the row needs, and names the row where there are several', () => {
    const one = readKindForm(kindNamed('treatment'), nothingPosted, facts).problems
    assert.ok(one.some(({ field, words }) => field === 'targets.0.organ' && words === 'Select the organ'))
    const two = readKindForm(
      kindNamed('treatment'),
      posted({ 'targets.0.organ': 'liver', 'targets.4.size': '12' }),
      facts,
    )
    assert.ok(
      two.problems.some(
        ({ field, words }) => field === 'targets.1.organ' && words === 'Select the organ (target 2)',
      ),
    )
    assert.equal(two.posted.get('targets.1.size')?.[0], '12')
  })

  it('does not drop words that were typed where nothing is asked', () => {
    const sent = posted({ answer: 'accepted', reason: 'No bed' })
    const { problems } = readKindForm(kindNamed('referral-answer'), sent, facts)
    assert.deepEqual(problems, [
      {
        field: 'reason',
        words: 'Reason for refusal is not asked with what you chose: clear it, or choose otherwise',
      },
    ])
  })

  it('leaves out what belongs to another technique', () => {
    const ablation: FormFacts = { ...facts, procedure: 'liver-ablation' }
    const sent = posted({ imaging: 'ct', result: 'suitable', 'sirt.height': '170' })
    const { body, problems } = readKindForm(kindNamed('work-up'), sent, ablation)
    assert.deepEqual(problems, [])
    assert.deepEqual(body, { imaging: ['ct'], result: 'suitable' })
  })

  it('stops at what is impossible, beside the field', () => {
    const sent = posted({ imaging: 'ct', result: 'suitable', albumin: '4.1' })
    const { problems } = readKindForm(kindNamed('work-up'), sent, facts)
    assert.deepEqual(problems, [
      { field: 'albumin', words: 'Albumin has to be between 5 and 80 g/L. Did you mean 41 g/L?' },
    ])
  })

  it('reads a code without its capitals or its dot, and refuses what is no code as it was typed', () => {
    const read = (code: string) =>
      readKindForm(kindNamed('referral'), posted({ 'tumour.icd10': code }), facts)
    for (const code of ['c22.0', 'C220', ' c22 .0 ']) {
      const { body, problems } = read(code)
      assert.equal((body as { tumour: { icd10: string } }).tumour.icd10, 'C22.0', code)
      assert.ok(!problems.some(({ field }) => field === 'tumour.icd10'), code)
    }
    assert.ok(read('liver').problems.some(({ field }) => field === 'tumour.icd10'))
  })

  it('takes ‘None’ alone', () => {
    const read = (...ticked: readonly string[]) =>
      readKindForm(
        kindNamed('referral'),
        postedOf(ticked.map((value): [string, string] => ['earlierTreatment', value])),
        facts,
      ).problems.filter(({ field }) => field === 'earlierTreatment')
    assert.match(read('none', 'chemotherapy')[0]?.words ?? '', /‘None’ cannot be ticked beside anything else/)
    assert.deepEqual(read('none'), [])
    assert.deepEqual(read('surgery', 'chemotherapy'), [])
  })

  it('refuses ten thousand characters with their number', () => {
    const sent = posted({ how: 'clinic', by: 'Sam', findings: 'ab '.repeat(3334) })
    const { problems } = readKindForm(kindNamed('follow-up-contact'), sent, facts)
    assert.deepEqual(problems, [
      { field: 'findings', words: 'Findings has 10,001 characters: it can have 2,000 at most' },
    ])
  })

  it('reads rubbish in every field without breaking, and says where it is', () => {
    for (const kind of caseKinds.filter(({ offered }) => offered)) {
      fc.assert(
        fc.property(bodyOf(kind), fc.string(), (body, rubbish) => {
          const sent = new Map(
            [...formOf(kind.fields, body, facts)].map(([name]) => [name, [rubbish, '\u0000<x>']]),
          )
          const { problems } = readKindForm(kind, sent, facts)
          for (const { field, words } of problems) assert.ok(field !== '' && words !== '')
        }),
        { numRuns: 20 },
      )
    }
  })

  it('adds a row and takes one away without touching the others', () => {
    const sent = posted({ 'targets.0.organ': 'liver', 'targets.2.organ': 'lung', _do: 'add targets' })
    const more = afterRowButton(sent)
    assert.equal(more?.get('targets.1.organ')?.[0], 'lung')
    assert.ok(more?.has('targets.2'))
    const fewer = afterRowButton(
      posted({ 'targets.0.organ': 'liver', 'targets.2.organ': 'lung', _do: 'remove targets.0' }),
    )
    assert.equal(fewer?.get('targets.0.organ')?.[0], 'lung')
    assert.equal(fewer?.has('targets.1.organ'), false)
    assert.equal(afterRowButton(posted({ _do: 'send' })), null)
  })
})

describe('what a form holds', () => {
  const path = fc
    .array(fc.constantFrom('a', 'ab', '0', '1', '12', '007', '1234', '_do'), { minLength: 1, maxLength: 4 })
    .chain((steps) =>
      fc
        .array(fc.constantFrom('.', '-'), { minLength: steps.length, maxLength: steps.length })
        .map((signs) => steps.map((step, place) => (place === 0 ? step : signs[place] + step)).join('')),
    )
  const pairs = fc.array(fc.tuple(path, fc.constantFrom('', ' ', 'x')), { maxLength: 12 })

  it('is found at a path where any name at it or below it has a value', () => {
    fc.assert(
      fc.property(pairs, path, (sent, asked) => {
        const isAny = sent.some(([name, value]) => value.trim() !== '' && isWithin(name, asked))
        assert.equal(isFilled(postedOf(sent), asked), isAny)
      }),
    )
  })

  it('has the rows that its names have, in order, empty ones too', () => {
    fc.assert(
      fc.property(pairs, path, (sent, asked) => {
        const below = sent.map(([name]) => (name.startsWith(`${asked}.`) ? name.slice(asked.length + 1) : ''))
        const rows = below.flatMap((rest) => /^(\d{1,3})(?:[.-]|$)/.exec(rest)?.[1] ?? []).map(Number)
        assert.deepEqual(
          rowsAt(postedOf(sent), asked),
          [...new Set(rows)].sort((one, other) => one - other),
        )
      }),
    )
  })

  it('stays as it is where its rows are', () => {
    const sent = posted({ 'targets.0.organ': 'liver', 'targets.1.organ': '', other: 'x' })
    assert.equal(withRows(sent, 'targets', [0, 1]), sent)
    assert.deepEqual([...withRows(sent, 'targets', [1]).keys()], ['targets.0.organ', 'other'])
  })
})

describe('a number', () => {
  const cases: readonly [string, string | undefined, number | string][] = [
    ['12', 'mm', 12],
    [' 1.5 ', 'GBq', 1.5],
    ['.5', undefined, 0.5],
    ['12 500', undefined, 12_500],
    ['−3', undefined, -3],
    ['3.2 GBq', 'GBq', 3.2],
    ['3.2GBQ', 'GBq', 3.2],
    ['40 min', 'minutes', 40],
    ['3200 MBq', 'GBq', 'it is asked in GBq: 3200 MBq would be 3.2 GBq'],
    ['20 mmol/L', 'µmol/L', 'it is asked in µmol/L: 20 mmol/L would be 20000 µmol/L'],
    ['1,5', 'GBq', 'write decimals with a point, as in 1.5'],
    ['1,500', 'GBq', 'write 1500 or 1.5: 1,500 can mean either'],
    ['1,500.5', undefined, 'write it without commas'],
    ['12-15', undefined, 'write the number alone'],
    ['<5', undefined, 'write it as a number in figures, such as 12 or 1.5'],
    ['1e3', undefined, 'write the number alone'],
    ['two', undefined, 'write it as a number in figures, such as 12 or 1.5'],
    ['12 5', undefined, 'write it as a number in figures, such as 12 or 1.5'],
    ['1234567890123456', undefined, 'at most 15 figures'],
  ]
  for (const [typed, unit, expected] of cases)
    it(`is read or refused as typed: ${typed} in ${unit ?? 'no unit'}`, () => {
      const read = readNumber(typed, unit)
      assert.equal('number' in read ? read.number : read.refused, expected)
    })
})

describe('a day and a time of day', () => {
  it('is read from three boxes or whole from the first', () => {
    for (const whole of [
      '3/11/2026',
      '03.11.26',
      '3 Nov 2026',
      '3 November 2026',
      '2026-11-03',
      '3rd Nov 26',
    ])
      assert.deepEqual(readDay({ day: whole, month: '', year: '' }), { value: '2026-11-03' }, whole)
    assert.deepEqual(readDay({ day: '3', month: 'nov', year: '26' }), { value: '2026-11-03' })
    assert.deepEqual(readDay({ day: '31', month: '2', year: '2026' }), {
      refused: 'there is no such day in the calendar',
    })
    for (const year of ['0000', '0026'])
      assert.deepEqual(readDay({ day: '1', month: '1', year }), {
        refused: 'there is no such day in the calendar',
      })
    assert.deepEqual(readDay({ day: '3', month: '', year: '2026' }), { refused: 'it has to have a month' })
  })

  it('is in the United Kingdom’s time, winter and summer', () => {
    assert.deepEqual(readMoment('2026-01-15', '14:05'), { value: '2026-01-15T14:05:00.000Z' })
    assert.deepEqual(readMoment('2026-07-15', '2.05pm'), { value: '2026-07-15T13:05:00.000Z' })
    assert.deepEqual(readMoment('2026-07-15', '1405'), { value: '2026-07-15T13:05:00.000Z' })
    assert.ok('refused' in readMoment('2026-07-15', '25:00'))
    assert.ok('refused' in readMoment('2026-07-15', '14'))
  })

  it('is refused where the clocks skipped it, and asked for more where they showed it twice', () => {
    assert.match(JSON.stringify(readMoment('2026-03-29', '01:30')), /went forward/)
    assert.match(JSON.stringify(readMoment('2026-10-25', '01:30')), /twice/)
    assert.deepEqual(readMoment('2026-10-25', '01:30 BST'), { value: '2026-10-25T00:30:00.000Z' })
    assert.deepEqual(readMoment('2026-10-25', '01:30 GMT'), { value: '2026-10-25T01:30:00.000Z' })
    assert.equal(typedTimeOf('2026-10-25T01:30:00.000Z'), '01:30 GMT')
    assert.equal(typedTimeOf('2026-07-15T13:05:00.000Z'), '14:05')
  })
})

describe('pasted text', () => {
  it('keeps every word of a table from Word, its cells apart', () => {
    const pasted =
      'Drug\tDose\r\nDoxorubicin\t75\u00a0mg\r\n\r\n\r\n“Smart” quotes\u0007and\u000bbreaks\u00ad'
    assert.equal(tidyLines(pasted), 'Drug | Dose\nDoxorubicin | 75 mg\n\n“Smart” quotes | and\nbreaks')
    assert.equal(tidyLine('O\u0092Hara\tof\r\nLeeds'), 'O’Hara of Leeds')
  })

  it('keeps every word of anything', () => {
    const wordsOf = (text: string) => text.match(/[A-Za-z]+/g) ?? []
    const signs = fc.constantFrom(
      'a',
      'Bc',
      '\t',
      '\r\n',
      ' ',
      '\u00a0',
      '\u0007',
      '\u000b',
      '“',
      '|',
      '\u2028',
    )
    fc.assert(
      fc.property(fc.array(signs), (parts) => {
        const text = parts.join('')
        assert.deepEqual(wordsOf(tidyLines(text)), wordsOf(text))
        assert.equal(tidyLines(tidyLines(text)), tidyLines(text))
      }),
    )
  })
})

describe('marks that turn the direction of writing', () => {
  it('are taken out, for they could reverse the figures of a dose', () => {
    assert.equal(tidyLine('given \u202e05\u202c mg \u2067x\u2069'), 'given 05 mg x')
    assert.equal(tidyLines('a\u200fb\nc'), 'ab\nc')
  })
})
