import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { attachment } from '#core/pathway/kinds/follow-up.ts'
import { attachFile } from '#store/case/attachment.ts'
import { recordInCase } from '#store/case/record.ts'
import type { Database } from '#store/open.ts'
import type { Appended } from '#store/record/append.ts'
import { erase } from '#store/record/erase.ts'
import { verifyStore } from '#store/record/verify.ts'
import { addDocument, documentOf } from '#store/service/document.ts'
import { paths } from '#web/paths.ts'
import { pdf } from '../service/files.ts'
import { caseSite, readOn } from './setting.ts'
import { chemoembolisation } from './stories.ts'

const site = await caseSite()
const told = await site.tell(chemoembolisation)
const other = await site.tell(chemoembolisation)
const signed = {
  occurredAt: readOn,
  author: 'person:1',
  role: 'interventional-radiologist',
  organisation: 'ZTREAT',
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const fileOf = (bytes: Uint8Array) => ({ type: 'application/pdf' as const, bytes, digest: digestOf(bytes) })

const attachTo = (db: Database, caseId: string, bytes: Uint8Array) =>
  attachFile(db, { ...signed, caseId, title: 'Report', file: fileOf(bytes) })

async function attach(bytes: Uint8Array, caseId = told.id): Promise<string> {
  return stated(await site.whole((db) => attachTo(db, caseId, bytes))).id
}

function stated(said: Appended) {
  if (said.outcome !== 'appended') throw new Error(`it was ${said.outcome}`)
  return said.entry
}

const eraseIn = (db: Database, subject: string, entry: string) =>
  erase(db, { ...signed, subject, entry, reason: 'Of another patient', authority: 'Court' })

async function erased(entry: string, caseId = told.id) {
  stated(await site.whole((db) => eraseIn(db, `case:${caseId}`, entry)))
}

const isKept = (bytes: Uint8Array, caseId = told.id) =>
  site.whole(async (db) => {
    const found = await db
      .selectFrom('attachment_bytes')
      .select('type')
      .where('case_id', '=', caseId)
      .where('digest', '=', Buffer.from(digestOf(bytes), 'hex'))
      .execute()
    return found.length > 0
  })

async function verified() {
  const { firstFault } = await site.whole((db) => verifyStore(db, { publicKeys: [] }))
  assert.equal(firstFault, null)
}

describe('the file of an entry that is erased by law', () => {
  it('goes with it, while the record still verifies and another case keeps its own', async () => {
    const bytes = pdf(41)
    const entry = await attach(bytes)
    await attach(bytes, other.id)
    await erased(entry)
    assert.equal(await isKept(bytes), false)
    assert.equal(await isKept(bytes, other.id), true)
    const radiologist = await site.as('interventional-radiologist', 'ZTREAT')
    assert.equal((await site.get(paths.caseAttachment(told.id, entry), radiologist)).status, 404)
    assert.equal((await site.get(paths.caseOf(told.id), radiologist)).status, 200)
    await verified()
  })

  it('stays while a correction names the same bytes, and goes with the last of them', async () => {
    const bytes = pdf(42)
    const entry = await attach(bytes)
    const said = await site.whole((db) =>
      recordInCase(db, {
        ...{ ...signed, caseId: told.id, kind: attachment, corrects: entry },
        body: {
          title: 'Report of March',
          type: 'application/pdf',
          bytes: bytes.length,
          digest: digestOf(bytes),
        },
      }),
    )
    await erased(entry)
    assert.equal(await isKept(bytes), true)
    await erased(stated(said).id)
    assert.equal(await isKept(bytes), false)
    await verified()
  })

  it('can be attached again', async () => {
    const bytes = pdf(43)
    await erased(await attach(bytes))
    await attach(bytes)
    assert.equal(await isKept(bytes), true)
  })

  it('is there where it is attached anew while the entry that named it is erased', async () => {
    const bytes = pdf(44)
    const entry = await attach(bytes)
    const corrects = (id: string, digest: string) => ({
      ...{ ...signed, caseId: told.id, kind: attachment, corrects: id },
      body: { title: 'Other', type: 'application/pdf' as const, bytes: 1, digest },
    })
    const { id } = stated(await site.whole((db) => recordInCase(db, corrects(entry, 'a'.repeat(64)))))
    // Nothing that stands names the bytes. Attaching finds them there and waits for its place in the chain, which
    // the erasure's transaction holds.
    let attaching: Promise<unknown> = Promise.resolve()
    await site.whole((db) =>
      db.transaction().execute(async (tx) => {
        stated(await recordInCase(tx, corrects(id, 'b'.repeat(64))))
        attaching = attach(bytes)
        await wait(500)
        stated(await eraseIn(tx, `case:${told.id}`, entry))
      }),
    )
    await attaching
    assert.equal(await isKept(bytes), true)
  })

  it('of a service goes too', async () => {
    const bytes = pdf(45)
    const { db } = site.store
    const said = await addDocument(db, {
      ...{ organisation: 'ZTREAT', of: randomUUID(), title: 'Protocol', at: readOn },
      ...{ author: 'person:1', role: 'io-lead' },
      file: { ...fileOf(bytes), name: 'protocol.pdf', size: bytes.length },
    })
    const entry = stated(said).id
    assert.ok(await documentOf(db, 'ZTREAT', entry))
    stated(await eraseIn(db, 'service:ZTREAT', entry))
    const left = await db.selectFrom('service_file').select('entry').where('entry', '=', entry).execute()
    assert.deepEqual(left, [])
    await verified()
  })

  it('cannot be taken away by the application in any other way', async () => {
    const bytes = pdf(46)
    await attach(bytes)
    const gone = site.whole((db) => db.deleteFrom('attachment_bytes').execute())
    await gone.catch(() => null)
    assert.equal(await isKept(bytes), true)
  })
})
