/** Access over HTTP: what the pages and files say, who may change travel times, and bad files. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { seedDemonstration } from '#demonstration/seed.ts'
import { areas } from '#store/network/areas.ts'
import { problemsIn, wordsOf } from '#test/service/pages.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

const now = new Date('2026-11-22T10:00:00Z')

const site = await testSite({ config: { demonstration: true }, now: () => now })
await seedDemonstration(site.store, now)
const commissioner = await site.signInAs('commissioner')
const { code } = await site.store.db
  .selectFrom('organisation')
  .select('code')
  .where('closed_on', 'is', null)
  .orderBy('code')
  .executeTakeFirstOrThrow()

describe('the pages of access', () => {
  const read = async (path: string) => {
    const answer = await site.get(path, commissioner)
    assert.equal(answer.status, 200, path)
    return answer.text()
  }
  const words = async (path: string) => wordsOf(await read(path))
  const upload = async (content: string, cookie = commissioner) => {
    const form = new FormData()
    form.set('file', new File([content], 'times.csv', { type: 'text/csv' }))
    return fetch(`${site.baseUrl}${paths.networkTravel('upload')}`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { cookie, origin: site.baseUrl },
    })
  }

  it('say the share of people, the basis, the threshold that does not exist, and what they do not measure', async () => {
    const page = await words(paths.networkAccess({ procedure: 'lung-ablation' }))
    assert.match(
      page,
      /\d+% of people live within 45 minutes by car of one of the \d+ services that offer lung ablation/,
    )
    assert.match(page, /estimate from the distance, wrong by 15 to 19% on average/)
    assert.match(page, /No threshold for interventional oncology exists: 45 minutes is radiotherapy/)
    assert.match(page, /whether or not a referral pathway leads there/)
    assert.match(page, /Shetland Islands/)
    assert.match(page, /a fifth longer \(times 1\.2\)/)
    assert.match(page, /More winding roads: 1\.5/)
  })

  it('draw a map that is light: no more than 200 KB with everything', async () => {
    const html = await read(paths.networkAccess({ procedure: 'lung-ablation' }))
    assert.ok(html.length < 200_000, `${html.length}`)
    assert.match(html, /class="fp-band-4"/)
  })

  it('list every procedure with its shares, and say so where nobody offers one', async () => {
    const page = await words(paths.networkAccess())
    assert.match(page, /Lung ablation/)
    const csv = await read(paths.networkAccess({ procedure: 'lung-ablation', level: 'nations' }, 'csv'))
    const [header = '', whole = ''] = csv.split('\r\n')
    assert.match(header, /^procedure,day,travel_times,nation,place,people,up_to_30_min/)
    const cells = whole.split(',')
    assert.equal(cells[4], 'United Kingdom')
    const bands = cells.slice(6, 12).map(Number)
    assert.equal(
      bands.reduce((sum, count) => sum + count, 0),
      Number(cells[5]),
    )
  })

  it('are files of every place, down to the small area', async () => {
    for (const [level, rows] of [
      ['regions', 10],
      ['districts', 374],
      ['areas', areas().length],
    ] as const) {
      const csv = await read(paths.networkAccess({ procedure: 'liver-ablation', level }, 'csv'))
      assert.ok(csv.trim().split('\r\n').length - 1 >= rows, level)
    }
    assert.equal((await site.get(paths.networkAccess({}, 'csv'), commissioner)).status, 404)
  })

  it('show the small areas of a district, and none of a district that is not', async () => {
    const page = await words(
      paths.networkDistrict({ procedure: 'lung-ablation', district: 'Isle of Wight', nation: 'England' }),
    )
    assert.match(page, /18 small areas, the longest way first/)
    const nowhere = paths.networkDistrict({
      procedure: 'lung-ablation',
      district: 'Isle of Wight',
      nation: 'Wales',
    })
    assert.equal((await site.get(nowhere, commissioner)).status, 404)
  })

  it('take supply and demand as they are typed, and refuse what is no number beside its field', async () => {
    const page = await words(paths.networkCatchment({ procedure: 'liver-ablation', rate: '20', each: '30' }))
    assert.match(page, /treatments a year for each patient expected are within reach/)
    assert.match(page, /20 per million residents, as typed/)
    const html = await read(paths.networkCatchment({ procedure: 'liver-ablation', rate: '20', each: '30' }))
    assert.match(html, /<title id="access-map-title">Supply of liver ablation within 45 minutes/)
    for (const band of ['1', '2', '3', '4']) assert.match(html, new RegExp(`<path class="fp-band-${band}"`))
    assert.ok(html.length < 250_000, `${html.length}`)
    const odd = await site.get(paths.networkCatchment({ procedure: 'none', within: '7' }), commissioner)
    assert.equal(odd.status, 422)
    assert.match(
      await odd.text(),
      /There is no procedure “none”[\s\S]*Choose 30, 45, 60 or 90 minutes, not “7”/,
    )
    const bad = await site.get(paths.networkCatchment({ rate: 'many', each: '-1' }), commissioner)
    assert.equal(bad.status, 422)
    assert.equal(problemsIn(await bad.text()).length, 2)
    const csv = await read(
      paths.networkCatchment({ procedure: 'liver-ablation', rate: '20', each: '30' }, 'csv'),
    )
    assert.match(csv, /,per-patient,/)
  })

  it('say that a routing engine is missing and how to name one, with every crossing and its source', async () => {
    const page = await words(paths.networkTravel())
    assert.match(page, /ROUTING_ENGINE and ROUTING_URL/)
    assert.match(page, /the Severn, the Humber/)
    assert.match(page, /Belfast, Ireland .{0,20}Cairnryan, Great Britain/)
    assert.match(page, /Confirmed by no source/)
  })

  it('put a file of travel times in use whole, and take it out again', async () => {
    const [area] = areas()
    const sent = await upload(`origin,destination,minutes\n${code},${area?.code},7\n`)
    assert.equal(sent.status, 303)
    assert.match(await words(paths.networkTravel()), /times\.csv: 1 pair of 1 service, put in use by/)
    const taken = await site.post(paths.networkTravel('remove'), {}, commissioner)
    assert.equal(taken.status, 303)
    assert.match(await words(paths.networkTravel()), /No file is in use/)
  })

  it('refuse a bad file by line and use none of it', async () => {
    const [area] = areas()
    const sent = await upload(`origin,destination,minutes\n${code},${area?.code},7\nNOBODY,${area?.code},x\n`)
    assert.equal(sent.status, 422)
    const html = await sent.text()
    assert.deepEqual(problemsIn(html), ['One row cannot be read. Nothing was put in use'])
    assert.match(wordsOf(html), /3 .{0,30}Origin NOBODY is no organisation of today; minutes x/)
    assert.match(await words(paths.networkTravel()), /No file is in use/)
    for (const [content, told] of [
      ['', /empty|Choose/],
      ['origin,destination\nA,B\n', /no column minutes/],
      ['origin,destination,minutes\n', /no travel times/],
    ] as const) {
      const refused = await upload(content)
      assert.equal(refused.status, 422)
      assert.match(problemsIn(await refused.text()).join(), told)
    }
  })

  it('let only those change travel times who may propose', async () => {
    assert.equal((await upload('origin', await site.signInAs('researcher'))).status, 403)
    assert.equal((await site.get(paths.networkAccess(), await site.signInAs('referrer', code))).status, 403)
    assert.equal((await site.get(paths.networkAccess())).status, 302)
  })
})
