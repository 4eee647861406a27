/** Pages in plain words over HTTP: each answers, says what waits for review, and counts cover as the census has it. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { coverByRegion } from '#core/plain/cover.ts'
import { PLAIN_PAGES } from '#core/plain/pages.ts'
import { CLOSED_EDITION, OPEN_EDITION } from '#demonstration/nation.ts'
import { seedDemonstration } from '#demonstration/seed.ts'
import { provisionData } from '#store/census/provision-data.ts'
import { publishedStories, storiesToModerate } from '#store/story/lists.ts'
import { paths } from '#web/paths.ts'
import { testSite } from '../support/site.ts'

const site = await testSite({ config: { demonstration: true } })
const { db } = site.store
const text = async (path: string) => {
  const answer = await site.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}

/** What stands before there is a census or a story. */
const before = { cover: await text(paths.plain('cover')), stories: await text(paths.stories()) }
await seedDemonstration({ db }, new Date())

describe('before anything was asked', () => {
  it('the page on cover says that nobody has said so', () => {
    assert.match(before.cover, /No census has opened yet/)
    assert.match(before.cover, /None of \d+ organisations has said so yet/)
  })

  it('there is no story, and the page says so', () => {
    assert.match(before.stories, /No story is published yet/)
  })
})

describe('on a seeded nation', () => {
  it('each page in plain words answers, names its sources and what waits, and leads to the others', async () => {
    for (const { id, title } of PLAIN_PAGES) {
      const page = await text(paths.plain(id))
      assert.ok(page.includes(title.replaceAll('?', '?')), id)
      assert.match(page, /No clinician has signed this page off yet/)
      assert.match(page, /id="source-1"/)
      assert.ok(Buffer.byteLength(page) < 100_000)
    }
    const about = await text(paths.about())
    for (const id of [
      ...PLAIN_PAGES.map((page) => page.id),
      'conditions',
      'treatments',
      'cover',
      'positions',
    ])
      assert.ok(about.includes(`"${paths.plain(id)}"`), id)
  })

  it('every mark leads to a source or a term that is there', async () => {
    const glossary = await text(paths.glossary())
    for (const { id } of PLAIN_PAGES) {
      const page = await text(paths.plain(id))
      for (const [, to = ''] of page.matchAll(/href="#(source-[^"]+)"/g))
        assert.ok(page.includes(`id="${to}"`), `${id} ${to}`)
      for (const [, to = ''] of page.matchAll(/href="\/glossary#([^"]+)"/g))
        assert.ok(glossary.includes(`id="${to}"`), `${id} ${to}`)
    }
  })

  it('cover is that of the census under way, and adds up to who was asked', async () => {
    const data = await provisionData(db, OPEN_EDITION.id, { withCorrections: false })
    assert.ok(data)
    const { all, regions } = coverByRegion(data.members)
    assert.equal(
      regions.reduce((sum, { asked }) => sum + asked, 0),
      data.members.length,
    )
    assert.ok(all.notSaid > 0 && all.here + all.network > 0)
    const page = await text(paths.plain('cover'))
    const { numerator, denominator } = all.aroundTheClock
    assert.ok(page.includes(`${numerator} of ${denominator} organisations that said so`))
    assert.ok(page.includes(`${all.notSaid} of ${all.asked} did not say`))
    for (const { region } of regions) assert.ok(page.includes(region ?? ''), region ?? '')
  })

  it('an edition that did not ask says so; one that there is not is not found', async () => {
    assert.match(await text(paths.plain('cover', { edition: CLOSED_EDITION.id })), /did not ask about it/)
    assert.equal((await site.get(paths.plain('cover', { edition: 'none' }))).status, 404)
  })

  it('the fictional stories say that they are: two are public, one waits', async () => {
    const { rows: stories } = await publishedStories(db)
    assert.equal(stories.length, 2)
    assert.equal((await storiesToModerate(db, 'waiting')).count, 1)
    for (const { id } of stories) assert.match(await text(paths.story(id)), /This story is fictional/)
    assert.equal((await text(paths.stories())).match(/Fictional\. Told by/g)?.length, 2)
  })

  it('position statements: none is made up, and the page says that there is none', async () => {
    assert.match(await text(paths.plain('positions')), /There is none today/)
  })
})
