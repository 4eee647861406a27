/** Travel times in the database: measured a service at a time, gone on with after a failure, laid over the estimate. */

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { measure, travelCommand } from '#cli/travel.ts'
import type { Organisation } from '#core/catalogue/organisations.ts'
import { osrm } from '#routing/osrm.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'
import { saveOrganisations } from '#store/catalogue/organisations.ts'
import { areas } from '#store/network/areas.ts'
import { areasDigest, keepMinutes, measuredCodes } from '#store/network/measured.ts'
import { loadTravelTimes } from '#store/network/travel.ts'
import { travelFile } from '#store/network/travel-file.ts'
import { latestRun } from '#store/network/travel-run.ts'
import { type TestStore, testStore } from '#test/support/store.ts'
import { broken, fakeOsrm } from './fake-engine.ts'

const sites: readonly Organisation[] = organisationsOf2017()
  .filter(({ code }) => ['R1F', 'RJ7', 'RR8'].includes(code))
  .map((one) => ({ ...one, successor: null }))
const network = { sites: sites.map((one) => ({ ...one, alliance: null })) }
const digest = areasDigest(areas())
const lines: string[] = []
const print = (line: string) => lines.push(line)

describe('travel times that are measured', () => {
  let store: TestStore
  before(async () => {
    store = await testStore()
    await saveOrganisations(store.db, sites)
  })
  const asked = async (engine: Awaited<ReturnType<typeof fakeOsrm>>, more = {}) =>
    measure(store, {
      engine: osrm({ url: engine.url, timeoutMs: 5000, mostPoints: 500 }),
      sites,
      areas: areas(),
      pausesMs: [],
      print,
      ...more,
    })

  it('are estimates before anything is measured, made once', async () => {
    const times = await loadTravelTimes(store, network)
    assert.equal(times.basis, 'estimate')
    assert.equal(await loadTravelTimes(store, network), times)
  })

  it('stop with one plain line when the engine fails, and go on from there', async () => {
    const engine = await fakeOsrm({ ways: () => 600, most: 500 })
    const one = await asked(engine, { sites: sites.slice(0, 1) })
    assert.equal(one, 0)
    engine.next(broken)
    assert.equal(await asked(engine), 1)
    assert.match(lines.at(-1) ?? '', /OSRM answers 503.* 1 of 3 services are measured/)
    const run = await latestRun(store.db, new Date())
    assert.deepEqual([run?.state, run?.done, run?.sites], ['broken', 1, 3])
    assert.equal(
      (await loadTravelTimes(store, network)).basis,
      'estimate',
      'a third measured is not measured',
    )
    const before = engine.asked()
    assert.equal(await asked(engine), 0)
    assert.ok(engine.asked() > before)
    assert.equal((await measuredCodes(store.db, 'osrm', sites, digest)).size, 3)
    const quiet = engine.asked()
    assert.equal(await asked(engine), 0)
    assert.equal(engine.asked(), quiet, 'what is measured is not asked again')
    assert.equal((await latestRun(store.db, new Date()))?.state, 'done')
  })

  it('take the place of estimates once every service has its row; far ways stay estimated', async () => {
    const times = await loadTravelTimes(store, network)
    assert.equal(times.basis, 'osrm')
    const london = areas().findIndex(({ name }) => name === 'City of London 001')
    const lerwick = areas().findIndex(({ district }) => district === 'Shetland Islands')
    const rj7 = times.sites.indexOf('RJ7') * areas().length
    assert.equal(times.minutes[rj7 + london], 10)
    assert.ok((times.minutes[rj7 + lerwick] ?? 0) > 600)
  })

  it('keep no way where the engine knows none', async () => {
    const engine = await fakeOsrm({ ways: ([east]) => (east < -1.2 ? null : 600), most: 500 })
    assert.equal(await asked(engine, { anew: true }), 0)
    const times = await loadTravelTimes(store, network)
    const wight = times.sites.indexOf('R1F') * areas().length
    assert.equal(
      times.minutes[wight + areas().findIndex(({ district }) => district === 'Isle of Wight')],
      Infinity,
    )
  })

  it('are measured anew from a service that moved', async () => {
    const moved = sites.map((one) => (one.code === 'RJ7' ? { ...one, latitude: 51.5 } : one))
    assert.deepEqual([...(await measuredCodes(store.db, 'osrm', moved, digest))].sort(), ['R1F', 'RR8'])
    assert.equal(
      (await loadTravelTimes(store, { sites: moved.map((one) => ({ ...one, alliance: null })) })).basis,
      'estimate',
    )
    assert.equal((await measuredCodes(store.db, 'osrm', sites, 'other areas')).size, 0)
  })

  it('yield to a file, pair by pair', async () => {
    const minutes = new Float32Array(areas().length).fill(Number.NaN)
    minutes[0] = 7
    await keepMinutes(store.db, 'file', sites[1] ?? assert.fail(), digest, minutes)
    const times = await loadTravelTimes(store, network)
    const row = times.sites.indexOf(sites[1]?.code ?? '') * areas().length
    assert.deepEqual([times.basis, times.minutes[row]], ['osrm', 7])
    assert.match(times.key, /file:1@/)
  })

  it('come from a file of any length by the command, whole or not at all', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'travel-'))
    const path = join(folder, 'times.csv')
    const file = async (content: string) => {
      writeFileSync(path, content)
      lines.length = 0
      return travelCommand(store, ['--file', path], { routing: null }, print)
    }
    const code = 'R1F'
    const rows = areas().map((area, at) => `${code},${area.code},${at % 100}`)
    assert.equal(await file(['origin,destination,minutes', ...rows].join('\n')), 0)
    assert.match(lines.join(), /15,090 travel times of 1 service are in use/)
    const times = await loadTravelTimes(store, network)
    assert.equal(times.minutes[times.sites.indexOf(code) * areas().length + 42], 42)
    assert.equal(await file('origin,destination,minutes\nNOBODY,E1,3\n'), 1)
    assert.match(lines.join(' '), /line 2: Origin NOBODY.*Nothing was put in use/)
    assert.equal(await file('a,b\n1,2\n'), 1)
    assert.match(lines.join(), /needs columns origin, destination and minutes/)
    assert.equal(await file(''), 1)
    rmSync(folder, { recursive: true })
    assert.equal(await travelCommand(store, ['--file', path], { routing: null }, print), 1)
    assert.match(lines.join(), /There is no file/)
    assert.equal((await travelFile(store.db))?.pairs, 15_090, 'the file before stays')
  })
})
