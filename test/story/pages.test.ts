/** Stories over HTTP: told without an account, opened by a private link, read by a moderator, withdrawn. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CHECKS } from '#core/story/checks.ts'
import { makeSecret } from '#store/census/link.ts'
import { paths } from '#web/paths.ts'
import { testSite } from '../support/site.ts'

let clock = new Date('2026-11-22T10:00:00Z')
const site = await testSite({ now: () => clock })
const { db } = site.store
const editor = await site.signInAs('editor')
const other = await site.signInAs('editor')
const reviewer = await site.signInAs('clinical-reviewer')
/** Another minute: the limit by address begins anew. */
const later = () => {
  clock = new Date(clock.getTime() + 61_000)
}

const good = {
  title: 'Home by teatime',
  words: `It hurt less than I had thought.\n\n${'The day went by quickly. '.repeat(8)}`,
  by: 'patient',
  procedure: 'nephrostomy',
  naming: 'first-name',
  name: 'Pat',
  'consent-publish': 'yes',
  'consent-own': 'yes',
  'consent-others': 'yes',
}
const text = async (path: string, cookie?: string) => (await site.get(path, cookie)).text()
const where = (answer: Response) => answer.headers.get('location') ?? ''

async function tell(changes: Readonly<Record<string, string>> = {}) {
  later()
  const token = makeSecret().secret
  const answer = await site.post(paths.storyTell(), { ...good, token, ...changes })
  const row = await db.selectFrom('story').select('id').orderBy('told_at', 'desc').limit(1).executeTakeFirst()
  return { token, answer, id: row?.id ?? '' }
}
const ticked = Object.fromEntries(CHECKS.map(({ id }) => [`check-${id}`, 'yes']))
const publish = (id: string, seen = '1', cookie = editor) =>
  site.post(paths.storiesModerate(id), { seen, decision: 'publish', ...ticked }, cookie)

describe('telling a story', () => {
  it('needs no account, gives a private link once, and shows nothing to others', async () => {
    const form = await text(paths.storyTell())
    assert.match(form, /name="token" value="[A-Za-z0-9_-]{43}"/)
    const { answer, token, id } = await tell({ email: 'pat@example.org' })
    assert.equal(where(answer), `${paths.storyOwn(token)}?done=sent`)
    const sent = await text(where(answer))
    assert.match(sent, /Your private link: keep it/)
    assert.ok(sent.includes(`${site.baseUrl}${paths.storyOwn(token)}`))
    const again = await site.get(paths.storyOwn(token))
    assert.equal(again.headers.get('cache-control'), 'no-store')
    assert.match(again.headers.get('x-robots-tag') ?? '', /noindex/)
    const page = await again.text()
    assert.ok(!page.includes('Your private link: keep it'))
    assert.ok(!page.includes('pat@example.org'))
    assert.equal((await site.get(paths.story(id))).status, 404)
    assert.ok(!(await text(paths.stories())).includes('Home by teatime'))
  })

  it('sent twice is one, and leads to the same link', async () => {
    const { token } = await tell()
    const count = async () => (await db.selectFrom('story').select('id').execute()).length
    const before = await count()
    const twice = await site.post(paths.storyTell(), { ...good, token })
    assert.equal(where(twice), `${paths.storyOwn(token)}?done=sent-before`)
    assert.equal(await count(), before)
  })

  it('says beside each field what is missing, and keeps what was typed', async () => {
    const { answer } = await tell({
      title: '',
      words: 'Too short',
      naming: '',
      'consent-own': '',
      email: 'none',
    })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    for (const words of [
      'Give your story a title',
      'Write a little more',
      'Choose whether a name',
      'Enter an e-mail',
    ])
      assert.ok(page.includes(words), words)
    assert.match(page, /Too short<\/textarea>/)
    assert.match(page, /Tick all three/)
  })

  it('asks once about what looks like a number or an address; then a moderator sees it marked', async () => {
    const words = `${good.words} Ring me on 0113 496 0000, my number is 999 000 0018.`
    const { answer } = await tell({ words })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, /a telephone number \(0113 496 0000\) and an NHS number \(999 000 0018\)/)
    assert.match(page, /leave it as it is/)
    const { answer: kept, id } = await tell({ words: `${words} Dr Smith came.`, 'keep-hints': 'yes' })
    assert.equal(kept.status, 303)
    const review = await text(paths.storiesModerate(id), editor)
    assert.match(review, /<mark[^>]*>0113 496 0000<span[^>]*> \[a telephone number\?\]/)
    assert.match(review, /<mark[^>]*>Dr Smith<span[^>]*> \[somebody’s name\?\]/)
  })

  it('a script in it is text, for the moderator and for everybody', async () => {
    const words = `${good.words}\n\n<script>alert(1)</script><img src=x onerror=alert(1)>`
    const { id } = await tell({ words, title: '<b>Bold</b> words', name: '<i>Pat</i>' })
    const review = await text(paths.storiesModerate(id), editor)
    assert.equal((await publish(id)).status, 303)
    for (const page of [review, await text(paths.story(id)), await text(paths.stories())]) {
      assert.ok(!page.includes('<script>alert'))
      assert.ok(!page.includes('<img src=x'))
      assert.ok(!page.includes('<b>Bold') && !page.includes('<i>Pat'))
    }
    assert.ok((await text(paths.story(id))).includes('&lt;script&gt;alert(1)&lt;/script&gt;'))
  })

  it('refuses 50 MB in plain words, takes no file, and is limited by address', async () => {
    later()
    const large = await fetch(`${site.baseUrl}${paths.storyTell()}`, {
      method: 'POST',
      headers: { Origin: site.baseUrl, 'Content-Type': 'multipart/form-data; boundary=x' },
      body: new Uint8Array(50 * 1024 * 1024),
    }).catch((error: unknown) => error)
    // The site may close the connection before it has taken all of it.
    if (large instanceof Response) {
      assert.equal(large.status, 413)
      assert.match(await large.text(), /That is too large/)
    }
    const form = new FormData()
    for (const [name, value] of Object.entries(good)) form.set(name, value)
    form.set('token', makeSecret().secret)
    form.set('picture', new Blob([new Uint8Array(1000)], { type: 'image/png' }), 'me.png')
    later()
    const withFile = await fetch(`${site.baseUrl}${paths.storyTell()}`, {
      ...{ method: 'POST', headers: { Origin: site.baseUrl }, body: form, redirect: 'manual' },
    })
    assert.equal(withFile.status, 303)
    later()
    const many = []
    for (let at = 0; at < 21; at++) many.push(await site.post(paths.storyTell(), { ...good, title: '' }))
    assert.equal(many.at(-1)?.status, 429)
    assert.match((await many.at(-1)?.text()) ?? '', /Too much was sent from here.*still below/)
  })
})

describe('a private link', () => {
  it('that opens nothing says the same for all, and guesses are limited', async () => {
    later()
    const [one, two] = await Promise.all(
      [makeSecret().secret, 'short'].map((token) => site.get(paths.storyOwn(token))),
    )
    assert.equal(one?.status, 404)
    assert.equal(await one?.text(), await two?.text())
    let last = 404
    for (let at = 0; at < 60; at++) last = (await site.get(paths.storyOwn(makeSecret().secret))).status
    assert.equal(last, 429)
  })

  it('changes a story, which is read again; the published version stands until then, or not', async () => {
    const { token, id } = await tell()
    await publish(id)
    const form = await text(paths.storyOwn(token, 'change'))
    assert.match(form, /take it down at once/)
    const changed = { ...good, title: 'A new title', seen: '2', meanwhile: 'stays' }
    assert.match(where(await site.post(paths.storyOwn(token, 'change'), changed)), /done=changed/)
    assert.match(await text(paths.story(id)), /Home by teatime/)
    const late = await site.post(paths.storyOwn(token, 'change'), { ...changed, title: 'Later' })
    assert.equal(late.status, 422)
    const page = await late.text()
    assert.match(page, /Something happened to your story/)
    assert.match(page, /value="Later"/)
    await publish(id, '3')
    assert.match(await text(paths.story(id)), /A new title/)
    await site.post(paths.storyOwn(token, 'change'), { ...changed, seen: '4', meanwhile: 'down' })
    assert.equal((await site.get(paths.story(id))).status, 404)
  })

  it('withdraws it for good, once its author is sure; and forgets an address', async () => {
    const { token, id } = await tell({ email: 'pat@example.org' })
    await publish(id)
    assert.match(where(await site.post(paths.storyOwn(token, 'forget'), {})), /done=forgotten/)
    assert.equal(
      (await db.selectFrom('story_contact').selectAll().where('story', '=', id).execute()).length,
      0,
    )
    const unsure = await site.post(paths.storyOwn(token, 'withdraw'), {})
    assert.equal(unsure.status, 422)
    assert.match(where(await site.post(paths.storyOwn(token, 'withdraw'), { sure: 'yes' })), /done=withdrawn/)
    assert.equal((await site.get(paths.story(id))).status, 404)
    const page = await text(paths.storyOwn(token))
    assert.match(page, /You withdrew it/)
    assert.ok(!page.includes('Home by teatime'))
    assert.equal((await site.get(paths.storyOwn(token, 'change'))).status, 303)
    assert.ok(!(await text(paths.storiesModerate(id), editor)).includes('Home by teatime'))
  })
})

describe('moderators', () => {
  it('alone read what is not published', async () => {
    const { id } = await tell()
    for (const path of [paths.storiesModerate(), paths.storiesModerate(id)]) {
      assert.equal((await site.get(path)).status, 302)
      assert.equal((await site.get(path, reviewer)).status, 403)
      assert.equal((await site.get(path, editor)).status, 200)
    }
    assert.equal((await publish(id, '1', reviewer)).status, 403)
  })

  it('publish only what they checked, and say why where they do not', async () => {
    const { id, token } = await tell()
    const unchecked = await site.post(
      paths.storiesModerate(id),
      { seen: '1', decision: 'publish', ...ticked, 'check-no-staff': '' },
      editor,
    )
    assert.equal(unchecked.status, 422)
    assert.match(await unchecked.text(), /Tick all of them/)
    const silent = await site.post(paths.storiesModerate(id), { seen: '1', decision: 'refuse' }, editor)
    assert.match(await silent.text(), /Tell the author in a sentence/)
    const said = 'Please leave out where your sister lives.'
    const asked = await site.post(
      paths.storiesModerate(id),
      { seen: '1', decision: 'ask-change', said },
      editor,
    )
    assert.equal(asked.status, 303)
    assert.ok((await text(paths.storyOwn(token))).includes(said))
  })

  it('two at once: the second sees what the first did', async () => {
    const { id } = await tell()
    await publish(id)
    const said = 'It names a nurse of the ward.'
    const second = await site.post(paths.storiesModerate(id), { seen: '1', decision: 'refuse', said }, other)
    assert.equal(second.status, 422)
    assert.match(await second.text(), /Test editor has decided on it since you opened it/)
    assert.equal((await site.get(paths.story(id))).status, 200)
  })
})

it('readers see the chosen name and nothing else of the author, by treatment if they wish', async () => {
  const { id } = await tell({ email: 'pat@example.org', procedure: 'vertebroplasty', title: 'My back' })
  await publish(id)
  const page = await text(paths.story(id))
  assert.match(page, /Told by Pat, a patient/)
  assert.match(page, /one person’s experience, and no advice/)
  assert.ok(!page.includes('example.org'))
  assert.match(await text(paths.stories({ procedure: 'vertebroplasty' })), /1 story about .*the latest first/)
  assert.ok(!(await text(paths.stories({ procedure: 'vertebroplasty' }))).includes('Home by teatime'))
  assert.equal((await site.get(paths.stories({ procedure: 'no-such' }))).status, 200)
})
