/** Clients that post forms, each over a connection that stays open, and wait for each answer. */

import { Agent, request } from 'node:http'

export interface Answered {
  readonly status: number
  readonly body: string
}

export interface Client {
  readonly post: (path: string, body: string) => Promise<Answered>
  readonly close: () => void
}

/** Posts on behalf of so many at once. */
export function client(url: string, clients: number, headers: Readonly<Record<string, string>> = {}): Client {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const sent = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }
  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        const length = { 'Content-Length': Buffer.byteLength(body) }
        const options = { hostname, port, path, agent, method: 'POST', headers: { ...sent, ...length } }
        const asked = request(options, (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
          )
          answer.on('error', reject)
        })
        asked.on('error', reject)
        asked.end(body)
      }),
    close: () => agent.destroy(),
  }
}
