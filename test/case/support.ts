/** Three organisations, people's scopes, patients and cases, on a store of their own. */

import { randomUUID } from 'node:crypto'
import type { CaseKind } from '#core/pathway/case-kind.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { checkDigit } from '#core/patient/identifiers.ts'
import type { Identity } from '#core/patient/patient.ts'
import { openCase } from '#store/case/open.ts'
import { recordInCase } from '#store/case/record.ts'
import type { Database } from '#store/open.ts'
import { registerPatient } from '#store/patient/register.ts'
import { type Scope, withinScope } from '#store/scope.ts'
import { type TestStore, testStore } from '#test/support/store.ts'

export const codes = ['ZA', 'ZB', 'ZC'] as const
export type Code = (typeof codes)[number]

export async function storeWithOrganisations(): Promise<TestStore> {
  const store = await testStore()
  for (const code of codes) await addOrganisation(store.db, code)
  return store
}

export async function addOrganisation(db: Database, code: string): Promise<void> {
  await db
    .insertInto('organisation')
    .values({
      ...{ code, name: `Hospitals ${code}`, nation: 'England', region: 'London', latitude: 51, longitude: 0 },
      ...{ main_site: 'Hospital', fictional: true, source: 'made for a test' },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const scopeOf = (...organisations: readonly string[]): Scope => ({
  person: `person of ${organisations.join(' ')}`,
  organisations,
})

let numbers = 100_000_000

/** An NHS number that nobody else in this process has. */
export function newNumber(): string {
  for (;;) {
    const nine = String(numbers++)
    const digit = checkDigit(nine)
    if (digit !== null) return `${nine}${digit}`
  }
}

export const identity = (given: Partial<Identity> = {}): Identity => ({
  ...{ givenName: 'Ada', familyName: `Fictional${randomUUID().slice(0, 6)}`, birthOn: '1950-03-14' },
  ...{
    sex: 'female',
    identifiers: [{ system: 'nhs', value: newNumber() }],
    postcode: null,
    gpPractice: null,
  },
  ...{ diedOn: null, ...given },
})

export const signed = (organisation: string, at = new Date('2026-03-01T09:00:00Z')) => ({
  ...{ author: `person:${organisation}`, role: 'referrer', organisation, at },
})

/** A patient registered at an organisation, by one who acts for it. */
export async function aPatient(db: Database, at: string, given: Partial<Identity> = {}): Promise<string> {
  const done = await withinScope(db, scopeOf(at), (scoped) =>
    registerPatient(scoped, { ...signed(at), identity: identity(given) }),
  )
  if (done.outcome !== 'registered') throw new Error(JSON.stringify(done))
  return done.id
}

/** A case that one organisation opens for another, or for itself, with a new patient of its own. */
export async function aCase(
  db: Database,
  { treating, referring = null, patient }: { treating: string; referring?: string | null; patient?: string },
): Promise<{ readonly id: string; readonly patient: string }> {
  const from = referring ?? treating
  const whose = patient ?? (await aPatient(db, from))
  const id = await withinScope(db, scopeOf(from), (scoped) =>
    openCase(scoped, { patient: whose, treating, referring, ...signed(from) }),
  )
  return { id, patient: whose }
}

/** Says something in a case, for an organisation, in its own scope. */
export function say(
  db: Database,
  organisation: string,
  caseId: string,
  kindName: string,
  body: unknown,
  occurredAt = new Date('2026-03-02T09:00:00Z'),
  more: { corrects?: string } = {},
) {
  const kind = caseKindNamed(kindName) as CaseKind<string, unknown>
  return withinScope(db, scopeOf(organisation), (scoped) =>
    recordInCase(scoped, { ...signed(organisation), caseId, kind, body, occurredAt, ...more }),
  )
}

export const referralBody = (from: string) => ({
  from,
  referrer: { name: 'Dr Ref Fictional' },
  specialty: 'hepatology',
  urgency: 'elective',
  tumour: { site: 'hepatocellular', icd10: 'C22.0' },
  ecog: '1',
  intent: 'disease-modifying',
  procedure: 'transarterial-chemoembolisation',
  question: 'Suitable for TACE?',
  earlierTreatment: ['none'],
  consultantInCharge: { name: 'Dr Charge Fictional' },
  consultantAware: true,
  oncologistInvolved: false,
  radiologist: { name: 'Dr Ray Fictional' },
  radiologistInMdt: true,
})
