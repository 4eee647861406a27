/** The process that reads a workbook: what is in it can exhaust this process, and nothing else. */

import { buffer } from 'node:stream/consumers'
import { readSheet } from 'read-excel-file/node'

process.stdout.write(JSON.stringify(await read(await buffer(process.stdin))))

async function read(workbook: Buffer) {
  try {
    const sheet = await readSheet<string>(workbook, 1, { parseNumber: (digits) => digits })
    return { rows: sheet.map((row) => row.map(textOf)) }
  } catch (error) {
    // The reader throws plain errors for sheets that it does not understand; nothing else is done here.
    if (error instanceof Error) return { refused: 'damaged' }
    throw error
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell)
}
