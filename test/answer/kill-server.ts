/** The site as a process of its own, to be killed: `kill-server.ts DATABASE_URL` prints its address. */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { readConfig } from '#config'
import { connect } from '#store/open.ts'
import { createSite } from '#web/server.ts'
import { createSignIn } from '#web/sign-in/sign-in.ts'

const [, , url = ''] = process.argv
const store = await connect({ url, ownerUrl: url, connections: 10 })
let handle: (request: Request, env: object) => Response | Promise<Response> = () =>
  new Response(null, { status: 503 })
const server = createServer(getRequestListener((request, env) => handle(request, env)))
await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`
const config = readConfig({ BASE_URL: baseUrl })
const signIn = createSignIn({ config, store, authSecret: 'a secret for tests only, of 40 characters' })
handle = createSite({ config, store, signIn }).app.fetch
console.log(baseUrl)
