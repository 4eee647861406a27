/** Past treatments from a file into the record: rows a second at each step, and the most memory that it took, at two sizes. */

import { createHash } from 'node:crypto'
import { canonical } from '#core/record/digest.ts'
import { guessMapping } from '#core/registry/upload/mapping.ts'
import { rowReader } from '#core/registry/upload/row.ts'
import { streamTable } from '#store/files/stream-table.ts'
import type { Store } from '#store/open.ts'
import { withinScope } from '#store/scope.ts'
import { receiveFile } from '#store/upload/receive.ts'
import { uploadById } from '#store/upload/upload.ts'
import { claim, type UploadTask, work } from '#store/upload/work.ts'
import { bytesOf, header } from '#test/upload/rows.ts'
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
  /** Megabytes of this process at its largest, above what it had before. */
  readonly peakMegabytes: number
}

/** Each size on a database of its own; PostgreSQL's own memory is bounded by its settings and not counted. */
export async function benchUpload(print: (line: string) => void): Promise<UploadFigure[]> {
  print('Past treatments from CSV, fsync on: received, every row checked, all kept in one transaction.')
  await withoutDatabase(print)
  const figures: UploadFigure[] = []
  for (const rows of sizes)
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
    createHash('sha256').update(canonical(row.body)).digest()
    right += 1
  }
  if (right !== rows) throw new Error(`${rows - right} rows of the benchmark are not right`)
  print(
    `  Without a database: ${words(perSecond(rows, performance.now() - began))} rows/s parsed, checked and digested`,
  )
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
  const peakMegabytes = memory.stop()
  print(
    `  ${words(rows)} rows: received ${received}, checked ${checked}, kept ${kept} rows/s; at most ${peakMegabytes} MB more than before`,
  )
  return { rows, peakMegabytes }
}

async function take(store: Store, task: UploadTask): Promise<void> {
  if (!(await claim(store.db, task, new Date()))) throw new Error(`the step ${task.step} was not to be had`)
  await work(store.db, task)
}

/** The most that the process has at a time. */
function watchMemory(): { stop(): number } {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  return {
    stop() {
      clearInterval(timer)
      return Math.round((peak - before) / 2 ** 20)
    },
  }
}
