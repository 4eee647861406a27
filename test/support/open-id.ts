/** A real OpenID Connect provider within the process, and somebody who walks through its pages. */

import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import Provider from 'oidc-provider'
import { cookiesAfter } from './site.ts'

export interface OpenIdUser {
  readonly email: string
  readonly isVerified: boolean
}

export interface TestProvider {
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Starts to answer, for one site; until then it is down. */
  readonly open: (siteUrl: string, users: Readonly<Record<string, OpenIdUser>>) => void
  /** Signs in as a user there, from the address that the site sent one to; answers the way back. */
  readonly walk: (from: string, user: string) => Promise<string>
}

export async function testProvider(): Promise<TestProvider> {
  let listener: RequestListener = (_, response) => response.writeHead(503).end()
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = ['fourth-pillar', 'a secret between the two']
  return {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    open(siteUrl, users) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [`${siteUrl}/api/auth/callback/openid`],
          },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        cookies: { keys: ['a key for the cookies of tests'] },
        features: { devInteractions: { enabled: true } },
        findAccount: async (_, id) => ({
          accountId: id,
          claims: async () => ({
            sub: id,
            name: id,
            email: users[id]?.email,
            email_verified: users[id]?.isVerified ?? false,
          }),
        }),
      })
      listener = provider.callback()
    },
    walk: (from, user) => walk(issuer, from, user),
  }
}

/** Follows redirects and fills in the provider's two forms, as a person in a browser would. */
async function walk(issuer: string, from: string, user: string): Promise<string> {
  let [address, cookies] = [from, '']
  for (let step = 0; step < 12; step++) {
    const page = await fetch(address, { redirect: 'manual', headers: { cookie: cookies } })
    cookies = cookiesAfter(page, cookies)
    let next = page.headers.get('location')
    if (!next) {
      const prompt = (await page.text()).match(/name="prompt" value="(\w+)"/)?.[1] ?? ''
      const sent = await fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: cookies },
        body: new URLSearchParams({ prompt, login: user, password: 'any' }),
      })
      cookies = cookiesAfter(sent, cookies)
      next = sent.headers.get('location')
    }
    if (!next) throw new Error(`The provider stopped at ${address}`)
    address = new URL(next, address).href
    if (!address.startsWith(issuer)) return address
  }
  throw new Error('The provider went in circles.')
}
