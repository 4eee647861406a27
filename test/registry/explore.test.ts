/** What an explorer's address asks to show: read, checked, and written the same again. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cohortFromQuery } from '#core/registry/cohort/link.ts'
import { endpoints } from '#core/registry/endpoints.ts'
import { endpointsFor } from '#core/registry/explore/endpoint.ts'
import { offeredKinds } from '#core/registry/explore/kinds.ts'
import {
  figureFromQuery,
  figureQuery,
  partsText,
  queryOfSpec,
  specParts,
} from '#core/registry/explore/spec.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'

const names = { organisations: new Map<string, string>(), regions: new Set<string>() }
const read = (query: string) => {
  const params = new URLSearchParams(query)
  const { cohort, problems } = cohortFromQuery(params, names, new Set(specParts))
  assert.deepEqual(problems, [])
  return figureFromQuery(params, cohort, ['2025-census', '2016-census'])
}
const problems = (query: string) => read(query).problems.map(({ words }) => words)

describe('what an address asks to show', () => {
  it('is nothing at first', () => {
    const asked = read('procedure=liver-ablation')
    assert.equal(asked.kind, null)
    assert.equal(asked.spec, null)
    assert.deepEqual(asked.problems, [])
  })

  for (const { kind } of offeredKinds) {
    it(`is a ${kind} with what that begins with, and is written out in full`, () => {
      const asked = read(`age=60..&show=${kind}`)
      assert.deepEqual(asked.problems, [])
      assert.ok(asked.spec)
      assert.equal(figureSpecSchema.parse(asked.spec).kind, kind)
      const link = queryOfSpec(asked.spec)
      assert.deepEqual(read(link).spec, asked.spec)
      assert.equal(link, `age=60..&${partsText(figureQuery(asked))}`)
    })
  }

  it('takes each endpoint of the list as some kind of figure', () => {
    const taken = new Set(offeredKinds.flatMap((kind) => endpointsFor(kind).map(({ id }) => id)))
    assert.deepEqual([...taken].sort(), endpoints.map(({ id }) => id).sort())
  })

  it('takes an endpoint of one’s own, and finds it in the list where it stands there', () => {
    const own =
      'show=incidence&endpoint=own&unit=treatment&events=progression&competing=death&censoring=last-imaging&landmark=90&months=24'
    const { spec } = read(own)
    assert.ok(spec?.kind === 'incidence')
    assert.equal(spec.endpoint.landmark, 90)
    assert.deepEqual(read(queryOfSpec(spec)).spec, spec)
    assert.deepEqual(read('show=survival&endpoint=own').spec, read('show=survival').spec)
    const listed = read('show=survival&endpoint=own&unit=patient&events=death&censoring=last-seen').spec
    assert.ok(listed)
    assert.equal(queryOfSpec(listed), 'show=survival&endpoint=overall-survival&months=36&interval=log-log')
    const share = read('show=proportion&endpoint=own&unit=tumour&outcome=techniqueEfficacy&counted=no&due=84')
    assert.ok(share.spec)
    assert.deepEqual(read(queryOfSpec(share.spec)).spec, share.spec)
  })

  it('as a form sends it, one field a choice, is the same', () => {
    const form = read('show=forest&endpoint=overall-survival&columns=age&columns=sex&columns=')
    assert.deepEqual(form.columns, read('show=forest&columns=sex,age').columns)
  })

  it('says what cannot be, and shows nothing in its place', () => {
    assert.deepEqual(problems('show=pie'), ['There is no such kind of figure: choose another'])
    assert.match(problems('show=cusum')[0] ?? '', /on the service’s own pages/)
    assert.match(
      problems('show=survival&endpoint=technical-success')[0] ?? '',
      /cannot be shown as this kind/,
    )
    assert.match(problems('show=survival&endpoint=gone')[0] ?? '', /no such endpoint in the list/)
    assert.deepEqual(problems('show=survival&months=0'), ['The axis can end after 1 to 240 months'])
    assert.deepEqual(problems('show=survival&by=bestResponse'), ['“bestResponse” is not one of the choices'])
    assert.deepEqual(problems('show=forest&columns='), ['Select at least one to compare by'])
    assert.deepEqual(problems('show=survival&endpoint=own&unit=patient'), ['Select at least one event'])
    assert.deepEqual(problems('show=incidence&endpoint=own&events=death&competing=death'), [
      'An event cannot compete with itself',
    ])
    assert.deepEqual(problems('show=proportion&endpoint=own&unit=tumour&outcome=died30'), [
      'Select an outcome that is recorded per tumour',
    ])
    for (const query of ['show=pie', 'show=forest&columns=', 'show=survival&months=0'])
      assert.equal(read(query).spec, null)
  })

  it('keeps what holds beside what does not', () => {
    const asked = read('show=survival&by=bestResponse&months=24')
    assert.equal(asked.kind?.kind, 'survival')
    assert.equal(asked.months, 24)
    assert.equal(asked.by, null)
  })
})
