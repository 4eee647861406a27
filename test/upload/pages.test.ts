/** A file of past treatments from its choice to the registry: checked first, kept whole or not at all. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import iconv from 'iconv-lite'
import { verifyStore } from '#store/record/verify.ts'
import { withinScope } from '#store/scope.ts'
import { paths } from '#web/paths.ts'
import { csv, header, nhsNumber, row } from './rows.ts'
import { code, countsOf, rightRows, uploadSite } from './support.ts'

const site = await uploadSite()
const { checked, keep, page } = site

describe('a file of past treatments', () => {
  it('is checked, kept when its sender says so, and nothing new when it comes again', async () => {
    const text = await rightRows(25)
    const address = await checked(text)
    assert.match(await page(address), /Every row can be kept: 25 new treatments, 0 corrections, 0 as before/)
    assert.equal((await countsOf(site)).treatments, 0)
    await keep(address)
    assert.match(await page(address), /Kept on .*25 new treatments/)
    assert.deepEqual(await countsOf(site), { treatments: 25, entries: 25, withdrawn: 0 })
    assert.match(await page(await checked(text)), /Every row is here already: there is nothing to keep/)
  })

  it('corrects what has changed, and leaves the rest as it is', async () => {
    const rows = [row(0, { minutes: '99' }), ...[1, 2, 3].map((index) => row(index)), row(100)]
    const address = await checked(csv(rows))
    assert.match(await page(address), /1 new treatment, 1 correction, 3 as before/)
    await keep(address)
    assert.deepEqual(await countsOf(site), { treatments: 26, entries: 27, withdrawn: 0 })
    const corrected = await page(paths.uploadsPart(code, 'treatments', { key: 'T-0' }))
    const one = /href="(\/uploads\/ZUP\/treatments\/[0-9a-f-]{36})"/.exec(corrected)?.[1] ?? ''
    const shown = await page(one)
    assert.match(shown, /99 minutes/)
    assert.match(shown, /Corrected/)
    assert.doesNotMatch(shown, new RegExp(nhsNumber(0)))
  })

  it('is withdrawn row by row, with a reason, and stands again when it is sent again', async () => {
    const list = await page(paths.uploadsPart(code, 'treatments', { key: 'T-5' }))
    const one = /href="(\/uploads\/ZUP\/treatments\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
    assert.equal((await site.post(`${one}/withdraw`, {}, site.lead)).status, 422)
    await site.post(`${one}/withdraw`, { reason: 'double' }, site.lead)
    assert.equal((await countsOf(site)).withdrawn, 1)
    await site.post(`${one}/withdraw`, { reason: 'double' }, site.lead)
    assert.equal((await countsOf(site)).entries, 28)
    const address = await checked(csv([row(5)]))
    assert.match(await page(address), /0 new treatments, 1 correction/)
    await keep(address)
    assert.equal((await countsOf(site)).withdrawn, 0)
  })

  it('leaves chains that verify', async () => {
    const { entries, firstFault } = await withinScope(site.store.db, 'whole', (db) =>
      verifyStore(db, { publicKeys: [] }),
    )
    assert.equal(firstFault, null)
    assert.ok(entries >= 29)
  })
})

describe('a row that cannot be', () => {
  const faults: readonly (readonly [string, Parameters<typeof row>[1], RegExp])[] = [
    [
      'follow-up before the treatment',
      { lastSeenOn: '2001-01-01' },
      /The last follow-up \(1 January 2001\) is before the treatment/,
    ],
    [
      'death before birth',
      { diedOn: '1900-01-01', lastSeenOn: '' },
      /The death \(1 January 1900\) is before the birth date/,
    ],
    [
      'a day that is still to come',
      { treatedOn: '2199-01-01', lastSeenOn: '' },
      /The treatment lies in the future/,
    ],
    ['a decimal comma', { target1Size: '2,5' }, /“2,5” has a comma. Write 2.5/],
    ['a number with a digit wrong', { nhsNumber: '9434765918' }, /The NHS number has a digit wrong/],
    ['a key that is a patient’s number', { localKey: '9434765919' }, /The key could be an NHS number/],
    ['a procedure that nobody knows', { procedure: 'magic' }, /“magic” is no procedure of the catalogue/],
    ['a formula', { minutes: '=A1+2' }, /The cell holds a formula/],
    ['what a formula came to', { minutes: '#REF!' }, /The cell’s formula came to #REF!/],
    ['a size that nothing has', { target1Size: '4000' }, /Longest diameter has to be between 1 and 400 mm/],
    ['no complication, and a death of one', { safety: 'perhaps' }, /“perhaps” is not one of the answers/],
    ['nothing where something is needed', { intent: '' }, /Select the intent/],
    [
      'the day before the month',
      { treatedOn: '03/25/2015', lastSeenOn: '' },
      /The day comes before the month/,
    ],
  ]
  it('is named by line, column, value and what is wrong; all of them together, and nothing is kept', async () => {
    const before = await countsOf(site)
    const address = await checked(csv(faults.map(([, over], index) => row(1000 + index, over))))
    const text = await page(address)
    for (const [what, , words] of faults) assert.match(text, words, what)
    assert.match(text, new RegExp(`${faults.length} of ${faults.length} rows cannot be kept as they are`))
    await site.post(`${address}/keep`, {}, site.lead)
    assert.deepEqual(await countsOf(site), before)
    // What is kept of it names nobody.
    const file = await page(`${address}/problems.csv`)
    assert.match(file, /^line,column,value,problem\r\n2,lastSeenOn,2001-01-01,/)
    assert.doesNotMatch(file, /943476591/)
    assert.doesNotMatch(text, /943476591/)
  })

  it('whose cells moved by one tells no number, no birth date and no postcode of anybody', async () => {
    const cells = row(1500, { nhsNumber: '9434765919', birthOn: '1951-07-14' })
    const address = await checked(
      csv([
        ['', ...cells.slice(0, -1)],
        [...cells.slice(1), ''],
        row(1501, {
          birthOn: '14 Jully 1951',
          sex: '943 476 5919',
          procedure: '14/07/1951',
          intent: 'SW1A 1AA',
        }),
      ]),
    )
    const [text, file] = [await page(address), await page(`${address}/problems.csv`)]
    for (const told of [text, file]) {
      assert.match(told, /What stands there is not (a day|one of the answers)/)
      assert.doesNotMatch(told, /943 ?476|1951|Jully|SW1A/)
    }
  })

  it('is one whose key the file has twice', async () => {
    const text = await page(await checked(csv([row(2000), row(2001), row(2000, { sex: 'male' })])))
    assert.match(text, /The same key is on line 2 already/)
  })
})

describe('a file', () => {
  it('without headings is refused before anything of it is kept, for its first row is a patient', async () => {
    const sent = await site.sendFile(row(1600, { nhsNumber: '9434765919' }).join(','))
    assert.match(await sent.text(), /The first row holds no headings: a number or a day is among them/)
    await checked(csv([row(1601)]), '943 476 5919 list.csv')
    const { rows } = await site.store.owner.query('select file_name, columns from upload')
    assert.match(JSON.stringify(rows), /"… list.csv"/)
    assert.doesNotMatch(JSON.stringify(rows), /943 ?476/)
  })

  it('with columns that moved, went or came is read by its headings, and says what differs', async () => {
    const first = await checked(
      csv(
        [row(3000)],
        header.map((name) => (name === 'sex' ? 'Patient gender' : name)),
      ),
    )
    assert.match(await page(first), /No column is said to hold: Sex/)
    const mapping = Object.fromEntries(header.map((name, index) => [`column-${index}`, name]))
    await site.post(`${first}/mapping`, mapping, site.lead)
    const headings = [
      'surplus',
      ...header.toReversed().map((name) => (name === 'sex' ? 'Patient gender' : name)),
    ].filter((name) => name !== 'minutes')
    const cells = row(3001)
      .toReversed()
      .filter((_, index) => header.toReversed()[index] !== 'minutes')
    const moved = await page(await checked(csv([['', ...cells]], headings)))
    assert.match(moved, /“minutes” is gone: it held duration/)
    assert.match(moved, /New: “surplus”/)
    assert.match(moved, /another order, which changes nothing/)
    assert.match(moved, /Every row can be kept: 1 new treatment/)
  })

  it('is read whatever wrote it: Windows-1252, a byte order mark, semicolons, UTF-16', async () => {
    const text = csv([row(4000)])
    const accented = text.replace('localKey', 'Opérateur,localKey').replace('T-4000', 'x,T-4000')
    assert.match(
      await page(await checked(iconv.encode(accented, 'win1252'))),
      /Windows-1252[\s\S]*Every row can be kept/,
    )
    assert.match(await page(await checked(`\ufeff${text}`)), /Every row can be kept/)
    assert.match(await page(await checked(text.replaceAll(',', ';'))), /Every row can be kept/)
    assert.match(
      await page(await checked(iconv.encode(text, 'utf16le', { addBOM: true }))),
      /Every row can be kept/,
    )
  })

  it('that is none is refused in words, and nothing of it stays', async () => {
    for (const [bytes, words] of [
      ['', /The file is empty/],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /workbook of an old kind/],
      [Buffer.from('PK\u0003\u0004 no archive'), /ZIP archive|workbook cannot be read/],
      [Buffer.alloc(2000, 'a\0b'), /no table of text|no headings|No column/],
    ] as const) {
      const sent = await site.sendFile(bytes)
      const text = sent.status === 303 ? await page(sent.headers.get('location') ?? '') : await sent.text()
      assert.match(text, words)
    }
    const { rows } = await site.store.owner.query(
      "select count(*)::int as n from upload where state = 'receiving'",
    )
    assert.equal(rows[0].n, 0)
  })

  it('whose quotation mark never closes says where it began', async () => {
    const text = await page(await checked(`${csv([row(5000)])}"open,1,2`))
    assert.match(text, /a quotation mark is opened and never closed/)
    assert.match(text, /The file<.*All of it/s)
    assert.doesNotMatch(text, /Line [01]<|The whole row/, 'it is of no line')
  })

  it('is seen and given up by nobody of another service', async () => {
    const address = await checked(csv([row(6000)]))
    const other = await site.signInAs('io-lead', 'ZOTHER')
    assert.equal((await site.get(address, other)).status, 403)
    const elsewhere = address.replace('/ZUP/', '/ZOTHER/')
    assert.equal((await site.get(elsewhere, other)).status, 404)
    assert.equal((await site.post(`${elsewhere}/drop`, {}, other)).status, 404)
    await site.post(`${address}/drop`, {}, site.lead)
    assert.match(await page(address), /Given up/)
    const { rows } = await site.store.owner.query(
      'select count(*)::int as n from upload_piece p join upload u on u.id = p.upload where u.state = $1',
      ['dropped'],
    )
    assert.equal(rows[0].n, 0)
  })

  it('of two at once, each is whole: they are kept one after the other', async () => {
    const [one, other] = [
      await checked(await rightRows(400, 10_000)),
      await checked(await rightRows(400, 10_200)),
    ]
    await Promise.all([keep(one), keep(other)])
    for (const address of [one, other])
      if (/kept at this moment/.test(await page(address))) await keep(address)
    const { rows } = await site.store.owner.query(
      "select count(*)::int as n from past_treatment where local_key ~ '^T-10[0-9]{3}$'",
    )
    assert.equal(rows[0].n, 600)
  })

  it('a template of ours, and its dictionary, are recognised whole', async () => {
    const template = await page(paths.uploadsPart(code, 'template.csv'))
    const address = await checked(`${template.trim()}\r\n`)
    assert.match(await page(address), /The file has headings and no rows/)
    assert.match(await page(paths.uploadsPart(code, 'columns.csv')), /treatedOn,Day of the treatment,yes/)
  })
})
