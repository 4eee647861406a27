/** What forms start with: so much that an experienced operator only says how it went. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { precautionsUntil } from '#core/pathway/precautions.ts'
import { prefilled, prefilledFrom } from '#core/pathway/prefilled.ts'
import {
  answer,
  booked,
  caseOf,
  consented,
  discussed,
  factsOf,
  idOf,
  licences,
  NEPHROSTOMY,
  planned,
  referral,
  type Said,
  SIRT,
  serviceOf,
  surroundingsWith,
  TACE,
  treated,
  workedUp,
} from './case-of.ts'

const now = '2026-03-12T11:00:00.000Z'
const plain = surroundingsWith()

function startOf(kind: string, said: readonly Said[], surroundings = plain, about = {}, more = {}) {
  const course = caseOf(...said)
  return prefilled(kind, course, surroundings, { ...factsOf(course, surroundings, now), ...more }, about)
}

const protocol = (area: string, procedure: string, change: object = {}): Said => ({
  kind: 'protocol',
  on: '2025-01-01',
  body: {
    area,
    title: `Our ${area}`,
    version: '4',
    procedures: [{ procedure }],
    reviewDue: '2027-01-01',
    ...change,
  },
})

describe('the form of a treatment', () => {
  const way: readonly Said[] = [
    referral('2026-02-01'),
    answer('2026-02-02'),
    discussed('2026-02-10'),
    booked('2026-02-12', '2026-03-12T09:00:00.000Z'),
    consented('2026-02-20'),
    {
      kind: 'prescription',
      on: '2026-03-11',
      body: {
        agent: 'doxorubicin',
        dose: 75,
        unit: 'mg',
        prescriber: { name: 'Dr Ada Quill' },
        signed: true,
        responsible: { name: 'Dr Ada Quill' },
      },
    },
  ]

  it('starts from the booking, the referral, the prescription and what is usual', () => {
    assert.deepEqual(startOf('treatment', way), {
      procedure: TACE,
      intent: 'disease-modifying',
      course: 1,
      operators: [{ who: { name: 'Dr Ada Quill', person: 'p-ada' }, role: 'first' }],
      targets: [{ organ: 'liver' }],
      guidance: ['fluoroscopy', 'cone-beam-ct'],
      embolic: 'drug-eluting',
      selectivity: 'segmental',
      agents: [{ agent: 'doxorubicin', dose: 75, unit: 'mg' }],
      anaesthesia: 'sedation',
      minutes: 90,
    })
  })

  it('takes the side of the tumour for a paired organ, and not for a vein', () => {
    const tumour = { site: 'breast', icd10: 'C50', laterality: 'right' }
    const targets = (procedure: string) =>
      startOf('treatment', [referral('2026-02-01', { tumour, procedure })]).targets
    assert.deepEqual(targets('central-venous-catheter'), [{ organ: 'vein' }])
    assert.deepEqual(targets('kidney-ablation'), [{ organ: 'kidney', laterality: 'right' }])
  })

  it('leaves three things to say: how it went, whether something happened, and nothing that is not an outcome', () => {
    const start = startOf('treatment', way)
    const said = { technicalSuccess: 'yes', complicationNow: false }
    assert.ok(caseKindNamed('treatment')?.schema.safeParse({ ...start, ...said }).success)
  })

  it('says where each value is from', () => {
    const course = caseOf(...way)
    const from = prefilledFrom('treatment', course, plain, factsOf(course, plain, now))
    assert.equal(from.procedure, idOf(4))
    assert.equal(from.intent, idOf(1))
    assert.equal(from.agents, idOf(6))
    assert.equal(from.minutes, 'usual')
  })

  it('of the next course repeats the last, without its sizes, and counts on', () => {
    const first = treated('2026-03-12', {
      targets: [{ organ: 'liver', segment: 'segment 8', size: 32 }],
      minutes: 70,
      guidance: ['fluoroscopy'],
      device: 'Microcatheter',
    })
    const start = startOf('treatment', [
      ...way,
      first,
      booked('2026-03-20', '2026-04-12T09:00:00.000Z', { course: 2 }),
    ])
    assert.equal(start.course, 2)
    assert.equal(start.minutes, 70)
    assert.equal(start.device, 'Microcatheter')
    assert.deepEqual(start.targets, [{ organ: 'liver', segment: 'segment 8' }])
  })

  it('of what is on one list of the College only takes its intent from there', () => {
    assert.equal(
      startOf('treatment', [booked('2026-02-12', now, { procedure: NEPHROSTOMY })]).intent,
      'supportive',
    )
    const both = startOf('treatment', [booked('2026-02-12', now, { procedure: 'liver-ablation' })])
    assert.equal(both.intent, undefined)
  })

  it('that is opened about a booking starts from that one', () => {
    const two = [
      booked('2026-02-12', '2026-03-12T09:00:00.000Z'),
      booked('2026-02-12', '2026-03-15T09:00:00.000Z', { procedure: NEPHROSTOMY }),
    ]
    assert.equal(startOf('treatment', two).procedure, TACE)
    assert.equal(startOf('treatment', two, plain, { entry: idOf(2) }).procedure, NEPHROSTOMY)
  })
})

describe('other forms', () => {
  it('a booking of the next course names the treatment that it repeats', () => {
    const start = startOf('booking', [referral('2026-02-01'), treated('2026-03-01')])
    assert.equal(start.course, 2)
    assert.equal(start.repeatOf, idOf(2))
    assert.deepEqual(start.operator, { name: 'Dr Ada Quill' })
  })

  it('information has the leaflet in use and its version', () => {
    const leaflet: Said = {
      kind: 'leaflet-adoption',
      on: '2025-01-01',
      body: {
        procedure: TACE,
        title: 'Your TACE',
        version: '3.1',
        language: 'English',
        source: 'This hospital',
        reviewDue: '2027-01-01',
      },
    }
    const surroundings = surroundingsWith(serviceOf(leaflet))
    const start = startOf('information', [referral('2026-02-01')], surroundings)
    assert.equal(start.leaflet, 'given')
    assert.equal(start.leafletTitle, 'Your TACE')
    assert.equal(start.leafletVersion, '3.1')
    assert.equal(startOf('information', [referral('2026-02-01')]).leaflet, 'none')
  })

  it('consent is by the operator who signs, or by a delegate on the register', () => {
    const course = [booked('2026-02-12', '2026-03-20T09:00:00.000Z')]
    assert.equal(startOf('consent', course).as, 'operator')
    const other = [booked('2026-02-12', '2026-03-20T09:00:00.000Z', { operator: { name: 'Dr Ben Marsh' } })]
    assert.equal(startOf('consent', other).as, undefined)
  })

  it('a prescription of microspheres has the physicist’s activity, the hour and both licences', () => {
    const surroundings = surroundingsWith(serviceOf(...licences(), protocol('therapeutic-agents', SIRT)))
    const plan = booked('2026-02-22', '2026-03-20T09:00:00.000Z', { procedure: SIRT })
    const start = startOf('prescription', [workedUp('2026-02-20'), plan], surroundings)
    assert.equal(start.agent, 'y90-glass')
    assert.equal(start.dose, 2.4)
    assert.equal(start.unit, 'GBq')
    assert.equal(start.injectionAt, '2026-03-20T09:00:00.000Z')
    assert.equal(start.protocolVersion, '4')
    assert.deepEqual([start.practitionerLicence, start.employerLicence], ['P-1', 'E-1'])
  })

  it('a physicist writes down the operator’s prescription, with the day to order', () => {
    const supply = {
      kind: 'microsphere-supply',
      on: '2025-01-01',
      body: { product: 'glass', workingDays: 5 },
    }
    const service = serviceOf(...licences(), supply)
    const plan = booked('2026-02-22', '2026-03-20T09:00:00.000Z', { procedure: SIRT })
    const asked = { person: { name: 'Dr Phil Ion', person: 'p9' }, role: 'physicist' }
    const start = startOf(
      'prescription',
      [workedUp('2026-02-20'), plan],
      surroundingsWith(service),
      {},
      asked,
    )
    assert.deepEqual(start.prescriber, { name: 'Dr Ada Quill' })
    assert.equal(start.practitionerLicence, 'P-1')
    assert.equal(start.orderBy, '2026-03-13')
  })

  it('a follow-up plan has the items of the protocol, with days counted from the treatment', () => {
    const items = [
      { what: 'telephone', by: 'Nurse', fromDays: 1, toDays: 3 },
      { what: 'imaging', by: 'Radiologist', detail: 'CT', fromDays: 56, toDays: 84 },
    ]
    const surroundings = surroundingsWith(serviceOf(protocol('follow-up', TACE, { items })))
    const start = startOf('follow-up-plan', [treated('2026-03-02')], surroundings)
    assert.equal(start.treatment, idOf(1))
    assert.equal(start.protocolVersion, '4')
    assert.deepEqual(start.items, [
      { key: '1', what: 'telephone', by: 'Nurse', from: '2026-03-03', to: '2026-03-05' },
      { key: '2', what: 'imaging', by: 'Radiologist', detail: 'CT', from: '2026-04-27', to: '2026-05-25' },
    ])
  })

  it('a follow-up plan without a protocol has what the intent asks for', () => {
    const { items, protocol } = startOf('follow-up-plan', [treated('2026-03-02')])
    assert.equal(protocol, undefined)
    assert.ok((items as readonly { what: string }[]).some(({ what }) => what === 'imaging'))
  })

  it('a contact answers the item that it is opened about, else the first that is due', () => {
    const items = [
      { key: '1', what: 'clinic', by: 'Radiologist', from: '2026-04-01', to: '2026-04-10' },
      { key: '2', what: 'telephone', by: 'Nurse', from: '2026-03-13', to: '2026-03-16' },
    ]
    const said = [treated('2026-03-12'), planned('2026-03-13', 1, items)]
    const first = startOf('follow-up-contact', said)
    assert.deepEqual([first.plan, first.item, first.how], [idOf(2), '2', 'telephone'])
    assert.equal(startOf('follow-up-contact', said, plain, { entry: idOf(2), item: '1' }).item, '1')
  })

  it('recovery and discharge have the end of radiation precautions', () => {
    const said = [
      treated('2026-03-12', { procedure: SIRT, agents: [{ agent: 'ho166', dose: 5, unit: 'GBq' }] }),
    ]
    assert.equal(startOf('recovery', said).precautionsUntil, '2026-03-15')
    assert.equal(startOf('discharge', said).precautionsUntil, '2026-03-15')
    assert.equal(startOf('discharge', [treated('2026-03-12')]).precautionsUntil, undefined)
  })

  it('a work-up by a physicist names them as the physicist, and one by a doctor nobody', () => {
    const said = [referral('2026-02-01', { procedure: SIRT })]
    const by = (role: string) => startOf('work-up', said, plain, {}, { role }).sirt
    assert.deepEqual(by('physicist'), { physicist: { name: 'Dr Ada Quill', person: 'p-ada' } })
    assert.equal(by('interventional-radiologist'), undefined)
    const course = caseOf(...said)
    const facts = { ...factsOf(course, plain, now), role: 'physicist' }
    assert.deepEqual(prefilledFrom('work-up', course, plain, facts), { 'sirt.physicist': 'person' })
  })

  it('a kind that nothing is known of starts empty, and so does one that there is not', () => {
    assert.deepEqual(startOf('death', [referral('2026-02-01')]), {})
    assert.deepEqual(startOf('constructor', []), {})
  })
})

describe('radiation precautions', () => {
  it('last longest for the agent that lasts longest, and are none without one', () => {
    const seeds = { procedure: 'image-guided-brachytherapy' }
    assert.equal(precautionsUntil(seeds, '2026-03-12T10:00:00.000Z'), '2026-05-11')
    assert.equal(precautionsUntil({ procedure: TACE }, '2026-03-12T10:00:00.000Z'), undefined)
  })
})
