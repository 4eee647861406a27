/** Past treatments from a file into the record: rows a second at each step, and the most memory that it took, at two sizes. */

import { hash } from 'node:crypto'
import { ReadableStream } from 'node:stream/web'
import { setTimeout as pause } from 'node:timers/promises'
import { canonical } from '#core/record/digest.ts'
import { guessMapping } from '#core/registry/upload/mapping.ts'
import { rowReader } from '#core/registry/upload/row.ts'
import { streamTable } from '#store/files/stream-table.ts'
import type { Store } from '#store/open.ts'
import { withinScope } from '#store/scope.ts'
import { receiveFile } from '#store/upload/receive.ts'
import { startWork } from '#store/upload/start-work.ts'
import { isWorkedOn, problemsOf, uploadById } from '#store/upload/upload.ts'
import type { UploadTask } from '#store/upload/work.ts'
import { bytesOf, header } from '#test/upload/rows.ts'
import { fileIn } from '#web/uploads/multipart.ts'
import { withDurableStore } from './durable.ts'
import { perSecond } from './slices.ts'

const sizes = [100_000, 1_000_000]
const code = 'ZUP'
const scope = { person: 'bench', organisations: [code], ownOnly: true }
const statements = `
  insert into organisation (code, name, nation, region, latitude, longitude, main_site, fictional, source)
    values ('${code}', 'Bench', 'England', 'London', 51.5, -0.1, 'Bench', true, 'made for the benchmark');
  insert into person (id, name, email, email_verified) values ('bench', 'Bench', 'bench@example.org', false);`

export interface UploadFigure {
  readonly rows: number
  /** Megabytes of this process at its largest: what earlier sizes left in it is counted with the later ones. */
  readonly peakMegabytes: number
}

/** Each size on a database of its own; PostgreSQL's own memory is bounded by its settings and not counted. */
export async function benchUpload(
  print: (line: string) => void,
  of: readonly number[] = sizes,
): Promise<UploadFigure[]> {
  print('Past treatments from CSV, fsync on: received, every row checked, all kept in one transaction.')
  await withoutDatabase(print)
  await withDurableStore('upload', statements, (store) => largeFile(store, print))
  const figures: UploadFigure[] = []
  for (const rows of of)
    figures.push(await withDurableStore('upload', statements, (store) => oneFile(store, rows, print)))
  const [small, large] = figures
  if (small && large)
    print(
      `  Memory: ${large.peakMegabytes} MB at most with ${words(large.rows)} rows, ${small.peakMegabytes} MB with ${words(small.rows)}: ${(large.peakMegabytes / small.peakMegabytes).toFixed(2)} times for ${large.rows / small.rows} times the rows`,
    )
  return figures
}

const words = (count: number) => count.toLocaleString('en-GB')

/** The floor: the same rows read, checked and digested, and nothing kept. */
async function withoutDatabase(print: (line: string) => void): Promise<void> {
  const rows = 50_000
  const read = rowReader(guessMapping(header), '2026-11-22')
  const began = performance.now()
  let right = 0
  for await (const { cells } of streamTable(bytesOf(rows), 'utf8')) {
    const row = read(cells)
    if (!row?.body) continue
    hash('sha256', canonical(row.body))
    right += 1
  }
  if (right !== rows) throw new Error(`${rows - right} rows of the benchmark are not right`)
  print(
    `  Without a database: ${words(perSecond(rows, performance.now() - began))} rows/s parsed, checked and digested`,
  )
}

const largeFileRows = 2_000_000

/** A file of 300 MB as a browser sends it: through the form's reader into the database, a piece at a time. */
async function largeFile(store: Store, print: (line: string) => void): Promise<void> {
  const memory = watchMemory()
  const began = performance.now()
  const headers = { 'content-type': 'multipart/form-data; boundary=mark' }
  const body = ReadableStream.from(formOf(bytesOf(largeFileRows))) as unknown as BodyInit
  const sent: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' }
  const file = await fileIn(new Request('http://localhost', sent))
  if (!file) throw new Error('the form has no file')
  const given = { organisation: code, person: 'bench', fileName: file.name }
  const answer = await receiveFile(store.db, scope, given, file.bytes, new Date())
  if (answer.outcome !== 'received') throw new Error(answer.words)
  const seconds = (performance.now() - began) / 1000
  const upload = await withinScope(store.db, scope, (db) => uploadById(db, answer.id))
  const megabytes = Math.round((upload?.bytes ?? 0) / 2 ** 20)
  print(
    `  A file of ${megabytes} MB: received at ${Math.round(megabytes / seconds)} MB/s, at most ${memory.stop().more} MB more than before`,
  )
}

async function* formOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(
    '--mark\r\nContent-Disposition: form-data; name="file"; filename="bench.csv"\r\nContent-Type: text/csv\r\n\r\n',
  )
  yield* bytes
  yield Buffer.from('\r\n--mark--\r\n')
}

async function oneFile(store: Store, rows: number, print: (line: string) => void): Promise<UploadFigure> {
  const memory = watchMemory()
  const timed = async (step: () => Promise<unknown>) => {
    const began = performance.now()
    await step()
    return words(perSecond(rows, performance.now() - began))
  }
  let id = ''
  const received = await timed(async () => {
    const file = { organisation: code, person: 'bench', fileName: 'bench.csv' }
    const answer = await receiveFile(store.db, scope, file, bytesOf(rows), new Date())
    if (answer.outcome !== 'received') throw new Error(answer.words)
    id = answer.id
  })
  const task = { upload: id, organisation: code, person: 'bench', role: 'io-lead' }
  const checked = await timed(() => take(store, { ...task, step: 'check' }))
  const kept = await timed(() => take(store, { ...task, step: 'keep' }))
  const upload = await withinScope(store.db, scope, (db) => uploadById(db, id))
  if (upload?.state !== 'kept' || upload.rowsNew !== rows)
    throw new Error(`the upload is ${upload?.state}: ${upload?.failure}`)
  const { peak: peakMegabytes, more } = memory.stop()
  print(
    `  ${words(rows)} rows: received ${received}, checked ${checked}, kept ${kept} rows/s; at most ${peakMegabytes} MB, ${more} more than before`,
  )
  return { rows, peakMegabytes }
}

/** As the site does it: in a thread of its own. */
async function take(store: Store, task: UploadTask): Promise<void> {
  if (!(await startWork(store, task, new Date()))) {
    const found = await withinScope(store.db, scope, (db) => problemsOf(db, task.upload, 3))
    throw new Error(`the step ${task.step} was not to be had: ${JSON.stringify(found)}`)
  }
  for (;;) {
    await pause(100)
    const upload = await withinScope(store.db, scope, (db) => uploadById(db, task.upload))
    if (!upload || !isWorkedOn(upload, new Date())) return
  }
}

/** The most that the process has at a time. */
function watchMemory(): { stop(): { readonly peak: number; readonly more: number } } {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  return {
    stop() {
      clearInterval(timer)
      return { peak: Math.round(peak / 2 ** 20), more: Math.round((peak - before) / 2 ** 20) }
    },
  }
}
