/** Routing engines over HTTP: what they answer, and every way in which they can fail. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ConfigError, readConfig } from '#config'
import { RoutingError, type RoutingFault } from '#routing/engine.ts'
import { openRouting } from '#routing/open.ts'
import { osrm } from '#routing/osrm.ts'
import { outward } from '#routing/outward.ts'
import { valhalla } from '#routing/valhalla.ts'
import { broken, fakeOsrm, fakeValhalla, hungUp, says, silent } from './fake-engine.ts'

const at = (latitude: number, longitude = -2) => ({ latitude, longitude })
const from = at(53)
const to = [at(53.1), at(53.2), at(53.5)]
const timeoutMs = 5000
/** Whole minutes: a tenth of a degree is ten. */
const minutes = (row: readonly (number | null)[] | undefined) =>
  row?.map((value) => (value === null ? null : Math.round(value)))
const fault = (kind: RoutingFault, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof RoutingError, String(error))
  assert.equal(error.fault, kind, error.message)
  assert.match(error.message, words)
  assert.doesNotMatch(error.message, /\n/)
  return true
}

describe('OSRM', () => {
  it('is asked longitude first, and answers seconds', async () => {
    const engine = await fakeOsrm({ ways: ([, a], [east, b]) => (east === -2 ? (b - a) * 6000 : null) })
    const { matrix } = osrm({ url: `${engine.url}/`, timeoutMs })
    assert.deepEqual((await matrix([from], [...to, at(53.3, -4)])).map(minutes), [[10, 20, 50, null]])
  })

  it('is named in one plain line when it is down, slow or confused', async () => {
    const engine = await fakeOsrm()
    const { matrix } = osrm({ url: engine.url, timeoutMs })
    const asking = () => matrix([from], to)
    engine.next(broken, hungUp, silent)
    await assert.rejects(asking, fault('down', /OSRM answers 503/))
    await assert.rejects(asking, fault('down', /OSRM cannot be reached/))
    const hurried = osrm({ url: engine.url, timeoutMs: 300 })
    await assert.rejects(() => hurried.matrix([from], to), fault('slow', /did not answer within 0.3 seconds/))
    engine.next(
      says(200, '<html>It works</html>'),
      says(200, { hello: 'world' }),
      says(200, { code: 'Ok', durations: [[1, 2]] }),
      says(200, { code: 'Ok', durations: [[1, 2, -3]] }),
      says(400, { code: 'InvalidUrl', message: 'URL string malformed' }),
    )
    await assert.rejects(asking, fault('misunderstood', /not JSON/))
    await assert.rejects(asking, fault('misunderstood', /another form/))
    await assert.rejects(asking, fault('misunderstood', /asked for 1 x 3 times and gave 1 x 2/))
    await assert.rejects(asking, fault('misunderstood', /-3 seconds/))
    await assert.rejects(asking, fault('refused', /InvalidUrl/))
    const nowhere = osrm({ url: 'http://127.0.0.1:9', timeoutMs })
    await assert.rejects(() => nowhere.matrix([from], to), fault('down', /cannot be reached/))
  })

  it('says what to set when a table is too big for it', async () => {
    const engine = await fakeOsrm({ most: 3 })
    const { matrix } = osrm({ url: engine.url, timeoutMs })
    await assert.rejects(() => matrix([from], to), fault('refused', /ROUTING_TABLE/))
  })
})

describe('Valhalla', () => {
  for (const concise of [false, true])
    it(`answers ${concise ? 'bare numbers' : 'an object a way'}; null is no way`, async () => {
      const ways = ([, a]: readonly [number, number], [, b]: readonly [number, number]) =>
        b > 53.4 ? null : (b - a) * 6000
      const engine = await fakeValhalla({ concise, ways })
      const { matrix } = valhalla({ url: engine.url, timeoutMs })
      assert.deepEqual((await matrix([from], to)).map(minutes), [[10, 20, null]])
    })

  it('is named in one plain line when it refuses', async () => {
    const engine = await fakeValhalla({ most: 2 })
    const { matrix } = valhalla({ url: engine.url, timeoutMs })
    await assert.rejects(() => matrix([from], to), fault('refused', /157 .*ROUTING_TABLE/))
    engine.next(says(400, { error_code: 171, error: 'No suitable edges near location' }), broken)
    await assert.rejects(() => matrix([from], to), fault('no-road', /no road near/))
    await assert.rejects(() => matrix([from], to), fault('down', /503/))
  })
})

describe('ways outward from a service', () => {
  it('are asked in as many questions as the engine’s table needs', async () => {
    const engine = await fakeOsrm({ most: 10 })
    const many = Array.from({ length: 25 }, (_, index) => at(53 + index / 10))
    const found = await outward(osrm({ url: engine.url, timeoutMs, mostPoints: 10 }), from, many, [])
    assert.deepEqual(
      minutes(found),
      many.map((_, index) => index * 10),
    )
    assert.equal(engine.asked(), 3)
  })

  it('are asked again while the engine is down or slow, and not for ever', async () => {
    const engine = await fakeOsrm()
    const client = osrm({ url: engine.url, timeoutMs: 700 })
    engine.next(broken, silent)
    assert.deepEqual(minutes(await outward(client, from, to, [1, 1])), [10, 20, 50])
    assert.equal(engine.asked(), 3)
    engine.next(broken, broken, broken)
    await assert.rejects(() => outward(client, from, to, [1, 1]), fault('down', /503/))
    engine.next(says(400, { code: 'InvalidQuery' }))
    const before = engine.asked()
    await assert.rejects(() => outward(client, from, to, [1, 1]), fault('refused', /InvalidQuery/))
    assert.equal(engine.asked(), before + 1, 'a refusal is not asked again')
  })

  it('have none to the one point that is near no road, and are known to all others', async () => {
    const engine = await fakeOsrm({ noRoad: ([, latitude]) => latitude === 53.2 })
    assert.deepEqual(minutes(await outward(osrm({ url: engine.url, timeoutMs }), from, to, [])), [
      10,
      null,
      50,
    ])
  })
})

describe('the configuration of a routing engine', () => {
  const asked = (environment: Record<string, string>) => () => readConfig(environment)

  it('is none unless it is named with its address', () => {
    assert.equal(openRouting(readConfig({})), null)
    assert.throws(asked({ ROUTING_URL: 'http://localhost:5000' }), ConfigError)
    assert.throws(asked({ ROUTING_ENGINE: 'osrm' }), ConfigError)
    assert.throws(
      asked({ ROUTING_ENGINE: 'magic', ROUTING_URL: 'http://localhost:5000' }),
      /osrm or valhalla/,
    )
    assert.throws(
      asked({ ROUTING_ENGINE: 'osrm', ROUTING_URL: 'ftp://localhost' }),
      /http:\/\/localhost:5000/,
    )
    const config = readConfig({
      ...{ ROUTING_ENGINE: 'valhalla', ROUTING_URL: 'http://localhost:8002', ROUTING_TABLE: '500' },
    })
    assert.equal(openRouting(config)?.name, 'valhalla')
    assert.equal(openRouting(config)?.mostPoints, 500)
    assert.doesNotMatch(JSON.stringify(config), /8002/)
  })
})
