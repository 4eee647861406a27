/** Stories on plain data: what is marked in a text, how it is parted, who is said to tell it. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hintsIn, markedText } from '#core/story/hints.ts'
import { paragraphsOf, tellerWords } from '#core/story/story.ts'

const kindsIn = (text: string) => hintsIn(text).map(({ kind, words }) => [kind, words])

describe('hints in a story', () => {
  it('mark telephone numbers as people write them', () => {
    for (const number of [
      '0113 496 0000',
      '07700 900123',
      '+44 7700 900123',
      '(020) 7946 0000',
      '01632-960-001',
      '960 001',
      '4960000',
    ])
      assert.deepEqual(kindsIn(`Ring ${number} and ask.`), [['telephone', number]], number)
  })

  it('mark an NHS number by its check digit, and no other ten digits as one', () => {
    assert.deepEqual(kindsIn('I am 999 000 0018 here'), [['nhs-number', '999 000 0018']])
    assert.deepEqual(kindsIn('I am 9990000018.'), [['nhs-number', '9990000018']])
    assert.equal(
      hintsIn('It was 999 000 0019 of them').some(({ kind }) => kind === 'nhs-number'),
      false,
    )
  })

  it('mark e-mail and web addresses, postcodes, and names with a title', () => {
    assert.deepEqual(kindsIn('Write to jo.bloggs+x@example.co.uk, or see www.example.org/a?b'), [
      ['e-mail', 'jo.bloggs+x@example.co.uk'],
      ['web', 'www.example.org/a?b'],
    ])
    assert.deepEqual(kindsIn('It stands on example.com today'), [['web', 'example.com']])
    assert.deepEqual(kindsIn('I live in LS1 3EX now'), [['postcode', 'LS1 3EX']])
    assert.deepEqual(kindsIn('Dr Smith and Sister Mary O’Neill; Professor J. B. Priestley came'), [
      ['name', 'Dr Smith'],
      ['name', 'Sister Mary O’Neill'],
      ['name', 'Professor J. B. Priestley'],
    ])
  })

  it('leave years, doses, ages and plain words alone', () => {
    for (const text of [
      'In 2023 I was 68 years old, and in 2024 it came back.',
      'They gave me 2,500 MBq; it took 90 minutes, 3 times.',
      'My sister came. The doctor was kind, and the nurse held my hand.',
      'It cost £12.50 to park from 10.30 to 16.45.',
      'I waited 6 weeks.It was long.Then it came',
    ])
      assert.deepEqual(kindsIn(text), [], text)
  })

  it('come in the order of the text, and the pieces make the text again', () => {
    const text = 'Dr Smith (0113 496 0000) wrote to a@example.org.'
    const pieces = markedText(text)
    assert.equal(pieces.map((piece) => piece.text).join(''), text)
    assert.deepEqual(
      pieces.flatMap(({ hint }) => (hint ? [hint.kind] : [])),
      ['name', 'telephone', 'e-mail'],
    )
  })

  it('are found in a long hostile text within a moment', () => {
    const began = performance.now()
    for (const text of [
      '0'.repeat(6000),
      'a.'.repeat(3000),
      '1 '.repeat(3000),
      'Dr A '.repeat(1200),
      '@a.'.repeat(2000),
    ])
      hintsIn(text)
    assert.ok(performance.now() - began < 2000)
  })
})

it('the paragraphs of a story are what an empty line parts', () => {
  assert.deepEqual(paragraphsOf('One\nstill one\r\n\r\n Two \n\n\n\nThree'), [
    'One\nstill one',
    'Two',
    'Three',
  ])
})

it('who tells it is never more than the name that they chose', () => {
  assert.equal(tellerWords('patient', null), 'Told by a patient, who would rather not be named')
  assert.equal(tellerWords('carer', 'Sam'), 'Told by Sam, somebody who cared for a patient')
})
