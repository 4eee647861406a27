/** To a third organisation a whole case, its patient, files, meeting and referral do not exist: address by address, and in every figure. */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { serviceRoles } from '#core/access/role.ts'
import { workLists } from '#core/pathway/due/due.ts'
import { attachFile } from '#store/case/attachment.ts'
import { freshen } from '#store/case/freshen.ts'
import { acceptedFile } from '#store/files/accepted-file.ts'
import { turnMeeting } from '#store/meeting/hold.ts'
import { addCase } from '#store/meeting/list.ts'
import { meetingsBetween, openMeeting } from '#store/meeting/meeting.ts'
import { saveTeam } from '#store/meeting/team.ts'
import { startDraft } from '#store/referral/draft.ts'
import { withinScope } from '#store/scope.ts'
import { caseSite, readOn } from '#test/case-page/setting.ts'
import { radioembolisation } from '#test/case-page/stories.ts'
import { pdf } from '#test/service/files.ts'
import { paths } from '#web/paths.ts'

const site = await caseSite()
const strangers = await Promise.all(
  serviceRoles.map(async (role) => ({ role, cookie: await site.as(role, 'ZELSE') })),
)
const stranger = strangers.find(({ role }) => role === 'io-lead')?.cookie ?? ''
const owner = await site.as('io-lead', 'ZTREAT')

/** Pages of a stranger's own that count, list, search or export. */
const own: readonly string[] = [
  paths.myWork(),
  paths.cases(),
  ...Object.keys(workLists).map((list) => paths.cases({ list })),
  paths.patients(),
  paths.refer(),
  paths.referrals(),
  paths.meetings(),
  paths.myService(),
  paths.myServiceOf('ZELSE'),
  paths.standards(),
  paths.standard('rcr-2013', 'ZELSE'),
  paths.standardFigures('rcr-2013', 'ZELSE', {}),
  paths.standardClause('rcr-2013', 'ZELSE', '3.4'),
  paths.looks(),
  paths.breakGlassUses(),
  paths.breakGlass(),
  paths.service('ZTREAT'),
]

const anyId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

async function told(path: string, cookie: string): Promise<string> {
  const answer = await site.get(path, cookie)
  return `${answer.status} ${answer.headers.get('location') ?? ''} ${await answer.text()}`.replace(
    anyId,
    'ID',
  )
}

const look = async () => Promise.all(own.map(async (path) => [path, await told(path, stranger)] as const))
const before = await look()

const {
  id: caseId,
  patient,
  number,
  of,
} = await site.tell([
  ...radioembolisation,
  {
    name: 'plan',
    kind: 'follow-up-plan',
    occurredAt: '2026-03-12T09:00:00.000Z',
    body: (ref) => ({
      treatment: ref('treatment'),
      clinician: { name: 'Dr Rowan Ash' },
      items: [{ key: '1', what: 'clinic', by: 'Dr Rowan Ash', from: '2026-03-15', to: '2026-03-19' }],
    }),
  },
])
const file = acceptedFile({ name: 'report.pdf', bytes: pdf() })
assert.equal(file.outcome, 'accepted')
const signed = { author: 'person:test', role: 'interventional-radiologist', organisation: 'ZTREAT' }
const { attachment, meeting, item, team, draft } = await site.whole(async (db) => {
  assert.ok(file.outcome === 'accepted')
  const attached = await attachFile(db, {
    ...{ ...signed, caseId, title: 'Report', file: file.file, occurredAt: readOn },
  })
  assert.equal(attached.outcome, 'appended')
  const saved = await saveTeam(
    db,
    {
      ...{
        organisation: 'ZTREAT',
        name: 'Liver',
        tumourSites: ['hepatocellular'],
        weekday: 1,
        time: '08:00',
      },
      ...{ everyWeeks: 1, minutes: 60, cutOffHours: 24, place: null },
    },
    readOn,
  )
  assert.equal(saved.outcome, 'saved')
  const [first] = await meetingsBetween(db, ['ZTREAT'], readOn, new Date('2026-04-20T00:00:00Z'))
  assert.ok(first)
  assert.equal(await addCase(db, first.id, caseId, readOn, 'Dr Rowan Ash'), 'added')
  assert.equal(await turnMeeting(db, first.id, 'under-way'), 'turned')
  const opened = await openMeeting(db, first.id)
  await freshen(db, 'whole', readOn)
  return {
    attachment: attached.outcome === 'appended' ? attached.entry.id : '',
    meeting: first.id,
    item: opened?.items[0]?.id ?? '',
    team: saved.outcome === 'saved' ? saved.id : '',
    draft: await startDraft(db, { person: 'someone', organisation: 'ZTREAT', patient, onwardOf: null }),
  }
})

interface Ids {
  readonly caseId: string
  readonly patient: string
  readonly treatment: string
  readonly attachment: string
  readonly meeting: string
  readonly item: string
  readonly team: string
  readonly draft: string
}

const there: Ids = { caseId, patient, treatment: of('treatment'), attachment, meeting, item, team, draft }
const nowhere = Object.fromEntries(Object.keys(there).map((name) => [name, randomUUID()])) as unknown as Ids

const pages: Readonly<Record<string, (ids: Ids) => string>> = {
  'the case page': ({ caseId: id }) => paths.caseOf(id),
  'an entry': ({ caseId: id, treatment }) => paths.caseEntry(id, treatment),
  'all findings': ({ caseId: id }) => paths.caseFindings(id),
  'the letter': ({ caseId: id }) => paths.caseLetter(id, 'letter'),
  'the letter as PDF': ({ caseId: id }) => paths.caseLetter(id, 'letter', 'pdf'),
  'the radiation card': ({ caseId: id }) => paths.caseLetter(id, 'radiation-card'),
  'the radiation card as PDF': ({ caseId: id }) => paths.caseLetter(id, 'radiation-card', 'pdf'),
  'the form for a file': ({ caseId: id }) => paths.caseAttach(id),
  'a file': ({ caseId: id, attachment: entry }) => paths.caseAttachment(id, entry),
  'the position': ({ caseId: id }) => paths.casePosition(id),
  'the form of a discharge': ({ caseId: id }) => paths.caseRecord(id, 'discharge'),
  'the form about a treatment': ({ caseId: id, treatment }) =>
    `${paths.caseRecord(id, 'discharge')}?about=${treatment}`,
  'the form of a correction': ({ caseId: id, treatment }) => paths.caseCorrect(id, treatment),
  'the patient': ({ patient: id }) => paths.patient(id),
  'the patient’s details': ({ patient: id }) => paths.patientPart(id, 'correct'),
  'the patient’s likenesses': ({ patient: id }) => paths.patientPart(id, 'merge'),
  'the referral': ({ caseId: id }) => paths.referral(id),
  'a referral in the making': ({ draft: id }) => paths.referPart(id, 'service'),
  'its check': ({ draft: id }) => paths.referPart(id, 'check'),
  'that it was sent': ({ draft: id }) => paths.referPart(id, 'sent'),
  'the meeting': ({ meeting: id }) => paths.meeting(id),
  'the meeting at a case': ({ meeting: id, item: shown }) => paths.meeting(id, { item: shown }),
  'the meeting’s calendar': ({ meeting: id }) => paths.meetingCalendar(id),
  'the meeting’s news': ({ meeting: id }) => paths.meetingPart(id, 'live'),
  'the meeting’s sheet': ({ meeting: id }) => paths.meetingPart(id, 'minutes'),
  'the meeting’s letters': ({ meeting: id }) => paths.meetingPart(id, 'letters'),
  'an outcome letter': ({ meeting: id, item: shown }) => paths.meetingLetter(id, shown),
  'an outcome letter as PDF': ({ meeting: id, item: shown }) => paths.meetingLetter(id, shown, 'pdf'),
  'the MDT': ({ team: id }) => paths.mdt(id),
  'the MDT’s calendar': ({ team: id }) => paths.mdtCalendar(id),
}

const when = { 'occurredAt-day': '20', 'occurredAt-month': '3', 'occurredAt-year': '2026' }
const forms: Readonly<Record<string, (ids: Ids) => readonly [string, Readonly<Record<string, string>>]>> = {
  'a safety review': ({ caseId: id, treatment }) => [
    `${paths.caseRecord(id, 'safety-review')}?form=01a20000-0000-7000-8000-000000000001`,
    { ...when, treatment, noComplication: 'none', _do: 'send', _seen: '8' },
  ],
  'a correction': ({ caseId: id, treatment }) => [
    `${paths.caseCorrect(id, treatment)}?form=01a20000-0000-7000-8000-000000000002`,
    { ...when, _do: 'send', _seen: '8' },
  ],
  'a draft': ({ caseId: id }) => [
    `${paths.caseRecord(id, 'complication')}?form=01a20000-0000-7000-8000-000000000003`,
    { what: 'Fever', _do: 'keep' },
  ],
  'a file': ({ caseId: id }) => [paths.caseAttach(id), { title: 'Report' }],
  'an answer': ({ caseId: id }) => [paths.referralPart(id, 'answer'), { answer: 'accepted', seen: '2' }],
  'an onward referral': ({ caseId: id }) => [paths.referralPart(id, 'onward'), {}],
  'other details': ({ patient: id }) => [paths.patientPart(id, 'correct'), { givenName: 'Mona', seen: '1' }],
  'a merge': ({ patient: id }) => [paths.patientPart(id, 'merge'), { into: randomUUID(), reason: 'Same' }],
  'a merge undone': ({ patient: id }) => [paths.patientPart(id, 'undo-merge'), { reason: 'Not the same' }],
  'a choice of patient': ({ patient: id }) => [paths.refer(), { patient: id }],
  'a service for a referral': ({ draft: id }) => [
    paths.referPart(id, 'service'),
    { procedure: 'liver-ablation', shown: 'liver-ablation', treating: 'ZELSE', do: 'continue' },
  ],
  'a referral sent': ({ draft: id }) => [paths.referPart(id, 'check'), {}],
  'a list filled': ({ meeting: id }) => [paths.meetingPart(id, 'fill'), {}],
  'a case put on a list': ({ meeting: id, caseId: put }) => [paths.meetingPart(id, 'add'), { case: put }],
  'an attendance': ({ meeting: id }) => [
    paths.meetingPart(id, 'attendance'),
    { name: 'Dr Else', role: 'surgeon', present: 'yes' },
  ],
  'a meeting ended': ({ meeting: id }) => [paths.meetingPart(id, 'turn'), { to: 'held' }],
  'an outcome': ({ meeting: id, item: at }) => [
    paths.meetingItem(id, at, 'words'),
    { do: 'record', revision: '0', question: 'x', recommendation: 'best-supportive-care' },
  ],
  'a case moved on the list': ({ meeting: id, item: at }) => [
    paths.meetingItem(id, at, 'move'),
    { direction: 'up' },
  ],
  'a case taken off': ({ meeting: id, item: at }) => [
    paths.meetingItem(id, at, 'state'),
    { state: 'removed' },
  ],
  'a member': ({ team: id }) => [paths.mdtPart(id, 'members'), { member: 'Dr Else', role: 'surgeon' }],
  'an MDT ended': ({ team: id }) => [paths.mdtPart(id, 'end'), {}],
}

/** All that an answer tells, without the ids that were asked for and those made for it. */
async function answerOf(answer: Response) {
  const headers = [...answer.headers].filter(([name]) => name !== 'date')
  return {
    status: answer.status,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, value.replace(anyId, 'ID')])),
    text: (await answer.text()).replace(anyId, 'ID'),
  }
}

async function positionOf(): Promise<number> {
  const { rows } = await site.store.owner.query<{ count: string }>(
    'select count(*) from record_entry where subject in ($1, $2)',
    [`case:${caseId}`, `patient:${patient}`],
  )
  return Number(rows[0]?.count)
}

describe('a case of another trust', () => {
  it('is there: whoever treats opens each of its addresses', async () => {
    for (const [name, at] of Object.entries(pages)) {
      if (name === 'the meeting’s news' || at(there).includes(draft)) continue
      const { status } = await site.get(at(there), owner)
      // A form is sent to an address of its own; a letter is there once there is an outcome.
      assert.ok([200, 303].includes(status) || name.startsWith('an outcome letter'), `${name} ${status}`)
    }
  })

  for (const [name, at] of Object.entries(pages)) {
    it(`has ${name} as little as one that does not exist`, async () => {
      for (const { role, cookie } of strangers) {
        const real = await answerOf(await site.get(at(there), cookie))
        const unreal = await answerOf(await site.get(at(nowhere), cookie))
        assert.deepEqual(real, unreal, role)
        assert.ok([403, 404].includes(real.status), `${role} ${real.status}`)
      }
    })
  }

  for (const [name, at] of Object.entries(forms)) {
    it(`takes ${name} as little as one that does not exist`, async () => {
      const written = await positionOf()
      for (const { role, cookie } of strangers) {
        const real = await answerOf(await site.post(...at(there), cookie))
        const unreal = await answerOf(await site.post(...at(nowhere), cookie))
        assert.deepEqual(real, unreal, role)
        assert.ok([403, 404].includes(real.status), `${role} ${real.status}`)
      }
      assert.equal(await positionOf(), written)
    })
  }

  it('changes no page, count, list or export of a third organisation', async () => {
    const now = await look()
    for (const [index, [path, was]] of before.entries()) assert.equal(now[index]?.[1], was, path)
  })

  it('does change those of whoever treats', async () => {
    assert.match(await told(paths.cases(), owner), /QUILL|Quill/)
  })

  it('is found by no search: neither by number, nor by name and birth date', async () => {
    const searches = [
      { number },
      { name: 'Quill' },
      { name: 'Quill', 'birthOn-day': '12', 'birthOn-month': '4', 'birthOn-year': '1951' },
    ]
    const nobody = [{ number: '9434765919' }, { name: 'Nobody' }, { ...searches[2], name: 'Nobody' }]
    const found = async (fields: Readonly<Record<string, string>>, cookie: string) => {
      const sent = await site.post(paths.patients(), fields, cookie)
      assert.equal(sent.status, 303)
      return (await told(sent.headers.get('location') ?? '', cookie)).replaceAll(
        /Quill|Nobody|value="\d{10}"|\d{3} \d{3} \d{4}/g,
        'TYPED',
      )
    }
    for (const [index, search] of searches.entries()) {
      assert.equal(await found(search, stranger), await found(nobody[index] ?? {}, stranger))
      assert.match(await found(search, owner), new RegExp(paths.patient('ID')))
    }
  })

  it('does not show when a third organisation registers the same person', async () => {
    const details = (given: string, givenName: string) => ({
      ...{ system: 'nhs', number: given, local: '', givenName, familyName: 'Quill', sex: 'female' },
      ...{ 'birthOn-day': '12', 'birthOn-month': '4', 'birthOn-year': '1951', postcode: 'LS1 3EX' },
      gpPractice: '',
    })
    const registered = async (given: string, givenName: string) =>
      answerOf(await site.post(paths.patientNew(), details(given, givenName), stranger))
    assert.deepEqual(await registered(number, 'Morag'), await registered('9434765919', 'Zebedee'))
  })

  it('is withheld by the database too', async () => {
    const scope = { person: 'stranger', organisations: ['ZELSE'] }
    const seen = await withinScope(site.store.db, scope, (db) =>
      db.selectFrom('care_case').select('id').where('id', '=', caseId).execute(),
    )
    assert.deepEqual(seen, [])
  })
})
