/** Everybody at once: respondents, interviewers, imports, two leads who close and reopen. Nothing breaks or is lost. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { csvOf } from '#core/census/csv.ts'
import { editionDigest } from '#core/census/edition-digest.ts'
import { answersTable } from '#core/census/export.ts'
import { editionSubject, serviceSubject, telephoneAttempt } from '#core/census/kinds.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { draftOf, saveAnswer } from '#store/census/draft.ts'
import { editionById, standingEntries } from '#store/census/edition.ts'
import { sendAnswers, standingResponse } from '#store/census/response.ts'
import { claimOrganisation, recordAttempt } from '#store/census/telephone.ts'
import { append } from '#store/record/append.ts'
import { entriesOf } from '#store/record/read.ts'
import { verifyStore } from '#store/record/verify.ts'
import { answerFor, codes, edition, openEdition, roomSite, supportiveOnly } from './support.ts'

const site = await roomSite()
await openEdition(site)
const { db } = site.store
const second = await site.signInAs('census-lead')
const place = (organisation: string) => ({ edition, organisation, wave: 'first' as const })

function fileOf(some: readonly string[], answers: Answers): string {
  const rows = some.map((code) => ({ code, name: `Hospitals ${code}`, nation: '', region: '', answers }))
  const table = answersTable(ioCensus2, rows)
  return csvOf([table.header, ...table.rows])
}

async function upload(some: readonly string[], answers: Answers): Promise<string> {
  const form = new FormData()
  form.set('file', new File([fileOf(some, answers)], 'answers.csv'))
  const response = await fetch(new URL(`/census/${edition}/import`, site.baseUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: site.lead, origin: site.baseUrl },
    body: form,
  })
  return response.headers.get('location') ?? ''
}

/** Changes one answer and sends, as one device does it; whatever comes of it is an outcome, never an error. */
async function changeAndSend(organisation: string, text: string, by: string): Promise<string> {
  const draft = await draftOf(db, place(organisation))
  const seen = draft.marks.comment?.revision ?? 0
  const saved = await saveAnswer(
    db,
    place(organisation),
    { question: 'comment', answer: text, seen, by },
    new Date(),
  )
  const standing = await standingResponse(db, place(organisation))
  const sent = await sendAnswers(
    db,
    place(organisation),
    ioCensus2,
    {
      author: 'contact:0199a1b2-0000-7000-8000-000000000001',
      role: 'respondent',
      channel: 'web',
      seen: { draft: saved.revision, entry: standing?.entry ?? null },
      context: { organisations: new Set<string>(codes), own: organisation },
    },
    new Date(),
  )
  return sent.outcome
}

const attempt = async (organisation: string, interviewer: string) => {
  await claimOrganisation(db, { edition, organisation, interviewer }, new Date())
  const facts = { contact: null, outcome: 'no-reply' as const, note: null, nextAt: null, role: 'interviewer' }
  return (await recordAttempt(db, { edition, organisation, interviewer, ...facts }, new Date())).outcome
}

describe('everybody at once', () => {
  it('ends in a record that verifies and a digest that anyone can recompute, over and over', async () => {
    for (const code of codes.slice(0, 3)) await answerFor(site, code)
    for (let round = 0; round < 6; round++) {
      const file = await upload(codes, { ...supportiveOnly, comment: `from file ${round}` })
      const other = await upload([...codes].reverse(), {
        ...supportiveOnly,
        comment: `from the other ${round}`,
      })
      const work: Promise<unknown>[] = [
        ...[1, 2].map(() => site.post(`${file}/import`, { over: 'correct' }, site.lead)),
        site.post(`${other}/import`, { over: 'correct' }, site.lead),
        ...codes.flatMap((code) =>
          [1, 2].map((device) => changeAndSend(code, `${round}`, `device-${device}`)),
        ),
        ...codes.flatMap((code) => ['ivor', 'una'].map((who) => attempt(code, who))),
        ...[site.lead, second].map((lead) => site.post(`/census/${edition}/close`, {}, lead)),
      ]
      const done = await Promise.allSettled(work)
      for (const one of done) {
        if (one.status === 'rejected') throw one.reason
        if (one.value instanceof Response) assert.ok(one.value.status < 500, `${one.value.status}`)
      }
      const closed = await editionById(db, edition)
      assert.equal(closed?.state, 'closed')
      const members = await standingEntries(db, edition)
      const questionnaire = { id: ioCensus2.id, version: ioCensus2.version }
      assert.equal(
        closed.digest,
        editionDigest({ edition, questionnaire, members }),
        'nothing came in after it',
      )
      const late = await Promise.all(
        ['a reason', 'another reason'].map((reason, index) =>
          site.post(`/census/${edition}/reopen`, { reason }, index === 0 ? site.lead : second),
        ),
      )
      assert.ok(late.every(({ status }) => status < 500))
      assert.equal((await editionById(db, edition))?.state, 'open')
    }
    const life = (await entriesOf(db, editionSubject(edition))).map(({ kind }) => kind)
    assert.equal(life.filter((kind) => kind === 'edition-closed').length, 6, 'closed once a round')
    assert.equal(life.filter((kind) => kind === 'edition-reopened').length, 6)
    assert.equal((await verifyStore(db, { publicKeys: [] })).firstFault, null)
  })

  it('lets an import and a call to one of its organisations wait for one another at most once', async () => {
    const file = await upload(codes, { ...supportiveOnly, comment: 'while they are rung' })
    const importing = await db.transaction().execute(async (tx) => {
      const call = await append(tx, {
        subject: serviceSubject('RA6'),
        kind: telephoneAttempt,
        occurredAt: new Date(),
        author: 'person:ivor',
        role: 'interviewer',
        organisation: null,
        body: { edition, outcome: 'no-reply', contact: null, note: null, nextAt: null },
      })
      assert.equal(call.outcome, 'appended')
      const started = site.post(`${file}/import`, { over: 'correct' }, site.lead)
      await new Promise((wait) => setTimeout(wait, 500))
      // Every stripe of the revision: one of them is that of the import's connection.
      await sql`insert into census_revision (edition, stripe, revision)
        select ${edition}, stripe, 1 from generate_series(0, 15) as stripe
        on conflict (edition, stripe) do update set revision = census_revision.revision + 1`.execute(tx)
      return { started }
    })
    assert.equal((await importing.started).status, 303)
    assert.equal((await standingResponse(db, place('RA6')))?.answers.comment, 'while they are rung')
    assert.equal((await verifyStore(db, { publicKeys: [] })).firstFault, null)
  })

  it('keeps every answer of twenty devices that save different questions of one draft', async () => {
    const questions = ioCensus2.questions.filter(({ wave }) => wave === 'first').slice(0, 20)
    const draft = await draftOf(db, place('RA6'))
    const saved = await Promise.all(
      questions.map(({ id }, device) =>
        saveAnswer(
          db,
          place('RA6'),
          { question: id, answer: `answer ${device}`, seen: draft.revision, by: `device ${device}` },
          new Date(),
        ),
      ),
    )
    assert.ok(saved.every(({ outcome }) => outcome === 'saved'))
    const { answers } = await draftOf(db, place('RA6'))
    for (const [device, { id }] of questions.entries()) assert.equal(answers[id], `answer ${device}`)
  })
})
