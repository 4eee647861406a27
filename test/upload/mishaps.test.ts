/** What can befall an upload and what came of it: a workbook of formulas, a process killed in the middle, an erasure by law. */

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { packParts } from '#store/files/workbook-parts.ts'
import { erase } from '#store/record/erase.ts'
import { verifyStore } from '#store/record/verify.ts'
import { silentMs, uploadById } from '#store/upload/upload.ts'
import { claim, work } from '#store/upload/work.ts'
import { paths } from '#web/paths.ts'
import { csv, type Heading, header, nhsNumber, row } from './rows.ts'
import { code, countsOf, rightRows, uploadSite } from './support.ts'

const site = await uploadSite()
const { checked, keep, page } = site
const verified = () => verifyStore(site.store.db, { publicKeys: [] })

const office = 'http://schemas.openxmlformats.org'
const written = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const placeOf = (name: Heading, line: number) => `${String.fromCharCode(65 + header.indexOf(name))}${line}`

/** A workbook of the header and these rows; `instead` gives a cell's XML by its place. */
function workbook(
  rows: readonly (readonly string[])[],
  instead: Readonly<Record<string, string>> = {},
): Buffer {
  const sheet = [header, ...rows].map((cells, at) => {
    const xml = header.map((name, column) => {
      const place = placeOf(name, at + 1)
      return instead[place] ?? written(place, cells[column] ?? '')
    })
    return `<row r="${at + 1}">${xml.join('')}</row>`
  })
  const part = (name: string, xml: string) => ({ name, data: Buffer.from(xml) })
  return packParts([
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    ),
  ])
}

describe('a workbook with formulas', () => {
  it('is read by the values that they came to', async () => {
    const minutes = placeOf('minutes', 2)
    const bytes = workbook([row(1)], { [minutes]: `<c r="${minutes}"><f>40+2</f><v>42</v></c>` })
    const address = await checked(bytes, 'past.xlsx')
    assert.match(await page(address), /Every row can be kept: 1 new treatment/)
    await keep(address)
    const list = await page(paths.uploadsPart(code, 'treatments', { key: 'T-1' }))
    const one = /href="(\/uploads\/ZUP\/treatments\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
    assert.match(await page(one), /42 minutes/)
  })

  it('that came to an error, or to another formula, is told by its line, and nothing is kept', async () => {
    const [size, success] = [placeOf('target1Size', 2), placeOf('technicalSuccess', 3)]
    const bytes = workbook([row(2), row(3)], {
      [size]: `<c r="${size}" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
      [success]: written(success, '=IF(A1,1,0)'),
    })
    const text = await page(await checked(bytes, 'past.xlsx'))
    assert.doesNotMatch(text, /Windows-1252/)
    assert.match(text, /formula came to #DIV\/0!/)
    assert.match(text, /The cell holds a formula/)
    assert.equal((await countsOf(site)).treatments, 1)
  })
})

/** PostgreSQL ends a dead client's transaction, and gives back its lock, when it has done the statement that it is at. */
async function lockFreed(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { rows } = await site.store.owner.query(
      `select from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())`,
    )
    if (rows.length === 0) return
    await pause(100)
  }
  throw new Error('the lock of a killed process is never given back')
}

describe('a process killed while it keeps', () => {
  it('has kept nothing; the record is whole; and the upload is kept by whoever takes it up', async () => {
    const before = await countsOf(site)
    const address = await checked(await rightRows(1200, 20_000))
    const upload = address.split('/').at(-1) ?? ''
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'killed.ts'), site.store.url, upload, code, site.leadId],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [said] = await once(child.stdout, 'data')
    assert.match(String(said), /^1000 rows/)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await lockFreed()
    assert.deepEqual(await countsOf(site), before)
    assert.equal((await verified()).firstFault, null)

    const task = {
      step: 'keep',
      upload,
      organisation: code,
      person: site.leadId,
      role: 'io-lead',
    } as const
    assert.equal(await claim(site.store.db, task, new Date()), null, 'it could still be alive')
    assert.ok(await claim(site.store.db, task, new Date(Date.now() + silentMs + 15_000)))
    await work(site.store.db, task)
    assert.equal((await site.own((db) => uploadById(db, upload)))?.state, 'kept')
    assert.equal((await countsOf(site)).treatments, before.treatments + 1200)
    assert.equal((await verified()).firstFault, null)
  })
})

describe('the body of a past treatment that is erased by law', () => {
  it('takes the number, the link to the patient and the digest with it; a later correction stays', async () => {
    await keep(await checked(csv([row(7), row(8)])))
    await keep(await checked(csv([row(8, { minutes: '77' })])))
    const standing = async (index: number) => {
      const { rows } = await site.store.owner.query(
        `select id, entry, patient, system, value, encode(digest, 'hex') as digest,
           (select body from record_body b where b.entry = t.entry) as body,
           (select id from record_entry e where e.subject = 'past:' || t.id and e.position = 1) as first
         from past_treatment t where local_key = $1`,
        [`T-${index}`],
      )
      return rows[0]
    }
    const order = async (index: number, entry: string) => {
      const erased = await site.own((db) =>
        standing(index).then(({ id }) =>
          erase(db, {
            ...{ subject: `past:${id}`, entry, reason: 'Sent by mistake', authority: 'Caldicott guardian' },
            ...{ occurredAt: new Date(), author: `person:${site.leadId}`, role: 'io-lead' },
            organisation: code,
          }),
        ),
      )
      assert.equal(erased.outcome, 'appended', JSON.stringify(erased))
    }
    assert.equal((await standing(7)).value, nhsNumber(7))
    await order(7, (await standing(7)).entry)
    const gone = await standing(7)
    assert.deepEqual(
      [gone.patient, gone.system, gone.value, gone.body, gone.digest],
      [null, null, null, null, '00'.repeat(32)],
    )
    // What was said first is erased; what stands was corrected since, and keeps its number.
    await order(8, (await standing(8)).first)
    const kept = await standing(8)
    assert.deepEqual([kept.value, kept.body.minutes], [nhsNumber(8), 77])
    const { firstFault, erased } = await verified()
    assert.deepEqual([firstFault, erased], [null, 2])
    const list = await page(paths.uploadsPart(code, 'treatments', { key: 'T-7' }))
    const one = /href="(\/uploads\/ZUP\/treatments\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
    assert.doesNotMatch(await page(one), new RegExp(nhsNumber(7)))
  })
})
