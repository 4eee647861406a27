/** The letter to an author: it goes where the author said, names nothing of the story, and not at all once forgotten. */

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { letterOf } from '#mail/census-letter.ts'
import { makeSecret } from '#store/census/link.ts'
import { messageById } from '#store/mail/message.ts'
import { decideOnStory } from '#store/story/decide.ts'
import { forgetStoryAddress, tellStory } from '#store/story/write.ts'
import { testStore } from '../support/store.ts'

const { db } = await testStore()
const at = new Date('2026-11-22T10:00:00.000Z')
const site = { baseUrl: 'http://localhost', mailFrom: 'Census <census@example.org>', demonstration: true }

it('is written to the address that was left, and says nothing of the story', async () => {
  const token = makeSecret().secret
  const { id } = await tellStory(db, {
    ...{ token, email: 'pat@example.net', at },
    body: {
      ...{ title: 'Home by teatime', words: 'It was quick. '.repeat(10), by: 'patient', procedure: null },
      ...{ condition: null, naming: 'anonymous', name: null, fictional: true },
    },
  })
  await decideOnStory(db, {
    ...{ id, seen: 1, decision: 'refuse', checked: [], said: 'It names a nurse of the ward.', at },
    by: { id: 'person:edda', name: 'Edda', role: 'editor' },
  })
  const queued = await db
    .selectFrom('mail_message')
    .select('id')
    .where('occasion', '=', id)
    .executeTakeFirst()
  const message = await messageById(db, queued?.id ?? '')
  assert.ok(message)
  const written = await letterOf(db, message, site, at)
  assert.ok(written.outcome === 'letter')
  assert.equal(written.recipient, 'pat@example.net')
  for (const secret of ['teatime', 'nurse', token, id])
    assert.ok(!written.letter.text.includes(secret), secret)
  assert.match(written.letter.subject, /^\[Fictional\]/)
  await forgetStoryAddress(db, id)
  assert.equal((await letterOf(db, message, site, at)).outcome, 'not-needed')
})
