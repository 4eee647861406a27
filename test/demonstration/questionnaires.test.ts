/** What the demonstration's patients answer to questionnaires: under a licence, answers that exist, scores that move. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instrumentAnswers } from '#core/pathway/kinds/instrument-answers.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { instrumentById, rangeOf, type Scale, scoreOf } from '#core/registry/instruments.ts'
import { instrumentLicence, itemsToAsk } from '#core/service/kinds/instrument-licence.ts'
import { demonstrationServices } from '#demonstration/cases/services.ts'
import { demonstrationNation } from '#demonstration/nation.ts'
import { populationAreas } from '#demonstration/places.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'

const { closed } = demonstrationNation(2017, organisationsOf2017(), populationAreas())
const now = new Date('2026-11-22T14:30:00Z')
const services = [
  ...demonstrationServices({ seed: 2017, closed, neighbours: new Map(), known: new Map(), now }),
]

type Body = ReturnType<typeof instrumentAnswers.schema.parse>
type LicenceBody = Parameters<typeof instrumentLicence.line>[0]

const told = services.flatMap(({ record, cases }) => {
  const licences = record.said
    .filter(({ kind }) => kind.name === instrumentLicence.name)
    .map(({ body, at }) => ({ occurredAt: at.toISOString(), body: body as LicenceBody }))
  return cases.map(({ said }) => ({
    licences,
    treatments: said.filter(({ kind }) => kind.name === treatment.name),
    answers: said
      .filter(({ kind }) => kind.name === instrumentAnswers.name)
      .map((each) => ({ ...each, body: each.body as Body })),
  }))
})
const scoresOf = (name: string, answers: (typeof told)[number]['answers']): readonly number[] => {
  const of = (body: Body): Scale | undefined =>
    instrumentById(body.instrument)?.scales.find((scale) => scale.name === name)
  return answers.flatMap(({ body }) => {
    const scale = of(body)
    const given = Object.fromEntries(body.answers.map(({ item, value }) => [item, value]))
    const scored = scale ? scoreOf(scale, given) : undefined
    return scored?.outcome === 'scored' ? [scored.score] : []
  })
}
const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length

describe('the demonstration’s answers to questionnaires', () => {
  it('are given under a licence of the service that stands that day, which would ask the same items', () => {
    for (const { licences, answers } of told)
      for (const { body, at } of answers) {
        const instrument = instrumentById(body.instrument)
        assert.ok(instrument)
        const asked = itemsToAsk(instrument, licences, at.toISOString().slice(0, 10))
        assert.ok(asked.outcome === 'ask', JSON.stringify(asked))
        assert.equal(asked.reference, body.licence)
        for (const { item, value } of body.answers) {
          const { from, to } = rangeOf(instrument, item)
          assert.ok(value >= from && value <= to, `${instrument.id} ${item}: ${value}`)
        }
      }
  })

  it('ship no word of an instrument’s own', () => {
    for (const { licences } of told)
      for (const { body } of licences)
        for (const { text } of body.items ?? [])
          assert.match(text, /: the owner’s words are not part of the demonstration$/)
  })

  it('are given by the patient after a treatment, and by the nurse before it', () => {
    for (const { answers, treatments } of told)
      for (const { by, body, at } of answers) {
        assert.equal(by.role === 'patient', body.treatment !== undefined)
        const first = treatments[0]?.at
        if (first) assert.equal(by.role === 'patient', at > first)
      }
  })

  it('follow many patients over time, at some of the services and not at all', () => {
    const often = told.filter(({ answers }) => scoresOf('VAS', answers).length >= 3)
    assert.ok(often.length > 100, `${often.length} patients marked their health three times`)
    const asking = services.filter(({ record }) => record.questionnaires.size > 0)
    assert.ok(asking.length >= 3 && asking.length < services.length / 2, `${asking.length} services ask`)
  })

  it('move: not the same each time, within what such patients say', () => {
    const all = told.map(({ answers }) => scoresOf('VAS', answers)).filter((each) => each.length > 1)
    assert.ok(all.filter((each) => new Set(each).size > 1).length > all.length * 0.9)
    const middle = mean(all.flat())
    assert.ok(middle > 45 && middle < 80, `mean mark ${middle}`)
    const pain = mean(told.flatMap(({ answers }) => scoresOf('PA', answers)))
    const function_ = mean(told.flatMap(({ answers }) => scoresOf('PF2', answers)))
    assert.ok(pain > 10 && pain < 50, `mean pain ${pain}`)
    assert.ok(function_ > 50 && function_ < 90, `mean physical functioning ${function_}`)
  })
})
