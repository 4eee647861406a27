import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import iconv from 'iconv-lite'
import { csvOf } from '#core/census/csv.ts'
import { answersTable, redcapTable } from '#core/census/export.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { redcapDictionary } from '#core/census/redcap.ts'
import { verifyStore } from '#store/record/verify.ts'
import { answerFor, codes, edition, openEdition, roomSite, supportiveOnly } from './support.ts'

const site = await roomSite()
await openEdition(site)
const at = `/census/${edition}/import`

/** Sends a file as the page does. */
async function send(
  bytes: Uint8Array | string,
  name = 'answers.csv',
  dictionary?: string,
  cookie = site.lead,
) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(Buffer.from(bytes))], name))
  if (dictionary) form.set('dictionary', new File([dictionary], 'dictionary.csv'))
  return fetch(new URL(at, site.baseUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: site.baseUrl },
    body: form,
  })
}

const rowsFor = (some: readonly string[], answers = supportiveOnly) =>
  some.map((code) => ({ code, name: `Hospitals ${code}`, nation: 'England', region: 'London', answers }))

function fileOf(some: readonly string[], answers = supportiveOnly): string {
  const { header, rows } = answersTable(ioCensus2, rowsFor(some, answers))
  return csvOf([header, ...rows])
}

const upload = async (bytes: Uint8Array | string, name?: string, dictionary?: string) =>
  (await send(bytes, name, dictionary)).headers.get('location') ?? ''
const responses = () =>
  site.store.db
    .selectFrom('census_response')
    .select(['organisation', 'channel'])
    .orderBy('organisation')
    .execute()

describe('the import of answers held elsewhere', () => {
  const refused: readonly [words: RegExp, bytes: Uint8Array | string, name: string][] = [
    [/The file is empty/, '', 'empty.csv'],
    [/no rows|no answers/, 'organisation_code,kinds\r\n', 'headings.csv'],
    [
      /no table of text|cannot be read|old kind/,
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0]),
      'picture.csv',
    ],
    [/is named as a workbook and is none/, 'a,b\r\n1,2', 'answers.xlsx'],
    [
      /2,000 rows and the edition asks 6 organisations/,
      `code,kinds\r\n${'RA1,both\r\n'.repeat(2000)}`,
      'wrong.csv',
    ],
  ]
  for (const [words, bytes, name] of refused) {
    it(`refuses ${name} in words, beside the field`, async () => {
      const response = await send(bytes, name)
      assert.equal(response.status, 422)
      const html = await response.text()
      assert.match(html, words)
      assert.match(html, /There is a problem/)
    })
  }

  it('refuses 300,000 rows quickly', async () => {
    const started = performance.now()
    const response = await send(`organisation_code,io_offered\r\n${'RA1,Yes\r\n'.repeat(300_000)}`)
    assert.equal(response.status, 422)
    assert.match(await response.text(), /more than 50,000 rows/)
    assert.ok(performance.now() - started < 5000, 'within five seconds on a busy machine')
  })

  it('asks for a file when none was chosen', async () => {
    assert.match(await (await site.post(at, {}, site.lead)).text(), /Choose a file/)
  })

  it('names the line and the problem of each bad row, and imports nothing', async () => {
    const lines = fileOf(codes).split('\r\n')
    lines[2] = (lines[2] ?? '')
      .replace('RA2', 'RX9')
      .replace('Hospitals RX9', '')
      .replace('Hospitals RA2', '')
    lines[4] = (lines[4] ?? '').replace('Nephrostomy', 'Fortune telling')
    const dry = await upload(lines.join('\r\n'))
    const html = await site.page(dry)
    assert.match(html, /2 of 6 rows cannot be imported as they are/)
    assert.match(html, /<th scope="row" class="nhsuk-table__header">3<\/th>/)
    assert.match(html, /“RX9” is no organisation of the directory/)
    assert.match(html, /Fortune telling/)
    assert.doesNotMatch(html, /Import 6 answers/)
    await site.post(`${dry}/import`, {}, site.lead)
    assert.deepEqual(await responses(), [])
  })

  it('keeps what was said about the columns, for the file and for the next one of the edition', async () => {
    const file = 'Trust,Any IO?,Odd\r\nRA1,Yes,1\r\n'
    const dry = await upload(file)
    assert.match(await site.page(dry), /No column is said to hold an answer/)
    await site.post(
      `${dry}/mapping`,
      { 'use-0': 'organisation', 'use-1': 'answer ioOffered', 'use-2': 'tick nonsense x' },
      site.lead,
    )
    assert.match(await site.page(dry), /Import 1 answer/)
    assert.match(await site.page(await upload(file)), /Import 1 answer/)
  })

  it('imports all of a file in Windows-1252 once, though pressed three times', async () => {
    const comment = 'Köln’s register – “yes”'
    const bytes = iconv.encode(
      fileOf(['RA1', 'RA2', 'RA3', 'RA4'], { ...supportiveOnly, comment }),
      'win1252',
    )
    const dry = await upload(bytes)
    const html = await site.page(dry)
    assert.match(html, /Import 4 answers/)
    const pressed = await Promise.all([1, 2, 3].map(() => site.post(`${dry}/import`, {}, site.lead)))
    assert.ok(pressed.every(({ status }) => status === 303))
    assert.deepEqual(
      await responses(),
      ['RA1', 'RA2', 'RA3', 'RA4'].map((organisation) => ({ organisation, channel: 'import' })),
    )
    const entries = await site.store.db
      .selectFrom('record_entry')
      .select('id')
      .where('kind', '=', 'census-answer')
      .execute()
    assert.equal(entries.length, 4)
    assert.match(await site.page(`/census/${edition}/organisations/RA1`), /Köln’s register – “yes”/)
    assert.match(await site.page(dry), /Imported on/)
  })

  it('asks what to do about those that have answered, and does it', async () => {
    await answerFor(site, 'RA5')
    const changed = { ...supportiveOnly, beds: 'yes' }
    const dry = await upload(`\uFEFF${fileOf(['RA4', 'RA5', 'RA6'], changed)}`)
    const html = await site.page(dry)
    assert.match(html, /2 organisations have answered already/)
    const unsaid = await site.post(`${dry}/import`, {}, site.lead)
    assert.equal(unsaid.status, 422)
    await site.post(`${dry}/import`, { over: 'skip' }, site.lead)
    assert.deepEqual(
      (await responses()).map(({ organisation }) => organisation),
      [...codes],
    )
    assert.doesNotMatch(await site.page(`/census/${edition}/organisations/RA5`), /<del>/)
    const again = await upload(fileOf(['RA5', 'RA6'], changed))
    const done = await site.post(`${again}/import`, { over: 'correct' }, site.lead)
    assert.match(done.headers.get('location') ?? '', /done=imported&count=1/, 'RA6 says the same already')
    assert.match(await site.page(`/census/${edition}/organisations/RA5`), /<del>No<\/del>/)
  })

  it('reads a REDCap export with a dictionary in either header dialect', async () => {
    const { header, rows } = redcapTable(ioCensus2, rowsFor(['RA1', 'RA2']))
    for (const dialect of ['page', 'api'] as const) {
      const dry = await upload(csvOf([header, ...rows]), 'redcap.csv', redcapDictionary(ioCensus2, dialect))
      assert.match(await site.page(dry), /Every row can be read: 2 organisations/, dialect)
    }
    assert.match(
      await (await send('code\r\nRA1', 'a.csv', 'not,a,dictionary\r\n1,2,3')).text(),
      /not a REDCap data dictionary/,
    )
  })

  it('shows a file to nobody but whoever sent it', async () => {
    const dry = await upload(fileOf(['RA1']))
    const other = await site.signInAs('census-lead')
    assert.equal((await site.get(dry, other)).status, 404)
    assert.equal((await site.post(`${dry}/import`, { over: 'correct' }, other)).status, 404)
  })

  it('takes nothing into an edition that is closed', async () => {
    const dry = await upload(fileOf(['RA1'], { ...supportiveOnly, beds: 'yes' }))
    await site.post(`/census/${edition}/close`, {}, site.lead)
    await site.post(`${dry}/import`, { over: 'correct' }, site.lead)
    assert.doesNotMatch(await site.page(`/census/${edition}/organisations/RA1`), /<del>/)
    assert.match(await site.page(at), /only an open edition takes answers/)
  })

  it('leaves every chain verifying', async () => {
    assert.equal((await verifyStore(site.store.db, { publicKeys: [] })).firstFault, null)
  })
})
