import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { editionDigest } from '#core/census/edition-digest.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { checkClosedEditions } from '#store/census/entries-at-close.ts'
import { entriesOf } from '#store/record/read.ts'
import { answerFor, codes, edition, keyOf, newEdition, roomSite } from './support.ts'

const site = await roomSite()

describe('an edition of the census', () => {
  it('is not made without a title, a date that exists and a number of days', async () => {
    const form = { ...newEdition, title: ' ', 'censusOn-month': '13', telephoneAfterDays: 'soon' }
    const response = await site.post('/census/new', form, site.lead)
    const html = await response.text()
    assert.equal(response.status, 422)
    assert.match(html, /Enter a title/)
    assert.match(html, /There is no such day/)
    assert.match(html, /how many days after opening/)
    assert.match(html, /<title>Error: /)
    assert.match(html, /value="13"/, 'what was typed is kept')
  })

  it('is made once, though its button is pressed twice', async () => {
    const both = await Promise.all([
      site.post('/census/new', newEdition, site.lead),
      site.post('/census/new', newEdition, site.lead),
    ])
    for (const response of both) {
      assert.equal(response.status, 303)
      assert.match(response.headers.get('location') ?? '', new RegExp(`/census/${edition}\\?done=made`))
    }
    assert.equal((await entriesOf(site.store.db, `census:${edition}`)).length, 1)
  })

  it('is refused when another edition has its title', async () => {
    const response = await site.post('/census/new', { ...newEdition, 'censusOn-day': '1' }, site.lead)
    assert.equal(response.status, 422)
    assert.match(await response.text(), /There is an edition with this title/)
  })

  it('says before it opens whom it asks and who has no address', async () => {
    const html = await site.page(`/census/${edition}/open`)
    assert.match(html, /Open, and ask 6 organisations/)
    assert.match(html, /1 organisation has no working e-mail address/)
    assert.match(html, /Hospitals RA6/)
  })

  it('opens once and asks everybody in the directory', async () => {
    const both = await Promise.all([
      site.post(`/census/${edition}/open`, {}, site.lead),
      site.post(`/census/${edition}/open`, {}, site.lead),
    ])
    assert.deepEqual(
      both.map(({ headers }) => /done=([a-z-]+)/.exec(headers.get('location') ?? '')?.[1]).sort(),
      ['already-done', 'opened'],
    )
    assert.match(await site.page(`/census/${edition}`), /0 of 6 organisations have answered/)
  })

  it('invites each contact once, whatever is pressed', async () => {
    assert.match(await site.page(`/census/${edition}/invite`), /Send 5 invitations/)
    await Promise.all([1, 2, 3].map(() => site.post(`/census/${edition}/invite`, {}, site.lead)))
    const mails = await site.store.db.selectFrom('mail_message').select('recipient').execute()
    assert.equal(mails.length, 5)
    assert.match(
      await site.page(`/census/${edition}/invite`),
      /Everybody with a working address has been invited/,
    )
  })

  it('says that mail waits while there is no mail server, and nowhere that it is on the way', async () => {
    const told = await site.page(`/census/${edition}?done=invited&count=5`)
    assert.match(told, /5 invitations wait in the outbox: no mail server is set up/)
    for (const page of [told, await site.page('/outbox')]) {
      assert.match(page, /No mail server is set up/)
      assert.doesNotMatch(page, /on the way/)
    }
    const [, message] = /href="(\/outbox\/[0-9a-f-]{36})"/.exec(await site.page('/outbox')) ?? []
    assert.doesNotMatch(await site.page(message ?? ''), /Try again now/)
  })

  it('reminds by hand once a day, and only those that have not answered', async () => {
    await answerFor(site, 'RA1')
    assert.match(
      await site.page(`/census/${edition}/remind`),
      /nobody to remind/,
      'invitations that still wait are no reason to remind',
    )
    await site.store.db
      .updateTable('mail_message')
      .set({ state: 'sent' })
      .where('purpose', '=', 'invitation')
      .execute()
    assert.match(await site.page(`/census/${edition}/remind`), /Send 4 reminders/)
    await site.post(`/census/${edition}/remind`, {}, site.lead)
    await site.post(`/census/${edition}/remind`, {}, site.lead)
    const mails = await site.store.db
      .selectFrom('mail_message')
      .select('recipient')
      .where('purpose', '=', 'reminder')
      .execute()
    assert.deepEqual(
      mails.map(({ recipient }) => recipient).sort(),
      ['ra2', 'ra3', 'ra4', 'ra5'].map((one) => `${one}@example.org`),
    )
  })

  it('asks the follow-up of supportive-only services alone', async () => {
    await site.post(`/census/${edition}/follow-up`, {}, site.lead)
    const mails = await site.store.db
      .selectFrom('mail_message')
      .select('organisation')
      .where('purpose', '=', 'follow-up')
      .execute()
    assert.deepEqual(mails, [{ organisation: 'RA1' }])
  })

  it('shows the lead what to do next, each list one click away with as many rows', async () => {
    const html = await site.page(`/census/${edition}`)
    assert.match(html, /1 of 6 organisations have answered \(17%\)/)
    const list = await site.page(`/census/${edition}/organisations?state=not-answered`)
    assert.match(list, /5 of 6 organisations: not answered/)
    for (const code of codes.slice(1)) assert.match(list, new RegExp(`organisations/${code}"`))
    assert.match(await site.page(`/census/${edition}/organisations?nation=Wales`), /1 of 6 organisations/)
    assert.match(await site.page(`/census/${edition}/organisations?search=ra4`), /Hospitals RA4/)
    const { reference } = await site.store.db
      .selectFrom('census_response')
      .select('reference')
      .where('organisation', '=', 'RA1')
      .executeTakeFirstOrThrow()
    const readOut = reference.toLowerCase().replace('-', ' ').replaceAll('0', 'o')
    const named = await site.page(`/census/${edition}/organisations?search=${encodeURIComponent(readOut)}`)
    assert.match(named, /1 of 6 organisations/)
    assert.match(named, /Hospitals RA1/)
    const last = reference.at(-1) === 'A' ? 'B' : 'A'
    const slip = await site.page(`/census/${edition}/organisations?search=${reference.slice(0, -1)}${last}`)
    assert.match(slip, /No organisation is like that/)
    assert.match(await site.page(`/census/${edition}/organisations?state=nonsense&page=-4&sort=x`), /All 6/)
  })

  it('exports answers and status, and its questionnaire to anyone', async () => {
    const answers = await site.page(`/census/${edition}/export?as=answers`)
    assert.match(answers, /^organisation_code,/)
    assert.equal(answers.trim().split('\r\n').length, 2)
    assert.equal((await site.page(`/census/${edition}/export?as=status`)).trim().split('\r\n').length, 7)
    const fhir = await site.get(`/questionnaires/${edition}.fhir.json`)
    assert.equal(((await fhir.json()) as { resourceType: string }).resourceType, 'Questionnaire')
    assert.match(await site.page(`/questionnaires/${edition}.redcap.csv`, ''), /Variable/)
    assert.match(await site.page(`/questionnaires/${edition}.redcap.csv?dialect=api`, ''), /field_name/)
    assert.equal((await site.get('/questionnaires/nothing')).status, 404)
  })

  it('closes once when two leads press together, with one digest', async () => {
    const other = await site.signInAs('census-lead')
    const both = await Promise.all([
      site.post(`/census/${edition}/close`, {}, site.lead),
      site.post(`/census/${edition}/close`, {}, other),
    ])
    assert.deepEqual(
      both.map(({ headers }) => /done=([a-z-]+)/.exec(headers.get('location') ?? '')?.[1]).sort(),
      ['already-done', 'closed'],
    )
    const entries = await entriesOf(site.store.db, `census:${edition}`)
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['edition-made', 'edition-opened', 'edition-closed'],
    )
    assert.match(await site.page(`/census/${edition}`), /class="fp-digest">[0-9a-f]{64}/)
  })

  it('sends no round of mail after it closed', async () => {
    const before = await site.store.db.selectFrom('mail_message').select('id').execute()
    for (const step of ['invite', 'remind', 'follow-up'])
      await site.post(`/census/${edition}/${step}`, {}, site.lead)
    const after = await site.store.db.selectFrom('mail_message').select('id').execute()
    assert.equal(after.length, before.length)
  })

  it('takes a late correction with a reason, which shows, and leaves what was frozen', async () => {
    const at = `/census/${edition}/organisations/RA1/correct`
    const form = {
      ioOffered: 'no',
      referralPathway: 'no',
      plannedWithin12Months: 'yes',
      barriers: 'staff',
      irDepartment: 'yes',
      ioLead: 'no',
      cover: 'working-hours',
      respondentRole: 'head-of-department',
    }
    const without = await site.post(at, form, site.lead)
    assert.equal(without.status, 422)
    assert.match(await without.text(), /Enter the reason for the correction/)
    const contradictory = await site.post(at, { ...form, kinds: 'both', reason: 'They rang.' }, site.lead)
    assert.equal(contradictory.status, 422)
    assert.match(await contradictory.text(), /other answers say that it does not apply/)
    const done = await site.post(at, { ...form, reason: 'They rang to say so.' }, site.lead)
    assert.equal(done.status, 303)
    const again = await site.post(at, { ...form, reason: 'They rang to say so.' }, site.lead)
    assert.match(again.headers.get('location') ?? '', /done=already-done/)
    const html = await site.page(`/census/${edition}/organisations/RA1`)
    assert.match(html, /They rang to say so/)
    assert.match(html, /<del>/)
    const kept = await site.store.db
      .selectFrom('census_response')
      .select(['provision', 'provision_at_close'])
      .executeTakeFirst()
    assert.deepEqual(kept, { provision: 'planned', provision_at_close: 'supportive-only' })
  })

  /** From the export alone, as anyone who has it can. */
  async function digestFromExport(): Promise<{ recomputed: string; printed: string | undefined }> {
    const rows: Record<string, string>[] = parse(await site.page(`/census/${edition}/export?as=status`), {
      columns: true,
    })
    const members = rows.map(({ organisation_code: organisation = '', entry_digests: digests = '' }) => ({
      organisation,
      entries: digests.split(' ').filter(Boolean),
    }))
    const questionnaire = { id: ioCensus2.id, version: ioCensus2.version }
    return {
      recomputed: editionDigest({ edition, questionnaire, members }),
      printed: rows[0]?.edition_digest,
    }
  }

  it('has a digest that its export comes to, after late corrections and when it closes again', async () => {
    const first = await digestFromExport()
    assert.match(first.printed ?? '', /^[0-9a-f]{64}$/)
    assert.equal(first.recomputed, first.printed)
    await site.post(`/census/${edition}/reopen`, { reason: 'To look again.' }, site.lead)
    assert.equal((await digestFromExport()).printed, '')
    await site.post(`/census/${edition}/close`, {}, site.lead)
    const again = await digestFromExport()
    assert.equal(again.recomputed, again.printed)
    assert.notEqual(again.printed, first.printed, 'the late correction stands now')
    const { db } = site.store
    assert.deepEqual(await checkClosedEditions(db), { checked: 1, wrong: [] })
    const digest = '0'.repeat(64)
    await db.updateTable('census_edition').set({ digest }).where('id', '=', edition).execute()
    assert.deepEqual(await checkClosedEditions(db), { checked: 1, wrong: [edition] })
    await db
      .updateTable('census_edition')
      .set({ digest: again.printed ?? null })
      .where('id', '=', edition)
      .execute()
  })

  it('reopens only with a reason', async () => {
    assert.equal((await site.post(`/census/${edition}/reopen`, { reason: ' ' }, site.lead)).status, 422)
    await site.post(`/census/${edition}/reopen`, { reason: 'Two more have answered.' }, site.lead)
    assert.match(await site.page(`/census/${edition}`), />Open</)
  })

  it('lets a commissioner see and nothing more', async () => {
    const commissioner = await site.signInAs('commissioner')
    const html = await site.page(`/census/${edition}`, commissioner)
    assert.match(html, /1 of 6 organisations have answered/)
    assert.doesNotMatch(html, /Close the edition|>Import<\/a>|>Telephone<\/a>/)
    const own = await site.page(`/census/${edition}/organisations/RA1`, commissioner)
    assert.doesNotMatch(own, /ra1@example.org|Contact of RA1|Add a contact/)
    for (const step of ['invite', 'close', 'import', 'export', 'telephone']) {
      assert.equal((await site.get(`/census/${edition}/${step}`, commissioner)).status, 403, step)
    }
    const posts = [
      'open',
      'invite',
      'remind',
      'follow-up',
      'close',
      'reopen',
      'import',
      'organisations/RA1/notes',
      'telephone/RA2/claim',
    ]
    for (const step of posts) {
      assert.equal(
        (await site.post(`/census/${edition}/${step}`, { reason: 'why not' }, commissioner)).status,
        403,
        step,
      )
    }
  })

  it('sends whoever is not signed in to sign in', async () => {
    for (const path of ['/census', `/census/${edition}`, '/directory', '/integrity']) {
      const response = await site.get(path)
      assert.equal(response.status, 302)
      assert.match(response.headers.get('location') ?? '', /^\/sign-in/)
    }
  })

  it('is not found under a name that no edition has', async () => {
    for (const path of [
      '/census/nothing',
      '/census/nothing/telephone',
      `/census/${edition}/organisations/RZ9`,
      '/live/nothing',
    ]) {
      assert.equal((await site.get(path, site.lead)).status, 404, path)
    }
  })

  it('compares with an earlier edition whichever way round it is asked, and tabulates itself', async () => {
    const earlier = {
      ...newEdition,
      title: 'Test census 2017',
      'censusOn-year': '2017',
      questionnaire: 'io-census/1',
    }
    await site.post('/census/new', earlier, site.lead)
    await site.post('/census/test-census-2017/open', {}, site.lead)
    for (const path of [
      `/census/${edition}/compare/test-census-2017`,
      `/census/test-census-2017/compare/${edition}`,
    ]) {
      assert.match(await site.page(path), /Test census 2017 and Test census 2026/)
    }
    assert.match(
      await site.page(`/census/${edition}/compare/test-census-2017?show=not-answered`),
      /6 organisations/,
    )
    const csv = await site.page(`/census/${edition}/compare/test-census-2017?show=all&as=csv`)
    assert.equal(csv.trim().split('\r\n').length, 7)
    assert.equal((await site.get(`/census/${edition}/compare/${edition}`, site.lead)).status, 404)
    assert.match(
      await site.page(`/census/${edition}/tables`),
      /Table 1: supportive procedures, of 0 organisations/,
    )
    assert.match(
      await site.page(`/census/${edition}/tables?as=csv`),
      /^table,group,measure,count,out_of,percent,missing/,
    )
  })

  it('keeps a note and sends a message once, however often they are pressed', async () => {
    const own = `/census/${edition}/organisations/RA1`
    const html = await site.page(own)
    const note = { once: keyOf(html, `${own}/notes`), note: 'Ring after ten.' }
    const message = {
      once: keyOf(html, `${own}/messages`),
      question: 'kinds',
      text: 'Which kinds do you mean?',
    }
    await Promise.all(
      [1, 2, 3].flatMap(() => [
        site.post(`${own}/notes`, note, site.lead),
        site.post(`${own}/messages`, message, site.lead),
      ]),
    )
    const notes = await site.store.db
      .selectFrom('census_note')
      .select(['kind', 'text'])
      .orderBy('kind')
      .execute()
    assert.deepEqual(notes, [
      { kind: 'message', text: 'Which kinds do you mean?' },
      { kind: 'note', text: 'Ring after ten.' },
    ])
    const mails = await site.store.db
      .selectFrom('mail_message')
      .select('recipient')
      .where('purpose', '=', 'message')
      .execute()
    assert.deepEqual(mails, [{ recipient: 'ra1@example.org' }])
    assert.equal((await site.post(`${own}/messages`, { text: 'x'.repeat(10_000) }, site.lead)).status, 422)
    assert.equal((await site.post(`${own}/messages`, { text: '' }, site.lead)).status, 422)
  })
})
