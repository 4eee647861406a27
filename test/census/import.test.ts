/** Answers held elsewhere: spreadsheets in every state, REDCap in both dialects, each row's problem by its line. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { csvOf } from '#core/census/csv.ts'
import { answersTable } from '#core/census/export.ts'
import { planImport } from '#core/census/import.ts'
import { guessMapping, unansweredQuestions } from '#core/census/import-mapping.ts'
import { ioCensus1 } from '#core/census/questionnaires/io-census-1.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { dictionaryDialect, readRedcapDictionary, redcapDictionary } from '#core/census/redcap.ts'
import { DICTIONARY_COLUMNS } from '#core/census/redcap-names.ts'
import { demonstrationNation } from '#demonstration/nation.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'
import { readTable, type Table } from '#store/files/read-table.ts'

const organisations = [
  { code: 'X001', name: 'Wrightmoor, Wigby and Lee Trust' },
  { code: 'X002', name: "King's Quay Trust" },
  { code: 'X003', name: 'Fenmarsh Trust' },
]

async function table(content: string | Uint8Array, name = 'answers.csv'): Promise<Table> {
  const read = await readTable(
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
    name,
  )
  assert.ok(!('problem' in read), JSON.stringify(read))
  return read
}

async function planned(content: string | Uint8Array, questionnaire = ioCensus1) {
  const read = await table(content)
  const mapping = guessMapping(questionnaire, read.header)
  return planImport({
    questionnaire,
    mapping,
    table: read,
    organisations,
    members: new Set(['X001', 'X002']),
  })
}

describe('a spreadsheet of answers', () => {
  it('is understood by labels, codes and many ways to say yes', async () => {
    const { rows, problems } = await planned(
      [
        'Organisation,IO offered,Kinds,Supportive procedures,IR department,io_lead,referralPathwayTo',
        '"wrightmoor wigby & lee trust",Y,Supportive procedures only,"Nephrostomy; Image-guided biopsy",TRUE,0,',
        'X002,No,,,no,No,"King’s Quay Trust; Fenmarsh Trust"',
      ].join('\n'),
    )
    assert.deepEqual(
      problems.map(({ line, words }) => [line, words]),
      [[3, 'Your own organisation is in the list. Choose those that you refer to']],
    )
    assert.deepEqual(rows[0]?.answers, {
      ioOffered: 'yes',
      kinds: 'supportive-only',
      supportiveProcedures: ['image-guided-biopsy', 'nephrostomy'],
      irDepartment: 'yes',
      ioLead: 'no',
    })
    assert.ok(rows[0]?.notes.some(({ kind, question }) => kind === 'missing' && question === 'barriers'))
  })

  it('has each row’s problem named by its line, quoted line ends counted', async () => {
    const { problems } = await planned(
      [
        'code,comment,io_offered,kinds',
        'X001,"two',
        'lines",maybe,',
        'X009,,yes,both',
        ',,yes,both',
        'X003,,yes,both',
        'X002,,yes,all of them',
        'X002,,yes,both',
      ].join('\n'),
    )
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [
        [2, 'io_offered'],
        [4, 'code'],
        [5, null],
        [6, 'code'],
        [7, 'kinds'],
        [8, null],
      ],
    )
  })

  it('with 2 bad rows of 179 says which two, and is not to be imported', async () => {
    const nation = demonstrationNation(2017, organisationsOf2017())
    const named = nation.organisations.filter(({ code }) => nation.closed.has(code))
    const sheet = answersTable(
      ioCensus1,
      named.map((each) => ({ ...each, answers: nation.closed.get(each.code) ?? {} })),
    )
    const rows = sheet.rows.map((row, at) => (at === 16 || at === 99 ? row.with(4, 'perhaps') : row))
    const read = await table(csvOf([sheet.header, ...rows]))
    const plan = planImport({
      questionnaire: ioCensus1,
      mapping: guessMapping(ioCensus1, read.header),
      table: read,
      organisations: named,
      members: new Set(named.map(({ code }) => code)),
    })
    assert.deepEqual(
      plan.problems.map(({ line }) => line),
      [18, 101],
    )
    assert.equal(plan.rows.length, 177)
  })

  it('keeps a mapping that does not fit from being used', async () => {
    const read = await table('beds,staff\n1,2\n')
    const plan = planImport({
      questionnaire: ioCensus2,
      mapping: guessMapping(ioCensus2, ['staff']),
      table: read,
      organisations,
      members: new Set(),
    })
    assert.equal(plan.mappingProblems.length, 2)
  })
})

describe('REDCap', () => {
  it('gets a data dictionary in both header dialects, and reads both back', async () => {
    for (const dialect of ['page', 'api'] as const) {
      const read = await table(redcapDictionary(ioCensus2, dialect))
      assert.deepEqual(
        read.header,
        DICTIONARY_COLUMNS.map((column) => column[dialect]),
      )
      assert.equal(dictionaryDialect(read.header), dialect)
      const dictionary = readRedcapDictionary(
        read.header,
        read.rows.map(({ cells }) => cells),
      )
      assert.ok('fields' in dictionary)
      assert.equal(dictionary.fields.length, ioCensus2.questions.length + 1)
      const barriers = dictionary.fields.find(({ variable }) => variable === 'barriers')
      assert.deepEqual([barriers?.type, barriers?.choices.length], ['checkbox', 7])
    }
  })

  it('gets variables, codes and branching that it accepts', async () => {
    const read = await table(redcapDictionary(ioCensus2))
    const place = (api: string) => DICTIONARY_COLUMNS.findIndex((column) => column.api === api)
    for (const { cells } of read.rows)
      assert.match(cells[place('field_name')] ?? '', /^[a-z][a-z0-9_]*[a-z0-9]$/)
    const barriers = read.rows.find(({ cells }) => cells[0] === 'barriers')
    assert.equal(
      barriers?.cells[place('branching_logic')],
      "[io_offered] = '0' or [kinds] = 'supportive_only'",
    )
    assert.equal(barriers?.cells[place('field_annotation')], "@NONEOFTHEABOVE='nothing'")
    assert.equal(
      read.rows.find(({ cells }) => cells[0] === 'io_offered')?.cells[place('field_type')],
      'yesno',
    )
  })

  it('gives its export with labels: the questions’ words, checked and unchecked', async () => {
    const header = [
      'Organisation (ODS code)',
      'Does your organisation offer interventional oncology procedures?',
      'Which kinds do you offer?',
      'Which supportive procedures do you offer? (choice=Nephrostomy)',
      'Which supportive procedures do you offer? (choice=Image-guided biopsy)',
    ]
    const { rows, problems } = await planned(
      csvOf([header, ['X001', 'Yes', 'Supportive procedures only', 'Checked', 'Unchecked']]),
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(rows[0]?.answers.supportiveProcedures, ['nephrostomy'])
  })

  it('gives the export of a project of someone else’s, read through its dictionary', async () => {
    const dictionary = await table(
      [
        'field_name,form_name,field_type,field_label,select_choices_or_calculations',
        'site,f,text,Code,',
        'q1,f,yesno,Does your organisation offer interventional oncology procedures?,',
        'q2,f,radio,Which kinds do you offer?,"1, Supportive procedures only | 2, Both supportive and disease-modifying procedures"',
        'q3,f,checkbox,Which supportive procedures do you offer?,"1, Nephrostomy | 2, Image-guided biopsy"',
      ].join('\n'),
    )
    const read = readRedcapDictionary(
      dictionary.header,
      dictionary.rows.map(({ cells }) => cells),
    )
    assert.ok('fields' in read)
    const data = await table('code,q1,q2,q3___1,q3___2\nX001,1,2,1,0\n')
    const plan = planImport({
      questionnaire: ioCensus1,
      mapping: guessMapping(ioCensus1, data.header, read.fields),
      table: data,
      organisations,
      members: new Set(['X001']),
    })
    assert.deepEqual(plan.rows[0]?.answers, {
      ioOffered: 'yes',
      kinds: 'both',
      supportiveProcedures: ['nephrostomy'],
    })
  })
})

describe('a file', () => {
  const rows = 'code;name\r\nX001;Ysbyty Môn\r\n'

  it('is decoded from UTF-8, UTF-8 with its mark, UTF-16 and Windows-1252, which it says', async () => {
    const encodings = [
      [Buffer.from(rows), null],
      [Buffer.from(`\ufeff${rows}`), null],
      [iconv.encode(rows, 'utf16le', { addBOM: true }), null],
      [iconv.encode(rows, 'utf16be', { addBOM: true }), null],
      [iconv.encode(rows, 'utf16le'), null],
      [iconv.encode(rows, 'win1252'), /Windows-1252/],
    ] as const
    for (const [bytes, note] of encodings) {
      const read = await table(bytes)
      assert.deepEqual(read.header, ['code', 'name'])
      assert.deepEqual(read.rows, [{ line: 2, cells: ['X001', 'Ysbyty Môn'] }])
      if (note === null) assert.equal(read.note, null)
      else assert.match(read.note ?? '', note)
    }
  })

  it('of 300,000 rows is refused, and others have their turn while it is read', async () => {
    const bytes = Buffer.from(`code,io_offered\n${'X001,yes\n'.repeat(300_000)}`)
    let turns = 0
    let reading = true
    const others = () => {
      turns += 1
      if (reading) setImmediate(others)
    }
    setImmediate(others)
    const read = await readTable(bytes, 'all.csv')
    reading = false
    assert.ok('problem' in read)
    assert.match(read.problem, /more than 50,000 rows/)
    assert.ok(turns >= 3, `${turns} turns`)
  })

  it('of more than 20 MB, of an old kind or broken is a problem in words', async () => {
    const cases: [Uint8Array, string, RegExp][] = [
      [new Uint8Array(21 * 2 ** 20), 'x.csv', /21\.0 MB/],
      [new Uint8Array(0), 'x.csv', /empty/],
      [Buffer.from('\n\n'), 'x.csv', /no rows/],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'x.xls', /old kind/],
      [Buffer.from('PK\u0003\u0004nothing'), 'x.xlsx', /no workbook/],
      [Buffer.from('hello'), 'x.xlsx', /named as a workbook/],
      [Buffer.from('a,b\n"c,d\n'), 'x.csv', /quotation mark/],
      [Buffer.from('a,b\nc,"d"e\n'), 'x.csv', /Line 2: a quotation mark/],
    ]
    for (const [bytes, name, words] of cases) {
      const read = await readTable(bytes, name)
      assert.ok('problem' in read, name)
      assert.match(read.problem, words)
    }
  })

  it('may be a workbook', async () => {
    const read = await readTable(
      workbook([
        ['code', 'io_offered'],
        ['X001', 'yes'],
        ['X002', 'no'],
      ]),
      'a.xlsx',
    )
    assert.deepEqual(read, {
      header: ['code', 'io_offered'],
      rows: [
        { line: 2, cells: ['X001', 'yes'] },
        { line: 3, cells: ['X002', 'no'] },
      ],
      note: null,
    })
  })

  it('that is a workbook of 300,000 rows is refused before it is read', async () => {
    const read = await readTable(workbook(Array.from({ length: 300_000 }, () => ['X001', 'yes'])), 'a.xlsx')
    assert.ok('problem' in read)
    assert.match(read.problem, /more than 50,000 rows/)
  })
})

/** A workbook with one sheet of texts, packed by hand. */
function workbook(rows: readonly (readonly string[])[]): Buffer {
  const sheet = rows
    .map((cells, at) => {
      const inner = cells.map((cell, column) => {
        const place = `${String.fromCharCode(65 + column)}${at + 1}`
        return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
      })
      return `<row r="${at + 1}">${inner.join('')}</row>`
    })
    .join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  return zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Answers" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  })
}

function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const [data, raw] = [deflateRawSync(content), Buffer.from(content)]
    const head = Buffer.alloc(26)
    for (const [offset, value] of [
      [0, 20],
      [4, 8],
    ] as const)
      head.writeUInt16LE(value, offset)
    for (const [offset, value] of [
      [10, crc32(raw)],
      [14, data.length],
      [18, raw.length],
    ] as const)
      head.writeUInt32LE(value, offset)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, tail, Buffer.from(name)]),
    )
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

describe('questions that no column answers', () => {
  it('names those that everybody is asked, and no others', () => {
    const header = ['organisation', 'plannedWithin12Months']
    const without = unansweredQuestions(ioCensus1, guessMapping(ioCensus1, header)).map(({ id }) => id)
    assert.ok(without.includes('ioOffered'))
    const all = guessMapping(ioCensus1, [...header, 'ioOffered'])
    assert.ok(!unansweredQuestions(ioCensus1, all).some(({ id }) => id === 'ioOffered'))
    for (const { when, wave } of unansweredQuestions(ioCensus1, [])) {
      assert.equal(when, undefined)
      assert.equal(wave, 'first')
    }
  })
})
