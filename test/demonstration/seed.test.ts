/** The demonstration in a real database: written once, in time, through the record. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '#core/census/questionnaire.ts'
import { ioCensus1 } from '#core/census/questionnaires/io-census-1.ts'
import { tabulate } from '#core/census/tabulate.ts'
import { seedDemonstration } from '#demonstration/seed.ts'
import { letterOf } from '#mail/census-letter.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import { linkByToken } from '#store/census/link.ts'
import { listMessages } from '#store/mail/message.ts'
import { testStore } from '#test/support/store.ts'

const now = new Date('2026-11-22T14:30:00Z')

describe('the demonstration in a store', async () => {
  const store = await testStore()
  await seedDemonstration(store, now)
  const count = async (table: 'record_entry' | 'census_response' | 'census_contact' | 'census_link') => {
    const { n } = await store.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(n)
  }

  it('is not doubled when it is seeded again', async () => {
    const before = await Promise.all([count('record_entry'), count('census_response'), count('census_link')])
    await seedDemonstration(store, new Date('2026-11-23T09:00:00Z'))
    const after = await Promise.all([count('record_entry'), count('census_response'), count('census_link')])
    assert.deepEqual(after, before)
  })

  it('labels every organisation as fictional', async () => {
    const organisations = await allOrganisations(store.db)
    assert.ok(organisations.every(({ fictional }) => fictional))
  })

  it('keeps in the projection of the closed edition what the record was told', async () => {
    const rows = await store.db
      .selectFrom('census_response')
      .selectAll()
      .where('edition', '=', 'demonstration-2017')
      .execute()
    const members = (await allOrganisations(store.db)).filter(({ code }) =>
      rows.some((row) => row.organisation === code),
    )
    const responses = new Map(rows.map((row) => [row.organisation, row.answers as Answers]))
    assert.equal(tabulate(ioCensus1, members, responses).all.providesOrPathway.numerator, 144)
    assert.ok(rows.every((row) => row.problems === 0 && row.answers_at_close !== null))
    const edition = await store.db
      .selectFrom('census_edition')
      .selectAll()
      .where('id', '=', 'demonstration-2017')
      .executeTakeFirstOrThrow()
    assert.equal(edition.state, 'closed')
    assert.match(edition.digest ?? '', /^[0-9a-f]{64}$/)
  })

  it('projects each response from an entry of its own service, sent no later', async () => {
    const { rows } = await store.pool.query<{ organisation: string }>(`
      select r.organisation from census_response r join record_entry e on e.id = r.entry
      where e.subject <> 'service:' || r.organisation or e.occurred_at > r.sent_at`)
    assert.deepEqual(rows, [])
  })

  it('holds the mail of the open edition, each letter with a link that opens', async () => {
    const site = { baseUrl: 'https://demonstration.example', mailFrom: 'census@demonstration.example' }
    for (const purpose of ['invitation', 'reminder', 'follow-up', 'receipt'] as const) {
      const { messages } = await listMessages(store.db, { purpose, state: 'sent' }, { number: 1, size: 1 })
      const [message] = messages
      assert.ok(message && message.queuedAt <= now, purpose)
      const written = await letterOf(store.db, message, site)
      assert.ok(written.outcome === 'letter', purpose)
      const [, token] = /answer\/with\/([\w-]{43})/.exec(written.letter.text) ?? []
      assert.equal((await linkByToken(store.db, token ?? '', now)).outcome, 'ok')
    }
    const { states } = await listMessages(store.db, {}, { number: 1, size: 1 })
    assert.equal(states.queued, 0, 'the demonstration starts with nothing to send')
    assert.ok(states.refused > 0, 'some addresses sent their invitation back')
  })

  it('leaves the open edition in mid-flight: three in five answered, some to be asked about again', async () => {
    const rows = await store.db
      .selectFrom('census_response')
      .selectAll()
      .where('edition', '=', 'demonstration-2026')
      .execute()
    assert.equal(rows.length, Math.round(176 * 0.6))
    assert.ok(rows.every(({ first_sent_at }) => first_sent_at <= now))
    assert.equal(rows.filter(({ problems }) => problems > 0).length, 5)
    assert.equal(rows.filter(({ corrections }) => corrections > 0).length, 2)
    assert.ok(rows.filter(({ follow_up_entry }) => follow_up_entry !== null).length > 3)
    const attempts = await store.db.selectFrom('census_attempt').selectAll().execute()
    assert.ok(attempts.length > 40 && attempts.some(({ next_at }) => next_at !== null && next_at > now))
  })
})
