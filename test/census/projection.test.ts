/** The projection of census answers: one row an organisation and edition, whatever is corrected in which wave. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type CensusAnswer, censusAnswer } from '#core/census/kinds.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import { ioCensus1 } from '#core/census/questionnaires/io-census-1.ts'
import { responsesOf } from '#core/census/state.ts'
import { seedOrganisations } from '#store/catalogue/seed.ts'
import { makeEdition, openEdition, revisionOf } from '#store/census/edition.ts'
import { projectResponse } from '#store/census/projection.ts'
import { append } from '#store/record/append.ts'
import { entriesOf } from '#store/record/read.ts'
import { testStore } from '#test/support/store.ts'

const edition = 'uk-2026'
const supportiveOnly: Answers = {
  ioOffered: 'yes',
  kinds: 'supportive-only',
  supportiveProcedures: ['image-guided-biopsy', 'nephrostomy'],
  barriers: ['staff'],
  irDepartment: 'yes',
  ioLead: 'no',
  respondentRole: 'head-of-department',
}

describe('the projection of census answers', async () => {
  const { db } = await testStore()
  const lead = { id: 'person:1', role: 'census-lead' }
  await seedOrganisations(db)
  const questionnaire = { id: ioCensus1.id, version: ioCensus1.version }
  await makeEdition(
    db,
    { id: edition, title: 'Census', censusOn: '2026-11-01', questionnaire },
    lead,
    new Date(),
  )
  await openEdition(db, { id: edition }, lead, new Date())

  async function say(at: string, body: Partial<CensusAnswer>, corrects?: string) {
    const appended = await append(
      db,
      {
        subject: 'service:RR8',
        kind: censusAnswer,
        occurredAt: new Date(at),
        author: 'contact:1',
        role: 'respondent',
        organisation: 'RR8',
        body: {
          edition,
          questionnaire,
          wave: 'first',
          channel: 'web',
          reference: '7K3M-Q2XD',
          answers: supportiveOnly,
          respondentRole: null,
          late: false,
          ...body,
        },
        ...(corrects === undefined ? {} : { corrects }),
      },
      { project: projectResponse },
    )
    assert.ok(appended.outcome === 'appended', JSON.stringify(appended))
    return appended.entry.id
  }
  const row = () =>
    db.selectFrom('census_response').selectAll().where('organisation', '=', 'RR8').executeTakeFirstOrThrow()

  it('keeps both waves together through corrections of either, as the fold of the record does', async () => {
    const before = await revisionOf(db, edition)
    const first = await say('2026-11-02T10:00:00Z', { respondentRole: 'head-of-department' })
    assert.deepEqual([(await row()).provision, (await row()).problems], ['supportive-only', 0])

    const followUp = { diseaseModifyingPathway: 'no' }
    const second = await say('2026-11-09T10:00:00Z', {
      wave: 'follow-up',
      channel: 'telephone',
      answers: followUp,
    })
    const third = await say('2026-11-10T10:00:00Z', { answers: { ...supportiveOnly, ioLead: 'yes' } }, first)

    const now = await row()
    assert.deepEqual([now.entry, now.follow_up_entry, now.corrections], [third, second, 1])
    assert.deepEqual(now.answers, { ...supportiveOnly, ioLead: 'yes', ...followUp })
    assert.deepEqual(now.answers, responsesOf(await entriesOf(db, 'service:RR8')).get(edition)?.answers)
    assert.equal(now.respondent_role, 'head-of-department')
    assert.equal(now.first_sent_at.toISOString(), '2026-11-02T10:00:00.000Z')
    assert.equal((await revisionOf(db, edition)) - before, 3)
  })

  it('counts a follow-up that a correction has made needless as a contradiction', async () => {
    const { entry } = await row()
    const none = {
      ioOffered: 'no',
      referralPathway: 'no',
      plannedWithin12Months: 'no',
      barriers: ['staff'],
      irDepartment: 'no',
      ioLead: 'no',
      respondentRole: 'head-of-department',
    }
    await say('2026-11-11T10:00:00Z', { answers: none }, entry ?? '')
    const now = await row()
    assert.deepEqual([now.provision, now.problems], ['none', 1])
  })
})
