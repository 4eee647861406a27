/** MDT meetings on a real PostgreSQL: teams, lists, two at once, outcomes in the record. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { mdtDiscussion } from '#core/pathway/kinds/planning.ts'
import { displayed } from '#core/patient/identifiers.ts'
import { nameOf } from '#core/patient/patient.ts'
import { seedCases } from '#demonstration/cases/seed.ts'
import { seedDemonstration } from '#demonstration/seed.ts'
import { seedDemonstrationPeople } from '#demonstration/staff.ts'
import { freshen } from '#store/case/freshen.ts'
import { readCase } from '#store/case/read.ts'
import { recordOutcome, setAttendance, turnMeeting, writeItem } from '#store/meeting/hold.ts'
import { addCase, fillList, moveItem, setItemState } from '#store/meeting/list.ts'
import { meetingsBetween, notePresence, openMeeting, revisionOf } from '#store/meeting/meeting.ts'
import { addMember, endTeam, saveTeam, teamById, teamsOf } from '#store/meeting/team.ts'
import type { Database } from '#store/open.ts'
import { patientsById } from '#store/patient/patient.ts'
import { withinScope } from '#store/scope.ts'
import { testSite } from '#test/support/site.ts'
import { testStore } from '#test/support/store.ts'
import { paths } from '#web/paths.ts'

const store = await testStore()
const now = new Date('2026-11-22T10:00:00Z')
await seedDemonstration(store, now)
await seedDemonstrationPeople(store)
await seedCases(store, now, { count: 240 })
// The demonstration's own teams give their lists up, so that cases wait for the team of this file.
await withinScope(store.db, 'whole', (db) =>
  db.deleteFrom('mdt_item').where('state', '=', 'waiting').execute(),
)
await withinScope(store.db, 'whole', (db) => freshen(db, 'whole', now))
// The one where most cases wait to be discussed comes first.
const { rows } = await withinScope(store.db, 'whole', (db) =>
  sql<{ treating: string }>`select organisation as treating from case_due
    where list in ('to-discuss', 'owed-discussion') and opens_at <= ${now}
    group by organisation order by count(*) desc, organisation`.execute(db),
)
const own = rows[0]?.treating ?? ''
const other = rows[1]?.treating ?? ''
const scoped = <T>(work: (db: Database) => Promise<T>, organisation = own) =>
  withinScope(store.db, { person: 'test', organisations: [organisation] }, work)
const liver = {
  organisation: own,
  name: 'Liver board',
  tumourSites: [
    'hepatocellular',
    'liver-metastases-colorectal',
    'cholangiocarcinoma',
    'pancreas',
    'prostate',
    'kidney',
    'lung',
    'colorectal',
    'gynaecological',
    'lymphoma',
    'breast',
    'bladder-ureter',
    'oesophago-gastric',
    'head-and-neck',
    'bone',
    'liver-metastases-neuroendocrine',
  ],
  weekday: 2 as const,
  time: '08:00',
  everyWeeks: 1,
  minutes: 60,
  cutOffHours: 24,
  place: 'Seminar room',
}

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')

/** The meetings of the team that this file makes, not those of the demonstration. */
async function meetingsOf(db: Database, from: Date, to: Date) {
  const all = await meetingsBetween(db, [own], from, to)
  return all.filter(({ teamName }) => teamName === 'Liver board')
}

describe('an MDT', async () => {
  const saved = await scoped((db) => saveTeam(db, liver, now))
  assert.equal(saved.outcome, 'saved')
  const team = saved.outcome === 'saved' ? saved.id : ''
  const month = [now, new Date('2026-12-25T00:00:00Z')] as const
  const meetings = await scoped((db) => meetingsOf(db, ...month))
  const id = meetings[0]?.id ?? ''
  const signed = { author: 'person:test', role: 'mdt-coordinator', by: 'Milo', now }

  it('has its meetings in the calendar, each once, and a name that is taken is refused', async () => {
    assert.deepEqual(
      meetings.slice(0, 2).map(({ at }) => at.toISOString()),
      ['2026-11-24T08:00:00.000Z', '2026-12-01T08:00:00.000Z'],
    )
    assert.deepEqual(await scoped((db) => saveTeam(db, { ...liver, name: 'LIVER board' }, now)), {
      outcome: 'name-taken',
    })
    const found = await scoped((db) => teamById(db, team))
    assert.equal(found?.name, 'Liver board')
    await scoped((db) => saveTeam(db, { ...liver, id: team, weekday: 3 }, now))
    const moved = await scoped((db) => meetingsOf(db, ...month))
    assert.equal(moved[0]?.at.toISOString(), '2026-11-25T08:00:00.000Z')
    await scoped((db) => saveTeam(db, { ...liver, id: team }, now))
  })

  it('is not there for another organisation', async () => {
    assert.deepEqual(await scoped((db) => teamsOf(db, [own]), other), [])
    assert.equal(await scoped((db) => openMeeting(db, id), other), null)
    assert.equal(await scoped((db) => revisionOf(db, id), other), null)
  })

  it('fills its list from what waits, once, and puts late comers at the end', async () => {
    const current = await scoped((db) => meetingsOf(db, ...month))
    const first = current[0]?.id ?? ''
    const added = await scoped(async (db) => {
      await freshen(db, [own], now)
      return fillList(db, first, now, 'Milo')
    })
    assert.ok(added > 0, 'nothing waits')
    assert.equal(await scoped((db) => fillList(db, first, now, 'Milo')), 0)
    const opened = await scoped((db) => openMeeting(db, first))
    assert.equal(opened?.items.length, added)
    assert.ok(opened?.items.every(({ question, familyName }) => question.length > 5 && familyName !== ''))
    assert.deepEqual(
      opened?.items.map(({ place }) => place),
      opened?.items.map((_, at) => at + 1),
    )
    const listed = opened?.items[0]?.caseId ?? ''
    assert.equal(await scoped((db) => addCase(db, first, listed, now, 'Milo')), 'there-already')
    const elsewhere = await withinScope(store.db, 'whole', (db) =>
      db.selectFrom('care_case').select('id').where('treating', '=', other).executeTakeFirstOrThrow(),
    )
    assert.equal(await scoped((db) => addCase(db, first, elsewhere.id, now, 'Milo')), 'no-such-case')
  })

  it('lets the order be changed', async () => {
    const [first] = await scoped((db) => meetingsOf(db, ...month))
    const before =
      (await scoped((db) => openMeeting(db, first?.id ?? '')))?.items.map((each) => each.id) ?? []
    await scoped((db) => moveItem(db, first?.id ?? '', before[1] ?? '', 'up'))
    const after = (await scoped((db) => openMeeting(db, first?.id ?? '')))?.items.map((each) => each.id) ?? []
    assert.deepEqual(after, [before[1], before[0], ...before.slice(2)])
  })

  it('is held: attendance, outcomes in the records, what is left carried over to the next', async () => {
    const [first, second] = await scoped((db) => meetingsOf(db, ...month))
    const meeting = first?.id ?? ''
    const found = await scoped((db) => teamById(db, team))
    assert.ok(found)
    assert.equal(
      await scoped((db) =>
        addMember(db, found, {
          name: 'Dr Rhea',
          person: null,
          role: 'interventional-radiologist',
          core: true,
        }),
      ),
      'joined',
    )
    assert.equal(
      await scoped((db) =>
        addMember(db, found, { name: 'dr rhea', person: null, role: 'other', core: false }),
      ),
      'member-already',
    )
    assert.equal(await scoped((db) => turnMeeting(db, meeting, 'held')), 'not-from-here')
    assert.equal(await scoped((db) => turnMeeting(db, meeting, 'under-way')), 'turned')
    const begun = await scoped((db) => openMeeting(db, meeting))
    assert.deepEqual(begun?.attendance, [
      { name: 'Dr Rhea', role: 'interventional-radiologist', core: true, present: false },
    ])
    await scoped((db) =>
      setAttendance(db, begun?.meeting ?? fail(), {
        name: 'Dr Rhea',
        role: 'interventional-radiologist',
        present: true,
      }),
    )

    const item = begun?.items[0] ?? fail()
    const outcome = {
      question: item.question,
      images: 'PACS here',
      recommendation: 'treat' as const,
      procedure: item.asked ?? 'liver-ablation',
      atPlace: own,
      actsNext: 'Dr Rhea',
      notes: null,
    }
    const opened = begun?.meeting ?? fail()
    const next = (await scoped((db) => openMeeting(db, second?.id ?? ''))) ?? fail()
    assert.equal(next.meeting.state, 'planned')
    await scoped((db) => addCase(db, next.meeting.id, item.caseId, now, 'Milo'))
    const early = (await scoped((db) => openMeeting(db, next.meeting.id)))?.items[0] ?? fail()
    assert.deepEqual(
      await scoped((db) => recordOutcome(db, next.meeting, early, outcome, { ...signed, revision: 0 })),
      { outcome: 'not-meeting' },
      'nothing is discussed before the meeting',
    )
    await scoped((db) => setItemState(db, next.meeting.id, early.id, 'removed', 'Milo'))
    const recorded = await scoped((db) =>
      recordOutcome(db, opened, item, outcome, { ...signed, revision: item.revision }),
    )
    assert.deepEqual(recorded, { outcome: 'written' })
    const said = await scoped((db) => readCase(db, item.caseId))
    const discussion = said?.course.latest(mdtDiscussion)
    assert.equal(discussion?.body.radiologistPresent, true)
    assert.equal(discussion?.body.meeting, meeting)

    // Another who saw it before keeps their words and is told; then corrects what stands.
    const stale = await scoped((db) =>
      recordOutcome(db, opened, item, outcome, { ...signed, revision: item.revision }),
    )
    assert.deepEqual(stale, { outcome: 'overtaken', by: 'Milo' })
    const both = await Promise.all([
      scoped((db) => writeItem(db, meeting, item.id, outcome, { revision: item.revision + 1, by: 'A' })),
      scoped((db) => setItemState(db, meeting, begun?.items[1]?.id ?? '', 'waiting', 'B')),
      scoped((db) => moveItem(db, meeting, item.id, 'down')),
    ])
    assert.deepEqual(both[0], { outcome: 'written' })
    const now1 =
      (await scoped((db) => openMeeting(db, meeting)))?.items.find((each) => each.id === item.id) ?? fail()
    const corrected = await scoped((db) =>
      recordOutcome(
        db,
        opened,
        now1,
        { ...outcome, recommendation: 'other-treatment', procedure: null, atPlace: null },
        { ...signed, revision: now1.revision },
      ),
    )
    assert.deepEqual(corrected, { outcome: 'written' })
    const again = await scoped((db) => readCase(db, item.caseId))
    assert.equal(again?.course.of(mdtDiscussion).filter(({ body }) => body.meeting === meeting).length, 1)
    assert.equal(again?.course.latest(mdtDiscussion)?.replaced.length, 1)

    const left =
      (await scoped((db) => openMeeting(db, meeting)))?.items.filter(({ state }) => state === 'waiting')
        .length ?? 0
    assert.equal(await scoped((db) => turnMeeting(db, meeting, 'held')), 'turned')
    const held = await scoped((db) => openMeeting(db, meeting))
    assert.equal(held?.items.filter(({ state }) => state === 'carried-over').length, left)
    const carried = await scoped(async (db) => {
      await freshen(db, [own], now)
      await fillList(db, second?.id ?? '', now, 'Milo')
      return openMeeting(db, second?.id ?? '')
    })
    assert.equal(
      carried?.items.filter(({ because }) => because === 'carried-over' || because === 'owed').length,
      left,
    )
  })

  it('refuses an outcome that says too little, and keeps nothing of it', async () => {
    const second = (await scoped((db) => meetingsOf(db, ...month)))[1]?.id ?? ''
    const opened = (await scoped((db) => openMeeting(db, second))) ?? fail()
    const item = opened.items[0] ?? fail()
    assert.equal(await scoped((db) => turnMeeting(db, second, 'under-way')), 'turned')
    const little = {
      question: 'Q',
      images: '',
      recommendation: 'treat' as const,
      procedure: null,
      atPlace: null,
      actsNext: null,
      notes: null,
    }
    const answer = await scoped((db) =>
      recordOutcome(db, opened.meeting, item, little, { ...signed, revision: item.revision }),
    )
    assert.equal(answer.outcome, 'refused')
    const after = (await scoped((db) => openMeeting(db, second)))?.items[0]
    assert.deepEqual(
      [after?.state, after?.revision, after?.question],
      ['waiting', item.revision, item.question],
    )
    const words = { ...little, recommendation: null }
    assert.deepEqual(
      await scoped((db) => writeItem(db, second, item.id, words, { revision: item.revision, by: 'A' })),
      { outcome: 'written' },
    )
    assert.deepEqual(
      await scoped((db) => writeItem(db, second, item.id, words, { revision: item.revision, by: 'B' })),
      { outcome: 'overtaken', by: 'A' },
    )
    await scoped((db) => setItemState(db, second, item.id, 'removed', 'A'))
    assert.ok(
      !(await scoped((db) => openMeeting(db, second)))?.items.some(({ id: each }) => each === item.id),
    )
  })

  it('says who has it open, and to open pages that something changed', async () => {
    const third = (await scoped((db) => meetingsOf(db, ...month)))[2] ?? fail()
    const before = (await scoped((db) => revisionOf(db, third.id))) ?? fail()
    assert.equal(await scoped((db) => notePresence(db, third, { id: 'p1', name: 'Nia' })), true)
    assert.equal(await scoped((db) => notePresence(db, third, { id: 'p1', name: 'Nia' })), false)
    assert.equal(await scoped((db) => revisionOf(db, third.id)), before + 1)
    assert.deepEqual((await scoped((db) => openMeeting(db, third.id)))?.here, [{ person: 'p1', name: 'Nia' }])
  })

  it('shows its outcome letters by name, and each is a look', async () => {
    const site = await testSite({ store })
    const { id: who, cookie } = await site.personAs('mdt-coordinator', own)
    const [first] = await scoped((db) => meetingsOf(db, ...month))
    const opened = (await scoped((db) => openMeeting(db, first?.id ?? ''))) ?? fail()
    const co = { name: 'Cora', role: 'coordinator', present: true } as const
    await scoped((db) => setAttendance(db, opened.meeting, co))
    const page = await (await site.get(paths.meetingPart(opened.meeting.id, 'letters'), cookie)).text()
    const recorded = opened.items.filter(({ entry }) => entry !== null)
    assert.ok(recorded.length > 0 && recorded.length < opened.items.length)
    for (const item of opened.items)
      assert.equal(page.includes(nameOf(item)), item.entry !== null, nameOf(item))
    const [item = fail()] = recorded
    const letter = wordsOf(
      await (await site.get(paths.meetingLetter(opened.meeting.id, item.id), cookie)).text(),
    )
    assert.match(letter, /Outcome of the MDT meeting/)
    assert.match(letter, /Cora, MDT co-ordinator/)
    const pdf = await site.get(paths.meetingLetter(opened.meeting.id, item.id, 'pdf'), cookie)
    assert.equal(pdf.headers.get('content-disposition'), 'attachment; filename="mdt-outcome.pdf"')
    const looks = await scoped((db) =>
      db
        .selectFrom('case_look')
        .select(['page', 'patient'])
        .where('person', '=', who)
        .orderBy('id')
        .execute(),
    )
    const listed = recorded.map(({ patient }) => ({ page: 'meeting letters', patient }))
    const read = { page: 'meeting letter', patient: item.patient }
    assert.deepEqual(looks, [...listed, read, read])
    await site.close()
  })

  it('is printed on one sheet: who, what was asked and recommended, who was there; and each is a look', async () => {
    const site = await testSite({ store })
    const { id: who, cookie } = await site.personAs('mdt-coordinator', own)
    const [held, planned] = await scoped((db) => meetingsOf(db, ...month))
    const opened = (await scoped((db) => openMeeting(db, held?.id ?? ''))) ?? fail()
    const sheetOf = async (meeting: string) =>
      wordsOf(await (await site.get(paths.meetingPart(meeting, 'minutes'), cookie)).text())
    const sheet = await sheetOf(opened.meeting.id)
    assert.match(sheet, /Minutes of the Liver board MDT meeting, 24 November 2026, 08:00/)
    const ids = opened.items.map(({ patient }) => patient)
    const patients = await scoped((db) => patientsById(db, ids))
    assert.ok(opened.items.length > 1)
    for (const item of opened.items) {
      const [number] = patients.get(item.patient)?.identifiers ?? []
      assert.ok(number)
      for (const words of [nameOf(item), displayed(number), item.question])
        assert.ok(sheet.includes(words), words)
    }
    assert.match(sheet, /Another kind of treatment Who acts: Dr Rhea/)
    assert.match(sheet, /Carried over/)
    for (const { name, present } of opened.attendance)
      assert.match(
        sheet,
        present ? new RegExp(`[^t] [Pp]resent: .*${name},`) : new RegExp(`Not present: .*${name},`),
      )
    const looks = await scoped((db) =>
      db.selectFrom('case_look').select(['page', 'patient']).where('person', '=', who).execute(),
    )
    assert.deepEqual(looks.map(({ patient }) => patient).sort(), ids.toSorted())
    assert.deepEqual([...new Set(looks.map(({ page }) => page))], ['meeting minutes'])
    assert.match(await sheetOf(planned?.id ?? ''), /List of the Liver board MDT meeting/)
    await site.close()
  })

  it('ends: planned meetings are cancelled, held ones stay', async () => {
    const found = (await scoped((db) => teamById(db, team))) ?? fail()
    await scoped((db) => endTeam(db, found, now))
    const states = (await scoped((db) => meetingsOf(db, ...month))).map(({ state }) => state)
    assert.deepEqual(states.slice(0, 2), ['held', 'under-way'])
    assert.ok(states.slice(2).every((state) => state === 'cancelled'))
  })
})

function fail(): never {
  throw new Error('not there')
}
