/** The open interface: its examples answer what its document says, pages are whole, limits hold, nobody is in it. */

import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { sql } from 'kysely'
import { plantAnswer, plantNation, type TestEdition } from '#test/map/nation.ts'
import { testSite } from '#test/support/site.ts'
import { endpoints } from '#web/api/network/endpoints.ts'
import { networkOf, requestsAMinute } from '#web/components/rate-limit.ts'
import { paths } from '#web/paths.ts'

const edition: TestEdition = { id: 'uk-2025', state: 'closed', censusOn: '2025-03-01' }
let time = new Date('2026-11-22T12:00:00Z').getTime()
const site = await testSite({ now: () => new Date(time) })
await plantNation(site.store, edition)
await sql`update organisation set closed_on = '2026-10-31', successor = 'RR8' where code = 'RAE'`.execute(
  site.store.db,
)
await sql`update organisation set closed_on = '2026-10-31' where code = 'R1F'`.execute(site.store.db)

interface Answer {
  readonly data: readonly Record<string, unknown>[]
  readonly page: { readonly pages: number; readonly total: number; readonly next: string | null }
  readonly meta: { readonly fictional: boolean; readonly day: string; readonly licences: readonly unknown[] }
}
/** Asks in a minute of its own, so that no limit is met but where it is tested. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}) => {
  time += 61_000
  return fetch(`${site.baseUrl}${path.startsWith('/') ? path : paths.networkApi(path)}`, { headers })
}
const json = async <Body = Answer>(path: string): Promise<Body> => {
  const answer = await ask(path)
  assert.equal(answer.status, 200, path)
  return (await answer.json()) as Body // checked below against the schemas
}

describe('the open interface', () => {
  it('answers every example of its page as its schemas say', async () => {
    const page = await (await ask(paths.api())).text()
    for (const { path, example, answer, shape } of endpoints) {
      const address = `${paths.networkApi()}/${example}`
      const linked = [...page.matchAll(/href="(\/api\/network\/v1\/[^"]+)"/g)].map(([, href]) =>
        href?.replaceAll('&amp;', '&'),
      )
      const own = linked.find((href) =>
        path.includes('{code}') ? /services\/[A-Z0-9]+$/.test(href ?? '') : href === address,
      )
      assert.ok(own, `${path} has an example on the page`)
      const got = await ask(own)
      assert.equal(got.status, 200, own)
      assert.match(
        got.headers.get('content-type') ?? '',
        shape === 'geojson' ? /^application\/geo\+json/ : /^application\/json/,
      )
      const body = await got.json()
      assert.deepEqual(answer.parse(body), body, own)
      assert.ok((body as Answer).meta.licences.length === 2, own)
    }
  })

  it('has an OpenAPI document that names every route, with schemas that are all there', async () => {
    const document = await json<{
      readonly openapi: string
      readonly paths: Readonly<
        Record<
          string,
          { readonly get: { readonly parameters: readonly { readonly name: string; readonly in: string }[] } }
        >
      >
      readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
    }>('openapi.json')
    assert.equal(document.openapi, '3.1.1')
    const declared = site.site.declared
      .map(({ path }) => path)
      .filter((path) => path.startsWith(`${paths.networkApi()}/`) && !/openapi|\*$/.test(path))
      .map((path) => path.slice(paths.networkApi().length).replace(':code', '{code}'))
    assert.deepEqual(Object.keys(document.paths).sort(), declared.sort())
    const text = JSON.stringify(document)
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to ?? '')
    assert.ok(references.length > 20)
    for (const to of references) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(to)?.[1]
      assert.ok(name && name in document.components.schemas, to)
    }
    assert.doesNotMatch(text, /\$defs|"\$schema"|"~standard"/)
    assert.deepEqual(document.paths['/provision']?.get.parameters.map(({ name }) => name).sort(), [
      'availability',
      'edition',
      'nation',
      'page',
      'perPage',
      'procedure',
      'region',
    ])
  })

  it('pages through a list without losing or repeating any', async () => {
    const seen: unknown[] = []
    let next: string | null = paths.networkApi('services', { perPage: '50' })
    let total = 0
    while (next) {
      const answer: Answer = await json(next)
      seen.push(...answer.data.map(({ code }) => code))
      total = answer.page.total
      next = answer.page.next
    }
    assert.equal(seen.length, 177, 'of 179 organisations two have closed')
    assert.equal(total, 177)
    assert.equal(new Set(seen).size, 177)
    const beyond = await json('services?page=99&perPage=50')
    assert.deepEqual([beyond.data.length, beyond.page.next], [0, null])
  })

  it('says the same in each of its forms', async () => {
    const procedure = 'liver-ablation'
    const list = await json(`services?procedure=${procedure}&perPage=500`)
    const features = await json<{
      readonly features: readonly {
        readonly id: string
        readonly geometry: { readonly coordinates: readonly number[] }
      }[]
    }>(`services.geojson?procedure=${procedure}`)
    const here = await json(`provision?procedure=${procedure}&availability=here&perPage=500`)
    const { data: procedures } = await json('procedures')
    const { data: gaps } = await json<{
      readonly data: { readonly all: Record<string, number>; readonly gaps: readonly unknown[] }
    }>(`gaps?procedure=${procedure}`)
    const codes = list.data.map(({ code }) => code)
    assert.ok(codes.length > 10)
    assert.deepEqual(
      features.features.map(({ id }) => id),
      codes,
    )
    assert.deepEqual(
      here.data.map(({ code }) => code),
      codes,
    )
    const counted = procedures.find(({ id }) => id === procedure)?.services as Record<string, number>
    assert.equal(counted.here, codes.length)
    assert.equal(gaps.all.here, codes.length)
    assert.equal(gaps.gaps.length, counted.gap)
    assert.equal(
      Object.values(counted).reduce((sum, each) => sum + each, 0),
      177,
    )
    for (const { geometry } of features.features) {
      const [east = 0, north = 0] = geometry.coordinates
      assert.ok(east < 3 && east > -9 && north > 49 && north < 61, 'longitude comes first')
    }
  })

  it('counts everybody once in the access to a procedure', async () => {
    const { data } = await json<{
      readonly data: {
        readonly nations: readonly Record<string, number>[]
        readonly districts: readonly Record<string, number>[]
      }
    }>('access?procedure=lung-ablation')
    const [whole, ...nations] = data.nations
    const sum = (list: readonly Record<string, number>[]) =>
      list.reduce((all, { people = 0 }) => all + people, 0)
    assert.equal(sum(nations), whole?.people)
    assert.equal(sum(data.districts), whole?.people)
    assert.ok(Math.abs((whole?.people ?? 0) - 66_940_000) < 10_000)
    for (const { people, within90 = 0, beyond90 = 0, noWay = 0 } of [...data.nations, ...data.districts])
      assert.equal(within90 + beyond90 + noWay, people)
  })

  it('says of an unknown that it is not known: no answer is no empty list', async () => {
    const { data } = await json('services?perPage=500')
    const silent = data.filter(({ answered }) => answered === false)
    assert.ok(silent.length > 5)
    for (const { procedures, provision } of silent) assert.deepEqual([procedures, provision], [null, null])
    await sql`update census_edition set questionnaire_version = 1 where id = ${edition.id}`.execute(
      site.store.db,
    )
    await sql`update census_revision set revision = revision + 1 where edition = ${edition.id} and stripe = 0`.execute(
      site.store.db,
    )
    const { data: procedures } = await json('procedures')
    assert.equal(procedures.find(({ id }) => id === 'marker-insertion')?.services, null)
    const refused = await ask('gaps?procedure=marker-insertion')
    assert.equal(refused.status, 404)
    assert.match(((await refused.json()) as { title: string }).title, /did not ask/)
  })

  it('answers a wrong question by naming what is wrong', async () => {
    for (const [path, parameter] of [
      ['services?page=0', 'page'],
      ['services?page=one', 'page'],
      ['services?perPage=501', 'perPage'],
      ['services?nation=France', 'nation'],
      ['services?colour=red', 'colour'],
      ['provision', 'procedure'],
      ['provision?procedure=magic', 'procedure'],
      ['gaps?procedure=', 'procedure'],
      ['pathways?from=%27%3B--', 'from'],
      ['editions?page=1', 'page'],
    ] as const) {
      const answer = await ask(path)
      assert.equal(answer.status, 400, path)
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
      assert.equal(answer.headers.get('access-control-allow-origin'), '*')
      const { problems } = (await answer.json()) as {
        problems: readonly { parameter: string; words: string }[]
      }
      assert.deepEqual(
        problems.map((each) => each.parameter),
        [parameter],
        path,
      )
      assert.ok((problems[0]?.words.length ?? 0) > 5)
    }
    for (const path of ['services/NOPE', 'services/a%20b', 'nothing', 'services?edition=uk-1999'])
      assert.equal((await ask(path)).status, 404, path)
  })

  it('says of a service that closed that it is gone, and where it is carried on', async () => {
    const gone = await ask('services/RAE')
    assert.equal(gone.status, 410)
    const said = (await gone.json()) as { detail: string; successor: string }
    assert.match(said.detail, /closed on 2026-10-31; Leeds Teaching Hospitals NHS Trust carries on/)
    assert.equal((await ask(said.successor)).status, 200)
    assert.equal(((await (await ask('services/R1F')).json()) as { successor: null }).successor, null)
  })

  it('has an entity tag that holds until something changes, and goes compressed', async () => {
    const first = await ask('services')
    const tag = first.headers.get('etag') ?? ''
    await first.text()
    assert.match(tag, /^W\/".{22}"$/)
    assert.match(first.headers.get('cache-control') ?? '', /public, max-age=60/)
    assert.equal(first.headers.get('content-encoding'), 'gzip')
    assert.equal((await ask('services', { 'if-none-match': tag })).status, 304)
    await plantAnswer(site.store, edition, 'RR8', {
      ioOffered: 'no',
      referralPathway: 'no',
      plannedWithin12Months: 'no',
    })
    await sql`update census_response set answers_at_close = answers where organisation = 'RR8'`.execute(
      site.store.db,
    )
    const changed = await ask('services', { 'if-none-match': tag })
    assert.equal(changed.status, 200)
    assert.notEqual(changed.headers.get('etag'), tag)
  })

  it('is open to pages of other sites, and to no cookie', async () => {
    const cookie = await site.signInAs('administrator')
    const [plain, signedIn] = await Promise.all([
      ask('pathways'),
      ask('pathways', { cookie, origin: 'https://elsewhere.example' }),
    ])
    assert.equal(signedIn.headers.get('access-control-allow-origin'), '*')
    assert.equal(signedIn.headers.get('access-control-allow-credentials'), null)
    assert.equal(signedIn.headers.get('cross-origin-resource-policy'), 'cross-origin')
    assert.equal(await plain.text(), await signedIn.text())
  })

  it('names no person and no entry of a record', async () => {
    for (const path of [
      'services?perPage=500',
      'pathways?perPage=500',
      'editions',
      'provision?procedure=liver-ablation&perPage=500',
    ]) {
      const text = await (await ask(path)).text()
      assert.doesNotMatch(text, /@|[0-9a-f]{8}-[0-9a-f]{4}-|"entry"|telephone|author/, path)
    }
  })

  it('answers again from memory: two small queries tell that nothing has changed', async () => {
    await (await ask('services')).text()
    const connects = mock.method(site.store.pool, 'connect')
    await (await ask('services')).text()
    const count = connects.mock.callCount()
    mock.restoreAll()
    assert.ok(count <= 2, `${count}`)
  })
})

describe('the limit', () => {
  it('lets an address ask so often a minute, then says how long to wait', async () => {
    time += 120_000
    const get = () => fetch(`${site.baseUrl}${paths.networkApi('nothing')}`)
    for (let asked = 1; asked <= requestsAMinute; asked += 1) {
      const answer = await get()
      await answer.text()
      assert.equal(answer.status, 404)
      if (asked === 1)
        assert.equal(answer.headers.get('ratelimit'), `"address";r=${requestsAMinute - 1};t=60`)
    }
    time += 20_000
    const refused = await get()
    assert.equal(refused.status, 429)
    assert.equal(refused.headers.get('retry-after'), '40')
    assert.match(refused.headers.get('content-type') ?? '', /problem\+json/)
    time += 40_000
    assert.equal((await get()).status, 404)
  })

  it('counts a subscriber of IPv6 once, whichever of its addresses asks', () => {
    assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2::9'))
    assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'))
    assert.equal(networkOf('192.0.2.1'), '192.0.2.1')
    assert.equal(networkOf('::ffff:192.0.2.1'), '::ffff:192.0.2.1')
    assert.equal(networkOf('::1'), '0:0:0:0')
  })
})
