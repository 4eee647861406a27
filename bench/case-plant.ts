/** An organisation of the benchmark, with cases that were referred to it. */

import { caseKindNamed } from '#core/pathway/kinds.ts'
import { openCase } from '#store/case/open.ts'
import { recordInCase } from '#store/case/record.ts'
import type { Store } from '#store/open.ts'
import { registerPatient } from '#store/patient/register.ts'
import { type Scope, withinScope } from '#store/scope.ts'

export const code = 'BENCH'
export const role = 'interventional-radiologist'
export const membership = { role, organisation: code } as const
export const author = 'person:0190f3c2-0000-7000-8000-000000000001'
/** As the site opens one to write in. */
export const scope: Scope = { person: author.slice('person:'.length), organisations: [code], ownOnly: true }
export const sirt = 'selective-internal-radiation-therapy'

export const organisation = `
  insert into organisation (code, name, nation, region, latitude, longitude, main_site, fictional, source)
    values ('${code}', 'Bench', 'England', 'London', 51.5, -0.1, 'Bench', true, 'made for the benchmark');`

const referral = {
  from: code,
  referrer: { name: 'Dr Ann Lee' },
  specialty: 'hepatology',
  urgency: 'elective',
  tumour: { site: 'hepatocellular', icd10: 'C22.0', laterality: 'right' },
  ecog: '1',
  intent: 'disease-modifying',
  procedure: sirt,
  question: 'Suitable for radioembolisation?',
  earlierTreatment: ['none'],
  consultantInCharge: { name: 'Dr Ann Lee' },
  consultantAware: true,
  oncologistInvolved: false,
  radiologist: { name: 'Dr Rowan Ash' },
  radiologistInMdt: true,
}

let planted = 0

/** Registers so many patients and opens and refers a case of each; answers the cases. */
export function plantCases(store: Store, count: number): Promise<readonly string[]> {
  const at = new Date('2026-01-05T09:00:00Z')
  const signed = { author, role, organisation: code }
  const kind = caseKindNamed('referral')
  if (!kind) throw new Error('there is no referral')
  return withinScope(store.db, scope, async (db) => {
    const ids: string[] = []
    for (let each = 0; each < count; each++) {
      planted += 1
      const identity = {
        ...{ givenName: 'Ada', familyName: `Fictional ${planted}`, birthOn: '1950-03-14' },
        ...{ sex: 'female' as const, identifiers: [{ system: 'local' as const, value: `B${planted}` }] },
        ...{ postcode: null, gpPractice: null, diedOn: null },
      }
      const done = await registerPatient(db, { ...signed, at, identity })
      if (done.outcome !== 'registered') throw new Error(JSON.stringify(done))
      const id = await openCase(db, { patient: done.id, treating: code, referring: null, ...signed, at })
      const said = await recordInCase(db, { caseId: id, kind, body: referral, occurredAt: at, ...signed })
      if (said.outcome !== 'appended') throw new Error(JSON.stringify(said))
      ids.push(id)
    }
    return ids
  })
}
