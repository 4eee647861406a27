/** An extract of the directory: read, planned, and brought in whole or not at all. */
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { importCommand } from '#cli/import.ts'
import { planDirectory } from '#core/catalogue/import.ts'
import { organisationsOf2017, shippedOrganisations } from '#store/catalogue/directory-file.ts'
import { organisation, organisationsOn } from '#store/catalogue/organisations.ts'
import { readExtract, shippedOutcodes } from '#store/catalogue/read-extract.ts'
import { seedOrganisations } from '#store/catalogue/seed.ts'
import { testStore } from '#test/support/store.ts'

const etr = await readFile(new URL('./fixtures/etr.csv', import.meta.url))
const known = shippedOrganisations()
const outcodes = shippedOutcodes()
const text = (content: string) => new TextEncoder().encode(content)

/** The estate of 2017, of which nothing is known but where it is. */
const bare = organisationsOf2017().map((one) => ({ ...one, openedOn: null, closedOn: null, successor: null }))

async function plan(bytes: Uint8Array, addNew = false, directory = known) {
  const extract = await readExtract(bytes, 'extract.csv')
  assert.ok(!('problem' in extract), JSON.stringify(extract))
  return planDirectory({ extract, known: directory, outcodes, addNew })
}

describe('an ODS extract without a header', () => {
  it('gives opening and closing dates to organisations that are there, and keeps their names and points', async () => {
    const { organisations, changes, problems, passedOver } = await plan(etr, false, bare)
    assert.deepEqual(problems, [])
    assert.deepEqual(passedOver, ['R0A'])
    assert.deepEqual(
      changes.map(({ code, kind, line }) => [line, code, kind]),
      [
        [1, 'RR8', 'changed'],
        [2, 'RM2', 'closed'],
      ],
    )
    const leeds = organisations.find(({ code }) => code === 'RR8')
    const before = bare.find(({ code }) => code === 'RR8')
    assert.deepEqual(leeds, { ...before, openedOn: '1998-04-01' })
    // ODS gives the last day that it was open.
    assert.equal(organisations.find(({ code }) => code === 'RM2')?.closedOn, '2017-10-01')
  })

  it('places a new organisation at the centre of its outcode and says so', async () => {
    const { organisations } = await plan(etr, true, bare)
    const manchester = organisations.find(({ code }) => code === 'R0A')
    const centre = outcodes.get('M13')
    assert.equal(manchester?.name, 'Manchester University NHS Foundation Trust')
    assert.deepEqual([manchester?.latitude, manchester?.longitude], [centre?.latitude, centre?.longitude])
    assert.match(manchester?.source ?? '', /ODS extract extract\.csv; placed at the centre of outcode M13/)
    assert.equal(manchester?.region, 'North West')
    assert.equal(manchester?.mainSite, 'COBBETT HOUSE, OXFORD ROAD, MANCHESTER (M13 9WL)')
  })
})

describe('an extract with a header', () => {
  it('is read with a byte order mark, in UTF-16 and in Windows-1252', async () => {
    const rows = 'code,name,closed\r\nRR8,Hôpital de Leeds,2030-01-01\r\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows, 'utf16le')])
    for (const bytes of [text(`\ufeff${rows}`), utf16, Buffer.from(rows, 'latin1')]) {
      const { organisations } = await plan(bytes)
      assert.equal(organisations[0]?.name, 'Hôpital de Leeds')
    }
    const windows = await readExtract(Buffer.from(rows, 'latin1'), 'x.csv')
    assert.ok('note' in windows && windows.note?.includes('Windows-1252'))
  })

  it('names the columns that are missing', async () => {
    const extract = await readExtract(text('trust,beds\nRR8,4\n'), 'x.csv')
    assert.ok('problem' in extract)
    assert.match(extract.problem, /no column of code and none of name/)
  })

  it('reads back the file that ships, without a change', async () => {
    const file = await readFile(new URL('../../data/organisations.csv', import.meta.url))
    const { changes, unchanged, problems } = await plan(file)
    assert.deepEqual([changes, unchanged, problems], [[], 179, []])
  })

  it('names each row’s problem with its line', async () => {
    const { problems } = await plan(
      text(
        [
          'code,name,opened,closed,successor,postcode',
          'RR8,Leeds,2017-02-30,,,',
          'RR8,Leeds,,,,',
          'RM2,South Manchester,,2017-10-01,R9X,',
          'R1H,Barts,2020-01-01,2019-01-01,,',
          ',Nameless,,,,',
          'RW3,Central Manchester,,2017-10-01,RW3,',
          'ZZ9,New,,,,XX1 1XX',
        ].join('\n'),
      ),
      true,
    )
    assert.deepEqual(
      problems.map(({ line }) => line).toSorted(),
      [2, 3, 4, 5, 6, 7, 8],
      JSON.stringify(problems),
    )
  })
})

describe('the import in a database', async () => {
  const { db } = await testStore()
  await seedOrganisations(db)
  const run = async (content: string, ...flags: string[]) => {
    const file = join(tmpdir(), `extract-${process.pid}.csv`)
    await writeFile(file, content)
    const lines: string[] = []
    const code = await importCommand({ db }, ['organisations', file, ...flags], (line) => lines.push(line))
    return { code, said: lines.join('\n') }
  }
  const merger = [
    'code,name,region,nation,main_site,postcode,opened,closed,successor',
    'R9X,Made-up merger NHS Trust,North West,England,Manchester Royal Infirmary,M13 9WL,2027-10-01,,',
    'RMC,,,,,,,2027-10-01,R9X',
    'RRF,,,,,,,2027-10-01,R9X',
  ].join('\n')

  it('begins with the 179, and seeds them once', async () => {
    await seedOrganisations(db)
    assert.equal((await organisationsOn(db, '2017-03-01')).length, 179)
    // 24 of them closed since; five others carry on for some of those.
    assert.equal((await organisationsOn(db, '2026-11-22')).length, 160)
    assert.equal((await organisation(db, 'RM2'))?.successor, 'R0A')
    assert.equal((await organisation(db, 'RVY'))?.successor, null)
  })

  it('changes nothing in a dry run', async () => {
    const { code, said } = await run(merger, '--add-new')
    assert.equal(code, 0)
    assert.match(said, /1 to add, 0 to change, 2 to close, 0 as they are, 0 problems\nThis was a dry run/)
    assert.equal(await organisation(db, 'R9X'), null)
  })

  it('imports nothing when one row of several is wrong', async () => {
    const { code, said } = await run(`${merger}\nRR8,Leeds,,,,,tomorrow,,`, '--add-new', '--apply')
    assert.equal(code, 1)
    assert.match(said, /line 5: “tomorrow” is no date/)
    assert.equal(await organisation(db, 'R9X'), null)
  })

  it('closes merged organisations and leads on to their successor', async () => {
    const { code } = await run(merger, '--add-new', '--apply')
    assert.equal(code, 0)
    assert.equal((await organisation(db, 'RMC'))?.successor, 'R9X')
    assert.equal((await organisation(db, 'RR8'))?.successor, null)
    assert.equal((await organisationsOn(db, '2027-09-30')).length, 160)
    assert.equal((await organisationsOn(db, '2027-10-01')).length, 159)
  })

  it('leaves what was imported when the node starts again', async () => {
    await seedOrganisations(db)
    assert.equal((await organisation(db, 'RMC'))?.closedOn, '2027-10-01')
  })

  it('says how it is used, and that a file is not there', async () => {
    const lines: string[] = []
    assert.equal(await importCommand({ db }, ['organisations'], (line) => lines.push(line)), 2)
    assert.equal(
      await importCommand({ db }, ['organisations', '/nowhere.csv'], (line) => lines.push(line)),
      1,
    )
    assert.match(lines.join('\n'), /There is no file \/nowhere\.csv/)
  })
})
