/** Who provides what somebody looks for: the order, the silent, the islands, the closed. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CONDITIONS } from '#core/catalogue/conditions.ts'
import { procedureById } from '#core/catalogue/procedures.ts'
import { findServices, standingsAt, type Way } from '#core/network/find.ts'
import type { Site } from '#core/network/network.ts'
import { distanceKm } from '#core/network/travel/distance.ts'
import { estimatedMinutes } from '#core/network/travel/estimate.ts'
import { land } from '#store/network/land.ts'
import { outcodes } from '#store/place/gazetteer.ts'
import { networkFrom, site } from '#test/network/nation.ts'

const offers = (...procedures: string[]) => ({
  ioOffered: 'yes',
  kinds: 'both',
  supportiveProcedures: ['nephrostomy'],
  diseaseModifyingProcedures: procedures,
})
const sites = [
  site('NEAR', { latitude: 53.8, longitude: -1.5 }),
  site('FAR', { latitude: 51.5, longitude: -0.1, region: 'London' }),
  site('MUTE', { latitude: 53.79, longitude: -1.55 }),
  site('NONE', { latitude: 53.8, longitude: -1.54 }),
  site('VAGUE', { latitude: 53.7, longitude: -1.5 }),
]
const { network } = networkFrom({
  day: '2026-11-22',
  sites,
  answers: {
    NEAR: offers('liver-ablation', 'kidney-ablation'),
    FAR: offers('liver-ablation', 'lung-ablation'),
    NONE: { ioOffered: 'no', referralPathway: 'yes', referralPathwayTo: ['NEAR'] },
    VAGUE: { ...offers(), diseaseModifyingProcedures: ['cannot-say'] },
    CLOSED: offers('liver-ablation'),
  },
})

const from = (outcode: string) => {
  const point = outcodes().get(outcode)
  assert.ok(point, outcode)
  return (to: Site): Way => ({
    minutes: estimatedMinutes(point, to, land()),
    distanceKm: distanceKm(point, to),
    overWater: land().landmassOf(point) !== land().landmassOf(to),
  })
}
const codes = (found: readonly { readonly site: Site }[]) => found.map(({ site: { code } }) => code)

describe('finding a service', () => {
  it('lists those that say they provide it, the quickest to reach first', () => {
    const found = findServices(network, { procedures: ['liver-ablation'] }, from('LS1'))
    assert.deepEqual(codes(found.providers), ['NEAR', 'FAR'])
    const [first, second] = found.providers
    assert.ok((first?.way?.minutes ?? 0) < (second?.way?.minutes ?? 0))
    assert.deepEqual(first?.offers, ['liver-ablation'])
    assert.deepEqual(codes(findServices(network, { procedures: ['liver-ablation'] }, from('E1')).providers), [
      'FAR',
      'NEAR',
    ])
  })

  it('tells apart who said no from who did not say: silence is no provider and no refusal', () => {
    const found = findServices(network, { procedures: ['liver-ablation'] }, from('LS1'))
    assert.deepEqual(codes(found.silent), ['MUTE', 'VAGUE'])
    assert.ok(!codes([...found.providers, ...found.silent]).includes('NONE'))
  })

  it('takes any of several procedures, and says which each provides', () => {
    const found = findServices(network, { procedures: ['kidney-ablation', 'lung-ablation'] }, from('LS1'))
    assert.deepEqual(
      found.providers.map(({ site: { code }, offers: own }) => [code, own]),
      [
        ['NEAR', ['kidney-ablation']],
        ['FAR', ['lung-ablation']],
      ],
    )
    assert.deepEqual(codes(findServices(network, { procedures: [] }, from('LS1')).providers), [
      'NEAR',
      'VAGUE',
      'FAR',
    ])
  })

  it('knows no organisation that has closed, whatever it once answered', () => {
    const found = findServices(network, { procedures: ['liver-ablation'] }, from('LS1'))
    assert.ok(!codes([...found.providers, ...found.silent]).includes('CLOSED'))
  })

  it('from an island goes by its crossing, and is never quicker over water than the boat', () => {
    const found = findServices(network, { procedures: ['liver-ablation'] }, from('ZE1'))
    const [first] = found.providers
    assert.ok(first?.way?.overWater)
    assert.ok(first.way.minutes > 600, `${first.way.minutes} minutes`)
    const wight = findServices(network, { procedures: ['liver-ablation'] }, from('PO30'))
    assert.equal(codes(wight.providers)[0], 'FAR')
    assert.ok(wight.providers[0]?.way?.overWater)
  })

  it('puts last whom no road or crossing leads to', () => {
    const cut = (to: Site): Way => ({
      minutes: to.code === 'NEAR' ? Infinity : 200,
      distanceKm: 1,
      overWater: true,
    })
    assert.deepEqual(codes(findServices(network, { procedures: ['liver-ablation'] }, cut).providers), [
      'FAR',
      'NEAR',
    ])
  })

  it('in a region lists by name, without a way', () => {
    const found = findServices(network, { procedures: ['liver-ablation'], within: 'London' }, null)
    assert.deepEqual(codes(found.providers), ['FAR'])
    assert.equal(found.home, null)
  })

  it('names the organisation nearest by, and how it stands to what is sought', () => {
    const found = findServices(network, { procedures: ['liver-ablation'] }, from('LS1'))
    assert.ok(found.home)
    const [standing] = standingsAt(network, ['liver-ablation'], 'NONE')
    assert.equal(standing?.availability, 'by-pathway')
    assert.deepEqual(
      standing?.pathways.map(({ to, basis }) => [to, basis]),
      [['NEAR', 'declared']],
    )
  })
})

describe('a condition', () => {
  it('names procedures of the catalogue only, each with its source or marked for review', () => {
    const ids = CONDITIONS.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const { id, mayBeUsed } of CONDITIONS) {
      assert.ok(mayBeUsed.length > 0, id)
      assert.ok(!procedureById(id), `${id} is a procedure too, and an address could not tell them apart`)
      for (const { procedure, source } of mayBeUsed) {
        assert.ok(procedureById(procedure), procedure)
        assert.ok(source === null || source.length > 10)
      }
    }
  })
})
