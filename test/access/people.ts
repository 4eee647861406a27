/** For tests of access: people with passwords, signing in through the forms, codes as an app makes them. */

import { createHmac } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Membership } from '#core/access/role.ts'
import { makeJoinLink, spendJoinLink } from '#store/access/links.ts'
import { addPerson } from '#store/access/roles.ts'
import { cookiesAfter, type TestSite } from '#test/support/site.ts'

export const goodPassword = 'four upright bars'

let made = 0

/** Somebody with a role and a password. */
export async function personWithPassword(
  site: TestSite,
  membership: Membership = { role: 'census-lead', organisation: null },
): Promise<{ readonly id: string; readonly email: string }> {
  made += 1
  const email = `person-${process.pid}-${made}@example.org`
  const { person: id } = await addPerson(site.store.db, { name: `Person ${made}`, email, membership }, 'test')
  const token = await makeJoinLink(site.store.db, id, 'test', new Date())
  await spendJoinLink(site.store.db, token, await hashPassword(goodPassword), new Date())
  return { id, email }
}

export async function signedIn(site: TestSite, email: string, password = goodPassword): Promise<string> {
  return cookiesAfter(await site.post('/sign-in', { email, password }))
}

/** A time-based one-time password. @see RFC 6238, and RFC 4226 section 5.3 */
export function codeOf(base32: string, at = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32.replaceAll(/[^A-Z2-7]/g, '')].map((sign) =>
    letters.indexOf(sign).toString(2).padStart(5, '0'),
  )
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Sets up codes for a signed-in person; answers the key, the backup codes and the session's new cookie. */
export async function setUpCodes(site: TestSite, cookie: string) {
  const started = await site.post('/account/codes-start', { password: goodPassword }, cookie)
  const page = await (await site.get(started.headers.get('location') ?? '', cookie)).text()
  const key = page.match(/fp-digest">([A-Z2-7 ]+)</)?.[1] ?? ''
  const confirmed = await site.post('/account/codes', { code: codeOf(key) }, cookie)
  const backupCodes = [
    ...(await confirmed.text()).matchAll(/<li>([A-Za-z0-9]{4,}-?[A-Za-z0-9]*)<\/li>/g),
  ].map((match) => match[1] ?? '')
  return { key, backupCodes, cookie: cookiesAfter(confirmed, cookie), page }
}
