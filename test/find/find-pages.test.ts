/** Find a service over HTTP: what a form leads to, what bad input gets, and where a postcode never turns up. */

import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { sql } from 'kysely'
import { outcodes } from '#store/place/gazetteer.ts'
import { plantAnswer, plantNation, type TestEdition } from '#test/map/nation.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const edition: TestEdition = { id: 'uk-2025', state: 'closed', censusOn: '2025-03-01' }
const liver = 'liver-ablation'
const both = {
  ioOffered: 'yes',
  kinds: 'both',
  supportiveProcedures: ['nephrostomy'],
  diseaseModifyingProcedures: [liver],
  irDepartment: 'yes',
  cover: 'round-the-clock-here',
}

// The organisations keep their real towns, so that places are what they are; the answers are invented.
const site = await testSite({ now: () => new Date('2026-11-22T12:00:00Z') })
const text = async (path: string, status = 200) => {
  const answer = await site.get(path)
  assert.equal(answer.status, status, path)
  return answer.text()
}
const asked = async (place: string, what = liver) => {
  const answer = await site.post(paths.find(), { place, for: what })
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
}

await plantNation(site.store, edition)
await plantAnswer(site.store, edition, 'RR8', both)
await sql`update organisation set closed_on = '2026-10-31', successor = 'RR8' where code = 'RAE'`.execute(
  site.store.db,
)

describe('find a service', () => {
  it('asks one form, and leads from it to an address with the first half of the postcode alone', async () => {
    const form = await text(paths.find())
    assert.match(form, /<form[^>]+action="\/find" method="post"|<form[^>]+method="post" action="\/find"/)
    for (const typed of [
      'LS1 3EX',
      'ls1 3ex',
      ' ls13ex ',
      'LS1-3EX',
      'ls1',
      '12 Great George Street, Leeds LS1 3EX',
    ]) {
      const { status, to } = await asked(typed)
      assert.equal(status, 303, typed)
      assert.equal(to, '/find?near=LS1&for=liver-ablation', typed)
    }
  })

  it('shows the services that provide it, the quickest to reach first, and how a referral gets there', async () => {
    const page = await text(paths.find({ near: 'LS1', for: liver }))
    assert.match(page, /<h1[^>]*>Liver ablation near LS1<\/h1>/)
    assert.match(
      page,
      /Leeds Teaching Hospitals NHS Trust<\/a><\/h3><p[^>]*><strong>5 minutes or less by car|About 5 minutes by car/i,
    )
    assert.match(page, /Interventional radiology: around the clock, every day, here\./)
    const minutes = [...page.matchAll(/<strong>About (?:(\d+) hours? ?)?(?:(\d+) minutes)? ?by car/g)].map(
      ([, hours, rest]) => Number(hours ?? 0) * 60 + Number(rest ?? 0),
    )
    assert.ok(minutes.length >= 5)
    assert.deepEqual(
      minutes,
      minutes.toSorted((one, other) => one - other),
    )
    assert.match(page, /Times are estimated from the distance, from the middle of LS1/)
    assert.match(page, /A meeting of specialists decides/)
    assert.doesNotMatch(page, /accredit/i, 'nothing is known of accreditation, so nothing is said')
  })

  it('shows the same as a map, and leads to the national one', async () => {
    const page = await text(paths.find({ near: 'LS1', for: liver, as: 'map' }))
    assert.match(page, /<svg[^>]+class="fp-map"/)
    assert.match(page, /aria-label="Leeds Teaching Hospitals NHS Trust: provides it"/)
    assert.match(page, /href="\/map\?place=LS1&amp;procedure=liver-ablation"/)
  })

  it('lists what may be used for a condition, as no advice, and looks for what treats it', async () => {
    const page = await text(paths.find({ near: 'LS1', for: 'cancer-of-the-kidney' }))
    assert.match(page, /This is no advice: an MDT meeting decides/)
    assert.match(page, /Awaits clinical review/)
    assert.match(page, /Provides kidney ablation/)
    assert.doesNotMatch(page, /Provides[^.]*biopsy/)
  })

  it('does not list who has not answered the census, and says so', async () => {
    const { rows } = await sql<{ code: string; name: string }>`
      select o.code, o.name from organisation o where o.closed_on is null
        and not exists (select from census_response r where r.organisation = o.code) order by o.code limit 1`.execute(
      site.store.db,
    )
    const [silent] = rows
    assert.ok(silent)
    const page = await text(paths.find({ near: `at-${silent.code}`, for: liver }))
    const [provide = '', unknown = ''] = page.split('Not known</h3>')
    assert.ok(!provide.split('id="services"')[1]?.includes(`/services/${silent.code}"`))
    assert.ok(unknown.includes(`/services/${silent.code}"`))
  })

  it('leaves out a service that closed last month, and says who carries it on', async () => {
    const page = await text(paths.find({ near: 'at-RAE', for: liver }))
    assert.match(
      page,
      /closed on 31 October 2026; <a href="\/services\/RR8">Leeds Teaching Hospitals NHS Trust<\/a> carries on its services/,
    )
    assert.doesNotMatch(page, /<h3[^>]*><a href="\/services\/RAE">/)
  })

  it('in a region or nation lists by name, without times', async () => {
    const page = await text(paths.find({ near: 'in-wales', for: liver }))
    assert.match(page, /Services in Wales, by name/)
    assert.doesNotMatch(page, /by car/)
  })

  it('from Shetland goes by ferry, and says so', async () => {
    const far = await text(paths.find({ near: 'ZE1', for: 'spread-to-the-liver' }))
    assert.match(far, /provides? treatment for cancer that has spread to the liver/)
    const page = await text(paths.find({ near: 'ZE1', for: 'selective-internal-radiation-therapy' }))
    assert.match(page, /by car and ferry|no road or car ferry/)
    assert.match(page, /Ask the team that\s+looks after you/)
  })

  it('of a procedure that the edition did not ask about says so, and lists nobody', async () => {
    await sql`update census_edition set questionnaire_version = 1 where id = ${edition.id}`.execute(
      site.store.db,
    )
    await sql`update census_revision set revision = revision + 1 where edition = ${edition.id} and stripe = 0`.execute(
      site.store.db,
    )
    const page = await text(paths.find({ near: 'LS1', for: 'marker-insertion' }))
    assert.match(page, /The census has not asked about this procedure/)
    assert.doesNotMatch(page, /<ol class="fp-find__list">/)
    await sql`update census_edition set questionnaire_version = 2 where id = ${edition.id}`.execute(
      site.store.db,
    )
    await sql`update census_revision set revision = revision + 1 where edition = ${edition.id} and stripe = 0`.execute(
      site.store.db,
    )
  })

  it('costs six queries at most, and four when it is asked again', async () => {
    const address = paths.find({ near: 'M13', for: liver })
    await text(address)
    const spy = mock.method(site.store.pool, 'connect')
    const queries = mock.method(site.store.pool, 'query')
    await text(address)
    const count = spy.mock.callCount() + queries.mock.callCount()
    mock.restoreAll()
    assert.ok(count <= 6, `${count}`)
  })
})

describe('what cannot be found', () => {
  it('comes back with words beside the field, and what was typed in it', async () => {
    const none = await asked('LS47 1AA')
    assert.equal(none.status, 422)
    assert.match(none.text, /<title>Error: Find a service/)
    assert.match(none.text, /There is no such postcode in the United Kingdom\. Choose one of those below/)
    assert.match(none.text, /value="LS47 1AA"/)
    assert.match(none.text, /near=LS4&amp;for=liver-ablation/)
    const nowhere = await asked('Qqqqqqqq')
    assert.equal(nowhere.status, 422)
    assert.match(nowhere.text, /We do not know that place/)
    assert.match((await asked('')).text, /Enter a postcode or the name of a place/)
    const odd = await asked('LS1', 'no-such-thing')
    assert.equal(odd.status, 422)
    assert.match(odd.text, /Choose what for from the list/)
  })

  it('in Jersey, Guernsey or the Isle of Man is told kindly', async () => {
    for (const [typed, key, words] of [
      ['JE2 3AB', 'JE2', 'JE2 is in Jersey'],
      ['gy11ab', 'GY1', 'GY1 is in Guernsey'],
      ['IM1 1AA', 'IM1', 'IM1 is in the Isle of Man'],
    ]) {
      const { status, to } = await asked(typed ?? '', '')
      assert.equal(status, 303)
      assert.equal(to, `/find?near=${key}`)
      assert.ok((await text(to ?? '')).includes(words ?? ''), typed)
    }
    assert.match(await text('/find?near=Jersey'), /That is Jersey/)
  })

  it('or is ambiguous, is chosen from', async () => {
    const { status, to } = await asked('Newport')
    assert.equal(status, 303)
    const page = await text(to ?? '')
    assert.match(page, /Which “Newport”\?/)
    assert.match(page, /near=district-newport&amp;for=liver-ablation/)
    assert.match(page, /near=town-newport-r1f&amp;for=liver-ablation/)
    const part = await asked('SW1')
    assert.match(part.text, /near=SW1A&amp;for=liver-ablation/)
  })

  it('for letters that look like digits is put right, and said', async () => {
    const { to } = await asked('MI 1AE')
    assert.equal(to, '/find?near=M1&for=liver-ablation&read=alike')
    assert.match(await text(to ?? ''), /We took what you typed for a postcode in M1/)
  })

  it('is no script and no crash, whatever is typed', async () => {
    for (const typed of [
      '<script>alert(1)</script>',
      '%',
      "'; drop table organisation; --",
      '🙂',
      'ÅÄÖ',
      'a'.repeat(5000),
      '\u0000',
    ]) {
      const { status, text: page } = await asked(typed)
      assert.ok([200, 303, 422].includes(status), typed.slice(0, 20))
      assert.ok(!page.includes('<script>alert'))
    }
  })
})

describe('a whole postcode', () => {
  const inward = '9ZQ'
  const whole = new RegExp(`LS1[^A-Z0-9]{0,3}${inward}`, 'i')

  it('in somebody else’s link goes no further than the first half', async () => {
    for (const path of [`/find?near=LS1+${inward}`, `/find?near=ls1${inward}&for=${liver}`]) {
      const answer = await site.get(path)
      assert.equal(answer.status, 302)
      assert.doesNotMatch(answer.headers.get('location') ?? '', whole)
    }
  })

  it('is in no address, no header, no log line and no row of the database, found or failed', async () => {
    const said: string[] = []
    const consoles = (['log', 'error', 'warn', 'info'] as const).map((name) =>
      mock.method(console, name, (...words: unknown[]) => void said.push(words.map(String).join(' '))),
    )
    const headers: string[] = []
    for (const place of [`LS1 ${inward}`, `ls1${inward}`, `Flat 2, Leeds LS1 ${inward}`]) {
      const found = await site.post(paths.find(), { place, for: liver })
      headers.push(JSON.stringify([...found.headers]))
      assert.equal(found.status, 303)
    }
    const { pool } = site.store
    const broken = mock.method(pool, 'connect', () =>
      Promise.reject(Object.assign(new Error(`for LS1 ${inward}`), { code: 'XX000' })),
    )
    const failed = await site.post(paths.find(), { place: `LS1 ${inward}`, for: liver })
    headers.push(JSON.stringify([...failed.headers]))
    const page = await failed.text()
    for (const each of [broken, ...consoles]) each.mock.restore()
    assert.equal(failed.status, 500)
    assert.ok(
      said.some((line) => line.includes('"problem"')),
      'the failure was logged',
    )
    assert.doesNotMatch(said.join('\n'), whole)
    assert.doesNotMatch(page, whole)
    assert.doesNotMatch(headers.join('\n'), whole)
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
      site.store.db,
    )
    assert.ok(rows.length > 30)
    for (const { name } of rows) {
      const { rows: held } = await site.store.owner.query(
        `select count(*)::int as held from "${name}" t where t::text ilike '%${inward}%'`,
      )
      assert.equal(held[0].held, 0, name)
    }
  })

  it('is asked back in a page that nothing keeps', async () => {
    const answer = await site.post(paths.find(), { place: `ZZ1 ${inward}`, for: liver })
    assert.equal(answer.status, 422)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  })

  it('cannot be shown: the address to share says the first half', async () => {
    for (const near of ['LS1', 'ZE1', 'BT1'].filter((one) => outcodes().has(one))) {
      const page = await text(paths.find({ near, for: liver }))
      assert.ok(page.includes(`value="${site.baseUrl}/find?near=${near}&amp;for=liver-ablation"`))
    }
  })
})
