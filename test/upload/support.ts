/** A site with a service that uploads, and the ways in which its tests send files and requests. */

import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#store/open.ts'
import { withinScope } from '#store/scope.ts'
import { type TestSite, testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { bytesOf } from './rows.ts'

export interface UploadSite extends TestSite {
  readonly lead: string
  readonly leadId: string
  /** Within the scope of the service. */
  readonly own: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  /** Sends a file as the page's form does; answers where it led. */
  readonly sendFile: (text: string | Buffer, name?: string, cookie?: string) => Promise<Response>
  /** Sends a file and waits until it is checked; answers its address. */
  readonly checked: (text: string | Buffer, name?: string) => Promise<string>
  readonly keep: (address: string) => Promise<void>
  readonly page: (path: string, cookie?: string) => Promise<string>
  readonly makeKey: (name?: string) => Promise<string>
  readonly call: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>
}

export const code = 'ZUP'

export async function uploadSite(): Promise<UploadSite> {
  const site = await testSite()
  const { id: leadId, cookie: lead } = await site.personAs('io-lead', code)
  const page = async (path: string, cookie = lead) => {
    const response = await site.get(path, cookie)
    assert.equal(response.status, 200, `${path}: ${response.status}`)
    return response.text()
  }
  const sendFile: UploadSite['sendFile'] = (text, name = 'past.csv', cookie = lead) => {
    const form = new FormData()
    form.set('file', new File([typeof text === 'string' ? text : new Uint8Array(text)], name))
    const headers = { origin: site.baseUrl, cookie }
    const address = new URL(paths.uploadsOf(code), site.baseUrl)
    return fetch(address, { method: 'POST', redirect: 'manual', headers, body: form })
  }
  const settled = async (address: string, under: RegExp) => {
    for (let wait = 0; wait < 300; wait++) {
      const text = await page(address)
      if (!under.test(text)) return text
      await pause(100)
    }
    throw new Error(`${address} goes on and on`)
  }
  return {
    ...site,
    ...{ lead, leadId, page, sendFile },
    own: (work) => withinScope(site.store.db, { person: leadId, organisations: [code], ownOnly: true }, work),
    async checked(text, name) {
      const sent = await sendFile(text, name)
      assert.equal(sent.status, 303, await sent.text())
      const address = sent.headers.get('location') ?? ''
      await settled(address, /are being checked|is arriving/)
      return address
    },
    async keep(address) {
      const kept = await site.post(`${address}/keep`, {}, lead)
      assert.equal(kept.status, 303)
      await settled(address, /rows are being kept/)
    },
    async makeKey(name = 'Radiology system') {
      const made = await site.post(paths.uploadsPart(code, 'keys'), { name, days: '365' }, lead)
      assert.equal(made.status, 200)
      return /fpu_[A-Za-z0-9_-]{43}/.exec(await made.text())?.[0] ?? ''
    },
    call: (body, headers = {}) =>
      fetch(new URL(paths.registryApi('treatments'), site.baseUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

/** So many right rows as one text. */
export async function rightRows(rows: number, from = 0): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of bytesOf(rows, from)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

export async function countsOf(
  site: UploadSite,
): Promise<{ treatments: number; entries: number; withdrawn: number }> {
  const { rows } = await site.store.owner.query(`
    select (select count(*)::int from past_treatment) as treatments,
      (select count(*)::int from record_entry where subject like 'past:%') as entries,
      (select count(*)::int from past_treatment where withdrawn_at is not null) as withdrawn`)
  return rows[0]
}
