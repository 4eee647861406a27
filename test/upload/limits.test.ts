/** The largest file: what is said of one that is larger, and that a slow line has time for it. */

import assert from 'node:assert/strict'
import { request } from 'node:http'
import { it } from 'node:test'
import { largestUploadBytes } from '#store/upload/receive.ts'
import { paths } from '#web/paths.ts'
import { httpServer } from '../../src/http-server.ts'
import { code, uploadSite } from './support.ts'

const site = await uploadSite()

it('a file beyond the limit is told before it has come, with the limit, and nothing is kept', async () => {
  const address = new URL(paths.uploadsOf(code), site.baseUrl)
  const headers = {
    ...{ origin: site.baseUrl, cookie: site.lead, 'content-length': String(600 * 2 ** 20) },
    'content-type': 'multipart/form-data; boundary=mark',
  }
  const said = await new Promise<{ status: number | undefined; text: string }>((done, failed) => {
    const sending = request(address, { method: 'POST', headers }, async (answer) => {
      const text = (await answer.toArray()).join('')
      sending.destroy()
      done({ status: answer.statusCode, text })
    })
    sending.once('error', failed)
    sending.write('--mark\r\n')
  })
  assert.equal(said.status, 413)
  assert.match(said.text, /A file can have up to 512 MB/)
  assert.match(said.text, new RegExp(`href="${paths.uploadsOf(code)}"`))
  assert.match(await site.page(paths.uploadsOf(code)), /Nothing was sent yet/)
})

it('the largest file has time to come at 1.2 Mbit/s; headers do not have that time', () => {
  const server = httpServer(() => new Response())
  assert.ok((largestUploadBytes * 8) / (server.requestTimeout / 1000) <= 1.2e6)
  assert.ok(server.headersTimeout <= 60_000)
})
