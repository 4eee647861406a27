/** A server that speaks just enough of PostgreSQL's protocol to say that it is of version 14. */

import { type AddressInfo, createServer, type Socket } from 'node:net'
import { after } from 'node:test'

/** The port it listens on; it stops after the tests of the file. @see PostgreSQL manual, 54.7 Message Formats */
export async function oldPostgres(): Promise<number> {
  const server = createServer(talk)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  after(() => server.close())
  return (server.address() as AddressInfo).port
}

function talk(socket: Socket): void {
  let isGreeted = false
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    if (!isGreeted) {
      isGreeted = true
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
    } else if (bytes[0] === 'Q'.charCodeAt(0)) socket.write(version)
    else socket.end()
  })
}

function message(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

const ready = message('Z', Buffer.from('I'))
/** Of type int4 (23), 4 bytes, as text. */
const column = [Buffer.from('version\0'), int32(0), int16(0), int32(23), int16(4), int32(-1), int16(0)]
const version = Buffer.concat([
  message('T', int16(1), ...column),
  message('D', int16(1), int32(6), Buffer.from('140009')),
  message('C', Buffer.from('SELECT 1\0')),
  ready,
])
