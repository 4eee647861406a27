/** Reads a workbook's first sheet in a process of its own, with a bound on its memory and on its time. */

import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Part, packParts, unpackWorkbook } from './workbook-parts.ts'

export type WorkbookRead =
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly refused: 'no-archive' | 'too-many-rows' | 'too-large' | 'damaged' }

const memoryMegabytes = 512
const longestMs = 60_000
const program = fileURLToPath(new URL('./workbook-process.ts', import.meta.url))

/**
 * Its cells as text, row by row. Refused: no archive or without a sheet; a sheet with more rows than
 * `mostRows`; more in it than fits the limits, such as a cell in the last of all columns of a million rows;
 * what its reader does not understand.
 */
export async function readWorkbook(bytes: Uint8Array, mostRows: number): Promise<WorkbookRead> {
  const unpacked = await unpackWorkbook(bytes)
  if ('refused' in unpacked) return unpacked
  const sheets = unpacked.parts.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  if (sheets.length === 0) return { refused: 'no-archive' }
  if (sheets.some((sheet) => rowsIn(sheet) > mostRows)) return { refused: 'too-many-rows' }
  return inProcess(packParts(unpacked.parts.map((part) => (sheets.includes(part) ? withErrors(part) : part))))
}

/** @see ECMA-376 part 1, 18.3.1.73 (`row`) */
function rowsIn({ data }: Part): number {
  let [rows, at] = [0, data.indexOf('<row')]
  while (at >= 0) {
    const next = data[at + 4] ?? 0
    // A space, `>`, `/` or a line end: not `<rowBreaks>`.
    if (next === 32 || next === 62 || next === 47 || next === 10 || next === 13) rows += 1
    at = data.indexOf('<row', at + 4)
  }
  return rows
}

/**
 * A sheet whose errors (`#DIV/0!`) are read as what they say: the reader takes a cell of that type for an empty one,
 * and a value would be missing without a word.
 *
 * @see ECMA-376 part 1, 18.18.11 (`ST_CellType`)
 */
function withErrors(sheet: Part): Part {
  if (!errorMarks.some((mark) => sheet.data.includes(mark))) return sheet
  // As bytes, whatever they stand for.
  const xml = sheet.data.toString('latin1').replace(/(<c\s[^<>]*?\bt=["'])e(?=["'])/g, '$1str')
  return { ...sheet, data: Buffer.from(xml, 'latin1') }
}
const errorMarks = ['t="e"', "t='e'"]

const answerSchema = z.union([
  z.object({ rows: z.array(z.array(z.string())) }),
  z.object({ refused: z.literal('damaged') }),
])

/** Running out of memory ends a whole process, so it is not this one that reads. */
async function inProcess(workbook: Buffer): Promise<WorkbookRead> {
  const options = [`--max-old-space-size=${memoryMegabytes}`, '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...options, program], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: longestMs,
    killSignal: 'SIGKILL',
    env: {},
  })
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  // A process that has ended reads no more; how it ended is what counts.
  child.stdin.on('error', () => undefined)
  child.stdin.end(workbook)
  const [answer, code] = await Promise.all([text(child.stdout), ended])
  return code === 0 ? answerSchema.parse(JSON.parse(answer)) : { refused: 'too-large' }
}
