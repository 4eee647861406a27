/** The catalogue of procedures: both lists are in it whole, and codes only with their source. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { OPCS_CODES } from '#core/catalogue/opcs-codes.ts'
import { inPaperTable, PROCEDURES, procedureById, procedureSchema } from '#core/catalogue/procedures.ts'

describe('the catalogue of procedures', () => {
  it('is well formed, each id and name once', () => {
    for (const procedure of PROCEDURES) procedureSchema.parse(procedure)
    for (const field of ['id', 'name', 'plainName'] as const) {
      assert.equal(new Set(PROCEDURES.map((procedure) => procedure[field])).size, PROCEDURES.length)
    }
  })

  it('has the rows of the paper’s tables 1 and 2', () => {
    assert.equal(inPaperTable('supportive').length, 14)
    assert.equal(inPaperTable('disease-modifying').length, 7)
  })

  it('keeps both categories where the lists differ', () => {
    const perfusion = procedureById('isolated-perfusion-chemotherapy')
    assert.deepEqual(perfusion?.categoryBy, { paper: 'supportive', college: ['disease-modifying'] })
  })

  it('has ablation and embolisation on both of the College’s lists', () => {
    const onBoth = PROCEDURES.filter(({ categoryBy }) => categoryBy.college.length === 2).map(({ id }) => id)
    assert.ok(onBoth.includes('embolisation'))
    assert.ok(onBoth.every((id) => id === 'embolisation' || id.includes('ablation')))
  })

  it('has codes only for procedures that exist, each with its source, and none for TACE', () => {
    for (const id of Object.keys(OPCS_CODES)) assert.ok(procedureById(id), id)
    for (const { codes = [] } of PROCEDURES) for (const { source } of codes) assert.ok(source.length > 0)
    assert.equal(procedureById('transarterial-chemoembolisation')?.codes, undefined)
  })
})
