/** Help for tests of a service's own pages: forms as a browser sends them. */

import assert from 'node:assert/strict'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

/** What a form carries unseen: every hidden field of the page's forms but the ones of buttons. */
export async function hiddenOf(
  site: TestSite,
  address: string,
  cookie: string,
): Promise<Record<string, string>> {
  const page = await site.get(address, cookie)
  assert.equal(page.status, 200, address)
  return hiddenIn(await page.text())
}

export function hiddenIn(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

/** 2026-11-22 as the three boxes of a day. */
export function dayIn(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** Opens a form, fills it in, sends it; the address it leads to. */
export async function fillIn(
  site: TestSite,
  address: string,
  cookie: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const hidden = await hiddenOf(site, address, cookie)
  const sent = await site.post(address, { ...hidden, ...fields }, cookie)
  assert.equal(sent.status, 303, `${address}: ${problemsIn(await sent.text()).join('; ')}`)
  return sent.headers.get('location') ?? ''
}

export function problemsIn(html: string): readonly string[] {
  const summary = /<ul[^>]*error-summary__list[^>]*>([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? ''
  return [...summary.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].map(([, words = '']) =>
    words.replace(/<[^>]+>/g, '').replaceAll('&#x27;', '’'),
  )
}

/** The page in words, without its marks. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

export const protocolFields = (title: string, more: Readonly<Record<string, string>> = {}) => ({
  area: 'recovery',
  title,
  version: '1',
  'procedures.3.procedure': 'liver-ablation',
  ...dayIn('reviewDue', '2027-06-01'),
  ...dayIn('occurredAt', '2025-06-01'),
  ...more,
})

export const addProtocol = (
  site: TestSite,
  code: string,
  cookie: string,
  title: string,
  more: Readonly<Record<string, string>> = {},
) => fillIn(site, paths.myServiceNew(code, 'protocol'), cookie, protocolFields(title, more))
