/** A case with a long record: treated over and over, with all that is said around each treatment; and how patients are registered. */

import { v7 as uuid } from 'uuid'
import { caseSubject } from '#core/pathway/course.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { freshen } from '#store/case/freshen.ts'
import { openCase } from '#store/case/open.ts'
import type { Store } from '#store/open.ts'
import { registerPatient } from '#store/patient/register.ts'
import { appendMany } from '#store/record/append-many.ts'
import { withinScope } from '#store/scope.ts'
import { response } from './case-bodies.ts'
import { author, code, plantCases, role, scope } from './case-plant.ts'

const radiologist = { name: 'Dr Rowan Ash' }
const tace = 'transarterial-chemoembolisation'
type Said = readonly [kind: string, body: Readonly<Record<string, unknown>>, daysAfter: number, id?: string]

/** One treatment from its booking to the last look at it: 11 entries. */
function session(course: number): readonly Said[] {
  const [treatment, plan] = [uuid(), uuid()]
  const items = [
    { key: '1', what: 'telephone', by: 'Nurse Kit Vale', from: '2026-01-27', to: '2026-02-03' },
    { key: '2', what: 'imaging', by: 'Dr Rowan Ash', from: '2026-03-17', to: '2026-04-14' },
  ]
  const contact = { plan, item: '1', how: 'telephone', by: radiologist, findings: 'Well. Eating; no fever.' }
  const score = { symptom: 'Pain', scale: 'nrs-0-10' }
  return [
    [
      'booking',
      {
        procedure: tace,
        plannedFor: '2026-01-20T09:00:00.000Z',
        operator: radiologist,
        consentPlan: 'clinic',
      },
      0,
    ],
    ['symptom-score', { ...score, value: 6, moment: 'before' }, 1],
    [
      'treatment',
      {
        ...{
          procedure: tace,
          intent: 'disease-modifying',
          course,
          operators: [{ who: radiologist, role: 'first' }],
        },
        ...{
          targets: [{ organ: 'liver', segment: 'segment 8', size: 34 }],
          guidance: ['fluoroscopy', 'cone-beam-ct'],
        },
        ...{ agents: [{ agent: 'doxorubicin', dose: 75, unit: 'mg' }], embolic: 'drug-eluting', minutes: 70 },
        ...{ anaesthesia: 'local', technicalSuccess: 'yes', complicationNow: false },
      },
      2,
      treatment,
    ],
    ['recovery', { ward: 'Ward 4', wardFamiliar: true }, 2],
    [
      'discharge',
      {
        ...{ assessedBy: radiologist, familiar: true, to: 'home', analgesia: 'prescribed' },
        ...{ antiemetics: 'not-needed', medicines: 'Paracetamol 1 g', aftercare: true },
      },
      3,
    ],
    ['follow-up-plan', { treatment, clinician: radiologist, items }, 3, plan],
    ['follow-up-contact', contact, 8],
    [
      'complication',
      {
        ...{ treatment, what: 'Post-embolisation syndrome', cirse: '2', relation: 'certain' },
        ...{ management: 'Oral analgesia and fluids', outcome: 'resolved' },
      },
      5,
    ],
    ['response-assessment', { ...response, treatment }, 60],
    ['follow-up-contact', { ...contact, item: '2', how: 'clinic' }, 61],
    ['symptom-score', { ...score, value: 2, moment: 'after', treatment }, 61],
  ]
}

/** A case of so many entries, folded; answers its id. */
export async function longCase(store: Store, entries: number): Promise<string> {
  const [id = ''] = await plantCases(store, 1)
  const subject = caseSubject(id)
  const begins = Date.parse('2020-01-06T09:00:00Z')
  const said = Array.from({ length: Math.ceil(entries / 11) }, (_, place) =>
    session(place + 1).map((each) => ({ place, each })),
  ).flat()
  const drafts = said.slice(0, entries - 2).map(({ place, each: [name, body, days, entry] }) => {
    const kind = caseKindNamed(name)
    if (!kind) throw new Error(`there is no ${name}`)
    const occurredAt = new Date(begins + (place * 90 + days) * 86_400_000)
    return {
      ...(entry ? { id: entry } : {}),
      subject,
      kind,
      body,
      occurredAt,
      author,
      role,
      organisation: code,
    }
  })
  await withinScope(store.db, 'whole', async (db) => {
    const done = await db.transaction().execute((tx) => appendMany(tx, drafts))
    if (done.outcome !== 'appended') throw new Error(JSON.stringify(done))
    await freshen(db, 'whole', new Date())
  })
  return id
}

/** Milliseconds that a patient and a case of theirs take, among all that there are. */
export async function newPatients(store: Store, print: (line: string) => void): Promise<void> {
  const signed = { author, role, organisation: code, at: new Date('2026-03-01T09:00:00Z') }
  const spent = { register: 0, open: 0 }
  const rounds = 300
  await withinScope(store.db, scope, async (db) => {
    for (let each = -30; each < rounds; each++) {
      const identity = {
        ...{ givenName: 'Grace', familyName: `New ${each}`, birthOn: '1951-04-12', sex: 'female' as const },
        ...{
          identifiers: [{ system: 'local' as const, value: `M${each}` }],
          postcode: null,
          gpPractice: null,
        },
        diedOn: null,
      }
      const began = performance.now()
      const done = await registerPatient(db, { ...signed, identity })
      if (done.outcome !== 'registered') throw new Error(JSON.stringify(done))
      const between = performance.now()
      await openCase(db, { patient: done.id, treating: code, referring: null, ...signed })
      if (each < 0) continue
      spent.register += between - began
      spent.open += performance.now() - between
    }
  })
  const ms = (sum: number) => (sum / rounds).toFixed(1)
  print(
    `  register a patient ${ms(spent.register)} ms, open a case ${ms(spent.open)} ms, each with its commit`,
  )
}
