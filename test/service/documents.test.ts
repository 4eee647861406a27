/** Documents of a service, through the site: kept by what is in them, handed out to be saved. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { serviceSubject } from '#core/census/kinds.ts'
import { entriesOf } from '#store/record/read.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { jpeg, pdf, testVirus } from './files.ts'
import { dayIn, fillIn, hiddenOf, problemsIn, wordsOf } from './pages.ts'

const now = () => new Date('2026-11-22T10:00:00Z')

describe('documents of a service', async () => {
  const site = await testSite({ now })
  const lead = await site.signInAs('io-lead', 'ZTA')
  const other = await site.signInAs('io-lead', 'ZTB')
  const address = await fillIn(site, paths.myServiceNew('ZTA', 'attestation'), lead, {
    standard: 'rcr-2013',
    clause: '6.2',
    verdict: 'met',
    statement: 'A data manager is in post',
    ...dayIn('until', '2027-06-01'),
    ...dayIn('occurredAt', '2026-06-01'),
  })
  const entry = address.split('?')[0] ?? ''

  const send = (bytes: Uint8Array, name: string, title = 'Job plan') => {
    const form = new FormData()
    form.set('title', title)
    form.set('file', new File([new Uint8Array(bytes)], name))
    return fetch(new URL(`${entry}/documents`, site.baseUrl), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site.baseUrl, cookie: lead },
      body: form,
    })
  }

  it('belong to an attestation of a clause that there is, listed among those that no data can decide', async () => {
    const form = paths.myServiceNew('ZTA', 'attestation')
    const attest = async (fields: Readonly<Record<string, string>>) => {
      const sent = await site.post(
        form,
        {
          ...(await hiddenOf(site, form, lead)),
          standard: 'rcr-2013',
          clause: '6.2',
          verdict: 'met',
          statement: 'So it is',
          ...dayIn('until', '2027-06-01'),
          ...dayIn('occurredAt', '2026-06-01'),
          ...fields,
        },
        lead,
      )
      return problemsIn(await sent.text())
    }
    assert.deepEqual(await attest({ clause: '9.9' }), [
      'rcr-2013 has no clause of that number: enter one such as 6.2',
    ])
    assert.match(
      (await attest({ standard: 'the guidance' })).join(),
      /No standard here is called that: enter rcr-2013/,
    )
    const register = wordsOf(
      await (await site.get(paths.myServiceRegister('ZTA', 'attestation'), lead)).text(),
    )
    assert.match(register, /6\.1 .* Not attested\. Attest clause 6\.1/)
    assert.match(register, /6\.2 .* Meets it, attested to 1 June 2027/)
  })

  it('are kept, and handed out to be saved', async () => {
    assert.equal((await send(pdf(), 'Job plan – 2026.pdf')).status, 303)
    const page = await (await site.get(entry, lead)).text()
    assert.match(wordsOf(page), /Job plan \(PDF, 1 KB\)/)
    const link = /href="([^"]+\/file)"/.exec(page)?.[1] ?? ''
    const file = await site.get(link, lead)
    assert.equal(file.status, 200)
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
    assert.match(
      file.headers.get('content-disposition') ?? '',
      /^attachment; filename="Job plan {2}2026.pdf"; filename\*=UTF-8''Job%20plan%20%E2%80%93%202026.pdf$/,
    )
    assert.deepEqual(Buffer.from(await file.arrayBuffer()), pdf())
    assert.equal((await site.get(link, other)).status, 403)
    assert.equal((await site.get(link.replace('ZTA', 'ZTB'), other)).status, 404)
  })

  it('are refused in words when they are not what they say', async () => {
    const before = (await entriesOf(site.store.db, serviceSubject('ZTA'))).length
    const refused = async (bytes: Uint8Array, name: string, title?: string) => {
      const response = await send(bytes, name, title)
      assert.equal(response.status, 422, name)
      return problemsIn(await response.text())
    }
    assert.deepEqual(await refused(Buffer.from('<html>'), 'a.pdf'), [
      'The file is not a PDF, PNG or JPEG. Save it as one of these, and choose it again',
    ])
    assert.match((await refused(testVirus(), 'a.pdf')).join(), /virus/)
    assert.match((await refused(pdf(10 * 1024 * 1024), 'a.pdf')).join(), /larger than 10 MB/)
    assert.deepEqual(await refused(jpeg(), 'a.jpg', ' '), ['Enter what it is'])
    assert.deepEqual(await refused(new Uint8Array(), ''), ['Choose a file'])
    assert.equal((await send(pdf(26 * 1024 * 1024), 'a.pdf')).status, 413)
    assert.equal((await entriesOf(site.store.db, serviceSubject('ZTA'))).length, before)
  })
})
