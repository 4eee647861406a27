/** What a program sends: with a key that holds, all of it or none, once; and every way in which it is refused. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { requestsAMinute, revokeKey } from '#store/upload/key.ts'
import { keepSent } from '#store/upload/send.ts'
import { example } from '#web/api/documentation.tsx'
import { paths } from '#web/paths.ts'
import { nhsNumber } from './rows.ts'
import { code, countsOf, uploadSite } from './support.ts'

const site = await uploadSite()
const key = await site.makeKey()
const auth = { authorization: `Bearer ${key}` }
const treatment = (index: number, over: object = {}) => ({
  ...example,
  localKey: `P-${index}`,
  patient: { system: 'nhs', value: nhsNumber(index) },
  ...over,
})
const some = (count: number, from = 0) => Array.from({ length: count }, (_, index) => treatment(from + index))
const json = async (response: Response) => (await response.json()) as Record<string, unknown>

describe('a program with a key', () => {
  it('sends what the documentation shows, as an array or by lines, and reads what became of it', async () => {
    assert.match(await site.page(paths.registryApi(), ''), new RegExp(example.localKey))
    const sent = await site.call([example], auth)
    assert.equal(sent.status, 201)
    const said = await json(sent)
    assert.deepEqual({ ...said, upload: '' }, { upload: '', new: 1, changed: 0, same: 0 })
    const lines = [example, ...some(2)].map((each) => JSON.stringify(each)).join('\n')
    const more = await json(
      await site.call(`${lines}\n\n`, { ...auth, 'content-type': 'application/x-ndjson' }),
    )
    assert.deepEqual({ ...more, upload: '' }, { upload: '', new: 2, changed: 0, same: 1 })
    const state = await fetch(new URL(sent.headers.get('location') ?? '', site.baseUrl), { headers: auth })
    assert.deepEqual(
      { ...(await json(state)), upload: '', at: '' },
      {
        ...{
          upload: '',
          at: '',
          state: 'kept',
          rows: 1,
          new: 1,
          changed: 0,
          same: 0,
          refused: 0,
          problems: [],
        },
      },
    )
    assert.deepEqual(await countsOf(site), { treatments: 3, entries: 3, withdrawn: 0 })
  })

  it('is signed as the key, in the log that the organisation sees', async () => {
    const log = await site.page(paths.uploadsOf(code))
    assert.match(log, /The key “Radiology system”/)
    assert.match(await site.page(paths.uploadsPart(code, 'keys')), /Holds/)
    const { rows } = await site.store.owner.query(
      "select distinct author, role from record_entry where subject like 'past:%'",
    )
    assert.match(rows[0].author, /^key:[0-9a-f-]{36}$/)
    assert.equal(rows[0].role, 'program')
    const { rows: kept } = await site.store.owner.query('select * from upload_key')
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(key.slice(8)))
  })

  it('keeps nothing where one treatment has something wrong, and is told which, without a patient’s number', async () => {
    const before = await countsOf(site)
    const wrong = [
      treatment(50),
      treatment(51, { lastSeenOn: '2001-01-01' }),
      { ...treatment(52), name: 'Ada' },
      treatment(50),
      7,
    ]
    const refused = await site.call(
      [...wrong, treatment(54, { patient: { system: 'nhs', value: '9434765918' } })],
      auth,
    )
    assert.equal(refused.status, 422)
    assert.equal(refused.headers.get('content-type'), 'application/problem+json; charset=utf-8')
    const said = await json(refused)
    const problems = said.problems as { row: number; field: string | null; words: string }[]
    assert.deepEqual(
      problems.map(({ row, field }) => [row, field]),
      [
        [2, 'lastSeenOn'],
        [3, 'name'],
        [4, 'localKey'],
        [5, null],
        [6, 'patient.value'],
      ],
    )
    assert.doesNotMatch(JSON.stringify(said), /943476591|999\d{7}/)
    assert.deepEqual(await countsOf(site), before)
    const log = await site.page(paths.uploadOf(code, String(said.upload)))
    assert.match(log, /Refused: 5 of 6 rows cannot be kept as they are\. Nothing of it was kept/)
  })

  it('fills no log with one mistake: of its latest twenty refusals it is kept what was wrong', async () => {
    const again = { authorization: `Bearer ${await site.makeKey('again')}` }
    const uploads: string[] = []
    for (let sent = 0; sent < 22; sent += 1)
      uploads.push(String((await json(await site.call([{ ...treatment(70), wrong: sent }], again))).upload))
    const { rows } = await site.store.owner.query('select distinct upload from upload_problem')
    const kept = new Set(rows.map(({ upload }: { upload: string }) => upload))
    assert.deepEqual(
      uploads.map((id) => kept.has(id)),
      uploads.map((_, at) => at >= 2),
    )
    assert.match(await site.page(paths.uploadOf(code, uploads[0] ?? '')), /no longer of this one/)
    assert.match(await site.page(paths.uploadOf(code, uploads[21] ?? '')), /What is wrong, by treatment/)
  })

  it('is told of fields that the schema does not know, and not what somebody wrote in place of their names', async () => {
    const before = await countsOf(site)
    const names = ['Smith, John', '943 476 5919', 'a\u0000b', 'x'.repeat(100_000), '__proto__']
    const refused = await site.call(
      `[{"__proto__":1,${JSON.stringify({ ...treatment(60), minuts: 3, ...Object.fromEntries(names.map((name) => [name, 1])) }).slice(1)}]`,
      auth,
    )
    assert.equal(refused.status, 422)
    const said = await refused.text()
    assert.match(said, /There is no field “minuts”.*There are 5 more fields that the schema does not know/s)
    assert.doesNotMatch(said, /Smith|943|xxxx/)
    const many = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, 1]))
    assert.equal((await site.call([{ ...treatment(60), ...many }], auth)).status, 422)
    assert.deepEqual(await countsOf(site), before)
  })

  it('is refused a key or an operator’s code that a patient could be known by', async () => {
    const patient = { system: 'local', value: 'H123456' }
    for (const over of [
      ...['943-476-5919', '943.476.5919', 'NHS9434765919', '943476-5919'].map((localKey) => ({ localKey })),
      { localKey: '2019/h123456-1', patient },
      { operator: '9434765919' },
    ]) {
      const refused = await site.call([treatment(70, over)], auth)
      assert.equal(refused.status, 422, JSON.stringify(over))
      assert.doesNotMatch(await refused.text(), /9434765919|943-476|123456/i)
    }
  })

  it('is answered again as it was when it sends the same again, and told when it is something else', async () => {
    const once = { ...auth, 'idempotency-key': 'night-1' }
    const first = await site.call(some(3, 100), once)
    const again = await site.call(some(3, 100), once)
    assert.equal(again.headers.get('idempotency-replayed'), 'true')
    assert.deepEqual(await json(again), await json(first))
    assert.equal((await site.call(some(3, 200), once)).status, 422)
    const bad = { ...auth, 'idempotency-key': 'night-2' }
    const refused = await json(await site.call([treatment(300, { sex: 'x' })], bad))
    assert.deepEqual(await json(await site.call([treatment(300, { sex: 'x' })], bad)), refused)
    assert.equal((await site.call(some(1), { ...auth, 'idempotency-key': 'a b' })).status, 400)
  })

  it('is refused in words for what is no treatment, too much, or in another form', async () => {
    for (const [body, headers, status] of [
      ['{"a":1}', {}, 400],
      ['[', {}, 400],
      ['[x]', {}, 400],
      ['[]', { 'content-encoding': 'gzip' }, 415],
      ['[]', {}, 400],
      ['[{]', { 'content-type': 'application/x-ndjson' }, 400],
      ['[]', { 'content-type': 'application/xml' }, 415],
      [JSON.stringify(Array.from({ length: 10_001 }, () => 0)), {}, 413],
      [`"${'x'.repeat(17 * 2 ** 20)}"`, {}, 413],
    ] as const) {
      const response = await site.call(body, { ...auth, ...headers })
      assert.equal(response.status, status, body.slice(0, 20))
      assert.equal((await json(response)).status, status)
    }
  })

  it('waits its turn while another upload of its organisation is being kept', async () => {
    const other = await site.store.owner.connect()
    await other.query("select pg_advisory_lock(hashtextextended('upload ZUP', 0))")
    const busy = await site.call(some(1, 400), auth)
    assert.equal(busy.status, 409)
    assert.equal(busy.headers.get('retry-after'), '10')
    await other.query('select pg_advisory_unlock_all()')
    other.release()
  })
})

describe('a key', () => {
  it('that is missing, unknown, expired or revoked opens nothing, whoever is signed in', async () => {
    for (const headers of [
      {},
      { cookie: site.lead },
      { authorization: 'Bearer fpu_none' },
      { authorization: 'Basic eDp5' },
    ]) {
      const response = await site.call(some(1), headers)
      assert.equal(response.status, 401)
      assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer/)
    }
    const old = await site.makeKey('Old system')
    await site.store.owner.query("update upload_key set expires_at = now() where name = 'Old system'")
    assert.match(
      String((await json(await site.call(some(1), { authorization: `Bearer ${old}` }))).detail),
      /expired/,
    )
    const lost = await site.makeKey('Lost system')
    const list = await site.page(paths.uploadsPart(code, 'keys'))
    const row = list.slice(list.indexOf('Lost system'))
    const revoke = /action="(\/uploads\/ZUP\/keys\/[0-9a-f-]{36}\/revoke)"/.exec(row)?.[1] ?? ''
    await site.post(revoke, {}, site.lead)
    assert.match(
      String((await json(await site.call(some(1), { authorization: `Bearer ${lost}` }))).detail),
      /revoked/,
    )
  })

  it('that is revoked while treatments are on their way keeps none of them', async () => {
    const before = await countsOf(site)
    const { rows } = await site.store.owner.query("select id from upload_key where name = 'Radiology system'")
    const shown = { id: rows[0].id, organisation: code, name: 'Radiology system' }
    const sending = { key: shown, once: null, request: Buffer.alloc(32), bytes: 1 }
    // The guard let it in; then, before it is kept, somebody revokes the key.
    await site.own((db) =>
      revokeKey(db, { id: shown.id, organisation: code, person: site.leadId }, new Date()),
    )
    const sent = await keepSent(site.store.db, sending, [treatment(900) as never], new Date())
    assert.equal(sent.outcome, 'key-gone')
    assert.deepEqual(await countsOf(site), before)
    await site.store.owner.query("update upload_key set revoked_at = null where name = 'Radiology system'")
  })

  it('is of one organisation: it neither changes nor reads what others sent', async () => {
    const other = await site.signInAs('io-lead', 'ZOTHER')
    const made = await site.post(paths.uploadsPart('ZOTHER', 'keys'), { name: 'Theirs', days: '90' }, other)
    const theirs = /fpu_[A-Za-z0-9_-]{43}/.exec(await made.text())?.[0] ?? ''
    const sent = await json(await site.call([example], { authorization: `Bearer ${theirs}` }))
    assert.equal(sent.new, 1)
    const { upload } = await json(await site.call([example], auth))
    const asked = new URL(paths.registryApi(`uploads/${upload}`), site.baseUrl)
    assert.equal((await fetch(asked, { headers: { authorization: `Bearer ${theirs}` } })).status, 404)
  })

  it('that is used in a loop is told to wait', async () => {
    const busy = await site.makeKey('Looping system')
    await site.store.owner.query(
      "update upload_key set window_began = now(), window_count = $1 where name = 'Looping system'",
      [requestsAMinute],
    )
    const response = await site.call(some(1), { authorization: `Bearer ${busy}` })
    assert.equal(response.status, 429)
    assert.equal(response.headers.get('retry-after'), '60')
  })

  it('needs a name and a life, and is made by those who manage the service', async () => {
    assert.equal(
      (await site.post(paths.uploadsPart(code, 'keys'), { name: '', days: '9' }, site.lead)).status,
      422,
    )
    const radiologist = await site.signInAs('interventional-radiologist', code)
    assert.equal(
      (await site.post(paths.uploadsPart(code, 'keys'), { name: 'X1', days: '90' }, radiologist)).status,
      403,
    )
    assert.equal((await site.get(paths.uploadsPart(code, 'keys'), radiologist)).status, 200)
  })
})

describe('the schema for programs', () => {
  it('is made from the kind, and knows each of its fields', async () => {
    const schema = (await (await site.get(paths.registryApi('treatments.schema.json'))).json()) as {
      items: { properties: Record<string, unknown>; required: string[]; additionalProperties: boolean }
    }
    assert.deepEqual(schema.items.required.toSorted(), [
      'intent',
      'localKey',
      'procedure',
      'sex',
      'treatedOn',
    ])
    assert.equal(schema.items.additionalProperties, false)
    for (const name of Object.keys(example)) assert.ok(name in schema.items.properties, name)
  })
})
