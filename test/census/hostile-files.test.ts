/** Files that are made, or went wrong, so that reading them takes all memory or all time: refused in words, soon. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { readTable } from '#store/files/read-table.ts'
import { packParts, unpackWorkbook } from '#store/files/workbook-parts.ts'

const header = 'organisation,ioOffered\n'

const reading = (content: string | Buffer, name = 'answers.csv') =>
  readTable(Buffer.from(content as string), name)

describe('a file of text', () => {
  const cases: readonly (readonly [string, () => string, RegExp])[] = [
    ['one line without end', () => header + 'x'.repeat(19e6), /longer than a million characters/],
    [
      'a quotation mark never closed',
      () => `${header}"${'x\n'.repeat(9e6)}`,
      /longer than a million|never closed/,
    ],
    ['nothing but separators', () => ','.repeat(19e6), /Line 1 has more than 2,000 columns/],
    [
      'a row of nothing but separators',
      () => header + ','.repeat(19e6),
      /Line 2 has more than 2,000 columns/,
    ],
    ['nothing but quotation marks', () => '"'.repeat(19e6), /.+/],
    ['ten thousand columns', () => `${'a,'.repeat(10_000)}\n`, /more than 2,000 columns/],
    ['twenty million empty cells', () => `${','.repeat(1900)}\n`.repeat(10_000), /.+/],
  ]
  for (const [what, content, words] of cases) {
    it(`of ${what} is refused in words`, async () => {
      const read = await reading(content())
      assert.ok('problem' in read)
      assert.match(read.problem, words)
    })
  }

  for (const end of ['\n', '\r\n']) {
    it(`with line ends within cells has its rows on their lines, whatever ends a line: ${JSON.stringify(end)}`, async () => {
      const lines = ['organisation,comment', 'X1,"a\r\nb"', 'X2,"c, d\n\ne"', 'X3,=1+1', '']
      const read = await reading(lines.join(end))
      assert.ok(!('problem' in read))
      assert.deepEqual(
        read.rows.map(({ line, cells }) => [line, ...cells]),
        [
          [2, 'X1', 'a\r\nb'],
          [4, 'X2', 'c, d\n\ne'],
          [7, 'X3', '=1+1'],
        ],
      )
    })
  }
})

const names = {
  book: 'xl/workbook.xml',
  relations: 'xl/_rels/workbook.xml.rels',
  sheet: 'xl/worksheets/sheet1.xml',
}
const office = 'http://schemas.openxmlformats.org'

/** A workbook whose one sheet holds these rows, as XML. */
function workbook(rows: string, more: readonly { name: string; data: Buffer }[] = []): Buffer {
  const part = (name: string, xml: string) => ({ name, data: Buffer.from(xml) })
  return packParts([
    part(
      names.book,
      `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      names.relations,
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      names.sheet,
      `<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    ),
    ...more,
  ])
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const head = `<row r="1">${cell('A1', 'organisation')}${cell('B1', 'comment')}</row>`

/** The same archive with its parts compressed, as a small file that unfolds. */
function deflated(archive: Buffer, name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)
  const end = archive.length - 22
  const directoryAt = archive.readUInt32LE(end + 16)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(content.length, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(directoryAt, 42)
  const added = Buffer.concat([local, Buffer.from(name), packed])
  const directory = Buffer.concat([archive.subarray(directoryAt, end), entry, Buffer.from(name)])
  const last = Buffer.from(archive.subarray(end))
  last.writeUInt16LE(last.readUInt16LE(10) + 1, 10)
  last.writeUInt32LE(directory.length, 12)
  last.writeUInt32LE(directoryAt + added.length, 16)
  return Buffer.concat([archive.subarray(0, directoryAt), added, directory, last])
}

describe('a workbook', () => {
  it('with formulas is read by the values that they had', async () => {
    const formula = `<row r="2">${cell('A2', 'X1')}<c r="B2" t="str"><f>HYPERLINK("http://evil.example")</f><v>click</v></c></row>`
    const read = await reading(workbook(head + formula), 'a.xlsx')
    assert.ok(!('problem' in read), JSON.stringify(read))
    assert.deepEqual(read.rows[0]?.cells, ['X1', 'click'])
  })

  it('is packed again as it was unpacked', async () => {
    const unpacked = await unpackWorkbook(workbook(head))
    assert.ok('parts' in unpacked)
    assert.deepEqual(
      unpacked.parts.map(({ name }) => name),
      Object.values(names),
    )
    assert.deepEqual(await unpackWorkbook(packParts(unpacked.parts)), unpacked)
  })

  const bombs: readonly (readonly [string, () => Buffer])[] = [
    [
      'a row in place four hundred million',
      () => workbook(`${head}<row r="400000000">${cell('A400000000', 'x')}</row>`),
    ],
    [
      'a cell in a column that no sheet has',
      () => workbook(`${head}<row r="2">${cell('ZZZZZZ2', 'x')}</row>`),
    ],
    [
      'texts of 300 MB in 300 KB',
      () =>
        deflated(workbook(head), 'xl/sharedStrings.xml', Buffer.alloc(300 * 2 ** 20, '<si><t>x</t></si>')),
    ],
  ]
  for (const [what, content] of bombs) {
    it(`with ${what} is refused, and nothing else suffers`, async () => {
      const bytes = content()
      assert.ok(bytes.length < 2 ** 20)
      const read = await reading(bytes, 'a.xlsx')
      assert.ok('problem' in read)
      assert.match(read.problem, /more than can be read/)
    })
  }
})
