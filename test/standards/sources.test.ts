/** The table of clauses in docs/sources.md says what the code does; each clause says how it is decided. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { caseKinds } from '#core/pathway/kinds.ts'
import { serviceKinds } from '#core/service/kinds.ts'
import { meansInWords } from '#core/standards/clause.ts'
import { STANDARDS } from '#core/standards/editions.ts'
import { rcr2013 } from '#core/standards/rcr-2013/standard.ts'
import { rcr2017 } from '#core/standards/rcr-2017.ts'
import { clausesOf } from '#core/standards/standard.ts'

const sources = readFileSync(join(import.meta.dirname, '../../docs/sources.md'), 'utf8')

/** Every clause that the document numbers in sections 3 to 7, and the parts that it has been put into. */
const numbers = [
  ...['3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '3.8', '3.9'],
  ...['4.1.1', '4.1.2', '4.1.3', '4.1.4', '4.1.5', '4.2.1', '4.2.2', '4.2.3', '4.3'],
  ...['4.4.1', '4.4.2', '4.4.3', '4.5.1', '4.5.2', '4.6', '4.7.1', '4.7.2'],
  ...['5.1', '5.2', '5.3', '5.4-plan', '5.4-adherence', '5.5'],
  ...['6.1', '6.2', '6.3', '6.4', '6.5-efficacy', '6.5-safety', '6.5-feedback', '6.6', '6.7'],
  ...['7.1', '7.2', '7.3', '7.4'],
]

describe('the clauses of the guidance', () => {
  it('are all there, in the order of the document, each once', () => {
    assert.deepEqual(
      clausesOf(rcr2013).map(({ number }) => number),
      numbers,
    )
  })

  it('are listed in docs/sources.md as the code decides them', () => {
    const rows = sources.split('\n').filter((line) => /^\| \d\.\d(\.\d)?(-[a-z]+)? \|/.test(line))
    const expected = clausesOf(rcr2013).map(
      (clause) => `| ${clause.number} | ${clause.asks} | ${meansInWords(clause)} | ${clause.how} |`,
    )
    assert.deepEqual(rows, expected)
  })

  it('are decided by what they say decides them', () => {
    for (const { number, means, ofCase, ofService } of clausesOf(rcr2013)) {
      assert.equal(means.includes('case'), ofCase !== undefined, number)
      assert.equal(
        means.includes('service') || means.includes('attestation'),
        ofService !== undefined,
        number,
      )
    }
  })

  it('include every clause for which a kind says that it is evidence', () => {
    const known = new Set(numbers.map((number) => number.replace(/-.*/, '')))
    for (const { name, clauses } of [...caseKinds, ...serviceKinds]) {
      for (const clause of clauses) {
        if (/^[3-7]\./.test(clause)) assert.ok(known.has(clause), `${name} names ${clause}`)
      }
    }
  })

  it('of the second edition are not judged, for nobody has read them', () => {
    assert.deepEqual(
      STANDARDS.map(({ id }) => id),
      ['rcr-2013', 'rcr-2017'],
    )
    for (const { clauses, notRead } of rcr2017.sections) {
      assert.equal(clauses.length, 0)
      assert.ok(notRead)
    }
  })
})
