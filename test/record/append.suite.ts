/** Appending, on whichever PostgreSQL it is run. */

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { CompiledQuery, sql } from 'kysely'
import { z } from 'zod'
import { entryDigest, nothingBefore } from '#core/record/digest.ts'
import type { Kind } from '#core/record/kind.ts'
import { append } from '#store/record/append.ts'
import { entriesOf, entry, head } from '#store/record/read.ts'
import { verifyStore } from '#store/record/verify.ts'
import type { TestStore } from '#test/support/store.ts'
import { remark, says, statement } from './support.ts'

export function appendSuite(store: () => TestStore): void {
  it('chains each entry to the one before, by the database clock', async () => {
    const { db } = store()
    const first = await appended(append(db, says('one', { subject: 'service:A1' })))
    const second = await appended(append(db, says('two', { subject: 'service:A1' })))
    assert.equal(first.position, 1)
    assert.equal(first.previous, nothingBefore)
    assert.equal(second.position, 2)
    assert.equal(second.previous, first.digest)
    assert.equal(second.digest, entryDigest(second))
    assert.ok(Math.abs(Date.parse(second.recordedAt) - Date.now()) < 60_000)
    assert.deepEqual(await entriesOf(db, 'service:A1'), [first, second])
    assert.deepEqual(await entriesOf(db, 'service:A1', 1), [second])
    assert.deepEqual(await entry(db, first.id), first)
    assert.equal(await entry(db, 'no such'), null)
    assert.deepEqual(await head(db, 'service:A1'), {
      subject: 'service:A1',
      position: 2,
      digest: second.digest,
    })
    assert.equal(await head(db, 'service:NONE'), null)
  })

  it('reads back exactly what was said', async () => {
    const body = {
      says: 'ü 𝄞 "\\u0000" \u007f\n',
      n: [0.1, -0, 1e21, 5e-324, 1.7976931348623157e308],
      o: { b: null, a: {} },
    }
    const said = await appended(append(store().db, says('', { subject: 'service:A2', body })))
    const read = await entry(store().db, said.id)
    assert.deepEqual(read, said)
    assert.deepEqual(read?.body, { ...body, n: body.n.map((n) => n + 0) })
  })

  it('writes the entry and its projection as one, or neither', async () => {
    const { db } = store()
    const draft = says('projected', { subject: 'service:A3' })
    await assert.rejects(
      append(db, draft, {
        project: async (tx) => {
          await sql`select 1 / 0`.execute(tx)
        },
      }),
      /division by zero/,
    )
    assert.equal(await head(db, 'service:A3'), null)
    const said = await appended(
      append(db, draft, {
        project: async (tx, { id, position }) => {
          assert.equal((await entry(tx, id))?.position, position)
        },
      }),
    )
    assert.equal(said.position, 1)
  })

  it('sends the entry with what goes alongside at once, and undoes both when either fails', async () => {
    const { db, owner } = store()
    const subject = 'service:A10'
    await owner.query('create table if not exists alongside (subject text primary key, entry uuid not null)')
    await owner.query('grant all on alongside to fourth_pillar_app')
    const alongside = ({ id }: { id: string }) => [
      { compile: () => CompiledQuery.raw('insert into alongside values ($1, $2)', [subject, id]) },
    ]
    const first = await appended(append(db, says('one', { subject }), { alongside }))
    assert.deepEqual((await owner.query('select entry from alongside')).rows, [{ entry: first.id }])
    await assert.rejects(append(db, says('two', { subject }), { alongside }), { code: '23505' })
    assert.deepEqual(await entriesOf(db, subject), [first])

    await owner.query('truncate alongside')
    const late = await append(db, says('two', { subject }), { alongside, expected: 0 })
    assert.deepEqual(late, { outcome: 'overtaken', since: [first] })
    const ahead = await append(db, says('two', { subject }), { alongside, expected: 2 })
    assert.deepEqual(ahead, { outcome: 'overtaken', since: [] })
    assert.equal((await owner.query('select from alongside')).rowCount, 0)
    await db.transaction().execute(async (tx) => {
      await appended(append(tx, says('two', { subject }), { alongside, expected: 1 }))
    })
    assert.equal((await owner.query('select from alongside')).rowCount, 1)
  })

  it('lets many writers at once have their say, whichever way they write', async () => {
    const { db } = store()
    const subject = 'service:A11'
    const ways = [{}, { alongside: () => [] }, { project: async () => {} }]
    const writers = Array.from({ length: 9 }, (_, n) => append(db, says(`${n}`, { subject }), ways[n % 3]))
    for (const { outcome } of await Promise.all(writers)) assert.equal(outcome, 'appended')
    assert.equal((await entriesOf(db, subject)).length, 9)
  })

  it('tells the writer who saw an older head what was said since', async () => {
    const { db } = store()
    const first = await appended(append(db, says('one', { subject: 'service:A4' }), { expected: 0 }))
    const second = await appended(append(db, says('two', { subject: 'service:A4' }), { expected: 1 }))
    const late = await append(db, says('three', { subject: 'service:A4' }), { expected: 0 })
    assert.deepEqual(late, { outcome: 'overtaken', since: [first, second] })
  })

  it('lets two writers at once both have their say, one after the other', async () => {
    const { db } = store()
    let projected = 0
    const project = async () => void projected++
    const writers = Array.from({ length: 8 }, (_, n) =>
      append(db, says(`writer ${n}`, { subject: 'service:A5' }), n % 2 ? { project } : {}),
    )
    const outcomes = await Promise.all(writers)
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      outcomes.map(() => 'appended'),
    )
    const entries = await entriesOf(db, 'service:A5')
    assert.deepEqual(
      entries.map(({ position }) => position),
      [1, 2, 3, 4, 5, 6, 7, 8],
    )
    assert.ok(projected >= 4)
  })

  it('gives the next place to one of two writers who saw the same head, and tells the other', async () => {
    const { db } = store()
    const two = ['a', 'b'].map((text) => append(db, says(text, { subject: 'service:A6' }), { expected: 0 }))
    const outcomes = await Promise.all(two)
    assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['appended', 'overtaken'])
    const told = outcomes.find(({ outcome }) => outcome === 'overtaken')
    assert.equal(told?.outcome === 'overtaken' && told.since.length, 1)
  })

  it('becomes part of a transaction that is open already', async () => {
    const { db } = store()
    const undone = db.transaction().execute(async (tx) => {
      await appended(append(tx, says('one', { subject: 'service:A7' }), { project: async () => {} }))
      await appended(append(tx, says('two', { subject: 'service:A7' })))
      throw new Error('changed my mind')
    })
    await assert.rejects(undone, /changed my mind/)
    assert.deepEqual(await entriesOf(db, 'service:A7'), [])
  })

  it('waits, inside a transaction, for the writer before it and follows on', async () => {
    const { db } = store()
    let release = () => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    let written = () => {}
    const first = new Promise<void>((done) => {
      written = done
    })
    const slow = db.transaction().execute(async (tx) => {
      await appended(append(tx, says('slow', { subject: 'service:A8' })))
      written()
      await held
    })
    await first
    const second = db.transaction().execute((tx) => append(tx, says('second', { subject: 'service:A8' })))
    setTimeout(release, 50)
    await slow
    assert.equal((await appended(second)).position, 2)
  })

  it('refuses, with every problem and its place, and writes nothing', async () => {
    const { db } = store()
    const refused = async (draft: unknown) => {
      const answer = await append(db, draft as ReturnType<typeof says>)
      assert.equal(answer.outcome, 'refused')
      return answer.outcome === 'refused' ? answer.problems.map(({ code, path }) => `${code} ${path}`) : []
    }
    const subject = 'service:A9'
    const undeclared: Kind<string, never> = { ...statement, name: 'unheard-of' } as never
    assert.deepEqual(await refused(says('x', { subject, kind: undeclared })), ['kind-unknown kind'])
    assert.deepEqual(await refused({ ...says('x', { subject }), kind: undefined }), ['kind-unknown kind'])
    assert.deepEqual(await refused(says('x', { subject, body: { says: 1 } as never })), [
      'body-refused body.says',
    ])
    assert.deepEqual(await refused(says('a\0b', { subject })), ['body-refused body.says'])
    assert.deepEqual(await refused(says('half \ud834', { subject })), ['body-refused body.says'])
    assert.deepEqual(await refused(says('x', { subject, body: { says: '', n: Number.NaN } })), [
      'body-refused body',
    ])
    assert.deepEqual(await refused(says('€'.repeat(90_000), { subject })), ['body-too-large body'])
    assert.deepEqual(await refused(says('x', { subject: 'census:uk' })), ['subject-refused subject'])
    assert.deepEqual(await refused(says('x', { subject: 'elsewhere' })), ['subject-refused subject'])
    assert.deepEqual(await refused(says('x', { subject, author: '', role: 'a\0' })), [
      'field-refused author',
      'field-refused role',
    ])
    assert.deepEqual(await refused(says('x', { subject, occurredAt: new Date(Number.NaN) })), [
      'field-refused occurredAt',
    ])
    const circle: Record<string, unknown> = { says: 'x' }
    circle.self = circle
    assert.equal((await refused(says('x', { subject, body: circle as never }))).length, 1)
    assert.equal(await head(db, subject), null)
  })

  it('corrects an entry once, by one of its kind and record', async () => {
    const { db } = store()
    const subject = 'service:B1'
    const first = await appended(append(db, says('frist', { subject })))
    const other = await appended(
      append(db, { ...says('other', { subject }), kind: remark, body: { says: 'o' } }),
    )
    const correcting = (corrects: string, more = {}) =>
      append(db, says('first', { subject, corrects, ...more }))
    assert.match(await words(correcting('not an id')), /no such entry/)
    assert.match(await words(correcting('0190f3c2-0000-7000-8000-000000000001')), /no such entry/)
    assert.match(await words(correcting(other.id)), /is a test-remark/)
    assert.match(await words(correcting(first.id, { subject: 'service:B2' })), /another record/)
    const toRemark = { ...says('x', { subject, corrects: other.id }), kind: remark, body: { says: 'x' } }
    assert.match(await words(append(db, toRemark)), /never corrected/)
    const second = await appended(correcting(first.id))
    assert.equal(second.corrects, first.id)
    assert.match(await words(correcting(first.id)), new RegExp(`already, by ${second.id}`))
    assert.equal((await appended(correcting(second.id))).position, 4)
  })

  it('lets only one of two corrections of the same entry through', async () => {
    const { db } = store()
    const subject = 'service:B3'
    const first = await appended(append(db, says('frist', { subject })))
    const both = await Promise.all(
      [1, 2].map((n) => append(db, says(`first ${n}`, { subject, corrects: first.id }))),
    )
    assert.deepEqual(both.map(({ outcome }) => outcome).sort(), ['appended', 'refused'])
  })

  it('keeps entries of a kind whose version has grown', async () => {
    const { kind } = await import('#core/record/kind.ts')
    const grown = kind({
      ...statement,
      version: 2,
      schema: z.object({ tells: z.string() }),
      line: ({ tells }) => tells,
    })
    const subject = 'service:B4'
    await appended(append(store().db, says('old', { subject })))
    await appended(append(store().db, { ...says('', { subject }), kind: grown, body: { tells: 'new' } }))
    const entries = await entriesOf(store().db, subject)
    assert.deepEqual(
      entries.map(({ version, body }) => [version, body]),
      [
        [1, { says: 'old' }],
        [2, { tells: 'new' }],
      ],
    )
  })

  it('leaves every chain verifying', async () => {
    const { firstFault, entries } = await verifyStore(store().db, { publicKeys: [] })
    assert.equal(firstFault, null)
    assert.ok(entries > 20)
  })
}

async function appended<Body>(appending: ReturnType<typeof append<Body>>) {
  const answer = await appending
  if (answer.outcome !== 'appended') assert.fail(JSON.stringify(answer))
  return answer.entry
}

async function words(appending: ReturnType<typeof append>): Promise<string> {
  const answer = await appending
  return answer.outcome === 'refused'
    ? answer.problems.map((problem) => problem.words).join('; ')
    : answer.outcome
}
