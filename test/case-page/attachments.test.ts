import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { describe, it } from 'node:test'
import { paths } from '#web/paths.ts'
import { jpeg, pdf, png, testVirus } from '../service/files.ts'
import { caseSite } from './setting.ts'
import { chemoembolisation } from './stories.ts'

const site = await caseSite()
const told = await site.tell(chemoembolisation)
const radiologist = await site.as('interventional-radiologist', 'ZTREAT')

async function send(bytes: Uint8Array, title = 'CT report', name = 'report.pdf', cookie = radiologist) {
  const form = new FormData()
  form.set('title', title)
  form.set('file', new File([new Uint8Array(bytes)], name))
  const answer = await fetch(new URL(paths.caseAttach(told.id), site.baseUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.baseUrl, cookie },
    body: form,
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}

const kept = () =>
  site.whole(async (db) => ({
    files: await db.selectFrom('attachment_bytes').select('digest').execute(),
    entries: await db
      .selectFrom('record_entry')
      .select('id')
      .where('kind', '=', 'attachment')
      .where('subject', '=', `case:${told.id}`)
      .execute(),
  }))

const entryIn = (to: string) => new URL(to, site.baseUrl).searchParams.get('recorded') ?? ''

describe('attaching a file to a case', () => {
  it('keeps its bytes beside the chain and their digest in it', async () => {
    const file = pdf(300)
    const { status, to } = await send(file)
    assert.equal(status, 303)
    const digest = createHash('sha256').update(file).digest('hex')
    const page = await (await site.get(to, radiologist)).text()
    assert.match(page, /Recorded: Attachment/)
    assert.ok(page.includes(digest))
    const { files } = await kept()
    assert.ok(files.some((each) => each.digest.toString('hex') === digest))
  })

  it('hands it out to be saved, never to be shown as a page of this site', async () => {
    const file = png()
    const { to } = await send(file, 'Scan: <b>"3/4"</b>\u202e', 'x.png')
    const answer = await site.get(paths.caseAttachment(told.id, entryIn(to)), radiologist)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'image/png')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="Scan[^"/\\]*\.png"/)
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), file)
  })

  it('judges by what is in a file, not by its name', async () => {
    const asPdf = await send(jpeg(), 'Picture', 'picture.pdf')
    assert.equal(asPdf.status, 303)
    const answer = await site.get(paths.caseAttachment(told.id, entryIn(asPdf.to)), radiologist)
    assert.equal(answer.headers.get('content-type'), 'image/jpeg')
    const before = await kept()
    const page = await send(Buffer.from('<html><script>alert(1)</script></html>'), 'Report', 'report.pdf')
    assert.equal(page.status, 422)
    assert.match(page.html, /The file is not a PDF, PNG or JPEG/)
    assert.ok(page.html.includes('value="Report"'), 'what was typed is kept')
    const word = await send(Buffer.from('PK\u0003\u0004word/document.xml'), 'Report', 'report.docx')
    assert.equal(word.status, 422)
    assert.deepEqual(await kept(), before)
  })

  it('refuses a file that holds the test virus, also within a PDF', async () => {
    const before = await kept()
    for (const bytes of [testVirus(), Buffer.concat([pdf(10), testVirus()])]) {
      const { status, html } = await send(bytes)
      assert.equal(status, 422)
      assert.match(html, /holds a virus/)
    }
    assert.deepEqual(await kept(), before)
  })

  it('refuses what is empty, cut short, larger than 20 MB, or without a title', async () => {
    const before = await kept()
    assert.match((await send(Buffer.alloc(0))).html, /There is a problem/)
    assert.match((await send(pdf(10).subarray(0, 20))).html, /cut short or damaged/)
    const large = await send(pdf(20_000_001))
    assert.equal(large.status, 422)
    assert.match(large.html, /larger than 20 MB/)
    assert.match((await send(pdf(11), '  ')).html, /Enter what the file is/)
    assert.deepEqual(await kept(), before)
  })

  it('takes one of just 20 MB', async () => {
    const room = 20_000_000 - pdf(0).length
    const file = pdf(room)
    assert.equal(file.length, 20_000_000)
    assert.equal((await send(file, 'Large report')).status, 303)
  })

  it('refuses 200 MB before it is sent, with a page that says so', async () => {
    const answer = await new Promise<{ status: number; html: string; sent: number }>((done, fail) => {
      let sent = 0
      const outgoing = request(new URL(paths.caseAttach(told.id), site.baseUrl), {
        method: 'POST',
        headers: {
          origin: site.baseUrl,
          cookie: radiologist,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 200 * 1024 * 1024,
        },
      })
      outgoing.on('response', (incoming) => {
        let html = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (part: string) => {
          html += part
        })
        incoming.on('end', () => {
          done({ status: incoming.statusCode ?? 0, html, sent })
          outgoing.destroy()
        })
      })
      outgoing.on('error', (error) => (sent > 0 ? undefined : fail(error)))
      const first = Buffer.from('--x\r\n')
      sent += first.length
      outgoing.write(first)
    })
    assert.equal(answer.status, 413)
    assert.match(answer.html, /That is too large/)
    assert.match(answer.html, /up to 20 MB/)
    assert.match(answer.html, /Sign out/, 'as who they are')
    assert.ok(answer.html.includes(`href="${paths.caseAttach(told.id)}"`), 'the way back')
    assert.ok(answer.sent < 1000)
  })

  it('says that the very file is there already', async () => {
    const file = pdf(777)
    assert.equal((await send(file, 'First')).status, 303)
    const again = await send(file, 'Second')
    assert.equal(again.status, 422)
    assert.match(again.html, /attached to the case already/)
  })

  it('is said once when the button was pressed twice', async () => {
    const before = (await kept()).entries.length
    const file = pdf(778)
    const [one, other] = await Promise.all([send(file, 'Pressed twice'), send(file, 'Pressed twice')])
    // The second is led to the first's entry, or told of it where that was there before it was looked at.
    const led = [one, other].filter(({ status }) => status === 303).map(({ to }) => entryIn(to))
    assert.equal(new Set(led).size, 1)
    assert.equal((await kept()).entries.length, before + 1)
  })

  it('neither takes nor gives a file to those who do not see the case', async () => {
    const stranger = await site.as('interventional-radiologist', 'ZELSE')
    const { to } = await send(pdf(31), 'Ours')
    const entry = entryIn(to)
    assert.equal((await site.get(paths.caseAttachment(told.id, entry), stranger)).status, 404)
    const before = await kept()
    assert.equal((await send(pdf(32), 'Theirs', 'a.pdf', stranger)).status, 404)
    const manager = await site.as('department-manager', 'ZTREAT')
    assert.equal((await send(pdf(33), 'Theirs', 'a.pdf', manager)).status, 403)
    assert.deepEqual(await kept(), before)
    assert.equal((await site.get(paths.caseAttachment(told.id, randomUUID()), radiologist)).status, 404)
    const notAFile = paths.caseAttachment(told.id, told.of('treatment'))
    assert.equal((await site.get(notAFile, radiologist)).status, 404)
  })
})
