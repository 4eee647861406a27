/** A story's life in a real database: told, read, changed, published, taken down, withdrawn and erased. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CHECKS } from '#core/story/checks.ts'
import { storySubject } from '#core/story/kinds.ts'
import type { StoryBody } from '#core/story/story.ts'
import { makeSecret } from '#store/census/link.ts'
import { entriesOf } from '#store/record/read.ts'
import { verifyStore } from '#store/record/verify.ts'
import { decideOnStory, storyAddress } from '#store/story/decide.ts'
import { publishedStories, storiesAPage, storiesToModerate } from '#store/story/lists.ts'
import { publishedStory, storyOfToken } from '#store/story/read.ts'
import { changeStory, forgetStoryAddress, tellStory, withdrawStory } from '#store/story/write.ts'
import { testStore } from '../support/store.ts'

const { db } = await testStore()
const at = new Date('2026-11-22T10:00:00.000Z')
const edda = { id: 'person:edda', name: 'Edda', role: 'editor' }
const all = CHECKS.map(({ id }) => id)
const body = (words = 'It was a long day and a good one. '.repeat(5)): StoryBody => ({
  ...{ title: 'A long day', words: words.trim(), by: 'patient', procedure: 'nephrostomy', condition: null },
  ...{ naming: 'anonymous', name: null, fictional: false },
})
const open = async (token: string) => {
  const story = await storyOfToken(db, token)
  assert.ok(story)
  return story
}
async function told(email: string | null = null) {
  const token = makeSecret().secret
  const { id } = await tellStory(db, { token, body: body(), email, at })
  return { token, id }
}
const decide = (id: string, seen: number, decision: 'publish' | 'ask-change' | 'refuse' | 'take-down') =>
  decideOnStory(db, {
    ...{ id, seen, decision, by: edda, at, checked: decision === 'publish' ? all : [] },
    said: decision === 'publish' ? null : 'Please take the name out.',
  })

describe('a story', () => {
  it('is taken once however often its form is sent, and nobody can read it yet', async () => {
    const { token, id } = await told()
    const again = await tellStory(db, { token, body: body('Another text. '.repeat(20)), email: null, at })
    assert.deepEqual(again, { outcome: 'told-before', id })
    assert.equal((await entriesOf(db, storySubject(id))).length, 1)
    assert.equal(await publishedStory(db, id), null)
    assert.equal((await publishedStories(db)).count, 0)
    assert.equal((await open(token)).state, 'waiting')
  })

  it('sent twice at once is one', async () => {
    const token = makeSecret().secret
    const both = await Promise.all([1, 2].map(() => tellStory(db, { token, body: body(), email: null, at })))
    assert.equal(both[0]?.id, both[1]?.id)
    assert.deepEqual(both.map(({ outcome }) => outcome).toSorted(), ['told', 'told-before'])
  })

  it('opens by its own link alone', async () => {
    const { token } = await told()
    assert.equal(await storyOfToken(db, makeSecret().secret), null)
    assert.equal(await storyOfToken(db, `${token}A`), null)
    assert.equal(await storyOfToken(db, "' or 1=1 --"), null)
  })

  it('is published only with every check made, and by one moderator: the second sees what the first did', async () => {
    const { id, token } = await told()
    const unchecked = await decideOnStory(db, {
      ...{ id, seen: 1, decision: 'publish', checked: all.slice(1), said: null, by: edda, at },
    })
    assert.deepEqual(unchecked, { outcome: 'not-checked', missing: all.slice(0, 1) })
    const [one, other] = await Promise.all([decide(id, 1, 'publish'), decide(id, 1, 'refuse')])
    const outcomes = [one, other].map(({ outcome }) => outcome)
    assert.deepEqual(outcomes.toSorted(), ['decided', 'overtaken'])
    assert.equal((await open(token)).decidedBy, 'Edda')
  })

  it('a moderator cannot publish what the author has changed since', async () => {
    const { id, token } = await told()
    await changeStory(db, { token, seen: 1, body: body('Words anew. '.repeat(20)), keepsPublished: true, at })
    const late = await decide(id, 1, 'publish')
    assert.equal(late.outcome, 'overtaken')
    assert.equal(await publishedStory(db, id), null)
  })

  it('that is changed stands as it was until the change is read, if its author wants that', async () => {
    const { id, token } = await told()
    await decide(id, 1, 'publish')
    const first = await publishedStory(db, id)
    const next = { token, seen: 2, body: { ...body(), title: 'A longer day' }, at }
    assert.equal((await changeStory(db, { ...next, keepsPublished: true })).outcome, 'told')
    assert.equal((await publishedStory(db, id))?.title, 'A long day')
    assert.equal((await changeStory(db, { ...next, keepsPublished: true })).outcome, 'overtaken')
    await decide(id, 3, 'publish')
    assert.equal((await publishedStory(db, id))?.title, 'A longer day')
    // The text before is kept nowhere any more.
    const old = (await entriesOf(db, storySubject(id))).find((each) => each.id === first?.entry)
    assert.equal(old?.body, null)
    await changeStory(db, { ...next, seen: 4, keepsPublished: false })
    assert.equal(await publishedStory(db, id), null)
  })

  it('that is taken down is gone for readers, and its author is told why', async () => {
    const { id, token } = await told()
    await decide(id, 1, 'publish')
    assert.equal((await decide(id, 2, 'take-down')).outcome, 'decided')
    assert.equal(await publishedStory(db, id), null)
    const story = await open(token)
    assert.equal(story.state, 'taken-down')
    assert.equal(story.said, 'Please take the name out.')
    const read = await storiesToModerate(db, 'read')
    assert.ok(read.rows.some((each) => each.id === id && !each.isPublic))
    const waiting = await storiesToModerate(db, 'waiting')
    assert.ok(waiting.rows.every(({ state }) => state === 'waiting'))
  })

  it('is on exactly one page of its list, however many there are', async () => {
    for (let made = 0; made <= storiesAPage; made++) await told()
    const first = await storiesToModerate(db, 'waiting')
    assert.equal(first.rows.length, storiesAPage)
    assert.equal(first.pages, 2)
    const second = await storiesToModerate(db, 'waiting', 2)
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    assert.equal(new Set(ids).size, first.count)
    assert.equal(first.counts.waiting, first.count)
    assert.deepEqual(await storiesToModerate(db, 'waiting', 99), second)
    const listed = await publishedStories(db, { page: 99 })
    assert.equal(listed.page, listed.pages)
  })

  it('an address is in no entry, is written to when something is decided, and is forgotten when asked', async () => {
    const { id } = await told('jo@example.org')
    await decide(id, 1, 'ask-change')
    const entries = JSON.stringify(await entriesOf(db, storySubject(id)))
    assert.ok(!entries.includes('example.org'))
    const mail = await db.selectFrom('mail_message').selectAll().where('occasion', '=', id).execute()
    assert.deepEqual(
      mail.map(({ purpose, recipient }) => [purpose, recipient]),
      [['story', 'The author of a story']],
    )
    assert.equal(await storyAddress(db, id), 'jo@example.org')
    await forgetStoryAddress(db, id)
    assert.equal(await storyAddress(db, id), null)
  })

  it('that is withdrawn is erased, from the record too, and every chain still verifies', async () => {
    const { id, token } = await told('jo@example.org')
    await decide(id, 1, 'publish')
    assert.equal((await withdrawStory(db, { token, at })).outcome, 'withdrawn')
    assert.equal(await publishedStory(db, id), null)
    const entries = await entriesOf(db, storySubject(id))
    assert.ok(entries.length >= 5)
    assert.ok(!JSON.stringify(entries).includes('It was a long day'))
    assert.equal(await storyAddress(db, id), null)
    assert.equal((await open(token)).latest, null)
    assert.equal((await withdrawStory(db, { token, at })).outcome, 'withdrawn')
    assert.equal((await entriesOf(db, storySubject(id))).length, entries.length)
    const again = await changeStory(db, { token, seen: 3, body: body(), keepsPublished: false, at })
    assert.equal(again.outcome, 'withdrawn')
    const verified = await verifyStore(db, { publicKeys: [] })
    assert.equal(verified.firstFault, null)
    assert.ok(verified.erased >= 2)
  })
})
